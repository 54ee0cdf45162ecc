"""What a sentence leaves out and a reader fills in: the subject, the day and place of a meeting, who provoked whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.records import Basis, EventDate, EventPlace
from geo.relate.casting import BESIDE, MUTUAL, Roles, topic_of
from geo.relate.discourse import Discourse
from geo.relate.draft import Draft, dates_agree
from geo.relate.scene import ADJUNCTS, Scene
from geo.signs import Trigger
from geo.text.fold import fold_name

#: How many sentences after a meeting its sides may sign without naming day and place again.
_SOON = 3
#: How many sentences a meeting told before frames what happens beside it.
_LASTING = 6
#: How near the verb of «اندلعت المواجهات» stands to its noun (characters).
_BEGUN = 12
#: Among how many words after its verb the noun of a collocation leaves no room for a subject.
_NOUN_WORDS = 2
#: Meetings at which somebody speaks («أكد ... خلال محادثة هاتفية مع ...»).
_HELD = frozenset({"call", "meet", "talks"})
#: What stands between «كان» and a verb and names nobody.
_PARTICLES = frozenset({"قد"})
#: Bodies that often act and are no known parties.
_UNKNOWN_BODIES = ("منظم", "صحيف", "لجن", "شرك", "وسائل", "مصادر", "قنا", "وكال")


def left_out(
    memory: Discourse, scene: Scene, trigger: Trigger, roles: Roles, fresh: Sequence[Draft], *, second: bool
) -> tuple[str, ...]:
    """Return the subject that the sentence leaves out: the dual's pair, the meeting's parties, the last subject."""
    if _they(scene, trigger) and not fresh and memory.meeting is not None:
        return tuple(one for one, _ in memory.meeting.actors)
    if trigger.dual or (roles.light is not None and roles.light.dual):
        met = [one for one in fresh if one.mode != "visit" and len(one.actors) > 1] or list(fresh)
        return tuple(one for one, _ in met[-1].actors) if met else memory.pair
    if roles.spoken:
        return memory.subject
    clash = trigger.entry is not None and trigger.entry.mode == "clash"
    if clash or _after_relative(scene, trigger):  # what attacked in «الهجوم الذي استهدف» is the attack
        begun = roles.light is not None and trigger.start - roles.light.end <= _BEGUN
        return memory.pair if clash and begun and not second else ()
    if trigger.part == "verb":
        return memory.subject if not (trigger.passive or roles.full) and _pro_drop(scene, trigger) else ()
    if trigger.suffix:
        return _owner(memory, scene, trigger)
    if not second and (parties := _parties_of_noun(memory, scene, trigger, roles)) is not None:
        return parties
    entry = trigger.entry
    assert entry is not None  # noqa: S101 - an event always has its entry
    held = entry.mode in _HELD and second and not roles.last
    adverbial = (entry.mode == "visit" or held) and _after_adjunct(scene, trigger)
    told = roles.light is not None and roles.light.entry is not None  # «الهجمات التي استهدفت ...»: whose, nobody says
    asserted = roles.asserted and not roles.explicit and not told
    return memory.subject if asserted or adverbial or (entry.patient and second) else ()


def _parties_of_noun(memory: Discourse, scene: Scene, trigger: Trigger, roles: Roles) -> tuple[str, ...] | None:
    """Return who signed or talked where a noun names no party; None where the last subject may serve."""
    entry = trigger.entry
    assert entry is not None  # noqa: S101 - an event always has its entry
    now = scene.sentence.index
    if entry.type in {"AGREE", "COOPERATE"}:
        if memory.meeting is not None and _points_back(scene, trigger):
            return tuple(one for one, _ in memory.meeting.actors)
        return memory.pair if memory.paired == now else ()
    if entry.type != "CONSULT":
        return None
    topic = topic_of(scene)
    if topic is not None and topic.start < trigger.start and len(named := memory.actors(topic)) > 1:
        return named  # «the two sides ... after talks in Geneva»
    if roles.asserted and trigger.definite:
        return memory.pair if memory.paired >= now - 1 else ()
    return None


def _owner(memory: Discourse, scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """Return whose visit «زيارته» is: the subject before it, else the one that the sentence names after it."""
    topic = topic_of(scene)
    if topic is not None and (topic.start > trigger.start or len(memory.actors(topic)) > 1):
        return memory.actors(topic)
    return memory.subject


def inherited(
    memory: Discourse,
    scene: Scene,
    trigger: Trigger,
    known: tuple[EventDate | None, EventPlace | None],
    parties: tuple[str, ...],
    fresh: Sequence[Draft],
) -> tuple[EventDate | None, EventPlace | None]:
    """Return day and place of what is signed at a meeting: its own, else those of the meeting."""
    date, place = known
    meetings = [one for one in reversed(fresh) if one.type == "CONSULT" and set(parties) & one.parties]
    if not meetings and memory.meeting is not None and _points_back(scene, trigger):
        meetings = [memory.meeting] if set(parties) & memory.meeting.parties else []
    elif not meetings and memory.meeting is not None and scene.sentence.index - memory.meeting.sentence <= _SOON:
        meetings = [memory.meeting] if set(parties) == memory.meeting.parties and date is None else []
    for meeting in meetings:
        if not dates_agree(date, meeting.date):
            continue
        if date is None and meeting.date is not None:
            date = replace(meeting.date, flags=tuple(dict.fromkeys((*meeting.date.flags, "inherited"))))
        if place is None and meeting.place is not None:
            basis: Basis = "inferred" if meeting.place.basis == "inferred" else "inherited"
            place = replace(meeting.place, basis=basis)
    return date, place


def framed(
    memory: Discourse, scene: Scene, draft: Draft, fresh: Sequence[Draft]
) -> tuple[EventDate | None, EventPlace | None]:
    """«على هامش القمة», "on the sidelines of the summit": lend what has neither day nor place those of the meeting.

    The meeting was told before; what is only said there has its day and no place.
    """
    date, place = draft.date, draft.place
    meeting = memory.meeting
    if date is not None or place is not None or meeting is None or not _at_meeting(scene, meeting, fresh):
        return date, place
    if meeting.date is not None:
        date = replace(meeting.date, flags=tuple(dict.fromkeys((*meeting.date.flags, "inherited"))))
    if meeting.place is not None and draft.type in MUTUAL:
        place = replace(meeting.place, basis="inferred" if meeting.place.basis == "inferred" else "inherited")
    return date, place


def _at_meeting(scene: Scene, meeting: Draft, fresh: Sequence[Draft]) -> bool:
    """Tell whether a sentence says «during the talks» of talks that one before it has told of."""
    if meeting.tense == "future" or not 0 < scene.sentence.index - meeting.sentence <= _LASTING:
        return False
    told = {id(one.trigger) for one in fresh}
    return any(
        isinstance(cue, Trigger)
        and cue.sense == "during"
        and isinstance(noun, Trigger)
        and _is_meeting(noun)
        and id(noun) not in told
        and scene.words(cue.end, noun.start) <= 1
        for cue, noun in zip(scene.items, scene.items[1:], strict=False)
    )


def tells_more(meeting: Draft, draft: Draft) -> bool:
    """«وجاء اللقاء في الرياض», "the talks were held on Sunday": tell whether a noun is the meeting told before.

    It must add a day or a place, and contradict neither.
    """
    if draft.type != "CONSULT" or not _is_meeting(draft.trigger):
        return False
    if not 0 < draft.sentence - meeting.sentence <= _SOON or (draft.mode == "visit") != (meeting.mode == "visit"):
        return False
    dated = draft.date is not None and draft.date.lo is not None and draft.date.lo == draft.date.hi
    adds = (dated and meeting.date is None) or (draft.place is not None and meeting.place is None)
    same_place = draft.place is None or meeting.place is None or draft.place.entity == meeting.place.entity
    return adds and same_place and dates_agree(draft.date, meeting.date)


def _is_meeting(noun: Trigger) -> bool:
    return noun.entry is not None and noun.entry.type == "CONSULT" and noun.part == "noun" and not noun.suffix


def _points_back(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a meeting told before is taken up before the trigger («هذا اللقاء», «خلال الزيارة»)."""
    return any(
        isinstance(item, Trigger)
        and item.end <= trigger.start
        and item.entry is not None
        and item.entry.type == "CONSULT"
        and item.part == "noun"
        and item.definite
        for item in scene.items
    )


