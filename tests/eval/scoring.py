"""Score analyses against the annotated texts: precision and recall of toponyms and events, by language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from marked import Gold, GoldEvent

from geo.records import Analysis, Event

_DRAWN = ("name", "metonym")


def tally(gold: Gold, analysis: Analysis) -> Counter[str]:
    """Count what was found, what was asked for, and what fits."""
    count: Counter[str] = Counter()
    places = [m for m in analysis.mentions if m.kind in ("place", "corridor")]
    for figure, forms in (("names", _DRAWN), ("adjectives", ("adjective",))):
        found = [m for m in places if m.form in forms]
        asked = [g for g in gold.mentions if g.form in forms]
        pairs = _pairs(found, asked, lambda p, g: p.start < g.end and g.start < p.end)
        count.update({f"{figure}_found": len(found), f"{figure}_asked": len(asked), f"{figure}_hit": len(pairs)})
        for mention, wanted in pairs:
            if wanted.country:
                entity = analysis.entities.get(mention.entity or "")
                count["country_asked"] += 1
                count["country_hit"] += bool(entity and entity.country == wanted.country)
    _count_events(gold, analysis, count)
    return count


def _count_events(gold: Gold, analysis: Analysis, count: Counter[str]) -> None:
    pairs = _pairs(analysis.events, gold.events, _same_event)
    count.update(events_found=len(analysis.events), events_asked=len(gold.events), events_hit=len(pairs))
    for event, wanted in pairs:
        if wanted.edtf:
            count["dates_asked"] += 1
            count["dates_hit"] += bool(event.date and event.date.edtf == wanted.edtf)
        if wanted.place:
            entity = analysis.entities.get(event.place.entity) if event.place else None
            count["places_asked"] += 1
            count["places_hit"] += bool(entity and wanted.place in entity.name.values())


def _same_event(event: Event, wanted: GoldEvent) -> bool:
    actors = {actor.code.upper() for actor in event.actors}
    shared = len(actors & wanted.actors) / max(1, len(actors | wanted.actors))
    told = any(e.start < wanted.end and wanted.start < e.end for e in event.evidence)
    return event.type == wanted.type and shared >= 0.5 and told


def _pairs(found: Sequence[Any], asked: Sequence[Any], fits: Callable[[Any, Any], bool]) -> list[tuple[Any, Any]]:
    """Pair one to one, first come first served."""
    left = list(asked)
    pairs = []
    for item in found:
        partner = next((other for other in left if fits(item, other)), None)
        if partner is not None:
            left.remove(partner)
            pairs.append((item, partner))
    return pairs


def figures(count: Counter[str]) -> dict[str, float]:
    """Return F1 for toponyms, adjectives and events, shares for the rest."""
    scores = {}
    for figure in ("names", "adjectives", "events"):
        total = count[f"{figure}_found"] + count[f"{figure}_asked"]
        scores[figure] = round(2 * count[f"{figure}_hit"] / total, 3) if total else 1.0
    for figure in ("country", "dates", "places"):
        asked = count[f"{figure}_asked"]
        scores[figure] = round(count[f"{figure}_hit"] / asked, 3) if asked else 1.0
    return scores
