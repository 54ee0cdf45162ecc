"""Find the parties of events as the text writes them: office or body, state, honorific and name in one chunk.

A chunk teaches the document: after «وزير الخارجية الإيراني عباس عراقجي» a bare «عراقجي» is the same person, and
«الوزير» the same office.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from geo.gazetteer.store import Gazetteer
from geo.recognise.actor_names import NAMELESS, teach, title_before, unknown_name, with_name
from geo.recognise.actor_state import HARD, Reading, Word, acts_for, keep, stands_for
from geo.recognise.lexicon import Lexicon
from geo.recognise.party_words import Head, party_words
from geo.recognise.trigger_table import Reading as TriggerReading
from geo.records import Document, Mention, Sentence
from geo.signs import Chunk
from geo.text.fold import Folded, fold_name

_WORDS = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
#: Most characters and words between an office and its state («وزير الدفاع والإنتاج الحربي المصري»).
_STATE_GAP, _STATE_WORDS = 45, 4
#: Heads that point back to nobody when they stand alone («المسؤولين», «الدولة»).
_NOT_ALONE = NAMELESS | {
    "diplomacy", "state", "delegation_body", "organisation_body", "group_body", "party_body", "regime"
}  # fmt: skip
#: A space and an attached «و» between two adjectives.
_BESIDE = 2
#: Senses of words that may stand inside an office's title.
_IN_TITLES = frozenset({"class", "capital", "topic"})
#: What joins an English office to its state («the president of the Philippines»).
_OF = frozenset({"of", "the", "for"})


def recognise(
    document: Document,
    folded: Folded,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    gazetteer: Gazetteer | None = None,
) -> tuple[Chunk, ...]:
    """Return the office, body, person and counterpart chunks of a document in text order.

    Parameters
    ----------
    document
        The text.
    folded
        Its folded text.
    sentences
        Its sentences; no chunk crosses their borders (full stops and line ends do the same work here).
    mentions
        Its resolved mentions: states, nisba adjectives, organisations and persons.
    lexicon
        Word lists of the language; ``offices`` and ``bodies`` hold the heads.
    gazetteer
        Tells whom a known person acts for on the day of publication; without it, only offices in the text do.

    Returns
    -------
    tuple of Chunk
        Spans of the original text; ``actor`` is the entity id of the state or organisation.
    """
    if not sentences:
        return ()
    words = [
        Word(match.group(), *folded.original(match.start(), match.end())) for match in _WORDS.finditer(folded.text)
    ]
    ordered = sorted(mentions, key=lambda mention: mention.start)
    state = Reading(
        document,
        words,
        [word.start for word in words],
        ordered,
        [mention.start for mention in ordered],
        party_words(lexicon, document.language),
        gazetteer,
    )
    _read_heads(state)
    _read_persons(state)
    _read_taught_names(state)
    return tuple(sorted(state.chunks, key=lambda chunk: chunk.start))


def _read_heads(state: Reading) -> None:
    inside = _inside_names(state)
    for at, word in enumerate(state.words):
        if word.start < state.covered or word.start in inside or _is_event(state, word.text):
            continue
        for stem, clitic in state.party.openings(word.text):
            length, head = _longest(state, at, stem, inside)
            if head is not None:
                _open_chunk(state, at, length, head, clitic)
                break


def _is_event(state: Reading, word: str) -> bool:
    """Tell whether a word is the name of an act («قمة») rather than of a body."""
    return any(one.sense == "event" and one.shape.noun for one in state.party.triggers.read(word))


def _inside_names(state: Reading) -> frozenset[int]:
    """Return the offsets of the words inside names of states and organisations: «الجمهورية» there is no office."""
    found = set()
    for mention in state.mentions:
        if mention.form != "adjective" and mention.kind != "person":
            first = bisect_left(state.starts, mention.start - len(mention.clitic))
            while first < len(state.words) and state.words[first].start < mention.end:
                found.add(state.words[first].start)
                first += 1
    return frozenset(found)


def _longest(state: Reading, at: int, stem: str, inside: frozenset[int]) -> tuple[int, Head | None]:
    for rest, head in state.party.heads[stem]:
        following = state.words[at + 1 : at + 1 + len(rest)]
        if any(word.start in inside for word in following):
            continue
        if tuple(word.text for word in following) == rest:
            return len(rest) + 1, head
    return 1, None


def _open_chunk(state: Reading, at: int, length: int, head: Head, clitic: str) -> None:
    first, last = state.words[at], state.words[at + length - 1]
    start = first.start + len(clitic) if not first.text.startswith("لل") else first.start + 1
    mention = _state_after(
        state, last.end, right_after=head.kind == "counterpart", delegation=head.group == "delegation"
    )
    if not head.acts or (head.group == "delegation_body" and not first.text[len(clitic) :].startswith(("ال", "ل"))):
        return
    before = _state_before(state, at) if mention is None or mention.kind == "person" else None
    if before is not None:
        group = (before.id, mention.id) if mention is not None else (before.id,)
        end = mention.end if mention is not None else last.end
        person = mention.entity if mention is not None else None
        found = Chunk(before.start, end, head.kind, before.entity, person, head.group, group, before.clitic)
        keep(state, found if person else with_name(state, found))
        return
    if mention is None:
        _anaphor(
            state, Chunk(start, last.end, "anaphor", head=head.group, clitic=clitic), f"{first.text} {last.text}", head
        )
        return
    if mention.kind == "person":
        actor = acts_for(state, mention.entity)
        keep(state, Chunk(start, mention.end, head.kind, actor, mention.entity, head.group, (mention.id,), clitic))
        return
    actor = stands_for(state, mention.entity)
    chunk = Chunk(start, mention.end, head.kind, actor, None, head.group, (mention.id,), clitic)
    keep(state, with_name(state, chunk))
    _second_adjective(state, chunk, mention)


def _state_after(state: Reading, end: int, *, right_after: bool, delegation: bool) -> Mention | None:
    """Return the mention of the state (or organisation, or person) that an office belongs to."""
    at = bisect_left(state.mention_starts, end)
    while at < len(state.mentions):
        mention = state.mentions[at]
        at += 1
        gap = state.document.text[end : mention.start]
        if len(gap) > (3 if right_after else _STATE_GAP) or HARD.search(gap) or "،" in gap or "," in gap:
            return None
        if not _passable(state, end, mention.start, delegation=delegation):
            return None
        bare = mention.clitic.lstrip("وف")
        if mention.form == "in_name" or not (
            bare == "" or (bare == "ل" and (mention.kind == "organisation" or gap.strip() == "ل"))
        ):
            return None
        if mention.kind == "person" or mention.form == "adjective" or mention.kind == "organisation":
            return mention
        if mention.entity is not None and mention.entity.startswith("country:"):
            return mention
        if mention.form != "metonym":
            return None
    return None


def _state_before(state: Reading, at: int) -> Mention | None:
    """Return the state right before an office («US Secretary of State», «российский президент»)."""
    if state.document.language not in {"en", "ru"} or at == 0:
        return None
    index = bisect_left(state.mention_starts, state.words[at].start) - 1
    if index < 0:
        return None
    mention = state.mentions[index]
    gap = state.document.text[mention.end : state.words[at].start]
    country = mention.form == "adjective" or (mention.entity or "").startswith(("country:", "org:"))
    return mention if country and gap in {" ", "'s ", "’s "} and mention.form != "in_name" else None


def _passable(state: Reading, start: int, end: int, *, delegation: bool = False) -> bool:
    """Tell whether only words of the office's title stand between ``start`` and ``end``."""
    first = bisect_left(state.starts, start)
    count = 0
    while first < len(state.words) and state.words[first].start < end:
        word = state.words[first]
        first += 1
        count += 1
        if word.end > end or word.text in state.party.inner or word.text in state.party.honorifics:
            continue
        if (delegation and word.text == "من") or (word.text in _OF and state.document.language == "en"):
            continue
        if _opens_counterpart(state, word.text):
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
    bare = state.party.language == "ar" and not _is_definite(word)
    return reading.sense != "event" or not reading.shape.noun or bare


