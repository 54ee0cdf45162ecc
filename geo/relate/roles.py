"""Find who takes part in the act that a trigger tells of: subject, other parties, by word order and prepositions."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.records import DateMention
from geo.relate.scene import BORDERS, Party, Scene
from geo.signs import Trigger

#: Where a language's subject stands: verb first, subject first, verb last.
ORDER = {"ar": "vso", "fa": "sov", "ru": "svo", "en": "svo"}
#: Most words between a verb and its subject, and between two parts of one clause (characters).
_ADJACENT_WORDS, _CLAUSE_REACH = 2, 130
_DIRECT_WORDS = 6
#: People who suffer an expulsion rather than order it.
_SENT = frozenset({"diplomat", "ambassador", "embassy", "charge_d_affaires", "consul", "representative"})
#: Types whose other party may stand after *in* («opened an embassy in Israel»).
_POSTED = frozenset({"SUPPORT", "SANCTION"})
#: Types whose target may be hidden in the noun phrase after the verb («استنكرت القصف التركي»).
_VERBAL = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "SANCTION", "COERCE"})


@dataclass(slots=True)
class Roles:
    """The parties of one act. ``asserted`` says that a verb stands over a verbal noun."""

    subject: Party | None = None
    others: list[Party] = field(default_factory=list)
    between: bool = False
    asserted: bool = False
    #: A pronoun before the verb («أنها ستطرد»): the speaker is the subject.
    spoken: bool = False
    light: Trigger | None = None
    #: One unknown word may stand between a noun and its party («визит президента Чили»).
    loose: bool = False
    #: The partner is there but not named («محادثات مع عدد من الدول»).
    open_partner: bool = False
    #: Type of the event trigger in whose content this noun stands.
    under: str = ""


def find_roles(scene: Scene, at: int, language: str) -> Roles:
    """Return the parties of the trigger at index ``at`` of the scene's items."""
    trigger = scene.items[at]
    assert isinstance(trigger, Trigger)  # noqa: S101 - the caller picks events only
    before = scene.items[at - 1] if at else None
    roles = Roles(
        spoken=isinstance(before, Trigger) and before.sense == "that_self" and trigger.start - before.end <= 2
    )  # noqa: PLR2004 - a space
    order = ORDER.get(language, "svo")
    roles.loose = language == "ru"
    if order == "sov":
        roles.asserted = _light_after(scene, at)
        _right(scene, at, trigger, roles, verb_first=True)
        if roles.subject is None or roles.asserted:
            _left(scene, at, trigger, roles, whole=True)
        return roles
    if order == "svo" and trigger.part == "noun":
        roles.asserted = _light_after(scene, at)
        _neighbour(scene, at, trigger, roles)
    if order == "vso" or trigger.part == "noun":
        _right(scene, at, trigger, roles, verb_first=True)
        if roles.subject is None or trigger.part == "noun":
            _left(scene, at, trigger, roles, whole=False)
        return roles
    if not _gerund(scene, at, roles):
        _left(scene, at, trigger, roles, whole=False)
    _right(scene, at, trigger, roles, verb_first=False)
    if _is_passive(scene, at):
        roles.others, roles.subject = _turned(roles)
    return roles


def _gerund(scene: Scene, at: int, roles: Roles) -> bool:
    """«sanctions on Iran for supplying ...»: the party before the preposition is the subject."""
    if at < 2:  # noqa: PLR2004 - a party and a preposition
        return False
    cue, party = scene.items[at - 1], scene.items[at - 2]
    if (
        isinstance(cue, Trigger)
        and cue.sense == "of"
        and isinstance(party, Party)
        and scene.items[at].start - cue.end <= 1
    ):
        roles.subject = party.group[0]
        return True
    return False


def _is_passive(scene: Scene, at: int) -> bool:
    """«was attacked by»: a form of *be* right before a verb."""
    trigger = scene.items[at]
    assert isinstance(trigger, Trigger)  # noqa: S101 - the caller picks events only
    if trigger.part == "noun" or trigger.tense != "past":
        return False
    return any(
        isinstance(item, Trigger) and item.sense == "be" and scene.words(item.end, trigger.start) <= 1
        for item in scene.items[max(0, at - 3) : at]
    )


