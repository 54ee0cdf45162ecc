"""Arabic and Persian lines of a PDF, from the order of the eye to the order of reading.

A PDF holds glyphs at places. Software puts Arabic ones down from left to right or from right to left, a word this
way and the next the other; what a page really says is told by where its glyphs stand. Words are therefore ordered by
place: a word whose letters run to the right is turned, the words of a line are read from the right, numbers and Latin
words from the left, and brackets that face away from each other are exchanged. Letters with vowel marks are often
placed as pictures of their own: words that have such marks may come out apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_ARABIC = "\u0600-\u0605\u0608\u060b\u0610-\u061a\u0620-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"
_LATIN = "A-Za-z\u00c0-\u024f\u0400-\u04ff"
_HAS_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_TOKEN = re.compile(
    f"(?P<right>[{_ARABIC}\u200c\u200d]+)|(?P<left>[{_LATIN}](?:[{_LATIN}{_DIGITS}.'’&_-]*[{_LATIN}{_DIGITS}])?|"
    f"[{_DIGITS}]+(?:-[{_DIGITS}]+-[{_DIGITS}]+|(?:[.,/:٫٬][{_DIGITS}]+)*))|(?P<space>\\s+)|(?P<other>.)",
    re.DOTALL,
)
_LATIN_WORD = re.compile(f"[{_LATIN}]")
_KINDS = ("()", "[]", "{}", "«»", "‹›")
_MIRRORED = {kind[this]: kind[1 - this] for kind in _KINDS for this in (0, 1)}
_OPENING = frozenset(kind[0] for kind in _KINDS)
_BRACKET = re.compile(f"[{re.escape(''.join(_KINDS))}]")
#: Least gap between words, in heights of the line.
_GAP = 0.1


class Glyph(NamedTuple):
    """A character, the left and right of its box, and the height of its font's line, in points."""

    character: str
    left: float
    right: float
    height: float = 0.0

    @property
    def middle(self) -> float:
        """Horizontal middle of the box."""
        return (self.left + self.right) / 2


class _Token(NamedTuple):
    kind: str
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.character for glyph in self.glyphs)

    @property
    def left(self) -> float:
        return min(glyph.left for glyph in self.glyphs)

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)


def has_arabic(text: str) -> bool:
    """Tell whether a text has Arabic letters."""
    return _HAS_ARABIC.search(text) is not None


def reading_order(lines: Iterable[Sequence[Glyph]]) -> str:
    """Return the text of a page whose lines are given as glyphs in any order within a word."""
    return _faced("\n".join(_line(line) for line in lines))


def _line(glyphs: Sequence[Glyph]) -> str:
    text = "".join(glyph.character for glyph in glyphs)
    if not has_arabic(text):
        return text
    tokens = [_turned(token) for token in _tokens(text, glyphs)]
    if len(_HAS_ARABIC.findall(text)) < len(_LATIN_WORD.findall(text)):
        return "".join(token.text for token in tokens).strip()
    words = [token for token in tokens if token.kind != "space"]
    ordered = list(_latin_phrases(sorted(words, key=lambda token: -(token.left + token.right))))
    return _spaced(ordered, max(glyph.height for glyph in glyphs) * _GAP)


def _spaced(tokens: Sequence[_Token], widest: float) -> str:
    """Join tokens; those further apart than ``widest`` with a space. Where a PDF has its spaces tells nothing."""
    if not tokens:
        return ""
    text = tokens[0].text
    for before, token in pairwise(tokens):
        gap = max(before.left, token.left) - min(before.right, token.right)
        text += f" {token.text}" if gap > widest else token.text
    return text


def _tokens(text: str, glyphs: Sequence[Glyph]) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        yield _Token(str(match.lastgroup), tuple(glyphs[match.start() : match.end()]))


def _turned(token: _Token) -> _Token:
    """Return a word in reading order: letters of Arabic from the right, numbers and Latin from the left."""
    if token.kind == "left":
        return token._replace(glyphs=tuple(sorted(token.glyphs, key=lambda glyph: glyph.middle)))
    if token.kind != "right":
        return token
    # Marks share the box of their letter, to its left; letters of one ligature may share one box wholly: their order
    # is that of the file, turned where the word is turned.
    steps = [two.middle - one.middle for one, two in pairwise(token.glyphs) if not _one_box(one, two)]
    turned = sum(1 if step > 0 else -1 for step in steps) > 0 or (not steps and len(token.glyphs) > 1)
    letters = token.glyphs[::-1] if turned else token.glyphs
    return token._replace(glyphs=tuple(sorted(letters, key=lambda glyph: -glyph.middle)))


def _one_box(one: Glyph, two: Glyph) -> bool:
    return one.left == two.left and one.right == two.right


def _latin_phrases(tokens: Iterable[_Token]) -> Iterator[_Token]:
    """Yield tokens read from the right, but each phrase of Latin words from the left."""
    phrase: list[_Token] = []
    for token in tokens:
        if phrase and (token.kind == "left" or (token.kind == "other" and token.text in "-–.,:&/'")):
            phrase.append(token)
        elif token.kind == "left" and _LATIN_WORD.search(token.text):
            phrase = [token]
        else:
            yield from _turned_phrase(phrase)
            phrase = []
            yield token
    yield from _turned_phrase(phrase)


def _turned_phrase(phrase: list[_Token]) -> Iterator[_Token]:
    """Yield the tokens up to the last Latin word backwards, what follows it as it was."""
    words = [place for place, token in enumerate(phrase) if _LATIN_WORD.search(token.text)]
    last = words[-1] + 1 if words else 0
    yield from reversed(phrase[:last])
    yield from phrase[last:]


def _faced(text: str) -> str:
    """Let brackets face each other.

    Their glyphs may be those of the eye or of the reader, so only their order tells: pairs within a line open and
    close in turn; where a line has one alone, it follows what leaves fewer astray on the page.
    """
    paired = "\n".join(_in_turn(line) for line in text.split("\n"))
    exchanged = "\n".join(_in_turn(_BRACKET.sub(_mirror, line)) for line in text.split("\n"))
    return exchanged if _astray(exchanged) < _astray(paired) else paired


def _mirror(match: re.Match[str]) -> str:
    return _MIRRORED[match.group()]


def _in_turn(line: str) -> str:
    """Let the brackets of a kind open and close in turn where a line has an even number of them."""
    for kind in _KINDS:
        count = sum(line.count(character) for character in kind)
        if count and count % 2 == 0:
            turns = iter(kind * (count // 2))
            line = "".join(next(turns) if character in kind else character for character in line)
    return line


def _astray(text: str) -> int:
    """Return the number of closing brackets that nothing opened."""
    depth = astray = 0
    for character in text:
        if character in _OPENING:
            depth += 1
        elif character in _MIRRORED:
            astray += depth == 0
            depth = max(depth - 1, 0)
    return astray
