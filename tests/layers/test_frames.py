from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import pytest

from geo import layers
from geo.layers.countries import polygons
from geo.layers.schema import COLUMNS, LAYERS
from geo.records import Atlas, DateMention, Issue
from geo.settings import Settings

Frames = dict[str, gpd.GeoDataFrame]


def row(frames: Frames, layer: str, key: str) -> dict:
    frame = frames[layer]
    (found,) = frame[frame["id"] == key].to_dict("records")
    return found


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_has_the_columns_of_the_schema_also_when_it_is_empty(frames: Frames, layer: str) -> None:
    wanted = [*(column.name for column in COLUMNS[layer]), "geometry"]
    empty = layers.frames(Atlas())[layer]
    for frame in (frames[layer], empty):
        assert list(frame.columns) == wanted
        assert frame.crs.to_epsg() == 4326
    assert list(empty.dtypes) == list(frames[layer].dtypes)
    assert frames[layer]["id"].is_unique


@pytest.mark.parametrize("layer", LAYERS)
def test_every_quote_is_what_the_text_says(frames: Frames, atlas: Atlas, layer: str) -> None:
    texts = {analysis.document.id: analysis.document.text for analysis in atlas.analyses}
    quotes = [quote for quotes in frames[layer]["quotes"] for quote in quotes]
    assert quotes
    for quote in quotes:
        text = texts[quote["document"]]
        assert text[quote["start"] : quote["end"]] == quote["text"]
        assert text.startswith(quote["prefix"] + quote["text"] + quote["suffix"], quote["start"] - len(quote["prefix"]))
        first, last = quote["mention"]
        assert quote["start"] <= first <= last <= quote["end"]


def test_a_named_place_counts_its_mentions_and_keeps_other_readings(frames: Frames) -> None:
    oslo = row(frames, "places", "geonames:3143244")
    assert (oslo["count"], oslo["documents"], oslo["as_government"]) == (2, 2, 1)
    assert (oslo["precision"], oslo["basis"], oslo["gazetteer"]) == (
        "city",
        "stated",
        "https://sws.geonames.org/3143244/",
    )
    assert (oslo["name"], oslo["name_en"]) == ("أوسلو", "Oslo")
    assert [one["entity"] for one in oslo["candidates"]] == ["geonames:3143244", "geonames:4"]
    assert oslo["quotes"][0]["text"].endswith("أوسلو.")


def test_an_event_in_a_country_is_drawn_at_its_capital_and_says_so(frames: Frames) -> None:
    suva = row(frames, "places", "geonames:2198148")
    assert (suva["precision"], suva["basis"], suva["count"], suva["inferred_from"]) == (
        "country",
        "inferred",
        0,
        "country:FJ",
    )
    assert "capital" in suva["why"][0]
    event = row(frames, "events", "ar-1/e2")
    assert (event["place"], event["drawn_at"]) == ("country:FJ", "geonames:2198148")
    assert event["place_name"]["name_en"] == "Fiji"
    assert event["geometry"].equals(suva["geometry"])


def test_capitals_of_countries_that_only_act_are_not_drawn(frames: Frames) -> None:
    assert set(frames["places"]["id"]) == {"geonames:3143244", "geonames:2198148"}


def test_names_inside_longer_names_are_never_counted(frames: Frames) -> None:
    fiji = row(frames, "countries", "country:FJ")
    assert (fiji["named"], fiji["adjectives"], fiji["count"], fiji["events"]) == (2, 0, 2, 2)


def test_a_country_is_its_polygon_and_adjectives_are_told_apart(frames: Frames) -> None:
    japan = row(frames, "countries", "country:JP")
    assert (japan["named"], japan["adjectives"], japan["events"]) == (1, 1, 2)
    assert japan["geometry"].geom_type == "MultiPolygon"
    west, south, east, north = japan["geometry"].bounds
    assert 120 < west < east < 155
    assert 20 < south < north < 46


def test_a_corridor_is_a_feature_for_each_branch_mode_and_status(frames: Frames) -> None:
    frame = frames["corridors"]
    assert set(frame["corridor"]) == {"corridor:instc"}
    assert len(frame["branch"].unique()) >= 3
    assert set(frame.geometry.geom_type) == {"MultiLineString"}
    assert frame.attrs["attribution"]


def test_an_event_without_a_place_is_kept_without_a_geometry(frames: Frames) -> None:
    event = row(frames, "events", "en <1>/e1")
    assert event["geometry"] is None
    assert event["basis"] is None
    assert event["doubtful"]


def test_an_event_tells_parties_people_and_dates(frames: Frames) -> None:
    event = row(frames, "events", "ar-1/e1")
    host = event["actors"][0]
    assert (host["name"], host["name_en"], host["code"]) == ("فنلندا", "Finland", "FIN")
    assert [person["name"] for person in host["people"]] == ["الوزير", "ضيف"]
    assert (event["date_start"], event["date_flags"]) == ("2024-05-01", ["relative", "conflict"])
    assert event["issues"][0]["kind"] == "date_conflict"


def test_a_doubt_about_the_date_in_a_later_telling_is_a_doubt_of_the_event(atlas: Atlas) -> None:
    first, second = atlas.analyses
    day = atlas.events[0].date
    assert day
    again = DateMention("d7", 6, 10, "Fiji", day.edtf, day.lo, day.hi)
    other = DateMention("d1", 31, 35, "Oslo", "2020", None, None)
    issues = (Issue("date_conflict", "in a later telling", second.document.id, (), ("d7",)),
              Issue("date_conflict", "of another date with the same id", second.document.id, (), ("d1",)))  # fmt: skip
    met = replace(atlas.events[0], evidence=(*atlas.events[0].evidence, *atlas.events[2].evidence))
    told = replace(atlas, analyses=(first, replace(second, dates=(again, other))), events=(met,), issues=issues)
    event = row(layers.frames(told), "events", met.id)
    assert [issue["message"] for issue in event["issues"]] == ["in a later telling"]
    assert "conflict" in event["date_flags"]


def test_a_relation_goes_between_the_capitals(frames: Frames) -> None:
    relation = row(frames, "relations", "country:FI--country:JP")
    assert relation["geometry"].coords[0] == (24.94, 60.17)
    assert relation["geometry"].coords[-1] == (139.69, 35.69)
    assert (relation["verbal_cooperation"], relation["material_conflict"]) == (1, 0)
    assert (relation["name_en"], relation["date"], relation["events"]) == ("Finland – Japan", "2024-05-01", ["ar-1/e1"])


def test_a_bloc_is_the_area_of_its_members_without_the_borders_between_them(frames) -> None:
    (bloc,) = frames["blocs"].to_dict("records")
    assert (bloc["id"], bloc["code"], bloc["members"]) == ("org:northern-league", "NL", ["FI", "SE", "RU", "SU"])
    assert [quote["text"][slice(*marked(quote))] for quote in bloc["quotes"]] == ["Northern League"]
    shapes = polygons(Settings().built / "countries.json")
    finland, russia = shapes["FI"], shapes["RU"]
    border = finland.boundary.intersection(russia.boundary)
    assert border.length > 5
    assert bloc["geometry"].boundary.intersection(border).length < 0.01 * border.length
    assert bloc["geometry"].area == pytest.approx(sum(shapes[one].area for one in ("FI", "SE", "RU")), rel=1e-3)
    assert bloc["geometry"].is_valid


def marked(quote: dict) -> tuple[int, int]:
    return tuple(one - quote["start"] for one in quote["mention"])  # type: ignore[return-value]
