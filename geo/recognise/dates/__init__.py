"""Find the dates of a text, in all calendars, and where two that should agree do not."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from geo.recognise.dates import grammar, vocabulary
from geo.recognise.dates.context import Context
from geo.recognise.dates.lexer import Lexer, Token
from geo.recognise.dates.values import When
from geo.recognise.lexicon import Lexicon, LexiconKey
from geo.records import DateMention, Document, Issue
from geo.text.fold import Folded
from geo.text.memory import Memory

_CLITIC_LANGUAGES = ("ar", "fa")
# What stands between a date and its gloss in another calendar.
_GLOSS_OPENERS = "(/"
_DATELINE = 160
#: Longest stretch (tokens) whose reading is remembered.
_REMEMBERED = 12


@dataclass(frozen=True, slots=True)
class _Reader:
    """What reading the dates of one language needs."""

    lexer: Lexer
    rules: tuple[grammar.Rule, ...]
    same_as: frozenset[str]
    #: Letters of a stretch -> what the rules find in it: start, end, rule.
    matches: Memory[tuple[tuple[int, int, grammar.Rule], ...]]


@dataclass(frozen=True, slots=True)
class _Found:
    tokens: tuple[Token, ...]
    rule: grammar.Rule


def recognise(
    document: Document, folded: Folded, lexicon: Lexicon
) -> tuple[tuple[DateMention, ...], tuple[Issue, ...]]:
    """Find the dates of a document.

    Parameters
    ----------
    document
        Its ``published`` day is the reference of relative dates; without it, a full date in the dateline is.
    folded
        ``fold(document.text)``.
    lexicon
        Word lists of the document's language, with a list ``dates``.

    Returns
    -------
    tuple of DateMention, tuple of Issue
        Dates in text order, spans in original code points; issues where a date and its gloss disagree.
    """
    reader = _reader(lexicon, document.language)
    found = [item for run in reader.lexer.stretches(folded) for item in _found_in(run, reader)]
    found.sort(key=lambda item: item.tokens[0].start)
    breaks = [match.start() for match in re.finditer("\n", folded.text)]
    context = Context(document.published or _dateline(found), document.language, breaks=breaks)
    dates = tuple(_mentions(found, folded, context))
    return _conflicts(document, dates, reader.same_as)


def _reader(lexicon: Lexicon, language: str) -> _Reader:
    """Return the reader for a lexicon, built once for each lexicon object."""
    return _build(LexiconKey(lexicon), language)


@lru_cache(maxsize=16)
def _build(key: LexiconKey, language: str) -> _Reader:
    dates = key.lexicon["dates"]
    words = vocabulary.build(dates)
    lexer = Lexer(words, clitics=language in _CLITIC_LANGUAGES)
    rules = grammar.compile_rules(words)
    return _Reader(lexer, rules, frozenset(dates["same_as"]), Memory(lambda letters: _longest(letters, rules, words)))


def _found_in(run: list[Token], reader: _Reader) -> Iterator[_Found]:
    """Give the dates of a stretch; those of short stretches, which come again and again, are remembered."""
    letters = "".join([token.letter for token in run])
    known = len(letters) <= _REMEMBERED
    for start, end, rule in reader.matches[letters] if known else reader.matches.work_out(letters):
        yield _Found(tuple(run[start:end]), rule)


def _longest(
    letters: str, rules: tuple[grammar.Rule, ...], words: vocabulary.Vocabulary
) -> tuple[tuple[int, int, grammar.Rule], ...]:
    """Return the non-overlapping matches of a stretch that cover most; of equal ones the earlier rule."""
    connecting = {letter for kinds, letter in words.letters.items() if kinds <= vocabulary.CONNECTING}
    if connecting.issuperset(letters):
        return ()
    matches = [
        (-(match.end() - match.start()), order, match.start(), match.end(), rule)
        for order, rule in enumerate(rules)
        for match in _every(rule.pattern, letters)
    ]
    taken: set[int] = set()
    chosen: list[tuple[int, int, grammar.Rule]] = []
    for _, _, start, end, rule in sorted(matches, key=lambda item: item[:3]):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            chosen.append((start, end, rule))
    return tuple(chosen)


def _every(pattern: re.Pattern[str], letters: str) -> Iterator[re.Match[str]]:
    """Give the match of a pattern at each position (overlapping ones too)."""
    position = 0
    while match := pattern.search(letters, position):
        if match.end() > match.start():
            yield match
        position = match.start() + 1


def _dateline(found: Iterable[_Found]) -> dt.date | None:
    """Return the first full date at the head of the text: the day that a report without a known day leans on."""
    for item in found:
        if item.tokens[0].start > _DATELINE:
            return None
        if item.tokens[0].value("numeric"):
            when = _built(item, Context(None, ""))
            if when and when.lo == when.hi:
                return when.lo
    return None


def _built(item: _Found, context: Context) -> When | None:
    try:
        return item.rule.build(list(item.tokens), context)
    except ValueError:  # a day or year that its calendar does not have: not a date
        return None


def _mentions(found: Iterable[_Found], folded: Folded, context: Context) -> Iterator[DateMention]:
    for item in found:
        when = _built(item, context)
        if when is None:
            continue
        context.remember(item.tokens[0].start, when)
        start, end = folded.original(_begin(item.tokens), item.tokens[-1].end)
        yield DateMention(
            id="",
            start=start,
            end=end,
            text=folded.source[start:end],
            edtf=when.edtf,
            lo=when.lo,
            hi=when.hi,
            calendar=when.calendar,
            flags=when.flags,
        )


def _begin(tokens: tuple[Token, ...]) -> int:
    """Return where the expression begins: «اليوم» before a day told in full says nothing more."""
    told_in_full = len(tokens) > 2 and tokens[0].value("day_word") and any(token.value("num") for token in tokens)  # noqa: PLR2004
    return tokens[1].start if told_in_full else tokens[0].start


def _conflicts(
    document: Document, dates: tuple[DateMention, ...], same_as: frozenset[str]
) -> tuple[tuple[DateMention, ...], tuple[Issue, ...]]:
    """Give the dates their ids and compare each with the gloss that follows it."""
    numbered = [replace(date, id=f"d{number}") for number, date in enumerate(dates, 1)]
    issues: list[Issue] = []
    for number in range(len(numbered) - 1):
        first, gloss = numbered[number], numbered[number + 1]
        if not _is_gloss(document.text, first, gloss, same_as) or _agree(first, gloss):
            continue
        numbered[number] = replace(first, flags=(*first.flags, "conflict"))
        numbered[number + 1] = replace(gloss, flags=(*gloss.flags, "conflict"))
        issues.append(_conflict(document, first, gloss))
    return tuple(numbered), tuple(issues)


def _is_gloss(text: str, first: DateMention, gloss: DateMention, same_as: frozenset[str]) -> bool:
    between = text[first.end : gloss.start].strip()
    if between in _GLOSS_OPENERS and between:
        return True
    words = between.strip("(،,: ")
    return first.calendar != gloss.calendar and any(words == word or words.startswith(f"{word} ") for word in same_as)


def _agree(first: DateMention, gloss: DateMention) -> bool:
    if None in (first.lo, first.hi, gloss.lo, gloss.hi):
        return True
    return first.lo <= gloss.hi and gloss.lo <= first.hi  # type: ignore[operator]


def _conflict(document: Document, first: DateMention, gloss: DateMention) -> Issue:
    return Issue(
        kind="date_conflict",
        message=f"«{first.text}» is {first.edtf}, but the text glosses it as «{gloss.text}», {gloss.edtf}",
        document=document.id,
        spans=((first.start, first.end), (gloss.start, gloss.end)),
        about=(first.id, gloss.id),
    )
