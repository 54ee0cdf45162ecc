"""What has been read of one document's parties so far, and what known persons and bodies stand for."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from geo.gazetteer.store import Gazetteer, Office
from geo.recognise.party_words import PartyWords
from geo.records import Document, Mention
from geo.signs import Chunk
from geo.text.fold import Folded
from geo.text.words import lettered

#: Whom a person without an office acts for.
_NOWHERE = Office("", "")

#: Marks that end a party.
HARD = re.compile(r"[.؟?!؛;:\n\"«»()“”]")

#: Classes of organisations that report or trade and never act as a party.
MUTE = frozenset({"media", "company", "ngo"})

#: Classes of organisations that take no part in events of states.
_SILENT = frozenset({"media", "company", "ngo", "club"})


class Word(NamedTuple):
    """A folded word and its span in the original text."""

    text: str
    start: int
    end: int


def words_of(folded: Folded) -> list[Word]:
    """Return the words of a text."""
    starts, ends = lettered(folded.text, "-'")
    texts = [folded.text[start:end] for start, end in zip(starts, ends, strict=True)]
    return list(map(Word._make, zip(texts, *folded.originals(starts, ends), strict=True)))


#: What parts an office from the rank of its holder, whose first word may be unknown ("Major").
_APPOSED = re.compile(r", (?:[A-Z][a-z]+\.?[ -])?")


@dataclass(slots=True)
class Reading:
    """What has been read of one document so far."""

    document: Document
    words: list[Word]
    starts: list[int]
    mentions: list[Mention]
    mention_starts: list[int]
    party: PartyWords
    gazetteer: Gazetteer | None = None
    chunks: list[Chunk] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    names: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    covered: int = 0
    #: Country of the dateline.
    home: str | None = None
    #: The state whose office or body was named last, and where.
    last_state: tuple[str, int] = ("", 0)


def acts_for(state: Reading, person: str | None) -> str | None:
    """Return the state or organisation that a known person acts for on the day of publication.

    It is that of the office held then, else of the one begun last before; without a day, of the one still held.
    """
    if state.gazetteer is None or person is None or person not in state.gazetteer:
        return None
    offices, day = state.gazetteer.offices(person), state.document.published
    begun = [office for office in offices if day is None or office.start is None or office.start <= day]
    held = [office for office in begun if office.end is None or (day is not None and day <= office.end)]
    return max(held or begun or offices, key=_begun, default=_NOWHERE).entity or None


def _begun(office: Office) -> dt.date:
    return office.start or dt.date.min


def stands_for(state: Reading, entity: str | None) -> str | None:
    """Return the state that an organisation or building stands for (the Kremlin), else the entity itself.

    A newspaper or a company stands for nobody.
    """
    if state.gazetteer is None or entity is None or entity not in state.gazetteer:
        return entity
    if state.gazetteer.place_class(entity) in MUTE:
        return None
    return state.gazetteer.stands_for(entity) or entity


def keep(state: Reading, chunk: Chunk) -> None:
    """Enter a chunk and remember which state its office belongs to."""
    chunk = _beside_office(state, chunk)
    state.chunks.append(chunk)
    state.taken.update(chunk.mentions)
    state.covered = chunk.end
    if chunk.actor is not None:
        state.offices[chunk.head] = chunk.actor
        if chunk.actor.startswith("country:") and chunk.head:
            state.last_state = chunk.actor, chunk.end


def _beside_office(state: Reading, chunk: Chunk) -> Chunk:
    """Let the rank in "Iran's defence minister, Major General X," act for whom the office before it acts."""
    last = state.chunks[-1] if state.chunks else None
    if last is None or chunk.kind != "office" or chunk.actor is not None or last.kind != "office" or last.person:
        return chunk
    gap = state.document.text[last.end : chunk.start]
    return replace(chunk, actor=last.actor) if _APPOSED.fullmatch(gap) else chunk
