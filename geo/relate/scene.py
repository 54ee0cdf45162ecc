"""A sentence laid out for reading: parties, signs and dates in one line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from geo.records import DateMention, Sentence
from geo.signs import Trigger

#: Senses of cues that give the next party its role.
PREPOSITIONS = frozenset(
    {"with", "to", "on", "against", "in", "from", "about", "between", "by", "of", "attending", "before", "agent"}
    | {"together", "except"}
)
#: Verbs that close their clause where verbs stand last; denied, wished and future ones have senses of their own.
FINITE = frozenset({"light", "report", "denied", "wish", "shall", "copula"})
#: Words that part nothing: "in the Red Sea" is right behind its preposition.
_ARTICLES = frozenset({"the", "The"})
#: Senses at which a clause ends.
BORDERS = frozenset({"stop", "that", "that_self", "relative", "break", "contrast", "where"})
#: Openers of an adverbial phrase: of cause or frame, of the same time, of another time.
ADJUNCTS = frozenset({"adjunct", "during", "sequel"})


@dataclass(slots=True, eq=False)
class Party:
    """Who or where: the states or organisations that a span stands for, and the place that it names, if any.

    ``weak`` marks a bare nisba adjective, ``reference`` a word that points back (pair, self).
    """

    start: int
    end: int
    actors: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    place: str | None = None
    weak: bool = False
    reference: str = ""
    head: str = ""
    clitic: str = ""
    prep: str | None = None
    near: bool = False
    #: Right after the name of an act, whose party it is («سفر وزیر», «زيارة الرئيس»).
    genitive: bool = False
    #: Marked as the object («یونان را»).
    marked: bool = False
    #: Grammatical cases that its form may be (`geo.relate.cases`); empty where not known.
    cases: frozenset[str] = frozenset()
    group: list[Party] = field(default_factory=list)


Item: TypeAlias = Party | Trigger | DateMention


@dataclass(slots=True)
class Scene:
    """One sentence with everything in it, in text order."""

    sentence: Sentence
    text: str
    items: list[Item]

    def gap(self, start: int, end: int) -> str:
        """Return the text between two offsets of the document, trimmed."""
        return self.text[start - self.sentence.start : end - self.sentence.start].strip()

    def words(self, start: int, end: int) -> int:
        """Count the words between two offsets of the document, articles left out."""
        if end - start <= 1:
            return 0
        gap = self.text[start - self.sentence.start : end - self.sentence.start]
        words = [word for word in gap.split() if word not in _ARTICLES]
        return sum([word.isalnum() or any(c.isalnum() for c in word) for word in words])
