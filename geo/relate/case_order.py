"""Correct by case what word order says of a Russian verb: «Литву поддержала Польша», «в МИД вызвали посла»."""

from __future__ import annotations

from geo.relate.cases import acts_surely, may_act, may_suffer
from geo.relate.casting import AIMED, Search, acts
from geo.relate.families import VERBAL
from geo.relate.scene import BORDERS, Party
from geo.signs import Trigger

#: How many words behind its verb the subject may begin, and one whose form tells nothing.
_BEHIND, _BESIDE = 12, 1
#: How many words may stand between «в Тегеране» and the verb without subject.
_IMPERSONAL = 2
#: Signs that end the search for a subject behind the verb.
_ENDS = BORDERS | {"comma", "report", "light"}
_PLURAL = ("ли", "лись", "ют", "ят", "ут", "ат", "ются", "ятся")
#: Acts of words and of offices, told of a capital or ministry: «в Варшаве заявили протест».
_OF_OFFICES = VERBAL | {"SANCTION"}


def fronted(search: Search, party: Party) -> bool:
    """Tell whether a party before the verb is its object by its case; remember it as one."""
    if may_act(party):
        return False
    wanted = search.entry.type in AIMED or search.entry.frame & {"direct", "to"}
    if party.prep is None and wanted and may_suffer(party) and party.group[0] not in search.roles.fronted:
        search.roles.fronted.append(party.group[0])
    return True


def by_case(search: Search) -> None:
    """Settle who acts and who is acted upon, after word order has had its say."""
    roles = search.roles
    if not search.turned and (roles.subject is None or not acts_surely(roles.subject)):
        behind = _nominative_behind(search)
        if behind is not None:
            _make_subject(search, behind)
    if roles.subject is None and search.entry.type in _OF_OFFICES:
        roles.subject = _impersonal(search)
        roles.others = [one for one in roles.others if one is not roles.subject]
    if roles.subject is not None:
        roles.others = [*(one for one in roles.fronted if one is not roles.subject), *roles.others]
    elif not search.turned:  # «жители Киева осудили ...»: whose they are
        roles.subject = next((one for one in roles.fronted if "gent" in one.cases), None)


def _make_subject(search: Search, party: Party) -> None:
    roles = search.roles
    object_before = roles.subject
    roles.subject = party
    roles.others = [one for one in roles.others if one is not party]
    if object_before is not None and object_before is not party:
        roles.others.insert(0, object_before)


def _nominative_behind(search: Search) -> Party | None:
    """Return the first party behind the verb in the nominative, of its clause; an unclear one right behind it."""
    scene, trigger = search.scene, search.trigger
    for item in scene.items[search.at + 1 :]:
        if isinstance(item, Trigger):
            if item.sense in _ENDS or (item.sense == "event" and item.part == "verb"):
                return None
            continue
        if not isinstance(item, Party) or item.prep is not None or item.weak or not acts(item):
            continue
        distance = scene.words(trigger.end, item.start)
        if acts_surely(item) and distance <= _BEHIND:
            return item.group[0]
        unclear = search.roles.subject is None and not search.roles.fronted and may_act(item)
        if unclear and distance <= _BESIDE and (item.cases or not _impersonal(search)):
            return item.group[0]
    return None


def _impersonal(search: Search) -> Party | None:
    """«В Тегеране осудили ...», «посла вызвали в МИД Чили»: a plural verb (or a passive) without subject."""
    scene, trigger = search.scene, search.trigger
    plural = scene.gap(trigger.start, trigger.end).split(" ")[0].endswith(_PLURAL)
    if not (plural or trigger.passive):
        return None
    before = scene.items[: search.at]
    for item in reversed(before):
        if isinstance(item, Trigger) and (item.sense in BORDERS or (item.sense == "event" and item.part == "verb")):
            break
        if isinstance(item, Party) and item.prep == "in" and item.actors:
            near = scene.words(item.end, trigger.start) <= _IMPERSONAL
            if near or item.head:
                return item.group[0]
    for item in scene.items[search.at + 1 :]:
        if isinstance(item, Trigger) and item.sense in _ENDS:
            break
        if isinstance(item, Party) and item.prep == "in" and item.head and item.actors:
            return item.group[0]
    return None