def _is_definite(words: str) -> bool:
    """Tell whether an Arabic head («الوزير», «وزير الخارجية») has the article, at either end."""
    return any(word.lstrip("وفبك").startswith(("ال", "لل")) for word in words.split())


def _opens_counterpart(state: Reading, word: str) -> bool:
    """Tell whether a word opens a party of its own («التقى الوزير نظيره الياباني»)."""
    party = state.party
    return any(head.kind == "counterpart" for stem, _ in party.openings(word) for _, head in party.heads[stem])


def _second_adjective(state: Reading, chunk: Chunk, mention: Mention) -> None:
    """Read the second state of «الحكومتان التركية والجزائرية» as a party of its own."""
    at = bisect_left(state.mention_starts, mention.end)
    if at >= len(state.mentions) or state.covered > state.mentions[at].start:
        return
    second = state.mentions[at]
    if second.form == "adjective" == mention.form and second.clitic == "و" and second.start - mention.end <= _BESIDE:
        keep(state, Chunk(second.start, second.end, chunk.kind, second.entity, None, chunk.head, (second.id,), "و"))


def _anaphor(state: Reading, chunk: Chunk, words: str, head: Head) -> None:
    """Keep a bare «الوزير» or «نظيره» with the actor that its office had last."""
    if head.kind == "counterpart":
        _, stop = unknown_name(state, chunk.end)
        state.chunks.append(replace(chunk, kind="counterpart", end=max(chunk.end, stop)))
    elif head.group in state.offices and head.group not in _NOT_ALONE and _is_definite(words):
        state.chunks.append(replace(chunk, actor=state.offices[head.group]))
        state.covered = chunk.end
    elif head.kind == "office" and head.group not in NAMELESS:
        start, end = unknown_name(state, chunk.end)
        if end > start and fold_name(state.document.text[start:end]).split()[0] in state.party.given_names:
            name = state.document.text[start:end]
            keep(state, teach(state, replace(chunk, kind="office", end=end, person=name), name))


