"""Organisations of states that the texts name: the map outlines their members on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.layers.evidence import Quotations
from geo.layers.told import columns, gather
from geo.render.features import properties

if TYPE_CHECKING:
    from geo.records import Atlas, Entity

_KEPT = (
    "id",
    "layer",
    "kind",
    "name",
    "name_ar",
    "name_en",
    "count",
    "corrected",
    "score",
    "gazetteer",
    "why",
    "quotes",
)


def collection(atlas: Atlas) -> dict[str, Any]:
    """Return the blocs, the most named first: no geometry, for the basemap holds the members' shapes.

    ``members`` are ISO 3166-1 alpha-2 codes, ``code`` is the bloc's usual short name.
    """
    quotations = Quotations(atlas)
    blocs = [told for told in gather(atlas).values() if told.entity.kind == "organisation" and _members(told.entity)]
    blocs.sort(key=lambda told: -len(told.mentions))
    rows = []
    for told in blocs:
        cells = columns("blocs", told, atlas, quotations)
        kept = {name: cells[name] for name in _KEPT} | {"code": told.entity.code, "members": _members(told.entity)}
        rows.append({"type": "Feature", "properties": properties(kept), "geometry": None})
    return {"type": "FeatureCollection", "features": rows}


def _members(entity: Entity) -> list[str]:
    return [code for kind, _, code in (one.partition(":") for one in entity.members) if kind == "country"]
