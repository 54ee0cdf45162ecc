"""Tell whether an act is told as a fact, as scheduled, as denied, or only as possible."""

from __future__ import annotations

from geo.records import DateMention, Polarity, Tense
from geo.relate.scene import BORDERS, Party, Scene
from geo.signs import Trigger

#: How near before its trigger a negation stands, and how far a condition or wish reaches (characters).
_NEGATION_REACH, _WISH_REACH, _FUTURE_REACH = 14, 45, 70
#: Words that make a whole clause a condition, and how far it may reach.
_IF, _IF_REACH = frozenset({"если"}), 110
#: What joins a wish or plan to its content, spelled as the text has it.
_INFINITIVE = frozenset({"أن", "ان", "بأن"})
#: Among how many signs behind a planned act its date stands.
_PLAN_SIGNS = 5
#: Acts that take effect by being decided.
_DECIDED = frozenset({"SANCTION", "CONCEDE", "AID", "MOBILIZE", "RETREAT", "SUPPORT"})
#: Words whose content is not done by being said.
_NOT_DONE = frozenset({"THREATEN", "REQUEST"})
#: How many signs may stand between a charge and what it is about.
_CHARGE_SIGNS = 4
#: Present tense of what begins.
_BEGINS = frozenset({"تبدأ", "يبدأ"})
#: How a verb of the future that stands over a noun begins.
_TO_COME = ("س", "will ")
_VERB_PARTICLES = frozenset({"قد", "وقد", "فقد"})


def status_of(scene: Scene, at: int) -> tuple[Polarity, Tense]:
    """Return polarity and tense of the trigger at index ``at``."""
    trigger = scene.items[at]
    assert isinstance(trigger, Trigger)  # noqa: S101 - the caller picks events only
    tense = trigger.tense
    if _would(scene, at) or _charged(scene, at) or (tense != "past" and _threatened(scene, at)):
        return "may", tense
    if (told := _by_form(scene, at, trigger)) is not None:
        return told
    for index in range(at - 1, -1, -1):
        item = scene.items[index]
        if trigger.start - item.end > _FUTURE_REACH:
            break
        if not isinstance(item, Trigger):
            continue
        if item.sense in BORDERS:
            if not _opens_wish(scene, index, item):
                break
        elif (polarity := _denied_or_wished(scene, item, trigger)) is not None:
            return polarity, tense
        elif _puts_off(scene, item, trigger, tense):
            tense = "future"
    return "did", "future" if _yet_to_begin(scene, at) else tense


def _would(scene: Scene, at: int) -> bool:
    """«ударил бы»: the particle behind a Russian verb makes it a mere thought."""
    behind = scene.items[at + 1] if at + 1 < len(scene.items) else None
    if not isinstance(behind, Trigger) or behind.start - scene.items[at].end > 1:
        return False
    return behind.sense == "may" and _spelled(scene, behind) in {"бы", "б"}


def _charged(scene: Scene, at: int) -> bool:
    """Refuse "accused Chad of sending troops": what somebody is accused of is not told as a fact."""
    before = scene.items[max(0, at - _CHARGE_SIGNS) : at]
    of = before[-1] if before else None
    trigger = scene.items[at]
    if not (isinstance(of, Trigger) and isinstance(trigger, Trigger)) or of.sense != "of" or trigger.start - of.end > 1:
        return False
    acts = [one.entry for one in before if isinstance(one, Trigger) and one.entry is not None]
    return bool(acts) and acts[-1].type == "ACCUSE" and _spelled(scene, trigger).endswith("ing")


def _yet_to_begin(scene: Scene, at: int) -> bool:
    """«تبدأ زيارة ... يوم السبت», «الزيارة التي تبدأ يوم السبت»: an act whose beginning is told in the present."""
    trigger = scene.items[at]
    if not isinstance(trigger, Trigger) or trigger.part != "noun":
        return False
    before, behind = scene.items[max(0, at - 1) : at], scene.items[at + 1 :]
    relative = next((i for i, one in enumerate(behind) if isinstance(one, Trigger) and one.sense == "relative"), None)
    told = behind[relative + 1 : relative + 2] if relative is not None else []
    return any(isinstance(one, Trigger) and _spelled(scene, one) in _BEGINS for one in (*before, *told))


