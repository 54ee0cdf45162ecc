"""Find the parties of events as the text writes them: office or body, state, honorific and name in one chunk.

A chunk teaches the document: after «وزير الخارجية الإيراني عباس عراقجي» a bare «عراقجي» is the same person, and
«الوزير» the same office.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from geo.gazetteer.store import Gazetteer
from geo.recognise.lexicon import Lexicon
from geo.recognise.party_words import Head, PartyWords, party_words
from geo.records import Document, Mention, Sentence
from geo.signs import Chunk
from geo.text.fold import Folded, fold_name

_WORDS = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_HARD = re.compile(r"[.؟?!؛;:\n\"«»()“”]")
#: Most characters and words between an office and its state («وزير الدفاع والإنتاج الحربي المصري»).
_STATE_GAP, _STATE_WORDS = 45, 4
#: Most characters between a state and the name that follows it.
_NAME_GAP = 22
_LONGEST_NAME, _SHORTEST_SURNAME = 3, 4
#: Offices that are seldom followed by their holder's name.
_NAMELESS = frozenset({"diplomat", "official", "delegation", "representative", "member_of_parliament"})
#: Heads that point back to nobody when they stand alone («المسؤولين», «الدولة»).
_NOT_ALONE = _NAMELESS | {
    "diplomacy",
    "state",
    "delegation_body",
    "organisation_body",
    "group_body",
    "party_body",
    "regime",
}
#: What joins an English office to its state («the president of the Philippines»).
_OF = frozenset({"of", "the", "for"})
#: Beginnings of words that are hardly a first name (article, particles, present tense), and of names among them.
_NOT_NAMES = ("ال", "لل", "ب", "ل", "و", "ف", "ست", "سي", "ي", "ت")
_YET_NAMES = (
    "بو",
    "لي",
    "لا",
    "لو",
    "فلا",
    "وان",
    "ول",
    "با",
    "بن",
    "بي",
    "فول",
    "في",
    "فر",
    "تي",
    "تو",
    "يو",
    "ياي",
    "سير",
    "ستي",
)
_ADVERBS = frozenset("اليوم امس غدا السابق السابقه السابقة الحالي الحالية ايضا الاسبق الراحل الان هنا هناك علي".split())


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


@dataclass(slots=True)
class _State:
    """What has been read of one document so far."""

    document: Document
    words: list[_Word]
    starts: list[int]
    mentions: list[Mention]
    mention_starts: list[int]
    party: PartyWords
    gazetteer: Gazetteer | None = None
    chunks: list[Chunk] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    names: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    covered: int = 0


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
        _Word(match.group(), *folded.original(match.start(), match.end())) for match in _WORDS.finditer(folded.text)
    ]
    ordered = sorted(mentions, key=lambda mention: mention.start)
    state = _State(
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


def _read_heads(state: _State) -> None:
    inside = _inside_names(state)
    for at, word in enumerate(state.words):
        if word.start < state.covered or word.start in inside or _is_event(state, word.text):
            continue
        for stem, clitic in state.party.openings(word.text):
            length, head = _longest(state, at, stem, inside)
            if head is not None:
                _open_chunk(state, at, length, head, clitic)
                break


def _is_event(state: _State, word: str) -> bool:
    """Tell whether a word is the name of an act («قمة») rather than of a body."""
    return any(one.sense == "event" and one.shape.noun for one in state.party.triggers.read(word))


def _inside_names(state: _State) -> frozenset[int]:
    """Return the offsets of the words inside names of states and organisations: «الجمهورية» there is no office."""
    found = set()
    for mention in state.mentions:
        if mention.form != "adjective" and mention.kind != "person":
            first = bisect_left(state.starts, mention.start - len(mention.clitic))
            while first < len(state.words) and state.words[first].start < mention.end:
                found.add(state.words[first].start)
                first += 1
    return frozenset(found)


def _longest(state: _State, at: int, stem: str, inside: frozenset[int]) -> tuple[int, Head | None]:
    for rest, head in state.party.heads[stem]:
        following = state.words[at + 1 : at + 1 + len(rest)]
        if any(word.start in inside for word in following):
            continue
        if tuple(word.text for word in following) == rest:
            return len(rest) + 1, head
    return 1, None


def _open_chunk(state: _State, at: int, length: int, head: Head, clitic: str) -> None:
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
        _keep(state, found if person else _with_name(state, found))
        return
    if mention is None:
        _anaphor(state, Chunk(start, last.end, "anaphor", head=head.group, clitic=clitic), first.text, head)
        return
    if mention.kind == "person":
        actor = _acts_for(state, mention.entity)
        _keep(state, Chunk(start, mention.end, head.kind, actor, mention.entity, head.group, (mention.id,), clitic))
        return
    actor = _stands_for(state, mention.entity)
    chunk = Chunk(start, mention.end, head.kind, actor, None, head.group, (mention.id,), clitic)
    _keep(state, _with_name(state, chunk))
    _second_adjective(state, chunk, mention)


def _keep(state: _State, chunk: Chunk) -> None:
    state.chunks.append(chunk)
    state.taken.update(chunk.mentions)
    state.covered = chunk.end
    if chunk.actor is not None:
        state.offices[chunk.head] = chunk.actor


def _state_after(state: _State, end: int, *, right_after: bool, delegation: bool) -> Mention | None:
    """Return the mention of the state (or organisation, or person) that an office belongs to."""
    at = bisect_left(state.mention_starts, end)
    while at < len(state.mentions):
        mention = state.mentions[at]
        at += 1
        gap = state.document.text[end : mention.start]
        if len(gap) > (3 if right_after else _STATE_GAP) or _HARD.search(gap) or "،" in gap or "," in gap:
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


def _state_before(state: _State, at: int) -> Mention | None:
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


def _passable(state: _State, start: int, end: int, *, delegation: bool = False) -> bool:
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
        if count > _STATE_WORDS or any(
            one.sense != "event" or not one.shape.noun for one in state.party.triggers.read(word.text)
        ):
            return False
    return True


def _with_name(state: _State, chunk: Chunk) -> Chunk:
    """Add the person's name that follows the state, or stands before the office («X، وزير ...»)."""
    at = bisect_left(state.mention_starts, chunk.end)
    if at < len(state.mentions) and (mention := state.mentions[at]).kind == "person":
        gap = state.document.text[chunk.end : mention.start]
        if len(gap) <= _NAME_GAP and not _HARD.search(gap) and _only_titles(state, chunk.end, mention.start):
            named = replace(chunk, end=mention.end, person=mention.entity, mentions=(*chunk.mentions, mention.id))
            return _teach(state, named, mention.text)
    if chunk.kind != "office" or chunk.head in _NAMELESS:
        return chunk
    if (known := _person_before(state, chunk)) is not None:
        named = replace(
            chunk, start=known.start, person=known.entity, clitic=known.clitic, mentions=(*chunk.mentions, known.id)
        )
        return _teach(state, named, known.text)
    start, end = _unknown_name(state, chunk.end)
    if end > start:
        name = state.document.text[start:end]
        return _teach(state, replace(chunk, end=end, person=name), name)
    return _name_before(state, chunk)


