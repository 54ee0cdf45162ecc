"""Choose the place of an event: the venue that the sentence states, else the land that is visited."""

from __future__ import annotations

from collections.abc import Mapping

from geo.records import Basis, Entity, EventPlace, Precision
from geo.relate.scene import BORDERS, Party, Scene
from geo.signs import Trigger

_PRECISION: Mapping[str, Precision] = {
    "city": "city",
    "admin": "admin",
    "country": "country",
    "facility": "site",
    "land": "region",
    "water": "region",
    "region": "region",
}
#: A smaller number is the more telling place.
_RANK = {"site": 0, "city": 1, "admin": 2, "region": 3, "country": 4}
_REACH = 110
#: Acts whose object may be the place itself.
_ON_LAND = frozenset({"ASSAULT", "COERCE", "RETREAT"})
_VISIT_ROLES = frozenset({"to", "by", "in", None})


def place_of(scene: Scene, at: int, entities: Mapping[str, Entity]) -> EventPlace | None:
    """Return the place of the trigger at index ``at``: destination of a visit, else the stated venue."""
    trigger = scene.items[at]
    assert isinstance(trigger, Trigger)  # noqa: S101 - the caller picks events only
    visit = trigger.entry is not None and trigger.entry.mode == "visit"
    found = [party for party in _around(scene, at) if _is_venue(party, trigger, visit=visit)]
    places = [place for party in found if (place := as_place(party.place, entities)) is not None]
    if not places:
        return None
    return min(places[:3], key=lambda place: _RANK[place.precision])


def as_place(identity: str | None, entities: Mapping[str, Entity]) -> EventPlace | None:
    """Return an entity as the place of an event; countries are inferred places, drawn at the capital."""
    entity = entities.get(identity) if identity else None
    if entity is None or entity.kind not in _PRECISION:
        return None
    precision = _PRECISION[entity.kind]
    basis: Basis = "inferred" if precision == "country" else "stated"
    return EventPlace(entity.id, precision, basis)


def _is_venue(party: Party, trigger: Trigger, *, visit: bool) -> bool:
    if party.place is None or party.weak:
        return False
    if visit and party.start > trigger.end:
        return party.prep in _VISIT_ROLES
    if party.prep is None and party.start > trigger.end and trigger.entry is not None:  # «ضمت ... شبه جزيرة القرم»
        return trigger.entry.type in _ON_LAND and not (party.place or "").startswith("country:")
    return party.prep == "in" and party.near


def _around(scene: Scene, at: int) -> list[Party]:
    """Return the parties of the trigger's clause, those after it first."""
    trigger = scene.items[at]
    after: list[Party] = []
    for item in scene.items[at + 1 :]:
        if item.start - trigger.end > _REACH or (isinstance(item, Trigger) and item.sense in BORDERS):
            break
        if isinstance(item, Trigger) and item.sense == "event" and item.part == "verb":
            break
        if isinstance(item, Party):
            after.append(item)
    before: list[Party] = []
    for item in reversed(scene.items[:at]):
        if trigger.start - item.end > _REACH or (isinstance(item, Trigger) and item.sense in BORDERS):
            break
        if isinstance(item, Party):
            before.append(item)
    return after + before
