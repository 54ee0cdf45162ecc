"""Split news text into sentences, with offsets of the original text.

One pass over the marks that may end a sentence; each is judged by the characters beside it. A newline ends a sentence
unless the text is wrapped at a fixed width. Marks inside a closed pair of quotation marks do not, as long as the
quotation goes on; neither do decimals, initials and abbreviations. The Arabic semicolon stays inside its sentence.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from geo.text.abbreviations import ABBREVIATIONS, STARTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A quotation longer than this (characters) is split like other text: its closing mark is likely not its own.
_LONGEST_QUOTE = 600
#: No sentence is longer than this (characters): text without stops is cut at a comma, else at a space. Nobody reads a
#: longer one as evidence, and what relates the words of a sentence may count on it.
_LONGEST_SENTENCE = 2000
_SOFT_END = re.compile(r"[؛;،,:]\s|\s")
_MARKS = re.compile("[.!?؟…۔]+|\n\\s*|\r\\s*|\u2029\\s*")
_QUOTES = re.compile(
    f'«[^«»\n]{{0,{_LONGEST_QUOTE}}}»|“[^“”\n]{{0,{_LONGEST_QUOTE}}}”|(?<!\\w)"(?=\\S)[^"\n]{{0,{_LONGEST_QUOTE}}}"(?!\\w)'
)
_CLOSERS = "»”\"'’)]}›"
_OPENERS = "«“\"'‘([{‹—–-•* "
_LAST_TOKEN = re.compile(r"[\w.ـ]+\Z")
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u0671-\u06d3]")
#: How far back (characters) the token before a mark may begin.
_TOKEN_REACH = 24
# A text counts as wrapped when it has this many lines, none long, most full and few ending in a mark.
_WRAP_LINES, _WRAP_WIDTH, _WRAP_FULL, _WRAP_ENDED = 5, 110, 45, 0.5


def sentence_spans(text: str, language: str) -> list[tuple[int, int]]:
    """Return the sentences of ``text``.

    Parameters
    ----------
    text
        The original text.
    language
        ISO 639-1 code; it chooses the abbreviations.

    Returns
    -------
    list of tuple of int
        Start and end of each sentence in code points of ``text``, trimmed of white space, in order, not overlapping.

    Examples
    --------
    >>> text = "زار الوزير مينسك. وقال: «نعم. نوافق». وعاد إلى طهران."
    >>> [text[start:end] for start, end in sentence_spans(text, "ar")]
    ['زار الوزير مينسك.', 'وقال: «نعم. نوافق».', 'وعاد إلى طهران.']
    """
    spans = []
    start = 0
    for stop in _ends(text, language):
        for end in _pieces(text, start, stop):
            if (span := _trim(text, start, end)) is not None:
                spans.append(span)
            start = end
    return spans


def _pieces(text: str, start: int, stop: int) -> Iterator[int]:
    """Yield where an overlong sentence is cut, its end last."""
    while stop - start > _LONGEST_SENTENCE:
        cut = start + _LONGEST_SENTENCE
        softer = [match.end() for match in _SOFT_END.finditer(text, start + _LONGEST_SENTENCE // 2, cut)]
        commas = [end for end in softer if not text[end - 2].isspace() and text[end - 2] in "؛;،,:"]
        start = (commas or softer or [cut])[-1]
        yield start
    yield stop


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Shrink a span to its text; None where it holds no letter or digit."""
    piece = text[start:end]
    stripped = piece.strip()
    if not any(c.isalnum() for c in stripped):
        return None
    begin = start + len(piece) - len(piece.lstrip())
    return begin, begin + len(stripped)


