"""The command line: results go to standard output, messages to standard error.

Exit codes: 0 all inputs done; 1 some failed, the rest done; 2 the command was not understood.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from geo import __version__
from geo.cli.explain import explain
from geo.cli.extract import extract
from geo.cli.find import find
from geo.cli.map import draw
from geo.errors import GeoError

app = typer.Typer(
    name="geo",
    help="News texts in, a checkable map out: places, corridors, events and relations between states.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)
app.command("map")(draw)
app.command("extract")(extract)
app.command("find")(find)
app.command("explain")(explain)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - called by typer
    if wanted:
        typer.echo(f"geo {__version__}")
        raise typer.Exit


@app.callback()
def _start(
    _version: Annotated[  # noqa: FBT002 - a flag
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read news texts and draw what they say."""


def main() -> None:
    """Run the command line; what goes wrong is told in a sentence."""
    try:
        app()
    except GeoError as error:
        typer.echo(f"geo: {error}", err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


__all__ = ["app", "main"]
