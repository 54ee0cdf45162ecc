"""The map in the app: the same renderer as the exported page, as a Streamlit component."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import streamlit as st

from geo import render
from geo.records import Atlas
from geo.render import payload
from geo.ui import state
from geo.ui.words import interface, word

_HEIGHT = 780
_MOUNT = """
export default function ({ parentElement, data }) {
  let holder = parentElement.querySelector("[data-geo-map]");
  if (!holder) {
    holder = document.createElement("div");
    holder.dataset.geoMap = "";
    holder.style.height = data.height + "px";
    parentElement.appendChild(holder);
  }
  if (holder.dataset.version === data.version) return;
  holder.dataset.version = data.version;
  holder.replaceChildren();
  mount(holder, data.payload, { permalink: false });
}
"""


def show(atlas: Atlas) -> None:
    """Draw the map of the session's texts beside their sentences."""
    if not atlas.analyses:
        st.info(word("texts.none"))
        return
    payload_now = drawing(atlas)
    _component()(
        data={"payload": payload_now, "height": _HEIGHT, "version": _version(atlas)}, key="map", height=_HEIGHT
    )


@lru_cache(maxsize=1)
def _component() -> Any:  # noqa: ANN401 - Streamlit's renderer has no public type
    """Register the component once for all sessions."""
    assets = render.component_assets()
    return st.components.v2.component("geo_relations_map", js=assets.js + _MOUNT, css=assets.css)


def _version(atlas: Atlas) -> str:
    """Tell drawings apart, so that a rerun for another reason does not draw the map anew."""
    texts = ((a.document.id, a.document.sha256, a.document.published, a.document.language) for a in atlas.analyses)
    return f"{interface()} {hash(tuple(texts))}"


def drawing(atlas: Atlas) -> dict[str, Any]:
    """Return the payload of the map, made once for each state of the session."""
    version = _version(atlas)
    if st.session_state.get("payload_version") != version:
        st.session_state["payload"] = payload.build(atlas, state.current_frames(atlas), interface=interface())
        st.session_state["payload_version"] = version
    built: dict[str, Any] = st.session_state["payload"]
    return built
