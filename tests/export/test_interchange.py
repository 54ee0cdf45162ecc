"""GraphML, Web Annotations, Linked Places Format and KML."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pyogrio

from geo.export import annotations, graphml, kml, linked_places
from geo.export.xml import clean
from geo.records import Atlas

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
KML = "{http://www.opengis.net/kml/2.2}"


def test_graphml_has_a_node_a_state_and_an_edge_a_relation(atlas: Atlas, tmp_path: Path) -> None:
    graphml.write(atlas, tmp_path / "r.graphml")
    root = ET.fromstring((tmp_path / "r.graphml").read_bytes())  # noqa: S314 - our own file
    keys = {key.get("id") for key in root.iter(f"{GRAPHML}key")}
    nodes = [node.get("id") for node in root.iter(f"{GRAPHML}node")]
    edges = [(edge.get("source"), edge.get("target")) for edge in root.iter(f"{GRAPHML}edge")]
    assert nodes == ["country:FI", "country:FJ", "country:JP"]
    assert edges == [("country:FI", "country:JP"), ("country:FJ", "country:JP")]
    assert {data.get("key") for data in root.iter(f"{GRAPHML}data")} <= keys
    assert root.find(f".//{GRAPHML}edge/{GRAPHML}data[@key='weight']").text == "1"


def test_graphml_opens_in_networkx_with_typed_values(atlas: Atlas, tmp_path: Path) -> None:
    graphml.write(atlas, tmp_path / "r.graphml")
    graph = nx.read_graphml(tmp_path / "r.graphml")
    assert not graph.is_directed()
    assert graph.nodes["country:JP"]["iso3"] == "JPN"
    assert isinstance(graph.nodes["country:JP"]["lat"], float)
    assert graph.edges["country:FI", "country:JP"]["weight"] == 1


def test_annotations_select_the_words_by_place_and_by_quote(atlas: Atlas, tmp_path: Path) -> None:
    annotations.write(atlas.analyses, tmp_path / "a.jsonld")
    page = json.loads((tmp_path / "a.jsonld").read_text(encoding="utf-8"))
    texts = {analysis.document.id: analysis.document.text for analysis in atlas.analyses}
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert len(page["items"]) == sum(len(analysis.mentions) for analysis in atlas.analyses)
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    for item in page["items"]:
        place, words = item["target"]["selector"]
        text = texts["ar-1" if item["id"].startswith("urn:x-geo:ar-1:") else "en <1>"]
        assert text[place["start"] : place["end"]] == words["exact"]
        assert words["prefix"] + words["exact"] + words["suffix"] in text
    assert page["items"][-1]["target"]["source"] == "https://example.org/a?b=1&c=2"
    assert page["items"][-1]["id"] == "urn:x-geo:en%20%3C1%3E:m5"


def test_linked_places_hold_the_stated_places_with_their_names(frames, atlas: Atlas, tmp_path: Path) -> None:
    linked_places.write(frames["places"], atlas, tmp_path / "p.json")
    collection = json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))
    (oslo,) = collection["features"]
    assert oslo["@id"] == "https://sws.geonames.org/3143244/"
    assert oslo["properties"] == {"title": "Oslo", "ccodes": ["NO"], "fclasses": ["P"]}
    assert {name["toponym"] for name in oslo["names"]} == {"Oslo", "أوسلو"}
    assert oslo["links"] == [{"type": "closeMatch", "identifier": "https://www.geonames.org/3143244/"}]


def test_kml_opens_in_gdal_and_holds_no_markup_of_the_texts(frames, atlas: Atlas, tmp_path: Path) -> None:
    hostile = frames["places"].copy()
    hostile["quotes"] = [[{**quotes[0], "text": "<script>alert(1)</script>\x00"}] for quotes in hostile["quotes"]]
    kml.write({**frames, "places": hostile}, tmp_path / "m.kml")
    root = ET.fromstring((tmp_path / "m.kml").read_bytes())  # noqa: S314 - our own file
    balloons = [node.text or "" for node in root.iter(f"{KML}description")]
    assert any("&lt;script&gt;" in balloon for balloon in balloons)
    assert not any("<script" in balloon for balloon in balloons)
    assert [folder.findtext(f"{KML}name") for folder in root.iter(f"{KML}Folder")] == [
        "places",
        "corridors",
        "events",
        "relations",
    ]
    assert root.find(f".//{KML}TimeSpan/{KML}begin").text == "2024-05-01"
    assert len(pyogrio.read_dataframe(tmp_path / "m.kml", layer="places")) == len(hostile)


def test_characters_that_xml_lacks_are_replaced() -> None:
    assert clean("a\x00b\x1fc\ud800\tمينسك") == "a\ufffdb\ufffdc\ufffd\tمينسك"
