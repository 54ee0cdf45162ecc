"""Resolve the mentions of a document: sure ones first, then the others by what those say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geo.records import Mention
from geo.resolve.evidence import gather
from geo.resolve.rank import Choice, rank
from geo.text.fold import fold_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.gazetteer.store import Gazetteer
    from geo.records import Candidate, Document, Sentence
    from geo.settings import Settings

_EVIDENT: Final = "the only reading that the gazetteer knows"
_FREQUENT: Final = "the best known of those named so"


def resolve(
    document: Document,
    sentences: Sequence[Sentence],  # noqa: ARG001 - part of the door
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
    settings: Settings,
) -> tuple[Mention, ...]:
    """Return the mentions with ``entity``, ``score``, ``why`` and ranked candidates.

    Parameters
    ----------
    document
        The text.
    sentences
        Its sentences.
    mentions
        As recognised, in text order, with priors as scores of their candidates.
    gazetteer
        The entities.
    settings
        ``doubtful_below`` marks what a reader should check.

    Returns
    -------
    tuple of Mention
        In the same order.
    """
    evidence = gather(document, mentions, gazetteer)
    chosen: dict[tuple[str, bool], Choice] = {}
    resolved = list(mentions)
    # Mentions whose country or province stands beside them come first: they settle the others of their name.
    order = sorted(range(len(mentions)), key=lambda index: (index not in evidence.containers, index))
    for index in order:
        mention = mentions[index]
        if not mention.candidates:
            continue
        key = (fold_name(mention.text), mention.form == "adjective")
        candidates = rank(mention, index, evidence, gazetteer, chosen.get(key))
        chosen.setdefault(key, Choice(candidates[0].entity, index in evidence.containers))
        resolved[index] = _resolved(mention, candidates, settings)
    return tuple(resolved)


def _resolved(mention: Mention, candidates: Sequence[Candidate], settings: Settings) -> Mention:
    """Return the mention with its best reading."""
    best = candidates[0]
    score = round(best.score * mention.score, 3)
    why = best.why or ((_EVIDENT,) if len(mention.candidates) == 1 else (_FREQUENT,))
    # Not dataclasses.replace: for each mention of each text that costs more than the ranking.
    return Mention(
        id=mention.id,
        start=mention.start,
        end=mention.end,
        text=mention.text,
        kind=mention.kind,
        form=mention.form,
        candidates=tuple(candidates),
        clitic=mention.clitic,
        entity=best.entity,
        score=score,
        why=why,
        doubtful=score < settings.doubtful_below,
        corrected=mention.corrected,
    )
