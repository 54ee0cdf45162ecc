"""Choose the place of an event: the venue that the sentence states, else the land that is visited or struck."""

from __future__ import annotations

import re
from collections.abc import Mapping

from geo.records import Basis, Entity, EventPlace, Precision
from geo.relate.after import told_by
from geo.relate.casting import Roles
from geo.relate.scene import BORDERS, FINITE, Item, Party, Scene
from geo.signs import Trigger, TriggerEntry

_PRECISION: Mapping[str, Precision] = {
    "city": "city",
    "admin": "admin",
    "country": "country",
    "facility": "site",
    "land": "region",
    "water": "region",
    "region": "region",
}
#: What opens the content of an agreement ("to hold ... in").
_AGREED, _TO = re.compile(r"\bto [a-z]+ "), len("to")
#: A smaller number is the more telling place.
_RANK = {"site": 0, "city": 1, "admin": 2, "region": 3, "country": 4}
_REACH = 110
#: Acts whose object may be the place itself, and the words that bring it in.
_ON_LAND = {
    "ASSAULT": frozenset({"on", "against", None}),
    "COERCE": frozenset({"on", None}),
    "RETREAT": frozenset({"from", None}),
    "MOBILIZE": frozenset({"to", "on"}),
    "AID": frozenset({"to"}),
}
#: Prepositions whose party is no place of the act.
_NO_VENUE = frozenset({"with", "except", "together"})
#: Acts that fall on their object or go to it, where the verb stands last.
_ON_OBJECT = frozenset({"ASSAULT", "COERCE", "AID", "MOBILIZE"})
#: Acts that happen at a post abroad, and what brings it in: whither an envoy is sent, whence he is called home.
_AT_POST = {mode: frozenset({"to", "in"}) for mode in ("embassy", "appoint", "envoy")} | {"recall": frozenset({"from"})}
_VISIT_ROLES = frozenset({"to", "by", "in", None})
#: How many words may stand between the noun of another act and its place.
_OTHER_WORDS = 5
#: How near before its preposition the word stands that a place belongs to («الوضع في غزة»).
_BESIDE = 2


def place_of(scene: Scene, at: int, roles: Roles, entities: Mapping[str, Entity]) -> EventPlace | None:
    """Return the place of the trigger at index ``at``: destination of a visit, else the stated venue."""
    trigger = scene.items[at]
    assert isinstance(trigger, Trigger)  # noqa: S101 - the caller picks events only
    assert trigger.entry is not None  # noqa: S101 - an event always has its entry
    found = [party for party in _around(scene, at, last=roles.last) if _is_venue(scene, party, trigger, roles)]
    found += _antecedent(scene, at) if trigger.entry.mode != "visit" else []
    places = [place for party in found if (place := as_place(party.place, entities, party)) is not None]
    if trigger.entry.mode == "host" and roles.subject is not None:
        places += _home(roles.subject, entities)
    if not places and trigger.entry.mode == "receive" and roles.subject is not None:
        places += _home(roles.subject, entities)
    return min(places[:3], key=lambda place: _RANK[place.precision]) if places else None


def fronted(scene: Scene, at: int, entities: Mapping[str, Entity]) -> EventPlace | None:
    """«وفي بروكسل، دعا ...», "In Geneva, ...": a town that opens a sentence is where its first verb happened."""
    items = [one for one in scene.items[:3] if not (isinstance(one, Trigger) and one.sense == "in")]
    opening, comma = [*items, None, None][:2]
    if not isinstance(opening, Party) or opening.prep != "in" or (opening.place or "").startswith("country:"):
        return None
    first = scene.words(scene.sentence.start, opening.start) <= 1
    closed = isinstance(comma, Trigger) and comma.sense == "comma"
    between = scene.items[2:at]
    border = any(isinstance(one, Trigger) and (one.sense in BORDERS or _is_verb(one)) for one in between)
    trigger = scene.items[at]
    told = isinstance(trigger, Trigger) and trigger.part == "verb"
    return as_place(opening.place, entities, opening) if first and closed and told and not border else None


def _is_verb(sign: Trigger) -> bool:
    return sign.sense == "event" and sign.part == "verb"


def as_place(identity: str | None, entities: Mapping[str, Entity], party: Party | None = None) -> EventPlace | None:
    """Return an entity as the place of an event; countries are inferred places, drawn at the capital."""
    entity = entities.get(identity) if identity else None
    if entity is None or entity.kind not in _PRECISION:
        return None
    precision = _PRECISION[entity.kind]
    inferred = precision == "country" or (party is not None and party.reference == "capital")
    basis: Basis = "inferred" if inferred else "stated"
    return EventPlace(entity.id, precision, basis)


