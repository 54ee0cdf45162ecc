"""Tell each act once: join the same event in several documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from geo.records import Analysis, Event, EventDate, EventPlace, Evidence, Issue
from geo.relate.draft import dates_agree
from geo.relate.retold import FIGURE_REACH, numbers, width


def merge(analyses: Sequence[Analysis]) -> tuple[tuple[Event, ...], tuple[Issue, ...]]:
    """Join the events that several documents tell, and list what they tell differently.

    Parameters
    ----------
    analyses
        One analysis a document, in any order.

    Returns
    -------
    tuple
        Events with ids ``<document>/<id>`` of their first telling; issues for differing dates and figures.
    """
    kept: list[Event] = []
    issues: list[Issue] = []
    by_parties: dict[tuple[str, frozenset[str]], list[int]] = {}
    for analysis in analyses:
        for event in analysis.events:
            named = replace(event, id=f"{analysis.document.id}/{event.id}")
            key = (event.type, frozenset(actor.entity for actor in event.actors))
            at = next((i for i in by_parties.get(key, ()) if _same_event(kept[i], named, analysis.document.id)), None)
            if at is None:
                by_parties.setdefault(key, []).append(len(kept))
                kept.append(named)
            else:
                issues += _differences(kept[at], named)
                kept[at] = _joined(kept[at], named)
    return tuple(kept), tuple(issues)


def _same_event(first: Event, second: Event, document: str) -> bool:
    """Two documents tell of one event: same type and parties, date and place compatible, something in common."""
    if any(one.document == document for one in first.evidence):
        return False
    if first.date and second.date and not dates_agree(first.date, second.date):
        return False
    if (first.tense == "future") != (second.tense == "future") and not (first.date and second.date):
        return False
    if not _venues_agree(first.place, second.place):
        return False
    shared_people = _people(first) & _people(second)
    same_day = bool(first.date and second.date)
    return (
        same_day
        or bool(first.place and second.place and shared_people)
        or (bool(shared_people) and first.mode == second.mode)
    )


def _people(event: Event) -> frozenset[str]:
    return frozenset(person for actor in event.actors for person in actor.people)


def _venues_agree(first: EventPlace | None, second: EventPlace | None) -> bool:
    return (
        first is None
        or second is None
        or first.entity == second.entity
        or "country" in {first.precision, second.precision}
    )


def _joined(first: Event, second: Event) -> Event:
    people = {actor.entity: actor.people for actor in second.actors}
    place = first.place
    if place is None or (place.precision == "country" and second.place is not None):
        place = second.place or place
    return replace(
        first,
        evidence=(*first.evidence, *second.evidence),
        actors=tuple(
            replace(actor, people=tuple(dict.fromkeys((*actor.people, *people.get(actor.entity, ())))))
            for actor in first.actors
        ),
        date=_narrower(first.date, second.date),
        place=place,
        score=max(first.score, second.score),
    )


def _narrower(first: EventDate | None, second: EventDate | None) -> EventDate | None:
    """Return the narrower of two dates; one of another document keeps no reference into that document."""
    if second is None or (first is not None and width(second) >= width(first)):
        return first
    return replace(second, ref=None)


def _differences(first: Event, second: Event) -> list[Issue]:
    """Return the issues between two tellings: other dates, other figures."""
    issues = []
    bounded = first.date and second.date and first.date.lo and second.date.lo
    if first.date and second.date and bounded and first.date.edtf != second.date.edtf:
        issues.append(_issue("date_conflict", f"{first.date.edtf} / {second.date.edtf}", first, second))
    one, two = (_figures(event.evidence) for event in (first, second))
    if first.type == "AGREE" and one and two and one.isdisjoint(two):
        issues.append(_issue("figures_differ", f"{', '.join(sorted(one))} / {', '.join(sorted(two))}", first, second))
    return issues


def _figures(evidence: Iterable[Evidence]) -> set[str]:
    return {
        number
        for one in evidence
        if one.trigger is not None
        for number in numbers(one.text[one.trigger.end - one.start :][:FIGURE_REACH])
    }


def _issue(kind: str, message: str, first: Event, second: Event) -> Issue:
    evidence = second.evidence[0]
    return Issue(kind, message, evidence.document, ((evidence.start, evidence.end),), (first.id, second.id))