def _only_titles(state: _State, start: int, end: int) -> bool:
    first = bisect_left(state.starts, start)
    while first < len(state.words) and state.words[first].start < end:
        if state.words[first].text not in state.party.honorifics:
            return False
        first += 1
    return True


def _unknown_name(state: _State, end: int) -> tuple[int, int]:
    """Return the span of a name that no list holds, right after an office; empty where there is none."""
    at = bisect_left(state.starts, end)
    while at < len(state.words) and state.words[at].text in state.party.honorifics:
        at += 1
    start = stop = end
    taken = 0
    while at < len(state.words) and taken < _LONGEST_NAME:
        word = state.words[at]
        gap = state.document.text[stop if taken else end : word.start]
        if not _may_name(state, word, first=taken == 0) or _HARD.search(gap) or "،" in gap or "," in gap:
            break
        if taken == 0:
            start = word.start
        stop, taken, at = word.end, taken + 1, at + 1
    return (start, stop) if taken else (end, end)


def _may_name(state: _State, word: _Word, *, first: bool) -> bool:
    text = word.text
    if (
        len(text) < 3
        or text in _ADVERBS
        or text in state.party.dates
        or state.party.triggers.read(text)
        or state.party.openings(text)
    ):
        return False
    if state.document.language == "ar":
        if (
            first
            and text not in state.party.given_names
            and text.startswith(_NOT_NAMES)
            and not text.startswith(_YET_NAMES)
        ):
            return False
    elif state.document.language in {"ru", "en"} and not state.document.text[word.start].isupper():
        return False
    at = bisect_left(state.mention_starts, word.start)
    return not (at < len(state.mentions) and state.mentions[at].start < word.end)


def _person_before(state: _State, chunk: Chunk) -> Mention | None:
    """Return the known person of «عباس عراقجي، وزير الخارجية الإيراني»."""
    index = bisect_left(state.mention_starts, chunk.start) - 1
    if index < 0 or state.mentions[index].kind != "person" or state.mentions[index].end > chunk.start:
        return None
    gap = state.document.text[state.mentions[index].end : chunk.start - len(chunk.clitic)].strip()
    return state.mentions[index] if gap in {"،", ","} else None


def _name_before(state: _State, chunk: Chunk) -> Chunk:
    """Find the name in «رمطان العمامرة، وزير الخارجية الجزائري»."""
    at = bisect_left(state.starts, chunk.start - len(chunk.clitic)) - 1
    if at < 1 or state.document.text[state.words[at].end : chunk.start].strip() not in {"،", ","}:
        return chunk
    first = at
    while first >= 0 and at - first < _LONGEST_NAME + 1:
        word = state.words[first]
        if not _may_name(state, word, first=False) or (
            first < at and _HARD.search(state.document.text[word.end : state.words[first + 1].start])
        ):
            break
        first -= 1
    first += 1
    if at - first < 1:
        return chunk
    start, end = state.words[first].start, state.words[at].end
    name = state.document.text[start:end]
    return _teach(state, replace(chunk, start=start, person=name, clitic=""), name)