def _pro_drop(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb has no subject of its own: what follows it is a known word, not an unknown noun."""
    if trigger.suffix:  # «اتهمتها منظمة ...» has a subject that is not known
        behind = scene.gap(trigger.end, min(trigger.end + _BEGUN, scene.sentence.end)).split()[:1]
        return not behind or not behind[0].startswith(_UNKNOWN_BODIES)
    if _noun_before(scene, trigger):
        return False
    following = next((item for item in scene.items if item.start >= trigger.end), None)
    end = following.start if following is not None else scene.sentence.end
    if scene.words(trigger.end, end) == 0:
        return True
    words = [fold_name(word.strip('،,.:؛"«»')) for word in scene.gap(trigger.end, end).split()[:_NOUN_WORDS]]
    return trigger.entry is not None and any(word.endswith(need) for word in words for need in trigger.entry.needs)


def _noun_before(scene: Scene, trigger: Trigger) -> bool:
    """«وكان المجلس قد تبنى ...»: a word that names no known party stands between «كان» and its verb."""
    before = [one for one in scene.items if one.end <= trigger.start]
    while before and isinstance(before[-1], Trigger) and before[-1].sense == "may":
        before.pop()
    last = before[-1] if before else None
    if not (isinstance(last, Trigger) and last.sense == "perfect"):
        return False
    return any(word not in _PARTICLES for word in scene.gap(last.end, trigger.start).split())


def _they(scene: Scene, trigger: Trigger) -> bool:
    """«بحثوا», «اتفقوا»: a verb of dealing with each other, in the plural and without a subject."""
    mutual = trigger.entry is not None and trigger.entry.type in MUTUAL
    return mutual and trigger.part == "verb" and scene.gap(trigger.start, trigger.end).endswith(("وا", "ون"))


def _after_relative(scene: Scene, trigger: Trigger) -> bool:
    return any(
        isinstance(item, Trigger) and item.sense == "relative" and 0 <= trigger.start - item.end <= BESIDE
        for item in scene.items
    )


def _after_adjunct(scene: Scene, trigger: Trigger) -> bool:
    return any(
        isinstance(item, Trigger) and item.sense in ADJUNCTS and 0 <= trigger.start - item.end <= BESIDE
        for item in scene.items
    )