def _turned(roles: Roles) -> tuple[list[Party], Party | None]:
    """Turn a passive round: who stands after *by* acts, who stood before the verb suffers it."""
    actor = next((one for one in roles.others if one.prep == "by"), None)
    rest = [one for one in roles.others if one is not actor]
    return ([roles.subject, *rest] if roles.subject is not None else rest), actor


def _light_after(scene: Scene, at: int) -> bool:
    """Persian: the verb of a compound stands behind its noun («دیدار کرد»), or ends the clause."""
    trigger = scene.items[at]
    for item in scene.items[at + 1 : at + 8]:
        if isinstance(item, Trigger):
            if item.sense in BORDERS or (item.sense == "event" and not scene.gap(trigger.end, item.start) == "و"):
                return False
            if item.sense in {"light", "report", "future"}:
                return True
    return False


def _neighbour(scene: Scene, at: int, trigger: Trigger, roles: Roles) -> None:
    """«Russian strikes», «Iran's attack»: the party right before the noun acts."""
    before = scene.items[at - 1] if at else None
    if isinstance(before, Party) and scene.words(before.end, trigger.start) <= 1 and before.prep in {None, "after"}:
        roles.subject = before.group[0]
        if len(before.group) == 1 and before.weak and at > 1:
            return


def _right(scene: Scene, at: int, trigger: Trigger, roles: Roles, *, verb_first: bool) -> None:
    entry = trigger.entry
    assert entry is not None  # noqa: S101 - an event always has its entry
    last, comma, inner, aside = trigger.end, False, False, False
    for item in scene.items[at + 1 :]:
        if aside:
            aside = not (isinstance(item, Trigger) and item.sense == "comma")
            continue
        if isinstance(item, Trigger):
            if item.sense == "relative" and comma and roles.subject is not None and not roles.others:
                aside, comma = True, False  # «..., التي ...،» between subject and object
                continue
            if item.sense in BORDERS or item.sense == "adjunct":
                break
            if item.sense in {"report", "light", "perfect"} and item.start - trigger.end > 1 and trigger.part == "verb":
                break
            if item.sense == "event" and item.part == "verb":
                break
            inner = inner or item.sense == "event"
            roles.open_partner = roles.open_partner or (item.sense == "with" and item.start - trigger.end <= 2)  # noqa: PLR2004 - a space
            if item.sense == "light" and item.dual and item.start - trigger.end <= 2 and trigger.part == "noun":  # noqa: PLR2004
                roles.asserted, roles.light = True, item  # «لقاء عقداه»
                break
            comma = comma or item.sense == "comma"
            continue
        if isinstance(item, DateMention):
            last = item.end
            continue
        if item.start - trigger.end > _CLAUSE_REACH:
            break
        if item.group and item.group[0] is not item:  # goes with the first of its group
            last = item.end
            continue
        if _is_subject(scene, trigger, item, last, roles, blocked=inner, comma=comma, verb_first=verb_first):
            roles.subject = item
        else:
            _other(scene, trigger, item, last, roles, comma=comma or (inner and bool(roles.others)))
        last, comma = item.end, False


def _is_subject(
    scene: Scene,
    trigger: Trigger,
    party: Party,
    last: int,
    roles: Roles,
    *,
    blocked: bool,
    comma: bool,
    verb_first: bool,
) -> bool:
    if not verb_first or roles.subject is not None or blocked or party.prep is not None or trigger.passive:
        return False
    if (trigger.suffix and trigger.part == "noun") or roles.spoken:
        return False
    if trigger.entry is not None and trigger.entry.patient and party.head in _SENT:
        return False
    if not (party.actors or party.people or party.reference):
        return False
    words = scene.words(last, party.start)
    if trigger.part == "noun":
        return not comma and words <= (1 if party.weak or roles.loose else 0)
    if comma or last > trigger.end:  # «يصل إلى الخرطوم يوم الأحد، وفد ...»
        return bool(party.head) and words == 0
    return words <= _ADJACENT_WORDS and not (party.weak and words == 0 and trigger.sense == "event" and party.place)


