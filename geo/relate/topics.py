"""Tell what is done at talks from what is only spoken of there."""

from __future__ import annotations

from geo.records import DateMention
from geo.relate.scene import BORDERS, Party, Scene
from geo.signs import Trigger

#: Acts whose names are also subjects of talks («ناقشا تفعيل الاتفاقية»).
_TOPICS = frozenset({"AGREE", "COOPERATE"})
#: How far behind its verb an inner object stands (characters).
_ECHO = 40
#: Most words between the name of a blow and the verb that tells of it.
_BLOW = 4
#: Acts that are also what deals are about.
_AGREED = frozenset({"RETREAT", "CONCEDE"})
#: Signs that end what a verb of talking governs.
_ENDS = BORDERS | {"light", "report", "during", "sequel", "aside"}


def echoes(scene: Scene, at: int) -> bool:
    """«رفضته رفضا قاطعا»: tell whether a noun is the inner object of its own verb right before it."""
    trigger = scene.items[at]
    if not isinstance(trigger, Trigger) or trigger.part != "noun" or trigger.definite or trigger.entry is None:
        return False
    verbs = [one for one in scene.items[:at] if isinstance(one, Trigger) and one.entry is not None]
    last = verbs[-1] if verbs else None
    if last is None or last.part != "verb" or last.entry is None or last.entry.rule != trigger.entry.rule:
        return False
    root = scene.gap(trigger.start, trigger.end).strip("اًة")
    bare = root[:3] in scene.gap(last.start, last.end)
    return bare and trigger.start - last.end <= _ECHO and not trigger.clitic


def told_by_noun(scene: Scene, at: int) -> bool:
    """«غارة إسرائيلية استهدفت ...»: tell whether a verb goes on with the blow that a noun right before it names."""
    trigger = scene.items[at]
    if not isinstance(trigger, Trigger) or trigger.part != "verb" or trigger.suffix or trigger.clitic:
        return False
    before = [one for one in scene.items[:at] if isinstance(one, Trigger) and one.sense not in {"relative", "comma"}]
    noun = before[-1] if before else None
    struck = noun is not None and noun.entry is not None and noun.entry.type == "ASSAULT" and noun.part == "noun"
    if not struck or noun is None or trigger.entry is None or trigger.entry.type != "ASSAULT":
        return False
    return scene.words(noun.end, trigger.start) <= _BLOW


def only_discussed(scene: Scene, at: int) -> bool:
    """Tell whether a noun names what a verb of talking before it is about, and no act with a date of its own."""
    trigger = scene.items[at]
    if not isinstance(trigger, Trigger) or trigger.part != "noun" or trigger.entry is None:
        return False
    if trigger.entry.type in _AGREED and _agreed_on(scene, at):
        return not _own_date(scene, at)
    if trigger.entry.verb_last and _named_as_topic(scene, at):
        return True
    return trigger.entry.type in _TOPICS and _talked_of(scene, at) and not _own_date(scene, at)


def _agreed_on(scene: Scene, at: int) -> bool:
    """«الاتفاق على وقف إطلاق النار», «صفقة لتبادل الأسرى»: tell whether a noun is what a deal right before is about."""
    trigger = scene.items[at]
    before = [one for one in scene.items[:at] if isinstance(one, Trigger) and one.sense not in {"on", "about", "quote"}]
    deal = before[-1] if before else None
    if deal is None or deal.entry is None or deal.entry.type != "AGREE":
        return False
    return scene.words(deal.end, trigger.start) <= 1


def _named_as_topic(scene: Scene, at: int) -> bool:
    """«رأی‌گیری بر سر عضویت», «درباره مذاکره با ...»: the word before a Persian noun says that it is a subject."""
    before = scene.items[at - 1] if at else None
    about = isinstance(before, Trigger) and before.sense == "about"
    return about and scene.words(before.end, scene.items[at].start) == 0 and not _own_date(scene, at)  # type: ignore[union-attr]


def _talked_of(scene: Scene, at: int) -> bool:
    for item in reversed(scene.items[:at]):
        if not isinstance(item, Trigger):
            continue
        if item.sense in _ENDS:
            return False
        if item.entry is not None and item.part == "verb":
            return item.entry.type == "CONSULT" and item.entry.mode == "talks"
    return False


def _own_date(scene: Scene, at: int) -> bool:
    """Tell whether a date stands behind the noun in its phrase («الاتفاقية الموقعة عام 2015»)."""
    for item in scene.items[at + 1 :]:
        if isinstance(item, DateMention):
            return True
        if isinstance(item, Party):
            continue
        if item.sense in _ENDS or item.sense in {"comma", "event"}:
            return False
    return False
