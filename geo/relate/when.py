"""Choose the date of an event among the dates of its sentence."""

from __future__ import annotations

from geo.records import DateMention, EventDate
from geo.relate.scene import Scene
from geo.signs import Trigger

#: A date before its trigger counts as further away, and one in another clause much further (characters).
_BEFORE, _CLAUSE, _EVENT = 10, 60, 45
_FARTHEST = 240


def date_of(scene: Scene, at: int) -> EventDate | None:
    """Return the date that belongs to the trigger at index ``at``, None where the sentence gives none."""
    trigger = scene.items[at]
    best: tuple[int, DateMention] | None = None
    for index, item in enumerate(scene.items):
        if isinstance(item, DateMention) and item.lo is not None:
            cost = _cost(scene, at, index)
            if cost < _FARTHEST and (best is None or cost < best[0]):
                best = (cost, item)
    del trigger
    return None if best is None else as_date(best[1])


def as_date(mention: DateMention) -> EventDate:
    """Return the date mention as the date of an event."""
    return EventDate(mention.edtf, mention.lo, mention.hi, mention.id, mention.flags)


def _cost(scene: Scene, at: int, index: int) -> int:
    trigger, date = scene.items[at], scene.items[index]
    cost = date.start - trigger.end if index > at else trigger.start - date.end + _BEFORE
    for item in scene.items[min(at, index) + 1 : max(at, index)]:
        if isinstance(item, Trigger):
            if item.sense in {"stop", "break"}:
                cost += _CLAUSE
            elif item.sense == "that":
                cost += _CLAUSE * 2
            elif item.sense in {"event", "report"}:
                cost += _EVENT
    return cost
