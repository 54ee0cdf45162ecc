"""Dates typed by a person: EDTF (ISO 8601-2), with the first and last day that each may mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import lru_cache
from time import struct_time
from typing import Any, Final

from geo.errors import InputError
from geo.records import EventDate

_OPEN: Final = frozenset({"..", ""})
_LONGEST: Final = 60


@lru_cache(maxsize=1024)
def event_date(edtf: str) -> EventDate:
    """Return the date that an EDTF text means.

    Raises
    ------
    InputError
        When it is not EDTF, or ends before it begins.

    Examples
    --------
    >>> event_date("2025-08").hi, event_date("../2024-05-01").lo
    (datetime.date(2025, 8, 31), None)
    """
    text = edtf.strip()
    sides = text.split("/")
    if len(text) > _LONGEST or len(sides) > 2 or not any(side not in _OPEN for side in sides):  # noqa: PLR2004 - an interval
        raise _not_edtf(edtf)
    first, last = sides[0], sides[-1]
    lo = None if first in _OPEN else _bound(_parsed(first, edtf).lower_strict, edtf)
    hi = None if last in _OPEN else _bound(_parsed(last, edtf).upper_strict, edtf)
    if lo and hi and lo > hi:
        raise InputError(f"«{edtf}» ends before it begins")
    return EventDate(text, lo, hi)


def _parsed(text: str, edtf: str) -> Any:  # noqa: ANN401 - the parser has many classes of dates
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        return parse_edtf(text)
    except (EDTFParseException, ValueError, RecursionError) as error:
        raise _not_edtf(edtf) from error


def _bound(end: Callable[[], struct_time], edtf: str) -> dt.date:
    try:
        return dt.date(*end()[:3])
    except (ValueError, TypeError, OverflowError) as error:  # the year 12025; an end that is open
        raise _not_edtf(edtf) from error


def _not_edtf(edtf: str) -> InputError:
    return InputError(f"«{edtf[:_LONGEST]}» is no date in EDTF; write 2025-08-18, 2025-08, 2025, 2025-08-18/2025-08-20")
