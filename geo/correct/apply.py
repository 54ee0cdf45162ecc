"""The log of corrections applied: to one analysis, and to the events that many tell. Pure: same input, same output."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from geo.correct.happenings import Ground, also, correct_events, entities_of, is_of_events
from geo.correct.readings import correct_readings
from geo.correct.target import concerns, lost, with_entities
from geo.records import Analysis, Correction, Entity, Event, Issue


@dataclass(frozen=True, slots=True)
class Reread:
    """An analysis with places and mentions corrected and events still as read, and which corrections fitted."""

    analysis: Analysis
    fitted: frozenset[int]


def wanted(log: Iterable[Correction]) -> list[str]:
    """Return the ids of the entities that a log points to."""
    return list(dict.fromkeys(one for correction in log for one in entities_of(correction)))


def reread(analysis: Analysis, log: Sequence[Correction], known: Mapping[str, Entity]) -> Reread:
    """Correct the places and mentions of an analysis, and bring in the entities that its corrected events need.

    Parameters
    ----------
    analysis
        As the pipeline read it.
    log
        All corrections in their order, of this document and of others.
    known
        The entities that the log points to (`wanted`), with the countries and capitals behind them.
    """
    ids = [
        identity
        for correction in log
        if is_of_events(correction) and any(concerns(one, analysis.document) for one in (correction, *also(correction)))
        for identity in entities_of(correction)
    ]
    prepared = replace(analysis, entities=with_entities(analysis.entities, ids, known))
    return Reread(*correct_readings(prepared, log, known))


def finished(read: Reread, log: Sequence[Correction]) -> Analysis:
    """Return the analysis with its events corrected too; what fits nowhere in its document is an issue."""
    analysis = read.analysis
    events, fitted = correct_events(analysis.events, log, Ground((analysis,), analysis.entities))
    left = [
        lost(number + 1, correction, analysis.document.id)
        for number, correction in enumerate(log)
        if number not in read.fitted | fitted and concerns(correction, analysis.document)
    ]
    return replace(analysis, events=events, issues=(*analysis.issues, *left))


def apply(analysis: Analysis, log: Sequence[Correction], known: Mapping[str, Entity]) -> Analysis:
    """Return an analysis with a log of corrections applied; parameters as of `reread`."""
    return finished(reread(analysis, log, known), log)


def joined(
    events: tuple[Event, ...], read: Sequence[Reread], log: Sequence[Correction]
) -> tuple[tuple[Event, ...], tuple[Issue, ...]]:
    """Correct the events of an atlas.

    Parameters
    ----------
    events
        The events that the documents tell together, as they were read.
    read
        The analyses that they were merged from.
    log
        All corrections in their order.

    Returns
    -------
    tuple
        The events, and an issue for each correction that fits none of the documents.
    """
    analyses = tuple(one.analysis for one in read)
    entities = {identity: entity for one in analyses for identity, entity in one.entities.items()}
    corrected, fitted = correct_events(events, log, Ground(analyses, entities, joined=True))
    fitted = fitted.union(*(one.fitted for one in read))
    homes = {number: _home(one, analyses) for number, one in enumerate(log)}
    left = (
        lost(number + 1, one, homes[number] or one.document) for number, one in enumerate(log) if number not in fitted
    )
    return corrected, tuple(left)


def _home(correction: Correction, analyses: Iterable[Analysis]) -> str | None:
    return next((one.document.id for one in analyses if concerns(correction, one.document)), None)
