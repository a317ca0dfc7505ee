"""What the ending of a host says of who has it: endings that a country gives to its authorities and schools alone.

PURE. The name is the host's own; a registry entry knows better.
"""

from __future__ import annotations

from db.rows import KnownPublisher
from db.vocabulary import PublisherKind, Tier
from firsthand.text.wordlists import words

NOTE = "Known by the ending of its address alone."
_K = PublisherKind
_WHOLE = {"gov": (_K.GOVERNMENT, "US"), "mil": (_K.ARMED_FORCES, "US"), "int": (_K.INTERNATIONAL_BODY, None)}
_ANYWHERE = {
    "gov": _K.GOVERNMENT,
    "gob": _K.GOVERNMENT,
    "gouv": _K.GOVERNMENT,
    "govt": _K.GOVERNMENT,
    "mil": _K.ARMED_FORCES,
    "edu": _K.RESEARCH,
    "parliament": _K.PARLIAMENT,
}
# Endings that mean this in some countries and anything elsewhere.
_SOMEWHERE = {
    "go": (_K.GOVERNMENT, words("jp kr th id ke tz ug cr")),
    "gv": (_K.GOVERNMENT, words("at ao")),
    "gub": (_K.GOVERNMENT, words("uy")),
    "gc": (_K.GOVERNMENT, words("ca")),
    "fgov": (_K.GOVERNMENT, words("be")),
    "admin": (_K.GOVERNMENT, words("ch")),
    "bund": (_K.GOVERNMENT, words("de")),
    "nhs": (_K.GOVERNMENT, words("uk")),
    "police": (_K.GOVERNMENT, words("uk")),
    "jus": (_K.COURT, words("br")),
    "leg": (_K.PARLIAMENT, words("br")),
    "ac": (_K.RESEARCH, words("uk jp kr nz za at il in ir th be cn id ke ug tz rw lk bd rs cy")),
}
# What authorities call the host right below their country's ending.
_OFFICES = {
    _K.MINISTRY: words("mfa mofa mod mof moh moi moj moe mfin treasury health defence defense interior foreignaffairs"),
    _K.PARLIAMENT: words("parliament parlament parlamento senate senat senado assembly"),
    _K.COURT: words("supremecourt court courts judiciary constcourt"),
    _K.STATISTICS_OFFICE: words("stat stats statistics nso"),
}
_COUNTRIES = {"uk": "GB"}
_LONGEST_COUNTRY = 2


def by_ending(host: str) -> KnownPublisher | None:
    """Tell what kind of institution has a host (ASCII, lower case) by its ending; None where that says nothing."""
    labels = host.removeprefix("www.").split(".")
    if len(labels[-1]) == _LONGEST_COUNTRY:
        return _of_country(labels)
    if len(labels) > 1 and labels[-1] in _WHOLE:
        kind, country = _WHOLE[labels[-1]]
        return _named(labels[-2:], kind, country)
    if len(labels) > 1 and labels[-1] == "edu":
        return _named(labels[-2:], _K.RESEARCH, None)
    return None


def _of_country(labels: list[str]) -> KnownPublisher | None:
    top = labels[-1]
    second = labels[-2] if len(labels) > 1 else ""
    kind = _ANYWHERE.get(second)
    if kind is None and second in _SOMEWHERE:
        known, countries = _SOMEWHERE[second]
        kind = known if top in countries else None
    # «edu.xx» and «ac.xx» alone are an ordinary site with a short name; only what lies below is a school's.
    if kind is None or top == "eu" or (kind is _K.RESEARCH and len(labels) <= _LONGEST_COUNTRY):
        return None
    if kind is _K.GOVERNMENT and len(labels) > _LONGEST_COUNTRY:
        kind = next((office for office, hosts in _OFFICES.items() if labels[-3] in hosts), kind)
    return _named(labels[-3:], kind, _COUNTRIES.get(top, top.upper()))


def _named(labels: list[str], kind: PublisherKind, country: str | None) -> KnownPublisher:
    name = ".".join(labels)
    return KnownPublisher(name, kind, country, Tier.PRIMARY, (name,), NOTE)
