"""The records that pass through the house: frozen, slotted, standard library only.

Offsets are Unicode code points in the original text of the document, ``start`` included, ``end`` excluded, so that
``document.text[start:end] == text`` on every record that carries one. A stage only adds: it returns new records and
never edits those it was given (`dataclasses.replace`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["ar", "fa", "ru", "en"]
Kind: TypeAlias = Literal[
    "country", "city", "admin", "region", "water", "land", "facility", "corridor", "organisation", "person"
]
MentionKind: TypeAlias = Literal["place", "corridor", "organisation", "person"]
Form: TypeAlias = Literal["name", "adjective", "metonym", "in_name"]
Precision: TypeAlias = Literal["site", "city", "admin", "country", "region"]
Basis: TypeAlias = Literal["stated", "inherited", "inferred", "corrected"]
Tense: TypeAlias = Literal["past", "present", "future"]
Polarity: TypeAlias = Literal["did", "did not", "may"]
ActorRole: TypeAlias = Literal["actor", "recipient"]
Calendar: TypeAlias = Literal["gregorian", "persian", "hijri"]
DateFlag: TypeAlias = Literal["relative", "vague", "inherited", "conflict"]

#: The four quad classes of PLOVER and the event types in each.
QUAD_CLASSES: Mapping[str, tuple[str, ...]] = {
    "verbal cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "material cooperation": ("COOPERATE", "AID", "RETREAT"),
    "verbal conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
QUAD_OF: Mapping[str, str] = {kind: quad for quad, kinds in QUAD_CLASSES.items() for kind in kinds}


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it came.

    Parameters
    ----------
    id
        Stable name, unique within a run (the file's stem, or the ``id`` of a JSONL record).
    text
        The original text; every offset counts its code points.
    language
        ISO 639-1 code of the text's main language.
    published
        Day of publication, the reference of relative dates; None when unknown.
    source
        File name, URL or label to show to a reader.
    sha256
        Hash of the UTF-8 bytes of ``text``, hexadecimal.
    """

    id: str
    text: str
    language: Language
    title: str | None = None
    published: dt.date | None = None
    source: str | None = None
    url: str | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document: ``text[start:end]``, numbered from 0."""

    index: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing in the world that a mention may stand for.

    ``id`` is ``country:<ISO 3166-1 alpha-2>``, ``geonames:<id>``, ``iso3166-2:<code>`` or a slug ``region:``,
    ``water:``, ``land:``, ``facility:``, ``corridor:``, ``org:``, ``person:``. ``lat`` and ``lon`` are degrees
    (EPSG:4326); a country's are those of its capital's country label, not of its capital.
    """

    id: str
    kind: Kind
    name: Mapping[str, str]
    country: str | None = None
    country3: str | None = None
    code: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: str | None = None
    wikidata: str | None = None
    population: int = 0
    admin: str | None = None
    #: Of a country or organisation: id of its capital or seat.
    capital: str | None = None
    #: Of a corridor or organisation: ids of its members.
    members: tuple[str, ...] = ()
    source: str | None = None
    corrected: bool = False

    def label(self, language: str = "en") -> str:
        """Return the name in ``language``, else in English, else any name."""
        return self.name.get(language) or self.name.get("en") or next(iter(self.name.values()), self.id)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a mention, with its score (0 to 1) and the reasons for it, in words."""

    entity: str
    score: float
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters of a text that name a place, corridor, organisation or person.

    Recognition fills everything but ``entity``, ``score`` and ``why``; resolution orders ``candidates``
    (best first) and takes the best as ``entity``. The span leaves an attached proclitic (و ف ب ل ك) out;
    ``clitic`` keeps it. ``doubtful`` marks a resolution under the threshold of the settings.
    """

    id: str
    start: int
    end: int
    text: str
    kind: MentionKind
    form: Form
    candidates: tuple[Candidate, ...] = ()
    clitic: str = ""
    entity: str | None = None
    score: float = 0.0
    why: tuple[str, ...] = ()
    doubtful: bool = False
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression: its EDTF value, the first and last day it may mean, its calendar, its doubts."""

    id: str
    start: int
    end: int
    text: str
    edtf: str
    lo: dt.date | None
    hi: dt.date | None
    calendar: Calendar = "gregorian"
    flags: tuple[DateFlag, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Any span of the text that a reader should be able to see: a trigger, a role, a cue."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Actor:
    """A party of an event. ``people`` are entity ids (``person:``) or, unknown to us, surfaces of the text."""

    entity: str
    code: str
    role: ActorRole = "actor"
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event was: EDTF, its bounds, the id of the `DateMention` it rests on, its doubts."""

    edtf: str
    lo: dt.date | None
    hi: dt.date | None
    ref: str | None = None
    flags: tuple[DateFlag, ...] = ()


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where an event was: entity, how exact that is, and whether the text says so."""

    entity: str
    precision: Precision
    basis: Basis


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that says so: ``document.text[start:end] == text``."""

    document: str
    start: int
    end: int
    text: str
    sentence: int
    trigger: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, when and where, and which sentences say so (the first is the best)."""

    id: str
    type: str
    mode: str
    actors: tuple[Actor, ...]
    evidence: tuple[Evidence, ...]
    trigger: Span
    date: EventDate | None = None
    place: EventPlace | None = None
    tense: Tense = "past"
    polarity: Polarity = "did"
    score: float = 0.0
    rule: str = ""
    #: Spans of the roles, for `geo explain`: (role name, span).
    roles: tuple[tuple[str, Span], ...] = ()
    corrected: bool = False

    @property
    def quad(self) -> str:
        """PLOVER quad class of the event's type."""
        return QUAD_OF[self.type]


@dataclass(frozen=True, slots=True)
class Relation:
    """All that a corpus says between two states: one for each unordered pair, ``first`` < ``second`` by id."""

    id: str
    first: str
    second: str
    events: tuple[str, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    start: dt.date | None = None
    end: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A thing that a reader should check: two dates that disagree, differing figures, a doubtful place."""

    kind: str
    message: str
    document: str
    spans: tuple[tuple[int, int], ...] = ()
    #: Ids of the dates, events or mentions that it concerns.
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """A change made by a person, and the words that it is about; `geo.correct.record` lists kinds and values."""

    kind: str
    value: Mapping[str, object] = field(default_factory=dict)
    document: str = ""
    sha256: str = ""
    span: Span = Span(0, 0)
    quote: str = ""
    when: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything read from one document. ``entities`` holds each entity that any record here points to."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: Mapping[str, Entity] = field(default_factory=dict)
    dates: tuple[DateMention, ...] = ()
    events: tuple[Event, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Atlas:
    """Several analyses drawn together: events told in many documents merged, relations counted.

    ``events`` replaces those of the analyses; its ids are unique: ``<document>/<id>`` of the first telling.
    """

    analyses: tuple[Analysis, ...] = ()
    entities: Mapping[str, Entity] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    issues: tuple[Issue, ...] = ()
    corrections: tuple[Correction, ...] = ()
