"""Arguments and options that commands share."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from geo.settings import Settings


class Language(StrEnum):
    """Languages that we read."""

    ar = "ar"
    fa = "fa"
    ru = "ru"
    en = "en"


class Interface(StrEnum):
    """Languages of the map's own words."""

    ar = "ar"
    en = "en"


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files (txt md html docx pdf jsonl json csv zip, gpkg for a workspace), folders, web addresses, or - for "
        "standard input.",
    ),
]
Published = Annotated[
    dt.datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Day of publication of texts that do not say it: YYYY-MM-DD."),
]
InLanguage = Annotated[Language | None, typer.Option(help="Language of the texts; guessed where not given.")]
Title = Annotated[str | None, typer.Option(help="Title of the map, and of texts that have none.")]
Gazetteer = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="Your own gazetteer (CSV or GeoJSON), over the built one."),
]


AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", envvar="GEO_ALLOW_PRIVATE", help="Fetch pages from private addresses too."),
]


def settings_of(gazetteer: Path | None, *, allow_private: bool = False) -> Settings:
    """Return the settings of a run."""
    return Settings(gazetteer=gazetteer, allow_private=allow_private)


def day_of(published: dt.datetime | None) -> dt.date | None:
    """Return the day that typer parsed."""
    return published.date() if published else None
