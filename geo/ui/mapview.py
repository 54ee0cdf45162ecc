"""The map in the app: the same renderer as the exported page, as a Streamlit component."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Final

import streamlit as st

from geo import render
from geo.records import Atlas
from geo.render import payload
from geo.ui import state
from geo.ui.words import interface, word

_HEIGHT: Final = 780
_SMALL: Final = 264


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader asked for at the map: a mark to correct, a place to move, words to add."""

    mark: str | None = None
    move: dict[str, Any] | None = None
    words: dict[str, Any] | None = None


def show(atlas: Atlas) -> Wish:
    """Draw the map beside the sentences; return what a reader wants of it."""
    if not atlas.analyses:
        st.info(word("texts.none"))
        return Wish()
    data = {"kind": "map", "payload": drawing(atlas), "height": _HEIGHT, "version": _version(atlas)}
    answer = _component()(data=data, key="map", height=_HEIGHT,
                          **{f"on_{name}_change": _nothing for name in ("correct", "move", "select")})  # fmt: skip
    return Wish(answer.correct, answer.move, answer.select)


def pick(key: str, lat: float | None, lon: float | None) -> tuple[float, float] | None:
    """Draw a small map with a pin; return the point, in degrees, when it was set there just now."""
    data = {"kind": "picker", "language": interface(), "lat": lat, "lon": lon, "height": _SMALL}
    point = _component()(data=data, key=key, height=_SMALL, on_point_change=_nothing).point
    return (round(point["lat"], 5), round(point["lon"], 5)) if point else None


def _nothing() -> None:
    """Take an answer: what is asked for is done by the run that follows."""


@lru_cache(maxsize=1)
def _component() -> Any:  # noqa: ANN401 - Streamlit's renderer has no public type
    """Register the component once for all sessions."""
    assets = render.component_assets()
    door = Path(__file__).with_name("mapview.js").read_text(encoding="utf-8")
    return st.components.v2.component("geo_relations_map", js=assets.js + door, css=assets.css)


def _version(atlas: Atlas) -> str:
    """Tell drawings apart, so that a rerun for another reason does not draw the map anew."""
    texts = [(a.document.id, a.document.sha256, a.document.published, a.document.language) for a in atlas.analyses]
    return f"{interface()} {hash(repr((texts, atlas.corrections)))}"


def drawing(atlas: Atlas) -> dict[str, Any]:
    """Return the payload of the map, made once for each state of the session."""
    spoken = interface()
    make = partial(payload.build, atlas, state.current_frames(atlas), interface=spoken)
    return state.once(f"payload-{spoken}", make)
