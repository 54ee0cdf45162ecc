"""Names and addresses of entities, as the columns of a feature."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geo.records import Entity, Mention


def named(entity: Entity, language: str) -> dict[str, Any]:
    """Return ``name`` (in ``language``), ``name_ar`` and ``name_en`` of an entity."""
    return {"name": entity.label(language), "name_ar": entity.label("ar"), "name_en": entity.label("en")}


def uri(entity: Entity) -> str:
    """Return an address that others can use for an entity: GeoNames, Wikidata, ISO, else a name of ours."""
    if entity.geonames:
        return f"https://sws.geonames.org/{entity.geonames}/"
    if entity.wikidata:
        return f"https://www.wikidata.org/entity/{entity.wikidata}"
    prefix, _, rest = entity.id.partition(":")
    if prefix in {"country", "iso3166-2"}:
        return f"https://www.iso.org/obp/ui/#iso:code:3166:{rest.partition('-')[0]}"
    return f"urn:x-geo:{entity.id}"


def readings(mention: Mention, entities: Mapping[str, Entity]) -> list[dict[str, Any]]:
    """Return the candidates of a mention, the best first, with what is needed to choose another."""
    return [
        {
            "entity": candidate.entity,
            **_bare(entities.get(candidate.entity)),
            "score": candidate.score,
            "why": list(candidate.why),
        }
        for candidate in mention.candidates
    ]


def _bare(entity: Entity | None) -> dict[str, Any]:
    if entity is None:
        return {"name": None, "name_ar": None, "name_en": None, "country": None, "lat": None, "lon": None}
    return {
        **named(entity, "en"),
        "country": entity.country,
        "lat": entity.lat,
        "lon": entity.lon,
    }