def name_capitals(scene: Scene, entities: Mapping[str, Entity]) -> None:
    """Make a place of «العاصمة الصينية» where the name of the capital does not follow."""
    _name_capitals_of(scene, entities)
    for before, item, after in zip(scene.items, scene.items[1:], [*scene.items[2:], None], strict=False):
        if not (isinstance(before, Trigger) and before.sense == "capital" and isinstance(item, Party) and item.weak):
            continue
        named = isinstance(after, Party) and after.place is not None and scene.words(item.end, after.start) == 0
        state = entities.get(item.actors[0]) if item.actors else None
        if not named and state is not None and state.capital and item.start - before.end <= _BESIDE:
            item.place, item.actors, item.weak, item.reference = state.capital, (), False, "capital"


def _name_capitals_of(scene: Scene, entities: Mapping[str, Entity]) -> None:
    """Do the same for «в столице Казахстана», "in the capital of Chad", "in the Chinese capital"."""
    for before, item in zip(scene.items, scene.items[1:], strict=False):
        cue, party = (before, item) if isinstance(before, Trigger) else (item, before)
        if not (isinstance(cue, Trigger) and cue.sense == "capital" and isinstance(party, Party)):
            continue
        state = entities.get(party.actors[0]) if len(party.actors) == 1 and party.prep == "in" else None
        ahead = party.start < cue.start
        gap = scene.words(party.end, cue.start) if ahead else scene.words(cue.end, party.start)
        if gap == 0 and state is not None and state.capital and party.weak == ahead:
            party.place, party.actors, party.weak, party.reference = state.capital, (), False, "capital"
            party.near = True  # "in the Chinese capital": nothing but the article stands between


def _home(party: Party, entities: Mapping[str, Entity]) -> list[EventPlace]:
    """Return where a host receives: the place that it is named by, else its country."""
    own = as_place(party.place, entities)
    lands = [as_place(actor, entities) for actor in party.actors if actor.startswith("country:")]
    return [place for place in (own, *lands) if place is not None][:1]


def _is_venue(scene: Scene, party: Party, trigger: Trigger, roles: Roles) -> bool:
    entry = trigger.entry
    sufferer = roles.full and party in roles.others and party.prep is None  # «задержаны граждане Израиля»
    if party.place is None or party.weak or entry is None or party is roles.subject or party.prep in _NO_VENUE:
        return False
    after = party.start > trigger.end
    if (trigger.passive or entry.mode == "suffer") and not after and party.prep is None and entry.type in _ON_LAND:
        return True  # «Белгород подвергся обстрелу»
    if roles.last and not after:
        return _stands_before(party, entry) and not _of_act_before(scene, party, entry)
    if roles.last and entry.mode == "host":
        return party.prep == "in" and party.near
    if entry.mode == "visit" and after:
        return party.prep in _VISIT_ROLES
    loose = party.prep is None and party not in roles.others and scene.words(trigger.end, party.start) > _BESIDE
    if after and not loose and _is_scene_of(party, entry) and not (sufferer and party.place.startswith("country:")):
        return not _of_other_act(scene, party, trigger)
    if party.prep == "by" and not roles.last:  # «بالرياض»: at, unless the act is one *by* or *with* that party
        return not party.place.startswith("country:") and (party not in roles.others)
    return party.prep == "in" and party.near and not _of_topic(scene, party, trigger)


def _of_act_before(scene: Scene, party: Party, entry: TriggerEntry) -> bool:
    """«پس از جنگ در قره‌باغ ... به توافق رسیدند»: the place is that of the fighting, not of the deal."""
    if entry.type in _ON_LAND:
        return False
    for item in reversed(scene.items[: scene.items.index(party)]):
        if isinstance(item, Party):
            return False
        if isinstance(item, Trigger) and item.sense == "event" and item.entry is not None:
            near = scene.words(item.end, party.start) <= _OTHER_WORDS
            return near and item.part == "noun" and item.entry.type in _ON_LAND
    return False


def _stands_before(party: Party, entry: TriggerEntry) -> bool:
    """Tell whether a place before its act is where that was, in a language whose verb stands last.

    «به مسکو سفر کرد» names the goal, «مواضع ... را بمباران کرد» the object, «در تهران دیدار کرد» the venue.
    """
    if entry.mode == "visit" and party.prep == "to":
        return True
    land = (party.place or "").startswith("country:")
    if party.marked and entry.type == "COOPERATE":  # «فرودگاه زنگیلان را افتتاح کرد»
        return not land
    if party.marked or party.prep == "to":
        return entry.type in _ON_OBJECT and (party.marked or entry.type != "COERCE")
    return party.prep == "in" and (party.near or not land)


def _is_scene_of(party: Party, entry: TriggerEntry) -> bool:
    """Tell whether an act of this kind happens where a party behind its trigger is: post, host's town, land struck."""
    if party.prep in _AT_POST.get(entry.mode, ()):
        return True
    if entry.mode == "host" and party.prep is None:  # «محادثات استضافتها جنيف»
        return True
    if entry.type == "PROTEST" and not (party.place or "").startswith("country:"):
        return True
    return party.prep in _ON_LAND.get(entry.type, ())


