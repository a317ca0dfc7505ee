"""The language of a text is told by its script or its small words, or not at all."""

from __future__ import annotations

import pytest

from firsthand.text.languages import language_of, settle_language
from firsthand.text.tags import language_tag

SAMPLES = {
    "en": "The council voted on Tuesday to build a new library, and the mayor said that it would open in two years.",
    "de": "Der Stadtrat hat am Dienstag beschlossen, eine neue Bibliothek zu bauen, die in zwei Jahren öffnen soll.",
    "fr": "Le conseil municipal a voté mardi la construction d'une bibliothèque qui ouvrira dans deux ans.",
    "es": "El ayuntamiento votó el martes construir una nueva biblioteca que se abrirá dentro de dos años.",
    "pt": "A câmara municipal votou na terça-feira a construção de uma biblioteca que não abrirá antes de dois anos.",
    "it": "Il consiglio comunale ha votato martedì la costruzione di una nuova biblioteca che aprirà tra due anni.",
    "nl": "De gemeenteraad heeft dinsdag besloten een nieuwe bibliotheek te bouwen die over twee jaar opengaat.",
    "sv": "Kommunfullmäktige beslutade på tisdagen att bygga ett nytt bibliotek som ska öppna om två år.",
    "da": "Byrådet har tirsdag besluttet at bygge et bibliotek, som skal åbne om to år efter den gamles lukning.",
    "nb": "Kommunestyret har tirsdag vedtatt å bygge et bibliotek som skal åpne om to år etter at det gamle er revet.",
    "fi": "Kaupunginvaltuusto on päättänyt, että uusi kirjasto avataan vuonna 2027, mutta hinta ei ole vielä selvä.",
    "pl": "Rada miasta zdecydowała we wtorek, że nowa biblioteka, która ma być otwarta za dwa lata, nie będzie droga.",
    "cs": "Zastupitelstvo v úterý rozhodlo o stavbě nové knihovny, která se otevře za dva roky a bude podle něj levná.",
    "ro": "Consiliul local a votat marți construirea unei noi biblioteci, care nu va fi deschisă până în doi ani.",
    "tr": "Belediye meclisi salı günü yeni bir kütüphane için karar verdi ve bu kütüphane iki yıl içinde açılacak.",
    "hu": "A tanács kedden megszavazta, hogy könyvtár épüljön, amely két év múlva nyílik meg, de nem olcsó.",
    "id": "Dewan kota pada hari Selasa memutuskan untuk membangun perpustakaan yang akan dibuka dalam dua tahun.",
    "ru": "Городской совет во вторник проголосовал за строительство библиотеки, которая откроется через два года.",
    "uk": "Міська рада у вівторок проголосувала за будівництво нової бібліотеки, яка відкриється через два роки.",
    "ar": "صوت مجلس المدينة يوم الثلاثاء على بناء مكتبة جديدة في المدينة بعد أن قال العمدة إن ذلك ضروري.",
    "zh": "市议会周二投票决定新建一座图书馆，将于两年后开放。",
    "ja": "市議会は火曜日、2年後に開館する新しい図書館の建設を可決した。",
    "ko": "시의회는 화요일 2년 후 개관할 새 도서관 건설을 가결했다.",
    "el": "Το δημοτικό συμβούλιο ψήφισε την Τρίτη την κατασκευή νέας βιβλιοθήκης.",
    "he": "מועצת העיר הצביעה ביום שלישי בעד בניית ספרייה חדשה בעוד שנתיים.",
}


@pytest.mark.parametrize("language", sorted(SAMPLES))
def test_a_sentence_is_enough(language: str) -> None:
    assert language_of(SAMPLES[language]) == language


@pytest.mark.parametrize("text", ["", "12 + 34", "Berlin Paris London", "qwer asdf zxcv tyui ghjk bnmv plok mnji uhbv"])
def test_what_shows_no_language_has_none(text: str) -> None:
    assert language_of(text) is None


def test_a_declared_language_stands_unless_a_long_text_says_otherwise() -> None:
    german = SAMPLES["de"] * 6
    assert settle_language("de-AT", german) == ("de-AT", False)
    assert settle_language(None, german) == ("de", True)
    assert settle_language("en-US", german) == ("de", True)
    assert settle_language("en-US", SAMPLES["de"]) == ("en-US", False)
    assert settle_language("da", SAMPLES["nb"] * 6) == ("da", False)
    assert settle_language("cy", SAMPLES["en"] * 6) == ("cy", False)


@pytest.mark.parametrize(
    ("declared", "tag"),
    [
        ("en_gb", "en-GB"),
        ("DE", "de"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("und", None),
        ("English", None),
        ("", None),
        (None, None),
    ],
)
def test_tags_are_written_as_bcp_47_has_them(declared: str | None, tag: str | None) -> None:
    assert language_tag(declared) == tag
