"""What a text says about where it plays: countries, provinces and sure places named in it, and what stands beside."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from geo.resolve.size import size_weight
from geo.text.fold import fold_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.gazetteer.store import Gazetteer
    from geo.records import Document, Entity, Mention

#: A place, or only the country of all that it may be, counts as sure when its prior is this high and it has this share
#: of the weight of all readings.
_SURE_PRIOR, _SURE_SHARE = 0.6, 0.8
#: A country is named far more often than its namesakes.
_SURE_COUNTRY: Final = 0.6
#: Readings weighed against each other: the others have low priors.
_WEIGHED: Final = 6
_EARTH_DIAMETER_KM: Final = 12742.0
#: What may stand between a place and the province or country that it is in.
_INSIDE = re.compile(
    r"\s*(?:[,،(\-–—/]|,? in|, the|\(?в|,? во|,? на|،? في|،? ب|،? در|[’']s)?"
    r"\s*(?:the|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي|وسط)?\s*"
)
#: What may stand between an adjective and the place in its country: «السورية دمشق», "Syrian city of".
_BESIDE = re.compile(r"\s+(?:(?:[a-z]+ ){0,2}of the |(?:[a-z]+ ){0,2}of |[a-zа-яё]+ )?[\"«“]?", re.IGNORECASE)
#: Sure places kept to measure distances from: a text that names more is a list.
_MOST_ANCHORS: Final = 60
#: Longest gap (characters) across which a container is looked for.
_GAP: Final = 14


@dataclass(slots=True)
class Evidence:
    """Of one text: how often each country and province is named, which places are sure."""

    countries: Counter[str] = field(default_factory=Counter)
    #: How often any country is named.
    total: int = 0
    admins: Counter[str] = field(default_factory=Counter)
    #: (latitude, longitude, label, folded name) of sure places, each once.
    anchors: dict[tuple[float, float, str, str], None] = field(default_factory=dict)
    #: Folded name -> what its own mentions added to the counts: no evidence for themselves.
    own: dict[str, Evidence] = field(default_factory=dict)
    #: Index of a mention -> ids of countries (ISO) and provinces said to contain it.
    containers: dict[int, set[str]] = field(default_factory=dict)


def gather(document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Evidence:
    """Collect the evidence of a document from its mentions' unranked candidates."""
    evidence = Evidence()
    sure: dict[int, tuple[Entity | None, str | None]] = {}  # mentions of one name share their candidates
    for index, mention in enumerate(mentions):
        if mention.kind != "place" or mention.form == "in_name" or not mention.candidates:
            continue
        key = id(mention.candidates)
        if key not in sure:
            sure[key] = _sure(mention, gazetteer)
        entity, country = sure[key]
        if country or entity is not None:
            name = fold_name(mention.text)
            own = evidence.own.get(name)
            if own is None:
                own = evidence.own[name] = Evidence()
            for counted in (evidence, own):
                if country:
                    counted.countries[country] += 1
                    counted.total += 1
                if entity is not None:
                    _count(entity, name, counted)
        inside = _containers(document, mentions, index, gazetteer)
        if inside:
            evidence.containers[index] = inside
    return evidence


def _sure(mention: Mention, gazetteer: Gazetteer) -> tuple[Entity | None, str | None]:
    """Return the reading of a mention that stands far above the others, and the country of it or of nearly all."""
    candidates = mention.candidates[:_WEIGHED]
    if candidates[0].score < _SURE_PRIOR:
        return None, None
    if len(candidates) == 1:
        best = gazetteer.entity(candidates[0].entity)
        return best, best.country
    entities = [gazetteer.entity(candidate.entity) for candidate in candidates]
    weights = [c.score * math.exp(size_weight(e)) for c, e in zip(candidates, entities, strict=True)]
    highest = max(weights)
    best = entities[weights.index(highest)]
    least = (_SURE_COUNTRY if best.kind == "country" else _SURE_SHARE) * sum(weights)
    if highest >= least:
        return best, best.country
    shared = sum(weight for weight, entity in zip(weights, entities, strict=True) if entity.country == best.country)
    return None, best.country if shared >= least else None


def _count(entity: Entity, name: str, evidence: Evidence) -> None:
    """Count a sure place as evidence for its province and surroundings."""
    if entity.kind == "admin":
        evidence.admins[entity.id] += 1
    elif entity.kind == "city" and entity.admin:
        evidence.admins[entity.admin] += 1
    located = entity.kind in ("city", "facility") and len(evidence.anchors) < _MOST_ANCHORS
    if located and entity.lat is not None and entity.lon is not None:
        evidence.anchors[(entity.lat, entity.lon, entity.label(), name)] = None


def _containers(document: Document, mentions: Sequence[Mention], index: int, gazetteer: Gazetteer) -> set[str]:
    """Return what «X, Y» and «X في Y» say that the mention lies in: ISO codes of countries and ids of provinces."""
    found: set[str] = set()
    for other, gap in _neighbours(document.text, mentions, index):
        if gap is None:
            continue
        for candidate in other.candidates[:3]:
            entity = gazetteer.entity(candidate.entity)
            if entity.kind == "country" and entity.country:
                found.add(entity.country)
            elif entity.kind == "admin":
                found.add(entity.id)
    return found


def _neighbours(text: str, mentions: Sequence[Mention], index: int) -> list[tuple[Mention, str | None]]:
    """Return the next mention if it may contain this one, and adjectives beside it («السورية», "Syrian city of")."""
    mention = mentions[index]
    found: list[tuple[Mention, str | None]] = []
    if index + 1 < len(mentions):
        after = mentions[index + 1]
        gap = text[mention.end : after.start]
        if len(gap) <= _GAP and (
            (after.form == "adjective" and gap == " ") or (after.form == "name" and _INSIDE.fullmatch(gap))
        ):
            found.append((after, gap))
    if index:
        before = mentions[index - 1]
        gap = text[before.end : mention.start]
        if before.form == "adjective" and len(gap) <= _GAP and _BESIDE.fullmatch(gap):
            found.append((before, gap))
    return found


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance between two points (latitude, longitude in degrees), in kilometres."""
    lat_a, lat_b = math.radians(a[0]), math.radians(b[0])
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return _EARTH_DIAMETER_KM * math.asin(min(1.0, math.sqrt(half)))
