"""Look for the parties of an act behind its trigger."""

from __future__ import annotations

from dataclasses import dataclass

from geo.records import DateMention
from geo.relate.cases import may_act
from geo.relate.casting import AIMED, BESIDE, CLAUSE_REACH, MUTUAL, Search, acts
from geo.relate.scene import ADJUNCTS, BORDERS, FINITE, Party, Scene
from geo.signs import Trigger

#: Most words between a verb and its subject, and between it and a direct object.
_ADJACENT_WORDS, _DIRECT_WORDS = 2, 6
#: Most words between the name of an act and a verb that goes on with it.
_LED_WORDS = 4
#: People who suffer an expulsion rather than order it.
_SENT = frozenset({"diplomat", "ambassador", "embassy", "charge_d_affaires", "consul", "representative"})
#: Types whose other party may stand after *in* («opened an embassy in Israel»).
_POSTED = frozenset({"SUPPORT", "SANCTION", "REQUEST"})
#: Modes whose goal may stand after *in* («направил делегацию в Мали»).
_SENT_TO = frozenset({"envoy", "aid", "join"})
#: Acts whose content follows their target («حث صربيا على فرض عقوبات على روسيا»).
_WITH_CONTENT = frozenset({"REQUEST", "ACCUSE", "THREATEN"})
_OTHER_VERBS = frozenset({"report", "light", "perfect"})


@dataclass(slots=True)
class _Walk:
    """Where the search is: end of the last party, and what has been crossed since."""

    last: int
    comma: bool = False
    inner: bool = False
    aside: bool = False
    #: Between two commas with nothing but day and place («، أمس الثلاثاء في الرباط،»).
    bracket: bool = False
    closed: bool = False
    #: A party has been passed: what follows it is beside it («أنصار الله (الحوثيين)»).
    passed: bool = False
    #: A verb with a pronoun for the noun («غارات شنتها ...»): the next party is its subject.
    led: bool = False


def look_after(search: Search, *, verb_first: bool) -> None:
    """Find subject and other parties behind the trigger, up to the end of its clause.

    Parameters
    ----------
    search
        The trigger; its roles are filled.
    verb_first
        Whether the subject may stand behind the trigger.
    """
    walk = _Walk(search.trigger.end)
    for item in search.scene.items[search.at + 1 :]:
        if walk.aside:
            walk.aside = not (isinstance(item, Trigger) and item.sense == "comma")
        elif isinstance(item, Trigger):
            if _ends(search, walk, item):
                break
        elif isinstance(item, DateMention):
            walk.last = item.end
        elif item.start - search.trigger.end > CLAUSE_REACH:
            break
        else:
            _take(search, walk, item, verb_first=verb_first)


def _ends(search: Search, walk: _Walk, sign: Trigger) -> bool:
    """Tell whether a sign ends the search; remember what it changes."""
    roles, near = search.roles, sign.start - search.trigger.end <= BESIDE
    if sign.sense == "relative" and walk.comma and roles.subject is not None and not roles.others:
        walk.aside, walk.comma = True, False  # «..., التي ...،» between subject and object
        return False
    if _tells_on(search, walk, sign):
        return False
    if (
        sign.sense in BORDERS
        or sign.sense in ADJUNCTS | {"deadline"}
        or (sign.sense == "event" and sign.part == "verb" and not _is_content(search, sign))
    ):
        return True
    if search.final and sign.sense in FINITE:
        return True
    if sign.sense in _OTHER_VERBS and not near and not search.noun:
        return True
    if sign.sense == "light" and search.noun and ((sign.dual and near) or _tells(search, walk, sign)):
        roles.asserted, roles.light = True, sign  # «لقاء عقداه», «طرد 34 دبلوماسيا جاء ردا على ...»
        return True
    walk.inner = walk.inner or sign.sense == "event"
    roles.about_act = roles.about_act or (sign.sense == "event" and sign.definite and not walk.comma)
    if sign.sense == "comma":
        _pass_comma(walk, sign)
    roles.open_partner = roles.open_partner or (sign.sense == "with" and near)
    return False


def _tells(search: Search, walk: _Walk, verb: Trigger) -> bool:
    """Tell whether an Arabic verb behind a noun and its parties has the noun for its subject."""
    whole = not search.final and not search.roles.explicit and not walk.comma and not walk.inner
    return whole and bool(search.roles.others) and not verb.clitic and not verb.dual and not verb.suffix