def _ends(text: str, language: str) -> Iterator[int]:
    """Yield the offsets at which sentences end, the end of the text last."""
    wrapped = _is_wrapped(text)
    quotes = _QUOTES.finditer(text)
    quote = next(quotes, None)
    done = 0
    for mark in _MARKS.finditer(text):
        begin, end = mark.span()
        if begin < done:
            continue
        while quote is not None and quote.end() <= begin:
            quote = next(quotes, None)
        if mark.group()[0] in "\n\r\u2029":
            done = end if not wrapped or _is_paragraph(mark.group()) else done
        else:
            inside = quote.end() if quote is not None and quote.start() < begin else 0
            done = _judge(text, begin, end, inside, language) or done
        if done > begin:
            yield done
    yield len(text)


def _is_paragraph(gap: str) -> bool:
    """Tell a paragraph break from the end of a wrapped line."""
    return gap.count("\n") + gap.count("\u2029") > 1 or gap.count("\r") > 1


def _is_wrapped(text: str) -> bool:
    """Tell whether lines break at a fixed width rather than at paragraphs."""
    lines = [line.strip() for line in text[:8000].split("\n")][:-1]
    followed = [line for line, after in itertools.pairwise(lines) if line and after]
    if len(followed) < _WRAP_LINES or max(map(len, followed)) > _WRAP_WIDTH:
        return False
    ended = sum(line[-1] in ".!?؟…:»”" for line in followed)
    full = sum(len(line) >= _WRAP_FULL for line in followed)
    return full > 0.7 * len(followed) and ended < _WRAP_ENDED * len(followed)


def _judge(text: str, begin: int, end: int, quote_end: int, language: str) -> int:
    """Return where the sentence ends whose possible end is the mark ``begin:end``; 0 where it goes on."""
    stop = end
    while stop < len(text) and text[stop] in _CLOSERS and stop < end + 4:
        stop += 1
    if quote_end > stop:
        return 0
    if stop < len(text) and not text[stop].isspace() and not _joined_sentences(text, begin, stop):
        return 0
    following = _following(text, stop)
    if not following:
        return stop
    if following[0].islower() or following[0] in ",،;؛":
        return 0
    plain_stop = text[begin:end] == "."
    return 0 if plain_stop and _is_abbreviated(text, begin, following, language) else stop


def _joined_sentences(text: str, begin: int, stop: int) -> bool:
    """Tell «...البلدين.وقال...», a missing space between sentences, from an initialism or an address."""
    return (
        begin > 2  # noqa: PLR2004 - two letters before the mark: an initialism has one
        and bool(_ARABIC_LETTER.match(text[stop]))
        and all(_ARABIC_LETTER.match(c) for c in text[begin - 3 : begin])
    )


def _following(text: str, stop: int) -> str:
    """Return the beginning of what follows on the line, without opening marks."""
    return text[stop : stop + 40].split("\n", 1)[0].lstrip(_OPENERS)


def _is_abbreviated(text: str, begin: int, following: str, language: str) -> bool:
    """Tell whether the full stop at ``begin`` belongs to an abbreviation, an initial or a numbered item."""
    token_match = _LAST_TOKEN.search(text[max(0, begin - _TOKEN_REACH) : begin])
    if token_match is None:
        return False
    token = token_match.group().strip(".")
    if token.lower() in ABBREVIATIONS.get(language, ABBREVIATIONS["en"]):
        return not _ends_a_year(text, begin, token, following, language)
    if token.isdigit():
        return begin - len(token) == text.rfind("\n", 0, begin) + 1 or (language == "ru" and len(token) < 3)  # noqa: PLR2004
    if len(token) == 1 and token.isupper():
        return True
    initialism = "." in token and all(len(part) == 1 for part in token.split("."))
    return initialism and re.split(r"\W", following.lower(), maxsplit=1)[0] not in STARTERS


def _ends_a_year(text: str, begin: int, token: str, following: str, language: str) -> bool:
    """«عام 1979 م. وقال» and «в 2015 г. Он»: the abbreviation of a year that also ends the sentence."""
    before = text[max(0, begin - len(token) - 2) : begin - len(token)].strip()
    if not before[-1:].isdigit():
        return False
    if language == "ar":
        return following.startswith("و")
    return language == "ru" and following[0].isupper() and token in ("г", "гг")
