"""Read the events of a document: trigger by trigger, with what the sentences before have said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from geo.records import (
    ActorRole,
    Basis,
    DateMention,
    Document,
    Entity,
    Event,
    EventDate,
    EventPlace,
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
from geo.relate.casting import Roles, topic_of
from geo.relate.roles import find_roles
from geo.relate.scene import Cast, Item, Party, Scene, build
from geo.relate.status import status_of
from geo.relate.when import coming, date_of
from geo.relate.where import place_of
from geo.signs import Chunk, Trigger
from geo.text.fold import fold_name


#: Signs whose subject is someone who speaks or acts.
_VERBS = frozenset({"event", "report", "light", "perfect"})


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
    items: list[Item] = [
        *cast.parties,
        *references,
        *dates,
        *(one for one in triggers if one.sense not in {"pair", "self"}),
    ]
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
    #: The sentence that last named two parties together.
    paired: int = -1

    def sentence(self, scene: Scene) -> None:
        """Read one sentence."""
        self.reading.scenes.append(scene)
        self._settle_references(scene)
        fresh: list[Draft] = []
        topic = topic_of(scene)
        spoke = -1
        for at, item in enumerate(scene.items):
            if isinstance(item, Party):
                self._hear(scene, item, topic, spoke)
            elif isinstance(item, Trigger):
                if item.sense == "event":
                    self._event(scene, at, item, fresh)
                if item.part == "verb" and item.sense in _VERBS:
                    spoke = item.end
        for draft in fresh:
            self.memory.met(draft)
            self.paired = scene.sentence.index

    def _hear(self, scene: Scene, party: Party, topic: Party | None, spoke: int) -> None:
        """Remember a party that is spoken of: the topic, the subject of a verb, both of a pair."""
        if party.group and party.group[0] is not party:
            actors = unique(identity for one in party.group for identity in one.actors)
            if len(actors) == 2:  # noqa: PLR2004 - a pair
                self.memory.pair = actors
                self.paired = scene.sentence.index
        if party.weak or not (party.actors or party.people):
            return
        if party is topic or (
            party.prep is None and 0 <= spoke <= party.start and scene.words(spoke, party.start) <= 2
        ):  # noqa: PLR2004
            self.memory.heard(unique(party.actors), party.people)
        elif party.prep in {"with", "by"} and topic is not None and topic.start < party.start:
            actors = unique((*topic.actors, *party.actors))
            if len(actors) == 2:  # noqa: PLR2004 - a pair
                self.memory.pair = actors
                self.paired = scene.sentence.index

    def _settle_references(self, scene: Scene) -> None:
        """Give «نظيره» without a state the other party of the last pair."""
        for item in scene.items:
            if isinstance(item, Party) and item.reference == "counterpart" and len(self.memory.pair) == 2:  # noqa: PLR2004
                others = [one for one in self.memory.pair if (one,) != self.memory.subject]
                item.actors = tuple(others[-1:])

    def _event(self, scene: Scene, at: int, trigger: Trigger, fresh: list[Draft]) -> None:
        polarity, tense = status_of(scene, at)
        if polarity != "did":
            self._refuse(scene, trigger, f"told as {polarity}")
            return
        roles = find_roles(scene, at, self.document.language)
        draft = self._draft(scene, at, trigger, roles, fresh)
        draft.tense = tense
        if tense == "future":
            draft.date = coming(draft.date, self.document.published)
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
        first, second, people = self._parties(scene, trigger, roles, fresh)
        date = date_of(scene, at)
        place = place_of(scene, at, self.entities) if entry.type in PLACED else None
        visited = ""
        if entry.mode == "visit" and place is not None:
            host = self.entities.get(place.entity)
            if host is not None and host.country:
                visited = f"country:{host.country}"
                second = unique((*second, visited))
        if entry.type == "AGREE":
            date, place = self._inherited(scene, trigger, date, place, fresh, (*first, *second))
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
            host=visited,
            score=_score(first, second, trigger, roles),
            roles=_spans(roles),
        )

    def _parties(
        self, scene: Scene, trigger: Trigger, roles: Roles, fresh: list[Draft]
    ) -> tuple[tuple[str, ...], tuple[str, ...], dict[str, tuple[str, ...]]]:
        people: dict[str, tuple[str, ...]] = {}
        first = self._actors(roles.subject, people)
        second = unique(identity for party in roles.others for identity in self._actors(party, people))
        if roles.between and not first:
            return second, (), people
        if not first and (roles.subject is None or not roles.subject.people):
            first = self._remembered(scene, trigger, roles, fresh, second)
            if len(first) == 1 and first == self.memory.subject and self.memory.people:
                people.setdefault(first[0], self.memory.people)
        return first, second, people

    def _remembered(
        self, scene: Scene, trigger: Trigger, roles: Roles, fresh: list[Draft], second: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Return the subject that the sentence leaves out: the dual's pair, the meeting's parties, the last subject."""
        entry = trigger.entry
        assert entry is not None  # noqa: S101 - an event always has its entry
        if trigger.dual or (roles.light is not None and roles.light.dual):
            return tuple(one for one, _ in fresh[-1].actors) if fresh else self.memory.pair
        if trigger.suffix and trigger.part == "noun":
            return self._owner(scene, trigger)
        if entry.type in {"AGREE", "COOPERATE"} and trigger.part == "noun" and not second:
            if self.memory.meeting is not None and _points_back(scene, trigger):
                return tuple(one for one, _ in self.memory.meeting.actors)
            return self.memory.pair if self.paired == scene.sentence.index else ()
        adverbial = entry.mode == "visit" and trigger.part == "noun" and _after_adjunct(scene, trigger)
        topic = topic_of(scene)
        if (
            entry.type == "CONSULT"
            and trigger.part == "noun"
            and not second
            and topic is not None
            and topic.start < trigger.start
        ):
            named = self.memory.actors(topic)  # «the two sides ... after talks in London»
            if len(named) > 1:
                return named
        if entry.type == "CONSULT" and roles.asserted and trigger.definite and not second:
            return self.memory.pair if self.paired >= scene.sentence.index - 1 else ()
        if trigger.part == "verb" and not _pro_drop(scene, trigger):
            return ()
        if trigger.passive or not (trigger.part == "verb" or roles.asserted or adverbial or (entry.patient and second)):
            return ()
        return self.memory.subject

    def _owner(self, scene: Scene, trigger: Trigger) -> tuple[str, ...]:
        """Return whose visit «زيارته» is: the subject before it, else the one that the sentence names after it."""
        topic = topic_of(scene)
        if topic is not None and topic.start > trigger.start:
            return unique(topic.actors)
        return self.memory.subject

    def _inherited(  # noqa: PLR0913 - what is known so far, and where it may come from
        self,
        scene: Scene,
        trigger: Trigger,
        date: EventDate | None,
        place: EventPlace | None,
        fresh: list[Draft],
        parties: tuple[str, ...],
    ) -> tuple[EventDate | None, EventPlace | None]:
        """What is signed at a meeting takes its day and place."""
        meeting = next((one for one in reversed(fresh) if one.type == "CONSULT"), None)
        if meeting is None and _points_back(scene, trigger):
            meeting = self.memory.meeting
        if meeting is None or not set(parties) & meeting.parties:
            return date, place
        if date is None and meeting.date is not None:
            date = replace(meeting.date, flags=tuple(dict.fromkeys((*meeting.date.flags, "inherited"))))
        if place is None and meeting.place is not None:
            basis: Basis = "inferred" if meeting.place.basis == "inferred" else "inherited"
            place = replace(meeting.place, basis=basis)
        return date, place

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


