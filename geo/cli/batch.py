"""A batch of inputs read and analysed one by one; what fails is told on standard error and left out."""

from __future__ import annotations

import datetime as dt
import logging
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import typer

from geo.cli.options import Language
from geo.errors import GeoError, InputError
from geo.read import Problem, count_files, read_paths
from geo.read.source import visible
from geo.read.workspace import corrections_in
from geo.records import Analysis, Correction, Document
from geo.settings import Settings

#: From this number of files on, a progress bar is shown at once; else only when it takes over a second.
_MANY = 10
#: Files that hold many documents: how many is known when they have been read.
_RECORDS = frozenset({".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".zip"})
_LOG = logging.getLogger("geo")


@dataclass(slots=True)
class Batch:
    """The inputs of a command.

    Parameters
    ----------
    paths
        Files, folders, ``-``.
    settings
        Limits and data.
    language, published, title
        As for `geo.read.read_paths`.
    """

    paths: Sequence[str]
    settings: Settings
    language: Language | None = None
    published: dt.date | None = None
    title: str | None = None
    failed: int = 0
    log: tuple[Correction, ...] = ()
    _told: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Take the corrections from the workspaces among the paths."""
        for path in self.paths:
            try:
                self.log += corrections_in([path], self.settings)
            except InputError as error:
                self.tell(Problem(visible(path), str(error)))

    def documents(self) -> Iterator[Document]:
        """Yield the documents, under a progress bar; problems are told and counted."""
        from tqdm import tqdm

        found = read_paths(
            self.paths,
            settings=self.settings,
            language=self.language.value if self.language else None,
            published=self.published,
            title=self.title,
        )
        total = self._total()
        delay = 0 if total and total >= _MANY else 1
        pause = 0.1 if sys.stderr.isatty() else 5  # seconds; a log file wants few lines
        with tqdm(total=total, unit=" texts", leave=False, delay=delay, dynamic_ncols=True, mininterval=pause) as bar:
            for one in found:
                if isinstance(one, Problem):
                    bar.clear()
                    self.tell(one)
                else:
                    yield one
                bar.update()

    def analyses(self) -> Iterator[Analysis]:
        """Yield the analysis of each document; nothing is kept."""
        from geo import pipeline

        for document in self.documents():
            try:
                yield pipeline.analyse(document, self.settings)
            except InputError as error:
                self.tell(Problem(document.source or document.id, str(error)))
            except GeoError:  # missing data concerns every text
                raise
            except Exception as error:  # noqa: BLE001 - a fault of ours in one text must not cost the others
                _LOG.debug("%s failed", document.id, exc_info=True)
                fault = f"our fault: {type(error).__name__}: {error}; please report it, with the text"
                self.tell(Problem(document.source or document.id, fault))

    def corrected(self) -> Iterator[Analysis]:
        """Yield the analysis of each document with the corrections of its workspace."""
        from geo import pipeline

        return (pipeline.corrected(one, self.log, self.settings) for one in self.analyses())

    def tell(self, problem: Problem) -> None:
        """Report a problem, once."""
        if str(problem) in self._told:
            return
        self._told.add(str(problem))
        self.failed += 1
        typer.echo(f"geo: {problem}", err=True)

    def finish(self) -> None:
        """End the command with exit code 1 when anything failed."""
        if self.failed:
            inputs = "input was" if self.failed == 1 else "inputs were"
            typer.echo(f"geo: {self.failed} {inputs} left out", err=True)
            raise typer.Exit(1)

    def _total(self) -> int | None:
        """Return the number of documents where it can be told beforehand."""
        if any(path == "-" or Path(path).suffix.lower() in _RECORDS for path in self.paths):
            return None
        return count_files(self.paths)
