"""Choose the date of an event among the dates of its sentence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from geo.records import DateMention, EventDate, Tense
from geo.relate.scene import ADJUNCTS, FINITE, Item, Scene
from geo.signs import Trigger

#: A date before its trigger counts as further away, and one in another clause much further (characters).
_BEFORE, _CLAUSE, _EVENT = 10, 60, 45
#: A date beyond so many characters, with what stands between counted in, dates nothing.
_FARTHEST = 240
_ADVERBIAL, _OTHER_TIME = 60, 100
_DATELINE = 60
_DASH = re.compile(r"\s*(?:\([^()]{1,30}\)|,?\s*[^\W\d]{2,12}\.?)?\s*[-–—]+\s")
_NOT_MINE, _COMMA, _COLON, _GLOSS = 40, 8, 200, 3
#: A period longer than this is that of a war or term of office.
_MONTH = dt.timedelta(days=31)
#: How many words may stand between «خلال», "during an official" and the noun of the act.
_ADVERBIAL_WORDS = 2
#: What opens a clause that tells of another time.
_EARLIER = re.compile(r"و?(?:بعد|قبل|منذ)")
#: What it costs to look past a sign, and what more where the date stands before the trigger.
_PASSED = {
    "stop": _CLAUSE,
    "break": _CLAUSE,
    "contrast": _CLAUSE,
    "where": _CLAUSE,
    "relative": _CLAUSE,
    "comma": _COMMA,
    "that": _CLAUSE * 2,
    "that_self": _CLAUSE * 2,
}
_PASSED |= {"report": _EVENT}
_PASSED_BACK = {"stop": _COLON, "adjunct": _ADVERBIAL, "during": _ADVERBIAL, "sequel": _ADVERBIAL}


def date_of(scene: Scene, at: int, tense: Tense, published: dt.date | None = None) -> EventDate | None:
    """Return the date that belongs to the trigger at index ``at``, None where the sentence gives none.

    What a verb tells as past happened before the text was ``published``: a later day is that of what was agreed. Both
    sides of the trigger are walked until nothing nearer can come, so a long sentence costs no more than a short.
    """
    if not any(isinstance(item, DateMention) for item in scene.items):
        return None  # most sentences: nothing to walk to
    found = [*_walk(scene, at, 1, tense), *_walk(scene, at, -1, tense)]
    trigger = scene.items[at]
    if published is not None and tense == "past" and isinstance(trigger, Trigger) and trigger.part == "verb":
        found = [one for one in found if not _is_after(scene.items[one[1]], published)]
    if not found:
        return None
    index = min(found)[1]
    date = scene.items[index]
    assert isinstance(date, DateMention)  # noqa: S101 - only dates were weighed
    return as_date(_glossed(scene, index, date))


def _is_after(item: Item, published: dt.date) -> bool:
    return isinstance(item, DateMention) and item.lo is not None and item.lo > published


def _walk(scene: Scene, at: int, step: int, tense: Tense) -> Iterator[tuple[int, int]]:
    """Yield what each date on one side of the trigger costs, and its index."""
    trigger, passed = scene.items[at], 0 if step > 0 else _BEFORE
    last = isinstance(trigger, Trigger) and trigger.entry is not None and trigger.entry.verb_last
    if last and step > 0 and isinstance(trigger, Trigger) and trigger.part == "verb":
        passed = _CLAUSE + _EVENT  # the clause ends with its verb
    index = at + step
    while 0 <= index < len(scene.items):
        item = scene.items[index]
        distance = max(0, item.start - trigger.end if step > 0 else trigger.start - item.end)
        if distance + passed >= _FARTHEST:
            return
        if isinstance(item, DateMention) and item.lo is not None and not _is_limit(scene, index):
            cost = distance + passed + _strangeness(scene, at, index)
            if cost < _FARTHEST:
                yield cost, index
        elif isinstance(item, Trigger):
            passed += _ahead(scene, index, item) if step > 0 else _behind(item, tense)
            passed += _CLAUSE if step > 0 and last and item.sense in FINITE else 0
        index += step


def _ahead(scene: Scene, index: int, sign: Trigger) -> int:
    """Return what it costs to look past a sign for a date that stands behind the trigger."""
    if sign.sense == "event":
        return 0 if sign.part == "noun" and opened_by(scene, index) == "during" else _EVENT
    if sign.sense == "break" and _EARLIER.match(scene.text, sign.start - scene.sentence.start):
        return _FARTHEST  # «أعاد سفيره بعد أن سحبه في 2017»
    return _PASSED.get(sign.sense, 0)


def _behind(sign: Trigger, tense: Tense) -> int:
    """Return what it costs to look past a sign for a date that stands before the trigger."""
    if sign.sense in {"that", "that_self"} and tense == "future":  # «قال اليوم إن الوفد سيزور»: the day of the words
        return _FARTHEST
    if sign.sense == "event":
        return _EVENT
    return _PASSED_BACK.get(sign.sense, _PASSED.get(sign.sense, 0))


def opened_by(scene: Scene, at: int) -> str:
    """Return the sense of the word that opens the adverbial phrase of a noun («خلال زيارته»), if one does."""
    for item in reversed(scene.items[max(0, at - 3) : at]):
        if isinstance(item, Trigger) and item.sense in ADJUNCTS:
            near = scene.words(item.end, scene.items[at].start) <= _ADVERBIAL_WORDS
            return item.sense if near else ""
        if isinstance(item, Trigger) and item.sense in {"comma", "stop", "event"}:
            return ""
    return ""


def is_to_come(date: EventDate | None, published: dt.date | None) -> bool:
    """Tell whether a date lies wholly after the publication."""
    return date is not None and date.lo is not None and published is not None and date.lo > published


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


def _strangeness(scene: Scene, at: int, index: int) -> int:
    """Return what speaks against a date by where it stands: in a dateline, in the phrase of another event."""
    date = scene.items[index]
    assert isinstance(date, DateMention)  # noqa: S101 - only dates are weighed
    cost = _DATELINE if index < at and _in_dateline(scene, date.end) else 0
    if index < at and date.lo != date.hi and opened_by(scene, at) == "sequel":
        return _FARTHEST  # «في أواخر 2010، تعمق تحالفهما بعد بدء الحرب»: the period is not that of the war
    owner = _owner(scene, index)
    if owner is None or owner == at:
        return cost
    sequel = opened_by(scene, owner) == "sequel"
    if sequel and date.lo is not None and date.hi is not None and date.hi - date.lo > _MONTH:
        return _FARTHEST  # «после войны 1950-1953 годов»
    if at < owner < index:
        return cost
    return cost + (_OTHER_TIME if sequel else _NOT_MINE)


def _in_dateline(scene: Scene, end: int) -> bool:
    """Tell whether a date belongs to the dateline: «QUITO, April 8 (AFP) - ...»."""
    return _DASH.match(scene.text, end - scene.sentence.start) is not None


def _is_limit(scene: Scene, index: int) -> bool:
    """Tell whether a date only bounds what is said («بحلول عام 2030», «منذ سنة 1971»)."""
    before = scene.items[index - 1] if index else None
    if not isinstance(before, Trigger) or before.sense != "deadline":
        return False
    return scene.words(before.end, scene.items[index].start) == 0


def _owner(scene: Scene, index: int) -> int | None:
    """Return the event right beside a date and in its phrase («قبل زيارته اليوم، سافر ...»)."""
    for other in range(index - 1, -1, -1):
        item = scene.items[other]
        if isinstance(item, Trigger) and item.sense in {"comma", "stop", "break", "where", "that"}:
            return None
        if isinstance(item, Trigger) and item.sense == "event":
            return other
    return None
