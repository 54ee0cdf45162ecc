"""Tell whether an act is told as a fact, as scheduled, as denied, or only as possible."""

from __future__ import annotations

from geo.records import Polarity, Tense
from geo.relate.scene import BORDERS, Party, Scene
from geo.signs import Trigger

#: How near before its trigger a negation stands, and how far a condition or wish reaches (characters).
_NEGATION_REACH, _WISH_REACH, _FUTURE_REACH = 14, 45, 70
_VERB_PARTICLES = frozenset({"قد", "وقد", "فقد"})


def status_of(scene: Scene, at: int) -> tuple[Polarity, Tense]:
    """Return polarity and tense of the trigger at index ``at``."""
    trigger = scene.items[at]
    assert isinstance(trigger, Trigger)  # noqa: S101 - the caller picks events only
    tense = trigger.tense
    if trigger.part == "noun" and (told := _verb_behind(scene, at)) is not None:
        return told
    if _infinitive(scene, at, trigger):
        return "may", tense
    for item in reversed(scene.items[:at]):
        distance = trigger.start - item.end
        if distance > _FUTURE_REACH or (isinstance(item, Trigger) and item.sense in BORDERS):
            break
        if not isinstance(item, Trigger):
            continue
        if item.sense == "negation" and distance <= _NEGATION_REACH and _negates(scene, item, trigger):
            return "did not", tense
        if item.sense == "may" and distance <= _WISH_REACH and _governs(scene, item, trigger):
            return "may", tense
        if item.sense == "future" and tense != "past":
            tense = "future"
        if item.sense == "future" and trigger.part == "noun" and not _party_between(scene, item, trigger):
            tense = "future"
        if item.sense == "light" and trigger.part == "noun" and _spelled(scene, item).startswith("س"):
            tense = "future"
    return "did", tense


def _verb_behind(scene: Scene, at: int) -> tuple[Polarity, Tense] | None:
    """Return what the verb behind a noun tells where it is denied, wished or to come («دیدار نکرد», «خواهد کرد»)."""
    for item in scene.items[at + 1 :]:
        if not isinstance(item, Trigger):
            continue
        if item.sense in BORDERS or item.sense in {"light", "report", "event"}:
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
        if isinstance(item, Trigger) and item.sense in {"stop", "break", "may"}:
            return False
    return False


def _infinitive(scene: Scene, at: int, trigger: Trigger) -> bool:
    """«to visit», «обсудить», «are close»: a form that asserts nothing by itself."""
    if trigger.part == "noun":
        return False
    word = _spelled(scene, trigger)
    if word.endswith(("ть", "ться", "ти")):
        return True
    before = scene.items[at - 1] if at else None
    if not isinstance(before, Trigger) or trigger.start - before.end > 1 or trigger.tense != "present":
        return False
    return before.sense in {"to", "be"} and not word.endswith("ing")


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
    return True


def _party_between(scene: Scene, cue: Trigger, trigger: Trigger) -> bool:
    return any(isinstance(item, Party) and cue.end <= item.start < trigger.start for item in scene.items)
