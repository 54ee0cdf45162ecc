"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from geo.errors import ExportError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary path beside ``path`` and put it in its place at the end; on an error leave all as it was.

    Raises
    ------
    ExportError
        When the file cannot be written.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".geo-", dir=path.parent) as folder:
            temporary = Path(folder, path.name)
            yield temporary
            os.replace(temporary, path)  # noqa: PTH105 - atomic, over an existing file too
    except OSError as error:
        raise ExportError(f"{path} could not be written ({error.strerror or error}); choose another folder") from error


def write_lines(lines: Iterable[str], path: Path, *, encoding: str = "utf-8") -> None:
    r"""Write lines, each ended by ``\n``, as they come.

    A lone half of a surrogate pair, which no encoding has, is written as an escape that JSON reads back.

    Raises
    ------
    ExportError
        When the file cannot be written.
    """
    with (
        replacing(path) as temporary,
        temporary.open("w", encoding=encoding, errors="backslashreplace", newline="") as file,
    ):
        file.writelines(f"{line}\n" for line in lines)
