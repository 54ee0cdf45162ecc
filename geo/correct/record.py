"""The kinds of corrections, how each is made, and its row in a table.

==================  ==========================================================================================
kind                value (a target is ``{document, sha256, start, end, quote}``)
==================  ==========================================================================================
``move_place``      ``entity``, ``lat``, ``lon`` (degrees, EPSG:4326)
``choose``          ``entity``, ``scope`` (mention, document, all), ``place`` where the gazetteer has none
``reject_mention``  ``scope``
``add_mention``     ``entity``, ``place`` where the gazetteer has none
``reject_event``    ``type``
``add_event``       ``type``, and as ``edit_event``
``edit_event``      ``type``, and of ``to_type``, ``date`` (EDTF or null), ``place`` (id or null), ``actors``,
                    ``tense``, ``polarity`` those that change; ``actors`` is a list of ``{entity, role, people}``
``merge_events``    ``type``, ``others``: targets with ``type``
``split_event``     ``type``, ``tellings``: targets whose span is the sentence
==================  ==========================================================================================

The span is that of the mention, or of the words that tell of the event (its trigger). ``reject_event`` and
``edit_event`` may have ``also``: targets with ``type`` by which other documents tell the same event.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any, Final, Literal, TypeAlias, get_args

from geo.correct.dates import event_date
from geo.errors import InputError
from geo.records import QUAD_OF, Correction, Document, Event, Span

Kind: TypeAlias = Literal[
    "move_place", "choose", "reject_mention", "add_mention",
    "reject_event", "add_event", "edit_event", "merge_events", "split_event",
]  # fmt: skip
KINDS: Final[tuple[str, ...]] = get_args(Kind)
SCOPES: Final = ("mention", "document", "all")
#: Ids of places made by hand begin so.
BY_HAND: Final = "hand:"
_FIELDS: Final = ("kind", "document", "sha256", "start", "end", "quote", "value", "when", "note")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_LONGEST: Final = 100_000
_TYPES: Final = tuple(QUAD_OF)
_TENSES: Final = ("past", "present", "future")
_POLARITIES: Final = ("did", "did not", "may")
_PLACE_KINDS: Final = ("city", "facility", "region", "admin", "water", "land")


def of_span(
    kind: Kind, document: Document, start: int, end: int, *, when: str = "", note: str = "", **value: object
) -> Correction:
    """Return a correction of words of a document.

    Raises
    ------
    InputError
        When the value is not one that ``kind`` has, or the span lies outside of the text.
    """
    if not 0 <= start < end <= len(document.text):
        raise InputError(f"{document.id}: there are no words from {start} to {end} in this text")
    quote = document.text[start:end]
    return checked(Correction(kind, value, document.id, document.sha256, Span(start, end), quote, when, note))


def of_place(entity: str, lat: float, lon: float, *, when: str = "", note: str = "") -> Correction:
    """Return the correction that moves a place, wherever it is drawn (degrees, EPSG:4326).

    Raises
    ------
    InputError
        When the point is none on the Earth.
    """
    return checked(Correction("move_place", {"entity": entity, "lat": lat, "lon": lon}, when=when, note=note))


def target(document: Document, span: Span, **more: object) -> dict[str, object]:
    """Return the words of a document as a value can hold them."""
    quote = document.text[span.start : span.end]
    place = {"document": document.id, "sha256": document.sha256, "start": span.start, "end": span.end}
    return {**place, "quote": quote, **more}


def trigger_of(event: Event) -> Span:
    """Return the words by which an event is known: the trigger of its first telling."""
    return event.evidence[0].trigger or event.trigger


def as_row(correction: Correction) -> dict[str, Any]:
    """Return a correction as plain values; ``value`` is JSON text."""
    return {
        "kind": correction.kind,
        "document": correction.document,
        "sha256": correction.sha256,
        "start": correction.span.start,
        "end": correction.span.end,
        "quote": correction.quote,
        "value": json.dumps(dict(correction.value), ensure_ascii=False),
        "when": correction.when,
        "note": correction.note,
    }


def from_row(row: Mapping[str, Any]) -> Correction:
    """Return the correction of a row, as another program or person may have written it.

    Raises
    ------
    InputError
        When the row is no correction; the message says why.
    """
    texts = {name: row.get(name) or "" for name in _FIELDS if name not in {"start", "end", "value"}}
    if any(not isinstance(text, str) or len(text) > _LONGEST for text in texts.values()):
        raise InputError("a cell that should be text is not, or is too long")
    start, end = row.get("start") or 0, row.get("end") or 0
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start <= end:
        raise InputError(f"{start!r} to {end!r} is no span of a text")
    try:
        value = json.loads(row.get("value") or "{}")
    except (TypeError, ValueError, RecursionError) as error:
        raise InputError("the value is not JSON") from error
    if not isinstance(value, dict):
        raise InputError("the value is not a JSON object")
    return checked(Correction(span=Span(start, end), value=value, **texts))


def checked(correction: Correction) -> Correction:
    """Return the correction if its value is one that its kind can have.

    Raises
    ------
    InputError
        When it is not.
    """
    value, kind = correction.value, correction.kind
    if kind not in KINDS:
        raise InputError(f"{kind!r} is no kind of correction")
    if kind in {"move_place", "choose", "add_mention"}:
        _need(isinstance(value.get("entity"), str) and value["entity"], "the id of an entity is missing")
    if kind == "move_place":
        _check_point(value)
    if "place" in value and kind in {"choose", "add_mention"}:
        _check_made(value["place"])
    if kind in {"choose", "reject_mention"}:
        _need(value.get("scope", "mention") in SCOPES, f"the scope should be one of {', '.join(SCOPES)}")
    if kind.endswith(("_event", "_events")):
        _check_event(value)
    for name, more in (("merge_events", "others"), ("split_event", "tellings"), (kind, "also")):
        if kind == name and (more in value or more != "also"):
            _check_targets(value.get(more))
    return correction


def _need(condition: object, message: str) -> None:
    if not condition:
        raise InputError(message)


def _check_point(value: Mapping[str, Any]) -> None:
    for name, limit in (("lat", 90), ("lon", 180)):
        degrees = value.get(name)
        fits = isinstance(degrees, int | float) and math.isfinite(degrees) and abs(degrees) <= limit
        _need(fits and not isinstance(degrees, bool), f"{name} should be degrees from -{limit} to {limit}")


def _check_made(place: object) -> None:
    if not isinstance(place, Mapping) or not isinstance(place.get("name"), str) or not place["name"].strip():
        raise InputError("a place made by hand needs a name")
    _need(place.get("kind", "city") in _PLACE_KINDS, f"its kind should be one of {', '.join(_PLACE_KINDS)}")
    country = place.get("country")
    fits = country is None or (isinstance(country, str) and _COUNTRY.fullmatch(country))
    _need(fits, "its country should be two letters (ISO 3166-1)")
    _check_point(place)


def _check_event(value: Mapping[str, Any]) -> None:
    for name in ("type", "to_type"):
        _need(value.get(name, "AGREE") in _TYPES, f"{value.get(name)!r} is no event type of PLOVER")
    _need(value.get("tense", "past") in _TENSES, f"the tense should be one of {', '.join(_TENSES)}")
    _need(value.get("polarity", "did") in _POLARITIES, f"the polarity should be one of {', '.join(_POLARITIES)}")
    _need(isinstance(value.get("place"), str | None), "the place should be the id of an entity")
    _need(isinstance(value.get("date"), str | None), "the date should be EDTF")
    if value.get("date"):
        event_date(value["date"])
    actors = value.get("actors", [])
    _need(isinstance(actors, list) and all(_is_actor(one) for one in actors), "each party needs an entity and a role")


def _is_actor(one: object) -> bool:
    if not isinstance(one, Mapping) or not isinstance(one.get("entity"), str) or not one["entity"]:
        return False
    people = one.get("people", [])
    named = isinstance(people, list) and all(isinstance(person, str) for person in people)
    return named and one.get("role", "actor") in ("actor", "recipient")


def _check_targets(targets: object) -> None:
    fits = isinstance(targets, list) and targets and all(isinstance(one, Mapping) for one in targets)
    _need(fits, "the list of the other events or tellings is missing")
    for one in targets if isinstance(targets, list) else ():
        spans = [one.get(name) for name in ("start", "end")]
        _need(all(isinstance(at, int) and at >= 0 for at in spans), "a target has no span")
        texts = [one.get(name, "") for name in ("document", "sha256", "quote", "type")]
        _need(all(isinstance(text, str) for text in texts), "a target's document and quote should be text")
