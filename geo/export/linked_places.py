"""Places as Linked Places Format (version 1.3), the interchange format of historical gazetteers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.export.files import write_lines
from geo.export.geojson import generator, geometry, plain
from geo.layers.naming import uri

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from geo.records import Atlas, Entity

_CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
#: GeoNames feature class of each kind of place.
_CLASSES = {"city": "P", "admin": "A", "region": "L", "water": "H", "land": "T", "facility": "S"}


def collection(places: GeoDataFrame, atlas: Atlas) -> dict[str, Any]:
    """Return the layer of places in Linked Places Format, each name with the sentence that attests it."""
    return {
        "@context": _CONTEXT,
        "type": "FeatureCollection",
        "generator": generator(),
        "attribution": list(places.attrs.get("attribution", ())),
        "features": [
            _feature(record, shape, atlas.entities[record["entity"]])
            for record, shape in zip(places.drop(columns="geometry").to_dict("records"), places.geometry, strict=True)
            if record["basis"] == "stated"
        ],
    }


def lines(places: GeoDataFrame, atlas: Atlas) -> Iterator[str]:
    """Yield the lines of the file."""
    yield json.dumps(collection(places, atlas), ensure_ascii=False, indent=1)


def write(places: GeoDataFrame, atlas: Atlas, path: Path) -> None:
    """Write the places that the texts name.

    Parameters
    ----------
    places
        The layer of places (degrees, EPSG:4326).
    atlas
        Where their names in all languages are.
    path
        File to write; it is replaced as a whole.

    Raises
    ------
    ExportError
        When the file cannot be written.
    """
    write_lines(lines(places, atlas), path)


def _feature(record: dict[str, Any], shape: Any, entity: Entity) -> dict[str, Any]:  # noqa: ANN401 - untyped shapes
    country = plain(record["country"])
    properties: dict[str, Any] = {"title": record["name_en"], "ccodes": [country] if country else []}
    if entity.kind in _CLASSES:
        properties["fclasses"] = [_CLASSES[entity.kind]]
    return {
        "@id": uri(entity),
        "type": "Feature",
        "properties": properties,
        "names": [_name(name, language, record) for language, name in entity.name.items()],
        "types": [{"label": entity.kind, "sourceLabels": [{"label": entity.kind, "lang": "en"}]}],
        "geometry": {**(geometry(shape) or {}), "certainty": "less-certain" if record["doubtful"] else "certain"},
        "links": _links(entity),
        "descriptions": [{"value": quote["text"], "source": quote["document"]} for quote in record["quotes"]],
    }


def _name(name: str, language: str, record: dict[str, Any]) -> dict[str, Any]:
    attested = record["quotes"][:1] if name == record["name"] else []
    citations = [{"label": quote["title"] or quote["document"]} for quote in attested]
    return {"toponym": name, "lang": language, **({"citations": citations} if citations else {})}


def _links(entity: Entity) -> list[dict[str, str]]:
    links = {"https://www.geonames.org/{}/": entity.geonames, "http://www.wikidata.org/entity/{}": entity.wikidata}
    return [{"type": "closeMatch", "identifier": address.format(key)} for address, key in links.items() if key]
