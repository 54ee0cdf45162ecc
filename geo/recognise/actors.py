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
from geo.recognise.actor_memory import GROUPS, home_of, our_own
from geo.recognise.actor_names import NAMELESS, holder_after, title_before, with_name
from geo.recognise.actor_phrase import state_after, state_before
from geo.recognise.actor_state import HARD, Reading, acts_for, keep, stands_for, words_of
from geo.recognise.anaphors import read_anaphor
from geo.recognise.lexicon import Lexicon
from geo.recognise.party_words import Head, party_words
from geo.records import Document, Mention, Sentence
from geo.signs import Chunk
from geo.text.fold import Folded

#: Longest unknown name between two adjectives of one office.
_NAME_GAP = 12
#: Marks that part two adjectives of one office, unless nothing but the mark stands between.
_PARTING = re.compile(HARD.pattern.removesuffix("]") + "،]")
#: A space and an attached «و» between two adjectives.
_BESIDE = 2
#: Heads that «من» or «عن» joins to those who sent them.
_SENT_BY = frozenset({"delegation", "delegation_body"})


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
    words = words_of(folded)
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
    state.home = home_of(state)
    _read_heads(state)
    _read_persons(state)
    _read_summits(state)
    _read_taught_names(state)
    return _without_overlaps(state.chunks)


def _without_overlaps(chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """Return the chunks in text order; of two that overlap the one that knows whom it stands for, then the longer."""
    kept: list[Chunk] = []
    for chunk in sorted(chunks, key=lambda one: (one.start, -one.end)):
        if kept and chunk.start < kept[-1].end:
            if kept[-1].actor is None and chunk.actor is not None:
                kept[-1] = chunk
        else:
            kept.append(chunk)
    return tuple(kept)


def _read_heads(state: Reading) -> None:
    inside = _inside_names(state)
    opening = state.party.opening
    for at, word in enumerate(state.words):
        openings = opening[word.text]
        if not openings or word.start < state.covered or word.start in inside:
            continue
        for stem, clitic in openings:
            length, head = _longest(state, at, stem, inside)
            if head is not None:
                _open_chunk(state, at, length, head, clitic)
                break


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
    for length, heads in state.party.by_length[stem]:
        following = state.words[at + 1 : at + length]
        head = heads.get(tuple([word.text for word in following]))
        if head is not None and not any(word.start in inside for word in following):
            return length, head
    return 1, None


def _open_chunk(state: Reading, at: int, length: int, head: Head, clitic: str) -> None:
    first, last = state.words[at], state.words[at + length - 1]
    start = first.start + len(clitic) if not first.text.startswith("لل") else first.start + 1
    mention = state_after(
        state,
        last.end,
        right_after=head.kind == "counterpart",
        delegation=head.group in _SENT_BY or (head.kind == "office" and state.document.language == "en"),
        body=head.kind == "body",
    )
    arabic = state.document.language == "ar"
    side = arabic and head.group == "delegation_body" and not first.text[len(clitic) :].startswith(("ال", "ل", "وفد"))
    if not head.acts or side:
        return
    before = state_before(state, at) if mention is None or mention.kind == "person" else None
    if before is not None:
        group = (before.id, mention.id) if mention is not None else (before.id,)
        end = mention.end if mention is not None else last.end
        person = mention.entity if mention is not None else None
        found = Chunk(before.start, end, head.kind, before.entity, person, head.group, group, before.clitic, head.cases)
        keep(state, found if person else with_name(state, found))
        return
    if mention is None:
        ours, said = our_own(state, at, length)
        if ours is not None:
            end = state.words[at + said - 1].end
            found = with_name(state, Chunk(start, end, head.kind, ours, None, head.group, (), clitic))
            named = acts_for(state, found.person)  # «عمران خان، نخست‌وزیر این کشور»
            keep(state, replace(found, actor=named) if named is not None and said > length else found)
            return
        mention = holder_after(state, last.end) if head.kind == "office" and head.group not in NAMELESS else None
    if mention is None:
        read_anaphor(
            state,
            Chunk(start, last.end, "anaphor", head=head.group, clitic=clitic, cases=head.cases),
            f"{first.text} {last.text}",
            head,
        )
        return
    if mention.kind == "person":
        actor = acts_for(state, mention.entity)
        person, group = mention.entity, (mention.id,)
        keep(state, Chunk(start, mention.end, head.kind, actor, person, head.group, group, clitic, head.cases))
        return
    actor = stands_for(state, mention.entity)
    if head.kind == "body" and head.group in GROUPS and mention.form == "adjective":
        actor = None  # «اتحاد العمال النيجيري» is not Nigeria
    elif head.group != "state":
        actor = state.party.regions.get(actor or "", actor)
    chunk = Chunk(start, mention.end, head.kind, actor, None, head.group, (mention.id,), clitic, head.cases)
    keep(state, with_name(state, chunk))
    _second_adjective(state, chunk, mention)


def _second_adjective(state: Reading, chunk: Chunk, mention: Mention) -> None:
    """Read the second state of «الحكومتان التركية والجزائرية» as a party of its own."""
    at = bisect_left(state.mention_starts, state.covered)
    if at >= len(state.mentions):
        return
    second = state.mentions[at]
    gap = state.document.text[state.covered : second.start]
    listed = gap.replace(" ", "") == "،و"  # «السعودي فيصل بن فرحان، والإيراني حسين ...»
    near = second.start - mention.end <= _BESIDE or listed or (len(gap) <= _NAME_GAP and not _PARTING.search(gap))
    if second.form == "adjective" == mention.form and second.clitic == "و" and near:
        other = Chunk(second.start, second.end, chunk.kind, second.entity, None, chunk.head, (second.id,), "و")
        keep(state, with_name(state, other))


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
            if mention.form == "metonym":
                actor = state.party.seats.get(mention.entity or "", actor)
            if actor != mention.entity:
                state.chunks.append(
                    Chunk(mention.start, mention.end, "body", actor, None, "", (mention.id,), mention.clitic)
                )


def _read_summits(state: Reading) -> None:
    """Read the bloc in «القمة العربية»: an adjective of region right after the name of a meeting."""
    for mention in state.mentions:
        bloc = state.party.regions.get(mention.entity or "")
        at = bisect_left(state.starts, mention.start) - 1
        if bloc is None or mention.form != "adjective" or mention.id in state.taken or at < 0:
            continue
        readings = state.party.triggers.read(state.words[at].text)
        if any(one.entry is not None and one.entry.alone and one.entry.type == "CONSULT" for one in readings):
            state.chunks.append(Chunk(mention.start, mention.end, "body", bloc, None, "", (mention.id,), ""))


def _read_taught_names(state: Reading) -> None:
    """Find later bare surnames of persons that the document introduced."""
    if not state.names:
        return
    spans = sorted((chunk.start, chunk.end) for chunk in state.chunks)
    starts = [start for start, _ in spans]
    # The bare name last: a surname that begins with «و» is one.
    known = state.names.items()
    wanted = {clitic + name: (clitic, *taught) for clitic in ("ب", "ل", "و", "") for name, taught in known}
    for word in state.words:
        if word.text in wanted:
            clitic, actor, person = wanted[word.text]
            start = word.start + len(clitic)
            at = bisect_left(starts, start + 1) - 1
            if at < 0 or spans[at][1] <= start:
                state.chunks.append(Chunk(start, word.end, "person", actor, person, "", (), clitic))
