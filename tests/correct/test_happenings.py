"""Corrections of events: in one document and in what several tell together."""

from __future__ import annotations

import pytest

from geo import layers, pipeline
from geo.correct.record import of_span, target, trigger_of
from geo.records import Analysis, Atlas, Correction, Event

CAIRO = "geonames:360630"


@pytest.fixture(scope="module")
def atlas(arabic: Analysis, english: Analysis) -> Atlas:
    drawn = pipeline.atlas([arabic, english])
    assert [one.document for one in event_of(drawn, "ar/e1").evidence] == ["ar", "en"]
    return drawn


def event_of(atlas: Atlas, identity: str) -> Event:
    return next(event for event in atlas.events if event.id == identity)


def on(analysis: Analysis, event: Event, kind: str, **value: object) -> Correction:
    span = trigger_of(event)
    return of_span(kind, analysis.document, span.start, span.end, type=event.type, **value)  # type: ignore[arg-type]


def test_an_edited_event_changes_on_map_and_in_records(arabic: Analysis, english: Analysis, atlas: Atlas) -> None:
    met = event_of(atlas, "ar/e1")
    actors = [{"entity": "country:EG"}, {"entity": "org:eu", "role": "recipient"}]
    log = [on(arabic, met, "edit_event", to_type="AID", date="2024-03-05/2024-03-06", place=CAIRO, actors=actors)]
    drawn = pipeline.atlas([arabic, english], log)
    edited = event_of(drawn, "ar/e1")
    assert (edited.type, edited.corrected, edited.score) == ("AID", True, 1.0)
    assert edited.date
    assert (edited.date.edtf, edited.date.lo.isoformat(), edited.date.hi.isoformat()) == (
        "2024-03-05/2024-03-06", "2024-03-05", "2024-03-06",
    )  # fmt: skip
    assert edited.place
    assert (edited.place.entity, edited.place.precision, edited.place.basis) == (CAIRO, "city", "corrected")
    assert [(one.entity, one.code, one.role) for one in edited.actors] == [
        ("country:EG", "EGY", "actor"), ("org:eu", "EU", "recipient"),
    ]  # fmt: skip
    assert len(edited.evidence) == 2
    assert next(event for event in drawn.analyses[0].events if event.id == "e1").type == "AID"
    row = layers.frames(drawn)["events"].set_index("id").loc["ar/e1"]
    assert (row["type"], row["corrected"]) == ("AID", True)
    assert drawn.issues == pipeline.atlas([arabic, english]).issues


def test_a_rejected_event_takes_its_relation_along(arabic: Analysis, english: Analysis, atlas: Atlas) -> None:
    log = []
    for event in atlas.events:
        also = [
            target(english.document, one.trigger, type=event.type)
            for one in event.evidence[1:]
            if one.trigger and one.document == "en"
        ]
        home = arabic if event.evidence[0].document == "ar" else english
        log.append(on(home, event, "reject_event", **({"also": also} if also else {})))
    drawn = pipeline.atlas([arabic, english], log)
    assert drawn.events == drawn.relations == ()
    assert [one.events for one in drawn.analyses] == [(), ()]


def test_an_added_event_quotes_its_sentence(english: Analysis) -> None:
    text = english.document.text
    start = text.index("returned")
    log = [of_span("add_event", english.document, start, start + 8, type="CONSULT", date=None, place=CAIRO,
                   actors=[{"entity": "country:EG", "people": ["Badr Abdelatty"]}])]  # fmt: skip
    drawn = pipeline.atlas([english], log)
    added = event_of(drawn, "en/c1")
    assert added.evidence[0].text == "Officials returned to Cairo."
    assert added.rule == "by hand"
    assert added.date is None
    assert {event.id for event in drawn.analyses[0].events} >= {"c1"}


def test_merging_joins_tellings_across_documents(arabic: Analysis, english: Analysis, atlas: Atlas) -> None:
    signed = next(event for event in atlas.events if event.type == "AGREE")
    met = event_of(atlas, "ar/e1")
    others = [target(arabic.document, trigger_of(signed), type="AGREE")]
    drawn = pipeline.atlas([arabic, english], [on(arabic, met, "merge_events", others=others)])
    assert len(drawn.events) == len(atlas.events) - 1
    assert [one.sentence for one in event_of(drawn, "ar/e1").evidence] == [0, 0, 1]
    assert len(drawn.analyses[0].events) == len(arabic.events) - 1


def test_splitting_gives_each_telling_its_own_event(arabic: Analysis, english: Analysis, atlas: Atlas) -> None:
    met = event_of(atlas, "ar/e1")
    second = met.evidence[1]
    telling = target(english.document, second, type="CONSULT")
    drawn = pipeline.atlas([arabic, english], [on(arabic, met, "split_event", tellings=[telling])])
    assert [one.document for one in event_of(drawn, "ar/e1").evidence] == ["ar"]
    apart = event_of(drawn, "en/c1")
    assert apart.evidence == (second,)
    assert apart.trigger == second.trigger
    assert len(drawn.events) == len(atlas.events) + 1
    assert not [issue for issue in drawn.issues if issue.kind == "correction_lost"]


def test_merging_undoes_what_splitting_did(arabic: Analysis, english: Analysis, atlas: Atlas) -> None:
    met = event_of(atlas, "ar/e1")
    split = on(arabic, met, "split_event", tellings=[target(english.document, met.evidence[1])])
    others = [target(english.document, met.evidence[1].trigger, type="CONSULT")]
    merge = on(arabic, met, "merge_events", others=others)
    drawn = pipeline.atlas([arabic, english], [split, merge])
    assert [one.document for one in event_of(drawn, "ar/e1").evidence] == ["ar", "en"]
    assert len(drawn.events) == len(atlas.events)
