"""Choose among overlapping names: the longest wins; organisations, corridors and waters before provinces and cities."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.recognise.hits import Hit
    from geo.recognise.scene import Scene
    from geo.records import Kind

_RANK: Final[dict[Kind, int]] = {
    "organisation": 0, "corridor": 1, "water": 2, "region": 3, "country": 4, "land": 5, "facility": 6, "person": 7,
    "admin": 8, "city": 8,
}  # fmt: skip
_START: Final = attrgetter("start")


def choose(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits that stand: a set without overlaps, in text order.

    Parameters
    ----------
    hits
        Accepted hits, in any order.

    Returns
    -------
    list of Hit
        The best by length, then by kind, then by likelihood; what overlaps a better hit is left out.
    """
    chosen: list[Hit] = []
    for group in _overlapping(hits):
        chosen.extend(group if len(group) == 1 else _best_of(group))
    return chosen


def _overlapping(hits: Iterable[Hit]) -> Iterator[list[Hit]]:
    """Yield hits in groups of which none overlaps another group, in text order."""
    group: list[Hit] = []
    reach = 0
    for hit in sorted(hits, key=_START):
        if group and hit.start >= reach:
            yield group
            group = []
        group.append(hit)
        reach = max(reach, hit.end)
    if group:
        yield group


def _best_of(group: list[Hit]) -> list[Hit]:
    """Return the best of hits that overlap, and what does not overlap these."""
    chosen: list[Hit] = []
    starts: list[int] = []
    for hit in sorted(group, key=_preference):
        place = bisect_right(starts, hit.start)
        overlaps_left = place > 0 and chosen[place - 1].end > hit.start
        if overlaps_left or (place < len(chosen) and chosen[place].start < hit.end):
            continue
        chosen.insert(place, hit)
        starts.insert(place, hit.start)
    return chosen


def _preference(hit: Hit) -> tuple[int, int, bool, float]:
    """Return a sort key: longer first, then by kind, whole words before cut ones, then the likelier."""
    rank = min(_RANK[sense.kind] for sense in hit.senses)
    return (-hit.size, rank, bool(hit.clitic), -hit.score)


def without_class_nouns(hits: list[Hit], scene: Scene) -> list[Hit]:
    """Drop «دولة قطر» and «مدينة غزة» where «قطر» and «غزة» are found too and mean the same: the noun is no name."""
    by_end: dict[int, list[Hit]] = {}
    if all(hit.first == hit.last for hit in hits):
        return hits
    for hit in hits:
        by_end.setdefault(hit.end, []).append(hit)
    return [hit for hit in hits if not _has_class_noun(hit, by_end[hit.end], scene)]


def _has_class_noun(hit: Hit, others: list[Hit], scene: Scene) -> bool:
    """Tell whether a hit is a noun of class and another hit of the same entity."""
    if hit.first == hit.last or hit.best.kind in ("water", "corridor", "organisation"):
        return False
    first = scene.words.text[hit.start : scene.words.ends[hit.first]]
    if first not in scene.cues.class_before:
        return False
    return any(other.first == hit.first + 1 and _may_mean(other, hit.best.entity) for other in others)


def _may_mean(hit: Hit, entity: str) -> bool:
    return any(sense.entity == entity and sense.form == "name" for sense in hit.senses)
