"""What stands on the small web: one sentence of a minister, and what became of it on its way into an article.

The assembly's transcript has it as it was said. A wire report makes it stronger, another site copies the report, and
the article quotes the copy. One page says later something else than before, one goes away, one leads inward.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.firsthand.text.pdf_maker import lines, make_pdf

ASSEMBLY = "sittings.norden.gov"
WIRE = "coastwire.example"
COPIER = "harbourclips.example"
DAILY = "dailycourier.example"
PIER = "pier.example"
NOTICE = "notice.example"
HOSTS = (ASSEMBLY, WIRE, COPIER, DAILY, PIER, NOTICE)

ARTICLE = f"http://{DAILY}/2026/03/04/ferry-to-close"
COPY = f"http://{COPIER}/norden-ferry"
REPORT = f"http://{WIRE}/reports/norden-ferry-to-close"
TRANSCRIPT = f"http://{ASSEMBLY}/2026-03-03"
TRANSCRIPT_PDF = f"http://{ASSEMBLY}/2026-03-03.pdf"
TIMETABLE = f"http://{PIER}/timetable"
INWARD = f"http://{NOTICE}/ferry"

SAID = "We may have to close the Norden ferry line in May, unless the council finds the money."
QUOTED = "We will have to close the Norden ferry line in May"
LATER_SAID = "No decision has been taken on the Norden ferry line."

_SITTING = (
    "The sitting opened at ten o'clock with the President of the assembly in the chair.",
    "The President: The first question is put by Mr Lund to the Minister of Transport. It concerns the ferries.",
    (
        "Mr Lund: Eleven thousand people crossed the sound last year on the line from Norden. The ship is forty years"
        " old, the quay is crumbling, and in winter every third crossing is cancelled. What does the government intend"
        " to do?"
    ),
    (
        "Ms Berg, Minister of Transport: I thank the member for the question. {said} We are in talks with the council,"
        " and I hope to be able to tell the assembly more before Easter."
    ),
    "Mr Lund: I hear what the minister says. The people of the islands would have liked to hear it from her earlier.",
    "Ms Berg, Minister of Transport: They have heard it from me. I was in Norden on 12 February and met the mayor.",
    "The President: The second question is put by Ms Aune. It concerns the road tunnel at Skar.",
)


class Answer(NamedTuple):
    """What a page answers."""

    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    location: str | None = None


def transcript(said: str = SAID) -> Answer:
    """The record of the sitting, with what the minister said in it."""
    paragraphs = [paragraph.format(said=said) for paragraph in _SITTING]
    return _page("Record of the sitting of 3 March 2026", *paragraphs, site="Assembly of Norden", date="2026-03-03")


def transcript_pdf() -> Answer:
    """The same record on two pages of a PDF."""
    words = " ".join(_SITTING).format(said=SAID).split()
    rows = [" ".join(words[at : at + 11]) for at in range(0, len(words), 11)]
    half = len(rows) // 2
    pages = [lines(60, 780, *rows[:half], size=11), lines(60, 780, *rows[half:], size=11)]
    return Answer(make_pdf(pages, {"Title": "Record of the sitting of 3 March 2026"}), "application/pdf")


def the_web() -> dict[str, Answer]:
    """Every page by its address."""
    return {
        TRANSCRIPT: transcript(),
        TRANSCRIPT_PDF: transcript_pdf(),
        REPORT: _page(
            "Norden ferry line to close in May",
            f"NORDEN, 3 March (Coast Wire) - “{QUOTED},” Transport Minister Ola Berg said on Tuesday, according to the"
            f' <a href="{TRANSCRIPT}">record of the sitting</a>.',
            "Eleven thousand people crossed the sound on the line last year, a member of the assembly said.",
            site="Coast Wire",
            date="2026-03-03",
        ),
        COPY: _page(
            "Ferry line to close in May",
            f"“{QUOTED},” Transport Minister Ola Berg said on Tuesday.",
            "Eleven thousand people crossed the sound on the line last year, a member of the assembly said.",
            f'This report is reproduced from <a href="{REPORT}">Coast Wire</a>.',
            site="Harbour Clips",
            date="2026-03-04",
        ),
        ARTICLE: _page(
            "Islanders fear for their ferry",
            "The islands off Norden may lose their only crossing this spring, islanders said on Wednesday.",
            f"“{QUOTED},” Transport Minister Ola Berg"
            f' <a href="{COPY}">told the assembly on 3 March 2026</a>. It carries mail, schoolchildren and sheep.',
            "“We will fight for every crossing,” said Mayor Tore Vik.",
            f'The summer <a href="{TIMETABLE}">timetable</a> has not been published yet.',
            site="Daily Courier",
            date="2026-03-04",
        ),
        TIMETABLE: _page("Timetable", "Ships leave Norden at 7.10, 12.30 and 18.45.", site="Norden Pier"),
        INWARD: Answer(status=302, location="http://127.0.0.1/inside"),
    }


def _page(title: str, *paragraphs: str, site: str, date: str = "") -> Answer:
    dated = f'<meta property="article:published_time" content="{date}T12:00:00Z">' if date else ""
    text = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return Answer(
        (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
            f'<meta property="og:site_name" content="{site}">{dated}</head>'
            f'<body><header><a href="/">{site}</a></header><main><article><h1>{title}</h1>\n{text}\n</article></main>'
            "<footer>All rights reserved.</footer></body></html>"
        ).encode()
    )
