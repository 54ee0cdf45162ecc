"""Where a correction points: the document, mention or event that it was made of, found again in a new reading."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from geo.records import Analysis, Correction, Document, Entity, Event, Evidence, Issue, Span
from geo.text.fold import fold_name

Target = Mapping[str, Any]


def concerns(correction: Correction, document: Document) -> bool:
    """Tell whether a correction is about words of this document.

    The same text is the same document, whatever it is called; a text of the same name that was edited elsewhere
    counts as long as the words stand where they stood.
    """
    if correction.sha256 and correction.sha256 == document.sha256:
        return True
    span = correction.span
    return (
        bool(correction.quote)
        and correction.document == document.id
        and document.text[span.start : span.end] == correction.quote
    )


def as_correction(target: Target) -> Correction:
    """Return a target inside a value as a correction of those words, to look for them alike."""
    span = Span(int(target["start"]), int(target["end"]))
    words = (str(target.get(name, "")) for name in ("document", "sha256", "quote"))
    document, sha256, quote = words
    return Correction("", {"type": target.get("type")}, document, sha256, span, quote)


def documents_of(correction: Correction, analyses: Iterable[Analysis]) -> frozenset[str]:
    """Return the ids of the documents that a correction is about."""
    return frozenset(one.document.id for one in analyses if concerns(correction, one.document))


def find_event(events: Sequence[Event], correction: Correction, documents: Collection[str]) -> int | None:
    """Return the place in ``events`` of the one with that trigger: of that type, or the only one."""
    found = [number for number, event in enumerate(events) if _tells(event, correction.span, documents)]
    kind = correction.value.get("type")
    typed = [number for number in found if events[number].type == kind]
    return typed[0] if typed else found[0] if len(found) == 1 else None


def _tells(event: Event, span: Span, documents: Collection[str]) -> bool:
    return any(
        one.document in documents and trigger_in(event, number) == span for number, one in enumerate(event.evidence)
    )


def trigger_in(event: Event, number: int) -> Span:
    """Return the words that tell of an event in one of its tellings."""
    evidence = event.evidence[number]
    if evidence.trigger:
        return evidence.trigger
    return event.trigger if number == 0 else first_word(evidence)


def first_word(evidence: Evidence) -> Span:
    """Return the span of the first word of a telling."""
    return Span(evidence.start, evidence.start + len(evidence.text.split(maxsplit=1)[0]))


def same_name(first: str, second: str) -> bool:
    """Tell whether two words are the same name but for spelling (case, diacritics, forms of a letter)."""
    return first == second or _folded(first) == _folded(second)


_folded = lru_cache(maxsize=65_536)(fold_name)


def with_entities(
    entities: Mapping[str, Entity], wanted: Iterable[str], known: Mapping[str, Entity]
) -> dict[str, Entity]:
    """Return entities with those wanted, and the countries and capitals behind them, as far as ``known`` has them."""
    found = dict(entities)
    queue = list(wanted)
    while queue:
        identity = queue.pop()
        entity = known.get(identity)
        if identity in found or entity is None:
            continue
        found[identity] = entity
        queue.extend(one for one in (f"country:{entity.country}", entity.capital) if one)
    return found


def lost(number: int, correction: Correction, document: str) -> Issue:
    """Return the issue that a correction, the ``number``-th of the log (from 1), no longer fits."""
    about = correction.quote or str(correction.value.get("entity", ""))
    message = f"correction {number} ({correction.kind}, «{about}») no longer fits what was read; it is kept in the log"
    return Issue("correction_lost", message, document)
