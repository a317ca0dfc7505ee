from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dashboard.escaping import cut_after, cut_before, markdown_safe, shortened

JOINER = "\u2060"


@pytest.mark.parametrize(
    "text",
    [
        "$x$ and $$y$$",
        ":red[x] :blue-badge[y]",
        "![](http://x.example/p.png)",
        "<script>alert(1)</script>",
        "[a](javascript:alert(1))",
        ":material/check: :smile: :streamlit:",
        "**b** _i_ ~~s~~ `c`",
        "1. one",
        "# heading",
        "--> <- a@b.example www.example.com",
    ],
)
def test_no_mark_is_left_that_markdown_would_read(text: str) -> None:
    escaped = markdown_safe(text)

    assert not re.search(r"(?<!\\)[$`*_\[\]<>#!:~|]", escaped.replace("\\\\", ""))
    assert _shown(escaped) == text


@pytest.mark.parametrize("run", [":streamlit:", "-->", "<->", "www.x.example", "a@b.example", "http://x.example"])
def test_runs_that_streamlit_rewrites_itself_are_taken_apart(run: str) -> None:
    plain = re.sub(r"\\(.)", r"\1", markdown_safe(run))

    assert run not in plain
    assert plain.replace(JOINER, "") == run


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=60))
def test_any_text_is_shown_letter_by_letter(text: str) -> None:
    assert _shown(markdown_safe(text)) == " ".join(text.split())


def test_line_breaks_become_blanks_and_turning_marks_are_left_out() -> None:
    assert markdown_safe("a\n\n- b\u202ec") == "a \\- bc"


def test_a_long_label_is_cut_with_an_ellipsis() -> None:
    assert markdown_safe("word " * 20, longest=12) == "word word w…"


def test_a_short_text_is_not_cut() -> None:
    assert shortened("a  b\nc", 5) == "a b c"


def test_what_stands_around_a_passage_begins_and_ends_with_a_whole_word() -> None:
    assert cut_before("ation marks is taken ") == "…marks is taken "
    assert cut_after(" in the first da") == " in the first…"
    assert (cut_before("abc"), cut_after("abc")) == ("…abc", "abc…")


def _shown(escaped: str) -> str:
    """Read inline Markdown as a browser shows it, by a parser of somebody else's."""
    (inline,) = MarkdownIt("commonmark").parseInline(escaped)
    assert {child.type for child in inline.children or []} <= {"text", "text_special"}
    return "".join(child.content for child in inline.children or []).replace(JOINER, "")
