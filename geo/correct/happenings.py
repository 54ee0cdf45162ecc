"""Corrections of events: of those of one analysis, and of those that the documents of an atlas tell together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from geo.correct.dates import event_date
from geo.correct.readings import code_of, precision_of
from geo.correct.target import as_correction, documents_of, find_event, first_word, trigger_in
from geo.records import Actor, Analysis, Correction, Entity, Event, EventPlace, Evidence

Events: TypeAlias = tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What events rest on: the analyses as they were read, their entities, and whether their ids name documents."""

    analyses: tuple[Analysis, ...]
    entities: Mapping[str, Entity]
    joined: bool = False

    def identity(self, document: str, number: int) -> str:
        """Return the id of an event that the correction of this number makes."""
        return f"{document}/c{number + 1}" if self.joined else f"c{number + 1}"


def correct_events(events: Events, log: Sequence[Correction], ground: Ground) -> tuple[Events, frozenset[int]]:
    """Apply the corrections of events, in their order.

    Returns
    -------
    tuple
        The events, and the numbers (from 0) of the corrections that fitted.
    """
    fitted = set()
    for number, correction in enumerate(log):
        correct = _CORRECTORS.get(correction.kind)
        changed = correct(events, number, correction, ground) if correct else None
        if changed is not None:
            events = changed
            fitted.add(number)
    return events, frozenset(fitted)


def is_of_events(correction: Correction) -> bool:
    """Tell whether a correction is about an event."""
    return correction.kind in _CORRECTORS


def entities_of(correction: Correction) -> list[str]:
    """Return the ids of the entities that a correction points to."""
    value: Mapping[str, Any] = correction.value
    place = value.get("place")
    ids = [value.get("entity"), place if isinstance(place, str) else None]
    return [one for one in (*ids, *(actor["entity"] for actor in value.get("actors", ()))) if one]


def _found(events: Events, correction: Correction, ground: Ground) -> int | None:
    """Return the place of the event meant; in a document that only tells it too, by its own words there."""
    for one in (correction, *also(correction)):
        at = find_event(events, one, documents_of(one, ground.analyses))
        if at is not None:
            return at
    return None


def also(correction: Correction) -> list[Correction]:
    """Return the words by which other documents tell the same event."""
    value: Mapping[str, Any] = correction.value
    return [as_correction(target) for target in value.get("also", ())]


def _reject(events: Events, _: int, correction: Correction, ground: Ground) -> Events | None:
    at = _found(events, correction, ground)
    return None if at is None else (*events[:at], *events[at + 1 :])


def _edit(events: Events, _: int, correction: Correction, ground: Ground) -> Events | None:
    at = _found(events, correction, ground)
    edited = None if at is None else _changed(events[at], correction.value, ground.entities)
    return None if at is None or edited is None else (*events[:at], edited, *events[at + 1 :])


def _changed(event: Event, value: Mapping[str, Any], entities: Mapping[str, Entity]) -> Event | None:
    """Return the event with what a value says, or None when it points to an entity that nobody knows."""
    changes: dict[str, Any] = {name: value[name] for name in ("tense", "polarity") if name in value}
    kind = value.get("to_type", event.type)
    if kind != event.type:
        changes.update(type=kind, mode="")
    if "date" in value:
        changes["date"] = event_date(value["date"]) if value["date"] else None
    if "place" in value:
        place = entities.get(value["place"] or "")
        if value["place"] and place is None:
            return None
        changes["place"] = EventPlace(place.id, precision_of(place), "corrected") if place else None
    if "actors" in value:
        if any(actor["entity"] not in entities for actor in value["actors"]):
            return None
        changes["actors"] = tuple(_actor(actor, entities) for actor in value["actors"])
    return replace(event, **changes, score=1.0, corrected=True)


def _actor(given: Mapping[str, Any], entities: Mapping[str, Entity]) -> Actor:
    people = tuple(given.get("people", ()))
    return Actor(given["entity"], code_of(entities[given["entity"]]), given.get("role", "actor"), people)


