"""Word documents (.docx): paragraphs and tables; footnotes are left out."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table

from geo.errors import UnreadableInput
from geo.read.archive import open_zip
from geo.read.source import Draft, Drafts, Source, read_bytes
from geo.settings import Settings

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

# What python-docx raises on damaged or foreign packages; lxml's errors of syntax are a SyntaxError.
_DAMAGED = (OpcError, SyntaxError, zipfile.BadZipFile, zlib.error, struct.error, KeyError, ValueError, EOFError)

_FOREIGN = "this is not a Word document, or it is damaged; save it again as .docx"


def read(source: Source, settings: Settings) -> Drafts:
    """Read one Word document: a line a paragraph, a line a table row.

    Raises
    ------
    UnreadableInput
        When it is no Word document, or damaged.
    InputTooLarge
        When it is, or would unpack to, more than the limits.
    """
    data = read_bytes(source, settings.max_bytes)
    if not data.startswith(b"PK"):
        raise UnreadableInput(_FOREIGN)
    open_zip(io.BytesIO(data), settings).close()
    try:
        word = docx.Document(io.BytesIO(data))
        text = "\n".join(_lines(word))
        properties = word.core_properties
        title = properties.title.strip() or None
    except _DAMAGED as error:
        raise UnreadableInput(_FOREIGN) from error
    yield Draft(text, title=title)


def _lines(word: WordDocument) -> Iterator[str]:
    for block in word.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                cells = dict.fromkeys(cell.text.strip() for cell in row.cells)  # a merged cell comes once a column
                yield " · ".join(cell for cell in cells if cell)
        else:
            yield block.text
