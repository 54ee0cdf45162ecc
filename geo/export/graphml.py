"""GraphML of the relations, for network tools: states are nodes, what joins two of them is an edge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from geo.export.files import write_lines
from geo.export.xml import child
from geo.export.xml import lines as xml_lines
from geo.records import QUAD_CLASSES

if TYPE_CHECKING:
    from geo.records import Atlas, Entity, Relation

_NODE = {
    "label": "string",
    "name_ar": "string",
    "name_en": "string",
    "iso3": "string",
    "lat": "double",
    "lon": "double",
}
_EDGE = {
    "weight": "int",
    **dict.fromkeys((quad.replace(" ", "_") for quad in QUAD_CLASSES), "int"),
    "start": "string",
    "end": "string",
    "events": "string",
}


def tree(atlas: Atlas) -> ET.Element:
    """Return the GraphML of an atlas; ``weight`` of an edge is the number of its events."""
    root = ET.Element("graphml", {"xmlns": "http://graphml.graphdrawing.org/xmlns"})
    for domain, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in keys.items():
            ET.SubElement(root, "key", {"id": name, "for": domain, "attr.name": name, "attr.type": kind})
    graph = child(root, "graph", id="relations", edgedefault="undirected")
    for state in sorted({state for relation in atlas.relations for state in (relation.first, relation.second)}):
        _data(child(graph, "node", id=state), _node(state, atlas.entities.get(state)))
    for relation in atlas.relations:
        edge = child(graph, "edge", id=relation.id, source=relation.first, target=relation.second)
        _data(edge, _edge(relation))
    return root


def lines(atlas: Atlas) -> Iterator[str]:
    """Yield the lines of the file."""
    return xml_lines(tree(atlas))


def write(atlas: Atlas, path: Path) -> None:
    """Write the relations as GraphML.

    Raises
    ------
    ExportError
        When the file cannot be written.
    """
    write_lines(lines(atlas), path)


def _data(parent: ET.Element, values: Mapping[str, object]) -> None:
    for key, value in values.items():
        if value is not None:
            child(parent, "data", value, key=key)


def _node(state: str, entity: Entity | None) -> dict[str, object]:
    if entity is None:
        return {"label": state}
    return {
        "label": entity.label("en"),
        "name_ar": entity.label("ar"),
        "name_en": entity.label("en"),
        "iso3": entity.country3,
        "lat": entity.lat,
        "lon": entity.lon,
    }


def _edge(relation: Relation) -> dict[str, object]:
    return {
        "weight": len(relation.events),
        **{quad.replace(" ", "_"): relation.counts.get(quad, 0) for quad in QUAD_CLASSES},
        "start": relation.start,
        "end": relation.end,
        "events": " ".join(relation.events),
    }