def _other(scene: Scene, trigger: Trigger, party: Party, last: int, roles: Roles, *, comma: bool) -> None:
    entry = trigger.entry
    assert entry is not None  # noqa: S101 - an event always has its entry
    if party.prep == "between":
        roles.others.append(party)
        roles.between = True
    elif party.prep == "of" and trigger.part == "noun" and party.near and roles.subject is None and not entry.patient:
        roles.subject = party
    elif party.prep is not None and (
        party.prep in entry.frame
        or (party.prep == "with" and party.near)
        or (party.prep == "by" and trigger.part == "verb")
    ):
        if party.prep != "in" or entry.type in _POSTED:
            roles.others.append(party)
    elif roles.between and len(roles.others) == 1 and len(roles.others[0].group) == 1 and party.clitic == "و":
        roles.others.append(party)  # «بين وزارة ...، ممثلة في ...، ونظيرتها ...»
    elif party.prep is None:
        direct = (
            not comma
            and not roles.others
            and "direct" in entry.frame
            and scene.words(last, party.start) <= _DIRECT_WORDS
        )
        hidden = entry.type in _VERBAL and not roles.others
        beside = (
            not comma and party.weak and roles.subject is not None and roles.subject.weak and party.start - last <= 1
        )
        if (direct and not party.weak) or hidden or beside:
            roles.others.append(party)
    elif party.prep is not None and entry.type in _VERBAL and not roles.others and party.prep != "in":
        roles.others.append(party)


def _left(scene: Scene, at: int, trigger: Trigger, roles: Roles, *, whole: bool) -> None:
    """Look to the left: subject of a verb that follows it, or of the verb that a verbal noun depends on."""
    found: list[Party] = []
    noun = trigger.part == "noun"
    crossed_verb = relative = False
    for index in range(at - 1, -1, -1):
        item = scene.items[index]
        if trigger.start - item.end > _CLAUSE_REACH:
            break
        if isinstance(item, Trigger):
            if item.sense == "relative" and index == at - 1:
                relative = True
                continue
            if item.sense == "that_self" and index == at - 1 and not noun:
                break
            if item.sense == "aside" and noun:
                roles.asserted, roles.subject = True, roles.subject or topic_of(scene)
                return
            if item.sense in BORDERS or (item.sense == "adjunct" and not found and noun):
                break
            if noun and item.sense in {"light", "report"} and not crossed_verb:
                crossed_verb = roles.asserted = True
                roles.light = item
                if found:
                    break
                continue
            if item.sense == "event" and item.part == "verb":
                if noun and item.entry is not None and not whole:
                    roles.under = item.entry.type
                break
            if (
                item.sense == "event"
                and noun
                and not whole
                and item.entry is not None
                and item.clitic.strip("وف") != "ل"
            ):
                roles.under = roles.under or (item.entry.type if item.entry.type in _VERBAL else "")
            if item.sense in {"light", "report"} and not noun:
                break
            continue
        if isinstance(item, Party) and (item.actors or item.people or item.reference):
            if relative and not found:  # the antecedent of «التي أدانت», whatever governs it
                roles.subject = roles.subject or item.group[0]
                return
            found.append(item)
            if not whole and item.prep is None and not item.weak and (not noun or crossed_verb):
                break
    _take_left(scene, trigger, roles, found, whole=whole)


def _take_left(scene: Scene, trigger: Trigger, roles: Roles, found: list[Party], *, whole: bool) -> None:
    entry = trigger.entry
    assert entry is not None  # noqa: S101 - an event always has its entry
    if trigger.part == "noun" and not roles.asserted and not whole:
        return
    free = [
        one.group[0]
        for one in found
        if one.prep is None
        and not (one.weak and not whole)
        and not (one.group[0].genitive and one.group[0] is not roles.subject)
    ]
    if whole and free:
        free = [one for one in free if not one.weak] or free
    if roles.subject is None and free and not trigger.passive and not trigger.suffix:
        roles.subject = free[-1] if whole else free[0]
    elif free and (entry.patient or (roles.loose and roles.light is not None)) and free[0] is not roles.subject and roles.subject not in roles.others:
        if roles.subject is not None:
            roles.others.append(roles.subject)
        roles.subject = free[0]
    for one in found:
        if one.group[0] is not one or one is roles.subject or one in roles.others:
            continue
        if one.prep is not None and one.prep != "in" and (one.prep in entry.frame or one.prep in {"with", "between"}):
            roles.others.append(one)
        elif whole and one.prep is None and ("direct" in entry.frame or entry.type in _VERBAL):
            roles.others.append(one)


def topic_of(scene: Scene) -> Party | None:
    """Return who a sentence is about: its first party that no preposition governs."""
    for item in scene.items:
        if (
            isinstance(item, Party)
            and item.prep is None
            and not item.weak
            and not item.genitive
            and (item.actors or item.people or item.reference)
        ):
            return item
    return None