def _tells_on(search: Search, walk: _Walk, sign: Trigger) -> bool:
    """«غارات شنتها إسرائيل», «الغارة التي استهدفت ...»: tell whether a verb goes on with what its noun tells."""
    if not search.noun or walk.led or not (verb := told_by(search.scene, sign)):
        return False
    struck = verb.entry is not None and verb.entry.type == search.entry.type == "ASSAULT" and not verb.suffix
    takes_up = verb.sense == "light" and verb.suffix and not verb.dual
    if not (struck or takes_up) or walk.inner or search.scene.words(search.trigger.end, sign.start) > _LED_WORDS:
        return False
    search.roles.asserted, walk.last, walk.comma = True, verb.end, False
    search.roles.light, walk.led = verb, takes_up
    return True


def told_by(scene: Scene, sign: Trigger) -> Trigger | None:
    """Return the verb that a sign is, or that the relative pronoun opens which it is."""
    if sign.sense != "relative":
        return sign if sign.part == "verb" and sign.sense in {"light", "event"} else None
    following = scene.items[scene.items.index(sign) + 1 :][:1]
    verb = following[0] if following else None
    beside = isinstance(verb, Trigger) and verb.part == "verb" and verb.start - sign.end <= BESIDE
    return verb if beside else None  # type: ignore[return-value]


def _is_content(search: Search, sign: Trigger) -> bool:
    """«пригрозил ввести пошлины против ...»: what a Russian threat or demand is about names whom it is aimed at."""
    infinitive = search.scene.gap(sign.start, sign.end).split(" ")[0].endswith(("ть", "ться", "ти"))
    contained = search.entry.type in _WITH_CONTENT or search.entry.type == "REJECT"
    return search.roles.loose and infinitive and contained and not search.roles.others


def _pass_comma(walk: _Walk, sign: Trigger) -> None:
    if walk.bracket or walk.closed:  # «الرئيس، فلان، صباح اليوم في تونس، وزير ...»
        walk.last, walk.comma, walk.bracket, walk.closed = sign.end, False, False, True
    else:
        walk.comma = walk.bracket = True


def _take(search: Search, walk: _Walk, party: Party, *, verb_first: bool) -> None:
    if party.group and party.group[0] is not party:  # goes with the first of its group
        walk.last = party.end
        return
    if verb_first and not walk.inner and _is_subject(search, walk, party):
        search.roles.subject = party
    else:
        _add_other(search, walk, party)
    walk.last, walk.comma, walk.passed = party.end, False, True
    walk.bracket, walk.closed = walk.bracket and party.prep == "in", walk.closed and party.prep == "in"


def _is_subject(search: Search, walk: _Walk, party: Party) -> bool:
    trigger, roles = search.trigger, search.roles
    if roles.subject is not None or party.prep is not None or trigger.passive or roles.spoken or not acts(party):
        return False
    if search.final and search.entry.mode == "visit" and party.place is not None:  # «وارد مسکو شد»
        return False
    adjective = party.weak and not search.noun  # it belongs to a noun that is no party («شركة ... الإماراتية»)
    if adjective or (party.head == "counterpart" and not trigger.suffix):  # «حيث التقى نظيره»
        return False
    if (trigger.suffix and search.noun) or (search.entry.patient and party.head in _SENT):
        return False
    words = search.scene.words(walk.last, party.start)
    if walk.led:
        return not party.weak and words <= _ADJACENT_WORDS
    if search.noun:
        return not (walk.comma or walk.passed) and words <= (1 if party.weak or roles.loose or search.final else 0)
    if walk.comma or walk.last > trigger.end:  # «يصل إلى بيروت مساء اليوم، وفد ...»
        return (bool(party.head) or walk.closed) and words == 0
    return words <= _ADJACENT_WORDS


def _add_other(search: Search, walk: _Walk, party: Party) -> None:
    roles = search.roles
    if party.prep == "agent":  # «تعرضت لقصف من قبل ...»
        roles.others += [roles.subject] if roles.subject is not None else []
        roles.subject = party
    elif party.prep == "between":
        roles.others.append(party)
        roles.between = True
    elif _acts(search, party):
        roles.subject = party
    elif _goes_on(search, party) or (_governed(search, party) if party.prep else _ungoverned(search, walk, party)):
        roles.others.append(party)


def _acts(search: Search, party: Party) -> bool:
    """«визит президента», "an airstrike by the coalition": the party behind a noun whose act it is."""
    if not search.noun or not party.near or search.roles.subject is not None:
        return False
    return (party.prep == "of" and not search.entry.patient) or (party.prep == "by" and not party.clitic)