def _teach(state: _State, chunk: Chunk, name: str) -> Chunk:
    """Remember whose name this is, where the name is surely one."""
    parts = [fold_name(part) for part in name.split()]
    known = chunk.person is not None and chunk.person.startswith("person:")
    if len(parts) < 2 or not (known or parts[0] in state.party.given_names or _recurs(state, parts[-1])):
        return chunk
    if len(parts[-1]) >= _SHORTEST_SURNAME and not state.party.triggers.read(parts[-1]):
        state.names.setdefault(parts[-1], (chunk.actor, chunk.person or name))
    return chunk


def _recurs(state: _State, surname: str) -> bool:
    """Tell whether a surname stands elsewhere too; a word that stands once teaches nothing."""
    return sum(word.text in {surname, "و" + surname, "ل" + surname} for word in state.words) > 1


def _second_adjective(state: _State, chunk: Chunk, mention: Mention) -> None:
    """Read the second state of «الحكومتان التركية والجزائرية» as a party of its own."""
    at = bisect_left(state.mention_starts, mention.end)
    if at >= len(state.mentions) or state.covered > state.mentions[at].start:
        return
    second = state.mentions[at]
    if second.form == "adjective" == mention.form and second.clitic == "و" and second.start - mention.end <= 2:
        _keep(state, Chunk(second.start, second.end, chunk.kind, second.entity, None, chunk.head, (second.id,), "و"))


def _anaphor(state: _State, chunk: Chunk, word: str, head: Head) -> None:
    """Keep a bare «الوزير» or «نظيره» with the actor that its office had last."""
    if head.kind == "counterpart":
        name = _unknown_name(state, chunk.end)
        state.chunks.append(replace(chunk, kind="counterpart", end=max(chunk.end, name[1])))
    elif head.group in state.offices and head.group not in _NOT_ALONE and word.lstrip("وفبك").startswith(("ال", "لل")):
        state.chunks.append(replace(chunk, actor=state.offices[head.group]))
        state.covered = chunk.end
    elif head.kind == "office" and head.group not in _NAMELESS:
        start, end = _unknown_name(state, chunk.end)
        if end > start and fold_name(state.document.text[start:end]).split()[0] in state.party.given_names:
            name = state.document.text[start:end]
            _keep(state, _teach(state, replace(chunk, kind="office", end=end, person=name), name))


def _acts_for(state: _State, person: str | None) -> str | None:
    """Return the state or organisation that a known person acts for: by the last office begun before publication."""
    if state.gazetteer is None or person is None or person not in state.gazetteer:
        return None
    offices = state.gazetteer.offices(person)
    day = state.document.published
    begun = [office for office in offices if day is None or office.start is None or office.start <= day]
    return (begun or list(offices))[-1].entity if offices else None


def _stands_for(state: _State, entity: str | None) -> str | None:
    """Return the state that an organisation or building stands for (the Kremlin), else the entity itself."""
    if state.gazetteer is None or entity is None or entity not in state.gazetteer:
        return entity
    return state.gazetteer.stands_for(entity) or entity


def _read_persons(state: _State) -> None:
    """Make a chunk of each person that no office introduced, and let offices teach who they act for."""
    actors = {chunk.person: chunk.actor for chunk in state.chunks if chunk.person and chunk.actor}
    for mention in state.mentions:
        if mention.kind == "person" and mention.id not in state.taken:
            actor = actors.get(mention.entity) or _acts_for(state, mention.entity)
            start, clitic = _title_before(state, mention)
            state.chunks.append(Chunk(start, mention.end, "person", actor, mention.entity, "", (mention.id,), clitic))
        elif mention.form in {"name", "metonym"} and mention.id not in state.taken:
            actor = _stands_for(state, mention.entity)
            if actor != mention.entity:
                state.chunks.append(
                    Chunk(mention.start, mention.end, "body", actor, None, "", (mention.id,), mention.clitic)
                )


def _title_before(state: _State, mention: Mention) -> tuple[int, str]:
    """Return where a person's chunk begins, titles («السيد») and their attached particle counted in."""
    start, clitic = mention.start, mention.clitic
    at = bisect_left(state.starts, mention.start - len(clitic)) - 1
    while at >= 0 and start - state.words[at].end <= 1 and not clitic:
        word = state.words[at]
        bare = next(
            (
                c
                for c in ("", "و", "ل", "ب", "وب", "ول")
                if word.text[len(c) :] in state.party.honorifics and word.text.startswith(c)
            ),
            None,
        )
        if bare is None:
            break
        start, clitic, at = word.start + len(bare), bare, at - 1
    return start, clitic


def _read_taught_names(state: _State) -> None:
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
