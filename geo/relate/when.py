"""Choose the date of an event among the dates of its sentence."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from geo.records import DateMention, EventDate
from geo.relate.scene import Scene
from geo.signs import Trigger

#: A date before its trigger counts as further away, and one in another clause much further (characters).
_BEFORE, _CLAUSE, _EVENT = 10, 60, 45
_FARTHEST = 240
_ADVERBIAL = 60
_DATELINE = 60
_DASH = re.compile(r"(?:\([^()]{1,30}\)|,?\s*[^\W\d]{2,12}\.?)?\s*[-–—]+\s")
_NOT_MINE, _COMMA, _COLON, _GLOSS = 40, 8, 200, 3


def date_of(scene: Scene, at: int) -> EventDate | None:
    """Return the date that belongs to the trigger at index ``at``, None where the sentence gives none."""
    best: tuple[int, int] | None = None
    for index, item in enumerate(scene.items):
        if isinstance(item, DateMention) and item.lo is not None and not _is_limit(scene, index):
            cost = _cost(scene, at, index)
            if cost < _FARTHEST and (best is None or cost < best[0]):
                best = (cost, index)
    if best is None:
        return None
    date = scene.items[best[1]]
    assert isinstance(date, DateMention)  # noqa: S101 - only dates were weighed
    return as_date(_glossed(scene, best[1], date))


def coming(date: EventDate | None, published: dt.date | None) -> EventDate | None:
    """Move a bare weekday that was read as the last one to the next, for an event that is still to come."""
    if date is None or published is None or date.lo is None or date.lo != date.hi or "relative" not in date.flags:
        return date
    if not dt.timedelta(0) < published - date.lo < dt.timedelta(days=7):
        return date
    day = date.lo + dt.timedelta(days=7)
    return replace(date, edtf=day.isoformat(), lo=day, hi=day)


def _glossed(scene: Scene, index: int, date: DateMention) -> DateMention:
    """Of a date and its gloss in brackets take the Gregorian one where they disagree."""
    gloss = next((one for one in scene.items[index + 1 : index + 4] if isinstance(one, DateMention)), None)
    if gloss is None or gloss.start - date.end > _GLOSS or date.calendar == "gregorian" != gloss.calendar:
        return date
    later = date.hi is not None and gloss.lo is not None and date.hi < gloss.lo
    earlier = gloss.hi is not None and date.lo is not None and gloss.hi < date.lo
    return gloss if (later or earlier) and date.calendar != gloss.calendar else date


def as_date(mention: DateMention) -> EventDate:
    """Return the date mention as the date of an event."""
    return EventDate(mention.edtf, mention.lo, mention.hi, mention.id, mention.flags)


def _cost(scene: Scene, at: int, index: int) -> int:
    trigger, date = scene.items[at], scene.items[index]
    cost = date.start - trigger.end if index > at else trigger.start - date.end + _BEFORE
    for item in scene.items[min(at, index) + 1 : max(at, index)]:
        if isinstance(item, Trigger):
            if item.sense == "stop":
                cost += _COLON if index < at else _CLAUSE
            elif item.sense in {"break", "relative"}:
                cost += _CLAUSE
            elif item.sense == "adjunct" and index < at:
                cost += _ADVERBIAL
            elif item.sense == "comma":
                cost += _COMMA
            elif item.sense == "that":
                cost += _CLAUSE * 2
            elif item.sense in {"event", "report"}:
                cost += _EVENT
    if index < at and _in_dateline(scene, date.end):
        cost += _DATELINE
    return cost + (_NOT_MINE if _has_owner(scene, at, index) else 0)


def _in_dateline(scene: Scene, end: int) -> bool:
    """Tell whether a date belongs to the dateline: «QUITO, April 8 (AFP) - ...»."""
    return _DASH.match(scene.gap(end, scene.sentence.end)) is not None


def _is_limit(scene: Scene, index: int) -> bool:
    """Tell whether a date only bounds what is said («بحلول عام 2030», «منذ سنة 1971»)."""
    before = scene.items[index - 1] if index else None
    if not isinstance(before, Trigger) or before.sense != "deadline":
        return False
    return scene.words(before.end, scene.items[index].start) == 0


def _has_owner(scene: Scene, at: int, index: int) -> bool:
    """Tell whether another event, right beside the date and in its phrase, owns it («قبل زيارته اليوم، سافر ...»)."""
    for other in range(index - 1, -1, -1):
        item = scene.items[other]
        if isinstance(item, Trigger) and item.sense in {"comma", "stop", "break", "that"}:
            return False
        if isinstance(item, Trigger) and item.sense == "event":
            return other != at and not other < at < index
    return False