def _add(events: Events, number: int, correction: Correction, ground: Ground) -> Events | None:
    documents = documents_of(correction, ground.analyses)
    analysis = next((one for one in ground.analyses if one.document.id in documents), None)
    evidence = _sentence(analysis, correction) if analysis else None
    if evidence is None:
        return None
    value: Mapping[str, Any] = correction.value
    bare = Event(ground.identity(evidence.document, number), value["type"], "", (), (evidence,), correction.span,
                 rule="by hand")  # fmt: skip
    made = _changed(bare, {**value, "to_type": value["type"]}, ground.entities)
    return None if made is None else (*events, made)


def _sentence(analysis: Analysis, correction: Correction) -> Evidence | None:
    span, text = correction.span, analysis.document.text
    for one in analysis.sentences:
        if one.start <= span.start < one.end:
            end = max(one.end, span.end)
            return Evidence(analysis.document.id, one.start, end, text[one.start : end], one.index, span)
    return None


def _merge(events: Events, _: int, correction: Correction, ground: Ground) -> Events | None:
    at = _found(events, correction, ground)
    if at is None:
        return None
    value: Mapping[str, Any] = correction.value
    others = [one for target in value["others"] if documents_of(one := as_correction(target), ground.analyses)]
    found = [_found(events, one, ground) for one in others]
    gone = {place for place in found if place is not None and place != at}
    if None in found:
        return None
    joined = events[at]
    for place in sorted(gone):
        joined = _joined(joined, events[place])
    return tuple(joined if place == at else event for place, event in enumerate(events) if place not in gone)


def _joined(first: Event, second: Event) -> Event:
    known = {(one.document, one.start, one.end) for one in first.evidence}
    told = tuple(
        replace(one, trigger=trigger_in(second, number))
        for number, one in enumerate(second.evidence)
        if (one.document, one.start, one.end) not in known
    )
    people = {actor.entity: actor.people for actor in second.actors}
    actors = tuple(
        replace(one, people=tuple(dict.fromkeys((*one.people, *people.pop(one.entity, ()))))) for one in first.actors
    )
    return replace(
        first,
        evidence=(*first.evidence, *told),
        actors=(*actors, *(one for one in second.actors if one.entity in people)),
        date=first.date or second.date,
        place=first.place or second.place,
        score=1.0,
        corrected=True,
    )


def _split(events: Events, number: int, correction: Correction, ground: Ground) -> Events | None:
    at = _found(events, correction, ground)
    if at is None:
        return None
    value: Mapping[str, Any] = correction.value
    tellings = [one for target in value["tellings"] if documents_of(one := as_correction(target), ground.analyses)]
    if not tellings:  # the tellings to take out are in other documents
        return events
    event = events[at]
    taken = tuple(one for one in event.evidence if _is_one_of(one, tellings, ground))
    rest = tuple(one for one in event.evidence if one not in taken)
    if taken and not rest and not ground.joined:  # the tellings that stay are in other documents
        return events
    if not taken or not rest:
        return None
    identity = ground.identity(taken[0].document, number)
    kept = replace(_retold(event, rest, ground, keep=event.corrected), id=event.id)
    made = replace(_retold(event, taken, ground, keep=False), id=identity)
    return (*events[:at], kept, made, *events[at + 1 :])


def _is_one_of(evidence: Evidence, tellings: Sequence[Correction], ground: Ground) -> bool:
    return any(
        (one.span.start, one.span.end) == (evidence.start, evidence.end)
        and evidence.document in documents_of(one, ground.analyses)
        for one in tellings
    )


def _retold(event: Event, evidence: tuple[Evidence, ...], ground: Ground, *, keep: bool) -> Event:
    """Return an event with some of its tellings: as its own document has it, where it was one of its own there."""
    spans = {(one.document, one.start, one.end) for one in evidence}
    own = (
        original
        for analysis in ground.analyses
        if analysis.document.id == evidence[0].document
        for original in analysis.events
        if original.type == event.type and spans >= {(one.document, one.start, one.end) for one in original.evidence}
    )
    base = event if keep else next(own, event)
    trigger = evidence[0].trigger or (event.trigger if evidence[0] is event.evidence[0] else first_word(evidence[0]))
    return replace(base, evidence=evidence, trigger=trigger, corrected=True)


_CORRECTORS: Final[Mapping[str, Callable[[Events, int, Correction, Ground], Events | None]]] = {
    "reject_event": _reject, "add_event": _add, "edit_event": _edit, "merge_events": _merge, "split_event": _split,
}  # fmt: skip
