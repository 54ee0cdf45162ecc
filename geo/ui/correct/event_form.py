"""The form of an event: its kind, date, place and parties; whether it happened at all; merging and splitting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import streamlit as st

from geo.correct.record import Kind, of_span, target, trigger_of
from geo.correct.target import trigger_in
from geo.errors import InputError
from geo.records import QUAD_OF, Analysis, Atlas, Entity, Event, Span
from geo.ui import state
from geo.ui.complaints import told
from geo.ui.correct import chooser
from geo.ui.describe import entity_line, event_line, quote, type_word
from geo.ui.words import escaped, interface, naming, word

_PARTIES: Final = ("country", "organisation")
_NOT_PLACES: Final = ("organisation", "person", "corridor")
_TENSES: Final = ("past", "present", "future")
#: Tellings shown beside the form.
_FEW: Final = 2
_POLARITIES: Final = ("did", "may", "did not")


def draw(event: Event, atlas: Atlas, prefix: str) -> None:
    """Draw the form; each button makes one correction."""
    homes = {analysis.document.id: analysis for analysis in atlas.analyses}
    prefix = f"{prefix}-{event.id}-{interface()}"
    said, form = st.columns([2, 3], gap="medium")
    with said:
        tellings(event, homes)
    with form:
        found = chooser.looked_up(prefix)
        given = fields(event, atlas, found, prefix)
        note = st.text_input(word("correct.note"), key=f"{prefix}-note")
        _buttons(event, given, homes, prefix, note)
        _merge(event, atlas, homes, prefix, note)
        _split(event, homes, prefix, note)


def _buttons(event: Event, given: dict[str, Any], homes: Mapping[str, Analysis], prefix: str, note: str) -> None:
    left, right = st.columns(2)
    save = left.button(word("correct.save"), key=f"{prefix}-save", type="primary", width="stretch")
    drop = right.button(word("correct.drop_event"), key=f"{prefix}-drop", width="stretch")
    if drop:
        _correct("reject_event", event, homes, note)
    if save:
        now = as_value(event)
        changed = {name: value for name, value in given.items() if value != now[name]}
        if changed:
            _correct("edit_event", event, homes, note, **changed)
        st.info(word("correct.same"))


def tellings(event: Event, homes: Mapping[str, Analysis]) -> None:
    """Show the sentences that tell of an event, the telling words lit; those after the first few folded away."""
    for number in range(min(_FEW, len(event.evidence))):
        _telling(event, number, homes)
    if len(event.evidence) > _FEW:
        with st.expander(word("correct.more", n=len(event.evidence) - _FEW)):
            for number in range(_FEW, len(event.evidence)):
                _telling(event, number, homes)


def _telling(event: Event, number: int, homes: Mapping[str, Analysis]) -> None:
    one, span = event.evidence[number], trigger_in(event, number)
    quote(one.text, homes[one.document].document, (span.start - one.start, span.end - one.start))


def as_value(event: Event) -> dict[str, Any]:
    """Return what the form can change of an event, as the value of a correction has it."""
    return {
        "to_type": event.type,
        "date": event.date.edtf if event.date and event.date.edtf else None,
        "place": event.place.entity if event.place else None,
        "actors": [
            {"entity": one.entity, "role": one.role, **({"people": list(one.people)} if one.people else {})}
            for one in event.actors
        ],
        "tense": event.tense,
        "polarity": event.polarity,
    }


def fields(event: Event | None, atlas: Atlas, found: Iterable[Entity], prefix: str) -> dict[str, Any]:
    """Draw the fields of an event, filled where there is one, and return what they hold."""
    now = as_value(event) if event else {}
    entities = {**atlas.entities, **{entity.id: entity for entity in found}}
    kinds = list(QUAD_OF)
    kind = st.selectbox(
        word("column.type"),
        kinds,
        format_func=naming(kinds, type_word),
        key=f"{prefix}-type",
        index=kinds.index(now.get("to_type", "CONSULT")),
    )
    date = st.text_input(
        word("correct.date"), now.get("date") or "", key=f"{prefix}-date", help=word("correct.date.help")
    )
    place = _place(now.get("place"), entities, prefix)
    actors = _parties(now.get("actors", []), entities, prefix)
    left, right = st.columns(2)
    with left:
        tense = _one_of("tense", _TENSES, now.get("tense", "past"), prefix)
    with right:
        polarity = _one_of("polarity", _POLARITIES, now.get("polarity", "did"), prefix)
    return {
        "to_type": kind,
        "date": date.strip() or None,
        "place": place,
        "actors": actors,
        "tense": tense,
        "polarity": polarity,
    }


def _one_of(name: str, values: Sequence[str], now: str, prefix: str) -> str:
    chosen = st.selectbox(
        word(f"column.{name}"),
        values,
        format_func=naming(values, lambda one: word(f"{name}.{one}")),
        key=f"{prefix}-{name}",
        index=values.index(now),
    )
    return str(chosen)


def _place(now: str | None, entities: Mapping[str, Entity], prefix: str) -> str | None:
    places = [one.id for one in entities.values() if one.kind not in _NOT_PLACES and one.lat is not None]
    options = list(dict.fromkeys((*([now] if now else []), *places)))
    return st.selectbox(
        word("column.place"),
        options,
        index=options.index(now) if now else None,
        placeholder=word("correct.nowhere"),
        format_func=naming(options, lambda one: _line(one, entities)),
        key=f"{prefix}-place",
    )


def _parties(now: list[dict[str, Any]], entities: Mapping[str, Entity], prefix: str) -> list[dict[str, Any]]:
    """Draw the parties by role; who stood for a party stays with it."""
    before = {one["entity"]: one for one in now}
    options = list(dict.fromkeys((*before, *(one.id for one in entities.values() if one.kind in _PARTIES))))
    chosen = {}
    for role in ("actor", "recipient"):
        chosen[role] = st.multiselect(
            word(f"correct.{role}"),
            options,
            [one["entity"] for one in now if one["role"] == role],
            format_func=naming(options, lambda one: _line(one, entities)),
            key=f"{prefix}-{role}",
            help=word(f"correct.{role}.help"),
            placeholder=word("correct.nobody"),
        )
    return [{**before.get(one, {}), "entity": one, "role": role} for role, ids in chosen.items() for one in ids]


def _line(identity: str, entities: Mapping[str, Entity]) -> str:
    return entity_line(entities[identity], entities) if identity in entities else identity


def _correct(kind: Kind, event: Event, homes: Mapping[str, Analysis], note: str, **value: Any) -> None:  # noqa: ANN401
    """Make the correction of an event, of its tellings in other documents too; or say why it cannot be made."""
    home, span = homes[event.evidence[0].document].document, trigger_of(event)
    also = [
        target(homes[one.document].document, trigger_in(event, number), type=event.type)
        for number, one in enumerate(event.evidence)
        if one.document != home.id
    ]
    if also and kind in {"edit_event", "reject_event"}:
        value["also"] = also
    try:
        correction = of_span(kind, home, span.start, span.end, note=note, type=event.type, **value)
    except InputError as error:
        st.error(word("correct.refused", why=escaped(told(str(error)))))
        st.stop()
    state.correct(correction)


def _merge(event: Event, atlas: Atlas, homes: Mapping[str, Analysis], prefix: str, note: str) -> None:
    others = {one.id: one for one in atlas.events if one.id != event.id}
    if not others:
        return
    with st.expander(word("correct.merge")):
        st.caption(word("correct.merge.help"))
        chosen = st.multiselect(
            word("correct.merge.which"),
            list(others),
            key=f"{prefix}-merge",
            placeholder=word("correct.choose"),
            format_func=naming(others, lambda one: event_line(others[one], atlas)),
        )
        if st.button(word("correct.merge.button"), key=f"{prefix}-merge-do", disabled=not chosen):
            targets = [_target(others[one], homes) for one in chosen]
            _correct("merge_events", event, homes, note, others=targets)


def _target(event: Event, homes: Mapping[str, Analysis]) -> dict[str, object]:
    return target(homes[event.evidence[0].document].document, trigger_of(event), type=event.type)


def _split(event: Event, homes: Mapping[str, Analysis], prefix: str, note: str) -> None:
    if len(event.evidence) < 2:  # noqa: PLR2004 - one telling cannot be split
        return
    with st.expander(word("correct.split")):
        st.caption(word("correct.split.help"))
        chosen = st.multiselect(
            word("correct.split.which"),
            range(len(event.evidence)),
            key=f"{prefix}-split",
            placeholder=word("correct.choose"),
            format_func=naming(range(len(event.evidence)), lambda one: event.evidence[one].text),
        )
        fits = 0 < len(chosen) < len(event.evidence)
        if st.button(word("correct.split.button"), key=f"{prefix}-split-do", disabled=not fits) and fits:
            apart = [event.evidence[one] for one in chosen]
            apart_from = [target(homes[one.document].document, Span(one.start, one.end)) for one in apart]
            _correct("split_event", event, homes, note, tellings=apart_from)
