"""Correct by case what word order says of a Russian verb: «Литву поддержала Польша», «в МИД вызвали посла»."""

from __future__ import annotations

from geo.relate.cases import acts_surely, may_act, may_suffer
from geo.relate.casting import AIMED, Search, acts, topic_of
from geo.relate.families import VERBAL
from geo.relate.scene import BORDERS, Item, Party
from geo.signs import Trigger

#: How many words behind its verb the subject may begin, and one whose form tells nothing.
_BEHIND, _BESIDE = 12, 1
#: How many words may stand between words of blame and the clause that tells what is blamed.
_TOLD = 4
#: How many words may stand between «в Тегеране» and the verb without subject.
_IMPERSONAL = 2
#: Signs that end the search for a subject behind the verb.
_ENDS = BORDERS | {"comma", "report", "light"}
_PLURAL = ("ли", "лись", "ют", "ят", "ут", "ат", "ются", "ятся")
#: What stands before a meeting at which something is said.
_AT = frozenset({"on", "in", "during", "sequel"})
_GERUND = ("в", "вшись")
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
    if roles.subject is None and not search.turned and _is_gerund(search):
        topic = topic_of(search.scene)
        roles.subject = topic if topic is not None and topic.end <= search.trigger.start else None
    if roles.subject is None and search.entry.type in _OF_OFFICES:
        roles.subject = _impersonal(search)
        roles.others = [one for one in roles.others if one is not roles.subject]
    if search.entry.type in VERBAL and not (roles.others or roles.fronted) and roles.subject is not None:
        roles.others = _occasion(search)
    if roles.subject is not None:
        roles.others = [*(one for one in roles.fronted if one is not roles.subject), *roles.others]
    elif not search.turned:  # «жители Киева осудили ...»: whose they are
        roles.subject = next((one for one in roles.fronted if "gent" in one.cases), None)


def _occasion(search: Search) -> list[Party]:
    """«выразил протест в связи с обстрелом ... армией Чили»: words without a target are about whose act it was."""
    behind = search.scene.items[search.at + 1 :]
    if any(isinstance(one, Trigger) and one.sense == "event" for one in search.scene.items[: search.at]):
        return []  # the act before tells at whom the words are aimed
    if (told := _told_of(search, behind)) is not None:
        return told
    opened = next((i for i, one in enumerate(behind) if isinstance(one, Trigger) and one.sense == "adjunct"), None)
    if opened is None or search.scene.words(search.trigger.end, behind[opened].start) > _BESIDE + 1:
        return []
    for item in behind[opened + 1 :]:
        if isinstance(item, Trigger) and item.sense in _ENDS:
            break
        if isinstance(item, Party) and acts(item) and set(item.actors) != set(search.roles.subject.actors):  # type: ignore[union-attr]
            return [item.group[0]]
    return []


def _told_of(search: Search, behind: list[Item]) -> list[Party] | None:
    """«выразил недовольство тем, что Чили ...»: who acts in the clause right behind is meant."""
    that = next((i for i, one in enumerate(behind) if isinstance(one, Trigger) and one.sense == "that"), None)
    if that is None or search.scene.words(search.trigger.end, behind[that].start) > _TOLD:
        return None
    party = next((one for one in behind[that + 1 : that + 3] if isinstance(one, Party)), None)
    if party is None or not acts(party) or not may_act(party) or party.prep is not None:
        return None
    return [party.group[0]]


def _make_subject(search: Search, party: Party) -> None:
    roles = search.roles
    object_before = roles.subject
    roles.subject = party
    roles.others = [one for one in roles.others if one is not party]
    if object_before is not None and object_before is not party:
        roles.others.insert(0, object_before)


def _is_gerund(search: Search) -> bool:
    """Tell whether a verb is a gerund («призвав»), whose subject is that of its sentence."""
    return search.scene.gap(search.trigger.start, search.trigger.end).split(" ")[0].endswith(_GERUND)


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
        if _is_gerund(search):
            return None
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
    if search.entry.mode == "expel":  # «из России высылают ...»
        return next((one for one in before if isinstance(one, Party) and one.prep == "from" and one.actors), None)
    return None


def subject_of_light(search: Search) -> None:
    """«решение о высылке ... приняли Латвия и Литва»: who did it stands behind the verb over the noun."""
    behind = search.scene.items[search.at + 1 :]
    light = next((i for i, one in enumerate(behind) if isinstance(one, Trigger) and one.sense == "light"), None)
    if light is None or any(isinstance(one, Trigger) and one.sense in BORDERS for one in behind[:light]):
        return
    for item in behind[light + 1 :]:
        if isinstance(item, Trigger) and item.sense in _ENDS:
            return
        if isinstance(item, Party) and item.prep is None and not item.weak and acts(item) and may_act(item):
            if item.group[0] not in search.roles.others:
                search.roles.subject = item.group[0]
            return


def host_of_meeting(search: Search) -> None:
    """«..., — сказал Туск на встрече с Зеленским»: who met is the subject of the sentence."""
    cue = search.scene.items[search.at - 1] if search.at else None
    if not (isinstance(cue, Trigger) and cue.sense in _AT and search.scene.words(cue.end, search.trigger.start) == 0):
        return
    free = [
        one
        for one in search.scene.items
        if isinstance(one, Party) and acts_surely(one) and one.prep is None and not one.weak and acts(one)
    ]
    before = [one for one in free if one.end <= search.trigger.start]
    others = {actor for one in search.roles.others for actor in one.actors}
    search.roles.subject = next((one for one in (*reversed(before), *free) if not others & set(one.actors)), None)
