"""``geo map``: texts to a folder with the map and its layers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from geo.cli.batch import Batch
from geo.cli.options import AllowPrivate, Gazetteer, InLanguage, Interface, Paths, Published, Title, day_of, settings_of

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from geo.records import Atlas
    from geo.settings import Settings


def draw(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: Paths,
    output: Annotated[Path, typer.Option("--output", "-o", file_okay=False, help="Folder to write to.")] = Path("out"),
    published: Published = None,
    language: InLanguage = None,
    title: Title = None,
    interface: Annotated[
        Interface | None, typer.Option(help="Language of the map's own words; that of most texts if not given.")
    ] = None,
    gazetteer: Gazetteer = None,
    allow_private: AllowPrivate = False,  # noqa: FBT002 - a flag
) -> None:
    """Draw texts: map.html, a GeoJSON file for each layer, map.gpkg and analysis.jsonl."""
    from geo import layers, pipeline

    batch = Batch(paths, settings_of(gazetteer, allow_private=allow_private), language, day_of(published), title)
    atlas = pipeline.atlas(batch.analyses(), batch.log, batch.settings)
    if not atlas.analyses:
        typer.echo("geo: there is nothing to draw: no text could be read", err=True)
        raise typer.Exit(1)
    frames = layers.frames(atlas, batch.settings)
    spoken = interface.value if interface else _interface(atlas)
    _write_page(atlas, frames, output / "map.html", (title, spoken), batch.settings)
    _write_layers(atlas, frames, output)
    typer.echo(f"geo: {_summary(atlas, frames)} -> {output / 'map.html'}", err=True)
    batch.finish()


def _interface(atlas: Atlas) -> Literal["ar", "en"]:
    languages = Counter(analysis.document.language for analysis in atlas.analyses)
    return "ar" if languages.most_common(1)[0][0] == "ar" else "en"


def _write_page(
    atlas: Atlas,
    frames: Mapping[str, GeoDataFrame],
    path: Path,
    words: tuple[str | None, Literal["ar", "en"]],
    settings: Settings,
) -> None:
    from geo.export.files import write_lines
    from geo.render import page, payload

    title, interface = words
    write_lines([page.page(payload.build(atlas, frames, title=title, interface=interface), settings)], path)


def _write_layers(atlas: Atlas, frames: Mapping[str, GeoDataFrame], output: Path) -> None:
    from geo.export import analysis, geojson, geopackage

    for layer, frame in frames.items():
        geojson.write(frame, layer, output / f"{layer}.geojson")
    geopackage.write(frames, atlas, output / "map.gpkg")
    analysis.write(atlas.analyses, output / "analysis.jsonl")


def _summary(atlas: Atlas, frames: Mapping[str, GeoDataFrame]) -> str:
    corridors = frames["corridors"]["corridor"].nunique()
    counts = {
        "text": len(atlas.analyses),
        "place": len(frames["places"]),
        "corridor": corridors,
        "event": len(atlas.events),
        "relation": len(atlas.relations),
        "thing to check": len(atlas.issues),
    }
    return ", ".join(_counted(number, thing) for thing, number in counts.items())


def _counted(number: int, thing: str) -> str:
    noun, _, rest = thing.partition(" ")
    return f"{number:,} {noun if number == 1 else f'{noun}s'}{f' {rest}' if rest else ''}"
