"""The file was printed by a browser from a page with the text below."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.read import Problem, read_paths, read_uploads
from geo.read.pdf import paragraphs
from geo.read.visual_order import Glyph, reading_order

FILE = Path(__file__).parent / "files" / "arabic.pdf"
TEXT = (
    "استقبل وزير الخارجية النرويجي نظيره الياباني في أوسلو (من 18 إلى 20 أيار 2024)، ووقع "
    "الجانبان 7 اتفاقيات في المجالات «التجارية» والعلمية قبل لقاء الملك.\nعاد الوفد إلى طوكيو مع NATO."
)


def test_an_arabic_page_is_read_in_reading_order() -> None:
    (document,) = read_paths([FILE])
    assert document.language == "ar"
    assert document.text.split() == TEXT.split()


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", b"", b"plain words"])
def test_what_is_no_pdf_is_told(data: bytes) -> None:
    (found,) = read_uploads([("a.pdf", data)])
    assert isinstance(found, Problem)
    assert "PDF" in found.message


def glyphs(visual: str, *, start: float = 0) -> list[Glyph]:
    """Return glyphs that stand from left to right as given, ten points each, spaces left empty."""
    return [Glyph(character, start + 10 * n, start + 10 * n + 10, 12) for n, character in enumerate(visual)]


@pytest.mark.parametrize(
    ("visual", "text"),
    [
        ("وكسوم يف", "في موسكو"),
        ("رايأ 20", "20 أيار"),
        ("UN عم", "مع UN"),
        ("New York ىلإ دفولا رفاس", "سافر الوفد إلى New York"),
        ("2024-05-18 يف", "في 2024-05-18"),
        (")2024 رايأ(", "(أيار 2024)"),
        ("Oslo and Tokyo", "Oslo and Tokyo"),
    ],
)
def test_a_line_as_the_eye_sees_it_becomes_a_line_as_it_is_read(visual: str, text: str) -> None:
    assert reading_order([glyphs(visual)]) == text


def test_words_whose_letters_are_listed_from_the_right_stay_so() -> None:
    assert reading_order([glyphs("وكسوم يف")[::-1]]) == "في موسكو"


def test_lines_are_joined_to_paragraphs_and_shaped_letters_to_letters() -> None:
    long = "The delegation of the ministry arrived in the capi-\ntal on Sunday and stayed\nfor long talks.\nNew heading"
    assert paragraphs(long) == (
        "The delegation of the ministry arrived in the capital on Sunday and stayed for long talks.\nNew heading"
    )
    assert paragraphs("ﻻ ﻟﻘﺎﺀ") == "لا لقاء"
