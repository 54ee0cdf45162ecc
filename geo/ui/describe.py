"""Records in the words of the interface: an event in a line, a place with its country, a reason, a quote."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Final

import streamlit as st

from geo.records import Analysis, Atlas, Document, Entity, Event, Mention
from geo.render.assets import labels
from geo.text.script import direction
from geo.ui.texts import label
from geo.ui.words import has_word, interface, isolated, word

#: Characters shown before and after a name: few before it, so that a narrow field shows the name itself.
_BEFORE: Final = 24
_AFTER: Final = 60
_FAR: Final = re.compile(r"(\d+) km from (.+), named in the text")


def type_word(kind: str, mode: str = "") -> str:
    """Return an event's kind: by its mode where the interface has a word for it, else by its PLOVER type."""
    spoken = labels()[interface()]
    return str(spoken.get(f"mode.{mode}") or spoken[f"type.{kind}"])


def event_line(event: Event, atlas: Atlas) -> str:
    """Return an event as one line: when, what, who, where."""
    entities = atlas.entities
    who = "، ".join(name_of(one.entity, entities) for one in event.actors)
    when = isolated(event.date.edtf) if event.date and event.date.edtf else None
    where = name_of(event.place.entity, entities) if event.place else None
    mark = word("corrected.mark") if event.corrected else None
    parts = (when, type_word(event.type, event.mode), who, where, mark)
    return " · ".join(part for part in parts if part)


def name_of(identity: str, entities: Mapping[str, Entity]) -> str:
    """Return the name of an entity, its id where we have none."""
    entity = entities.get(identity)
    return entity.label(interface()) if entity else identity


def country_of(code: str | None, entities: Mapping[str, Entity]) -> str | None:
    """Return the name of a country, its code where we have none."""
    state = entities.get(f"country:{code}")
    return state.label(interface()) if state else code


def entity_line(entity: Entity, entities: Mapping[str, Entity]) -> str:
    """Return an entity with its kind and country: «طرابلس، مدينة، ليبيا»."""
    kind = word(f"kind.{entity.kind}") if entity.kind != "country" else None
    country = f"country:{entity.country}"
    behind = None
    if entity.country and entity.kind != "country":
        behind = entities[country].label(interface()) if country in entities else isolated(entity.country)
    return "، ".join(part for part in (entity.label(interface()), kind, behind) if part)


def reason(why: str) -> str:
    """Return a reason of the resolver in the interface's words; one that has none stays as it is."""
    far = _FAR.fullmatch(why)
    if far:
        return word("why.far", km=far[1], place=isolated(far[2]))
    key, colon, rest = why.partition(": ")
    said = word(f"why.{key}") if has_word(f"why.{key}") else key
    return f"{said}: {isolated(rest)}" if colon else said


def around(analysis: Analysis, mention: Mention) -> str:
    """Return the words around a mention, in one line, the mention in quotation marks."""
    text = analysis.document.text
    before = text[max(0, mention.start - _BEFORE) : mention.start]
    after = text[mention.end : mention.end + _AFTER]
    return " ".join(f"…{before}«{mention.text}»{after}…".split())


def quote(text: str, document: Document, marked: tuple[int, int]) -> None:
    """Show a sentence of a text in the direction of its language, some words lit; the text is escaped."""
    start, end = marked
    before, lit, after = (html.escape(part) for part in (text[:start], text[start:end], text[end:]))
    source = f"<footer>{html.escape(label(document))}</footer>"
    way = f'dir="{direction(document.language)}" lang="{document.language}"'
    st.html(f'<blockquote class="geo-quote" {way}>{before}<mark>{lit}</mark>{after}{source}</blockquote>')
