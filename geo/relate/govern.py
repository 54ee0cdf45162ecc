"""Give each party of a sentence the word that governs it, and join those that act together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from geo.records import Sentence
from geo.relate.cases import acts_surely, may_be_governed
from geo.relate.scene import PREPOSITIONS, Item, Party, Scene
from geo.signs import Trigger

_CLITIC_ROLE = {"ب": "by", "ل": "to"}
#: Nouns of class before a place («في مدينة ...», «بمدينة ...», «في العاصمة ...»).
_CLASSES = frozenset({"class", "capital"})
#: Between «مصري - تركي» there are at most so many characters.
_DASH = 3
_AT = {"by": "in"}
#: A preposition governs a party at most this many characters further on («مع كبار المسؤولين الروس»).
_REACH = 30
#: Most words between *of* and its party ("of senior Iranian officials").
_OF_WORDS = 2
#: A date this near behind a preposition is what the preposition governs (characters).
_BESIDE_PREPOSITION = 2
#: Words and marks that may stand between two parties that act together, and those of them that join.
_BETWEEN = frozenset('و and и также as well the his her their its его её ее их کشور , ، & « » " “ ”'.split())  # noqa: SIM905
_JOINS = frozenset("و and и также well , ، &".split())  # noqa: SIM905
_PIECES = re.compile(r"[^\W_]+|[^\w\s]")


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
                _mark(scene, previous)
            sense, reached = _governing(item, sense, reached)
        elif isinstance(item, Party):
            if previous is not None and reached == previous.end and _unknown_between(scene, previous, item):
                sense = None  # «в северокорейском Кэсоне КНДР ...»: the unknown town was governed
            _place_party(scene, item, sense, reached)
            item.genitive = act is not None and not acts_surely(item) and scene.words(act.end, item.start) == 0
            act = None
            if _lies_in(scene, previous, item):
                item.prep = "in"
            elif previous is not None and _completes(scene, previous, item):
                item.prep = previous.prep
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
    return _is_cyrillic(scene, party) and scene.words(adjective.end, party.start) > 0


def _is_cyrillic(scene: Scene, party: Party) -> bool:
    return "а" <= scene.text[party.start - scene.sentence.start].lower() <= "я"


def _completes(scene: Scene, previous: Party | None, party: Party) -> bool:
    """«در برلین آلمان», «به صنعا پایتخت یمن»: a land right behind a governed town says where that is."""
    if previous is None or previous.prep not in {"in", "to"} or party.prep is not None or previous.place is None:
        return False
    if _is_cyrillic(scene, party):  # «в Кэсоне КНДР и Южная Корея подписали»
        return False
    town = not previous.place.startswith("country:") and (party.place or "").startswith("country:")
    return town and scene.gap(previous.end, party.start) in {"", "پایتخت", "، پایتخت"} and not party.clitic


def _lies_in(scene: Scene, previous: Party | None, party: Party) -> bool:
    """«في قوانغدونغ بالصين»: a land right behind a venue in it says where that is."""
    if previous is None or previous.prep != "in" or previous.place is None or party.clitic != "ب":
        return False
    return party.place is not None and scene.gap(previous.end, party.start) in {"", "ب", "بال"}


def _mark(scene: Scene, party: Party) -> None:
    """Mark the object that ends in a party; «شهر خارکیف در اوکراین را»: the town before «در» is the object as well."""
    party.group[0].marked = True
    before = [one for one in scene.items if isinstance(one, Party) and one.end <= party.start]
    if party.prep == "in" and before and scene.gap(before[-1].end, party.start) == "در":
        before[-1].group[0].marked = True


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
    return (sense if sign.sense in {"filler", "quote", "topic", "and", "also"} else None), reached


def _place_party(scene: Scene, party: Party, sense: str | None, reached: int) -> None:
    bare = party.clitic.lstrip("وف")
    role = _CLITIC_ROLE.get(bare[:1])
    if role is not None:
        party.prep, party.near = role, True
    elif sense is not None and _reaches(scene, sense, reached, party) and may_be_governed(party):
        party.prep, party.near = sense, scene.words(reached, party.start) == 0


def _reaches(scene: Scene, sense: str, reached: int, party: Party) -> bool:
    """Tell whether a preposition reaches a party: *of* joins neighbours only."""
    near = party.start - reached <= _REACH
    return near and (sense != "of" or scene.words(reached, party.start) <= _OF_WORDS)


def _links(gap: str) -> bool:
    """Tell whether what stands between two parties joins them («и его коллега», "as well as the") or is nothing."""
    pieces = _PIECES.findall(gap.replace("а также", "также"))
    return _BETWEEN.issuperset(pieces) and (not pieces or not _JOINS.isdisjoint(pieces))


def _join(scene: Scene, previous: Party | None, party: Party) -> None:
    party.group = [party]
    if previous is None:
        return
    offset = scene.sentence.start
    gap = scene.text[previous.end - offset : party.start - offset].strip(" \u00a0")
    linked = _links(gap)
    if gap in {"and", "и"} and previous.weak and party.head:  # «Indian and Chinese officials»
        previous.weak = False
    joined = linked and (gap != "" or party.clitic.startswith("و"))
    joined = joined or (gap in {"-", "–", ""} and party.weak and previous.weak and party.start - previous.end <= _DASH)
    venue = previous.prep == "in" and previous.place is not None and party.place is None
    if joined and (party.weak == previous.weak) and not venue and not party.clitic.lstrip("وف"):
        party.prep, party.near = previous.prep, previous.near
        party.group = previous.group
        party.group.append(party)
