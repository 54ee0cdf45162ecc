"""Turn drafts into the records that leave the room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.records import Actor, Document, Entity, Event, Evidence, Sentence, Span
from geo.relate.draft import Draft
from geo.signs import Trigger


def as_events(
    drafts: Sequence[Draft], document: Document, sentences: Sequence[Sentence], entities: Mapping[str, Entity]
) -> tuple[Event, ...]:
    """Return the events of merged drafts, numbered in text order."""
    ordered = sorted(drafts, key=lambda draft: draft.trigger.start)
    return tuple(
        _event(f"e{number}", draft, document, sentences, entities) for number, draft in enumerate(ordered, start=1)
    )


def _event(
    identity: str, draft: Draft, document: Document, sentences: Sequence[Sentence], entities: Mapping[str, Entity]
) -> Event:
    told = [(draft.sentence, draft.trigger), *draft.told]
    seen: dict[int, Trigger] = {}
    for sentence, trigger in told:
        seen.setdefault(sentence, trigger)
    return Event(
        id=identity,
        type=draft.type,
        mode=draft.mode,
        actors=tuple(
            Actor(actor, code_of(actor, entities), role, draft.people.get(actor, ())) for actor, role in draft.actors
        ),
        evidence=tuple(_evidence(document, sentences[index], trigger) for index, trigger in seen.items()),
        trigger=Span(draft.trigger.start, draft.trigger.end),
        date=draft.date,
        place=draft.place,
        tense=draft.tense,
        score=draft.score,
        rule=draft.rule,
        roles=draft.roles,
    )


def _evidence(document: Document, sentence: Sentence, trigger: Trigger) -> Evidence:
    return Evidence(
        document=document.id,
        start=sentence.start,
        end=sentence.end,
        text=document.text[sentence.start : sentence.end],
        sentence=sentence.index,
        trigger=Span(trigger.start, trigger.end),
    )


def code_of(identity: str, entities: Mapping[str, Entity]) -> str:
    """Return the code of a party: ISO 3166-1 alpha-3 of a state, the short code of an organisation, else its name."""
    entity = entities.get(identity)
    if entity is None:
        return identity.rpartition(":")[2].upper()
    return entity.code or entity.country3 or entity.label("en")
