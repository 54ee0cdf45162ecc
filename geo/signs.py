"""What recognition hands to `geo.relate`: the words that tell of events, and the parties as the text writes them.

Both carry offsets of the original text (Unicode code points, end excluded) and both are frozen: a stage only adds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from geo.records import Tense

#: ``event`` for a word that may tell of an event; every other sense is a cue (a preposition, a negation, ...).
Sense: TypeAlias = str
Part: TypeAlias = Literal["verb", "noun"]
ChunkKind: TypeAlias = Literal["office", "body", "person", "counterpart", "anaphor"]


@dataclass(frozen=True, slots=True)
class TriggerEntry:
    """One entry of a trigger list: what its words tell of, and who takes part in it.

    ``frame`` lists the senses of the prepositions that bring in the other party (``direct`` for none). ``needs`` are
    words one of which must follow closely; ``patient`` says that the noun's first genitive suffers the act;
    ``alone`` that one party makes the event.
    """

    rule: str
    type: str
    mode: str
    frame: frozenset[str]
    needs: frozenset[str] = frozenset()
    #: The same by their beginnings (Russian: «договор*»).
    stems: tuple[str, ...] = ()
    #: The noun may also stand before the verb.
    before: bool = False
    #: The verb stands last, after the noun of its collocation (Persian).
    verb_last: bool = False
    patient: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that tells of an event, or a cue that changes how such a word is read."""

    start: int
    end: int
    sense: Sense
    entry: TriggerEntry | None = None
    part: Part = "verb"
    tense: Tense = "past"
    #: A dual verb, an attached pronoun, a passive form, the definite article.
    dual: bool = False
    suffix: bool = False
    passive: bool = False
    definite: bool = False
    #: Its subject is whoever speaks: a participle, a first person (Arabic).
    spoken: bool = False
    clitic: str = ""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A party of an event as the text writes it: office, nationality, honorific and name in one span.

    ``actor`` is the id of the state or organisation that the office belongs to (None where only the person is
    known); ``person`` the id of a known person or the surface of the name; ``head`` the folded office noun;
    ``mentions`` the ids of the mentions inside the span; ``cases`` the grammatical cases that the head's form may be
    (Russian; empty where not known).
    """

    start: int
    end: int
    kind: ChunkKind
    actor: str | None = None
    person: str | None = None
    head: str = ""
    mentions: tuple[str, ...] = ()
    clitic: str = ""
    cases: frozenset[str] = frozenset()
