"""Show how a document was read: by sentence, the mentions, the triggers tried, the events built or refused and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from geo.records import DateMention, Document, Entity, Mention, Sentence
from geo.relate.draft import Draft, Refusal
from geo.relate.events import read
from geo.relate.likely import Likelihood
from geo.relate.output import code_of
from geo.signs import Chunk, Trigger


def trace(  # noqa: PLR0913, PLR0917 - the same as `relate`
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    entities: Mapping[str, Entity],
    dates: Sequence[DateMention],
    chunks: Sequence[Chunk],
    triggers: Sequence[Trigger],
    likelihood: Likelihood | None = None,
) -> Iterator[str]:
    """Yield the lines of a readable trace (the parameters are those of `geo.relate.events.relate`)."""
    reading = read(document, sentences, mentions, entities, dates, chunks, triggers, likelihood)
    told: list[tuple[int, str]] = [(one.start, _mention(one)) for one in mentions]
    told += [(one.start, _party(one, document)) for one in chunks]
    told += [(one.start, f"date     {one.text} -> {one.edtf}") for one in dates]
    told += [(one.trigger.start, _event(one, document, entities)) for one in reading.drafts]
    told += [(one.trigger.start, _refused(one, document)) for one in reading.refusals]
    told.sort(key=lambda line: line[0])
    for sentence in sentences:
        yield f"[{sentence.index}] {document.text[sentence.start : sentence.end]}"
        yield from (f"    {line}" for start, line in told if sentence.start <= start < sentence.end)


def _mention(mention: Mention) -> str:
    others = ", ".join(f"{one.entity} {one.score:.2f}" for one in mention.candidates[:3])
    return f"mention  {mention.text}  {mention.kind}/{mention.form} -> {mention.entity}  ({others})"


def _party(chunk: Chunk, document: Document) -> str:
    surface = document.text[chunk.start : chunk.end]
    return f"party    {surface}  {chunk.kind} -> {chunk.actor or '?'} {chunk.person or ''}".rstrip()


def _event(draft: Draft, document: Document, entities: Mapping[str, Entity]) -> str:
    word = document.text[draft.trigger.start : draft.trigger.end]
    who = ", ".join(f"{code_of(one, entities)} ({role})" for one, role in draft.actors)
    when = draft.date.edtf if draft.date else "-"
    where = draft.place.entity if draft.place else "-"
    what = f"{draft.type}/{draft.mode}  {word}  {draft.rule}"
    doubt = f"  likely ({draft.score:.2f}), though {draft.doubt}" if draft.doubt else ""
    return f"event    {what}  who: {who}  when: {when}  where: {where}  {draft.tense}{doubt}"


def _refused(refusal: Refusal, document: Document) -> str:
    word = document.text[refusal.trigger.start : refusal.trigger.end]
    entry = refusal.trigger.entry
    return f"refused  {word}  {entry.rule if entry else ''}: {refusal.reason}"
