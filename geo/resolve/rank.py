"""Rank the readings of a mention by what the text says, with the reasons in plain words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from geo.records import Candidate
from geo.resolve.evidence import distance_km

if TYPE_CHECKING:
    from geo.gazetteer.store import Gazetteer
    from geo.records import Entity, Mention
    from geo.resolve.evidence import Evidence

#: Weights in natural log units, added to the log of the prior.
WEIGHTS: Final = {
    "contained": 4.0,
    "tenfold population": 0.5,
    "country": 1.5,
    "country named": 1.2,
    "country prevails": 0.8,
    "province named": 1.8,
    "near": 1.5,
    "nearby": 0.7,
    "chosen before": 2.0,
}
_NEAR_KM, _NEARBY_KM = 100.0, 400.0
_KEPT: Final = 5
_LEAST: Final = 0.002


def rank(mention: Mention, index: int, evidence: Evidence, gazetteer: Gazetteer, chosen: str | None) -> list[Candidate]:
    """Return up to five readings of a mention, best first; their scores are shares of one.

    Parameters
    ----------
    mention
        Its candidates' scores are the gazetteer's priors.
    index
        Place of the mention in the document's list.
    evidence
        What the document says, of `geo.resolve.evidence.gather`.
    gazetteer
        The entities.
    chosen
        Id that an earlier mention of the same name was resolved to.
    """
    weighed = [_weigh(candidate, index, evidence, gazetteer, chosen) for candidate in mention.candidates]
    highest = max(weight for weight, _, _ in weighed)
    total = sum(math.exp(weight - highest) for weight, _, _ in weighed)
    weighed.sort(key=lambda item: -item[0])
    return [
        Candidate(entity, round(math.exp(weight - highest) / total, 3), tuple(why))
        for weight, entity, why in weighed[:_KEPT]
    ]


def _weigh(
    candidate: Candidate, index: int, evidence: Evidence, gazetteer: Gazetteer, chosen: str | None
) -> tuple[float, str, list[str]]:
    """Return the weight of one reading and why."""
    entity = gazetteer.entity(candidate.entity)
    weight, why = math.log(max(candidate.score, _LEAST)), list(candidate.why)
    if entity.kind == "country":
        weight += WEIGHTS["country"]
    elif entity.kind == "city":
        weight += WEIGHTS["tenfold population"] * math.log10(max(entity.population, 300) / 100_000)
    for found in (
        _contained(entity, index, evidence, gazetteer),
        _country(entity, evidence, gazetteer),
        _province(entity, evidence, gazetteer),
        _distance(entity, evidence),
    ):
        if found is not None:
            weight += found[0]
            why.append(found[1])
    if entity.id == chosen:
        weight += WEIGHTS["chosen before"]
        why.append("as earlier in this text")
    return weight, entity.id, why


def _contained(entity: Entity, index: int, evidence: Evidence, gazetteer: Gazetteer) -> tuple[float, str] | None:
    """«X, Y»: the text names the country or province that the reading lies in right beside it."""
    inside = evidence.containers.get(index)
    if not inside:
        return None
    if entity.admin in inside and entity.admin in gazetteer:
        return WEIGHTS["contained"] + 1.0, f"beside its province in the text: {gazetteer.entity(entity.admin).label()}"
    if entity.country in inside and entity.kind != "country":
        return WEIGHTS["contained"], f"beside its country in the text: {_country_name(entity, gazetteer)}"
    return None


def _country(entity: Entity, evidence: Evidence, gazetteer: Gazetteer) -> tuple[float, str] | None:
    """Weigh the reading's country by how much the text names it."""
    count = evidence.countries.get(entity.country or "", 0)
    if not count or entity.kind == "country":
        return None
    share = count / evidence.countries.total()
    name = _country_name(entity, gazetteer)
    return WEIGHTS["country named"] + WEIGHTS["country prevails"] * share, f"country named in the text: {name}"


def _province(entity: Entity, evidence: Evidence, gazetteer: Gazetteer) -> tuple[float, str] | None:
    """Weigh a place whose province the text names."""
    if entity.admin and evidence.admins.get(entity.admin) and entity.admin in gazetteer:
        return WEIGHTS["province named"], f"province named in the text: {gazetteer.entity(entity.admin).label()}"
    return None


def _distance(entity: Entity, evidence: Evidence) -> tuple[float, str] | None:
    """Weigh a place by its distance to the nearest sure place in the text."""
    if entity.lat is None or entity.lon is None or entity.kind == "country":
        return None
    here = (entity.lat, entity.lon)
    others = [(distance_km(here, (lat, lon)), label) for lat, lon, label, name in evidence.anchors if name != entity.id]
    if not others:
        return None
    km, label = min(others)
    if km > _NEARBY_KM:
        return None
    return WEIGHTS["near" if km <= _NEAR_KM else "nearby"], f"{km:.0f} km from {label}, named in the text"


def _country_name(entity: Entity, gazetteer: Gazetteer) -> str:
    country = f"country:{entity.country}"
    return gazetteer.entity(country).label() if country in gazetteer else str(entity.country)
