"""Find the parties where the verb stands first (Arabic), and where its subject stands right before it all the same."""

from __future__ import annotations

from geo.records import DateMention
from geo.relate.after import look_after
from geo.relate.before import is_antecedent, look_before
from geo.relate.casting import AIMED, BESIDE, Search, acts
from geo.relate.scene import Party, Scene
from geo.signs import Trigger

_VERBS = frozenset({"event", "report", "light"})
#: Signs that may stand between a subject and its verb («كان الوفد قد التقى»).
_PARTICLES = frozenset({"may", "perfect", "future", "negation", "quote"})
_PARTICLE_WORDS = 3
_GOES_ON = frozenset({"و", "ف"})


def verb_first(search: Search) -> None:
    """Fill the roles of a verb from behind it, else from before; of a noun from both sides."""
    led = not search.noun and (_take_antecedent(search) or _take_subject_before(search))
    look_after(search, verb_first=not led)
    # «..., ووقعا»: a verb that goes on with «و» keeps the subject of the one before
    goes_on = search.trigger.dual or search.trigger.clitic in _GOES_ON or search.roles.spoken
    told = search.roles.light is not None and search.roles.light.entry is not None  # «الهجمات التي استهدفت ...»
    if (search.noun and not told) or (not search.noun and search.roles.subject is None and not goes_on):
        look_before(search)
    if search.noun and search.roles.subject is None:
        _take_decider(search)
    if _is_object(search):
        search.roles.others, search.roles.subject = [search.roles.subject] if search.roles.subject else [], None


def _take_antecedent(search: Search) -> bool:
    """«..., الذي اتهم المملكة»: the pronoun right before a verb names its subject («التي وقعتها» has another)."""
    scene, trigger = search.scene, search.trigger
    pronoun = scene.items[search.at - 1] if search.at else None
    if not (isinstance(pronoun, Trigger) and pronoun.sense == "relative") or trigger.start - pronoun.end > BESIDE:
        return False
    if trigger.suffix or trigger.passive or search.roles.spoken:
        return False
    party = next((one for one in reversed(scene.items[: search.at]) if isinstance(one, Party) and acts(one)), None)
    if party is None or not is_antecedent(scene, party, pronoun.start):
        return False
    search.roles.subject = party.group[0]
    return True


def _take_decider(search: Search) -> None:
    """«قرار من هلسنكي بطرد ...»: whose decision it is does what is decided."""
    before = search.scene.items[search.at - 1] if search.at else None
    if not isinstance(before, Party) or before.prep != "from" or not acts(before):
        return
    if search.trigger.clitic.endswith("ب") and search.scene.words(before.end, search.trigger.start) <= 1:
        search.roles.subject = before.group[0]


def _take_subject_before(search: Search) -> bool:
    """«ترامب يلتقي بوتين», «وكان الوفد قد التقى مسؤولين»: a free party right before the verb is its subject."""
    scene, trigger = search.scene, search.trigger
    if trigger.clitic or trigger.passive or search.roles.spoken:
        return False
    for item in reversed(scene.items[: search.at]):
        if isinstance(item, DateMention) or (isinstance(item, Trigger) and item.sense in _PARTICLES):
            continue
        if not isinstance(item, Party):
            return False
        first = item.group[0]
        free = first.prep is None and not first.weak and not first.genitive and acts(first)
        if not free or scene.words(item.end, trigger.start) > _PARTICLE_WORDS:
            return False
        if _has_verb(scene, first):
            return _take_led(search, first)
        if trigger.dual and len(item.group) == 1 and not first.reference:
            return False
        search.roles.subject = first
        return True
    return False


def _take_led(search: Search, leader: Party) -> bool:
    """«الحكومة التي تقودها طالبان طلبت ...»: the clause between a subject and its verb is passed over."""
    scene = search.scene
    before = [item for item in scene.items if item.end <= leader.start][-3:]
    if len(before) < len(("subject", "pronoun", "verb")):
        return False
    party, pronoun, verb = before
    led = isinstance(pronoun, Trigger) and pronoun.sense == "relative" and isinstance(verb, Trigger) and verb.suffix
    if not (led and isinstance(party, Party) and acts(party)) or scene.words(party.end, pronoun.start):
        return False
    search.roles.subject = party.group[0]
    return True


def _has_verb(scene: Scene, party: Party) -> bool:
    """Tell whether another verb right before a party has it for its subject («أعلنت أنقرة استهداف ...»)."""
    before = [item for item in scene.items if item.end <= party.start]
    last = before[-1] if before else None
    return isinstance(last, Trigger) and last.part == "verb" and last.sense in _VERBS


def _is_object(search: Search) -> bool:
    """«نفت إسرائيل ...، واتهمت إيران بـ...»: a verb that goes on and needs a target keeps the subject before it."""
    trigger, roles, entry = search.trigger, search.roles, search.entry
    if trigger.part != "verb" or trigger.clitic not in _GOES_ON or "direct" not in entry.frame or entry.alone:
        return False
    if entry.type not in AIMED or roles.subject is None or roles.subject.start < trigger.start:
        return False
    if roles.others and not _far(search.scene, roles.subject, roles.others[0]):
        return False
    verbs = [one for one in search.scene.items[: search.at] if isinstance(one, Trigger) and one.part == "verb"]
    verbs = [one for one in verbs if one.sense in _VERBS]
    return bool(verbs) and _is_feminine(search.scene, verbs[-1]) == _is_feminine(search.scene, trigger)


def _far(scene: Scene, subject: Party, other: Party) -> bool:
    """«وطالبت أنقرة باحترام سيادة العراق»: what follows the party is what it is asked, not another party."""
    words = scene.gap(subject.group[-1].end, other.start).split()
    return bool(words) and words[0].startswith(("ب", "إلى", "الى"))


def _is_feminine(scene: Scene, verb: Trigger) -> bool:
    word = scene.gap(verb.start, verb.end).removeprefix(verb.clitic).removeprefix("س")
    return word.endswith("ت") or word.startswith("ت")