def _denied_or_wished(scene: Scene, cue: Trigger, trigger: Trigger) -> Polarity | None:
    distance = trigger.start - cue.end
    if cue.sense == "negation" and distance <= _IF_REACH and _denied_infinitive(scene, cue, trigger):
        return "did not"
    if cue.sense == "negation" and distance <= _NEGATION_REACH and _negates(scene, cue, trigger):
        return "did not"
    if cue.sense == "if" and distance <= _IF_REACH:
        return "may"
    reach = _IF_REACH if _spelled(scene, cue).casefold() in _IF else _WISH_REACH
    if cue.sense in {"may", "plan"} and distance <= reach and _governs(scene, cue, trigger):
        return "may"
    return None


def _denied_infinitive(scene: Scene, cue: Trigger, trigger: Trigger) -> bool:
    """«решили не открывать переговоров»: what a denied Russian infinitive governs is denied."""
    words = scene.gap(cue.end, trigger.start).split()
    return trigger.part == "noun" and bool(words) and words[0].endswith(("ть", "ться", "ти"))


def _puts_off(scene: Scene, cue: Trigger, trigger: Trigger, tense: Tense) -> bool:
    """Tell whether a cue moves the act to the future."""
    if cue.sense == "future":
        return tense != "past" or (trigger.part == "noun" and not _party_between(scene, cue, trigger))
    coming = cue.tense == "future" or _spelled(scene, cue).startswith(_TO_COME)
    return cue.sense == "light" and trigger.part == "noun" and coming


def _opens_wish(scene: Scene, index: int, sign: Trigger) -> bool:
    """«يأمل الرئيس أن تزور ...», «من المقرر أن يعقد ...»: what comes before «أن» still governs what comes after it."""
    if _spelled(scene, sign) not in _INFINITIVE:
        return False
    before = next((item for item in reversed(scene.items[:index]) if isinstance(item, Trigger)), None)
    return before is not None and before.sense in {"may", "future"} and sign.start - before.end <= _WISH_REACH


def _threatened(scene: Scene, at: int) -> bool:
    """«محذرا من أن قواته ستستهدف ...»: what is threatened or demanded in the clause of a verb is not done."""
    for index in range(at - 1, -1, -1):
        item = scene.items[index]
        if scene.items[at].start - item.end > _FUTURE_REACH:
            return False
        if isinstance(item, Trigger) and item.sense in BORDERS:
            led = [one for one in scene.items[max(0, index - 3) : index] if isinstance(one, Trigger) and one.entry]
            near = bool(led) and item.start - led[-1].end <= _WISH_REACH
            return item.sense == "that" and near and led[-1].entry.type in _NOT_DONE  # type: ignore[union-attr]
    return False


def _by_form(scene: Scene, at: int, trigger: Trigger) -> tuple[Polarity, Tense] | None:
    """Return what the form of the trigger, or of the verb that closes its clause, tells by itself."""
    if trigger.part == "noun":
        return _verb_behind(scene, at)
    if not _infinitive(scene, at, trigger):
        return None
    return ("did", "future") if _is_scheduled(scene, at) else ("may", trigger.tense)


def _verb_behind(scene: Scene, at: int) -> tuple[Polarity, Tense] | None:
    """Return what the verb behind a noun tells where it is denied, wished or to come («دیدار نکرد», «خواهد کرد»)."""
    for item in scene.items[at + 1 :]:
        if not isinstance(item, Trigger):
            continue
        if item.sense in BORDERS or item.sense in {"light", "report", "event", "copula"}:
            return None
        if item.sense == "denied":
            return "did not", "past"
        if item.sense == "shall":
            return "did", "future"
        if item.sense == "wish":
            return ("did", "future") if _is_planned(scene, at) else ("may", "future")
    return None


