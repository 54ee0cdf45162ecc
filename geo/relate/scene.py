"""Lay out a sentence for reading: parties, signs and dates in one line, each party with the word that governs it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from geo.records import DateMention, Entity, Mention, Sentence
from geo.relate.cases import acts_surely, cases_of_mention, people_cases
from geo.signs import Chunk, Trigger

#: Senses of cues that give the next party its role.
PREPOSITIONS = frozenset(
    {"with", "to", "on", "against", "in", "from", "about", "between", "by", "of", "attending", "before"}
)
#: Verbs that close their clause where verbs stand last; denied, wished and future ones have senses of their own.
FINITE = frozenset({"light", "report", "denied", "wish", "shall"})
#: Words that part nothing: "in the Red Sea" is right behind its preposition.
_ARTICLES = frozenset({"the", "The"})
#: Senses at which a clause ends.
BORDERS = frozenset({"stop", "that", "that_self", "relative", "break", "contrast", "where"})
#: Openers of an adverbial phrase: of cause or frame, of the same time, of another time.
ADJUNCTS = frozenset({"adjunct", "during", "sequel"})
_CLITIC_ROLE = {"ب": "by", "ل": "to"}
#: Nouns of class before a place («في مدينة ...», «بمدينة ...», «في العاصمة ...»).
_CLASSES = frozenset({"class", "capital"})
#: Between «مصري - تركي» there are at most so many characters.
_DASH = 3
_AT = {"by": "in"}
#: A preposition governs a party at most this many characters further on («مع كبار المسؤولين الروس»).
_REACH = 30
#: A date this near behind a preposition is what the preposition governs (characters).
_BESIDE_PREPOSITION = 2
#: Capitals that act for a union of states rather than for their own: Brussels.
_SEATS = {"geonames:2800866": "org:eu"}


#: What may stand between two parties that act together.
_LINK_WORDS = (
    'و|و،|،|،و||,|и|and|, and|، و|،  و|«و|"و|و"|و «|و«|& |&|as well as|as well as the|and the|the|, the|, and the'
    "|و کشور|, а также|а также"
)
_LINKS = frozenset(_LINK_WORDS.split("|"))


@dataclass(slots=True, eq=False)
class Party:
    """Who or where: the states or organisations that a span stands for, and the place that it names, if any.

    ``weak`` marks a bare nisba adjective, ``reference`` a word that points back (pair, self).
    """

    start: int
    end: int
    actors: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    place: str | None = None
    weak: bool = False
    reference: str = ""
    head: str = ""
    clitic: str = ""
    prep: str | None = None
    near: bool = False
    #: Right after the name of an act, whose party it is («سفر وزیر», «زيارة الرئيس»).
    genitive: bool = False
    #: Marked as the object («یونان را»).
    marked: bool = False
    #: Grammatical cases that its form may be (`geo.relate.cases`); empty where not known.
    cases: frozenset[str] = frozenset()
    group: list[Party] = field(default_factory=list)


Item: TypeAlias = Party | Trigger | DateMention


@dataclass(slots=True)
class Scene:
    """One sentence with everything in it, in text order."""

    sentence: Sentence
    text: str
    items: list[Item]

    def gap(self, start: int, end: int) -> str:
        """Return the text between two offsets of the document, trimmed."""
        return self.text[start - self.sentence.start : end - self.sentence.start].strip()

    def words(self, start: int, end: int) -> int:
        """Count the words between two offsets of the document, articles left out."""
        if end - start <= 1:
            return 0
        gap = self.text[start - self.sentence.start : end - self.sentence.start]
        return sum(any(c.isalnum() for c in word) for word in gap.split() if word not in _ARTICLES)


class Cast:
    """Makes parties of mentions and chunks.

    Parameters
    ----------
    entities
        Entities by id; it may be any mapping that knows the entities of the mentions and the states of persons.
    mentions, chunks
        The document's.
    """

    def __init__(self, entities: Mapping[str, Entity], mentions: Sequence[Mention], chunks: Sequence[Chunk]) -> None:
        self._entities = entities
        self._mentions = {one.id: one for one in mentions}
        self._sites = {one.id: one.entity for one in mentions if one.kind == "place" and one.form != "adjective"}
        covered = {identity for chunk in chunks for identity in chunk.mentions}
        parties = sorted(
            (
                party
                for party in (
                    *(self._of_chunk(chunk) for chunk in chunks),
                    *(self._of_mention(one) for one in mentions if one.id not in covered and one.form != "in_name"),
                )
                if party is not None
            ),
            key=lambda party: party.start,
        )
        self.parties = [one for one, before in zip(parties, [None, *parties], strict=False) if not _owned(one, before)]

    def state_of(self, identity: str | None) -> str | None:
        """Return the state or organisation that an entity acts for, None where it has none."""
        if identity is None:
            return None
        entity = self._entities.get(identity)
        if entity is None:
            return identity if identity.startswith(("country:", "org:")) else None
        if entity.kind in {"country", "organisation"}:
            return identity
        if entity.kind == "person":
            if entity.members:
                return entity.members[0]
            return f"country:{entity.country}" if entity.country else None
        return None

    def _capital_of(self, entity: Entity) -> str | None:
        if entity.kind != "city" or not entity.country:
            return None
        state = self._entities.get(f"country:{entity.country}")
        return state.id if state is not None and state.capital == entity.id else None

    def _of_chunk(self, chunk: Chunk) -> Party | None:
        actor = self.state_of(chunk.actor) or self.state_of(chunk.person)
        people = (chunk.person,) if chunk.person else ()
        if actor is None and not people and chunk.kind != "counterpart":
            return None
        reference = "counterpart" if chunk.kind == "counterpart" and actor is None else ""
        return Party(
            chunk.start,
            chunk.end,
            (actor,) if actor else (),
            people,
            self._site_of(chunk),
            reference=reference,
            head=chunk.head,
            clitic=chunk.clitic,
            cases=chunk.cases or self._cases_of(chunk),
        )

    def _site_of(self, chunk: Chunk) -> str | None:
        """Return the building that a body is named by («قصر بيان», the Kremlin): it may be where they met."""
        identity = self._sites.get(chunk.mentions[0]) if chunk.kind == "body" and len(chunk.mentions) == 1 else None
        entity = self._entities.get(identity) if identity else None
        return identity if entity is not None and entity.kind == "facility" else None

    def _cases_of(self, chunk: Chunk) -> frozenset[str]:
        """Return the cases of a person or body that is named without an office word."""
        mention = self._mentions.get(chunk.mentions[-1]) if chunk.mentions and not chunk.head else None
        entity = self._entities.get(mention.entity or "") if mention is not None else None
        return cases_of_mention(mention, entity) if mention is not None and entity is not None else frozenset()

    def _of_mention(self, mention: Mention) -> Party | None:
        if mention.entity is None or (entity := self._entities.get(mention.entity)) is None:
            return None
        actor = self.state_of(mention.entity)
        place = None
        if mention.form != "adjective" and entity.kind not in {"organisation", "person", "corridor"}:
            place = mention.entity
        if actor is None:
            if mention.form in {"metonym", "name"} and mention.entity in _SEATS:
                actor = _SEATS[mention.entity]
            elif mention.form == "metonym" and entity.country:
                actor = f"country:{entity.country}"
            elif mention.form == "name":
                actor = self._capital_of(entity)
        if actor is None and place is None:
            return None
        people = people_cases(mention) if mention.form == "adjective" else frozenset()
        return Party(
            mention.start,
            mention.end,
            (actor,) if actor else (),
            (mention.entity,) if entity.kind == "person" else (),
            place,
            weak=mention.form == "adjective" and not people,
            clitic=mention.clitic,
            cases=people or cases_of_mention(mention, entity),
        )


def _owned(party: Party, before: Party | None) -> bool:
    """«الحرس الثوري الإيراني»: an adjective right after a body tells whose the body is and is no party."""
    if before is None or before.weak or before.place is not None or party.clitic:
        return False
    return party.weak and 0 <= party.start - before.end <= 1


def build(text: str, sentence: Sentence, items: Iterable[Item]) -> Scene:
    """Return the scene of a sentence, its parties governed and grouped."""
    scene = Scene(sentence, text[sentence.start : sentence.end], sorted(items, key=lambda item: item.start))
    _govern(scene)
    return scene


def _govern(scene: Scene) -> None:
    """Give each party the preposition before it, and join «مصر والسودان وإثيوبيا»."""
    sense: str | None = None
    reached = -1
    previous: Party | None = None
    act: Trigger | None = None
    for item in scene.items:
        if isinstance(item, Trigger):
            act = item if item.sense == "event" and item.part == "noun" else None
            if item.sense == "object" and previous is not None and scene.words(previous.end, item.start) <= 1:
                previous.group[0].marked = True
            sense, reached = _governing(item, sense, reached)
        elif isinstance(item, Party):
            if previous is not None and reached == previous.end and _unknown_between(scene, previous, item):
                sense = None  # «в северокорейском Кэсоне КНДР ...»: the unknown town was governed
            _place_party(scene, item, sense, reached)
            item.genitive = act is not None and not acts_surely(item) and scene.words(act.end, item.start) == 0
            act = None
            if _lies_in(scene, previous, item):
                item.prep = "in"
            _join(scene, previous, item)
            if item.weak and item.prep is not None:  # «إلى العاصمة السودانية الخرطوم»
                reached = item.end
            else:
                sense = None
            previous = item
        elif reached < item.start <= reached + _BESIDE_PREPOSITION:  # «в ночь на вторник Алжир ...»: of the day
            sense = None


def _unknown_between(scene: Scene, adjective: Party, party: Party) -> bool:
    """Tell whether a Russian adjective belongs to an unknown word behind it, not to the next party."""
    cyrillic = "а" <= scene.text[party.start - scene.sentence.start].lower() <= "я"
    return cyrillic and scene.words(adjective.end, party.start) > 0


def _lies_in(scene: Scene, previous: Party | None, party: Party) -> bool:
    """«في قوانغدونغ بالصين»: a land right behind a venue in it says where that is."""
    if previous is None or previous.prep != "in" or previous.place is None or party.clitic != "ب":
        return False
    return party.place is not None and scene.gap(previous.end, party.start) in {"", "ب", "بال"}


def _governing(sign: Trigger, sense: str | None, reached: int) -> tuple[str | None, int]:
    """Return what governs the next party after a sign, and up to where it reaches."""
    if sign.sense in PREPOSITIONS:
        return sign.sense, sign.end
    if sign.sense in _CLASSES:
        role = _CLITIC_ROLE.get(sign.clitic.lstrip("وف")[:1])
        sense = _AT.get(role, role) if role is not None else sense
        return sense, sign.end if sense is not None else reached
    if sign.sense == "filler" and sense is not None:
        return sense, sign.end
    return (sense if sign.sense in {"filler", "quote", "topic", "and"} else None), reached


def _place_party(scene: Scene, party: Party, sense: str | None, reached: int) -> None:
    bare = party.clitic.lstrip("وف")
    role = _CLITIC_ROLE.get(bare[:1])
    if role is not None:
        party.prep, party.near = role, True
    elif sense is not None and party.start - reached <= _REACH:
        party.prep, party.near = sense, scene.words(reached, party.start) == 0


def _join(scene: Scene, previous: Party | None, party: Party) -> None:
    party.group = [party]
    if previous is None:
        return
    offset = scene.sentence.start
    gap = scene.text[previous.end - offset : party.start - offset].strip(" \u00a0")
    linked = gap in _LINKS
    if gap in {"and", "и"} and previous.weak and party.head:  # «Indian and Chinese officials»
        previous.weak = False
    joined = linked and (gap != "" or party.clitic.startswith("و"))
    joined = joined or (gap in {"-", "–", ""} and party.weak and previous.weak and party.start - previous.end <= _DASH)
    venue = previous.prep == "in" and previous.place is not None and party.place is None
    if joined and (party.weak == previous.weak) and not venue and not party.clitic.lstrip("وف"):
        party.prep, party.near = previous.prep, previous.near
        party.group = previous.group
        party.group.append(party)
