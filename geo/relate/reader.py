"""Read a document sentence by sentence, with a memory of what the sentences before have said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from geo.records import ActorRole, Document, Entity, EventPlace, Span, Tense
from geo.relate.casting import MUTUAL, Roles, acts, names_any, topic_of
from geo.relate.discourse import Discourse, unique
from geo.relate.draft import Draft, Refusal
from geo.relate.families import POSTS, VERBAL, has_venue, joint, objection
from geo.relate.likely import Candidate, Likelihood, certainty
from geo.relate.pointed import adds, told_before
from geo.relate.remembered import framed, inherited, left_out, tells_more
from geo.relate.roles import find_roles
from geo.relate.scene import Party, Scene
from geo.relate.status import status_of
from geo.relate.targets import acted_before, addressed, by_nameless, carried_on, provoker, taken_up
from geo.relate.together import is_frame, settle
from geo.relate.topics import echoes, only_discussed, told_by_noun
from geo.relate.when import coming, date_of, is_to_come
from geo.relate.where import as_place, fronted, name_capitals, place_of
from geo.signs import Trigger, TriggerEntry

#: Signs whose subject is someone who speaks or acts.
_VERBS = frozenset({"event", "report", "light", "perfect"})
#: What a dateline is followed by, and the acts of a host that happen where it is written.
_DATELINE = re.compile(r"\s*(?:[-–—:/|(]|,\s)")
_AT_HOME = frozenset({"meet", "receive", "sign"})
#: Acts whose place is the land of the other party.
_VISITS = frozenset({"visit", "host"})
_ABROAD = _VISITS | POSTS
#: Who attends for a state and is no side of the talks.
_ATTENDING = frozenset({"ambassador", "diplomat", "representative", "charge_d_affaires"})
#: Most words between such a verb and its subject.
_SUBJECT_WORDS = 3


@dataclass(slots=True)
class Reading:
    """Everything that reading a document gave: drafts, refusals with reasons, and the scenes they came from."""

    drafts: list[Draft] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    scenes: list[Scene] = field(default_factory=list)


@dataclass(slots=True)
class Reader:
    """Reads scene after scene, with one memory."""

    document: Document
    entities: Mapping[str, Entity]
    memory: Discourse
    reading: Reading
    likelihood: Likelihood = field(default_factory=Likelihood)

    def sentence(self, scene: Scene) -> None:
        """Read one sentence."""
        self.reading.scenes.append(scene)
        self._settle_references(scene)
        name_capitals(scene, self.entities)
        fresh: list[Draft] = []
        topic = topic_of(scene)
        spoke = -1
        for at, item in enumerate(scene.items):
            if isinstance(item, Party):
                self._hear(scene, item, topic, spoke)
                spoke = -1 if item.prep is None and not item.weak else spoke  # the next one is no subject
            elif isinstance(item, Trigger):
                if item.sense == "event":
                    self._event(scene, at, item, fresh)
                if item.part == "verb" and item.sense in _VERBS:
                    led = self.document.language == "ar" and bool(fresh) and _led(fresh[-1], item)
                    spoke = -1 if led else item.end
        settle(scene, fresh)
        for draft in fresh:
            self.memory.met(draft, aside=is_frame(draft, fresh))
            self.memory.paired = scene.sentence.index

    def _hear(self, scene: Scene, party: Party, topic: Party | None, spoke: int) -> None:
        """Remember a party that is spoken of: the topic, the subject of a verb, both of a pair."""
        beside = party.head in _ATTENDING or party.group[0].head in _ATTENDING if party.group else False
        if party.group and party.group[0] is not party and not beside:
            actors = unique(identity for one in party.group for identity in one.actors)
            self.memory.named_together(actors, scene.sentence.index)
        if party.weak or not acts(party) or party.reference:
            return
        behind = party.prep is None and 0 <= spoke <= party.start and scene.words(spoke, party.start) <= _SUBJECT_WORDS
        spoken = behind and self.document.language != "fa"  # whose verbs stand last
        if party is topic or spoken:
            self.memory.heard(unique(party.actors), party.people)
        elif party.prep in {"with", "by"} and topic is not None and topic.start < party.start:
            named = [topic, *(party.group or [party])]
            actors = unique(identity for one in named for identity in one.actors)
            self.memory.named_together(actors, scene.sentence.index)

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
        if echoes(scene, at) or told_by_noun(scene, at):
            self._refuse(scene, trigger, "told together with the word before")
            return
        if only_discussed(scene, at):
            self._refuse(scene, trigger, "what is talked about, not done")
            return
        roles = find_roles(scene, at, self.document.language)
        draft = self._draft(scene, at, trigger, roles, fresh, tense)
        ahead = trigger.part == "noun" and any(one.tense == "future" and one.parties & draft.parties for one in fresh)
        if ahead and tense != "future" and draft.type != "AGREE":
            draft.date = date_of(scene, at, "future", self.document.published)
        planned = trigger.part == "noun" and is_to_come(draft.date, self.document.published)
        draft.tense = tense = "future" if ahead or planned else tense
        if tense == "future":
            draft.date = coming(draft.date, self.document.published)
        reason, meeting = objection(draft, trigger, roles), self.memory.meeting
        earlier = told_before(scene, trigger, draft, self.reading.drafts)
        if earlier is not None and adds(earlier, draft):
            draft.retell(earlier)
        elif earlier is not None:
            self._refuse(scene, trigger, "told before")
            return
        elif reason and meeting is not None and not names_any(roles) and tells_more(meeting, draft):
            draft.retell(meeting)
        elif reason and not self._admit(Candidate(self.document, scene, at, roles, draft, reason)):
            self._refuse(scene, trigger, reason)
            return
        draft.date, draft.place = framed(self.memory, scene, draft, fresh)
        fresh.append(draft)
        self.memory.met(draft, aside=is_frame(draft, fresh))
        self.reading.drafts.append(draft)

    def _admit(self, candidate: Candidate) -> bool:
        """Tell whether a refused act is likely one all the same; it is told with that little certainty."""
        if not self.likelihood.admits(candidate):
            return False
        candidate.draft.score = self.likelihood.score(candidate)
        candidate.draft.doubt = candidate.reason
        return True

    def _refuse(self, scene: Scene, trigger: Trigger, reason: str) -> None:
        self.reading.refusals.append(Refusal(trigger, scene.sentence.index, reason))

    def _draft(self, scene: Scene, at: int, trigger: Trigger, roles: Roles, fresh: list[Draft], tense: Tense) -> Draft:
        entry = trigger.entry
        assert entry is not None  # noqa: S101 - an event always has its entry
        first, second, people = self._parties(scene, trigger, roles, fresh)
        date = date_of(scene, at, tense, self.document.published)
        place = self._place(scene, at, entry, roles, (*first, *second))
        land = self._people_of(place.entity) if place is not None else ()
        if entry.mode in _ABROAD:
            second = unique((*second, *land))
        if entry.type == "ASSAULT" and not second and (first or by_nameless(scene, at)):
            second = land
        if entry.type in {"PROTEST", "COERCE"} and not first:
            first = land
        host = next(iter(land), "") if entry.mode in _VISITS else ""
        if entry.type == "AGREE":
            date, place = inherited(self.memory, scene, trigger, (date, place), (*first, *second), fresh)
        second = tuple(one for one in second if one not in first)
        if first and not second and entry.type in VERBAL - {"SUPPORT"} and trigger.part == "verb":
            second = provoker(self.reading.drafts, first, scene.sentence.index)
        if first and not second and entry.type in VERBAL:
            second = carried_on(scene, trigger, first, fresh) or self._spoken_of(scene, at, trigger, roles, first)
        kind = "COOPERATE" if joint(trigger, roles, first, second) else entry.type
        role: ActorRole = "actor" if entry.type in MUTUAL else "recipient"
        return Draft(
            type=kind,
            mode=entry.mode,
            rule=entry.rule,
            trigger=trigger,
            sentence=scene.sentence.index,
            actors=(*((one, "actor") for one in first), *((one, role) for one in second)),
            people=people,
            another=_is_another(scene, trigger),
            date=date,
            place=place,
            host=host,
            land=next(iter(self._people_of(place.entity)), "") if place is not None else "",
            score=certainty(first, second, trigger, roles),
            roles=_spans(roles),
        )

    def _place(
        self, scene: Scene, at: int, entry: TriggerEntry, roles: Roles, parties: tuple[str, ...]
    ) -> EventPlace | None:
        """Return where an act was: its venue, the host's city in the dateline, the speaker's own land."""
        place = place_of(scene, at, roles, self.entities) if has_venue(entry) else None
        if place is None and entry.mode != "call":
            place = fronted(scene, at, self.entities)
        if place is None and entry.mode in _AT_HOME and scene.sentence.index <= 1:
            place = self._at_dateline(parties)
        if place is None and entry.mode == "visit":
            place = self._own_land(roles)
        return place

    def _spoken_of(
        self, scene: Scene, at: int, trigger: Trigger, roles: Roles, first: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Return whom words are about that name nobody: a pronoun's party, those of the act that is taken up."""
        drafts, now = self.reading.drafts, scene.sentence.index
        behind = scene.items[at + 1] if at + 1 < len(scene.items) else None
        pronoun = isinstance(behind, Trigger) and behind.sense == "them" and behind.start - trigger.end <= 1
        if named := addressed(drafts, replace(trigger, suffix=True) if pronoun else trigger, first, now):
            return named
        if (back := taken_up(scene, at, articles=not roles.loose)) is None:
            return ()
        roles.about_act = True
        return acted_before(drafts, back, first, now)

    def _parties(
        self, scene: Scene, trigger: Trigger, roles: Roles, fresh: list[Draft]
    ) -> tuple[tuple[str, ...], tuple[str, ...], dict[str, tuple[str, ...]]]:
        people: dict[str, tuple[str, ...]] = {}
        first = self._actors(roles.subject, people)
        beside = [party for party in roles.others if party.prep == "together"]
        second = unique(identity for one in roles.others if one not in beside for identity in self._actors(one, people))
        if first:  # «عربستان به همراه امارات»
            first = unique((*first, *(identity for party in beside for identity in self._actors(party, people))))
        if first and set(second) == set(first) and any(one.reference == "pair" for one in roles.others):
            second = self.memory.pair_before  # «قطر و چین دو طرف را ... فراخواندند»
        if roles.between and not first:
            return second, (), people
        crowd = trigger.entry is not None and trigger.entry.type == "PROTEST"  # whose it is, its place tells
        if not first and not crowd and (roles.subject is None or not roles.subject.people):
            first = left_out(self.memory, scene, trigger, roles, fresh, second=bool(second))
            if len(first) == 1 and first == self.memory.subject and self.memory.people:
                people.setdefault(first[0], self._people_named(scene, first))
        return first, second, people

    def _people_named(self, scene: Scene, first: tuple[str, ...]) -> tuple[str, ...]:
        """Return who acts for a subject that is left out: the one this sentence is about, else the last one."""
        topic = topic_of(scene)
        return topic.people if topic is not None and topic.actors == first and topic.people else self.memory.people

    def _at_dateline(self, parties: tuple[str, ...]) -> EventPlace | None:
        """Return the city of the dateline, where one of its own state receives somebody."""
        first = self.reading.scenes[0]
        city = first.items[0] if first.items else None
        if not isinstance(city, Party) or city.place is None or city.start != first.sentence.start:
            return None
        if not _DATELINE.match(self.document.text, city.end) or not set(self._people_of(city.place)) & set(parties):
            return None
        place = as_place(city.place, self.entities)
        return replace(place, basis="inferred") if place is not None and place.precision == "city" else None

    def _own_land(self, roles: Roles) -> EventPlace | None:
        """«زيارة أمير الكويت لبلاده», "a visit to his country": return the country of the speaker who is visited."""
        lands = [actor for one in roles.others if one.reference == "self" for actor in self.memory.actors(one)]
        return as_place(lands[0], self.entities) if len(lands) == 1 else None

    def _people_of(self, place: str) -> tuple[str, ...]:
        """Return the country that a place lies in: whose people protest there, whose land is attacked."""
        entity = self.entities.get(place)
        return (f"country:{entity.country}",) if entity is not None and entity.country else ()

    def _actors(self, party: Party | None, people: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
        if party is None:
            return ()
        for one in party.group or [party]:
            for actor in one.actors:
                if one.people:
                    people[actor] = unique((*people.get(actor, ()), *one.people))
        return self.memory.actors(party)


def _is_another(scene: Scene, trigger: Trigger) -> bool:
    """«X также предложила Y ...», «после того как X подписали ...»: one more act of its kind, or one before it."""
    return trigger.part == "verb" and any(
        isinstance(item, Trigger)
        and (item.sense == "earlier" or (item.sense == "also" and scene.words(item.end, trigger.start) == 0))
        for item in scene.items
        if item.end <= trigger.start
    )


def _spans(roles: Roles) -> tuple[tuple[str, Span], ...]:
    named = [("subject", roles.subject)] if roles.subject is not None else []
    named += [("other", one) for one in roles.others]
    return tuple(
        (name, Span(one.group[0].start, one.group[-1].end) if one.group else Span(one.start, one.end))
        for name, one in named
        if one is not None
    )


def _led(draft: Draft, verb: Trigger) -> bool:
    """Tell whether an act has its subject before its verb («كانت بغداد استدعت السفير»): who follows is no subject."""
    return draft.trigger is verb and any(name == "subject" and span.start < verb.start for name, span in draft.roles)
