"""Mentions gathered by entity: what a feature of places, countries and corridors counts and quotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from geo.correct.record import BY_HAND
from geo.layers.evidence import MOST_QUOTES, Quotations
from geo.layers.naming import named, readings, uri
from geo.records import Atlas, Entity, Mention


@dataclass(slots=True)
class Told:
    """All mentions of one entity, in the order of the texts: (document id, mention)."""

    entity: Entity
    mentions: list[tuple[str, Mention]] = field(default_factory=list)

    @property
    def best(self) -> Mention:
        """The mention that is surest."""
        return max((mention for _, mention in self.mentions), key=lambda mention: mention.score)

    def count(self, *forms: str) -> int:
        """Return how many mentions have one of ``forms``."""
        return sum(mention.form in forms for _, mention in self.mentions)


def gather(atlas: Atlas) -> dict[str, Told]:
    """Return the mentions of each entity; those inside longer names (in_name) mention nothing by themselves."""
    found: dict[str, Told] = {}
    for analysis in atlas.analyses:
        for mention in analysis.mentions:
            entity = atlas.entities.get(mention.entity) if mention.entity else None
            if entity is not None and mention.form != "in_name":
                found.setdefault(entity.id, Told(entity)).mentions.append((analysis.document.id, mention))
    return found


def columns(layer: str, told: Told, atlas: Atlas, quotations: Quotations) -> dict[str, Any]:
    """Return the columns that a feature drawn for mentions has in every layer."""
    best = told.best
    return {
        "id": told.entity.id,
        "layer": layer,
        "entity": told.entity.id,
        "kind": told.entity.kind,
        **named(told.entity, quotations.language(told.mentions[0][0])),
        "count": len(told.mentions),
        "documents": len({document for document, _ in told.mentions}),
        "corrected": told.entity.corrected or any(mention.corrected for _, mention in told.mentions),
        "score": best.score,
        "doubtful": best.doubtful,
        "gazetteer": uri(told.entity),
        "why": [
            *best.why,
            *(["moved by hand"] if told.entity.corrected and not told.entity.id.startswith(BY_HAND) else []),
        ],
        "candidates": readings(best, atlas.entities),
        "quotes": quotes(told.mentions, quotations),
        "issues": quotations.issues((document, mention.id) for document, mention in told.mentions),
    }


def quotes(mentions: Iterable[tuple[str, Mention]], quotations: Quotations) -> list[dict[str, Any]]:
    """Return the sentences of the first mentions."""
    first = list(mentions)[:MOST_QUOTES]
    return [quotations.around(document, mention.start, mention.end) for document, mention in first]
