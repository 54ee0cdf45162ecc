"""Show how a document was read: by sentence, the mentions, the triggers tried, the events built or refused and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from geo.records import DateMention, Document, Entity, Mention, Sentence
from geo.relate.draft import Draft
from geo.relate.events import read
from geo.relate.output import code_of
from geo.signs import Chunk, Trigger


def trace(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    entities: Mapping[str, Entity],
    dates: Sequence[DateMention],
    chunks: Sequence[Chunk],
    triggers: Sequence[Trigger],
) -> Iterator[str]:
    """Yield the lines of a readable trace (the parameters are those of `geo.relate.events.relate`)."""
    reading = read(document, sentences, mentions, entities, dates, chunks, triggers)
    for sentence in sentences:
        yield f"[{sentence.index}] {document.text[sentence.start : sentence.end]}"
        for mention in mentions:
            if sentence.start <= mention.start < sentence.end:
                others = ", ".join(f"{one.entity} {one.score:.2f}" for one in mention.candidates[:3])
                yield f"    mention  {mention.text}  {mention.kind}/{mention.form} -> {mention.entity}  ({others})"
        for chunk in chunks:
            if sentence.start <= chunk.start < sentence.end:
                surface = document.text[chunk.start : chunk.end]
                yield f"    party    {surface}  {chunk.kind} -> {chunk.actor or '?'} {chunk.person or ''}".rstrip()
        for date in dates:
            if sentence.start <= date.start < sentence.end:
                yield f"    date     {date.text} -> {date.edtf}"
        for draft in reading.drafts:
            if draft.sentence == sentence.index:
                yield f"    event    {_told(draft, document, entities)}"
        for refusal in reading.refusals:
            if refusal.sentence == sentence.index:
                word = document.text[refusal.trigger.start : refusal.trigger.end]
                entry = refusal.trigger.entry
                yield f"    refused  {word}  {entry.rule if entry else ''}: {refusal.reason}"


def _told(draft: Draft, document: Document, entities: Mapping[str, Entity]) -> str:
    word = document.text[draft.trigger.start : draft.trigger.end]
    who = ", ".join(f"{code_of(one, entities)} ({role})" for one, role in draft.actors)
    when = draft.date.edtf if draft.date else "-"
    where = draft.place.entity if draft.place else "-"
    return f"{draft.type}/{draft.mode}  {word}  {draft.rule}  who: {who}  when: {when}  where: {where}  {draft.tense}"
