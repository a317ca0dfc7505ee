"""The sentences by which a text tells where it is from, language by language.

A blank in a pattern is any white space, «^» the beginning of a line, after a few signs of punctuation at most.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from db.vocabulary import SourceRelationKind


class Form(NamedTuple):
    """One way to say it; the name of the origin stands right behind.

    ``known_only``: only a publisher that is known counts there. ``whole_line``: the line says nothing else.
    """

    kind: SourceRelationKind
    pattern: re.Pattern[str]
    known_only: bool = False
    whole_line: bool = False


def _pattern(written: str) -> re.Pattern[str]:
    begun = rf"^\W{{0,3}}{written[1:]}" if written.startswith("^") else rf"\b{written}"
    return re.compile(begun.replace(" ", r"\s+"), re.IGNORECASE)


def _forms(kind: SourceRelationKind, *written: str) -> tuple[Form, ...]:
    return tuple(Form(kind, _pattern(each)) for each in written)


def _credits(kind: SourceRelationKind, *written: str) -> tuple[Form, ...]:
    return tuple(Form(kind, _pattern(each), known_only=True, whole_line=True) for each in written)


_TEXT = r"(?:article|story|piece|post|essay|column|report|text|interview|commentary|op-ed|analysis|dispatch)"
_THIS = rf"(?:this|the above|the following) (?:[\w-]+ )?{_TEXT} "
_FIRST = r"(?:first|originally|initially|previously) "
_OUT = r"(?:appeared|published|ran|posted|printed|carried|written) "
_ON = r"(?:(?:on )?(?:\d{1,2} )?[A-Z][a-z]+\.?(?: \d{1,2},?)?(?: \d{4})?,? )?"
_IN = r"(?:in|on|at|by|with) "
_TONGUE = (
    r"in (?:English|German|French|Spanish|Russian|Ukrainian|Arabic|Chinese|Italian|Portuguese|Polish|Turkish|Hebrew"
    r"|Japanese) "
)
_AGAIN = r"(?:re-?published|reprinted|reproduced|re-?posted|syndicated|cross-?posted) "
_LEAVE = r"(?:(?:with|by) (?:the )?(?:kind )?permission )?(?:from|of|by|courtesy of) (?:the )?"
_AM = r"(?:am \d{1,2}\.(?:\d{1,2}\.| \w+)(?: ?\d{4})? )?"
_BEI = r"(?:in der|im|in|bei|auf|beim|von|vom) "
_ZUERST = r"(?:zuerst|zunächst|ursprünglich|erstmals) "
_DABORD = r"(?:initialement|d['’]abord|originellement|à l['’]origine) "

TRANSLATIONS = _forms(
    SourceRelationKind.TRANSLATION_OF,
    rf"{_THIS}(?:was )?{_FIRST}{_OUT}{_TONGUE}{_IN}",
    rf"^{_FIRST}{_OUT}{_TONGUE}{_IN}",
    rf"^(?:this {_TEXT} (?:is|was) )?(?:a )?translat(?:ed|ion) (?:of|from) (?:an? |the )?(?:\w+ )?"
    r"(?:article|text|original|version|report) (?:published )?(?:in|on|at|by|from) ",
    r"^übersetzung (?:eines|des) (?:artikels|beitrags|textes|berichts) (?:aus dem|aus der|aus|von|vom|des|der) ",
    r"^(?:cet article est )?(?:une |la )?traduction d['’]un (?:article|texte) (?:de|du|paru (?:dans|sur)|publié (?:dans"
    r"|sur|par)) ",
    r"^traducci[óo]n de un (?:art[íi]culo|texto) (?:de|publicado (?:en|por)) ",
    r"^перевод (?:статьи|материала|текста) (?:из |с сайта )?",
)
REPRINTS = _forms(
    SourceRelationKind.REPRINTS,
    # English
    rf"{_THIS}(?:was |has been |is )?{_FIRST}{_OUT}{_ON}{_IN}",
    rf"{_THIS}(?:was |is |has been )?{_AGAIN}(?:here )?{_LEAVE}",
    rf"^{_FIRST}{_OUT}{_ON}{_IN}",
    rf"^{_AGAIN}(?:here )?{_LEAVE}",
    r"^(?:read|see|view) the (?:full )?original(?: (?:article|story|post|report|piece))?(?: (?:here|at|on|in))?:? ",
    # German
    rf"dieser (?:artikel|beitrag|text|bericht|kommentar|essay) (?:ist |wurde |erschien )?{_AM}{_ZUERST}{_AM}{_BEI}",
    rf"^{_ZUERST}(?:erschienen|veröffentlicht) {_AM}{_BEI}",
    r"^(?:übernommen (?:von|aus)|nachdruck (?:aus|von)|mit (?:freundlicher )?genehmigung (?:von|vom|der|des)) ",
    # French
    rf"(?:cet article|ce texte|ce reportage|ce billet) (?:a |est )?(?:{_DABORD})?(?:été )?(?:{_DABORD})"
    r"(?:publié|paru) (?:sur|dans|par|chez) ",
    rf"(?:cet article|ce texte|ce reportage|ce billet) (?:a été |est )(?:publié|paru) {_DABORD}(?:sur|dans|par|chez) ",
    rf"^(?:article )?{_DABORD}(?:publié|paru) (?:sur|dans|par) ",
    r"^(?:reproduit avec l['’](?:aimable )?autorisation d[eu]|repris d[eu]|republié d[eu]) ",
    # Spanish
    r"este (?:art[íi]culo|texto|reportaje) (?:fue publicado|se public[óo]|apareci[óo]) "
    r"(?:originalmente|por primera vez|inicialmente) (?:en|por) ",
    r"^(?:art[íi]culo )?publicado (?:originalmente|por primera vez) (?:en|por) ",
    r"^(?:reproducido con (?:el )?(?:permiso|autorizaci[óo]n) de|tomado de|republicado de) ",
    # Italian, Portuguese
    r"questo articolo è (?:stato pubblicato|apparso) (?:originariamente|per la prima volta) (?:su|in|da) ",
    r"este artigo foi (?:publicado originalmente|originalmente publicado) (?:n[oa]|em|por) ",
    # Russian
    r"(?:эта статья|этот текст|этот материал|статья|материал|текст) (?:была? )?(?:впервые|первоначально|изначально) "
    r"(?:была? )?(?:опубликована?|вышла?|появил(?:ся|ась)) (?:в|на сайте|на|у) ",
    r"^(?:впервые|первоначально) опубликован[оа]? (?:в|на сайте|на) ",
    r"^(?:перепечат(?:ка|ано)|публикуется|перепост) (?:из|с сайта|с разрешения) ",
)
CREDITS = (
    *_credits(
        SourceRelationKind.REPRINTS,
        r"^(?:(?:story|article|text) )?via:? ",
        r"^(?:original )?(?:source|quelle|fuente|fonte|источник|джерело)(?: originale?)?\s*: ?",
        r"^(?:оригинал(?: статьи| материала)?|originalartikel|article original|artículo original)\s*: ?",
    ),
    *_credits(
        SourceRelationKind.DERIVED_FROM,
        r"^mit material (?:von|der|des)(?: nachrichtenagentur(?:en)?)? ",
        r"^unter verwendung von material (?:von|der)(?: nachrichtenagentur(?:en)?)? ",
        r"^(?:avec|con informaci[óo]n de|с использованием материалов|по материалам|за матеріалами) ",
        r"^based on (?:an? )?(?:report|story|article)s? (?:by|from|in) (?:the )?",
    ),
)
FORMS = (*TRANSLATIONS, *REPRINTS, *CREDITS)

PICTURED = re.compile(
    r"\b(?:photo|foto|picture|image|imagen|bild|gra(?:f|ph)i[ck]|gráfic|chart|figure|map|karte|video|infogr|illustration"
    r"|screenshot|caption|tabelle|table|фото|график|рисунок|карта)",
    re.IGNORECASE,
)
"""What stands beside the credit of a picture, which is none of the text's."""

OTHER_VERSION = re.compile(
    r"(?:earlier|previous|updated?|corrected|print|longer|shorter)\s+version|version\s+of\s+this|frühere\s+version",
    re.IGNORECASE,
)
"""Sentences about another version of the same text."""
