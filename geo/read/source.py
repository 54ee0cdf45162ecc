"""What the readers take and give: a named stream of bytes in, drafts of documents and problems out."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias

from geo.errors import InputTooLarge

#: Longest name shown to a reader, in characters.
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes with a name: a file, an upload, a member of an archive, standard input.

    Parameters
    ----------
    name
        What to call it before a reader (already safe to print, see `visible`).
    stem
        The name without folder and suffix: the id of a document that has none.
    suffix
        Lower-case suffix with its dot, or ``""``.
    open
        Opens the bytes from the beginning.
    """

    name: str
    stem: str
    suffix: str
    open: Callable[[], BinaryIO]

    @classmethod
    def of_path(cls, path: Path) -> Source:
        """Return the source that a file is."""
        return cls(visible(str(path)), visible(path.stem), path.suffix.lower(), lambda: path.open("rb"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as its file gives it, before language, id and date are settled."""

    text: str
    id: str | None = None
    title: str | None = None
    published: dt.date | None = None
    language: str | None = None
    url: str | None = None
    #: Of a workspace: where the text came from first, and that all else is as a person left it.
    source: str | None = None
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that could not be read, and why: ``source`` names it, ``message`` says what to do."""

    source: str
    message: str

    def __str__(self) -> str:
        return f"{self.source}: {self.message}"


#: A reader of one kind of file.
Drafts: TypeAlias = Iterator[Draft | Problem]


def visible(name: str) -> str:
    r"""Return ``name`` with control characters and direction marks written as escapes.

    Examples
    --------
    >>> visible("a\u202etxt.exe"), visible("two\nlines"), visible("خبر.txt")
    ('a\\u202etxt.exe', 'two\\u000alines', 'خبر.txt')
    """
    shown = "".join(_escaped(character) for character in name)
    return shown if len(shown) <= _LONGEST_NAME else f"…{shown[-_LONGEST_NAME:]}"


def _escaped(character: str) -> str:
    # Cc controls, Cf formats (bidi overrides, joiners), Cs the lone halves that undecodable file names bring.
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return f"\\u{ord(character):04x}"
    return character


def read_bytes(source: Source, limit: int) -> bytes:
    """Return all bytes of ``source``.

    Raises
    ------
    InputTooLarge
        When there are more than ``limit`` bytes.
    """
    with source.open() as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputTooLarge(f"over {limit / 1e6:,.0f} MB, the largest input allowed; split it into smaller files")
    return data
