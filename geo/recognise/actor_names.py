"""Find the name of a person beside an office, and remember whose name it is."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from geo.recognise.actor_state import HARD, Reading, Word, acts_for
from geo.records import Mention
from geo.signs import Chunk
from geo.text.fold import fold_name

#: Most characters between a state and the name that follows it.
_NAME_GAP = 22
_LONGEST_NAME, _SHORTEST_NAME, _SHORTEST_SURNAME = 3, 3, 4
#: Most words that a title without a state may run on before its holder's name.
_TITLE_WORDS = 5
#: Senses of words that end a title, and classes of organisations that are sides of their own within a state.
_TELLING = frozenset({"event", "light", "report", "that", "relative", "with", "between"})
_GROUPS = frozenset({"armed_group"})
#: How many words of a name a full name has at least.
_FULL = 2
#: Offices that are seldom followed by their holder's name.
NAMELESS = frozenset({"diplomat", "official", "delegation", "representative", "member_of_parliament"})


def with_name(state: Reading, chunk: Chunk) -> Chunk:
    """Add the person's name that follows the state, or stands before the office («X، وزير ...»)."""
    at = bisect_left(state.mention_starts, chunk.end)
    if at < len(state.mentions) and (mention := state.mentions[at]).kind == "person":
        gap = state.document.text[chunk.end : mention.start]
        if len(gap) <= _NAME_GAP and not HARD.search(gap) and only_titles(state, chunk.end, mention.start):
            named = replace(
                chunk,
                end=mention.end,
                actor=_own_group(state, mention.entity) or chunk.actor,
                person=mention.entity,
                mentions=(*chunk.mentions, mention.id),
            )
            return teach(state, named, mention.text)
    if chunk.kind == "counterpart" and state.document.language == "fa":
        return name_before(state, chunk)  # «با سادیر جپاروف، همتای قرقیز خود»
    if chunk.kind != "office" or chunk.head in NAMELESS:
        return chunk
    if (known := person_before(state, chunk)) is not None:
        named = replace(
            chunk, start=known.start, person=known.entity, clitic=known.clitic, mentions=(*chunk.mentions, known.id)
        )
        return teach(state, named, known.text)
    start, end = unknown_name(state, chunk.end)
    name = state.document.text[start:end]
    parts = fold_name(name).split()
    if len(parts) >= _FULL or (parts and parts[0] in state.party.given_names):
        return teach(state, replace(chunk, end=end, person=name), name)
    return name_before(state, chunk)


def _own_group(state: Reading, person: str | None) -> str | None:
    """Return the armed group that a known person leads, whatever state the text gives the office («الجيش الليبي»)."""
    actor = acts_for(state, person)
    if actor is None or state.gazetteer is None or actor not in state.gazetteer:
        return None
    return actor if state.gazetteer.place_class(actor) in _GROUPS else None


def holder_after(state: Reading, end: int) -> Mention | None:
    """Return the known person behind an office without a state.

    «رئيس المجلس الرئاسي لحكومة الوفاق، فائز السراج»
    """
    at = bisect_left(state.mention_starts, end)
    if at >= len(state.mentions) or (mention := state.mentions[at]).kind != "person":
        return None
    gap = state.document.text[end : mention.start]
    first, last = bisect_left(state.starts, end), bisect_left(state.starts, mention.start)
    told = any(
        one.sense in _TELLING for word in state.words[first:last] for one in state.party.triggers.read(word.text)
    )
    marks = gap.rstrip().rstrip("،,")
    return None if told or last - first > _TITLE_WORDS or HARD.search(gap) or "،" in marks or "," in marks else mention


def only_titles(state: Reading, start: int, end: int) -> bool:
    """Tell whether only titles stand between two offsets."""
    first = bisect_left(state.starts, start)
    while first < len(state.words) and state.words[first].start < end:
        if state.words[first].text not in state.party.honorifics:
            return False
        first += 1
    return True


