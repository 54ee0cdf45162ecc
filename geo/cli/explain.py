"""``geo explain``: how a text was read, sentence by sentence."""

from __future__ import annotations

import unicodedata

import typer

from geo.cli.batch import Batch
from geo.cli.options import AllowPrivate, Gazetteer, InLanguage, Paths, Published, Title, day_of, settings_of


def explain(
    paths: Paths,
    published: Published = None,
    language: InLanguage = None,
    title: Title = None,
    gazetteer: Gazetteer = None,
    allow_private: AllowPrivate = False,  # noqa: FBT002 - a flag
) -> None:
    """Print each sentence with what was found in it, and why events were made or refused."""
    from geo import pipeline

    batch = Batch(paths, settings_of(gazetteer, allow_private=allow_private), language, day_of(published), title)
    for document in batch.documents():
        typer.echo(f"# {document.id} ({document.language}, {document.published or 'undated'})")
        for line in pipeline.explain(document, batch.settings):
            typer.echo(_printable(line))
        typer.echo()
    batch.finish()


def _printable(line: str) -> str:
    """Return a line without control characters, which a hostile text could steer a terminal with."""
    return "".join(c if unicodedata.category(c) not in {"Cc", "Cs"} else " " for c in line)
