"""What a document takes for granted about its parties: whose ministry it means, and which group «الحركة» is."""

from __future__ import annotations

import re
from bisect import bisect_left

from geo.recognise.actor_state import MUTE, Reading
from geo.recognise.party_words import Head
from geo.records import Mention
from geo.text.fold import fold_name

#: How far into a text its dateline reaches (characters), and what closes it.
_DATELINE = 40
_CLOSES = re.compile(r"\s*(?:[-–—:/|(]|,\s)")
#: Heads that stand for a group or organisation named before.
GROUPS = frozenset({"group_body", "party_body", "organisation_body"})

#: Offices and bodies of which a state has one.
_ONE_OF = frozenset({
    "president", "prime_minister", "foreign_minister", "defence_minister", "interior_minister", "speaker",
    "foreign_ministry", "defence_ministry", "interior_ministry", "finance_ministry", "oil_minister", "parliament",
    "foreign_ministry_spokesperson", "security_council_secretary", "nuclear_chief", "atomic_energy_organisation",
    "supreme_leader", "presidency", "army", "crown_prince", "king", "emir", "chancellor", "deputy_foreign_minister",
})  # fmt: skip


def home_of(state: Reading) -> str | None:
    """Return the country whose the text's bare ministries are: that of the dateline, or of a text with «کشورمان»."""
    dateline, ours = _of_dateline(state), state.party.homelands
    return _of_newspaper(state) if ours and dateline not in ours else dateline


def _of_newspaper(state: Reading) -> str | None:
    """Return the homeland of the language's newspapers where the text speaks as one of them («کشورمان»)."""
    party = state.party
    first = party.homelands[0]
    implied = {form.split(" ")[0] for form, entity in party.implied.items() if entity == first}
    for at, word in enumerate(state.words):
        if word.text in party.ours or (word.text in implied and _implied_at(state, at) == first):
            return first
    return None


def _last_land(state: Reading, start: int) -> str | None:
    """Return the country named last before an offset: whose the «صدراعظم این کشور» is."""
    at = bisect_left(state.mention_starts, start)
    lands = (one.entity for one in reversed(state.mentions[:at]) if one.form != "in_name" and one.entity)
    return next((entity for entity in lands if entity.startswith("country:")), None)


def _implied_at(state: Reading, at: int) -> str | None:
    """Return the state that the office opening at a word means without saying so."""
    for length in (4, 3, 2, 1):
        words = " ".join(word.text for word in state.words[at : at + length])
        if (entity := state.party.implied.get(words)) is not None:
            return entity
    return None


def our_own(state: Reading, at: int, length: int) -> tuple[str | None, int]:
    """Return whose an office is that names no state, and how many words say so: «وزیر خارجه کشورمان», «رهبر انقلاب»."""
    after = state.words[at + length : at + length + 1]
    if after and after[0].text in state.party.ours:
        return state.home, length + 1
    for phrase in state.party.that_land:
        following = state.words[at + length : at + length + len(phrase)]
        if tuple(word.text for word in following) == phrase:
            return _last_land(state, state.words[at].start), length + len(phrase)
    words = " ".join(word.text for word in state.words[at : at + length])
    return state.party.implied.get(words), length


def _of_dateline(state: Reading) -> str | None:
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
    realms = next((known[stem] for stem, _ in state.party.openings[word] if stem in known), frozenset())
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


def meant_without_article(state: Reading, head: Head) -> str | None:
    """Return the same where no article tells a known office from any: only those that a state has one of."""
    if head.group not in _ONE_OF or not head.acts_for_state:
        return None
    return state.offices.get(head.group) or state.home
