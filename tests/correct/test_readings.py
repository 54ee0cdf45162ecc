"""Corrections of places and mentions."""

from __future__ import annotations

from dataclasses import replace

from geo import layers, pipeline
from geo.correct.record import of_place, of_span
from geo.records import Analysis, Correction

ANKARA, CAIRO, CAIRO_ILLINOIS, TRIPOLI_LEBANON = (
    "geonames:323786", "geonames:360630", "geonames:4235668", "geonames:266826",
)  # fmt: skip


def on(analysis: Analysis, kind: str, words: str, nth: int = 0, **value: object) -> Correction:
    start = -1
    for _ in range(nth + 1):
        start = analysis.document.text.index(words, start + 1)
    return of_span(kind, analysis.document, start, start + len(words), **value)  # type: ignore[arg-type]


def entity_at(analysis: Analysis, words: str) -> list[str | None]:
    return [mention.entity for mention in analysis.mentions if mention.text == words]


def test_a_moved_place_is_drawn_where_it_was_put(arabic: Analysis) -> None:
    atlas = pipeline.atlas([arabic], [of_place(ANKARA, 40.5, 33.25)])
    assert (atlas.entities[ANKARA].lat, atlas.entities[ANKARA].lon) == (40.5, 33.25)
    frames = layers.frames(atlas)
    place = frames["places"].set_index("id").loc[ANKARA]
    assert (place.geometry.x, place.geometry.y, place["corrected"]) == (33.25, 40.5, True)
    assert "moved by hand" in place["why"]
    event = frames["events"].set_index("id").loc["ar/e1"]
    assert (event.geometry.x, event.geometry.y) == (33.25, 40.5)


def test_one_mention_takes_another_candidate_and_its_event_follows(arabic: Analysis) -> None:
    log = [on(arabic, "choose", "القاهرة", entity=TRIPOLI_LEBANON, scope="mention")]
    corrected = pipeline.corrected(arabic, log)
    assert entity_at(corrected, "القاهرة") == [TRIPOLI_LEBANON, CAIRO]
    chosen = next(mention for mention in corrected.mentions if mention.entity == TRIPOLI_LEBANON)
    assert chosen.corrected
    assert chosen.why == ("chosen by hand",)
    assert [one.entity for one in chosen.candidates][:2] == [TRIPOLI_LEBANON, CAIRO]
    signed = next(event for event in corrected.events if event.type == "AGREE")
    assert signed.place
    assert signed.place.entity == TRIPOLI_LEBANON
    assert signed.corrected
    assert {"geonames:266826", "country:LB"} <= set(corrected.entities)


def test_all_of_the_name_in_the_document(arabic: Analysis) -> None:
    log = [on(arabic, "choose", "القاهرة", entity=TRIPOLI_LEBANON, scope="document")]
    assert entity_at(pipeline.corrected(arabic, log), "القاهرة") == [TRIPOLI_LEBANON] * 2


def test_all_of_the_name_in_all_documents(english: Analysis) -> None:
    again = replace(english, document=replace(english.document, id="copy", sha256="0" * 64))
    log = [on(english, "choose", "Tripoli", entity=TRIPOLI_LEBANON, scope="all")]
    atlas = pipeline.atlas([english, again], log)
    assert [entity_at(one, "Tripoli") for one in atlas.analyses] == [[TRIPOLI_LEBANON]] * 2


def test_a_rejected_mention_takes_its_marks_along(arabic: Analysis) -> None:
    log = [on(arabic, "reject_mention", "القاهرة", scope="document")]
    atlas = pipeline.atlas([arabic], log)
    assert CAIRO not in set(layers.frames(atlas)["places"]["id"])
    signed = next(event for event in atlas.events if event.type == "AGREE")
    assert signed.place is None


def test_an_added_mention_of_a_place_of_ones_own(english: Analysis) -> None:
    place = {"name": "Villa Lina", "lat": 39.9, "lon": 32.8, "kind": "facility"}
    log = [on(english, "add_mention", "Officials", entity="hand:villa-lina", place=place)]
    corrected = pipeline.corrected(english, log)
    added = next(mention for mention in corrected.mentions if mention.entity == "hand:villa-lina")
    assert english.document.text[added.start : added.end] == added.text == "Officials"
    drawn = layers.frames(pipeline.atlas([english], log))["places"].set_index("id").loc["hand:villa-lina"]
    assert (drawn["name"], drawn["precision"], drawn["corrected"]) == ("Villa Lina", "site", True)


def test_what_no_longer_fits_is_kept_and_told(arabic: Analysis, english: Analysis) -> None:
    gone = replace(on(arabic, "reject_mention", "الوزير", scope="mention"))
    unknown = on(arabic, "choose", "القاهرة", entity="geonames:0", scope="mention")
    elsewhere = on(english, "reject_mention", "Tripoli", scope="mention")
    atlas = pipeline.atlas([arabic], [gone, unknown, elsewhere])
    told = [issue for issue in atlas.issues if issue.kind == "correction_lost"]
    assert [issue.document for issue in told] == ["ar", "ar", "en"]
    assert "«الوزير»" in told[0].message
    assert atlas.corrections == (gone, unknown, elsewhere)


def test_targets_survive_another_name_and_a_changed_text(arabic: Analysis) -> None:
    log = [on(arabic, "reject_mention", "أنقرة", scope="mention")]
    renamed = replace(arabic, document=replace(arabic.document, id="other name"))
    assert not entity_at(pipeline.corrected(renamed, log), "أنقرة")
    longer = replace(arabic, document=replace(arabic.document, text=arabic.document.text + " خاتمة", sha256="1" * 64))
    assert not entity_at(pipeline.corrected(longer, log), "أنقرة")
    foreign = replace(arabic, document=replace(arabic.document, id="foreign", sha256="1" * 64))
    assert entity_at(pipeline.corrected(foreign, log), "أنقرة") == [ANKARA]
