"""The words of dates in one language, indexed by their first word.

Each phrase has one or more classes (``month``, ``weekday``, ``unit_year`` ...). Every set of classes gets a letter, so
that a stretch of text becomes a short string and a rule of the grammar is a regular expression over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from geo.text.fold import fold_name

_WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\S")
#: Classes that a token has by its form, not by its word.
SHAPES = ("num", "year", "decade", "numeric", "ordinal", "dash", "slash", "comma", "open", "close", "dot", "and")
UNITS = ("day", "week", "month", "year", "decade", "century", "quarter", "half")
#: Classes that make no date among themselves: a stretch of these alone need not be read.
CONNECTING = frozenset({
    "comma", "dash", "slash", "open", "close", "dot", "and", "to", "of", "in", "num", "count", "ordinal", "fillers",
    "same_as", "part", "season", "era", "modifier", "ago_before", "ago_after", "ago_ahead", "unit_quarter", "unit_half",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase means as a member of one class."""

    kind: str
    value: Any
    calendar: str = "gregorian"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words, what they mean, and whether the text must have a capital."""

    words: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    cased: bool


@dataclass(slots=True)
class Vocabulary:
    """All date phrases of a language.

    ``letters`` maps each set of classes to the letter that stands for it in the grammar.
    """

    by_first: dict[str, list[Phrase]] = field(default_factory=dict)
    letters: dict[frozenset[str], str] = field(default_factory=dict)

    def letter(self, kinds: Iterable[str]) -> str:
        """Return the letter for a set of classes."""
        key = frozenset(kinds)
        if key not in self.letters:
            self.letters[key] = chr(0x100 + len(self.letters))
        return self.letters[key]

    def any_of(self, kind: str) -> str:
        """Return a regular expression for one token of a class (one that never matches for an unused class)."""
        return "[" + "".join(letter for kinds, letter in self.letters.items() if kind in kinds) + "\0]"


def build(words: Mapping[str, Any]) -> Vocabulary:
    """Index the ``dates`` word list of a language.

    Parameters
    ----------
    words
        Content of ``data/curated/lexicon/<language>/dates.yml``.

    Returns
    -------
    Vocabulary
        Longest phrases first under each first word.
    """
    vocabulary = Vocabulary()
    for kind in SHAPES:
        vocabulary.letter({kind})
    vocabulary.letter({"num", "ordinal"})
    merged: dict[tuple[str, ...], list[tuple[Meaning, bool]]] = {}
    for name, meaning in _entries(words):
        key = tuple(_WORDS.findall(fold_name(name)))
        merged.setdefault(key, []).append((meaning, name[:1].isupper()))
    for key, found in merged.items():
        meanings = tuple(dict.fromkeys(meaning for meaning, _ in found))
        vocabulary.letter(meaning.kind for meaning in meanings)
        phrase = Phrase(key, meanings, any(cased for _, cased in found))
        vocabulary.by_first.setdefault(key[0], []).append(phrase)
    for phrases in vocabulary.by_first.values():
        phrases.sort(key=lambda phrase: -len(phrase.words))
    return vocabulary


def _entries(words: Mapping[str, Any]) -> Iterator[tuple[str, Meaning]]:
    """Give every phrase of the word list with its meaning."""
    yield from _months_and_weekdays(words)
    yield from _numbered(words)
    for group in ("connectors", "ago"):
        for kind, names in words[group].items():
            yield from ((name, Meaning(f"ago_{kind}" if group == "ago" else kind, None)) for name in names)
    for kind in ("recently", "same_as", "fillers"):
        yield from ((name, Meaning(kind, None)) for name in words[kind])


def _numbered(words: Mapping[str, Any]) -> Iterator[tuple[str, Meaning]]:
    """Give the phrases that carry a value: units, modifiers, numbers, day words."""
    for unit, forms in words["units"].items():
        for count, names in zip((1, 2, 0), (forms["one"], forms["two"], forms["many"]), strict=True):
            yield from ((name, Meaning(f"unit_{unit}", count)) for name in names)
    for group, kind in (("modifiers", "modifier"), ("parts", "part"), ("seasons", "season"), ("eras", "era")):
        for value, names in words[group].items():
            yield from ((name, Meaning(kind, value)) for name in names)
    for value, names in words["decades"].items():
        yield from ((name, Meaning("decade_word", 1900 + int(value))) for name in names)
    for group, kind in (("cardinals", "count"), ("ordinals", "ordinal")):
        for value, names in words[group].items():
            yield from ((name, Meaning(kind, int(value))) for name in names)
    for group, kind in (("day_words", "day_word"), ("counted_days", "counted_day")):
        for day in words[group]:
            yield from ((name, Meaning(kind, day["offset"])) for name in day["names"])


def _months_and_weekdays(words: Mapping[str, Any]) -> Iterator[tuple[str, Meaning]]:
    for group, weak_group, kind in (("months", "weak_months", "month"), ("weekdays", "weak_weekdays", "weekday")):
        weak = set(words[weak_group])
        for entry in words[group]:
            for name in entry["names"]:
                calendar = entry.get("calendar", "gregorian")
                yield name, Meaning(f"weak_{kind}" if name in weak else kind, entry["number"], calendar)
