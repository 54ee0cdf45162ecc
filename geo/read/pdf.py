"""PDF files: the text layer, in reading order; lines joined to paragraphs."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw

from geo.errors import InputTooLarge, UnreadableInput
from geo.read.source import Draft, Drafts, Source, read_bytes
from geo.read.visual_order import Glyph, has_arabic, reading_order
from geo.settings import Settings

_LINE_END = re.compile(r"\r\n|\r|\n")
_HYPHENATED = re.compile(r"(?<=[a-zа-я])[-\u00ad\ufffe\u0002]\n(?=[a-zа-я])")
#: A shorter line is a heading or the end of a paragraph, in characters.
_SHORTEST_LINE = 40
#: Characters are on one line when they stand less than this apart, in heights of the line.
_SAME_LINE = 0.5
#: Presentation forms: shaped Arabic letters and ligatures, which old files hold in place of letters.
_SHAPED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")


def read(source: Source, settings: Settings) -> Drafts:
    """Read one PDF.

    Raises
    ------
    UnreadableInput
        When it is damaged, has a password, or holds pictures of text only.
    InputTooLarge
        When it, or one page of it, is over the limits.
    """
    data = read_bytes(source, settings.max_bytes)
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            pages = [_page(pdf, number, settings) for number in range(len(pdf))]
            title = pdf.get_metadata_value("Title").strip() or None
    except pypdfium2.PdfiumError as error:
        raise UnreadableInput("this PDF is damaged or has a password") from error
    text = "\n\n".join(page for page in pages if page)
    if not text.strip():
        raise UnreadableInput("this PDF holds pictures of text only; run text recognition (OCR) on it first")
    yield Draft(text, title=title)


def _page(pdf: pypdfium2.PdfDocument, number: int, settings: Settings) -> str:
    page = pdf[number]
    textpage = page.get_textpage()
    try:
        if textpage.count_chars() > settings.max_characters:
            raise InputTooLarge(f"page {number + 1} has over {settings.max_characters:,} characters")
        raw = textpage.get_text_range()
        if has_arabic(raw):
            raw = reading_order(_lines(textpage))
    finally:
        textpage.close()
        page.close()
    return paragraphs(raw)


def _lines(textpage: pypdfium2.PdfTextPage) -> Iterator[list[Glyph]]:
    """Yield the glyphs of each line: characters that follow each other at one height."""
    line: list[Glyph] = []
    baseline: float | None = None
    for index in range(textpage.count_chars()):
        character = chr(pypdfium2.raw.FPDFText_GetUnicode(textpage, index))
        if character in "\r\n":
            character = " "  # PDFium breaks lines where marks rise, too
        left, low, right, high = textpage.get_charbox(index, loose=True)
        up = _baseline(textpage, index) if character.isalnum() else baseline
        if up is not None and baseline is not None and abs(up - baseline) > (high - low) * _SAME_LINE:
            yield line
            line = []
        baseline = baseline if up is None else up
        line.append(Glyph(character, left, right, high - low))
    yield line


def _baseline(textpage: pypdfium2.PdfTextPage, index: int) -> float:
    """Return the height at which a character stands, in points."""
    across, up = ctypes.c_double(), ctypes.c_double()
    pypdfium2.raw.FPDFText_GetCharOrigin(textpage, index, across, up)
    return up.value


def paragraphs(raw: str) -> str:
    """Join the lines of a page into paragraphs and shaped letters into letters."""
    text = _LINE_END.sub("\n", _SHAPED.sub(lambda run: unicodedata.normalize("NFKC", run.group()), raw))
    text = _HYPHENATED.sub("", text)
    lines = [line.strip() for line in text.split("\n")]
    joined: list[str] = []
    for before, line in zip(["", *lines], lines, strict=False):
        goes_on = len(before) >= _SHORTEST_LINE and line and before[-1] not in ".!?؟:؛…۔"
        if goes_on and joined:
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return "\n".join(joined).strip()
