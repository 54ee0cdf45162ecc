"""Find who takes part in the act that a trigger tells of, by the word order of the language."""

from __future__ import annotations

from dataclasses import replace

from geo.relate.after import look_after
from geo.relate.before import look_before
from geo.relate.case_order import by_case, host_of_meeting, subject_of_light
from geo.relate.casting import BESIDE, MUTUAL, Roles, Search
from geo.relate.scene import BORDERS, FINITE, Item, Party, Scene
from geo.relate.subject import subject_before
from geo.relate.verb_first import verb_first
from geo.relate.when import opened_by
from geo.signs import Trigger

#: Where a language's subject stands: verb first, subject first, verb last.
_ORDER = {"ar": "vso", "fa": "sov", "ru": "svo", "en": "svo"}
#: How many words may stand between a Persian noun and its light verb whatever they are.
_NEAR = 2
#: How many signs behind a noun the verb may stand that asserts it.
_VERB_REACH, _FINAL_REACH = 7, 14
#: Endings of Persian verbs that are complete.
_FINISHED = ("د", "ت", "ه", "اند", "است")
#: Beginnings of the Persian verbs that make a passive.
_PASSIVE = ("شد", "می‌شو", "میشو", "می شو", "گردید", "قرار گرفت", "قرار می‌گیر", "قرار دارد", "واقع شد")
#: Acts of words that the noun of another act is the content of.
_TAKES_CONTENT = frozenset({"ACCUSE", "THREATEN", "REQUEST", "REJECT", "SUPPORT"})
#: Endings of the Russian instrumental.
_INSTRUMENTAL = ("ом", "ем", "ём", "ой", "ей", "ами", "ями", "ью", "ыми", "ими", "ым", "им")


def find_roles(scene: Scene, at: int, language: str) -> Roles:
    """Return the parties of the trigger at index ``at`` of the scene's items."""
    trigger = scene.items[at]
    assert isinstance(trigger, Trigger)  # noqa: S101 - the caller picks events only
    assert trigger.entry is not None  # noqa: S101 - an event always has its entry
    order = _ORDER.get(language, "svo")
    roles = Roles(spoken=trigger.spoken or _is_spoken(scene, at), loose=language == "ru", last=order == "sov")
    search = Search(scene, at, trigger, trigger.entry, roles)
    if order == "sov":
        _verb_last(search)
    elif order == "vso":
        verb_first(search)
    elif trigger.part == "noun":
        roles.asserted = _verb_behind(search)
        _take_neighbour(search)
        verb_first(search)
        if roles.loose and roles.asserted and roles.subject is None:
            subject_of_light(search)
        if roles.loose and roles.subject is None and roles.others and trigger.entry.type == "CONSULT":
            host_of_meeting(search)
    else:
        _subject_first(search)
    return roles


def _verb_last(search: Search) -> None:
    search = replace(search, final=True, turned=search.trigger.passive)
    search.roles.under = _serves(search) or _led_by(search)
    search.roles.asserted = _verb_behind(search) or _frames_words(search)
    if search.noun or _is_open(search):  # «خواستار توقف ... شد»; behind a verb the next clause begins
        look_after(search, verb_first=search.noun)
    told = search.roles.asserted if search.noun else search.roles.subject is None
    if told and not (search.roles.subject is None and not search.roles.asserted and _is_argument(search)):
        look_before(replace(search, whole=True))
    if search.turned or _became(search):
        _turn(search)


def _is_open(search: Search) -> bool:
    """Tell whether a verb's helper is still to come («خواستار ... شد») before the clause ends."""
    if search.scene.gap(search.trigger.start, search.trigger.end).endswith(_FINISHED):
        return False
    for item in search.scene.items[search.at + 1 :]:
        if isinstance(item, Trigger) and (item.sense in BORDERS or item.sense in FINITE or item.sense == "comma"):
            return item.sense in FINITE
    return False


def _became(search: Search) -> bool:
    """«بازداشت شد»: a passive, right behind the name of an act that has a direction."""
    behind = next(iter(search.scene.items[search.at + 1 : search.at + 2]), None)
    if not (search.noun and isinstance(behind, Trigger)) or search.entry.type in MUTUAL:
        return False
    passive = search.scene.gap(behind.start, behind.end).startswith(_PASSIVE)
    return behind.sense in FINITE and passive and search.scene.words(search.trigger.end, behind.start) == 0


