"""The log of corrections: what was changed, when, and the way back."""

from __future__ import annotations

from typing import Any, Final

import streamlit as st

from geo.records import Atlas, Correction
from geo.ui import state, table
from geo.ui.describe import name_of
from geo.ui.words import word

_COLUMNS: Final = ("number", "what", "became", "when", "note")


def buttons() -> None:
    """Draw undo and redo, and how many corrections are in force, once there are any."""
    history = state.history()
    if not history.done and not history.undone:
        return
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
    back = table.draw("log", _COLUMNS, rows, main="what", act=word("correct.take_back.button"), state=log)
    if back is not None:
        state.keep(state.history().without(back), "correct.undone")


def _line(correction: Correction, atlas: Atlas) -> str:
    about = correction.quote or name_of(str(correction.value.get("entity", "")), atlas.entities)
    return f"{word(f'did.{correction.kind}')}: «{about}»"


def _row(number: int, correction: Correction, atlas: Atlas) -> dict[str, Any]:
    return {
        "number": number,
        "what": _line(correction, atlas),
        "became": _became(correction, atlas) or None,
        "when": correction.when.replace("T", " ")[:16] or None,
        "note": correction.note or None,
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
