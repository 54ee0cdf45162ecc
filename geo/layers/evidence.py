"""Quotes: the sentence around a span, with what a W3C text-quote selector needs to find it again."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from geo.records import Analysis, Atlas, DateMention, Document, Event, Evidence, Issue

#: Characters before and after a quote that tell it from the same words elsewhere.
_AROUND = 32
#: Most quotes on one feature: a state may be named a hundred thousand times; the analysis record has them all.
MOST_QUOTES = 500


class Quotations:
    """Cuts quotes from the documents of an atlas and finds the issues of a feature."""

    def __init__(self, atlas: Atlas) -> None:
        self._analyses = {analysis.document.id: analysis for analysis in atlas.analyses}
        self._starts: dict[str, list[int]] = {}
        self._dates: dict[str, dict[str, list[DateMention]]] = {}
        self._issue_list = atlas.issues

    def around(self, document: str, start: int, end: int) -> dict[str, Any]:
        """Return the sentence that holds ``start``, with the span marked."""
        analysis = self._analyses[document]
        index = self._sentence(analysis, start)
        sentence = analysis.sentences[index] if index is not None else None
        first, last = (sentence.start, max(sentence.end, end)) if sentence else (start, end)
        return _quote(analysis.document, first, last, index, (start, end))

    def told(self, evidence: Evidence, event: Event) -> dict[str, Any]:
        """Return a telling of an event, with its trigger marked where this telling has one."""
        analysis = self._analyses[evidence.document]
        trigger = evidence.trigger or (event.trigger if evidence is event.evidence[0] else None)
        marked = (trigger.start, trigger.end) if trigger else (evidence.start, evidence.start)
        return _quote(analysis.document, evidence.start, evidence.end, evidence.sentence, marked)

    def language(self, document: str) -> str:
        """Return the language of a document."""
        return self._analyses[document].document.language

    def issues(self, keys: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
        """Return what a reader should check about the records named by (document, id), each once."""
        found: dict[int, Issue] = {id(issue): issue for key in keys for issue in self._issues.get(key, ())}
        return [
            {
                "kind": issue.kind,
                "message": issue.message,
                "document": issue.document,
                "spans": [list(span) for span in issue.spans],
            }
            for issue in found.values()
        ]

    def dates(self, event: Event) -> Iterator[tuple[str, str]]:
        """Yield the dates, as (document, id), that tell when an event was: in its sentences, or what it rests on.

        A merged event keeps the date of one telling; a doubt about the same date in another telling is its doubt too.
        """
        if event.date is None:
            return
        for evidence in event.evidence:
            for date in self._dated(evidence.document).get(event.date.edtf, ()):
                if evidence.start <= date.start < evidence.end or date.id == event.date.ref:
                    yield evidence.document, date.id

    @cached_property
    def _issues(self) -> dict[tuple[str, str], list[Issue]]:
        """Issues by (document, id of a record in it), and by ("", id) for ids unique in the atlas."""
        found: dict[tuple[str, str], list[Issue]] = defaultdict(list)
        for issue in self._issue_list:
            for about in issue.about:
                found[issue.document, about].append(issue)
                found["", about].append(issue)
        return found

    def _dated(self, document: str) -> dict[str, list[DateMention]]:
        """Return the dates of a document by what they mean."""
        if document not in self._dates:
            found: dict[str, list[DateMention]] = defaultdict(list)
            for date in self._analyses[document].dates:
                found[date.edtf].append(date)
            self._dates[document] = found
        return self._dates[document]

    def _sentence(self, analysis: Analysis, offset: int) -> int | None:
        starts = self._starts.get(analysis.document.id)
        if starts is None:
            starts = self._starts[analysis.document.id] = [sentence.start for sentence in analysis.sentences]
        index = bisect_right(starts, offset) - 1
        return index if index >= 0 and offset < analysis.sentences[index].end else None


def _quote(document: Document, start: int, end: int, sentence: int | None, mention: tuple[int, int]) -> dict[str, Any]:
    return {
        "document": document.id,
        "title": document.title,
        "sentence": sentence,
        "start": start,
        "end": end,
        "text": document.text[start:end],
        **surroundings(document.text, start, end),
        "mention": list(mention),
    }


def surroundings(text: str, start: int, end: int) -> dict[str, str]:
    """Return what stands before and after ``text[start:end]``, as the TextQuoteSelector of W3C has it."""
    return {"prefix": text[max(start - _AROUND, 0) : start], "suffix": text[end : end + _AROUND]}
