"""Little texts, each with what it says of its origin; half of them only look as if they said something."""

from __future__ import annotations

from typing import NamedTuple

from db.vocabulary import SourceRelationKind as K

BODY = (
    "The harbour authority closed the northern basin on Tuesday after a crane sank into the quay wall. Two ships had"
    " to wait. According to Reuters, the wall had been inspected in May. The mayor told AFP that nobody was hurt.\n\n"
    "Repairs are to begin next week and may last until the autumn, the authority said. The insurer has sent"
    " experts.\n\n"
)


class Labelled(NamedTuple):
    """A text on a page, and the origins that it names: kind, and name or address. Nothing for a trap."""

    text: str
    origins: frozenset[tuple[K, str]] = frozenset()
    url: str = "https://www.harbour-post.example/news/1"


def _is(kind: K, *named: str, text: str, url: str = "https://www.harbour-post.example/news/1") -> Labelled:
    return Labelled(text, frozenset((kind, name) for name in named), url)


COPIES = (
    # Datelines.
    _is(K.REPRINTS, "Reuters", text=f"WASHINGTON, Aug 6 (Reuters) - {BODY}"),
    _is(K.REPRINTS, "Reuters", text=f"Harbour closed\n\nLONDON (Reuters) – {BODY}"),
    _is(K.REPRINTS, "Associated Press", text=f"NEW YORK (AP) — {BODY}"),
    _is(
        K.REPRINTS, "dpa", text=f"Hafen gesperrt\nHamburg (dpa) - Die Hafenbehörde hat das Nordbecken gesperrt.\n{BODY}"
    ),
    _is(K.REPRINTS, "dpa", "AFP", text=f"Berlin/Hamburg (dpa/AFP) – Die Behörde sperrte das Becken.\n{BODY}"),
    _is(K.REPRINTS, "AFP", text=f"PARIS, 6 août (AFP) - Le port a été fermé.\n{BODY}"),
    _is(K.REPRINTS, "EFE", text=f"Madrid, 6 ago (EFE).- El puerto ha sido cerrado.\n{BODY}"),
    _is(K.REPRINTS, "Xinhua", text=f"BEIJING, Aug. 6 (Xinhua) -- {BODY}"),
    _is(K.REPRINTS, "TASS", text=f"МОСКВА, 6 августа. /ТАСС/. Порт закрыли во вторник.\n{BODY}"),
    _is(K.REPRINTS, "RIA Novosti", text=f"МОСКВА, 6 авг — РИА Новости. Порт закрыли во вторник.\n{BODY}"),
    _is(K.REPRINTS, "Yonhap", text=f"SEOUL, Aug. 6 (Yonhap) -- {BODY}"),
    _is(K.REPRINTS, "Anadolu Agency", text=f"ANKARA (AA) – {BODY}"),
    _is(K.REPRINTS, "PR Newswire", text=f"HAMBURG, Aug. 6, 2026 /PRNewswire/ -- {BODY}"),
    _is(K.REPRINTS, "Business Wire", text=f"HAMBURG--(BUSINESS WIRE)--{BODY}"),
    _is(K.REPRINTS, "PTI", text=f"Mumbai, Aug 6 (PTI) - {BODY}"),
    _is(K.REPRINTS, "Interfax-Ukraine", text=f"KYIV. Aug 6 (Interfax-Ukraine) – {BODY}"),
    # Bylines and signatures.
    _is(K.REPRINTS, "Reuters", text=f"Harbour closed\nBy Reuters\n{BODY}"),
    _is(K.REPRINTS, "Associated Press", text=f"Harbour closed\nBy JANE ROE, Associated Press\n{BODY}"),
    _is(K.REPRINTS, "Reuters", text=f"{BODY}(Reporting by Jane Roe; Editing by John Doe)"),
    _is(K.REPRINTS, "Reuters", text=f"{BODY}Our Standards: The Thomson Reuters Trust Principles."),
    _is(K.REPRINTS, "Associated Press", text=f"{BODY}Copyright 2026 The Associated Press. All rights reserved."),
    _is(K.REPRINTS, "AFP", text=f"{BODY}© AFP"),
    _is(K.REPRINTS, "dpa", text=f"{BODY}© dpa-infocom, dpa:260806-99-12345/2"),
    _is(K.REPRINTS, "dpa", text=f"{BODY}dpa/lno"),
    _is(K.REPRINTS, "dpa", text=f"{BODY}(dpa)"),
    _is(K.REPRINTS, "AFP", "Reuters", text=f"{BODY}AFP/Reuters"),
    # Credits.
    _is(K.REPRINTS, "TASS", text=f"{BODY}Source: TASS"),
    _is(K.REPRINTS, "dpa", text=f"{BODY}Quelle: dpa"),
    _is(K.REPRINTS, "AFP", text=f"{BODY}Source : AFP"),
    _is(K.REPRINTS, "EFE", text=f"{BODY}Fuente: EFE"),
    _is(K.REPRINTS, "TASS", text=f"{BODY}Источник: ТАСС"),
    _is(K.REPRINTS, "Reuters", text=f"{BODY}(via Reuters)"),
    _is(K.DERIVED_FROM, "dpa", text=f"{BODY}Mit Material der dpa"),
    _is(K.DERIVED_FROM, "AFP", text=f"{BODY}(avec AFP)"),
    _is(K.DERIVED_FROM, "EFE", text=f"{BODY}Con información de EFE"),
    _is(K.DERIVED_FROM, "Kommersant", text=f"{BODY}По материалам «Коммерсанта»".replace("Коммерсанта", "Коммерсантъ")),
    # Sentences.
    _is(K.REPRINTS, "The Guardian", text=f"{BODY}This article first appeared in The Guardian."),
    _is(K.REPRINTS, "Der Spiegel", text=f"{BODY}This story was originally published by Der Spiegel on 4 May 2026."),
    _is(K.REPRINTS, "Politico", text=f"This article was first published on May 4, 2026 in Politico.\n\n{BODY}"),
    _is(K.REPRINTS, "Harbour Review", text=f"{BODY}Originally published in Harbour Review."),
    _is(
        K.REPRINTS,
        "The Conversation",
        text=f"{BODY}This article is republished from The Conversation under a Creative Commons license.",
    ),
    _is(K.REPRINTS, "Quay Weekly", text=f"{BODY}Reprinted with permission from Quay Weekly. All rights reserved."),
    _is(
        K.REPRINTS,
        "https://quay.example/2026/basin",
        text=f"{BODY}Originally published at https://quay.example/2026/basin",
    ),
    _is(K.REPRINTS, "quay.example", text=f"{BODY}This post was originally published on quay.example."),
    _is(K.REPRINTS, "taz", text=f"{BODY}Dieser Artikel erschien zuerst in der taz."),
    _is(K.REPRINTS, "Die Zeit", text=f"{BODY}Dieser Beitrag wurde zuerst bei Zeit Online veröffentlicht."),
    _is(K.REPRINTS, "Correctiv", text=f"Zuerst erschienen am 4. Mai 2026 bei Correctiv\n\n{BODY}"),
    _is(K.REPRINTS, "Hafenblatt", text=f"{BODY}Mit freundlicher Genehmigung des Hafenblatt"),
    _is(K.REPRINTS, "Le Monde", text=f"{BODY}Cet article a été initialement publié dans Le Monde."),
    _is(K.REPRINTS, "Mediapart", text=f"{BODY}Cet article est paru d'abord sur Mediapart."),
    _is(K.REPRINTS, "El País", text=f"{BODY}Este artículo fue publicado originalmente en El País."),
    _is(K.REPRINTS, "elDiario.es", text=f"Publicado originalmente en elDiario.es\n\n{BODY}"),
    _is(K.REPRINTS, "Meduza", text=f"{BODY}Эта статья была впервые опубликована на сайте «Медуза»."),
    _is(K.REPRINTS, "Vedomosti", text=f"{BODY}Впервые опубликовано в «Ведомости»"),
    _is(K.TRANSLATION_OF, "Der Spiegel", text=f"{BODY}This article was originally published in German in Der Spiegel."),
    _is(K.TRANSLATION_OF, "Le Monde", text=f"{BODY}Translated from an article published in Le Monde"),
    _is(K.TRANSLATION_OF, "The Guardian", text=f"{BODY}Übersetzung eines Artikels aus dem Guardian"),
    _is(K.TRANSLATION_OF, "Financial Times", text=f"{BODY}Перевод статьи из Financial Times"),
    # Addresses alone.
    _is(
        K.ARCHIVED_AS,
        "https://www.who.int/news/1",
        text=BODY,
        url="https://web.archive.org/web/20260806120000/https://www.who.int/news/1",
    ),
    _is(
        K.ARCHIVED_AS,
        "http://quay.example/a?b=1",
        text=BODY,
        url="https://archive.ph/2026.08.06-120000/http://quay.example/a?b=1",
    ),
    _is(
        K.ARCHIVED_AS,
        "https://quay.example/a",
        text=BODY,
        url="https://arquivo.pt/wayback/20260806120000/quay.example/a",
    ),
    _is(K.REPRINTS, "https://x.com/UN/status/1", text=BODY, url="https://nitter.net/UN/status/1"),
    _is(
        K.TRANSLATION_OF,
        "https://www.quay-news.example/a",
        text=BODY,
        url="https://www-quay--news-example.translate.goog/a?_x_tr_sl=de",
    ),
    _is(K.REPRINTS, "https://quay.example/a", text=BODY, url="https://12ft.io/https://quay.example/a"),
    _is(K.REPRINTS, "X", text=BODY, url="https://threadreaderapp.com/thread/1.html"),
)
TRAPS = (
    Labelled(BODY),
    Labelled(f"{BODY}Reuters reported earlier that the wall was cracked."),
    Labelled(f"{BODY}The news was first reported by The Guardian."),
    Labelled(f"{BODY}The study was originally published in Nature."),
    Labelled(f"{BODY}His essay first appeared in The New Yorker in 1990."),
    Labelled(f"{BODY}An earlier version of this article was published by mistake in The Guardian."),
    Labelled(f"{BODY}This article was first published on 4 May 2026."),
    Labelled(f"{BODY}This article was originally published in 2019 and has been updated."),
    Labelled(f"{BODY}This article was originally published in March."),
    Labelled(f"{BODY}This article first appeared in our weekend edition."),
    Labelled(f"{BODY}This article first appeared in The Harbour-Post.", url="https://www.harbour-post.example/2"),
    Labelled(f"{BODY}This article first appeared in the Guardian.", url="https://www.theguardian.com/world/1"),
    Labelled(f"WASHINGTON, Aug 6 (Reuters) - {BODY}", url="https://www.reuters.com/world/1"),
    Labelled(f"{BODY}Copyright 2026 The Associated Press. All rights reserved.", url="https://apnews.com/article/1"),
    Labelled(f"{BODY}(Reporting by Jane Roe; Editing by John Doe)", url="https://www.reuters.com/world/1"),
    Labelled(f"REUTERS/Jane Roe\n\n{BODY}"),
    Labelled(f"{BODY}A crane in the basin. REUTERS/Jane Roe"),
    Labelled(f"{BODY}Photo: Reuters"),
    Labelled(f"{BODY}Foto: dpa"),
    Labelled(f"{BODY}Foto: Jane Roe/dpa"),
    Labelled(f"{BODY}The crane in May (photo)\n© AFP"),
    Labelled(f"{BODY}© AFP / Jane Roe"),
    Labelled(f"{BODY}Photo © AFP"),
    Labelled(f"{BODY}Chart: ships in the basin\nSource: Reuters"),
    Labelled(f"{BODY}Source: the harbour authority"),
    Labelled(f"{BODY}Source: Harbour statistics, 2025"),
    Labelled(f"{BODY}Quelle: eigene Berechnungen"),
    Labelled(f"{BODY}Sources: Reuters, AFP, own reporting"),
    Labelled(f"{BODY}The ship came to Hamburg via Antwerp."),
    Labelled(f"{BODY}She answered via Telegram."),
    Labelled(f"The minister (Reuters) - or so it was said - had left.\n{BODY}"),
    Labelled(f"The agency (AP) — founded in 1846 — has bureaus in the city.\n{BODY}"),
    Labelled(f"He wrote to the board of Bloomberg (the company) – {BODY}"),
    Labelled(f"By Jane Roe\n{BODY}"),
    Labelled(f"By Tuesday\n{BODY}"),
    Labelled(f"By The Quay\n{BODY}"),
    Labelled(f"{BODY}With additional reporting by Reuters."),
    Labelled(f"{BODY}Reuters contributed to this report."),
    Labelled(f"{BODY}Follow us on Telegram and YouTube."),
    Labelled(f"{BODY}Read the original report here."),
    Labelled(f"{BODY}Der Bericht erschien zuerst in der Zeit."),
    Labelled(f"{BODY}Dieser Artikel wurde zuletzt im Mai aktualisiert."),
    Labelled(f"{BODY}Dieser Artikel erschien zuerst im Mai."),
    Labelled(f"{BODY}Wie die Nachrichtenagentur dpa meldet, bleibt das Becken gesperrt."),
    Labelled(f"{BODY}Laut dpa"),
    Labelled(f"{BODY}Selon l'AFP, le port reste fermé."),
    Labelled(f"{BODY}Le rapport a été publié dans Le Monde."),
    Labelled(f"{BODY}Según EFE, el puerto sigue cerrado."),
    Labelled(f"{BODY}El informe fue publicado originalmente en El País."),
    Labelled(f"{BODY}Об этом сообщает ТАСС."),
    Labelled(f"{BODY}По данным Интерфакса, порт закрыт."),
    Labelled(f"{BODY}Как пишет «Коммерсантъ», порт закрыт."),
    Labelled(f"{BODY}Исследование было впервые опубликовано в журнале «Наука»."),
    Labelled(f"{BODY}The book was translated from the German by Jane Roe."),
    Labelled(f"{BODY}Translated from German by Jane Roe"),
    Labelled(f"{BODY}Reprinted from an old drawing, the map shows the basin."),
    Labelled(f"{BODY}Originally published as a pamphlet, the book sold well."),
    Labelled(f"{BODY}© 2026 Harbour Post. All rights reserved."),
    Labelled(BODY, url="https://web.archive.org/"),
    Labelled(BODY, url="https://archive.ph/AbCdE"),
    Labelled(BODY, url="https://perma.cc/AB12-CD34"),
    Labelled(BODY, url="https://harbour-post.example/go?url=https://quay.example/a"),
    Labelled(BODY, url="https://harbour-post.example/20260806/www.quay.example/a"),
    Labelled(BODY, url="https://translate.google.com/"),
)
