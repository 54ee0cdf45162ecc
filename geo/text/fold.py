"""Fold a text for matching and keep the way back to the original offsets.

Folding makes one spelling of many: no diacritics or tatweel, one alef, one yeh, one kaf, ASCII digits, plain hyphens
and quotation marks, lower case, single spaces. It is only ever used to *find*; what is shown, stored or counted is
the original text. Heh/teh marbuta and waw with hamza are kept apart: they tell names from one another.

Examples
--------
>>> folded = fold("وَزارَةُ الخارجيّة ١٤٠٤")
>>> folded.text
'وزارة الخارجية 1404'
>>> folded.original(6, 14)
(9, 18)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

# One letter for each family of look-alikes. Alef with any hamza or madda, both yehs with hamza, Persian letters.
_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ی": "ي", "ې": "ي", "ے": "ي",
    "ک": "ك", "ڪ": "ك", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ٶ": "ؤ",
    "ё": "е", "Ё": "е", "ı": "i", "ß": "s", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d",
}  # fmt: skip
_HYPHENS = "‐‑‒–—―−﹣－"
_SINGLE_QUOTES = "‘’‚‛ʼʻ`´′"
_DOUBLE_QUOTES = "“”„‟«»″"
# Marks and controls that vanish: combining marks, tatweel, joiners, direction marks, soft hyphen, BOM.
_REMOVED = (
    "\u0300-\u036f\u0483-\u0489\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u08d3-\u08ff\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\ufe00-\ufe0f\ufe20-\ufe2f\ufeff"
)
_VANISHING = re.compile(f"[{_REMOVED}]")
_SPACES = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ALL_SPACES = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# Stretches whose length changes: short i written as two code points, removed marks, runs of spaces, ligatures.
_CHANGES = re.compile(
    f"[иИ]\u0306|[{_REMOVED}]+|[{_SPACES}]{{2,}}|[\u0132\u0133\u0152\u0153\u00c6\u00e6\u0130\ufb00-\ufb06\ufbea-\ufdfb\ufef5-\ufefc]"
)


class _FoldTable(dict[int, str]):
    """Code point -> folded character, worked out when a code point is first seen."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    """Fold one character to exactly one character."""
    if character in _LETTERS:
        return _LETTERS[character]
    for group, plain in ((_HYPHENS, "-"), (_SINGLE_QUOTES, "'"), (_DOUBLE_QUOTES, '"')):
        if character in group:
            return plain
    if (digit := unicodedata.digit(character, None)) is not None and character.isdecimal():
        return str(digit)
    category = unicodedata.category(character)
    if category in ("Zs", "Cs"):  # a lone surrogate cannot be encoded, and is no letter
        return " " if category == "Zs" else "\ufffd"
    lower = character.lower()
    if len(lower) != 1 or lower == "й":
        return lower if len(lower) == 1 else character
    # Compatibility form (Arabic presentation forms, full width), then the base letter without its marks.
    base = unicodedata.normalize("NFKD", lower)
    if "\u0400" <= lower <= "\u04ff":  # Cyrillic letters with marks are letters of their own (й, ў, ї)
        return lower
    stripped = "".join(c for c in base if not unicodedata.combining(c))
    if len(stripped) != 1:
        return lower
    return _LETTERS.get(stripped, stripped)


_TABLE = _FoldTable()
#: The same as an array, 0 where a code point was not yet seen; and what each code point does to the length.
_CODES = np.zeros(0x110000, dtype=np.uint32)
_LENGTHS = np.zeros(0x110000, dtype=np.uint8)
_SPACE, _MARK = 1, 2
#: Shorter texts (characters) are folded without arrays.
_SHORT = 250
_UTF32 = "utf-32-le"


def _codes(text: str) -> npt.NDArray[np.uint32]:
    """Return the code points of a text; afterwards the arrays know them all."""
    codes = np.frombuffer(text.encode(_UTF32, "surrogatepass"), dtype=np.uint32)
    known = _CODES[codes]
    if not known.all():
        for code in np.unique(codes[known == 0]).tolist():
            _CODES[code] = ord(_TABLE[code])
            _LENGTHS[code] = _SPACE if chr(code) in _ALL_SPACES else _MARK if _CHANGES.match(chr(code)) else 0
    return codes


def _translate(text: str) -> str:
    """Fold each character of a text to one character."""
    if len(text) < _SHORT:
        return text.translate(_TABLE)
    return _CODES[_codes(text)].tobytes().decode(_UTF32)


def _changes(text: str) -> Iterator[re.Match[str]]:
    """Yield the stretches whose length changes; in a long text only where an array shows that one may begin."""
    if len(text) < _SHORT:
        yield from _CHANGES.finditer(text)
        return
    lengths = _LENGTHS[_codes(text)]
    spaces = lengths == _SPACE
    second = np.zeros_like(spaces)
    np.logical_and(spaces[:-1], spaces[1:], out=second[1:])
    last = 0
    for place in np.flatnonzero(second | (lengths == _MARK)).tolist():
        # A second space and the breve of a short i belong to the character before.
        begin = place - 1 if place > last and (second[place] or text[place - 1] in "иИ") else place
        match = _CHANGES.match(text, begin) or _CHANGES.match(text, place)
        if place >= last and match is not None:
            yield match
            last = match.end()


def _replace(run: str) -> str:
    """Return what a stretch of changed length becomes (it still passes through the table)."""
    if run[0] in "иИ":
        return "й"
    if run.isspace():
        return " "
    if _VANISHING.match(run):
        return ""
    decomposed = unicodedata.normalize("NFKD", run.lower())
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return {"æ": "ae", "œ": "oe"}.get(kept, "" if kept == run and not kept.isalpha() else kept)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, the text it came from, and for each folded character the offset of the original one.

    ``index`` has one entry more than ``text``: the last is the length of the original.
    """

    text: str
    index: Sequence[int]
    source: str

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original text that the folded span ``start:end`` stands for.

        Marks on the last character (its diacritics) belong to the span; spaces and direction marks do not.
        """
        begin = self.index[start]
        if start >= end:
            return begin, begin
        stop = self.index[end - 1] + 1
        if self.index[end] == stop:  # no mark was removed here
            return begin, stop
        while stop < len(self.source) and (unicodedata.combining(self.source[stop]) or self.source[stop] == "ـ"):
            stop += 1
        return begin, stop


def fold(text: str) -> Folded:
    """Fold ``text`` for matching.

    Parameters
    ----------
    text
        Any Unicode text.

    Returns
    -------
    Folded
        The folded text with its offset map.
    """
    pieces: list[str] = []
    index: list[int] = []
    last = 0
    for match in _changes(text):
        begin, end = match.span()
        index.extend(range(last, begin))
        pieces.append(text[last:begin])
        replacement = _replace(match.group())
        index.extend([begin] * len(replacement))
        pieces.append(replacement)
        last = end
    if not index and not last:
        return Folded(_translate(text), range(len(text) + 1), text)
    index.extend(range(last, len(text) + 1))
    pieces.append(text[last:])
    return Folded(_translate("".join(pieces)), index, text)


@lru_cache(maxsize=50_000)
def fold_name(name: str) -> str:
    """Fold a name as `fold` folds running text, without the offset map.

    Examples
    --------
    >>> fold_name("Côte d’Ivoire"), fold_name("آستاراخان"), fold_name("Рёдал")
    ("cote d'ivoire", 'استاراخان', 'редал')
    """
    return fold(name).text.strip()
