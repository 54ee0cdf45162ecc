"""The form of a name in the texts: what it stands for, whether it is a name at all, where its place lies."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from geo.correct.record import of_place, of_span
from geo.layers.places import PRECISION
from geo.records import Analysis, Atlas, Mention
from geo.ui import state
from geo.ui.correct import chooser
from geo.ui.describe import around, entity_line, name_of
from geo.ui.words import interface, naming, word

Told = tuple[Analysis, Mention]


def names(atlas: Atlas) -> dict[str, list[Told]]:
    """Return the mentions that the map can draw, by their words and what they stand for; doubtful ones first."""
    found: dict[str, list[Told]] = {}
    for analysis in atlas.analyses:
        for mention in analysis.mentions:
            if mention.form != "in_name" and mention.entity:
                found.setdefault(f"{mention.text}\n{mention.entity}", []).append((analysis, mention))
    return dict(sorted(found.items(), key=lambda item: not any(mention.doubtful for _, mention in item[1])))


def line(told: list[Told], atlas: Atlas) -> str:
    """Return a name as one line: the words, what they stand for, how often, whether that is doubtful."""
    first = told[0][1]
    doubt = word("doubtful.mark") if any(mention.doubtful for _, mention in told) else None
    mark = word("corrected.mark") if any(mention.corrected for _, mention in told) else None
    times = f"×{len(told)}"
    arrow = "←" if interface() == "ar" else "→"
    parts = (f"{first.text} {arrow} {name_of(first.entity or '', atlas.entities)}", times, doubt, mark)
    return " · ".join(part for part in parts if part)


def draw(told: list[Told], atlas: Atlas, prefix: str) -> None:
    """Draw the form; each button makes one correction."""
    prefix = f"{prefix}-{interface()}"
    analysis, mention = _which(told, prefix)
    entity = atlas.entities.get(mention.entity or "")
    if entity is not None:
        st.text(f"{word('correct.stands')}: {entity_line(entity, atlas.entities)}")
    scope = _scope(prefix)
    choice = chooser.reading(f"{prefix}-{mention.start}", mention.candidates, mention.entity, atlas.entities)
    note = st.text_input(word("correct.note"), key=f"{prefix}-note")
    same = choice is not None and choice.entity == mention.entity
    left, right = st.columns(2)
    take = left.button(
        word("correct.take"), key=f"{prefix}-take", type="primary", width="stretch", disabled=choice is None or same
    )
    drop = right.button(word("correct.drop_name"), key=f"{prefix}-drop", width="stretch")
    span = (analysis.document, mention.start, mention.end)
    if take and choice is not None:
        state.correct(of_span("choose", *span, note=note, scope=scope, **choice.value))
    if drop:
        state.correct(of_span("reject_mention", *span, note=note, scope=scope))
    if entity is not None and entity.kind in PRECISION and entity.lat is not None:
        _move(mention, atlas, prefix, note)


def _which(told: list[Told], prefix: str) -> Told:
    if len(told) == 1:
        st.caption(around(*told[0]))
        return told[0]
    at = st.selectbox(
        word("correct.which"),
        range(len(told)),
        format_func=naming(range(len(told)), lambda one: around(*told[one])),
        key=f"{prefix}-which",
    )
    return told[at or 0]


def _scope(prefix: str) -> str:
    scopes: Mapping[str, str] = {one: word(f"scope.{one}") for one in ("document", "all", "mention")}
    chosen = st.selectbox(word("correct.scope"), list(scopes), format_func=scopes.__getitem__, key=f"{prefix}-scope")
    return chosen or "mention"


def _move(mention: Mention, atlas: Atlas, prefix: str, note: str) -> None:
    entity = atlas.entities[mention.entity or ""]
    with st.expander(word("correct.move", place=name_of(entity.id, atlas.entities))):
        st.caption(word("correct.move.help"))
        # Where it lies is part of the key: after undo the fields show where it lies again.
        lat, lon = chooser.point(f"{prefix}-move-{entity.id}-{entity.lat}-{entity.lon}", entity.lat, entity.lon)
        moved = (lat, lon) != (entity.lat, entity.lon) and lat is not None and lon is not None
        if st.button(word("correct.move.button"), key=f"{prefix}-move", disabled=not moved) and moved:
            state.correct(of_place(entity.id, float(lat or 0), float(lon or 0), note=note))
