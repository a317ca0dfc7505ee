"""Foreign words inside Streamlit's Markdown: labels, alerts and headings interpret it, so every mark is escaped.

Where a whole element can be plain (``st.text``, tables, the paper component) use that instead.
"""

from __future__ import annotations

import re

# Streamlit turns «-->», «:streamlit:», «www.» and mail addresses into something else after Markdown has been read, when
# the backslashes are gone; a word joiner, which has no width, takes such a run apart.
_RUNS = re.compile(r"(?<=[:@<>~=\-/])(?=\S)|(?<=www)(?=\.)", re.IGNORECASE)
_JOINER = "\u2060"
_MARKS = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>$~:&^=\"'/@%]")
_BREAKS = re.compile(r"[\s\u0085\u2028\u2029]+")
_INVISIBLE = re.compile(r"[\u0000-\u0008\u000e-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def markdown_safe(text: str, *, longest: int | None = None) -> str:
    """Return ``text`` as one line that Markdown shows letter by letter; cut to ``longest`` characters with an ellipsis.

    Marks that CommonMark lets be escaped get a backslash; runs that Streamlit itself rewrites are taken apart. Controls
    that turn or hide writing are left out, since a label with them would not show what it says.
    """
    line = _BREAKS.sub(" ", _INVISIBLE.sub("", text)).strip()
    if longest is not None and len(line) > longest:
        line = f"{line[: longest - 1].rstrip()}…"
    return _MARKS.sub(r"\\\g<0>", _RUNS.sub(_JOINER, line))


def shortened(text: str, longest: int) -> str:
    """Write a text in one line, cut to ``longest`` characters with an ellipsis where something was cut."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def cut_before(text: str) -> str:
    """Write what stands before a passage so that it begins with a whole word, after an ellipsis."""
    first, _, rest = text.partition(" ")
    return f"…{rest if rest.strip() else first}"


def cut_after(text: str) -> str:
    """Write what stands after a passage so that it ends with a whole word, before an ellipsis."""
    rest, _, last = text.rpartition(" ")
    return f"{(rest if rest.strip() else last).rstrip()}…"
