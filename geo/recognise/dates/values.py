"""What a date expression means: a first and a last day, and EDTF (ISO 8601-2) for both."""

from __future__ import annotations

import calendar as gregorian
import datetime as dt
from dataclasses import dataclass, replace

import jdatetime
from hijridate import Gregorian, Hijri

from geo.records import Calendar, DateFlag

_EDTF_SEASON = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_SEASON_MONTHS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 12)}
# A part of a year in months, of a decade in years, of a month in days. The edges are approximate and marked so.
_PART_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_PART_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_PART_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class When:
    """The meaning of a date expression.

    ``lo`` and ``hi`` are the first and last day that it may mean, None where the text does not tell.
    """

    edtf: str
    lo: dt.date | None
    hi: dt.date | None
    calendar: Calendar = "gregorian"
    flags: tuple[DateFlag, ...] = ()

    def flagged(self, *flags: DateFlag) -> When:
        """Return the same value with more flags."""
        return replace(self, flags=tuple(dict.fromkeys((*self.flags, *flags))))


UNKNOWN_DAY = When("XXXX-XX-XX", None, None, flags=("relative", "vague"))


def last_of_month(year: int, month: int) -> int:
    """Return the number of days of a Gregorian month."""
    return gregorian.monthrange(year, month)[1]


def day(year: int, month: int, number: int, calendar: Calendar = "gregorian") -> When:
    """Return one day; raises ValueError where the calendar has no such day."""
    date = _to_gregorian(year, month, number, calendar)
    return When(date.isoformat(), date, date, calendar)


def month(year: int, number: int, calendar: Calendar = "gregorian") -> When:
    """Return a whole month."""
    lo = _to_gregorian(year, number, 1, calendar)
    if calendar == "gregorian":
        hi = lo.replace(day=last_of_month(year, number))
        return When(f"{year:04d}-{number:02d}", lo, hi)
    after = (year, number + 1) if number < _MONTHS else (year + 1, 1)
    hi = _to_gregorian(*after, 1, calendar) - dt.timedelta(1)
    return When(f"{lo}/{hi}", lo, hi, calendar)


def year(number: int, calendar: Calendar = "gregorian") -> When:
    """Return a whole year."""
    if calendar == "gregorian":
        return When(f"{number:04d}", dt.date(number, 1, 1), dt.date(number, 12, 31))
    lo = _to_gregorian(number, 1, 1, calendar)
    hi = _to_gregorian(number + 1, 1, 1, calendar) - dt.timedelta(1)
    return When(f"{lo}/{hi}", lo, hi, calendar)


def decade(first: int) -> When:
    """Return the ten years from ``first`` (1990 for the nineties)."""
    return When(f"{first // 10}X", dt.date(first, 1, 1), dt.date(first + 9, 12, 31), flags=("vague",))


def century(number: int) -> When:
    """Return the century of that number, counted as newspapers do (the 19th is 1800 to 1899)."""
    first = (number - 1) * 100
    return When(f"{number - 1:02d}XX", dt.date(first, 1, 1), dt.date(first + 99, 12, 31), flags=("vague",))


def quarter(of_year: int, number: int) -> When:
    """Return a quarter of a year (EDTF 33 to 36)."""
    lo = dt.date(of_year, number * 3 - 2, 1)
    return When(f"{of_year}-{32 + number}", lo, dt.date(of_year, number * 3, last_of_month(of_year, number * 3)))


def half(of_year: int, number: int) -> When:
    """Return a half of a year (EDTF 40 and 41)."""
    lo, hi = (dt.date(of_year, 1, 1), dt.date(of_year, 6, 30)) if number == 1 else (dt.date(of_year, 7, 1), None)
    return When(f"{of_year}-{39 + number}", lo, hi or dt.date(of_year, 12, 31))


