"""Ways to make a program fetch from inside: spellings of inner addresses, lying names, and pages that send inward."""

from __future__ import annotations

from typing import NamedTuple

Answers = tuple[tuple[str, ...], ...]


class Attack(NamedTuple):
    """An address to fetch, and what the attacker's names resolve to, one answer a lookup, the last again and again."""

    sentence: str
    url: str
    names: dict[str, Answers] = {}  # noqa: RUF012 - read only


def _named(sentence: str, *answers: tuple[str, ...]) -> Attack:
    host = f"{sentence.replace(' ', '-').lower()}.example"
    return Attack(sentence, f"http://{host}/", {host: answers})


ADDRESSES = (
    Attack("this machine", "http://127.0.0.1/"),
    Attack("this machine at another of its addresses", "http://127.8.9.10/"),
    Attack("this machine at a port of the web", "http://127.0.0.1:8080/"),
    Attack("this machine at the port of its database", "http://127.0.0.1:5432/"),
    Attack("this machine at the port of its mail", "http://127.0.0.1:25/"),
    Attack("this machine by its name", "http://localhost/"),
    Attack("this machine by a name below its name", "http://app.localhost/"),
    Attack("this machine with a dot at the end", "http://localhost./"),
    Attack("this machine as an address with a dot at the end", "http://127.0.0.1./"),
    Attack("this machine as one number", "http://2130706433/"),
    Attack("this machine as one number in hexadecimal", "http://0x7f000001/"),
    Attack("this machine as one number in octal", "http://017700000001/"),
    Attack("this machine in octal parts", "http://0177.0.0.01/"),
    Attack("this machine in hexadecimal parts", "http://0x7f.0x0.0x0.0x1/"),
    Attack("this machine in parts of each kind", "http://0x7f.0.000.1/"),
    Attack("this machine in two parts", "http://127.1/"),
    Attack("this machine in three parts", "http://127.0.1/"),
    Attack("this machine with leading zeros", "http://127.000.000.001/"),
    Attack("this machine in parts above 255", "http://383.256.256.257/"),
    Attack("no address at all, which connects to this machine", "http://0.0.0.0/"),
    Attack("a lone zero", "http://0/"),
    Attack("this machine in full-width digits", "http://１２７.０.０.１/"),
    Attack("this machine in circled digits", "http://①②⑦.⓪.⓪.①/"),
    Attack("this machine with ideographic dots", "http://127。0。0。1/"),
    Attack("this machine by its name in circled letters", "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/"),
    Attack("this machine by its name with a soft hyphen", "http://local\u00adhost/"),
    Attack("this machine percent-encoded", "http://%31%32%37.0.0.1/"),
    Attack("this machine before an encoded NUL", "http://127.0.0.1%00.news.example/"),
    Attack("this machine behind a name that looks like the host", "http://news.example@127.0.0.1/"),
    Attack("this machine behind a name and a password", "http://news.example:80@127.0.0.1/"),
    Attack("this machine behind a backslash", "http://news.example\\@127.0.0.1/"),
    Attack("this machine before a backslash", "http://127.0.0.1\\.news.example/"),
    Attack("this machine after a tab", "http://\t127.0.0.1/"),
    Attack("this machine after a new line", "http://127.0.0.1\n.news.example/"),
    Attack("this machine in IPv6", "http://[::1]/"),
    Attack("this machine in IPv6, all of it written", "http://[0:0:0:0:0:0:0:1]/"),
    Attack("no address at all in IPv6", "http://[::]/"),
    Attack("this machine mapped into IPv6", "http://[::ffff:127.0.0.1]/"),
    Attack("this machine mapped into IPv6 in hexadecimal", "http://[::ffff:7f00:1]/"),
    Attack("this machine as an IPv4-compatible IPv6 address", "http://[::127.0.0.1]/"),
    Attack("this machine translated (NAT64)", "http://[64:ff9b::7f00:1]/"),
    Attack("this machine translated by a local prefix", "http://[64:ff9b:1::7f00:1]/"),
    Attack("this machine in 6to4", "http://[2002:7f00:1::]/"),
    Attack("this machine in Teredo", "http://[2001:0:7f00:1::]/"),
    Attack("this machine in ISATAP", "http://[fe80::5efe:7f00:1]/"),
    Attack("a link-local address", "http://[fe80::1]/"),
    Attack("a link-local address with its cable", "http://[fe80::1%25eth0]/"),
    Attack("a link-local address with its cable, not encoded", "http://[fe80::1%eth0]/"),
    Attack("this machine with a cable", "http://[::1%25lo]/"),
    Attack("a unique local address", "http://[fd00::1]/"),
    Attack("a site-local address", "http://[fec0::1]/"),
    Attack("a multicast address in IPv6", "http://[ff02::1]/"),
    Attack("the metadata service of a cloud", "http://169.254.169.254/latest/meta-data/"),
    Attack("the metadata service as a number", "http://2852039166/"),
    Attack("the metadata service mapped into IPv6", "http://[::ffff:169.254.169.254]/"),
    Attack("the metadata service of a cloud in IPv6", "http://[fd00:ec2::254]/"),
    Attack("the metadata service of another cloud", "http://100.100.100.200/"),
    Attack("the host of a cloud's machines", "http://168.63.129.16/"),
    Attack("a private network of class A", "http://10.0.0.1/"),
    Attack("a private network of class B", "http://172.31.255.254/"),
    Attack("a private network of class C", "http://192.168.1.1/"),
    Attack("an address shared by a provider's customers", "http://100.64.0.1/"),
    Attack("a network for benchmarks", "http://198.19.0.1/"),
    Attack("everybody on the cable", "http://255.255.255.255/"),
    Attack("a multicast address", "http://224.0.0.1/"),
    Attack("a name of the local network", "http://printer.local/"),
    Attack("a name inside a cloud", "http://metadata.google.internal/"),
    Attack("a bare name", "http://intranet/"),
)
NAMES = (
    _named("a name of this machine", ("127.0.0.1",)),
    _named("a name of this machine in IPv6", ("::1",)),
    _named("a name of a mapped address", ("::ffff:10.0.0.1",)),
    _named("a name of the metadata service", ("169.254.169.254",)),
    _named("a name of a private address", ("192.168.0.10",)),
    _named("a name of a link-local address with its cable", ("fe80::1%eth0",)),
    _named("a name with a public and a private address", ("93.184.0.1", "10.0.0.1")),
    _named("a name with a private address last of many", (*(f"93.184.0.{n}" for n in range(1, 9)), "127.0.0.1")),
    _named("a name with a public IPv6 and a private IPv4 address", ("2606:4700::1", "127.0.0.1")),
    _named("a name with an answer that is no address", ("127.0.0.1 ",)),
    _named("a name with an answer in hexadecimal", ("0x7f000001",)),
    _named("a name that is public only from the second lookup on", ("127.0.0.1",), ("93.184.0.1",)),
    Attack(
        "a name in another script that leads inside",
        "http://bücher.example/",
        {"xn--bcher-kva.example": (("127.0.0.1",),)},
    ),
    Attack(
        "a name that spells the address that it leads to",
        "http://127.0.0.1.sslip.example/",
        {"127.0.0.1.sslip.example": (("127.0.0.1",),)},
    ),
    Attack("a name that leads inside, encrypted", "https://evil.example/", {"evil.example": (("127.0.0.1",),)}),
)
SCHEMES = (
    Attack("a file", "file:///etc/passwd"),
    Attack("a file on a host", "file://127.0.0.1/etc/passwd"),
    Attack("a gopher", "gopher://127.0.0.1:80/_GET%20/"),
    Attack("a dictionary", "dict://127.0.0.1:80/info"),
    Attack("a file server", "ftp://127.0.0.1/"),
    Attack("a directory", "ldap://127.0.0.1/"),
    Attack("a web socket", "ws://127.0.0.1/"),
    Attack("a socket of this machine", "http+unix://%2Fvar%2Frun%2Fdocker.sock/info"),
    Attack("data in the address", "data:text/html,inside"),
    Attack("a script", "javascript:alert(1)"),
    Attack("no host", "http:///127.0.0.1/"),
    Attack("no scheme", "//127.0.0.1/"),
)
ATTACKS = (*ADDRESSES, *NAMES, *SCHEMES)
# What cannot stand in a header, or means a path of the same site there, is no redirect inward.
SENT_ON_TO = [attack for attack in ATTACKS if not {"\t", "\n"} & set(attack.url) and ":///1" not in attack.url]
