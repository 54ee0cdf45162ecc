"""Cut folded text into the tokens that the grammar of dates knows; other words only part the stretches."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from geo.recognise.dates.vocabulary import CONNECTING, Meaning, Phrase, Vocabulary
from geo.text.codes import Class, codes_of, runs
from geo.text.fold import Folded
from geo.text.memory import Memory
from geo.text.words import lettered

_TOKEN = re.compile(
    r"""(?P<numeric>(?<![\d./-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?![\d]|[./-]\d))
      |(?P<number>\d+(?:[.,٫٬]\d+)*)(?P<suffix>-?(?:st|nd|rd|th|s|х|e)(?!\w)|-(?:го|му|е|ые|ых|й|м|я|ом)(?!\w))?
      |(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
      |(?P<mark>[^\w\s])|(?P<line>\n)""",
    re.VERBOSE,
)
_MARKS = {"-": "dash", "/": "slash", ",": "comma", "،": "comma", "(": "open", ")": "close", ".": "dot"}
# Arabic words may carry one or two proclitics; only the conjunction means something to a date.
_CLITICS = re.compile(r"^(?:[وف]?[بلك]?)(?=[^\W\d_]{2})")
_YEAR = range(1000, 2200)
_DIGIT = Class(str.isdecimal)
#: What stands around the first letter of a word that may be the ending of a number (15th, 15-го).
_SUFFIX = re.compile(r"\d-?\w|.\d\w", re.DOTALL)
#: What a word does in a stretch: see `Lexer._use`.
_PARTS, _STANDS, _DATES = 0, 1, 2
_DAY_DIGITS = 2
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A token of a date: its span in the folded text, its letter in the grammar, its meanings."""

    start: int
    end: int
    letter: str
    meanings: tuple[Meaning, ...]

    def value(self, *kinds: str) -> Meaning | None:
        """Return the meaning of one of these classes, if the token has it."""
        return next((meaning for meaning in self.meanings if meaning.kind in kinds), None)


class Lexer:
    """Cuts texts by the vocabulary of one language."""

    def __init__(self, vocabulary: Vocabulary, *, clitics: bool) -> None:
        self._vocabulary = vocabulary
        self._clitics = clitics
        self._starts = Memory(self._find)
        self._members = {word for known in vocabulary.by_first.values() for phrase in known for word in phrase.words}
        self._uses = Memory(self._use)

    def stretches(self, folded: Folded) -> Iterator[list[Token]]:
        """Give each run of tokens between words that no date has.

        Parameters
        ----------
        folded
            The folded text; token spans are offsets in it.

        Notes
        -----
        Stretches of connecting words alone («في», "of") make no date: only those around other words and digits are
        cut, from the word before that belongs to no date to the next such word.
        """
        text = folded.text
        starts, ends = lettered(text, "'")
        uses = [self._uses[text[start:end]] for start, end in zip(starts, ends, strict=True)]
        anchors = [start for start, use in zip(starts, uses, strict=True) if use == _DATES]
        digits, _ = runs(_DIGIT.mask(codes_of(text)))
        done = 0
        for anchor in sorted([*anchors, *digits]):
            if anchor < done:
                continue
            before = bisect_right(ends, anchor) - 1
            while before >= 0 and (uses[before] != _PARTS or _SUFFIX.match(text, max(0, starts[before] - 2))):
                before -= 1
            done = yield from self._around(folded, max(done, ends[before] if before >= 0 else 0), anchor)

    def _around(self, folded: Folded, begin: int, anchor: int) -> Generator[list[Token], None, int]:
        """Give the runs of tokens from ``begin`` to the first word behind ``anchor`` that parts; return its start."""
        run: list[Token] = []
        skip = begin
        for match in _TOKEN.finditer(folded.text, begin):
            start = match.start()
            if start < skip:
                continue
            word = match.group()
            parts = match.lastgroup == "word" and self._uses[word] == _PARTS
            tokens = [] if parts else self._read(match, folded)
            if tokens:
                run.extend(tokens)
                skip = tokens[-1].end
                continue
            if run:
                yield run
            run = []
            if parts and start > anchor:
                return start
        if run:
            yield run
        return len(folded.text)

    def _use(self, word: str) -> int:
        """Return what a word does: it parts stretches, or it may stand in one, or a date may rest on it."""
        _, phrases = self._starts[word]
        if any(meaning.kind not in CONNECTING for phrase in phrases for meaning in phrase.meanings):
            return _DATES
        return _STANDS if phrases or word in self._members else _PARTS

    def _read(self, match: re.Match[str], folded: Folded) -> list[Token]:
        kind = match.lastgroup
        if kind == "word":
            return self._word(match, folded)
        if kind == "mark":
            name = _MARKS.get(match.group())
            return [self._shape(match, name, match.group())] if name else []
        if kind == "numeric":
            return [self._shape(match, "numeric", match.group())]
        if match.group("number"):
            return self._number(match)
        return []

    def _shape(self, match: re.Match[str], kind: str, value: object) -> Token:
        return Token(match.start(), match.end(), self._vocabulary.letter({kind}), (Meaning(kind, value),))

    def _number(self, match: re.Match[str]) -> list[Token]:
        digits, suffix = match.group("number"), (match.group("suffix") or "").lstrip("-")
        if not digits.isdecimal():
            return []
        value = int(digits)
        if len(digits) == _YEAR_DIGITS and value in _YEAR:
            decade = suffix in ("s", "х", "е", "ые", "ых") and value % 10 == 0
            return [self._shape(match, "decade" if decade else "year", value)]
        if len(digits) > _DAY_DIGITS:
            return []
        if suffix in ("s", "х"):
            return [self._shape(match, "decade", 1900 + value)] if value % 10 == 0 and value else []
        kinds = ("num", "ordinal") if suffix else ("num",)
        letter = self._vocabulary.letter(kinds)
        return [Token(match.start(), match.end(), letter, tuple(Meaning(kind, value) for kind in kinds))]

    def _word(self, match: re.Match[str], folded: Folded) -> list[Token]:
        word = match.group()
        clitic, phrases = self._starts[word]
        start = match.start() + clitic
        for phrase in phrases:
            end = self._fits(phrase, folded.text, start)
            if end is None or (phrase.cased and not folded.source[folded.index[start]].isupper()):
                continue
            token = Token(start, end, self._vocabulary.letter(m.kind for m in phrase.meanings), phrase.meanings)
            return [*self._conjunction(match.start(), word[:clitic]), token]
        return []

    def _conjunction(self, start: int, clitic: str) -> list[Token]:
        """Return the «و» before a word as a token of its own."""
        if not clitic.startswith("و"):
            return []
        return [Token(start, start + 1, self._vocabulary.letter({"and"}), (Meaning("and", None),))]

    def _find(self, word: str) -> tuple[int, list[Phrase]]:
        """Return the length of the clitic and the phrases that may begin with this word."""
        found = self._vocabulary.by_first.get(word)
        if found or not self._clitics:
            return 0, found or []
        if word.startswith("لل"):  # ل + ال: the article begins at the second lam
            found = self._vocabulary.by_first.get("ا" + word[1:])
            if found:
                return 1, [Phrase((word[1:], *p.words[1:]), p.meanings, p.cased) for p in found]
        for length in (1, 2):
            clitics = _CLITICS.match(word)
            if clitics and clitics.end() >= length and (found := self._vocabulary.by_first.get(word[length:])):
                return length, found
        return 0, []

    @staticmethod
    def _fits(phrase: Phrase, text: str, start: int) -> int | None:
        """Return the end of the phrase if it stands at ``start``."""
        position = start
        for number, word in enumerate(phrase.words):
            if number and text[position : position + 1] == " ":
                position += 1
            if not text.startswith(word, position):
                return None
            position += len(word)
        following = text[position : position + 1]
        return None if following.isalpha() else position
