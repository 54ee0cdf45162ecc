"""Workspaces: the texts and the corrections that a GeoPackage of ours holds (`geo.export.geopackage`).

The file may come from anywhere and is read as such: in memory, under limits of size and time, plain tables only, so
that nothing in its schema (views, virtual tables, functions) runs.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from geo.correct.record import from_row
from geo.errors import InputError, UnreadableInput
from geo.read.published import from_field
from geo.read.source import Draft, Drafts, Source, read_bytes
from geo.records import Correction
from geo.settings import Settings

SUFFIX: Final = ".gpkg"
_MAGIC: Final = b"SQLite format 3\0"
#: Largest file, in times the largest single input: beside the texts it has the layers.
_TIMES: Final = 4
#: The two bytes that say how the file is written: QGIS leaves them at 2 (a write-ahead log), which memory has not.
_WRITING: Final = slice(18, 20)
_APPLICATION: Final = b"GPKG"
_AT: Final = slice(68, 72)
_SECONDS: Final = 10.0
_STEPS: Final = 10_000
_MOST_CORRECTIONS: Final = 100_000
_TEXTS: Final = ("id", "title", "language", "published", "source", "url", "text")
_LOG: Final = ("kind", "document", "sha256", "start", "end", "quote", "value", "when", "note")
_NONE_OF_OURS: Final = (
    "this GeoPackage holds no texts of ours; open the map.gpkg or workspace that `geo map` or the app wrote"
)


def read(source: Source, settings: Settings) -> Drafts:
    """Read the texts of a workspace, each with the language and day that it was read with."""
    with _opened(source, settings) as database:
        rows = list(_rows(database, "documents", _TEXTS))
    for row in rows:
        texts = {name: value if isinstance(value, str) else None for name, value in row.items()}
        yield Draft(
            texts["text"] or "",
            id=texts["id"],
            title=texts["title"],
            published=from_field(texts["published"]),
            language=texts["language"],
            url=_address(texts["url"]),
            source=texts["source"],
            settled=True,
        )


def read_corrections(source: Source, settings: Settings) -> tuple[Correction, ...]:
    """Return the log of corrections of a workspace, in its order.

    Raises
    ------
    UnreadableInput
        When the file is no workspace of ours, or a row of its log is no correction; the message names the row.
    InputTooLarge
        When the file is over the limit.
    """
    with _opened(source, settings) as database:
        if not _has_table(database, "corrections"):
            return ()
        rows = list(_rows(database, "corrections", _LOG, order="number"))
    if len(rows) > _MOST_CORRECTIONS:
        raise UnreadableInput(f"the log has over {_MOST_CORRECTIONS:,} corrections")
    return tuple(_correction(number, row) for number, row in enumerate(rows, 1))


def corrections_in(paths: Sequence[str], settings: Settings) -> tuple[Correction, ...]:
    """Return the corrections of all workspaces among paths, one log after the other.

    Raises
    ------
    UnreadableInput, InputTooLarge
        As `read_corrections`.
    """
    named = (Path(path) for path in paths if path.lower().endswith(SUFFIX))
    logs = (read_corrections(Source.of_path(path), settings) for path in named if path.is_file())
    return tuple(correction for log in logs for correction in log)


@contextmanager
def _opened(source: Source, settings: Settings) -> Iterator[sqlite3.Connection]:
    """Open the database in memory, with nothing that could write, run or take long."""
    data = bytearray(read_bytes(source, settings.max_bytes * _TIMES))
    if not data.startswith(_MAGIC) or data[_AT] != _APPLICATION:
        raise UnreadableInput("this is no GeoPackage; it may be damaged, or another kind of file under this name")
    data[_WRITING] = b"\1\1"
    with closing(sqlite3.connect(":memory:")) as database:
        until = time.monotonic() + _SECONDS
        try:
            database.deserialize(bytes(data))
            database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, settings.max_bytes * _TIMES)
            for pragma in ("trusted_schema=OFF", "query_only=ON", "cell_size_check=ON"):
                database.execute(f"PRAGMA {pragma}")
            database.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
            if not _has_table(database, "documents"):
                raise UnreadableInput(_NONE_OF_OURS)
            yield database
        except (sqlite3.Error, OverflowError, MemoryError) as error:
            raise UnreadableInput(f"the GeoPackage is damaged ({error}); export it again") from error


def _has_table(database: sqlite3.Connection, name: str) -> bool:
    """Tell whether there is a plain table of that name: a view or virtual table is none of ours."""
    found = database.execute("SELECT type, sql FROM sqlite_master WHERE name = ?", (name,)).fetchall()
    plain = [sql for kind, sql in found if kind == "table" and isinstance(sql, str)]
    return len(plain) == 1 and not plain[0].lstrip().upper().startswith("CREATE VIRTUAL")


def _rows(
    database: sqlite3.Connection, table: str, columns: tuple[str, ...], *, order: str = "rowid"
) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of a table of ours as they come."""
    # table_xinfo lists generated columns, whose expressions would run, with another mark than 0.
    marks = {row[1]: row[6] for row in database.execute(f'PRAGMA table_xinfo("{table}")')}
    if any(marks.get(name) != 0 for name in columns):
        raise UnreadableInput(_NONE_OF_OURS)
    listed = ", ".join(f'"{name}"' for name in columns)
    for row in database.execute(f'SELECT {listed} FROM "{table}" ORDER BY "{order}"'):  # noqa: S608 - names of ours
        yield dict(zip(columns, row, strict=True))


def _correction(number: int, row: Mapping[str, Any]) -> Correction:
    try:
        return from_row(row)
    except InputError as error:
        raise UnreadableInput(f"row {number} of its corrections cannot be used: {error}") from error


def _address(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None
