"""Look for the parties of an act before its trigger: the subject of its verb, or of the verb over a verbal noun."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.relate.casting import AIMED, CLAUSE_REACH, MUTUAL, Search, acts, topic_of
from geo.relate.scene import ADJUNCTS, BORDERS, FINITE, Item, Party, Scene
from geo.relate.when import opened_by
from geo.signs import Trigger

#: How many words of an unknown name may stand between an office and the pronoun of its relative clause.
_APPOSITION = 4
#: What joins a clause to the one before, whose subject it keeps.
_AND = ("و ", "، ")
#: How many words may stand between a noun and the party that it brings in, its preposition among them.
_OWN_WORDS = 5
_PARTICLES = frozenset({"perfect", "may"})
#: Verbs of deciding, and acts that take effect by being decided.
_APPROVED, _TAKES_EFFECT = frozenset({"approve", "agree", "decide"}), frozenset({"SANCTION", "AID", "MOBILIZE"})


@dataclass(slots=True)
class _Walk:
    """What has been passed on the way to the left."""

    found: list[Party] = field(default_factory=list)
    verb: bool = False
    relative: bool = False
    #: Where the relative pronoun stands.
    pronoun: int = 0
    adjunct: bool = False
    #: How many parties had been found when the clause before was entered, -1 while it was not.
    crossed: int = -1
    #: The search is over, and nothing more is to be taken.
    settled: bool = False


def look_before(search: Search) -> None:
    """Find subject and other parties before the trigger, down to the beginning of its clause."""
    walk = _Walk()
    passed = search.at
    for index in range(search.at - 1, -1, -1):
        if index >= passed:
            continue
        item = search.scene.items[index]
        if search.trigger.start - item.end > (2 * CLAUSE_REACH if search.final else CLAUSE_REACH):
            break
        if isinstance(item, Trigger):
            aside = _aside_before(search, walk, index) if search.final else index
            if aside < index:  # «X که ... است، ...»: the clause between is passed over
                passed = aside
            elif _ends(search, walk, item, beside=_is_beside(search, index)):
                if search.final and item.sense == "that":
                    _take_antecedent(search, walk, index)
                break
        elif isinstance(item, Party) and acts(item) and _took(search, walk, item):
            break
    if not walk.settled and (search.whole or search.roles.asserted or not search.noun):
        _cast(search, walk)


def _ends(search: Search, walk: _Walk, sign: Trigger, *, beside: bool) -> bool:
    """Tell whether a sign ends the search; remember what it changes."""
    if sign.sense == "relative" and beside:
        walk.relative, walk.pronoun = True, sign.start
        return False
    if sign.sense in BORDERS:
        return True
    if search.final and _is_finite(search, sign):
        return _ends_chain(search, walk, sign)
    return _ends_noun(search, walk, sign) if search.noun else _ends_verb(sign)


def _is_beside(search: Search, index: int) -> bool:
    """Tell whether nothing but «كان قد» stands between a sign and the trigger."""
    between = search.scene.items[index + 1 : search.at]
    return all(isinstance(one, Trigger) and one.sense in _PARTICLES for one in between)


def _aside_before(search: Search, walk: _Walk, index: int) -> int:
    """Return where the relative clause opens that the verb at ``index`` closes; ``index`` where it closes none.

    «وزیر خارجه روسیه که به ایران سفر کرده است، با ... دیدار کرد»: no party of the main clause may have been found that
    is its subject.
    """
    items, scene = search.scene.items, search.scene
    sign = items[index]
    if not isinstance(sign, Trigger) or not _closes_aside(search, sign) or _free(search, walk):
        return index
    for before in range(index - 1, 0, -1):
        item = items[before]
        if not isinstance(item, Trigger):
            continue
        if item.sense == "that":
            led = _led(items, before)
            return before if led is not None and scene.words(led.end, item.start) <= 1 else index
        helped = scene.words(item.end, items[before + 1].start) == 0 and item.sense in FINITE  # «رفته بود»
        if item.sense in BORDERS or (_is_finite(search, item) and not helped):
            return index
    return index


def _closes_aside(search: Search, sign: Trigger) -> bool:
    """Tell whether a verb may close a relative clause: nothing joins the next clause to it."""
    finite = sign.sense in FINITE or (sign.sense == "event" and sign.part == "verb")
    offset = search.scene.sentence.start
    return finite and not search.scene.text[sign.end - offset :].lstrip().startswith("و ")


def _led(items: list[Item], index: int) -> Party | None:
    """Return the party right before «که», an object mark between them at most."""
    for item in reversed(items[:index]):
        if not (isinstance(item, Trigger) and item.sense in {"object", "comma"}):  # a comma may stand inside a party
            return item if isinstance(item, Party) else None
    return None


def _take_antecedent(search: Search, walk: _Walk, index: int) -> None:
    """«نخست‌وزیر هند را که وارد مسکو شده است»: a clause without subject of its own has the party before «که»."""
    led = _led(search.scene.items, index)
    if led is None or not acts(led) or led.weak or _free(search, walk):
        return
    if search.scene.words(led.end, search.scene.items[index].start) <= 1:
        search.roles.subject = search.roles.subject or led.group[0]


def _is_finite(search: Search, sign: Trigger) -> bool:
    """Tell whether a sign is the verb that closes a clause («خواستار» is none: its verb is still to come)."""
    return sign.sense in FINITE or (sign.sense == "event" and sign.part == "verb" and _goes_on(search, sign))


def _goes_on(search: Search, sign: Trigger) -> bool:
    offset = search.scene.sentence.start
    return search.scene.text[sign.end - offset :].lstrip().startswith(_AND)


def _ends_chain(search: Search, walk: _Walk, sign: Trigger) -> bool:
    """At the verb of the clause before: go on into it where this clause has no subject of its own («کرد و ...»)."""
    if walk.crossed >= 0 or not _goes_on(search, sign) or _free(search, walk):
        return True
    walk.crossed = len(walk.found)
    return False


def _ends_verb(sign: Trigger) -> bool:
    return sign.sense in {"light", "report"} or (sign.sense == "event" and sign.part == "verb")


def _ends_noun(search: Search, walk: _Walk, sign: Trigger) -> bool:
    roles = search.roles
    if sign.sense == "aside":
        roles.asserted, roles.subject, walk.settled = True, roles.subject or topic_of(search.scene), True
        return True
    if sign.sense in ADJUNCTS:
        walk.adjunct = True
        return bool(_free(search, walk)) if search.final else not walk.found
    if sign.sense in {"light", "report"} and not walk.verb:
        walk.verb = roles.asserted = True
        roles.light = sign
        return any(one.prep != "in" for one in walk.found)  # «провёл в Москве переговоры»: the venue is no party
    if sign.sense != "event" or sign.entry is None:
        return False
    if not search.whole and not walk.adjunct and sign.clitic.strip("وف") != "ل" and sign.entry.type in AIMED:
        roles.under = roles.under or sign.entry.type
    if search.whole and sign.entry.type == "REQUEST" and sign.part == "verb":  # «خواستار توقف حملات ... شد»
        roles.under = sign.entry.type
    if sign.part == "verb" and sign.entry.mode in _APPROVED and search.entry.type in _TAKES_EFFECT:
        roles.asserted = True  # «وافق ... على فرض قيود على روسيا»
    return sign.part == "verb"


def _took(search: Search, walk: _Walk, party: Party) -> bool:
    """Take a party; tell whether it is the last that is wanted."""
    if walk.relative and not walk.found:  # the antecedent of «التي أدانت», whatever governs it
        if is_antecedent(search.scene, party, walk.pronoun):
            if search.trigger.suffix and not search.final:  # «الذي اتهمته منظمة ...»: the pronoun is the object
                search.roles.others = search.roles.others or [party.group[0]]
            else:
                search.roles.subject = search.roles.subject or party.group[0]
        walk.settled = True
        return True
    walk.found.append(party)
    return not search.whole and party.prep is None and not party.weak and (not search.noun or walk.verb)


def is_antecedent(scene: Scene, party: Party, pronoun: int) -> bool:
    """Tell whether the relative pronoun at an offset means a party: right behind it, or behind its unknown name.

    «وزير الخارجية الألماني الأسبق، زيغمار غابرييل، الذي اتهم ...»
    """
    reach = _APPOSITION if party.head else 1
    return scene.words(party.end, pronoun) <= reach and not _act_between(scene, party, pronoun)


def _act_between(scene: Scene, party: Party, pronoun: int) -> bool:
    """«أدانت الجزائر الهجوم الذي استهدف ...»: the pronoun takes up the act, not the party before it."""
    return any(
        isinstance(item, Trigger) and item.sense == "event" and party.end <= item.start < pronoun
        for item in scene.items
    )


def _cast(search: Search, walk: _Walk) -> None:
    roles, entry, trigger = search.roles, search.entry, search.trigger
    free = _free(search, walk)
    if roles.subject is None and free and (search.turned or not trigger.passive) and not trigger.suffix:
        roles.subject = free[-1] if search.whole else free[0]
    elif search.final and free and roles.subject is not None and _is_suffered(search):
        roles.others.append(free[-1])  # «نخست‌وزیر ... مورد استقبال اردوغان قرار گرفت»
    elif search.final and free and roles.subject is not None and roles.subject.genitive:
        roles.others.append(roles.subject)  # «ایالات متحده تحریم‌های سازمان ملل را ... کرد»
        roles.subject = free[-1]
    elif free and free[0] is not roles.subject and (entry.patient or (roles.loose and roles.light is not None)):
        if roles.subject is not None:
            roles.others.append(roles.subject)
        roles.subject = free[0]
    for party in walk.found[: walk.crossed] if walk.crossed >= 0 else walk.found:
        free_for_it = party.group[0] is party and party is not roles.subject and party not in roles.others
        if free_for_it and not (search.final and _owned(search, party)):
            _add_other(search, party)


def _owned(search: Search, party: Party) -> bool:
    """«پس از دیدار با بورل ... به تهران سفر کرد»: a party that another noun before it brings in takes part in that act.

    At a meeting others of its kind are made («در دیدار با همتای خود ... امضا کردند»); after or before it they are not.
    """
    items = search.scene.items
    at = items.index(party)
    for index in range(at - 1, -1, -1):
        sign = items[index]
        if isinstance(sign, Trigger) and sign.sense == "event" and sign.entry is not None and sign.part == "noun":
            if search.scene.words(sign.end, party.start) > _OWN_WORDS or sign is search.trigger:
                return False
            if party.prep is None:  # «در نشست سازمان ... مخالفت کرد»: whose meeting it is
                return _is_setting(items, index) and search.entry.type != "CONSULT"
            if party.prep not in {*sign.entry.frame, "between"}:
                return False
            if sign.entry.type == search.entry.type not in MUTUAL:  # «تحریم‌هایی علیه طالبان اعمال کرد»: one act
                return False
            together = sign.entry.type in MUTUAL and search.entry.type in MUTUAL
            return not together or opened_by(search.scene, index) == "sequel"
        if isinstance(sign, Trigger) and (sign.sense in BORDERS or sign.sense in FINITE or sign.sense == "comma"):
            return False
    return False


def _is_setting(items: list[Item], index: int) -> bool:
    """Tell whether the noun at an index is a meeting where something else was said or done: «در نشست ...»."""
    sign, before = items[index], items[index - 1] if index else None
    meeting = isinstance(sign, Trigger) and sign.entry is not None and sign.entry.type == "CONSULT"
    return meeting and isinstance(before, Trigger) and before.sense in {"in", "during"}


def _is_suffered(search: Search) -> bool:
    """Tell whether a noun names what its subject suffers or gets: «مورد استقبال», «هدف حمله»."""
    return search.scene.gap(search.trigger.start, search.trigger.end).startswith(("مورد ", "هدف ", "آماج "))


def _free(search: Search, walk: _Walk) -> list[Party]:
    """Return the parties that nothing governs, nearest first."""
    firsts = [one.group[0] for one in walk.found if one.prep is None]
    free = [one for one in firsts if not (one.genitive or one.marked) or one is search.roles.subject]
    named = [one for one in free if not one.weak]
    return named or free if search.whole or search.turned else named


def _add_other(search: Search, party: Party) -> None:
    frame = search.entry.frame
    if party.prep is not None:
        posted = party.prep != "in" or search.entry.type == "SUPPORT"
        always = {"with", "between", "by", "together"} if search.final else {"with", "between"}
        wanted = posted and (party.prep in frame or party.prep in always)
    else:
        wanted = search.whole and ("direct" in frame or search.entry.type in AIMED)
    if wanted:
        search.roles.others.append(party)
