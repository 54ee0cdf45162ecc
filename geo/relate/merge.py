"""Tell each act once: join the tellings of one document, and the same event in several documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from geo.records import Analysis, Document, Event, EventDate, EventPlace, Evidence, Issue, Sentence
from geo.relate.draft import Draft, dates_agree

_NUMBER = re.compile(r"\d+")
_NEAR_SENTENCES = 3
#: How far behind its trigger a figure belongs to what was signed (characters).
_FIGURE_REACH = 25


def merge_drafts(
    drafts: Sequence[Draft], document: Document, sentences: Sequence[Sentence]
) -> tuple[list[Draft], tuple[Issue, ...]]:
    """Join the drafts that tell of one act; the first telling is kept, enriched by the others."""
    kept: list[Draft] = []
    issues: list[Issue] = []
    for draft in drafts:
        same = next((one for one in reversed(kept) if _same_act(one, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            issues += _tellings_differ(same, draft, document, sentences)
            _absorb(same, draft)
    return kept, tuple(issues)


def _tellings_differ(first: Draft, second: Draft, document: Document, sentences: Sequence[Sentence]) -> Iterator[Issue]:
    """Yield what two sentences of one document tell differently of one act: its day, its figures."""
    if first.sentence == second.sentence:
        return
    span = (sentences[second.sentence].start, sentences[second.sentence].end)
    one, two = first.date, second.date
    if one and two and one.edtf != two.edtf and not (_within(one, two) or _within(two, one)):
        yield Issue("date_conflict", f"{one.edtf} / {two.edtf}", document.id, (span,))
    told, retold = (_numbers(document.text[one.trigger.end :][:_FIGURE_REACH]) for one in (first, second))
    if first.type == "AGREE" and told and retold and told.isdisjoint(retold):
        message = f"{', '.join(sorted(told))} / {', '.join(sorted(retold))}"
        yield Issue("figures_differ", message, document.id, (span,))


def _within(inner: EventDate, outer: EventDate) -> bool:
    return bool(inner.lo and inner.hi and outer.lo and outer.hi and outer.lo <= inner.lo and inner.hi <= outer.hi)


def _numbers(text: str) -> set[str]:
    return {match.group() for match in _NUMBER.finditer(text)}


def _same_act(first: Draft, second: Draft) -> bool:
    if first.type != second.type or not dates_agree(first.date, second.date):
        return False
    common = first.parties & second.parties
    if first.type == "CONSULT":
        if not _tenses_agree(first, second):
            return False
        if abs(first.sentence - second.sentence) > 1 and _convened(first) != _convened(second):
            return False
        inside = first.parties <= second.parties or second.parties <= first.parties
        if (
            min(len(first.parties), len(second.parties)) == 1
            and first.parties != second.parties
            and first.actors[0][0] != second.actors[0][0]
        ):
            return False
        return inside and bool(common) and _places_agree(first, second) and _people_agree(first, second)
    if not common:
        return False
    if first.type in {"AGREE", "COOPERATE"}:
        same = first.parties <= second.parties or second.parties <= first.parties
        alike = first.mode == second.mode or first.sentence == second.sentence
        return same and alike and _as_dated(first, second) and _places_agree(first, second)
    return _directed_alike(first, second)


def _convened(draft: Draft) -> bool:
    """Tell whether a meeting is a session of a body («الدورة السابعة عشرة للجنة»), not one of two persons."""
    entry = draft.trigger.entry
    return entry is not None and entry.alone and not draft.people


def _as_dated(first: Draft, second: Draft) -> bool:
    """Outside one sentence, an act without a date is not the one of 2007."""
    return first.sentence == second.sentence or (first.date is None) == (second.date is None)


def _people_agree(first: Draft, second: Draft) -> bool:
    """Tell whether two meetings may be one: each state that names its people in both names one of them twice."""
    if abs(first.sentence - second.sentence) <= 1:
        return True
    shared = ((_known(first, one), _known(second, one)) for one in first.people.keys() & second.people.keys())
    return all(one & two for one, two in shared if one and two)


def _known(draft: Draft, actor: str) -> set[str]:
    return {person for person in draft.people[actor] if person.startswith("person:")}


def _directed_alike(first: Draft, second: Draft) -> bool:
    """Acts with a direction: the same one acts, and the targets are the same or one is not told."""
    one, two = _side(first, "actor"), _side(second, "actor")
    if one != two:
        return False
    hit, aimed = _side(first, "recipient"), _side(second, "recipient")
    near = abs(first.sentence - second.sentence) <= _NEAR_SENTENCES
    return hit == aimed or (near and not (hit and aimed))


def _side(draft: Draft, role: str) -> frozenset[str]:
    return frozenset(identity for identity, one in draft.actors if one == role)


def _tenses_agree(first: Draft, second: Draft) -> bool:
    return (
        first.tense == second.tense or "future" not in {first.tense, second.tense} or first.sentence == second.sentence
    )


def _places_agree(first: Draft, second: Draft) -> bool:
    if first.place is None or second.place is None or first.place.entity == second.place.entity:
        return True
    return "country" in {first.place.precision, second.place.precision} and first.land == second.land


def _absorb(kept: Draft, other: Draft) -> None:
    known = kept.parties
    kept.actors = (*kept.actors, *((one, role) for one, role in other.actors if one not in known))
    for actor, people in other.people.items():
        kept.people[actor] = tuple(dict.fromkeys((*kept.people.get(actor, ()), *people)))
    if kept.date is None or (other.date is not None and _width(other.date) < _width(kept.date)):
        kept.date = other.date or kept.date
    if kept.place is None or (kept.place.precision == "country" and other.place is not None):
        kept.place, kept.land = other.place or kept.place, other.land or kept.land
    kept.told.append((other.sentence, other.trigger))
    kept.told.extend(other.told)
    kept.score = max(kept.score, other.score)
    if other.tense == "future" != kept.tense and kept.trigger.part == "noun":
        kept.tense = other.tense


def _width(date: EventDate) -> int:
    return (date.hi - date.lo).days if date.lo and date.hi else 10**6


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
    if second is None or (first is not None and _width(second) >= _width(first)):
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
        for number in _numbers(one.text[one.trigger.end - one.start :][:_FIGURE_REACH])
    }


def _issue(kind: str, message: str, first: Event, second: Event) -> Issue:
    evidence = second.evidence[0]
    return Issue(kind, message, evidence.document, ((evidence.start, evidence.end),), (first.id, second.id))
