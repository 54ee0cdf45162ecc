"""Tell whom words are about where they name nobody: who provoked them, whose act they take up, who was addressed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.relate.casting import MUTUAL
from geo.relate.draft import Draft
from geo.relate.families import VERBAL
from geo.relate.scene import Scene
from geo.signs import Trigger

#: How many drafts back a reaction may look for what provoked it.
_RECENT = 6
#: How many sentences back that may be.
_REACTED = 2
#: Cues that take up an act told before: a deed, what somebody said, a deal.
_TAKES_UP = frozenset({"act_back", "word_back", "deal_back"})
#: How many sentences back «this act» may point, and how near its verb it stands (characters).
_BACK, _TAKEN_UP = 4, 25
#: How near their act nameless attackers stand (characters).
_NAMELESS = 80
#: What takes up all that was said before it.
_TAKEN = re.compile(r"(?:الأمر الذي|وهو ما|وهو الأمر الذي|الشيء الذي)$")


def provoker(drafts: Sequence[Draft], first: tuple[str, ...], sentence: int) -> tuple[str, ...]:
    """Return who did lately to these parties what they now react to."""
    for draft in reversed(drafts[-_RECENT:]):
        done_to = [one for one, role in draft.actors if role == "recipient"]
        if sentence - draft.sentence <= _REACTED and set(first) & set(done_to):
            return tuple(one for one, role in draft.actors if role == "actor" and one not in first)
    return ()


def by_nameless(scene: Scene, at: int) -> bool:
    """Tell whether the attackers of an act are told without a name («боевики напали на ...»)."""
    trigger = scene.items[at]
    return any(
        isinstance(item, Trigger) and item.sense == "attackers" and abs(item.start - trigger.start) <= _NAMELESS
        for item in scene.items
    )


def taken_up(scene: Scene, at: int, *, articles: bool = True) -> Trigger | None:
    """Return what tells that a trigger is about an act told before («condemned the raid», «رحبت بالاتفاق», «رحب به»).

    It is a cue («این اقدام») or the definite noun of an act; where nouns have no articles, the noun right behind the
    verb («осудил удар по катеру»).
    """
    trigger = scene.items[at]
    for item in scene.items[max(0, at - 3) : at + 4]:
        if not isinstance(item, Trigger) or item is trigger:
            continue
        if item.sense == "contrast" and item.start > trigger.start:
            return None
        definite = item.definite or (not articles and scene.words(trigger.end, item.start) == 0)
        noun = item.sense == "event" and item.part == "noun" and definite and item.start > trigger.start
        if not (noun or item.sense in _TAKES_UP):
            continue
        entry = trigger.entry if isinstance(trigger, Trigger) else None
        far = entry is not None and entry.verb_last  # «این بازداشت را نقض ... خواند»
        if max(item.start - trigger.end, trigger.start - item.end) <= _TAKEN_UP * (3 if far else 1):
            return item
    return None


def acted_before(drafts: Sequence[Draft], back: Trigger, first: tuple[str, ...], sentence: int) -> tuple[str, ...]:
    """Return who did what these parties now speak of: both sides of a deal, who did an act or spoke."""
    for draft in reversed(drafts[-_RECENT:]):
        if not _is_meant(draft, back) or (draft.type != "AGREE" and sentence - draft.sentence > _BACK):
            continue  # a deal is what a whole text is about
        did = tuple(one for one, role in draft.actors if role == "actor" or draft.type in MUTUAL)
        return tuple(one for one in did if one not in first)  # nobody, where they speak of their own act
    return ()


def _is_meant(draft: Draft, back: Trigger) -> bool:
    """Tell whether an act told before is of the kind that is taken up: words, a deal, a deed."""
    if back.entry is not None:
        return draft.type == back.entry.type
    if back.sense == "word_back":
        return draft.type in VERBAL
    return draft.type == "AGREE" if back.sense == "deal_back" else draft.type not in VERBAL | {"CONSULT"}


def addressed(drafts: Sequence[Draft], trigger: Trigger, first: tuple[str, ...], sentence: int) -> tuple[str, ...]:
    """«قطعت علاقاتها مع رواندا واتهمتها ...»: return whom the pronoun at a verb of words means."""
    if not trigger.suffix or trigger.part != "verb" or trigger.entry is None or trigger.entry.type == "REJECT":
        return ()  # what is rejected is a thing
    near = (one for one in reversed(drafts[-_RECENT:]) if sentence - one.sentence <= 1 and set(first) & one.parties)
    return next((tuple(sorted(one.parties - set(first))) for one in near), ())


def carried_on(scene: Scene, trigger: Trigger, first: tuple[str, ...], fresh: Sequence[Draft]) -> tuple[str, ...]:
    """Return whom words are about that go on from an act of the same sentence.

    «اتهم مصر ...، محذرا من ...»: the target of the words before; «الأمر الذي رفضته مصر»: who did what is rejected.
    """
    last = fresh[-1] if fresh else None
    if last is None:
        return ()
    acting = tuple(one for one, role in last.actors if role == "actor")
    if trigger.spoken:
        return tuple(one for one, role in last.actors if role != "actor") if acting == first else ()
    before = scene.gap(scene.sentence.start, trigger.start)
    takes_up = trigger.suffix and trigger.part == "verb" and _TAKEN.search(before)
    return tuple(one for one in acting if one not in first) if takes_up else ()
