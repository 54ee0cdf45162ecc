"""The one JSON document that the browser renderer takes (schema ``geo-map/1``).

``documents`` hold the texts with their sentences and mentions, ``layers`` the features, ``issues`` what disagrees.
Offsets are code points of the document's text. A mention is ``[start, end, kind, form, layer, feature id]``; the last
two are null where the map draws nothing for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any, Literal

from geo.render.features import collection
from geo.text.script import direction

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from geo.records import Analysis, Atlas, Event, Evidence, Issue, Mention

SCHEMA = "geo-map/1"
LAYERS = ("places", "countries", "corridors", "events", "relations", "blocs")
#: Layers whose shapes the basemap holds: sending them again would double the page.
_SHAPED = ("countries", "blocs")
#: Layers to look in for a mention's entity, by kind of mention: the first that holds it wins.
_DRAWN_IN = {
    "place": ("places", "countries", "corridors"),
    "corridor": ("corridors", "places"),
    "organisation": ("places", "blocs"),
}

#: A relation's evidence is that of its events; an event is called by its kind and its parties.
_TOLD_ELSEWHERE = {
    "relations": ("quotes",),
    "blocs": ("precision", "basis"),
    "events": ("name", "name_ar", "name_en", "layer", "kind", "drawn_at"),
}

Span = tuple[int, int, str, str | None, str | None, str | None]


def build(
    atlas: Atlas,
    frames: Mapping[str, GeoDataFrame],
    *,
    title: str | None = None,
    interface: Literal["en", "ar"] = "en",
) -> dict[str, Any]:
    """Return everything that one map shows, ready for ``json.dumps``.

    Parameters
    ----------
    atlas
        Documents, mentions, events and issues.
    frames
        The layers of `geo.layers.frames` (EPSG:4326, degrees); missing ones are empty.
    title
        Heading of the page; the title of the first document if None.
    interface
        Language of the interface.

    Returns
    -------
    dict
        Schema ``geo-map/1``; names and texts are as they came, to be escaped by whoever writes them into markup.
    """
    layers = {name: _layer(name, frames.get(name)) for name in LAYERS}
    drawn = {name: _entities_of(layer) for name, layer in layers.items()}
    told = _told(atlas.events, drawn["events"])
    dated = _dated(atlas.events)
    return {
        "schema": SCHEMA,
        "title": title or _first_title(atlas),
        "interface": interface,
        "generator": "geospatial-relations-map",
        "attribution": sorted(_attributions(frames)),
        "documents": [_document(analysis, told[analysis.document.id], drawn) for analysis in atlas.analyses],
        "layers": layers,
        "issues": [_issue(issue, dated) for issue in atlas.issues],
    }


def _layer(name: str, frame: GeoDataFrame | None) -> dict[str, Any]:
    if frame is None:
        return {"type": "FeatureCollection", "features": []}
    layer = collection(frame, geometry=name not in _SHAPED)
    for feature in layer["features"]:
        for told in _TOLD_ELSEWHERE.get(name, ()):
            feature["properties"].pop(told, None)
    return layer


def _entities_of(layer: Mapping[str, Any]) -> dict[str, str]:
    """Return the feature that stands for each entity: the one with its id, or the first of its branches."""
    found: dict[str, str] = {}
    for feature in layer["features"]:
        properties = feature["properties"]
        for key in (properties.get("entity"), properties.get("corridor"), properties["id"]):
            if key:
                found.setdefault(str(key), str(properties["id"]))
    return found


def _attributions(frames: Mapping[str, GeoDataFrame]) -> set[str]:
    return {str(source) for frame in frames.values() for source in frame.attrs.get("attribution", ())}


def _first_title(atlas: Atlas) -> str | None:
    return next((analysis.document.title for analysis in atlas.analyses if analysis.document.title), None)


def _document(analysis: Analysis, told: Iterable[Span], drawn: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    document = analysis.document
    spans = [*_mention_spans(analysis.mentions, drawn), *told]
    spans.extend((date.start, date.end, "date", None, None, None) for date in analysis.dates)
    return {
        "id": document.id,
        "title": document.title,
        "language": document.language,
        "dir": direction(document.language),
        "published": document.published.isoformat() if document.published else None,
        "source": _source(document.source),
        "url": document.url,
        "text": document.text,
        "sentences": [[sentence.start, sentence.end] for sentence in analysis.sentences],
        "mentions": [list(span) for span in sorted(spans, key=lambda span: (span[0], -span[1], span[2]))],
    }


def _source(source: str | None) -> str | None:
    """Return where a text comes from; of a file its name, for a published page must not tell the author's folders."""
    paths = (PurePosixPath(source), PureWindowsPath(source)) if source else ()
    return next((path.name for path in paths if path.is_absolute()), source)


def _mention_spans(mentions: Iterable[Mention], drawn: Mapping[str, Mapping[str, str]]) -> Iterator[Span]:
    for mention in mentions:
        layers = _DRAWN_IN.get(mention.kind, ("places",))
        layer = next((name for name in layers if mention.entity in drawn[name]), None)
        feature = drawn[layer][mention.entity] if layer and mention.entity else None
        yield mention.start, mention.end, mention.kind, mention.form, layer, feature


def _told(events: Iterable[Event], drawn: Mapping[str, str]) -> Mapping[str, list[Span]]:
    """Return, by document, the trigger of every telling of an event."""
    found: dict[str, list[Span]] = defaultdict(list)
    for event in events:
        if event.id not in drawn:
            continue
        for number, evidence in enumerate(event.evidence):
            start, end = _trigger(event, evidence, first=number == 0)
            found[evidence.document].append((start, end, "event", event.type, "events", drawn[event.id]))
    return found


def _trigger(event: Event, evidence: Evidence, *, first: bool) -> tuple[int, int]:
    """Return the words that tell of the event; a telling without its own trigger is marked at its first word."""
    if evidence.trigger:
        return evidence.trigger.start, evidence.trigger.end
    if first:
        return event.trigger.start, event.trigger.end
    return evidence.start, evidence.start + len(evidence.text.split(maxsplit=1)[0])


def _dated(events: Iterable[Event]) -> Mapping[tuple[str, str], list[str]]:
    """Return, by document and date mention, the events that rest on it."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for event in events:
        if event.date and event.date.ref:
            found[event.evidence[0].document, event.date.ref].append(event.id)
    return found


def _issue(issue: Issue, rest: Mapping[tuple[str, str], list[str]]) -> dict[str, Any]:
    """Return the issue; one about a date is also about the events that rest on that date."""
    dated = [event for about in issue.about for event in rest.get((issue.document, about), ())]
    return {
        "kind": issue.kind,
        "message": issue.message,
        "document": issue.document,
        "spans": [list(span) for span in issue.spans],
        "about": list(dict.fromkeys((*issue.about, *dated))),
    }
