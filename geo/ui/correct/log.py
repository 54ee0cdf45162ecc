"""The log of corrections: what was changed, when, and the way back."""

from __future__ import annotations

from typing import Any

import streamlit as st

from geo.records import Atlas, Correction
from geo.ui import state
from geo.ui.describe import name_of
from geo.ui.words import interface, naming, word


def buttons() -> None:
    """Draw undo and redo, and how many corrections are in force."""
    history = state.history()
    with st.container(horizontal=True, vertical_alignment="center"):
        undo = st.button(word("correct.undo"), disabled=not history.done, key="undo")
        redo = st.button(word("correct.redo"), disabled=not history.undone, key="redo")
        st.caption(word("correct.count", n=len(history.done)), width="content")
    if undo:
        state.keep(history.undo(), "correct.undone")
    if redo:
        state.keep(history.redo(), "correct.redone")


def draw(atlas: Atlas) -> None:
    """Draw the log as a table, and a way to take back any one of it."""
    log = state.history().done
    if not log:
        st.info(word("correct.none"))
        return
    rows = [_row(number, one, atlas) for number, one in enumerate(log, 1)]
    st.dataframe(rows, hide_index=True, width="stretch")
    number = st.selectbox(
        word("correct.take_back"),
        range(len(log)),
        key=f"log-which-{interface()}",
        format_func=naming(range(len(log)), lambda one: f"{one + 1}. {_line(log[one], atlas)}"),
    )
    if st.button(word("correct.take_back.button"), key="log-remove"):
        state.keep(state.history().without(number or 0), "correct.undone")


def _line(correction: Correction, atlas: Atlas) -> str:
    about = correction.quote or name_of(str(correction.value.get("entity", "")), atlas.entities)
    return f"{word(f'did.{correction.kind}')}: «{about}»"


def _row(number: int, correction: Correction, atlas: Atlas) -> dict[str, Any]:
    return {
        "#": number,
        word("correct.what"): _line(correction, atlas),
        word("correct.became"): _became(correction, atlas),
        word("correct.when"): correction.when.replace("T", " ")[:16],
        word("column.note"): correction.note,
    }


def _became(correction: Correction, atlas: Atlas) -> str:
    """Return what a correction changed something into, in a few words."""
    value: dict[str, Any] = dict(correction.value)
    parts = []
    if correction.kind == "move_place":
        return f"{value['lat']:.4f}, {value['lon']:.4f}"
    if value.get("entity"):
        parts.append(name_of(value["entity"], atlas.entities))
    if value.get("date"):
        parts.append(value["date"])
    if isinstance(value.get("place"), str):
        parts.append(name_of(value["place"], atlas.entities))
    parts += [name_of(one["entity"], atlas.entities) for one in value.get("actors", ())]
    return " · ".join(parts)
