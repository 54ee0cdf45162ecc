"""The day a text was published, where the text or its record says so beyond doubt."""

from __future__ import annotations

import datetime as dt
import re

_ISO = r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>0[1-9]|1[0-2])[-/.](?P<day>0[1-9]|[12]\d|3[01])"
_DAY_FIRST = r"(?P<day>1[3-9]|2\d|3[01])[-/.](?P<month>0[1-9]|1[0-2])[-/.](?P<year>(?:19|20)\d\d)"
_LABEL = (
    r"(?:date|published(?:\s+on)?|updated|dateline|تاريخ(?:\s+النشر)?|نشر(?:\s+في)?|نُشر(?:\s+في)?|"
    r"تاریخ(?:\s+انتشار)?|انتشار|дата(?:\s+публикации)?|опубликовано)"
)
_CLOCK = r"(?:[T ,]+\d\d?:\d\d(?::\d\d)?(?:\.\d+)?\s*(?:Z|[+-]\d\d:?\d\d|GMT|UTC)?)?"
# A date is a dateline when a label introduces it, or when it has the line to itself.
_LABELLED = re.compile(rf"(?:^|(?<=\s)){_LABEL}\s*[:：-]?\s*(?:{_ISO})(?!\d)", re.IGNORECASE | re.MULTILINE)
_ALONE = tuple(
    re.compile(rf"^[ \t]*{date}{_CLOCK}[ \t]*\r?$", re.IGNORECASE | re.MULTILINE) for date in (_ISO, _DAY_FIRST)
)
_LEADING = re.compile(rf"{_ISO}(?!\d){_CLOCK}")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
#: How far from the beginning and the end of a text a dateline may stand, in characters.
_REACH = 240


def from_text(text: str) -> dt.date | None:
    """Return the date of the dateline in the first or last lines of a text, or None.

    Examples
    --------
    >>> from_text("date 2025-12-15 وكالة الأنباء: اجتمع الوزيران")
    datetime.date(2025, 12, 15)
    >>> from_text("The treaty of 2019-03-01 was signed") is None
    True
    """
    for part in (text[:_REACH], text[-_REACH:] if len(text) > _REACH else ""):
        plain = part.translate(_DIGITS)
        for pattern in (_LABELLED, *_ALONE):
            found = next((date for match in pattern.finditer(plain) if (date := _date(match))), None)
            if found:
                return found
    return None


def from_field(value: object) -> dt.date | None:
    """Return the day that a metadata field gives (ISO 8601, with or without a time), or None.

    Examples
    --------
    >>> from_field("2025-08-20T11:30:00+03:00")
    datetime.date(2025, 8, 20)
    >>> from_field("yesterday") is None
    True
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    match = _LEADING.match(str(value).strip().translate(_DIGITS)) if value is not None else None
    return _date(match) if match else None


def _date(match: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:  # 31 February
        return None
