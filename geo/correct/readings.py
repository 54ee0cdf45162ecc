"""Corrections of places and of mentions, and what follows from them for the events of the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from geo.correct.record import BY_HAND
from geo.correct.target import concerns, same_name, with_entities
from geo.records import Actor, Analysis, Candidate, Correction, Entity, Event, Mention, MentionKind, Precision

_CHOSEN: Final = "chosen by hand"
_ADDED: Final = "added by hand"
_MENTION_KINDS: Final[Mapping[str, MentionKind]] = {
    "corridor": "corridor", "organisation": "organisation", "person": "person",
}  # fmt: skip
_PRECISIONS: Final[Mapping[str, Precision]] = {
    "country": "country", "city": "city", "admin": "admin", "facility": "site",
}  # fmt: skip


def correct_readings(
    analysis: Analysis, log: Sequence[Correction], known: Mapping[str, Entity]
) -> tuple[Analysis, frozenset[int]]:
    """Apply the corrections of places and mentions to one analysis.

    Parameters
    ----------
    analysis
        As it was read.
    log
        All corrections, in the order in which they were made; those of events are passed over.
    known
        The entities that the log points to, with their countries and capitals.

    Returns
    -------
    tuple
        The analysis with the places and mentions corrected, and the numbers (from 0) of the corrections that fitted.
    """
    fitted = set()
    for number, correction in enumerate(log):
        correct = _CORRECTORS.get(correction.kind)
        changed = correct(analysis, number, correction, known) if correct else None
        if changed is not None:
            analysis = changed
            fitted.add(number)
    return analysis, frozenset(fitted)


def precision_of(entity: Entity) -> Precision:
    """Return how exact the point of an entity is."""
    return _PRECISIONS.get(entity.kind, "region")


def _move(analysis: Analysis, _: int, correction: Correction, __: Mapping[str, Entity]) -> Analysis | None:
    value: Mapping[str, Any] = correction.value
    entity = analysis.entities.get(value["entity"])
    if entity is None:
        return None
    moved = replace(entity, lat=float(value["lat"]), lon=float(value["lon"]), corrected=True)
    return replace(analysis, entities={**analysis.entities, entity.id: moved})


def _choose(analysis: Analysis, _: int, correction: Correction, known: Mapping[str, Entity]) -> Analysis | None:
    meant = {mention.id for mention in _meant(analysis, correction)}
    analysis, entity = _with_entity(analysis, correction, known)
    if not meant or entity is None:
        return None
    mentions = tuple(_chosen(one, entity, _CHOSEN) if one.id in meant else one for one in analysis.mentions)
    before = {one.entity: one for one in analysis.mentions if one.id in meant and one.entity}
    changed = replace(analysis, mentions=mentions)
    for old, mention in before.items():
        changed = _follow(changed, mention, [m for m in mentions if m.id in meant], (old, entity.id))
    return changed


def _reject(analysis: Analysis, _: int, correction: Correction, __: Mapping[str, Entity]) -> Analysis | None:
    gone = _meant(analysis, correction)
    if not gone:
        return None
    changed = replace(analysis, mentions=tuple(one for one in analysis.mentions if one not in gone))
    for old, mention in {one.entity: one for one in gone if one.entity}.items():
        changed = _follow(changed, mention, gone, (old, None))
    return changed


def _add(analysis: Analysis, number: int, correction: Correction, known: Mapping[str, Entity]) -> Analysis | None:
    if not concerns(correction, analysis.document):
        return None
    analysis, entity = _with_entity(analysis, correction, known)
    if entity is None:
        return None
    start, end = correction.span.start, correction.span.end
    bare = Mention(f"c{number + 1}", start, end, analysis.document.text[start:end], "place", "name")
    others = (one for one in analysis.mentions if (one.start, one.end) != (start, end))
    mentions = sorted((*others, _chosen(bare, entity, _ADDED)), key=lambda one: (one.start, -one.end))
    return replace(analysis, mentions=tuple(mentions))


_CORRECTORS: Final = {"move_place": _move, "choose": _choose, "reject_mention": _reject, "add_mention": _add}


def _meant(analysis: Analysis, correction: Correction) -> list[Mention]:
    """Return the mentions that a correction is about: one, or all of that name."""
    scope = correction.value.get("scope", "mention")
    here = concerns(correction, analysis.document)
    if scope == "mention":
        span = (correction.span.start, correction.span.end)
        return [one for one in analysis.mentions if here and (one.start, one.end) == span]
    if scope == "document" and not here:
        return []
    return [one for one in analysis.mentions if same_name(one.text, correction.quote)]


def _with_entity(
    analysis: Analysis, correction: Correction, known: Mapping[str, Entity]
) -> tuple[Analysis, Entity | None]:
    """Return the analysis with the entity that a correction points to, and that entity."""
    value: Mapping[str, Any] = correction.value
    identity, place = value["entity"], value.get("place")
    here = dict(known)
    if place is not None and identity.startswith(BY_HAND):
        here[identity] = _made(identity, place)
    entities = with_entities(analysis.entities, [identity], here)
    return replace(analysis, entities=entities), entities.get(identity)


def _made(identity: str, place: Mapping[str, Any]) -> Entity:
    name = {language: place["name"].strip() for language in ("ar", "en")}
    return Entity(identity, place.get("kind", "city"), name, place.get("country"), lat=float(place["lat"]),
                  lon=float(place["lon"]), source="by hand", corrected=True)  # fmt: skip


def _chosen(mention: Mention, entity: Entity, why: str) -> Mention:
    others = (one for one in mention.candidates if one.entity != entity.id)
    return replace(
        mention,
        kind=_MENTION_KINDS.get(entity.kind, "place"),
        candidates=(Candidate(entity.id, 1.0, (why,)), *others),
        entity=entity.id,
        score=1.0,
        why=(why,),
        doubtful=False,
        corrected=True,
    )


def _follow(
    analysis: Analysis, mention: Mention, changed: Sequence[Mention], turned: tuple[str, str | None]
) -> Analysis:
    """Carry a changed reading into the events of the same words, unless other words still say what they said."""
    pairs = [turned]
    if mention.form == "metonym":  # the capital that spoke for its government
        pairs.append((_state(turned[0], analysis), _state(turned[1], analysis) or None))
    events = tuple(
        _followed(event, analysis, pairs) if _rests_on(event, analysis, changed, turned[0]) else event
        for event in analysis.events
    )
    return replace(analysis, events=events)


def _state(identity: str | None, analysis: Analysis) -> str:
    entity = analysis.entities.get(identity or "")
    return f"country:{entity.country}" if entity and entity.country else ""


def _rests_on(event: Event, analysis: Analysis, changed: Sequence[Mention], old: str) -> bool:
    """Tell whether an event owes an entity to changed mentions: to those of its sentences, or of the whole text."""
    same = [one for one in analysis.mentions if one.entity == old]
    if not same:
        return True
    inside = [(one.start, one.end) for one in event.evidence]

    def told(mention: Mention) -> bool:
        return any(start <= mention.start < end for start, end in inside)

    return any(told(one) for one in changed) and not any(told(one) for one in same)


def _followed(event: Event, analysis: Analysis, pairs: Sequence[tuple[str, str | None]]) -> Event:
    place, actors = event.place, event.actors
    for old, new in pairs:
        entity = analysis.entities.get(new or "")
        if place is not None and place.entity == old:
            place = replace(place, entity=entity.id, precision=precision_of(entity)) if entity else None
        actors = tuple(kept for one in actors if (kept := _party(one, old, entity)))
    same = place == event.place and actors == event.actors
    return event if same else replace(event, place=place, actors=actors, corrected=True)


def _party(actor: Actor, old: str, entity: Entity | None) -> Actor | None:
    if actor.entity != old:
        return actor
    if entity is not None:
        return replace(actor, entity=entity.id, code=code_of(entity))
    return actor if actor.people else None  # an office or a name still stands for it


def code_of(entity: Entity) -> str:
    """Return the code of a party: ISO 3166-1 alpha-3 of a state, the short code of an organisation, else its name."""
    return entity.code or entity.country3 or entity.label("en")
