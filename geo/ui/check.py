"""What a person should look at before publishing: contradictions in the texts, doubtful readings."""

from __future__ import annotations

import streamlit as st

from geo.records import Analysis, Atlas, Issue, Mention
from geo.ui import state, table
from geo.ui.describe import country_of
from geo.ui.texts import label
from geo.ui.words import escaped, has_word, interface, isolated, word

_AROUND = 60


def show(atlas: Atlas) -> str | None:
    """List contradictions and doubtful places with their words; return what is to be corrected, ``places/<id>``."""
    doubtful = [(analysis, mention) for analysis in atlas.analyses for mention in _doubtful(analysis)]
    if not atlas.issues and not doubtful:
        st.success(word("check.none"))
        return None
    by_id = {analysis.document.id: analysis for analysis in atlas.analyses}
    if atlas.issues:
        st.subheader(word("check.conflicts"), anchor=False)
    for issue in atlas.issues:
        analysis = by_id.get(issue.document)
        with st.container(border=True):
            _issue(issue, analysis)
    return _doubts(doubtful) if doubtful else None


def _doubts(doubtful: list[tuple[Analysis, Mention]]) -> str | None:
    st.subheader(word("check.doubtful"), anchor=False)
    rows = [_row(*one) for one in doubtful]
    asked = table.draw("doubtful", ("name", "candidates", "score", "sentence"), rows, main="name",
                       act=word("correct.row"), state=state.version())  # fmt: skip
    return f"places/{doubtful[asked][1].entity}" if asked is not None else None


def _issue(issue: Issue, analysis: Analysis | None) -> None:
    """Say what disagrees in the interface's words, and quote the words that do."""
    key = f"issue.{issue.kind}"
    st.markdown(f"**{word(key if has_word(key) else 'issue.other')}**")
    if analysis is None or not issue.spans:
        st.text(issue.message)
        return
    readings = {(date.start, date.end): date.edtf for date in analysis.dates}
    for start, end in issue.spans:
        quote = f"«{analysis.document.text[start:end]}»"
        reading = readings.get((start, end))
        st.text(f"{quote}: {word('issue.reads', value=isolated(reading))}" if reading else quote)
    st.caption(escaped(word("check.where", title=label(analysis.document))))


def _doubtful(analysis: Analysis) -> list[Mention]:
    """Return doubtful mentions that the map draws, each entity once."""
    first: dict[str, Mention] = {}
    for mention in analysis.mentions:
        if mention.doubtful and mention.entity and mention.form in ("name", "metonym"):
            first.setdefault(mention.entity, mention)
    return list(first.values())


def _row(analysis: Analysis, mention: Mention) -> dict[str, object]:
    text = analysis.document.text
    around = text[max(0, mention.start - _AROUND) : mention.end + _AROUND].replace("\n", " ")
    others = [analysis.entities[c.entity] for c in mention.candidates if c.entity in analysis.entities]
    return {
        "name": mention.text,
        "candidates": " · ".join(
            f"{e.label(interface())} ({country_of(e.country, analysis.entities) or '–'})" for e in others
        ),
        "score": round(mention.score, 2),
        "sentence": around,
    }