def _serves(search: Search) -> str:
    """«حملات آمریکا را محکوم کرد»: return the type of the accusation, threat or demand that the noun is content of."""
    aside = opened_by(search.scene, search.at) != ""  # «در پی حمله ...، ایران ...»: an act of its own
    if search.entry.type == "CONSULT" and _is_frame(search):
        return ""
    for item in search.scene.items[search.at + 1 :]:
        if not isinstance(item, Trigger):
            continue
        if item.sense in BORDERS or item.sense in FINITE or (aside and item.sense == "comma"):
            break
        if item.entry is not None and item.entry.type in _TAKES_CONTENT:
            deal = search.entry.type == "AGREE" and search.entry.mode != "join"
            told = item.entry.type == "SUPPORT" and deal  # «از توافق ... استقبال کرد»
            return item.entry.type if search.noun and not told else ""
    return ""


def _led_by(search: Search) -> str:
    """«ضمن استقبال از آتش‌بس», «پیشنهاد مذاکره»: return the type of the words that the noun is content of."""
    before = list(reversed(search.scene.items[max(0, search.at - 2) : search.at]))
    if before and isinstance(before[0], Trigger) and before[0].sense in {"from", "to", "with"}:
        before = before[1:]
    noun = before[0] if before else None
    if not (search.noun and isinstance(noun, Trigger) and noun.sense == "event" and noun.entry is not None):
        return ""
    near = noun.part == "noun" and search.scene.words(noun.end, search.trigger.start) <= 1
    return noun.entry.type if near and noun.entry.type in _TAKES_CONTENT else ""


def _frames_words(search: Search) -> bool:
    """«در دیدار با همتای خود ... خواند»: a meeting whose other side is named is told as well."""
    behind = search.scene.items[search.at + 1 : search.at + 2]
    led = bool(behind) and isinstance(behind[0], Trigger) and behind[0].sense == "with"
    return search.entry.type == "CONSULT" and _is_frame(search) and led


def _is_frame(search: Search) -> bool:
    """«در دیدار با ... محکوم کرد»: a noun right after «در» is where the words were spoken, not what they are about."""
    before = search.scene.items[search.at - 1] if search.at else None
    beside = isinstance(before, Trigger) and search.trigger.start - before.end <= BESIDE
    return beside and before.sense in {"in", "during"}  # type: ignore[union-attr]


def _is_argument(search: Search) -> bool:
    """«به حمله تهدید کرد»: a noun right before the noun of the verb belongs to that one."""
    following = search.scene.items[search.at + 1 : search.at + 2]
    if search.noun and _serves(search):
        return True
    return search.noun and any(
        isinstance(item, Trigger) and item.sense == "event" and search.scene.words(search.trigger.end, item.start) == 0
        for item in following
    )


def _subject_first(search: Search) -> None:
    search = replace(search, turned=_is_passive(search))
    search.roles.full = True
    if not _take_gerund_subject(search):
        subject_before(search)
    look_after(search, verb_first=False)
    if search.turned:
        _turn(search)
    if search.roles.loose:
        by_case(search)


def _is_spoken(scene: Scene, at: int) -> bool:
    """«أنها ستوقع»: a pronoun right before the verb, a quotation mark between them at most."""
    before = next((one for one in reversed(scene.items[max(0, at - 2) : at]) if not _is_quote(one)), None)
    return isinstance(before, Trigger) and before.sense == "that_self" and scene.items[at].start - before.end <= BESIDE


def _is_quote(item: Item) -> bool:
    return isinstance(item, Trigger) and item.sense == "quote"


def _take_gerund_subject(search: Search) -> bool:
    """«thanked Chile for sending ...»: the party before the preposition is the subject."""
    before: list[Item | None] = [None, None, *search.scene.items[: search.at]]
    party, cue = before[-2:]
    if not (isinstance(cue, Trigger) and cue.sense == "of" and isinstance(party, Party)):
        return False
    if search.trigger.start - cue.end > 1:
        return False
    search.roles.subject = party.group[0]
    return True


