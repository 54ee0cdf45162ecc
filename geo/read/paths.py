"""Files, folders, archives, uploads and standard input to documents; what fails is told and passed over."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePath
from typing import BinaryIO

from geo.errors import InputError, UnreadableInput, UnsupportedInput
from geo.read import plain, table, webpage, workspace
from geo.read.archive import members
from geo.read.documents import Desk
from geo.read.source import Drafts, Problem, Source, read_bytes, visible
from geo.records import Document
from geo.settings import Settings


def _read_word(source: Source, settings: Settings) -> Drafts:
    """Read a Word document; its library is heavy and opened only for one."""
    from geo.read import word

    return word.read(source, settings)


def _read_pdf(source: Source, settings: Settings) -> Drafts:
    """Read a PDF; its library, too, is opened only for one."""
    from geo.read import pdf

    return pdf.read(source, settings)


#: The reader of each kind of file.
READERS: Mapping[str, Callable[[Source, Settings], Drafts]] = {
    ".txt": plain.read,
    ".text": plain.read,
    ".md": plain.read_markdown,
    ".markdown": plain.read_markdown,
    ".html": webpage.read,
    ".htm": webpage.read,
    ".xhtml": webpage.read,
    ".docx": _read_word,
    ".pdf": _read_pdf,
    ".jsonl": table.read_json_lines,
    ".ndjson": table.read_json_lines,
    ".json": table.read_json,
    ".csv": table.read_csv,
    ".tsv": table.read_csv,
    workspace.SUFFIX: workspace.read,
}
_ARCHIVES = frozenset({".zip"})
_FOREIGN = {
    ".doc": "save it as .docx", ".rtf": "save it as .docx", ".odt": "save it as .docx", ".pages": "save it as .docx",
    ".xls": "save it as .csv", ".xlsx": "save it as .csv", ".ods": "save it as .csv", ".epub": "save it as .html",
    ".gz": "unpack it first", ".tar": "unpack it first", ".rar": "unpack it first", ".7z": "unpack it first",
}  # fmt: skip
STANDARD_INPUT = "-"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
#: Files in a folder that are about it, not part of it.
_ABOUT = frozenset({"readme", "license", "licence", "notice", "changelog"})


def read_paths(
    paths: Iterable[str | os.PathLike[str]],
    *,
    settings: Settings | None = None,
    language: str | None = None,
    published: dt.date | None = None,
    title: str | None = None,
) -> Iterator[Document | Problem]:
    """Read files, folders (sorted, with their subfolders), ZIP archives, web addresses and ``-``, standard input.

    Parameters
    ----------
    paths
        What to read.
    settings
        Limits; the defaults if None.
    language, published, title
        What holds for texts that do not say it themselves; ``language`` holds for all.

    Yields
    ------
    Document or Problem
        In order, one at a time: nothing is kept, and one bad file does not stop the batch.
    """
    desk = Desk(settings or Settings(), language, published, title)
    for path in paths:
        yield from _from_path(path, desk)


def read_uploads(
    files: Iterable[tuple[str, bytes]],
    *,
    settings: Settings | None = None,
    language: str | None = None,
    published: dt.date | None = None,
    title: str | None = None,
) -> Iterator[Document | Problem]:
    """Read named bytes as `read_paths` reads files.

    Parameters
    ----------
    files
        Name (its suffix tells the kind) and content of each.
    settings, language, published, title
        As for `read_paths`.
    """
    desk = Desk(settings or Settings(), language, published, title)
    for name, data in files:
        yield from _from_source(source_of_bytes(name, data), desk)


def read_addresses(
    addresses: Iterable[str], *, settings: Settings | None = None, language: str | None = None
) -> Iterator[Document | Problem]:
    """Read pages from the web, and nothing else: what is no address is a problem, never a file of this machine.

    Parameters
    ----------
    addresses
        What a person typed; ``https`` where no scheme is given.
    settings, language
        As for `read_paths`.
    """
    desk = Desk(settings or Settings(), language)
    for address in addresses:
        yield from _from_web(address if "://" in address else f"https://{address}", desk)


def source_of_bytes(name: str, data: bytes) -> Source:
    """Return a source for bytes in memory."""
    path = PurePath(name)
    return Source(visible(name), visible(path.stem), path.suffix.lower(), lambda: io.BytesIO(data))


def count_files(paths: Iterable[str | os.PathLike[str]]) -> int:
    """Return how many files there are to read, for a progress bar: an archive or record file counts once."""
    return sum(sum(1 for _ in _files(Path(path))) if Path(path).is_dir() else 1 for path in paths)


def _from_path(path: str | os.PathLike[str], desk: Desk) -> Iterator[Document | Problem]:
    if os.fspath(path) == STANDARD_INPUT:
        yield from _from_standard_input(desk)
        return
    if _ADDRESS.match(os.fspath(path)):
        yield from _from_web(os.fspath(path), desk)
        return
    path = Path(path)
    name = visible(str(path))
    if path.is_dir():
        found = False
        for file in _files(path):
            found = True
            yield from _from_source(Source.of_path(file), desk)
        if not found:
            yield Problem(name, f"no file in this folder is of a kind that we read ({', '.join(sorted(READERS))})")
    elif path.is_file() or path.is_fifo():
        yield from _from_source(Source.of_path(path), desk)
    else:
        yield Problem(name, "there is no such file or folder")


def _from_web(address: str, desk: Desk) -> Iterator[Document | Problem]:
    """Read one page; its address is the one that answered, whatever the page says of itself."""
    from geo.read import web

    try:
        page = web.fetch(address, desk.settings)
        drafts = READERS[page.source.suffix](page.source, desk.settings)
        found = (draft if isinstance(draft, Problem) else replace(draft, url=page.url) for draft in drafts)
        yield from desk.accept(found, page.source)
    except InputError as error:
        yield Problem(visible(address), str(error))


def _from_standard_input(desk: Desk) -> Iterator[Document | Problem]:
    """Read standard input: JSON Lines, PDF and HTML are known by their beginning; else it is plain text."""
    stream = sys.stdin.buffer
    try:
        data = read_bytes(Source("standard input", "stdin", "", lambda: _unclosed(stream)), desk.settings.max_bytes)
    except InputError as error:
        yield Problem("standard input", str(error))
        return
    source = source_of_bytes(f"stdin{_sniff(data)}", data)
    yield from _from_source(Source("standard input", "stdin", source.suffix, source.open), desk)


def _unclosed(stream: BinaryIO) -> BinaryIO:
    """Wrap standard input so that closing the source leaves it open."""
    return io.BytesIO(stream.read())


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that we read, sorted by name, hidden ones left out; links are not followed."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if _is_text(path):
                yield path


def _is_text(path: Path) -> bool:
    if path.name.startswith(".") or path.stem.lower() in _ABOUT:
        return False
    if path.exists() and not path.is_file():  # a pipe would keep the batch waiting; a broken link is told when read
        return False
    # A map that was written into a folder of texts holds the same texts again: it is read where it is named.
    return path.suffix.lower() in (READERS.keys() | _ARCHIVES) - {workspace.SUFFIX}


def _from_source(source: Source, desk: Desk) -> Iterator[Document | Problem]:
    try:
        if source.suffix in _ARCHIVES:
            yield from _from_archive(source, desk)
        else:
            yield from desk.accept(_reader(source)(source, desk.settings), source)
    except InputError as error:
        yield Problem(source.name, str(error))
    except OSError as error:
        yield Problem(source.name, f"could not be read ({error.strerror or 'input error'})")


def _from_archive(source: Source, desk: Desk) -> Iterator[Document | Problem]:
    found = False
    for member in members(source, desk.settings):
        if member.suffix in READERS and member.suffix != workspace.SUFFIX:
            found = True
            yield from _from_source(member, desk)
    if not found:
        raise UnreadableInput("no file in this archive is of a kind that we read")


def _reader(source: Source) -> Callable[[Source, Settings], Drafts]:
    """Return the reader for a source: by suffix; a text suffix or none also by how the bytes begin."""
    if source.suffix in _FOREIGN:
        raise UnsupportedInput(f"{source.suffix} files are not read; {_FOREIGN[source.suffix]}")
    if source.suffix in READERS and source.suffix != ".txt":
        return READERS[source.suffix]
    with source.open() as stream:
        beginning = stream.read(4096)
    if source.suffix == ".txt" and not beginning.startswith(b"%PDF-"):
        return plain.read
    return READERS[_sniff(beginning)]


def _sniff(beginning: bytes) -> str:
    """Return the suffix of the kind of file that begins so."""
    head = beginning[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if head[:15].lower().startswith((b"<!doctype html", b"<html")):
        return ".html"
    if head.startswith(b'{"') and b'"text"' in beginning:
        return ".jsonl"
    return ".txt"
