"""The map in the app: the same renderer as the exported page, as a Streamlit component."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

import streamlit as st

from geo import render
from geo.records import Atlas
from geo.render import payload
from geo.ui import state
from geo.ui.words import interface, word

_HEIGHT = 780
_MOUNT = """
export default function ({ parentElement, data, setTriggerValue }) {
  let holder = parentElement.querySelector("[data-geo-map]");
  if (!holder) {
    holder = document.createElement("div");
    holder.dataset.geoMap = "";
    holder.style.height = data.height + "px";
    parentElement.appendChild(holder);
  }
  // The door back to the app changes with each run; the map asks the holder for the one of now.
  holder.correct = (key) => setTriggerValue("correct", key);
  if (holder.dataset.version === data.version) return;
  holder.dataset.version = data.version;
  const seen = holder.drawn?.app.permalink.href();
  const focused = document.activeElement;
  holder.drawn = mount(holder, data.payload, { permalink: false, onCorrect: (key) => holder.correct(key) });
  if (seen) {
    holder.drawn.app.permalink.restore(seen);
    focused?.focus?.({ preventScroll: true });
  }
}
"""


def show(atlas: Atlas) -> str | None:
    """Draw the map beside the sentences; return the mark that a reader wants to correct, ``<layer>/<id>``."""
    if not atlas.analyses:
        st.info(word("texts.none"))
        return None
    data = {"payload": drawing(atlas), "height": _HEIGHT, "version": _version(atlas)}
    answer = _component()(data=data, key="map", height=_HEIGHT, on_correct_change=lambda: None)
    wanted: str | None = answer.correct
    return wanted


@lru_cache(maxsize=1)
def _component() -> Any:  # noqa: ANN401 - Streamlit's renderer has no public type
    """Register the component once for all sessions."""
    assets = render.component_assets()
    return st.components.v2.component("geo_relations_map", js=assets.js + _MOUNT, css=assets.css)


def _version(atlas: Atlas) -> str:
    """Tell drawings apart, so that a rerun for another reason does not draw the map anew."""
    texts = [(a.document.id, a.document.sha256, a.document.published, a.document.language) for a in atlas.analyses]
    return f"{interface()} {hash(repr((texts, atlas.corrections)))}"


def drawing(atlas: Atlas) -> dict[str, Any]:
    """Return the payload of the map, made once for each state of the session."""
    spoken = interface()
    make = partial(payload.build, atlas, state.current_frames(atlas), interface=spoken)
    return state.once(f"payload-{spoken}", make)
