"""Count what a corpus says between each two states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from geo.records import QUAD_CLASSES, Entity, Event, Relation


def relations(events: Iterable[Event], entities: Mapping[str, Entity]) -> tuple[Relation, ...]:
    """Return one relation for each unordered pair of states that take part in an event together.

    Parameters
    ----------
    events
        Events of one or many documents; those told as denied or only possible are left out.
    entities
        Entities by id; only countries make pairs.

    Returns
    -------
    tuple of Relation
        Ordered by the number of events, then by pair. Two states that act on the same third are no pair.
    """
    pairs: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        if event.polarity == "did":
            for pair in _pairs(event, entities):
                pairs.setdefault(pair, []).append(event)
    found = [_relation(pair, told) for pair, told in pairs.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.events), one.id)))


def _pairs(event: Event, entities: Mapping[str, Entity]) -> set[tuple[str, str]]:
    states = [actor for actor in event.actors if _is_state(actor.entity, entities)]
    directed = any(actor.role == "recipient" for actor in event.actors)
    return {
        (min(one.entity, two.entity), max(one.entity, two.entity))
        for one, two in combinations(states, 2)
        if one.entity != two.entity and (not directed or one.role != two.role)
    }


def _is_state(identity: str, entities: Mapping[str, Entity]) -> bool:
    entity = entities.get(identity)
    return entity.kind == "country" if entity is not None else identity.startswith("country:")


def _relation(pair: tuple[str, str], events: list[Event]) -> Relation:
    counts = dict.fromkeys(QUAD_CLASSES, 0)
    for event in events:
        counts[event.quad] += 1
    starts = [event.date.lo for event in events if event.date and event.date.lo]
    ends = [event.date.hi for event in events if event.date and event.date.hi]
    first, second = pair
    return Relation(
        id=f"{first}--{second}",
        first=first,
        second=second,
        events=tuple(event.id for event in events),
        counts={quad: count for quad, count in counts.items() if count},
        start=min(starts, default=None),
        end=max(ends, default=None),
    )
