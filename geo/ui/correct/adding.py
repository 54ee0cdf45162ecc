"""Adding what was not read: a name, or an event that a sentence tells."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from geo.correct.record import of_span
from geo.errors import InputError
from geo.records import Analysis, Atlas, Mention, Sentence
from geo.ui import state
from geo.ui.complaints import told
from geo.ui.correct import chooser, event_form
from geo.ui.describe import around
from geo.ui.texts import label
from geo.ui.words import escaped, interface, naming, word

_MOST: int = 200


def draw(atlas: Atlas) -> None:
    """Draw the choice of what to add, and its form."""
    kinds = {"name": word("add.name"), "event": word("add.event")}
    kind = st.segmented_control(
        word("add.what"), list(kinds), format_func=kinds.__getitem__, default="name", key="add-kind", required=True
    )
    prefix = f"add-{interface()}"
    analysis = _document(atlas, prefix)
    if kind == "event":
        _event(analysis, atlas, prefix)
    else:
        _name(analysis, atlas, prefix)


def _document(atlas: Atlas, prefix: str) -> Analysis:
    ids = range(len(atlas.analyses))
    chosen = st.selectbox(
        word("add.where"),
        ids,
        format_func=naming(ids, lambda one: label(atlas.analyses[one].document)),
        key=f"{prefix}-document",
    )
    return atlas.analyses[chosen or 0]


def _name(analysis: Analysis, atlas: Atlas, prefix: str) -> None:
    words = st.text_input(word("add.words"), key=f"{prefix}-words", help=word("add.words.help")).strip()
    found = list(_places(analysis, words)) if words else []
    if words and not found:
        st.warning(word("add.words.none"))
    if not found:
        return
    at = (
        st.selectbox(
            word("correct.which"),
            range(len(found)),
            format_func=naming(range(len(found)), lambda one: around(analysis, found[one])),
            key=f"{prefix}-which",
        )
        or 0
    )
    choice = chooser.reading(prefix, (), None, atlas.entities)
    if st.button(word("add.name.button"), key=f"{prefix}-name", type="primary", disabled=choice is None) and choice:
        state.correct(of_span("add_mention", analysis.document, found[at].start, found[at].end, **choice.value))


def _places(analysis: Analysis, words: str) -> Iterator[Mention]:
    """Yield where the words stand in the text, as bare mentions."""
    text, start = analysis.document.text, -1
    for _ in range(_MOST):
        start = text.find(words, start + 1)
        if start < 0:
            return
        yield Mention("", start, start + len(words), words, "place", "name")


def _event(analysis: Analysis, atlas: Atlas, prefix: str) -> None:
    sentences, text = analysis.sentences, analysis.document.text
    if not sentences:
        return
    at = (
        st.selectbox(
            word("add.sentence"),
            range(len(sentences)),
            key=f"{prefix}-sentence",
            format_func=naming(range(len(sentences)), lambda one: text[sentences[one].start : sentences[one].end]),
        )
        or 0
    )
    words = st.text_input(word("add.trigger"), key=f"{prefix}-trigger", help=word("add.trigger.help")).strip()
    span = _trigger(text, sentences[at], words)
    if span is None:
        st.warning(word("add.words.none"))
    found = chooser.looked_up(f"{prefix}-event")
    given = event_form.fields(None, atlas, found, f"{prefix}-event")
    note = st.text_input(word("correct.note"), key=f"{prefix}-note")
    if st.button(word("add.event.button"), key=f"{prefix}-event", type="primary", disabled=span is None) and span:
        kind = given.pop("to_type")
        try:
            correction = of_span("add_event", analysis.document, *span, note=note, type=kind, **given)
        except InputError as error:
            st.error(word("correct.refused", why=escaped(told(str(error)))))
            st.stop()
        state.correct(correction)


def _trigger(text: str, sentence: Sentence, words: str) -> tuple[int, int] | None:
    """Return the span of the telling words in the sentence; of its first word where none are given."""
    told = text[sentence.start : sentence.end]
    words = words or next(iter(told.split()), "")
    at = told.find(words)
    return (sentence.start + at, sentence.start + at + len(words)) if at >= 0 and words else None
