"""Find the subject of a verb where the subject stands first (English, Russian), through chains of verbs."""

from __future__ import annotations

from geo.records import DateMention
from geo.relate.case_order import fronted
from geo.relate.casting import CLAUSE_REACH, Search, acts
from geo.relate.scene import BORDERS, Item, Party
from geo.relate.status import decided
from geo.signs import Trigger

#: Words that may stand between «and» and the verb that goes on («and then also called»).
_ADVERBS = 1
_VERBS = frozenset({"light", "report"})
#: What opens a clause that interrupts another.
_OPENERS = frozenset({"break", "sequel", "where"})
#: A chain of verbs may be longer than a clause (characters).
_CHAIN_REACH = 2 * CLAUSE_REACH


def subject_before(search: Search) -> None:
    """Set the subject of a verb, and those who act with it («вместе с»).

    «V1 A and V2»: A is the object of V1, whose subject V2 shares. «A, which ..., V»: the clause between is passed over.
    """
    items = search.scene.items[: search.at]
    weak = _look(search, items)
    if search.turned and search.roles.subject is None:
        search.roles.subject = weak


def _look(search: Search, items: list[Item]) -> Party | None:
    """Look for the subject to the left; return the nearest bare adjective that was passed."""
    chained = _goes_on(search, items)
    crossed, weak = False, None
    for index in range(_before_aside(search, items) - 1, -1, -1):
        item = items[index]
        if search.trigger.start - item.end > (_CHAIN_REACH if crossed else CLAUSE_REACH):
            break
        if isinstance(item, Trigger):
            if item.sense == "relative" and index == search.at - 1:
                _take_antecedent(search, items, index)
            if item.sense == "where" and not any(isinstance(one, Party) and acts(one) for one in items[index:]):
                chained = True  # «flew to Ashgabat, where he will meet ...»: the clause has no subject of its own
                continue
            if _closes(item, chained=chained):
                break
            crossed = crossed or _is_verb(item)
        elif isinstance(item, Party) and acts(item):
            if item.weak:
                weak = item if weak is None and not crossed else weak
            elif _stands_free(search, items, index, chained=chained, crossed=crossed):
                search.roles.subject = item.group[0]
                break
    return weak


def _closes(sign: Trigger, *, chained: bool) -> bool:
    """Tell whether a sign ends the search; a verb that goes on does so past «а» and the verb before it."""
    if chained and sign.sense == "contrast":  # «поговорил с ..., а утром принял ...»
        return False
    return sign.sense in BORDERS or (_is_verb(sign) and not chained)


def _stands_free(search: Search, items: list[Item], index: int, *, chained: bool, crossed: bool) -> bool:
    """Tell whether a party may be the subject; note who acts together with it."""
    item = items[index]
    assert isinstance(item, Party)  # noqa: S101 - the caller picks parties only
    if item.prep == "with" and not (crossed or chained):
        search.roles.others.append(item.group[0])
    if item.prep == "between" and not crossed and item.group[0] not in search.roles.others:  # «между ... достигнуто»
        search.roles.others.append(item.group[0])
        search.roles.between = True
    free = item.prep is None and not item.genitive and not (chained and _is_object(items, index))
    return free and (search.turned or not fronted(search, item))


def _is_verb(item: Item) -> bool:
    return isinstance(item, Trigger) and (item.sense in _VERBS or (item.sense == "event" and item.part == "verb"))


def _goes_on(search: Search, items: list[Item]) -> bool:
    """Tell whether the verb goes on from one before it: «and», a comma, or nothing but an adverb after them."""
    if decided(search.scene, search.at) and _infinitive_here(search):
        return True
    for item in reversed(items):
        if isinstance(item, Party) or _is_verb(item):
            return False
        if isinstance(item, Trigger) and item.sense in {"and", "comma", "contrast", "also"}:
            return search.scene.words(item.end, search.trigger.start) <= _ADVERBS and any(map(_is_verb, items))
    return False


def _infinitive_here(search: Search) -> bool:
    """Tell whether the trigger is an infinitive: «to extend», «продлить»."""
    before = search.scene.items[search.at - 1] if search.at else None
    to = isinstance(before, Trigger) and before.sense == "to" and search.trigger.start - before.end <= 1
    return to or search.scene.gap(search.trigger.start, search.trigger.end).endswith(("ть", "ти", "ться"))


def _is_object(items: list[Item], index: int) -> bool:
    """Tell whether a party stands behind the verb that the chain goes on from."""
    for item in reversed(items[:index]):
        if isinstance(item, Trigger):
            if item.sense in BORDERS:
                return False
            if _is_verb(item):
                return item.sense != "report"
    return False


def _before_aside(search: Search, items: list[Item]) -> int:
    """Return where to begin: before «, which ...,» if the verb stands right behind such a clause."""
    if (resumed := _before_clause(search, items)) is not None:
        return resumed
    last = items[-1] if items else None
    closed = isinstance(last, Trigger) and last.sense == "comma"
    if not closed or search.scene.words(last.end, search.trigger.start) > _ADVERBS:  # type: ignore[union-attr]
        return len(items)
    for index in range(len(items) - 2, 0, -1):
        item, before = items[index], items[index - 1]
        if isinstance(item, Trigger) and item.sense == "relative":
            opened = isinstance(before, Trigger) and before.sense == "comma"
            return index if opened else len(items)
    return len(items)


def _before_clause(search: Search, items: list[Item]) -> int | None:
    """«visited Kyiv since Russia's war began, and urged ...»: ", and" goes back over the clause between to its own."""
    ends = [item for item in items[-2:] if isinstance(item, Trigger)]
    if [item.sense for item in ends] != ["comma", "and"] or search.scene.words(ends[-1].end, search.trigger.start):
        return None
    for index in range(len(items) - 3, 0, -1):
        item = items[index]
        if isinstance(item, Trigger) and item.sense in _OPENERS:
            return index if any(map(_is_verb, items[:index])) else None
        if isinstance(item, Trigger) and item.sense in BORDERS | {"comma"}:
            return None
    return None


def _take_antecedent(search: Search, items: list[Item], index: int) -> None:
    """«China, which rejected ...»: the subject is the party right before the pronoun, whatever governs it."""
    for item in reversed(items[:index]):
        if isinstance(item, Party):
            if acts(item) and search.scene.words(item.end, items[index].start) == 0:
                search.roles.subject = item.group[0]
            return
        if not isinstance(item, DateMention) and not (isinstance(item, Trigger) and item.sense == "comma"):
            return
