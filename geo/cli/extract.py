"""``geo extract``: what the texts say, as data."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo.cli.batch import Batch
from geo.cli.options import AllowPrivate, Gazetteer, InLanguage, Paths, Published, Title, day_of, settings_of
from geo.errors import ExportError

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


class Format(StrEnum):
    """Formats of the result."""

    jsonl = "jsonl"
    geojson = "geojson"
    csv = "csv"
    graphml = "graphml"
    kml = "kml"
    annotations = "annotations"
    linked_places = "linked-places"


class Layer(StrEnum):
    """Layers to choose one from."""

    places = "places"
    countries = "countries"
    corridors = "corridors"
    events = "events"
    relations = "relations"
    blocs = "blocs"


def extract(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: Paths,
    format: Annotated[  # noqa: A002 - the name of the option
        Format,
        typer.Option(
            "--format",
            "-f",
            help="jsonl: the analysis, a text a line; geojson, csv, kml: the layers; graphml: the relations; "
            "annotations: the mentions as W3C Web Annotations; linked-places: the places.",
        ),
    ] = Format.jsonl,
    output: Annotated[Path | None, typer.Option("--output", "-o", dir_okay=False, help="File to write to.")] = None,
    layer: Annotated[Layer | None, typer.Option(help="Only this layer (geojson, csv, kml).")] = None,
    published: Published = None,
    language: InLanguage = None,
    title: Title = None,
    gazetteer: Gazetteer = None,
    allow_private: AllowPrivate = False,  # noqa: FBT002 - a flag
) -> None:
    """Print what the texts say: JSON Lines as each text is done, or the layers of all as GeoJSON or CSV."""
    batch = Batch(paths, settings_of(gazetteer, allow_private=allow_private), language, day_of(published), title)
    _give(_lines(batch, format, layer), output, mark=format is Format.csv)
    batch.finish()


def _lines(batch: Batch, form: Format, layer: Layer | None) -> Iterator[str]:
    """Return the lines of the result; the formats of single texts give each as it is done."""
    from geo.export import analysis

    if form is Format.jsonl:
        return analysis.lines(batch.corrected())
    if form is Format.annotations:
        from geo.export import annotations  # brings geopandas with it, which takes a second

        return annotations.lines(batch.corrected())
    return _lines_of_all(batch, form, layer)


def _lines_of_all(batch: Batch, form: Format, layer: Layer | None) -> Iterator[str]:
    from geo import layers, pipeline
    from geo.export import geojson, graphml, kml, linked_places, tables

    atlas = pipeline.atlas(batch.analyses(), batch.log, batch.settings)
    frames: dict[str, GeoDataFrame] = layers.frames(atlas, batch.settings)
    if form is Format.graphml:
        return graphml.lines(atlas)
    if form is Format.linked_places:
        return linked_places.lines(frames["places"], atlas)
    if layer:
        frames = {layer.value: frames[layer.value]}
    write = {Format.geojson: geojson.together, Format.csv: tables.together, Format.kml: kml.lines}
    return write[form](frames)


def _give(lines: Iterator[str], output: Path | None, *, mark: bool = False) -> None:
    """Write lines to a file, or to standard output as they come; ``mark`` puts a byte-order mark before a file."""
    if output:
        from geo.export.files import write_lines

        write_lines(lines, output, encoding="utf-8-sig" if mark else "utf-8")
        return
    stream = typer.get_binary_stream("stdout")
    try:
        for line in lines:
            stream.write(f"{line}\n".encode("utf-8", "backslashreplace"))
            stream.flush()
    except BrokenPipeError as error:  # the reader has seen enough (head, less)
        raise typer.Exit(0) from error
    except OSError as error:
        raise ExportError(f"standard output could not be written ({error.strerror})") from error
