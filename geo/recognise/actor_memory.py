"""What a document takes for granted about its parties: whose ministry it means, and which group «الحركة» is."""

from __future__ import annotations

import re
from bisect import bisect_left

from geo.recognise.actor_state import MUTE, Reading
from geo.records import Mention
from geo.text.fold import fold_name

#: How far into a text its dateline reaches (characters), and what closes it.
_DATELINE = 40
_CLOSES = re.compile(r"\s*(?:[-–—:/|(]|,\s)")
#: Heads that stand for a group or organisation named before.
GROUPS = frozenset({"group_body", "party_body", "organisation_body"})


def home_of(state: Reading) -> str | None:
    """Return the country of the dateline («الجزائر - ...», «RABAT, ...»): whose the text's bare ministries are."""
    if not state.mentions or state.gazetteer is None:
        return None
    first = state.mentions[0]
    text = state.document.text
    if first.kind != "place" or first.entity is None or text[: first.start].strip(" \n(«\"'") or first.clitic:
        return None
    if first.end > _DATELINE or not _CLOSES.match(text, first.end) or first.entity not in state.gazetteer:
        return None
    country = state.gazetteer.entity(first.entity).country
    return f"country:{country}" if country else None


def group_before(state: Reading, word: str, start: int) -> str | None:
    """Return the last organisation before an offset that a bare «الحركة» or «المنظمة» may mean."""
    stem = word.lstrip("وفبل").removeprefix("ال") if word.startswith(("وال", "فال", "بال")) else word.removeprefix("ال")
    at = bisect_left(state.mention_starts, start)
    for mention in reversed(state.mentions[:at]):
        if mention.kind == "organisation" and mention.entity is not None and _called(state, mention, stem):
            return mention.entity
    return None


def realm_before(state: Reading, word: str, start: int) -> str | None:
    """Return the last state or union before an offset that a bare «المملكة» may mean, else the dateline's."""
    known = state.party.realms
    realms = next((known[stem] for stem, _ in state.party.openings(word) if stem in known), frozenset())
    at = bisect_left(state.mention_starts, start)
    named = (mention.entity for mention in reversed(state.mentions[:at]) if mention.entity in realms)
    return next(named, state.home if state.home in realms else None)


def _called(state: Reading, mention: Mention, stem: str) -> bool:
    if state.gazetteer is None or mention.entity is None or mention.entity not in state.gazetteer:
        return False
    kind = state.gazetteer.place_class(mention.entity)
    if kind in MUTE:
        return False
    first = fold_name(mention.text).split(" ")[0].removeprefix("ال")
    return first == stem or stem in state.party.stand_ins.get(kind or "", ())
