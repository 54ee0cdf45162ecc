"""Find the words that may tell of events, and the cues by which such words are read."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from geo.recognise.english import english_part
from geo.recognise.lexicon import Lexicon
from geo.recognise.needs import need_after, need_before
from geo.recognise.trigger_table import Reading, TriggerTable, table_of
from geo.records import Document, Sentence
from geo.signs import Trigger
from geo.text.codes import Class, codes_of, places
from geo.text.fold import Folded
from geo.text.words import lettered

#: Marks that end or part clauses.
_MARK = Class(frozenset('؛;:.؟?!()\n,،"').__contains__)
#: How many marks (quotation, bracket) may close a sentence behind its full stop, and the stop itself.
_CLOSING = 3
#: How many words farther the noun of a collocation without an act may stand («ударит по экономике»).
_VOID_LEAD = 2
#: Cues after which a noun, and cues after which a verb follows.
_BEFORE_NOUNS = frozenset(
    {"with", "to", "on", "against", "in", "from", "about", "between", "adjunct", "during", "sequel"}
    | {"filler", "may", "light"}
)
_BEFORE_VERBS = frozenset({"that", "that_self", "relative", "break", "perfect", "negation", "future"})
_CLAUSE_WORDS = 8
_START = itemgetter(1)
_MARKS = {",": "comma", "،": "comma", "(": "open", ")": "close", '"': "quote"}


def recognise(
    document: Document, folded: Folded, sentences: Sequence[Sentence], lexicon: Lexicon
) -> tuple[Trigger, ...]:
    """Return triggers and cues in text order.

    Parameters
    ----------
    document
        The text; its language chooses the table.
    folded
        The folded text of the same document.
    sentences
        Its sentences; no expression crosses their borders.
    lexicon
        Word lists of the language (``cues`` and every list whose name begins with ``triggers``).

    Returns
    -------
    tuple of Trigger
        Spans of the original text.
    """
    table = table_of(lexicon, document.language)
    if not sentences:
        return ()
    tokens = _tokens(folded, sentences)
    idle = table.idle
    found: list[Trigger] = []
    at, count = 0, len(tokens)
    spent: set[int] = set()
    while at < count:
        word = tokens[at][0]
        if not word[0].isalpha():
            found.append(_mark(tokens[at], folded))
            at += 1
            continue
        if idle[word]:
            at += 1
            continue
        length, reading = _longest(table, tokens, at)
        told = reading is not None and reading.sense == "event"
        if told and (at in spent or (length == 1 and _is_half(folded.text, tokens[at]))):
            reading = None  # «قدمت طلبا»: the noun has told its act with the verb before it
        elif reading is not None and reading.entry is not None and reading.entry.needs:
            spent.add(at + need_after(table, reading, tokens, at))
        if reading is not None:
            found.append(_trigger(reading, folded, tokens[at][1], tokens[at + length - 1][2]))
        at += length
    return tuple(found)


def _tokens(folded: Folded, sentences: Sequence[Sentence]) -> list[tuple[str, int, int]]:
    """Return words and marks with their spans; a full stop inside a sentence («U.S.», «Gen. Smith») ends nothing."""
    stops = {one.end - closing for one in sentences for closing in range(_CLOSING)}
    text = folded.text
    marks = [
        (text[place], place, place + 1)
        for place in places(_MARK.mask(codes_of(text)))
        if text[place] != "." or folded.original(place, place + 1)[1] in stops
    ]
    words = [(text[start:end], start, end) for start, end in zip(*lettered(text, "'"), strict=True)]
    return sorted([*words, *marks], key=_START)


def _is_half(text: str, token: tuple[str, int, int]) -> bool:
    """Tell whether a word is half of a compound: there is no war in "war-torn"."""
    _, start, end = token
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return (after[:1] == "-" and after[1:].isalpha()) or (before[1:] == "-" and before[:1].isalpha())


def _mark(token: tuple[str, int, int], folded: Folded) -> Trigger:
    start, end = folded.original(token[1], token[2])
    return Trigger(start, end, _MARKS.get(token[0], "stop"))


def _longest(table: TriggerTable, tokens: list[tuple[str, int, int]], at: int) -> tuple[int, Reading | None]:
    """Return how many words are read at ``at`` and what they mean."""
    word = tokens[at][0]
    for stem, prefix in table.openings[word]:
        for length, phrases in table.by_length[stem]:
            group = phrases.get(tuple([other for other, _, _ in tokens[at + 1 : at + length]]))
            if group is None:
                continue
            reading = group[0] if table.language == "ar" else _prefer(table, group, tokens, at)
            if reading is not None:
                return length, (_with_clitic(reading, prefix) if prefix else reading)
    readings = table.read(word)
    return 1, (_prefer(table, readings, tokens, at) if readings else None)


def _with_clitic(reading: Reading, clitic: str) -> Reading:
    return Reading(reading.sense, reading.entry, reading.shape, clitic, reading.definite)


def _serves_nearer(table: TriggerTable, tokens: list[tuple[str, int, int]], at: int, distance: int) -> bool:
    """«проведёт встречу с ... перед саммитом»: a verb that may serve any act serves the nearest one."""
    between = (word for word, _, _ in tokens[at + 1 : at + distance])
    return any(one.entry is not None and one.shape.noun for word in between for one in table.read(word))


def _is_noun_here(
    table: TriggerTable, readings: Sequence[Reading], tokens: list[tuple[str, int, int]], at: int
) -> bool:
    """Tell whether an Arabic word that may be verb or noun («رفض», «دعمها») is a noun at this place.

    It is a verb where a clause begins; after a preposition, or under a verb of its clause, it is a noun.
    """
    if not any(one.entry and one.shape.noun for one in readings) or all(
        one.shape.noun for one in readings if one.entry
    ):
        return False
    if at == 0 or not tokens[at - 1][0][0].isalpha():
        return (
            any(one.shape.suffix and one.shape.noun for one in readings) and at > 0 and tokens[at - 1][0] in {"،", ","}
        )
    before = {one.sense for one in table.read(tokens[at - 1][0])}
    if before & _BEFORE_NOUNS:
        return True
    if "that" in before:
        return True  # «إلى أن طرد 34 دبلوماسيا ...»: what follows is no verb of the past
    if before & _BEFORE_VERBS or any(one.clitic in {"و", "ف"} for one in readings):
        return False
    for word, _, _ in reversed(tokens[max(0, at - _CLAUSE_WORDS) : at]):
        if not word[0].isalpha():
            break
        senses = {one.sense for one in table.read(word)}
        if senses & {"light", "report", "aside"}:
            return True
        if senses & _BEFORE_VERBS:
            break
    return any(one.shape.suffix and one.shape.noun for one in readings)


def _prefer(
    table: TriggerTable, readings: Sequence[Reading], tokens: list[tuple[str, int, int]], at: int
) -> Reading | None:
    """Choose among the meanings of a word: the closest complete collocation, else an event without one, else a cue."""
    if at and table.nouns_follow(tokens[at - 1][0]):
        readings = _after_determiner(table, readings, tokens, at)
    elif table.language == "en" and (part := english_part(table, readings, tokens, at)) is not None:
        readings = [one for one in readings if one.entry is None or one.shape.noun == (part == "noun")] or readings
    elif table.language == "ar" and _is_noun_here(table, readings, tokens, at):
        readings = [one for one in readings if one.entry is None or one.shape.noun]
    best: tuple[int, Reading] | None = None
    light = table.language == "ru" and any(one.sense == "light" for one in readings)
    if table.language == "ar" and tokens[at][0].endswith("ة") and (at == 0 or tokens[at - 1][0] not in {"،", ","}):
        readings = [one for one in readings if not one.shape.spoken]  # «دول معارضة» are no speaker who goes on
    for one in readings:
        if one.entry is not None and one.entry.needs:
            distance = need_after(table, one, tokens, at) or need_before(table, one, tokens, at)
            if light and distance and _serves_nearer(table, tokens, at, distance):
                continue
            nearer = distance - (_VOID_LEAD if one.sense == "skip" else 0)
            if distance and (best is None or nearer < best[0]):
                best = (nearer, one)
    if best is not None:
        return best[1]
    free = [one for one in readings if one.entry is None or not one.entry.needs]
    return next((one for one in free if one.entry is not None), free[0] if free else None)


def _after_determiner(
    table: TriggerTable, readings: Sequence[Reading], tokens: list[tuple[str, int, int]], at: int
) -> Sequence[Reading]:
    """Read "the raid", "and suspended": a noun where the word may be one, no plain verb behind an article."""
    nouns = [one for one in readings if one.entry is not None and one.shape.noun]
    if nouns:
        return [one for one in readings if one.entry is None or one.shape.noun]
    if tokens[at - 1][0] not in table.articles or tokens[at][0].endswith("ing"):
        return readings
    return [one for one in readings if one.entry is None or one.shape.tense != "present"]


def _trigger(reading: Reading, folded: Folded, start: int, end: int) -> Trigger:
    begin, stop = folded.original(start, end)
    shape = reading.shape
    return Trigger(
        start=begin,
        end=stop,
        sense=reading.sense,
        entry=reading.entry if reading.sense == "event" else None,
        part="noun" if shape.noun else "verb",
        tense=shape.tense,
        dual=shape.dual,
        suffix=shape.suffix,
        passive=shape.passive,
        definite=reading.definite,
        spoken=shape.spoken,
        clitic=reading.clitic,
    )
