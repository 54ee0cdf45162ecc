"""Records: JSON Lines, JSON and CSV, one document a record."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from geo.errors import UnreadableInput
from geo.read.encoding import decode
from geo.read.published import from_field
from geo.read.source import Draft, Drafts, Problem, Source, read_bytes
from geo.settings import Settings

#: Names that a field of ours goes by in other people's files, the best first.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "النص", "نص"),
    "id": ("id", "doc_id", "document", "uuid"),
    "title": ("title", "headline", "العنوان", "عنوان"),
    "published": ("published", "published_at", "date", "pubdate", "التاريخ", "تاريخ"),
    "language": ("lang", "language", "اللغة"),
    "url": ("url", "link", "source_url"),
}


def read_json_lines(source: Source, settings: Settings) -> Drafts:
    """Read JSON Lines, a line at a time: a file of any length, each record under the limit."""
    with source.open() as stream:
        for number, line in enumerate(_lines(stream, settings.max_bytes), 1):
            if line is None:
                yield Problem(f"{source.name}, line {number}", "the record is over the largest input allowed; left out")
            elif line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield _json_line(line, f"{source.name}, line {number}", f"{source.stem}-{number}")


def _lines(stream: io.BufferedIOBase | Iterable[bytes], limit: int) -> Iterator[bytes | None]:
    """Yield lines; None for one longer than ``limit`` bytes, whose rest is passed over."""
    readline = stream.readline  # type: ignore[union-attr]
    while line := readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = readline(limit)
        yield None


def _json_line(line: bytes, place: str, default_id: str) -> Draft | Problem:
    try:
        return _draft(json.loads(line.decode("utf-8-sig")), default_id)
    except (ValueError, RecursionError) as error:
        return Problem(place, _why(error))


def _why(error: Exception) -> str:
    if isinstance(error, UnreadableInput):
        return str(error)
    if isinstance(error, UnicodeDecodeError):
        return "not UTF-8, which JSON must be; save the file as UTF-8"
    return f"not valid JSON ({getattr(error, 'msg', 'nested too deeply')})"


def read_json(source: Source, settings: Settings) -> Drafts:
    """Read a JSON file: one record, or a list of them.

    Raises
    ------
    UnreadableInput
        When it is not JSON; a record without a text is a `Problem` of its own.
    """
    text = decode(read_bytes(source, settings.max_bytes))
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(_why(error)) from error
    records = data if isinstance(data, list) else [data]
    for number, record in enumerate(records, 1):
        default = f"{source.stem}-{number}" if isinstance(data, list) else source.stem
        try:
            yield _draft(record, default)
        except UnreadableInput as error:
            yield Problem(f"{source.name}, record {number}", str(error))


def read_csv(source: Source, settings: Settings) -> Drafts:
    """Read CSV, TSV or semicolon-separated values with a header that names a text column.

    Raises
    ------
    UnreadableInput
        When it is no table or names no text column; a row without a text is a `Problem` of its own.
    """
    text = decode(read_bytes(source, settings.max_bytes))
    csv.field_size_limit(settings.max_bytes)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text), restkey="")
    try:
        columns = [str(name).strip().lower() for name in rows.fieldnames or ()]
        if not any(name in columns for name in _FIELDS["text"]):
            raise UnreadableInput("no column named «text»; name the column that holds the texts so")
        for number, row in enumerate(rows, 1):
            named = {str(key).strip().lower(): value for key, value in row.items() if isinstance(value, str) and value}
            yield _row(named, f"{source.name}, row {number}", f"{source.stem}-{number}")
    except csv.Error as error:
        raise UnreadableInput(f"not readable as CSV ({error})") from error


def _row(named: Mapping[str, str], place: str, default_id: str) -> Draft | Problem:
    try:
        return _draft(named, default_id)
    except UnreadableInput as error:
        return Problem(place, str(error))


def _delimiter(text: str) -> str:
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _draft(record: object, default_id: str) -> Draft:
    """Make a draft of one record; fields that we do not know are passed over."""
    if not isinstance(record, Mapping):
        raise UnreadableInput("the record is not an object with a field «text»")
    text = _field(record, "text")
    if not isinstance(text, str):
        raise UnreadableInput("the record has no field «text»")
    return Draft(
        _whole(text),
        id=_string(_field(record, "id")) or default_id,
        title=_string(_field(record, "title")),
        published=from_field(_field(record, "published")),
        language=_string(_field(record, "language")),
        url=_string(_field(record, "url")),
    )


def _field(record: Mapping[object, object], name: str) -> object:
    return next((record[key] for key in _FIELDS[name] if record.get(key) is not None), None)


def _string(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return _whole(str(value)).strip() or None


def _whole(text: str) -> str:
    """Replace halves of surrogate pairs, which JSON escapes can bring and no file can hold."""
    return text if text.isprintable() else "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