def _is_passive(search: Search) -> bool:
    """«was attacked by», «задержан»: a form of *be* right before a verb, *by* right behind it, a short participle."""
    scene, trigger = search.scene, search.trigger
    if trigger.passive or search.entry.mode == "suffer":
        return True
    behind = next((one for one in scene.items[search.at + 1 : search.at + 2] if isinstance(one, Trigger)), None)
    by = behind is not None and behind.sense == "by" and scene.gap(trigger.end, behind.start) == ""
    return trigger.tense == "past" and (
        by
        or any(
            isinstance(item, Trigger) and item.sense == "be" and scene.words(item.end, trigger.start) <= 1
            for item in scene.items[max(0, search.at - 3) : search.at]
        )
    )


def _turn(search: Search) -> None:
    """Turn a passive round: who stands after *by* (or in the instrumental) acts, who stood before suffers the act."""
    roles = search.roles
    by = {"by", "from"} if search.entry.mode == "suffer" else {"by"}
    actor = next((one for one in roles.others if one.prep in by or _is_instrumental(search, one)), None)
    rest = [one for one in roles.others if one is not actor]
    roles.others = [roles.subject, *rest] if roles.subject is not None else rest
    roles.subject = actor


def _is_instrumental(search: Search, party: Party) -> bool:
    """Tell whether a party without preposition stands in the Russian instrumental («задержан властями Польши»)."""
    if party.prep is not None or not search.trigger.passive:
        return False
    if party.cases:
        return "ablt" in party.cases
    before = search.scene.gap(search.trigger.end, party.end).split()
    return any(word.casefold().rstrip(",").endswith(_INSTRUMENTAL) for word in before)


def _verb_behind(search: Search) -> bool:
    """Tell whether the verb that asserts a noun stands behind it («دیدار کرد», «переговоры прошли»)."""
    scene = search.scene
    reach = _FINAL_REACH if search.final else _VERB_REACH
    for item in scene.items[search.at + 1 : search.at + 1 + reach]:
        if isinstance(item, Trigger):
            if _does(search, item):
                return True
            other_act = item.sense == "event" and not _goes_on(search, item)
            if item.sense in BORDERS or other_act:
                return False
            if item.sense in FINITE or item.sense == "future":
                return not search.final or _asserts(search, item)
    return False


def _does(search: Search, verb: Trigger) -> bool:
    """Tell whether a verb tells the act of the noun that is its subject: "an airstrike by rebels hit a convoy"."""
    told = verb.sense == "event" and verb.part == "verb" and not search.final
    return told and verb.entry is not None and verb.entry.type == search.entry.type


def _goes_on(search: Search, act: Trigger) -> bool:
    """«دیدار و گفت‌وگو کرد», «دیدار و درباره ... رایزنی کرد»: two nouns under one verb."""
    gap = search.scene.gap(search.trigger.end, act.start)
    return gap == "و" or (search.final and gap.startswith("و "))


def _asserts(search: Search, verb: Trigger) -> bool:
    """Tell whether a Persian verb at the end asserts the noun, and not an unknown one right before it.

    «در دفع حمله ایران ... نقش ایفا کردند» tells of no attack, nor does «متحد روسیه در نبرد با اوکراین است».
    """
    scene = search.scene
    if verb.sense == "copula":
        return False
    phrase = verb.sense != "light" or " " in scene.gap(verb.start, verb.end)
    between = [one for one in scene.items if search.trigger.end <= one.start < verb.start]
    marked = any(isinstance(one, Trigger) and one.sense == "object" for one in between)
    if phrase or (scene.words(search.trigger.end, verb.start) <= _NEAR and not marked):
        return True
    before = max((one.end for one in scene.items if one.end <= verb.start), default=verb.start)
    return scene.words(before, verb.start) == 0


def _take_neighbour(search: Search) -> None:
    """«Russian strikes», «Iran's attack»: the party right before the noun acts."""
    before = search.scene.items[search.at - 1] if search.at else None
    if isinstance(before, Party) and before.prep is None and search.scene.words(before.end, search.trigger.start) <= 1:
        search.roles.subject = before.group[0]
