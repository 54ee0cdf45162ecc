"""The log: checked when made and when read, undone and redone, applied as a pure function."""

from __future__ import annotations

import datetime as dt

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import pipeline
from geo.correct.dates import event_date
from geo.correct.history import History
from geo.correct.record import as_row, checked, from_row, of_place, of_span, target, trigger_of
from geo.errors import InputError
from geo.records import QUAD_OF, Analysis, Correction


def corrections(analyses: list[Analysis]) -> st.SearchStrategy[Correction]:
    """Return corrections of every kind, of things that are there and of things that are not."""
    analysis = st.sampled_from(analyses)
    scopes = st.sampled_from(["mention", "document", "all"])
    entities = st.sampled_from([*analyses[0].entities, *analyses[1].entities, "geonames:266826", "geonames:0"])
    kinds = st.sampled_from(sorted(QUAD_OF))

    @st.composite
    def of_words(draw: st.DrawFn) -> Correction:
        one = draw(analysis)
        mention = draw(st.sampled_from(one.mentions))
        kind = draw(st.sampled_from(["choose", "reject_mention", "add_mention"]))
        start = draw(st.integers(0, len(one.document.text) - 2)) if kind == "add_mention" else mention.start
        end = start + 2 if kind == "add_mention" else mention.end
        return of_span(kind, one.document, start, end, entity=draw(entities), scope=draw(scopes))

    @st.composite
    def of_events(draw: st.DrawFn) -> Correction:
        one = draw(analysis)
        event, other = draw(st.sampled_from(one.events)), draw(st.sampled_from(one.events))
        kind = draw(st.sampled_from(["reject_event", "edit_event", "merge_events", "split_event", "add_event"]))
        value = {
            "to_type": draw(kinds), "place": draw(st.none() | entities), "date": draw(st.none() | st.just("2024-03")),
            "others": [target(one.document, trigger_of(other), type=other.type)],
            "tellings": [target(one.document, event.evidence[-1])],
        }  # fmt: skip
        span = trigger_of(event)
        return of_span(kind, one.document, span.start, span.end, type=event.type, **value)

    moves = st.builds(of_place, entities, st.floats(-90, 90), st.floats(-180, 180))
    return st.one_of(of_words(), of_events(), moves)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_offsets_stay_true_and_undoing_gives_the_same_again(data, arabic: Analysis, english: Analysis) -> None:
    log = data.draw(st.lists(corrections([arabic, english]), max_size=6))
    history = History()
    atlases = [pipeline.atlas([arabic, english])]
    for one in log:
        history = history.add(one)
        atlases.append(pipeline.atlas([arabic, english], history.done))
    assert_true(atlases[-1])
    for before in reversed(atlases[:-1]):
        history = history.undo()
        assert pipeline.atlas([arabic, english], history.done) == before
    while history.undone:
        history = history.redo()
    assert pipeline.atlas([arabic, english], history.done) == atlases[-1]


def assert_true(atlas) -> None:
    texts = {one.document.id: one.document.text for one in atlas.analyses}
    for analysis in atlas.analyses:
        for mention in analysis.mentions:
            assert texts[analysis.document.id][mention.start : mention.end] == mention.text
            assert mention.entity is None or mention.entity in analysis.entities
    for event in (*atlas.events, *(event for one in atlas.analyses for event in one.events)):
        assert event.evidence
        assert event.place is None or event.place.entity in atlas.entities
        for one in event.evidence:
            assert texts[one.document][one.start : one.end] == one.text
    assert len({event.id for event in atlas.events}) == len(atlas.events)
    ids = {event.id for event in atlas.events}
    assert all(set(relation.events) <= ids for relation in atlas.relations)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_row_gives_the_correction_back(data, arabic: Analysis, english: Analysis) -> None:
    one = data.draw(corrections([arabic, english]))
    assert from_row(as_row(one)) == one


def test_history_forgets_what_was_undone_when_something_else_is_done() -> None:
    first, second = of_place("geonames:1", 0, 0), of_place("geonames:2", 0, 0)
    history = History().add(first).undo().add(second)
    assert (history.done, history.undone) == ((second,), ())
    assert history.redo() == history
    assert History().undo() == History()
    assert History((first, second)).without(0) == History((second,), (first,))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"kind": "drop_table"}, "no kind of correction"),
        ({"kind": "move_place", "value": "{"}, "not JSON"),
        ({"kind": "move_place", "value": "[" * 100_000}, "not JSON"),
        ({"kind": "move_place", "value": "[]"}, "not a JSON object"),
        ({"kind": "move_place", "value": '{"entity": "geonames:1", "lat": 91, "lon": 0}'}, "lat should be degrees"),
        ({"kind": "move_place", "value": '{"entity": "geonames:1", "lat": NaN, "lon": 0}'}, "lat should be degrees"),
        ({"kind": "choose", "value": '{"entity": "geonames:1", "scope": "world"}'}, "scope should be"),
        ({"kind": "choose", "value": '{"entity": 1}'}, "id of an entity"),
        ({"kind": "add_mention", "value": '{"entity": "hand:x", "place": {"lat": 1}}'}, "needs a name"),
        ({"kind": "edit_event", "value": '{"to_type": "PARTY"}'}, "no event type"),
        ({"kind": "edit_event", "value": '{"type": ["AGREE"]}'}, "no event type"),
        ({"kind": "edit_event", "value": '{"date": "yesterday"}'}, "no date in EDTF"),
        ({"kind": "edit_event", "value": '{"actors": ["EGY"]}'}, "needs an entity and a role"),
        ({"kind": "merge_events", "value": '{"others": [{"start": -1, "end": 2}]}'}, "no span"),
        ({"kind": "split_event", "value": "{}"}, "is missing"),
        ({"kind": "reject_event", "start": "0; DROP", "end": 4}, "no span"),
        ({"kind": "reject_event", "note": b"bytes"}, "should be text"),
    ],
)
def test_a_row_that_is_no_correction_says_why(row: dict[str, object], why: str) -> None:
    with pytest.raises(InputError, match=why):
        from_row(row)


def test_a_span_outside_of_the_text_is_refused(arabic: Analysis) -> None:
    with pytest.raises(InputError, match="no words from"):
        of_span("reject_mention", arabic.document, 5, 10_000)
    with pytest.raises(InputError, match="degrees"):
        checked(Correction("move_place", {"entity": "geonames:1", "lat": True, "lon": 0}))


@pytest.mark.parametrize(
    ("edtf", "lo", "hi"),
    [
        ("2025-08-18", dt.date(2025, 8, 18), dt.date(2025, 8, 18)),
        ("2025-02", dt.date(2025, 2, 1), dt.date(2025, 2, 28)),
        (" 2025~ ", dt.date(2025, 1, 1), dt.date(2025, 12, 31)),
        ("202X", dt.date(2020, 1, 1), dt.date(2029, 12, 31)),
        ("2025-08-18/2025-08-20", dt.date(2025, 8, 18), dt.date(2025, 8, 20)),
        ("2025/..", dt.date(2025, 1, 1), None),
        ("../2025-03-01", None, dt.date(2025, 3, 1)),
    ],
)
def test_dates_in_edtf(edtf: str, lo: dt.date | None, hi: dt.date | None) -> None:
    read = event_date(edtf)
    assert (read.lo, read.hi) == (lo, hi)
    assert parse_edtf(read.edtf)


@pytest.mark.parametrize(
    "text", ["", "..", "/", "2025-02-30", "18/8/2025", "الاثنين", "Y12025", "2025-08-20/2025-08-18", "2025" * 50]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"EDTF|ends before"):
        event_date(text)