def _is_planned(scene: Scene, at: int) -> bool:
    """«قرار است ... سفر کند»: what is settled comes true."""
    for item in reversed(scene.items[:at]):
        if isinstance(item, Trigger) and item.sense == "future":
            return True
        if isinstance(item, Trigger) and item.sense in {"stop", "break", "where", "may"}:
            return False
    return False


def _is_scheduled(scene: Scene, at: int) -> bool:
    """«намерен посетить Анкару в июле»: a plan with a date of its own."""
    trigger = scene.items[at]
    for index in range(at - 1, -1, -1):
        item = scene.items[index]
        if trigger.start - item.end > _WISH_REACH or (isinstance(item, Trigger) and item.sense in BORDERS):
            return False
        if isinstance(item, Trigger) and item.sense == "plan":
            around = (*scene.items[max(0, index - 2) : index], *scene.items[at + 1 : at + _PLAN_SIGNS])
            return any(isinstance(one, DateMention) and one.lo is not None for one in around)
    return False


def _infinitive(scene: Scene, at: int, trigger: Trigger) -> bool:
    """«to visit», «обсудить», «are close»: a form that asserts nothing by itself."""
    if trigger.part == "noun":
        return False
    word = _spelled(scene, trigger)
    if word.split(" ")[0].endswith(("ть", "ться", "ти")):  # not «выразили озабоченность»
        return not decided(scene, at)
    before = scene.items[at - 1] if at else None
    beside = isinstance(before, Trigger) and trigger.start - before.end <= 1
    if beside and before.sense == "to":  # type: ignore[union-attr]
        return not word.endswith(("ed", "ing")) and not decided(scene, at)
    if not isinstance(before, Trigger) or trigger.start - before.end > 1 or trigger.tense != "present":
        return False
    return before.sense in {"to", "be"} and not word.endswith("ing")


def decided(scene: Scene, at: int) -> bool:
    """«agreed on Monday to extend sanctions», «договорились продлить»: what is decided is told as an act."""
    trigger = scene.items[at]
    if not isinstance(trigger, Trigger) or trigger.entry is None or trigger.entry.type not in _DECIDED:
        return False
    for item in reversed(scene.items[:at]):
        if trigger.start - item.end > _WISH_REACH:
            return False
        if isinstance(item, Trigger) and (item.sense in BORDERS or item.sense in {"may", "negation"}):
            return False
        if isinstance(item, Trigger) and item.part == "verb" and item.entry is not None:
            return item.entry.mode == "agree"
        if isinstance(item, Trigger) and item.sense == "decision":
            return True
    return False


def _spelled(scene: Scene, item: Trigger) -> str:
    offset = scene.sentence.start
    return scene.text[item.start - offset : item.end - offset]


def _negates(scene: Scene, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether a negation reaches the trigger.

    A noun is denied by the word before it or by a denied verb that asserts it, not by any verb («لن يشارك في قمة»).
    """
    if trigger.part == "verb" or scene.words(cue.end, trigger.start) <= 1:
        return True
    return any(
        isinstance(item, Trigger) and item.sense == "light" and cue.end <= item.start < trigger.start
        for item in scene.items
    )


def _governs(scene: Scene, cue: Trigger, trigger: Trigger) -> bool:
    """«قد» before a past verb asserts; before a present one it doubts."""
    if _spelled(scene, cue) in _VERB_PARTICLES:
        return trigger.part == "verb" and trigger.tense == "present" and trigger.start - cue.end <= 2  # noqa: PLR2004
    if trigger.entry is not None and trigger.entry.verb_last:  # «برای جلوگیری از جنگ ... گفت‌وگو کرد»
        return not (trigger.part == "verb" and trigger.tense == "past") and not _act_between(scene, cue, trigger)
    return True


def _act_between(scene: Scene, cue: Trigger, trigger: Trigger) -> bool:
    between = (item for item in scene.items if cue.end <= item.start < trigger.start)
    return any(isinstance(item, Trigger) and item.sense == "event" for item in between)


def _party_between(scene: Scene, cue: Trigger, trigger: Trigger) -> bool:
    return any(isinstance(item, Party) and cue.end <= item.start < trigger.start for item in scene.items)
