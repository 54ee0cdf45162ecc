"""Adding what was not read: a name, or an event; by a sentence and its words, or by words selected beside the map."""

from __future__ import annotations

import re
from typing import Any, Literal, TypeAlias

import streamlit as st

from geo.correct.record import of_span
from geo.errors import InputError
from geo.records import Analysis, Atlas, Span
from geo.ui import state
from geo.ui.complaints import told
from geo.ui.correct import chooser, event_form
from geo.ui.describe import quote
from geo.ui.texts import label
from geo.ui.words import escaped, interface, naming, word

_Kind: TypeAlias = Literal["add_mention", "add_event"]
#: A word with what stands before and after it, which is no part of a name.
_WORD = re.compile(r"[^\W_](?:\S*[^\W_])?")


def draw(atlas: Atlas) -> None:
    """Draw the choice of what to add, and its form."""
    st.caption(word("add.from_reader"))
    kinds = {"name": word("add.name"), "event": word("add.event")}
    kind = st.segmented_control(
        word("add.what"), list(kinds), format_func=kinds.__getitem__, default="name", key="add-kind", required=True
    )
    prefix = f"add-{interface()}"
    analysis = _document(atlas, prefix)
    if analysis.sentences:
        _form(kind or "name", analysis, _words(analysis, prefix), atlas, prefix)


def selected(words: dict[str, Any], atlas: Atlas) -> None:
    """Draw the form of words that were selected in a text: ``document``, ``start``, ``end``, ``kind``."""
    analysis = next((one for one in atlas.analyses if one.document.id == words["document"]), None)
    span = Span(int(words["start"]), int(words["end"]))
    if analysis is None or not 0 <= span.start < span.end <= len(analysis.document.text):
        st.info(word("add.words.none"))
        return
    home = next((one for one in analysis.sentences if one.start <= span.start < one.end), span)
    shown = analysis.document.text[home.start : max(home.end, span.end)]
    quote(shown, analysis.document, (span.start - home.start, span.end - home.start))
    _form(words["kind"], analysis, span, atlas, f"selected-{span.start}-{span.end}-{interface()}")


def _form(kind: str, analysis: Analysis, span: Span | None, atlas: Atlas, prefix: str) -> None:
    if kind == "event":
        _event(analysis, span, atlas, prefix)
    else:
        _name(analysis, span, atlas, prefix)


def _document(atlas: Atlas, prefix: str) -> Analysis:
    ids = range(len(atlas.analyses))
    chosen = st.selectbox(
        word("add.where"),
        ids,
        format_func=naming(ids, lambda one: label(atlas.analyses[one].document)),
        key=f"{prefix}-document",
    )
    return atlas.analyses[chosen or 0]


def _words(analysis: Analysis, prefix: str) -> Span | None:
    """Draw the sentences of a text and the words of the one chosen; return the span of the words chosen."""
    sentences, text = analysis.sentences, analysis.document.text
    at = (
        st.selectbox(
            word("add.sentence"),
            range(len(sentences)),
            key=f"{prefix}-sentence",
            format_func=naming(range(len(sentences)), lambda one: text[sentences[one].start : sentences[one].end]),
        )
        or 0
    )
    start, end = sentences[at].start, sentences[at].end
    words = [found.span() for found in _WORD.finditer(text, start, end)]
    chosen = st.pills(
        word("add.words"),
        range(len(words)),
        selection_mode="multi",
        key=f"{prefix}-words-{analysis.document.id}-{at}",
        format_func=naming(range(len(words)), lambda one: text[slice(*words[one])]),
        help=word("add.words.help"),
    )
    return _exact(text, Span(words[min(chosen)][0], words[max(chosen)][1]), prefix) if chosen else None


def _exact(text: str, span: Span, prefix: str) -> Span | None:
    """Draw the words chosen to be cut shorter: a name may have a preposition joined to it."""
    given = text[span.start : span.end]
    kept = st.text_input(
        word("add.exact"), given, key=f"{prefix}-exact-{span.start}-{span.end}", help=word("add.exact.help")
    ).strip()
    at = given.find(kept) if kept else -1
    if at < 0:
        st.warning(word("add.words.none"))
        return None
    return Span(span.start + at, span.start + at + len(kept))


def _name(analysis: Analysis, span: Span | None, atlas: Atlas, prefix: str) -> None:
    if span is None:
        return
    words = analysis.document.text[span.start : span.end]
    prefix = f"{prefix}-{span.start}-{span.end}"
    choice = chooser.reading(prefix, (), None, atlas.entities, asked=words)
    note = st.text_input(word("correct.note"), key=f"{prefix}-note")
    if st.button(word("add.name.button"), key=f"{prefix}-name", type="primary", disabled=choice is None) and choice:
        _correct("add_mention", analysis, span, note, choice.value)


def _event(analysis: Analysis, span: Span | None, atlas: Atlas, prefix: str) -> None:
    found = chooser.looked_up(f"{prefix}-event")
    given = event_form.fields(None, atlas, found, f"{prefix}-event")
    note = st.text_input(word("correct.note"), key=f"{prefix}-note")
    if span is None:
        st.caption(word("add.trigger.help"))
    if st.button(word("add.event.button"), key=f"{prefix}-event", type="primary", disabled=span is None) and span:
        _correct("add_event", analysis, span, note, {"type": given.pop("to_type"), **given})


def _correct(kind: _Kind, analysis: Analysis, span: Span, note: str, value: dict[str, Any]) -> None:
    try:
        correction = of_span(kind, analysis.document, span.start, span.end, note=note, **value)
    except InputError as error:
        st.error(word("correct.refused", why=escaped(told(str(error)))))
        st.stop()
    state.correct(correction)
