"""ZIP archives, read under limits: a small archive may claim to hold a very large one."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from geo.errors import InputTooLarge, UnreadableInput
from geo.read.source import Source, visible
from geo.settings import Settings

#: Most members of one archive.
_MOST_MEMBERS = 20_000
#: Largest sum of the unpacked members, in times the largest single input.
_TOTAL = 20
#: Largest archive itself, in times the largest single input.
_PACKED = 4


def members(source: Source, settings: Settings) -> Iterator[Source]:
    """Yield the files in an archive, by name; folders and hidden files are passed over.

    Raises
    ------
    UnreadableInput
        When the archive is damaged or has a password.
    InputTooLarge
        When the archive has too many members or they are too large together.
    """
    with source.open() as stream:
        packed = open_zip(stream, settings)
        entries = sorted((entry for entry in packed.infolist() if _wanted(entry)), key=lambda entry: entry.filename)
        for entry in entries:
            path = PurePosixPath(entry.filename.replace("\\", "/"))
            yield Source(
                visible(f"{source.name}/{path}"),
                visible(path.stem),
                path.suffix.lower(),
                lambda entry=entry: _open_member(packed, entry, settings),  # type: ignore[misc]
            )


def open_zip(stream: BinaryIO, settings: Settings) -> zipfile.ZipFile:
    """Open an archive after a look at its table of contents.

    Raises
    ------
    UnreadableInput, InputTooLarge
        As `members`.
    """
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    if size > settings.max_bytes * _PACKED:
        raise InputTooLarge(f"over {settings.max_bytes * _PACKED / 1e6:,.0f} MB; unpack it and give the folder")
    try:
        packed = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, EOFError) as error:
        raise UnreadableInput("the ZIP archive is damaged") from error
    entries = packed.infolist()
    if len(entries) > _MOST_MEMBERS or sum(entry.file_size for entry in entries) > settings.max_bytes * _TOTAL:
        raise InputTooLarge("the archive would unpack to more than is allowed; unpack it and give the folder in parts")
    return packed


def _wanted(entry: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(entry.filename.replace("\\", "/")).parts
    return not entry.is_dir() and not any(part.startswith((".", "__MACOSX")) for part in parts)


def _open_member(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, settings: Settings) -> BinaryIO:
    """Unpack one member, never beyond the limit, whatever size its header claims."""
    try:
        with packed.open(entry) as member:
            data = member.read(settings.max_bytes + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise UnreadableInput("this file in the archive is damaged") from error
    except (RuntimeError, NotImplementedError) as error:  # a password; a compression that zipfile does not know
        raise UnreadableInput("this file in the archive has a password or an unknown compression") from error
    return io.BytesIO(data)
