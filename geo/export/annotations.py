"""Mentions as W3C Web Annotations (JSON-LD): what part of which text names which entity."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from geo.export.files import write_lines
from geo.export.geojson import generator
from geo.layers.evidence import surroundings
from geo.layers.naming import uri

if TYPE_CHECKING:
    from geo.records import Analysis, Document, Entity, Mention

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def page(analyses: Iterable[Analysis]) -> dict[str, Any]:
    """Return all resolved mentions as one AnnotationPage; offsets count code points, as the recommendation asks."""
    items = [annotation for analysis in analyses for annotation in _annotations(analysis)]
    return {
        "@context": _CONTEXT,
        "id": "urn:x-geo:annotations",
        "type": "AnnotationPage",
        "generator": {"id": "urn:x-geo:generator", "type": "Software", "name": generator()},
        "startIndex": 0,
        "items": items,
    }


def lines(analyses: Iterable[Analysis]) -> Iterator[str]:
    """Yield the lines of the file."""
    yield json.dumps(page(analyses), ensure_ascii=False, indent=1)


def write(analyses: Iterable[Analysis], path: Path) -> None:
    """Write the annotations of all texts into one file.

    Raises
    ------
    ExportError
        When the file cannot be written.
    """
    write_lines(lines(analyses), path)


def _annotations(analysis: Analysis) -> Iterator[dict[str, Any]]:
    for mention in analysis.mentions:
        entity = analysis.entities.get(mention.entity) if mention.entity else None
        if entity is not None:
            yield _annotation(analysis.document, mention, entity)


def _annotation(document: Document, mention: Mention, entity: Entity) -> dict[str, Any]:
    text, start, end = document.text, mention.start, mention.end
    return {
        "id": f"urn:x-geo:{quote(document.id, safe='')}:{mention.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "SpecificResource", "purpose": "identifying", "source": uri(entity)},
            {"type": "TextualBody", "purpose": "tagging", "value": mention.form, "format": "text/plain"},
        ],
        "target": {
            "source": _address(document),
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {"type": "TextQuoteSelector", "exact": text[start:end], **surroundings(text, start, end)},
            ],
        },
    }


def _address(document: Document) -> str:
    if document.url and document.url.startswith(("http://", "https://")):
        return quote(document.url, safe=":/?#[]@!$&'()*+,;=%~")
    return f"urn:x-geo:{quote(document.id, safe='')}"
