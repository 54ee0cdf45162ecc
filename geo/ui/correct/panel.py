"""The tab «Correct», and what is asked for at the map or in a table."""

from __future__ import annotations

from typing import Any

import streamlit as st

from geo.correct.record import of_place
from geo.errors import InputError
from geo.records import Atlas
from geo.ui import state
from geo.ui.complaints import told
from geo.ui.correct import adding, event_form, log, name_form
from geo.ui.describe import event_line
from geo.ui.mapview import Wish
from geo.ui.words import escaped, interface, naming, word

_VIEWS = ("event", "name", "add", "log")


def show(atlas: Atlas) -> None:
    """Draw the tab."""
    if not atlas.analyses:
        st.info(word("texts.none"))
        return
    st.caption(word("correct.lead"))
    views = {one: word(f"view.{one}") for one in _VIEWS}
    view = st.segmented_control(
        word("correct.show"),
        list(views),
        format_func=views.__getitem__,
        default="event",
        key="correct-view",
        required=True,
        label_visibility="collapsed",
    )
    if view == "log":
        log.draw(atlas)
    elif view == "add":
        adding.draw(atlas)
    elif view == "name":
        _names(atlas)
    else:
        _events(atlas)


def _events(atlas: Atlas) -> None:
    events = {event.id: event for event in atlas.events}
    chosen = st.selectbox(
        word("correct.event"),
        list(events),
        key=f"correct-event-{interface()}",
        placeholder=word("table.empty"),
        format_func=naming(events, lambda one: event_line(events[one], atlas)),
    )
    if chosen:
        event_form.draw(events[chosen], atlas, "tab")


def _names(atlas: Atlas) -> None:
    names = name_form.names(atlas)
    chosen = st.selectbox(
        word("correct.name"),
        list(names),
        key=f"correct-name-{interface()}",
        placeholder=word("table.empty"),
        format_func=naming(names, lambda one: name_form.line(names[one], atlas)),
    )
    if chosen:
        name_form.draw(names[chosen], atlas, f"tab-{chosen}")


def answer(wish: Wish, row: str | None, atlas: Atlas) -> None:
    """Do what was asked for at the map, or of a row of a table: a form in a dialog, or the move of a place."""
    if wish.move:
        _move(wish.move, atlas)
    elif wish.words:
        st.dialog(word("view.add"), width="large")(adding.selected)(wish.words, atlas)
    elif asked := wish.mark or row:
        st.dialog(word("correct.title"), width="large")(_form)(asked, atlas)


def _move(given: dict[str, Any], atlas: Atlas) -> None:
    if given["entity"] not in atlas.entities:
        return
    try:
        correction = of_place(given["entity"], round(given["lat"], 5), round(given["lon"], 5))
    except InputError as error:
        st.error(word("correct.refused", why=escaped(told(str(error)))))
        return
    state.correct(correction)


def _form(key: str, atlas: Atlas) -> None:
    layer, _, identity = key.partition("/")
    event = next((one for one in atlas.events if layer == "events" and one.id == identity), None)
    if event is not None:
        event_form.draw(event, atlas, "dialog")
        return
    # A branch of a corridor is «corridor:instc/western/rail/operating»; the names stand for the whole.
    entity = identity.partition("/")[0] if layer == "corridors" else identity
    told = [
        (analysis, mention)
        for analysis in atlas.analyses
        for mention in analysis.mentions
        if mention.entity == entity and mention.form != "in_name"
    ]
    if not told:
        st.info(word("correct.inferred"))
        return
    name_form.draw(told, atlas, f"dialog-{entity}")