def _goes_on(search: Search, party: Party) -> bool:
    """«بين الهيئة ...، ...، ونظيرتها ...»: the second of two parties, far from the first."""
    others = search.roles.others
    return search.roles.between and len(others) == 1 == len(others[0].group) and party.clitic == "و"


def _governed(search: Search, party: Party) -> bool:
    """Tell whether the preposition before a party makes it the other party of this act."""
    entry = search.entry
    if party.prep == "in":
        subject = search.roles.subject
        at_home = subject is not None and bool(party.actors) and party.actors == subject.actors  # «принял в Кремле»
        return "in" in entry.frame and not at_home and (entry.type in _POSTED or entry.mode in _SENT_TO)
    if _elsewhere(search, party) or _of_target(search, party) or _of_war(search, party):
        return False
    beside = party.prep == "with" and party.near and entry.type not in AIMED
    if party.prep in entry.frame or beside or (party.prep == "by" and not search.noun):
        return True
    return entry.type in AIMED and not search.roles.others


def _of_target(search: Search, party: Party) -> bool:
    """«دان الغارات الإسرائيلية على سوريا»: on whom the denounced act fell is not denounced."""
    others = search.roles.others
    if not others or search.entry.type not in AIMED or party.prep not in {"on", "against"}:
        return False
    return others[-1].weak or (others[-1].prep is None and search.entry.type in _WITH_CONTENT)


def _of_war(search: Search, party: Party) -> bool:
    """«قمة ... في مواجهة الحرب مع روسيا»: whom another act right before the preposition is with."""
    if party.prep != "with" or search.entry.type not in MUTUAL:
        return False
    between = [
        one
        for one in search.scene.items
        if isinstance(one, Trigger) and one.sense == "event" and search.trigger.end <= one.start < party.start
    ]
    inner = between[-1] if between else None
    other = inner is not None and inner.entry is not None and inner.entry.type not in MUTUAL
    return other and inner is not None and search.scene.words(inner.end, party.start) <= _ADJACENT_WORDS


def _elsewhere(search: Search, party: Party) -> bool:
    """Tell whether a party only attends («بحضور ...») or is the town of the act («من باريس», «اجتماع بالرياض»)."""
    if search.final and party.prep == "with" and any(one.prep == "with" for one in search.roles.others):
        return True  # «درگیری ارتش با شورشیان در مرز سودان با لیبی»
    if party.prep == "attending":
        return True
    town = party.place is not None and not party.place.startswith("country:")
    asked = search.entry.type == "REQUEST" and bool(party.actors)  # «потребовал от Стокгольма»
    return town and ((party.prep == "from" and not asked) or (party.prep == "by" and search.entry.type in MUTUAL))


def _opens_clause(search: Search, party: Party) -> bool:
    """«Чад одобрил договор, Нигер осудил»: behind a comma, a Russian party right before a verb is its subject."""
    behind = next((one for one in search.scene.items if one.start >= party.end), None)
    verb = isinstance(behind, Trigger) and behind.part == "verb" and behind.sense in _OTHER_VERBS | {"event"}
    return verb and may_act(party) and search.scene.words(party.end, behind.start) <= 1  # type: ignore[union-attr]


def _ungoverned(search: Search, walk: _Walk, party: Party) -> bool:
    """Tell whether a party without preposition is the object, or hidden in it, or beside an adjective subject."""
    roles, entry = search.roles, search.entry
    same = roles.subject is not None and party.actors and party.actors == roles.subject.actors
    if roles.others or (same and party.people):  # «مبعوثة الأمم المتحدة إلى ليبيا هانا تيتيه»
        return False
    if search.turned:
        return search.scene.words(walk.last, party.start) <= _ADJACENT_WORDS
    if entry.type in AIMED:
        return not (roles.loose and walk.comma and _opens_clause(search, party))
    if walk.comma:
        return False
    held = search.trigger.suffix or (not search.noun and roles.subject is not None) or entry.mode == "release"
    if party.weak and entry.type in {"ASSAULT", "CONCEDE"} and (roles.full or held):  # «сбил малийский беспилотник»
        return search.scene.words(walk.last, party.start) <= _ADJACENT_WORDS
    if party.weak:
        return roles.subject is not None and roles.subject.weak and party.start - walk.last <= 1
    return "direct" in entry.frame and search.scene.words(walk.last, party.start) <= _DIRECT_WORDS