def season(of_year: int, name: str) -> When:
    """Return a season of the northern year (EDTF 21 to 24)."""
    first, last = _SEASON_MONTHS[name]
    hi = dt.date(of_year, last, last_of_month(of_year, last))
    return When(f"{of_year}-{_EDTF_SEASON[name]}", dt.date(of_year, first, 1), hi, flags=("vague",))


def persian_season(of_year: int, name: str) -> When:
    """Return a season of a year that begins with spring, as an interval."""
    first = (_EDTF_SEASON[name] - _EDTF_SEASON["spring"]) * 3 + 1
    lo, hi = month(of_year, first, "persian").lo, month(of_year, first + 2, "persian").hi
    return When(f"{lo}/{hi}", lo, hi, "persian", flags=("vague",))


def part_of_year(part: str, number: int, calendar: Calendar = "gregorian") -> When:
    """Return the early, middle or late part of a year, with approximate edges."""
    first, last = _PART_OF_YEAR[part]
    a, b = month(number, first, calendar), month(number, last, calendar)
    edtf = f"{number:04d}-{first:02d}~/{number:04d}-{last:02d}~" if calendar == "gregorian" else f"{a.lo}~/{b.hi}~"
    return When(edtf, a.lo, b.hi, calendar, ("vague",))


def part_of_decade(part: str, first: int) -> When:
    """Return the early, middle or late years of a decade."""
    a, b = (first + offset for offset in _PART_OF_DECADE[part])
    return When(f"{a}~/{b}~", dt.date(a, 1, 1), dt.date(b, 12, 31), flags=("vague",))


def part_of_month(part: str, of_year: int, number: int, calendar: Calendar = "gregorian") -> When:
    """Return the first, second or last ten days of a month."""
    whole = month(of_year, number, calendar)
    if whole.lo is None or whole.hi is None:
        return whole
    first, last = _PART_OF_MONTH[part]
    lo = whole.lo + dt.timedelta(first - 1)
    hi = min(whole.hi, whole.lo + dt.timedelta(last - 1))
    return When(f"{lo}~/{hi}~", lo, hi, calendar, ("vague",))


def span(first: When, last: When) -> When:
    """Return the interval from the beginning of ``first`` to the end of ``last``; raises ValueError if it is none."""
    if first.lo is None or last.hi is None:
        raise ValueError("an interval needs both ends")
    if first.lo > last.hi:
        raise ValueError("an interval must not end before it begins")
    return When(f"{first.edtf}/{last.edtf}", first.lo, last.hi, first.calendar, first.flags)


def since(days_before: dt.date, reference: dt.date) -> When:
    """Return the interval from a day to the reference day, approximate."""
    return When(f"{days_before}~/{reference}", days_before, reference, flags=("relative", "vague"))


def shift_months(date: dt.date, number: int) -> tuple[int, int]:
    """Return year and month that lie ``number`` months after ``date``."""
    months = date.year * _MONTHS + date.month - 1 + number
    return months // _MONTHS, months % _MONTHS + 1


def from_gregorian(date: dt.date, calendar: Calendar) -> tuple[int, int]:
    """Return year and month of a Gregorian day in another calendar."""
    if calendar == "persian":
        persian = jdatetime.date.fromgregorian(date=date)
        return persian.year, persian.month
    if calendar == "hijri":
        hijri = Gregorian(date.year, date.month, date.day).to_hijri()
        return hijri.year, hijri.month
    return date.year, date.month


def _to_gregorian(of_year: int, of_month: int, number: int, calendar: Calendar) -> dt.date:
    if calendar == "persian":
        converted: dt.date = jdatetime.date(of_year, of_month, number).togregorian()
        return converted
    if calendar == "hijri":
        try:
            hijri = Hijri(of_year, of_month, number).to_gregorian()
        except OverflowError as error:  # outside 1343 to 1500 AH
            raise ValueError(str(error)) from error
        return dt.date(hijri.year, hijri.month, hijri.day)
    return dt.date(of_year, of_month, number)