def _points_back(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a meeting told before is taken up before the trigger («هذا اللقاء», «خلال الزيارة»)."""
    return any(
        isinstance(item, Trigger)
        and item.end <= trigger.start
        and item.entry is not None
        and item.entry.type == "CONSULT"
        and item.part == "noun"
        and item.definite
        for item in scene.items
    )


def _pro_drop(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb has no subject of its own: what follows it is a known word, not an unknown noun."""
    if trigger.suffix:
        return True
    following = next((item for item in scene.items if item.start >= trigger.end), None)
    end = following.start if following is not None else scene.sentence.end
    if scene.words(trigger.end, end) == 0:
        return True
    offset = scene.sentence.start
    word = (
        fold_name(scene.text[trigger.end - offset :].split()[0].strip('،,.:؛"«»'))
        if scene.text[trigger.end - offset :].split()
        else ""
    )
    return trigger.entry is not None and any(word.endswith(need) for need in trigger.entry.needs)


def _after_adjunct(scene: Scene, trigger: Trigger) -> bool:
    return any(
        isinstance(item, Trigger) and item.sense == "adjunct" and 0 <= trigger.start - item.end <= 2  # noqa: PLR2004
        for item in scene.items
    )


def _score(first: tuple[str, ...], second: tuple[str, ...], trigger: Trigger, roles: Roles) -> float:
    """Return how sure the reading is: verbs over nouns, named parties over remembered ones."""
    score = 0.5 + (0.15 if trigger.part == "verb" or roles.asserted else 0.0)
    score += 0.2 if roles.subject is not None and first else 0.0
    score += 0.15 if second and roles.others else 0.0
    return round(min(score, 1.0), 2)


def _spans(roles: Roles) -> tuple[tuple[str, Span], ...]:
    named = [("subject", roles.subject)] if roles.subject is not None else []
    named += [("other", one) for one in roles.others]
    return tuple(
        (name, Span(one.group[0].start, one.group[-1].end) if one.group else Span(one.start, one.end))
        for name, one in named
        if one is not None
    )
