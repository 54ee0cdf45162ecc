"""The payload: plain JSON, offsets that cut the right words, every drawn mention linked."""

from __future__ import annotations

import json

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

from geo.render import payload
from geo.render.features import collection, plain
from geo.render.page import json_text


@pytest.fixture(scope="module")
def built(sample):
    return payload.build(sample.atlas(), sample.frames(), title="T", interface="ar")


def test_it_is_json_without_nan(built):
    assert json.loads(json.dumps(built, allow_nan=False, ensure_ascii=False)) == built


def test_mentions_cut_their_words_and_lead_to_a_feature(built, sample):
    keys = {(name, f["properties"]["id"]) for name, layer in built["layers"].items() for f in layer["features"]}
    linked = 0
    for document in built["documents"]:
        for start, end, kind, _, layer, feature in document["mentions"]:
            assert document["text"][start:end].strip()
            if kind in {"place", "corridor", "event", "organisation"}:
                assert (layer, feature) in keys
                linked += 1
    assert linked == len(sample.NAMED) + sum(len(row[4]) for row in sample.EVENTS)


def test_a_merged_event_is_marked_in_each_text(built):
    marked = {d["id"] for d in built["documents"] for m in d["mentions"] if m[4:] == ["events", "e2"]}
    assert marked == {"ar-1", "en-1", "ru-1"}


def test_quotes_carry_offsets_only(built):
    texts = {document["id"]: document["text"] for document in built["documents"]}
    for layer in built["layers"].values():
        for feature in layer["features"]:
            for quote in feature["properties"].get("quotes", []):
                assert set(quote) == {"document", "sentence", "start", "end", "mention"}
                start, end = quote["mention"]
                assert quote["start"] <= start < end <= quote["end"] <= len(texts[quote["document"]])


def test_countries_leave_their_shapes_to_the_basemap(built):
    assert all(feature["geometry"] is None for feature in built["layers"]["countries"]["features"])


def test_blocs_carry_their_members_and_their_words(built):
    (bloc,) = [feature["properties"] for feature in built["layers"]["blocs"]["features"]]
    assert (bloc["id"], bloc["members"]) == ("org:d-8", ["EG", "TR", "IR", "PK"])
    quote = bloc["quotes"][0]
    text = next(document["text"] for document in built["documents"] if document["id"] == quote["document"])
    assert text[slice(*quote["mention"])] == "D-8"


def test_an_issue_about_a_date_is_about_its_events(sample):
    from dataclasses import replace

    from geo.records import Issue

    atlas = sample.atlas()
    event = replace(atlas.events[0], date=replace(atlas.events[0].date, ref="d1"))
    issue = Issue("date_conflict", "a / b", "ar-1", (), ("d1",))
    found = payload.build(replace(atlas, events=(event,), issues=(issue,)), {})
    assert found["issues"][0]["about"] == ["d1", "e1"]


def test_cells_of_every_kind_become_plain():
    row = {
        "id": "a",
        "n": np.int64(3),
        "x": np.nan,
        "day": pd.Timestamp("2024-03-03"),
        "none": pd.NaT,
        "list": np.array([1.5, np.inf]),
    }
    frame = gpd.GeoDataFrame([row], geometry=[Point(1.23456, 2)], crs="EPSG:4326")
    feature = collection(frame)["features"][0]
    assert feature["properties"] == {"id": "a", "n": 3, "day": "2024-03-03", "list": [1.5, None]}
    assert feature["geometry"]["coordinates"] == [1.235, 2.0]


@settings(deadline=None)  # a busy machine is no failure
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_anything_survives_the_page(value):
    text = json_text(plain(value))
    assert "<" not in text
    assert json.loads(text) == json.loads(json.dumps(plain(value)))


@pytest.mark.parametrize(
    ("source", "shown"),
    [("/home/me/news/a.txt", "a.txt"), ("C:\\news\\a.txt", "a.txt"), ("Reuters/AFP", "Reuters/AFP"), (None, None)],
)
def test_the_folders_of_the_author_stay_private(sample, source, shown):
    from dataclasses import replace

    atlas = sample.atlas()
    first = atlas.analyses[0]
    told = replace(atlas, analyses=(replace(first, document=replace(first.document, source=source)),))
    assert payload.build(told, {})["documents"][0]["source"] == shown