def _of_other_act(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """«نشر قوات ... عشية هجوم حماس على إسرائيل»: the place belongs to an act of another kind that stands between."""
    between = [one for one in scene.items if isinstance(one, Trigger) and trigger.end <= one.start < party.start]
    acts = [one for one in between if one.sense == "event" and one.entry is not None]
    return bool(acts) and trigger.entry is not None and acts[-1].entry.type != trigger.entry.type  # type: ignore[union-attr]


def _of_topic(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """«بحثا الوضع في غزة», «الحرب في السودان»: the place belongs to what is spoken of, not to the talks."""
    agreed = trigger.entry is not None and trigger.entry.mode == "agree" and trigger.end <= party.start
    if agreed and _AGREED.search(scene.gap(trigger.end - _TO, party.start)):
        return True  # "agreed to meet in Samarkand": where they are yet to meet
    before = [item for item in scene.items if isinstance(item, Trigger) and item.end <= party.start]
    before = [item for item in before if item.sense not in {"in", "class", "capital", "filler"}]
    if not before or before[-1] is trigger:
        return False
    last = before[-1]
    if 0 <= last.start - trigger.end <= 1:  # «провели совместные учения в ...»: the noun of the verb itself
        return False
    if last.start < trigger.start:  # «ناقشوا نتائج الانتخابات في روسيا ووافقوا على ...»
        return party.start < trigger.start and last.sense == "topic" and scene.words(last.end, party.start) <= 1
    about = last.sense in {"topic", "act_back"}
    if last.entry is not None and trigger.entry is not None and last.part == "noun":
        about = last.entry.type in _ON_LAND and trigger.entry.type not in _ON_LAND
    return about and scene.words(last.end, party.start) <= _BESIDE


def _alike(verb: Trigger, act: Item) -> bool:
    """Tell whether a verb behind a noun tells of the same place: "a strike by forces battling rebels in Yemen"."""
    if not isinstance(act, Trigger) or act.part == "verb" or act.entry is None or verb.entry is None:
        return False
    return act.entry.type == verb.entry.type == "ASSAULT"


def _around(scene: Scene, at: int, *, last: bool) -> list[Party]:
    """Return the parties of the trigger's clause, those after it first; a clause may end with its verb."""
    trigger = scene.items[at]
    after: list[Party] = []
    for item in scene.items[at + 1 :]:
        border = isinstance(item, Trigger) and item.sense in BORDERS and not _leads_on(scene, item, trigger)
        if item.start - trigger.end > _REACH or border:
            break
        if isinstance(item, Trigger) and item.sense == "event" and item.part == "verb" and not _alike(item, trigger):
            break
        if last and isinstance(item, Trigger) and item.sense in FINITE:
            break
        if isinstance(item, Party):
            after.append(item)
    before: list[Party] = []
    for item in reversed(scene.items[:at]):
        if trigger.start - item.end > _REACH or (isinstance(item, Trigger) and item.sense in BORDERS):
            break
        if last and isinstance(item, Trigger) and _ends_clause(scene, item):
            break
        if isinstance(item, Party):
            before.append(item)
    return after + before


def _leads_on(scene: Scene, sign: Trigger, noun: Item) -> bool:
    """«الغارة التي استهدفت ...», «المحادثات التي أجراها ...»: the pronoun opens what is told of the noun itself."""
    if not isinstance(noun, Trigger):
        return False
    verb = told_by(scene, sign) if sign.sense == "relative" and noun.part == "noun" else None
    beside = scene.words(noun.end, sign.start) <= _BESIDE
    return verb is not None and beside and (_alike(verb, noun) or (verb.sense == "light" and verb.suffix))


def _antecedent(scene: Scene, at: int) -> list[Party]:
    """Of "from Ankara, where he had met ..." return the place right before the word that opens the clause of an act."""
    opener = next(
        (i for i in range(at - 1, 0, -1) if isinstance(one := scene.items[i], Trigger) and one.sense in BORDERS), 0
    )
    where = scene.items[opener]
    if not isinstance(where, Trigger) or where.sense != "where" or scene.items[at].start - where.end > _REACH:
        return []
    ahead = [item for item in scene.items[:opener] if isinstance(item, Party)][-1:]
    return [one for one in ahead if one.place and not one.weak and scene.words(one.end, where.start) == 0]


def _ends_clause(scene: Scene, sign: Trigger) -> bool:
    """Tell whether a verb closes its clause for good, and no «و» goes on from it."""
    finite = sign.sense in FINITE or (sign.sense == "event" and sign.part == "verb")
    behind = scene.text[sign.end - scene.sentence.start :].lstrip()
    return finite and behind.startswith(("،", "؛", ":"))
