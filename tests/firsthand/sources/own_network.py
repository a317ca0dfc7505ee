"""A process in a network of its own, in which every address there is leads to it: nothing about the guard is injected.

Run inside ``unshare --net``, with names in ``/etc/hosts``; it prints one line of JSON.
"""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import threading

from firsthand.sources.address_table import is_public
from firsthand.sources.client import httpx
from firsthand.sources.fetching import Asked, Limits, Web
from tests.firsthand.sources.attacks import ATTACKS, SENT_ON_TO
from tests.firsthand.sources.wire import answer, client_context, path_of, read_head, server_context

# Lines of /etc/hosts; a name on several of them has several addresses.
NAMES = (
    ("93.184.0.1", "news.example"),
    ("93.184.0.2", "secure.example"),
    ("2606:4700::1", "xn--mnchen-3ya.example"),
    *(
        (address, name)
        for attack in ATTACKS
        for name, answers in attack.names.items()
        for address in answers[0]
        if set(address) <= set("0123456789abcdef:.")
    ),
)
LEGITIMATE = (
    "http://news.example/",
    "http://news.example:8080/",
    "http://93.184.216.34/",
    "http://[2606:4700::2]/",
    "https://secure.example/",
    "https://münchen.example:8443/",
)
PORTS = {80: False, 8080: False, 25: False, 5432: False, 443: True, 8443: True}
reached: list[str] = []


def serve(family: socket.AddressFamily, port: int) -> None:
    """Answer at one port of every address."""
    listening = socket.create_server(("::" if family == socket.AF_INET6 else "0.0.0.0", port), family=family)  # noqa: S104 - a network of its own
    context = server_context() if PORTS[port] else None

    def speak(connected: socket.socket) -> None:
        with connected:
            try:
                line = context.wrap_socket(connected, server_side=True) if context else connected
                line.sendall(reply(path_of(read_head(line))))
                line.close()
            except OSError:
                return

    def accept() -> None:
        while True:
            connected, _ = listening.accept()
            reached.append(str(connected.getsockname()[0]))
            threading.Thread(target=speak, args=(connected,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()


def reply(path: str) -> bytes:
    """Send whoever asks for «/on/3» on to where the third attack leads, and show a page to everybody else."""
    if path.startswith("/on/"):
        to = SENT_ON_TO[int(path.removeprefix("/on/"))]
        return answer(b"", f"Location: {to.url}", status="302 Found")
    return answer(b"<html>reached</html>", "Content-Type: text/html")


def main() -> None:
    """Lead every address here, attack, fetch what may be fetched, and attack again without the guard."""
    for command in ("link set lo up", "route add local 0.0.0.0/0 dev lo", "-6 route add local ::/0 dev lo"):
        subprocess.run(["ip", *command.split()], check=True)
    for port in PORTS:
        serve(socket.AF_INET, port)
        serve(socket.AF_INET6, port)
    web = Web(tls=client_context(), limits=Limits(seconds=5))
    urls = [attack.url for attack in ATTACKS]
    kept = [url for url in urls if web.fetch(Asked(url)).body is not None]
    urls = [f"http://news.example/on/{number}" for number in range(len(SENT_ON_TO))]
    kept += [url for url in urls if web.fetch(Asked(url)).body is not None]
    inside = [address for address in reached if not is_public(address)]
    sent_on = len(reached)
    legitimate = sum(web.fetch(Asked(url)).body == b"<html>reached</html>" for url in LEGITIMATE)
    told_late = reached[sent_on:]  # a connection may be noticed a moment after it was made
    leaks = sum(_leaks(attack.url) for attack in ATTACKS)
    print(
        json.dumps(
            {
                "inside": inside,
                "kept": kept,
                "legitimate": legitimate,
                "inside_later": [address for address in told_late if not is_public(address)],
                "sent_on": sent_on,
                "leaks": leaks,
            }
        )
    )


def _leaks(url: str) -> bool:
    """Whether a plain client connects to something that is not public."""
    before = len(reached)
    with contextlib.suppress(Exception):
        httpx.get(url, trust_env=False, timeout=2, verify=False)
    return any(not is_public(address) for address in reached[before:])


if __name__ == "__main__":
    main()
