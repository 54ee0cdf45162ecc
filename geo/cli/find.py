"""``geo find``: what the gazetteer knows of a name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, Protocol

import typer

from geo.cli.options import Gazetteer, InLanguage, settings_of
from geo.read.source import visible

if TYPE_CHECKING:
    from geo.records import Entity


class _Sense(Protocol):
    """What is shown of a reading."""

    @property
    def form(self) -> str: ...
    @property
    def prior(self) -> float: ...
    @property
    def weak(self) -> bool: ...


def find(
    name: Annotated[str, typer.Argument(help="A name as a newspaper would write it, in any of the languages.")],
    language: InLanguage = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines.")] = False,  # noqa: FBT002 - a flag
    gazetteer: Gazetteer = None,
) -> None:
    """Print every reading of a name, the likeliest first, with its score and reasons; exit code 1 if there is none."""
    from geo import pipeline

    known = pipeline.open_gazetteer(settings_of(gazetteer))
    readings = [_reading(sense, entity) for sense, entity in known.find(name, language.value if language else None)]
    if not readings:
        typer.echo(f"geo: the gazetteer knows nothing named «{visible(name)}»{_nearly(known.suggest(name))}", err=True)
        raise typer.Exit(1)
    for reading in readings:
        typer.echo(json.dumps(reading, ensure_ascii=False) if as_json else _line(reading))


def _nearly(entities: list[Entity]) -> str:
    names = ", ".join(dict.fromkeys(f"{one.label('en')} ({one.id})" for one in entities))
    return f"; near it: {names}" if names else ""


def _reading(sense: _Sense, entity: Entity) -> dict[str, Any]:
    return {
        "entity": entity.id,
        "kind": entity.kind,
        "form": sense.form,
        "score": round(sense.prior, 3),
        "why": list(_why(sense, entity)),
        "name": dict(entity.name),
        "country": entity.country,
        "lat": entity.lat,
        "lon": entity.lon,
        "population": entity.population or None,
    }


def _why(sense: _Sense, entity: Entity) -> list[str]:
    found = [{"adjective": "adjective or demonym of it"}.get(sense.form, "name of it")]
    if sense.weak:
        found.append("also a common word or a person's name: needs support from the text")
    if entity.population:
        found.append(f"{entity.population:,} inhabitants")
    if entity.source:
        found.append(f"from {entity.source}")
    return found


def _line(reading: dict[str, Any]) -> str:
    names = reading["name"]
    label = " / ".join(dict.fromkeys(name for name in (names.get("en"), names.get("ar")) if name))
    where = f"{reading['lat']:.2f},{reading['lon']:.2f}" if reading["lat"] is not None else "-"
    first = (f"{reading['score']:.3f}", reading["entity"], reading["kind"], label, reading["country"] or "-", where)
    return "\t".join((*first, "; ".join(reading["why"])))