def _read_persons(state: Reading) -> None:
    """Make a chunk of each person that no office introduced, and let offices teach who they act for."""
    actors = {chunk.person: chunk.actor for chunk in state.chunks if chunk.person and chunk.actor}
    for mention in state.mentions:
        if mention.kind == "person" and mention.id not in state.taken:
            actor = actors.get(mention.entity or "") or acts_for(state, mention.entity)
            start, clitic = title_before(state, mention)
            state.chunks.append(Chunk(start, mention.end, "person", actor, mention.entity, "", (mention.id,), clitic))
        elif mention.form in {"name", "metonym"} and mention.id not in state.taken:
            actor = stands_for(state, mention.entity)
            if actor != mention.entity:
                state.chunks.append(
                    Chunk(mention.start, mention.end, "body", actor, None, "", (mention.id,), mention.clitic)
                )


def _read_taught_names(state: Reading) -> None:
    """Find later bare surnames of persons that the document introduced."""
    if not state.names:
        return
    spans = sorted((chunk.start, chunk.end) for chunk in state.chunks)
    starts = [start for start, _ in spans]
    for word in state.words:
        for clitic in ("", "و", "ل", "ب"):
            if not word.text.startswith(clitic) or (taught := state.names.get(word.text[len(clitic) :])) is None:
                continue
            start = word.start + len(clitic)
            at = bisect_left(starts, start + 1) - 1
            if at < 0 or spans[at][1] <= start:
                state.chunks.append(Chunk(start, word.end, "person", taught[0], taught[1], "", (), clitic))
            break