def unknown_name(state: Reading, end: int) -> tuple[int, int]:
    """Return the span of a name that no list holds, right after an office; empty where there is none."""
    at = bisect_left(state.starts, end)
    while at < len(state.words) and state.words[at].text in state.party.honorifics:
        at += 1
    start = stop = end
    taken = 0
    while at < len(state.words) and taken < _LONGEST_NAME:
        word = state.words[at]
        gap = state.document.text[stop if taken else end : word.start]
        if not may_name(state, word, first=taken == 0) or HARD.search(gap) or "،" in gap or "," in gap:
            break
        if taken == 0:
            start = word.start
        stop, taken, at = word.end, taken + 1, at + 1
    return (start, stop) if taken else (end, end)


def may_name(state: Reading, word: Word, *, first: bool) -> bool:
    """Tell whether an unknown word may belong to a name; the first word of a name is judged by its beginning."""
    text, party = word.text, state.party
    if len(text) < _SHORTEST_NAME or text in party.never or text in party.dates:
        return False
    if party.triggers.read(text) or party.openings[text] or not _looks_named(state, word, first=first):
        return False
    at = bisect_left(state.mention_starts, word.start)
    return not (at < len(state.mentions) and state.mentions[at].start < word.end)


def _looks_named(state: Reading, word: Word, *, first: bool) -> bool:
    if state.document.language in {"ru", "en"}:
        return state.document.text[word.start].isupper()
    text, party = word.text, state.party
    if not first or text in party.given_names or not party.not_first:
        return True
    return not text.startswith(party.not_first) or text.startswith(party.yet_first)


def person_before(state: Reading, chunk: Chunk) -> Mention | None:
    """Return the known person of «عباس عراقجي، وزير الخارجية الإيراني»."""
    index = bisect_left(state.mention_starts, chunk.start) - 1
    while index > 0 and state.mentions[index].form == "in_name":
        index -= 1
    if index < 0 or state.mentions[index].kind != "person" or state.mentions[index].end > chunk.start:
        return None
    gap = state.document.text[state.mentions[index].end : chunk.start - len(chunk.clitic)].strip()
    return state.mentions[index] if gap in {"،", ","} else None


def name_before(state: Reading, chunk: Chunk) -> Chunk:
    """Find the name in «ناصر بوريطة، وزير الخارجية المغربي»."""
    at = bisect_left(state.starts, chunk.start - len(chunk.clitic)) - 1
    if at < 1 or state.document.text[state.words[at].end : chunk.start].strip() not in {"،", ","}:
        return chunk
    first = at
    while first >= 0 and at - first < _LONGEST_NAME + 1:
        word = state.words[first]
        if not may_name(state, word, first=False) or (
            first < at and HARD.search(state.document.text[word.end : state.words[first + 1].start])
        ):
            break
        first -= 1
    first += 1
    if at - first < 1:
        return chunk
    start, end = state.words[first].start, state.words[at].end
    name = state.document.text[start:end]
    return teach(state, replace(chunk, start=start, person=name, clitic=""), name)


def teach(state: Reading, chunk: Chunk, name: str) -> Chunk:
    """Remember whose name this is, where the name is surely one."""
    parts = [fold_name(part) for part in name.split()]
    known = chunk.person is not None and chunk.person.startswith("person:")
    if len(parts) < _FULL or not (known or parts[0] in state.party.given_names or recurs(state, parts[-1])):
        return chunk
    if len(parts[-1]) >= _SHORTEST_SURNAME and not state.party.triggers.read(parts[-1]):
        state.names.setdefault(parts[-1], (chunk.actor, chunk.person or name))
    return chunk


def recurs(state: Reading, surname: str) -> bool:
    """Tell whether a surname stands elsewhere too; a word that stands once teaches nothing."""
    return sum(word.text in {surname, "و" + surname, "ل" + surname} for word in state.words) > 1


def title_before(state: Reading, mention: Mention) -> tuple[int, str]:
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
