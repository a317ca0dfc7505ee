"""Languages by their names in English, for the tags that documents carry."""

from __future__ import annotations

_LISTED = """
    ar=Arabic be=Belarusian bg=Bulgarian bn=Bengali bs=Bosnian ca=Catalan cs=Czech cy=Welsh da=Danish de=German
    el=Greek en=English es=Spanish et=Estonian eu=Basque fa=Persian fi=Finnish fr=French ga=Irish gl=Galician
    he=Hebrew hi=Hindi hr=Croatian hu=Hungarian hy=Armenian id=Indonesian is=Icelandic it=Italian ja=Japanese
    ka=Georgian kk=Kazakh ko=Korean lt=Lithuanian lv=Latvian mk=Macedonian ms=Malay mt=Maltese nb=Norwegian nl=Dutch
    nn=Norwegian no=Norwegian pl=Polish pt=Portuguese ro=Romanian ru=Russian sk=Slovak sl=Slovene sq=Albanian
    sr=Serbian sv=Swedish sw=Swahili ta=Tamil th=Thai tr=Turkish uk=Ukrainian ur=Urdu vi=Vietnamese zh=Chinese
"""
_NAMES = dict(pair.split("=") for pair in _LISTED.split())


def name(tag: str | None) -> str:
    """Name the language of a BCP 47 tag; one that is not in the list is named by its tag."""
    return _NAMES.get((tag or "").split("-")[0].lower(), f"“{tag}”" if tag else "another language")
