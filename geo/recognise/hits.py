"""Find every name of the gazetteer in a folded text, with its proclitics, before anything is decided."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from geo.recognise.clitics import Cut, cuts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.gazetteer.names import Sense
    from geo.gazetteer.store import Gazetteer

_WORD: Final = re.compile(r"[^\W_]+")
_ARTICLE: Final = "ال"
#: Addresses of the web and handles: words in them name nothing.
_RUN: Final = re.compile(r"\S+")
_ADDRESS_MARKS: Final = ("://", "www.", "@")
#: Longest stretch of text (characters) copied to look up a name whose article is hidden in للـ.
_REACH: Final = 90
#: A prior so low that the best context does not bring the name above the threshold.
_HOPELESS: Final = 0.012
_MEMORY: Final = 100_000


def likeliest(senses: tuple[Sense, ...]) -> Sense:
    """Return the reading with the highest prior; of equals the first."""
    return max(senses, key=lambda sense: sense.prior)


@dataclass(slots=True)
class Hit:
    """A name found at ``start:end`` of the folded text; ``first`` and ``last`` are the indices of its words."""

    start: int
    end: int
    first: int
    last: int
    clitic: str
    senses: tuple[Sense, ...]
    split: bool
    score: float = 0.0
    #: An adjective inside the name of a body of its own country.
    national: bool = False
    #: The reading with the highest prior.
    best: Sense = field(init=False)

    def __post_init__(self) -> None:
        self.best = likeliest(self.senses)

    def narrow(self, senses: tuple[Sense, ...]) -> bool:
        """Keep only some of the readings; tell whether any is left."""
        if senses and senses != self.senses:
            self.senses, self.best = senses, likeliest(senses)
        return bool(senses)

    @property
    def is_adjective(self) -> bool:
        """Tell whether the likeliest reading is an adjective or demonym."""
        return self.best.form == "adjective"

    @property
    def size(self) -> int:
        """Length in characters."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a folded text: spans and strings, parallel.

    ``text`` is what names are looked up in: hashtags have spaces for underscores, web addresses are blotted out;
    ``raw`` keeps the underscores. All three have the same length.
    """

    text: str
    raw: str
    starts: list[int]
    ends: list[int]
    forms: list[str]

    def between(self, index: int) -> str:
        """Return what stands between word ``index`` and the next."""
        if index < 0 or index + 1 >= len(self.forms):
            return "\n"
        return self.raw[self.ends[index] : self.starts[index + 1]]


def words_of(text: str) -> Words:
    """Cut a folded text into words; underscores of hashtags count as spaces."""
    starts, ends, forms = [], [], []
    if any(mark in text for mark in _ADDRESS_MARKS):
        text = _RUN.sub(_blot, text)
    for match in _WORD.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
        forms.append(match.group())
    return Words(text.replace("_", " "), text, starts, ends, forms)


def _blot(match: re.Match[str]) -> str:
    """Blot out a run of characters that is a web address or a handle, keeping its length."""
    run = match.group()
    return "|" * len(run) if any(mark in run for mark in _ADDRESS_MARKS) else run


class Finder:
    """Looks words up in the gazetteer for one language and remembers which begin no name."""

    def __init__(self, gazetteer: Gazetteer, language: str, whole: Mapping[str, Sequence[int]]) -> None:
        self._whole = whole
        self._gazetteer = gazetteer
        self._language = language
        self._plans: dict[str, tuple[Cut, ...]] = {}

    def hits(self, words: Words) -> list[Hit]:
        """Return every hit of a text, in order of its first word."""
        plans = self._plans
        if len(plans) > _MEMORY:
            plans.clear()
        found: list[Hit] = []
        for index, word in enumerate(words.forms):
            plan = plans.get(word)
            if plan is None:
                plan = plans[word] = self._plan(word)
            for cut in plan:
                found.extend(self._at(words, index, cut))
        return found

    def _plan(self, word: str) -> tuple[Cut, ...]:
        """Return the cuts of a word after which a name begins."""
        return tuple(
            cut
            for cut in cuts(word, self._language)
            if cut.offset not in self._whole.get(word, ())
            and self._gazetteer.begins((_ARTICLE if cut.elided else "") + word[cut.offset :], self._language)
        )

    def _at(self, words: Words, index: int, cut: Cut) -> list[Hit]:
        """Return the hits that begin in a word, read with one cut."""
        start = words.starts[index] + cut.offset
        text, shift, begin = words.text, 0, start
        if cut.elided:
            text, begin, shift = _ARTICLE + text[start : start + _REACH], 0, start - len(_ARTICLE)
        return [
            Hit(
                start - cut.article,
                end + shift,
                index,
                _last(words, index, end + shift),
                cut.clitic,
                senses,
                bool(cut.clitic),
            )
            for end, senses in self._gazetteer.names_at(text, begin, self._language)
            if self._fits(cut, senses)
        ]

    def _fits(self, cut: Cut, senses: tuple[Sense, ...]) -> bool:
        """Tell whether a cut fits: an article that the listed name lacks may stand only before adjectives.

        Names that no context could make likely are left out here.
        """
        if all(sense.prior < _HOPELESS for sense in senses):
            return False
        return not cut.article or cut.elided or any(sense.form == "adjective" for sense in senses)


def _last(words: Words, index: int, end: int) -> int:
    """Return the index of the word in which ``end`` lies."""
    while index + 1 < len(words.starts) and words.starts[index + 1] < end:
        index += 1
    return index
