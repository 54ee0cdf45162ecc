"""Read on from an office or body to the state, organisation or person that it belongs to."""

from __future__ import annotations

from bisect import bisect_left

from geo.recognise.actor_state import HARD, Reading, stands_for
from geo.recognise.trigger_table import Reading as TriggerReading
from geo.records import Mention
from geo.text.fold import fold_name

#: Most characters and words between an office and its state («وزير الدفاع والإنتاج الحربي المصري»).
_STATE_GAP, _STATE_WORDS = 45, 4
#: Senses of words that may stand inside an office's title.
_IN_TITLES = frozenset({"class", "capital", "topic"})
#: Endings of the Russian adjective in «глава японского МИДа».
_GENITIVE = ("ого", "его", "ой", "ей", "их", "ых")
#: What joins an English office to its state («the president of the Philippines»).
_OF = frozenset({"of", "the", "for"})


def state_after(state: Reading, end: int, *, right_after: bool, delegation: bool, body: bool = False) -> Mention | None:
    """Return the mention of the state (or organisation, or person) that an office belongs to."""
    at = bisect_left(state.mention_starts, end)
    while at < len(state.mentions):
        mention = state.mentions[at]
        at += 1
        gap = state.document.text[end : mention.start].rstrip('«"')
        if len(gap) > (3 if right_after else _STATE_GAP) or HARD.search(gap) or "،" in gap or "," in gap:
            return None
        if not _passable(state, end, mention.start, delegation=delegation, body=body):
            return None
        bare = mention.clitic.lstrip("وف")
        if (
            mention.form == "in_name"
            or _others_name(state, mention, gap)
            or not (bare == "" or (bare == "ل" and (mention.kind == "organisation" or gap.strip() == "ل")))
        ):
            return None
        if mention.form == "adjective" and state.document.language == "ru" and not mention.text.endswith(_GENITIVE):
            return None  # it belongs to what follows it
        if _owns_offices(state, mention):
            return mention
        if mention.form != "metonym":
            return None
    return None


def _owns_offices(state: Reading, mention: Mention) -> bool:
    """Tell whether a mention may be what an office belongs to: a person, body or state, or a house («Белого дома»)."""
    if mention.kind in {"person", "organisation"} or mention.form == "adjective":
        return True
    country = mention.entity is not None and mention.entity.startswith("country:")
    return country or stands_for(state, mention.entity) != mention.entity


def _others_name(state: Reading, mention: Mention, gap: str) -> bool:
    """«وزیر امور خارجه و سرگئی لاوروف»: more than titles stand between a Persian office and the name."""
    if mention.kind != "person" or state.party.language != "fa":
        return False
    words = [fold_name(word) for word in gap.split()]
    return any(word not in state.party.honorifics and word not in state.party.inner for word in words)


def state_before(state: Reading, at: int) -> Mention | None:
    """Return the state right before an office («US Secretary of State», «российский президент»)."""
    if state.document.language not in {"en", "ru"} or at == 0:
        return None
    index = bisect_left(state.mention_starts, state.words[at].start) - 1
    if index < 0:
        return None
    mention = state.mentions[index]
    gap = state.document.text[mention.end : state.words[at].start]
    named = state.document.language == "en" and (mention.entity or "").startswith(("country:", "org:"))
    country = mention.form == "adjective" or named
    return mention if country and gap in {" ", "'s ", "’s "} and mention.form != "in_name" else None


def _passable(state: Reading, start: int, end: int, *, delegation: bool = False, body: bool = False) -> bool:
    """Tell whether only words of the office's title stand between ``start`` and ``end``."""
    first = bisect_left(state.starts, start)
    count = 0
    while first < len(state.words) and state.words[first].start < end:
        word = state.words[first]
        first += 1
        count += 1
        if body and is_definite(word.text) and _opens(state, word.text):
            return False
        if word.end > end or word.text in state.party.inner or word.text in state.party.honorifics:
            continue
        if (delegation and word.text in {"من", "عن", "from"}) or (word.text in _OF and state.document.language == "en"):
            continue
        if _opens(state, word.text, "counterpart"):
            return False
        if count > _STATE_WORDS or any(_closes(state, one, word.text) for one in state.party.triggers.read(word.text)):
            return False
    return True


def _closes(state: Reading, reading: TriggerReading, word: str) -> bool:
    """Tell whether a word ends an office's title; a noun of class («رئيس حكومة إقليم ...») and an act do not.

    An Arabic act belongs to a title with its article only («وزير الحرب», but «أعلنت المنظمة انضمام ...»).
    """
    if reading.sense in _IN_TITLES:
        return False
    bare = state.party.language == "ar" and not is_definite(word)
    return reading.sense != "event" or not reading.shape.noun or bare


def is_definite(words: str) -> bool:
    """Tell whether an Arabic head («الوزير», «وزير الخارجية») has the article, at either end."""
    return any(word.lstrip("وفبك").startswith(("ال", "لل")) for word in words.split())


def _opens(state: Reading, word: str, kind: str = "office") -> bool:
    """Tell whether a word opens a party of its own («التقى الوزير نظيره», «استدعت الوزارة السفير»)."""
    party = state.party
    return any(head.kind == kind and not rest for stem, _ in party.openings[word] for rest, head in party.heads[stem])
