"""Read the events of a document: trigger by trigger, with what the sentences before have said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from geo.records import DateMention, Document, Entity, Event, Issue, Mention, Sentence
from geo.relate.cast import Cast
from geo.relate.discourse import Discourse
from geo.relate.govern import build
from geo.relate.likely import Likelihood
from geo.relate.output import as_events
from geo.relate.reader import Reader, Reading
from geo.relate.retold import merge_drafts
from geo.relate.scene import Item, Party
from geo.signs import Chunk, Trigger

#: What a dateline is followed by: a dash or colon, the date and the agency before it.
_DATELINE = re.compile(r"(?:,? [^.!?؟\n]{1,40})?\s*(?:\([^()\n]{1,40}\)\s*[-–—]*|[-–—]+|:)\s")
_REFERENCES = frozenset({"pair", "self", "other"})
#: What a word inside a name never is: «ناصر» in «ناصر بوريطة» supports nobody.
_NO_NAMES = _REFERENCES | {"event", "light", "report"}
#: What a word inside a date never is: May is no «may», March no march.
_NO_DATES = frozenset({"event", "light", "report", "may"})


def relate(  # noqa: PLR0913, PLR0917 - what recognition and resolution found, each by its name
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    entities: Mapping[str, Entity],
    dates: Sequence[DateMention],
    chunks: Sequence[Chunk],
    triggers: Sequence[Trigger],
    likelihood: Likelihood | None = None,
) -> tuple[tuple[Event, ...], tuple[Issue, ...]]:
    """Return the events of a document and what a reader should check about them.

    Parameters
    ----------
    document, sentences, mentions, dates, chunks, triggers
        What recognition and resolution found, in text order.
    entities
        Entities by id. It must know the entities of the mentions, and should know the states that persons act for
        and the countries of cities (a mapping over the whole gazetteer serves).
    likelihood
        Weighs what the rules refuse; without it every refusal stands.

    Returns
    -------
    tuple
        Events, each act once, in text order; issues (differing dates or figures of one act).
    """
    reading = read(document, sentences, mentions, entities, dates, chunks, triggers, likelihood)
    merged, issues = merge_drafts(reading.drafts, document, sentences)
    return as_events(merged, document, sentences, entities), issues


def read(  # noqa: PLR0913, PLR0917 - the same
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    entities: Mapping[str, Entity],
    dates: Sequence[DateMention],
    chunks: Sequence[Chunk],
    triggers: Sequence[Trigger],
    likelihood: Likelihood | None = None,
) -> Reading:
    """Read every sentence that has a trigger and keep what was built and what was refused (for `geo explain`)."""
    cast = Cast(entities, mentions, chunks)
    named = _covered(document, (*chunks, *mentions))
    dated = _covered(document, dates)
    signs = [
        one
        for one in triggers
        if not (named[one.start] and one.sense in _NO_NAMES) and not (dated[one.start] and one.sense in _NO_DATES)
    ]
    _quiet_dateline(document, cast.parties)
    placed = {party.start for party in cast.parties if party.place is not None}  # «دوشنبه و بیشکک»
    begun = {party.start for party in cast.parties}  # «جارتها كوريا الجنوبية»: the name says who
    items: list[Item] = [
        *cast.parties,
        *(_reference(one) for one in signs if one.sense in _REFERENCES and one.end + 1 not in begun),
        *(one for one in dates if one.start not in placed),
        *(one for one in signs if one.sense not in _REFERENCES),
    ]
    items.sort(key=lambda item: item.start)
    reading, memory = Reading(), Discourse()
    reader = Reader(document, entities, memory, reading, likelihood or Likelihood())
    at = 0
    for sentence in sentences:
        while at < len(items) and items[at].start < sentence.start:
            at += 1
        first = at
        while at < len(items) and items[at].start < sentence.end:
            at += 1
        if at > first:
            reader.sentence(build(document.text, sentence, items[first:at]))
    return reading


def _quiet_dateline(document: Document, parties: Sequence[Party]) -> None:
    """Let the city of a dateline («ALGIERS, May 11 (Xinhua) --») be a place only: it does nothing."""
    first = parties[0] if parties else None
    if first is None or first.place is None or first.clitic or document.text[: first.start].strip():
        return
    if _DATELINE.match(document.text, first.end):
        first.actors = ()


def _covered(document: Document, records: Iterable[Chunk | Mention | DateMention]) -> bytearray:
    """Return for each character of the text whether it lies in one of the records."""
    covered = bytearray(len(document.text) + 1)
    for one in records:
        covered[one.start : one.end] = b"\1" * (one.end - one.start)
    return covered


def _reference(trigger: Trigger) -> Party:
    return Party(
        trigger.start,
        trigger.end,
        reference="counterpart" if trigger.sense == "other" else trigger.sense,
        clitic=trigger.clitic,
    )
