"""Choosing a thing in the world: among the readings that we know, by looking a name up, or as a place of one's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from geo.correct.record import BY_HAND
from geo.records import Candidate, Entity
from geo.ui import mapview, state
from geo.ui.describe import entity_line, reason
from geo.ui.words import naming, word

Wanted = Callable[[Entity], bool]
#: Kinds of places a person can make, with the precision they are drawn with.
_OWN_KINDS = ("city", "facility", "region")


@dataclass(frozen=True, slots=True)
class Choice:
    """An entity of the gazetteer, or a place of one's own."""

    entity: str
    place: dict[str, Any] | None = None

    @property
    def value(self) -> dict[str, Any]:
        """The value that a correction keeps of it."""
        return {"entity": self.entity, **({"place": self.place} if self.place else {})}


def reading(
    prefix: str, candidates: Iterable[Candidate], current: str | None, entities: Mapping[str, Entity], asked: str = ""
) -> Choice | None:
    """Draw the readings of a name with their reasons, a field to look others up, and one for a place of one's own."""
    known = {one.entity: one for one in candidates}
    found = {entity.id: entity for entity in looked_up(prefix, asked)}
    options = list(dict.fromkeys((*known, *found)))
    own = st.toggle(word("correct.own"), key=f"{prefix}-own")
    if own:
        return _own_place(prefix, asked)
    if not options:
        return None
    everything = {**found, **entities}
    chosen = st.radio(
        word("correct.reading"),
        options,
        index=options.index(current) if current in options else 0,
        format_func=naming(options, lambda one: entity_line(everything[one], everything) if one in everything else one),
        captions=[_caption(known.get(one), found.get(one)) for one in options],
        key=f"{prefix}-reading",
    )
    return Choice(chosen) if chosen else None


def looked_up(prefix: str, asked: str = "") -> list[Entity]:
    """Draw the field to look a name up, filled with what may be asked, and return what was found."""
    asked = st.text_input(word("correct.search"), asked, key=f"{prefix}-search", help=word("correct.search.help"))
    found = state.find(asked.strip()) if asked.strip() else []
    if asked.strip() and not found:
        st.caption(word("correct.search.none"))
    return found


def _caption(candidate: Candidate | None, entity: Entity | None) -> str:
    if candidate is not None:
        why = "، ".join(reason(one) for one in candidate.why)
        return f"{round(candidate.score * 100)}%{f' – {why}' if why else ''}"
    inhabitants = word("correct.inhabitants", n=f"{entity.population:,}") if entity and entity.population else ""
    return inhabitants or word("correct.found")


def _own_place(prefix: str, asked: str) -> Choice | None:
    name = st.text_input(word("correct.own.name"), asked, key=f"{prefix}-own-name").strip()
    lat, lon = point(f"{prefix}-own", None, None)
    kind = st.selectbox(
        word("column.kind"),
        _OWN_KINDS,
        format_func=naming(_OWN_KINDS, lambda one: word(f"kind.{one}")),
        key=f"{prefix}-own-kind",
    )
    if not name or lat is None or lon is None:
        st.caption(word("correct.own.help"))
        return None
    slug = re.sub(r"\W+", "-", name.lower()).strip("-") or "place"
    return Choice(f"{BY_HAND}{slug}", {"name": name, "lat": lat, "lon": lon, "kind": kind})


def point(prefix: str, lat: float | None, lon: float | None) -> tuple[float | None, float | None]:
    """Draw a map to set a point on, and fields of its latitude and longitude in degrees, each following the other."""
    keys = (f"{prefix}-lat", f"{prefix}-lon")
    for key, given in zip(keys, (lat, lon), strict=True):
        st.session_state.setdefault(key, given)
    shown = (st.session_state[keys[0]], st.session_state[keys[1]])
    picked = mapview.pick(f"{prefix}-map", *shown)
    if picked:
        st.session_state[keys[0]], st.session_state[keys[1]] = picked
    left, right = st.columns(2)
    north = left.number_input(word("correct.lat"), -90.0, 90.0, value=None, step=0.01, format="%.5f", key=keys[0])
    east = right.number_input(word("correct.lon"), -180.0, 180.0, value=None, step=0.01, format="%.5f", key=keys[1])
    return north, east
