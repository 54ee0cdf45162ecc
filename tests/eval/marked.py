"""Read the annotated texts of this folder.

A text file has a head (``published``, ``language``, and ``set`` where it belongs to a later set, whose floors are its
own: texts added to a measured set would blur what a figure says), the text with each toponym marked as
``[surface|form|country]``, and the events, one a line: ``TYPE | actors | EDTF or - | place or - | first words of the
sentence``.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

from geo.records import Document, Language

_MARK = re.compile(r"\[([^\[\]|]+)\|(\w+)\|(\w*)\]")


@dataclass(frozen=True)
class GoldMention:
    start: int
    end: int
    form: str
    country: str


@dataclass(frozen=True)
class GoldEvent:
    type: str
    actors: frozenset[str]
    edtf: str | None
    place: str | None
    start: int
    end: int


@dataclass(frozen=True)
class Gold:
    document: Document
    mentions: tuple[GoldMention, ...]
    events: tuple[GoldEvent, ...]
    group: str
    """Whose figures the text counts for: its language, with the set that it belongs to."""


def read(path: Path) -> Gold:
    """Return a text without its marks, and what the marks say."""
    head, body, events = (part.strip("\n") for part in path.read_text(encoding="utf-8").split("---\n"))
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    text, mentions = _unmark(body)
    language: Language = fields["language"]  # type: ignore[assignment]
    published = dt.date.fromisoformat(fields["published"])
    document = Document(id=path.stem, text=text, language=language, published=published)
    told = tuple(_event(line, text) for line in events.splitlines() if line.strip())
    return Gold(document, mentions, told, " ".join([language, *filter(None, [fields.get("set")])]))


def _unmark(body: str) -> tuple[str, tuple[GoldMention, ...]]:
    pieces: list[str] = []
    mentions: list[GoldMention] = []
    length = last = 0
    for match in _MARK.finditer(body):
        plain = body[last : match.start()]
        surface, form, country = match.groups()
        start = length + len(plain)
        mentions.append(GoldMention(start, start + len(surface), form, country))
        pieces += [plain, surface]
        length, last = start + len(surface), match.end()
    return "".join([*pieces, body[last:]]), tuple(mentions)


def _event(line: str, text: str) -> GoldEvent:
    kind, actors, edtf, place, first_words = (field.strip() for field in line.split("|"))
    start = text.index(first_words)
    end = text.find("\n", start)
    return GoldEvent(
        type=kind,
        actors=frozenset(actors.split()),
        edtf=None if edtf == "-" else edtf,
        place=None if place == "-" else place,
        start=start,
        end=len(text) if end < 0 else end,
    )
