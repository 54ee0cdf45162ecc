"""Read the events of a document: trigger by trigger, with what the sentences before have said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from geo.records import (
    ActorRole,
    DateMention,
    Document,
    Entity,
    Event,
    Issue,
    Mention,
    Sentence,
    Span,
)
from geo.relate.discourse import Discourse, unique
from geo.relate.draft import Draft, Refusal
from geo.relate.families import MUTUAL, PLACED, VERBAL, objection
from geo.relate.merge import merge_drafts
from geo.relate.output import as_events
from geo.relate.roles import Roles, find_roles
from geo.relate.scene import Cast, Item, Party, Scene, build
from geo.relate.status import status_of
from geo.relate.when import date_of
from geo.relate.where import place_of
from geo.signs import Chunk, Trigger


@dataclass(slots=True)
class Reading:
    """Everything that reading a document gave: drafts, refusals with reasons, and the scenes they came from."""

    drafts: list[Draft] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    scenes: list[Scene] = field(default_factory=list)


def relate(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    entities: Mapping[str, Entity],
    dates: Sequence[DateMention],
    chunks: Sequence[Chunk],
    triggers: Sequence[Trigger],
) -> tuple[tuple[Event, ...], tuple[Issue, ...]]:
    """Return the events of a document and what a reader should check about them.

    Parameters
    ----------
    document, sentences, mentions, dates, chunks, triggers
        What recognition and resolution found, in text order.
    entities
        Entities by id. It must know the entities of the mentions, and should know the states that persons act for
        and the countries of cities (a mapping over the whole gazetteer serves).

    Returns
    -------
    tuple
        Events, each act once, in text order; issues (differing dates or figures of one act).
    """
    reading = read(document, sentences, mentions, entities, dates, chunks, triggers)
    merged, issues = merge_drafts(reading.drafts, document, sentences)
    return as_events(merged, document, sentences, entities), issues


def read(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    entities: Mapping[str, Entity],
    dates: Sequence[DateMention],
    chunks: Sequence[Chunk],
    triggers: Sequence[Trigger],
) -> Reading:
    """Read every sentence that has a trigger and keep what was built and what was refused (for `geo explain`)."""
    cast = Cast(entities, mentions, chunks)
    references = [_reference(one) for one in triggers if one.sense in {"pair", "self"}]
    items: list[Item] = [*cast.parties, *references, *dates, *(one for one in triggers if one.sense not in {"pair", "self"})]
    items.sort(key=lambda item: item.start)
    reading, memory = Reading(), Discourse()
    reader = _Reader(document, entities, cast, memory, reading)
    at = 0
    for sentence in sentences:
        while at < len(items) and items[at].start < sentence.start:
            at += 1
        first = at
        while at < len(items) and items[at].start < sentence.end:
            at += 1
        if at > first:
            reader.sentence(build(document.text, sentence, items[first:at]))
    return reading


def _reference(trigger: Trigger) -> Party:
    return Party(trigger.start, trigger.end, reference=trigger.sense, clitic=trigger.clitic)


@dataclass(slots=True)
class _Reader:
    """Reads scene after scene, with one memory."""

    document: Document
    entities: Mapping[str, Entity]
    cast: Cast
    memory: Discourse
    reading: Reading

    def sentence(self, scene: Scene) -> None:
        """Read one sentence."""
        self.reading.scenes.append(scene)
        self._settle_references(scene)
        fresh: list[Draft] = []
        for at, item in enumerate(scene.items):
            if isinstance(item, Party):
                if not item.weak and item.prep is None and (item.actors or item.people):
                    self.memory.heard(unique(item.actors), item.people)
            elif isinstance(item, Trigger) and item.sense == "event":
                self._event(scene, at, item, fresh)
        for draft in fresh:
            self.memory.met(draft)
        self._remember_pair(scene)

    def _settle_references(self, scene: Scene) -> None:
        """Give «نظيره» without a state the other party of the last pair."""
        for item in scene.items:
            if isinstance(item, Party) and item.reference == "counterpart" and len(self.memory.pair) == 2:  # noqa: PLR2004
                others = [one for one in self.memory.pair if (one,) != self.memory.subject]
                item.actors = tuple(others[-1:])

    def _remember_pair(self, scene: Scene) -> None:
        for item in scene.items:
            if isinstance(item, Party) and len(item.group) > 1 and item.group[0] is item:
                actors = unique(identity for one in item.group for identity in one.actors)
                if len(actors) == 2:  # noqa: PLR2004 - a pair
                    self.memory.pair = actors

    def _event(self, scene: Scene, at: int, trigger: Trigger, fresh: list[Draft]) -> None:
        polarity, tense = status_of(scene, at)
        if polarity != "did":
            self._refuse(scene, trigger, f"told as {polarity}")
            return
        roles = find_roles(scene, at, self.document.language)
        draft = self._draft(scene, at, trigger, roles, fresh)
        draft.tense = tense
        if reason := objection(draft, trigger, roles):
            self._refuse(scene, trigger, reason)
            return
        fresh.append(draft)
        self.memory.met(draft)
        self.reading.drafts.append(draft)

    def _refuse(self, scene: Scene, trigger: Trigger, reason: str) -> None:
        self.reading.refusals.append(Refusal(trigger, scene.sentence.index, reason))

    def _draft(self, scene: Scene, at: int, trigger: Trigger, roles: Roles, fresh: list[Draft]) -> Draft:
        entry = trigger.entry
        assert entry is not None  # noqa: S101 - an event always has its entry
        first, second, people = self._parties(trigger, roles, fresh)
        date = date_of(scene, at)
        place = place_of(scene, at, self.entities) if entry.type in PLACED else None
        if entry.mode == "visit" and place is not None:
            host = self.entities.get(place.entity)
            if host is not None and host.country:
                second = unique((*second, f"country:{host.country}"))
        second = tuple(one for one in second if one not in first)
        if first and not second and entry.type in VERBAL and trigger.part == "verb":
            second = self._provoker(first, scene.sentence.index)
        role: ActorRole = "actor" if entry.type in MUTUAL else "recipient"
        return Draft(
            type=entry.type,
            mode=entry.mode,
            rule=entry.rule,
            trigger=trigger,
            sentence=scene.sentence.index,
            actors=(*((one, "actor") for one in first), *((one, role) for one in second)),
            people=people,
            date=date,
            place=place,
            score=_score(first, second, trigger, roles),
            roles=_spans(roles),
        )

    def _parties(
        self, trigger: Trigger, roles: Roles, fresh: list[Draft]
    ) -> tuple[tuple[str, ...], tuple[str, ...], dict[str, tuple[str, ...]]]:
        people: dict[str, tuple[str, ...]] = {}
        first = self._actors(roles.subject, people)
        second = unique(identity for party in roles.others for identity in self._actors(party, people))
        entry = trigger.entry
        if not first and not (roles.between and second):
            wants = trigger.part == "verb" or trigger.suffix or roles.asserted or (entry is not None and entry.patient and bool(second))
            dual = trigger.dual or (roles.light is not None and roles.light.dual)
            if dual:
                first = fresh[-1].actors and tuple(one for one, _ in fresh[-1].actors) if fresh else self.memory.pair
            elif wants and not trigger.passive and entry is not None:
                first = self.memory.subject
                if first and self.memory.people:
                    people.setdefault(first[0], self.memory.people)
        return first, second, people

    def _provoker(self, first: tuple[str, ...], sentence: int) -> tuple[str, ...]:
        """Return who did lately to these parties what they now react to."""
        for draft in reversed(self.reading.drafts[-6:]):
            done_to = [one for one, role in draft.actors if role == "recipient"]
            if sentence - draft.sentence <= 1 and set(first) & set(done_to):
                return tuple(one for one, role in draft.actors if role == "actor" and one not in first)
        return ()

    def _actors(self, party: Party | None, people: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
        if party is None:
            return ()
        for one in party.group or [party]:
            for actor in one.actors:
                if one.people:
                    people[actor] = unique((*people.get(actor, ()), *one.people))
        return self.memory.actors(party)


def _score(first: tuple[str, ...], second: tuple[str, ...], trigger: Trigger, roles: Roles) -> float:
    """Return how sure the reading is: verbs over nouns, named parties over remembered ones."""
    score = 0.5 + (0.15 if trigger.part == "verb" or roles.asserted else 0.0)
    score += 0.2 if roles.subject is not None and first else 0.0
    score += 0.15 if second and roles.others else 0.0
    return round(min(score, 1.0), 2)


def _spans(roles: Roles) -> tuple[tuple[str, Span], ...]:
    named = [("subject", roles.subject)] if roles.subject is not None else []
    named += [("other", one) for one in roles.others]
    return tuple((name, Span(one.group[0].start, one.group[-1].end) if one.group else Span(one.start, one.end)) for name, one in named if one is not None)
