"""Tell what is done at talks from what is only spoken of there."""

from __future__ import annotations

from geo.records import DateMention
from geo.relate.scene import BORDERS, Party, Scene
from geo.signs import Trigger

#: Acts whose names are also subjects of talks («ناقشا تفعيل الاتفاقية»).
_TOPICS = frozenset({"AGREE", "COOPERATE"})
#: Signs that end what a verb of talking governs.
_ENDS = BORDERS | {"light", "report", "during", "sequel", "aside"}


def only_discussed(scene: Scene, at: int) -> bool:
    """Tell whether a noun names what a verb of talking before it is about, and no act with a date of its own."""
    trigger = scene.items[at]
    if not isinstance(trigger, Trigger) or trigger.part != "noun" or trigger.entry is None:
        return False
    return trigger.entry.type in _TOPICS and _talked_of(scene, at) and not _own_date(scene, at)


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
