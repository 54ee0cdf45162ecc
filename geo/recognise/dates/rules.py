"""What each pattern of the grammar means: tokens and context in, a value out (None where they make no date)."""

from __future__ import annotations

import re
from typing import Any, cast

from geo.recognise.dates import values
from geo.recognise.dates.context import Context
from geo.recognise.dates.lexer import Token
from geo.recognise.dates.tokens import every, months, value
from geo.recognise.dates.values import When
from geo.recognise.dates.vocabulary import Meaning
from geo.records import Calendar

_GREGORIAN_YEARS = range(1500, 2200)
_PERSIAN_YEARS = range(1200, 1500)
_HIJRI_YEARS = range(1343, 1500)
_TWO_DIGITS = 100
_DAYS = 31


def _calendar(tokens: list[Token], year: int | None, month: Meaning | None, context: Context) -> Calendar | None:
    """Return the calendar that month, era word and size of the year agree on; None where they contradict."""
    era = value(tokens, "era")
    named = cast("Calendar", month.calendar) if month else None
    if era and (named is None or year is None or era == named):
        return cast("Calendar", era)
    if named:
        fits = {"gregorian": _GREGORIAN_YEARS, "persian": _PERSIAN_YEARS, "hijri": _HIJRI_YEARS}[named]
        return named if year is None or year in fits else None
    if year is None or year in _GREGORIAN_YEARS:
        return "gregorian"
    if context.language == "fa" and year in _PERSIAN_YEARS:
        return "persian"
    return "hijri" if year in _HIJRI_YEARS else None


def numeric(tokens: list[Token], context: Context) -> When | None:
    """Read 2024-05-19, 24/2/2022, 12.12.2025 (day first but for the ISO order)."""
    parts = [int(part) for part in re.split(r"[-/.]", value(tokens, "numeric"))]
    year, month, number = parts if parts[0] > _DAYS else parts[::-1]
    if year < _TWO_DIGITS:
        year += 2000
    calendar: Calendar = "persian" if year in _PERSIAN_YEARS and context.language == "fa" else "gregorian"
    if year in _HIJRI_YEARS and calendar == "gregorian":
        calendar = "hijri"
    return values.day(year, month, number, calendar)


def day_month_year(tokens: list[Token], context: Context) -> When | None:
    """Read «الاثنين 15 ديسمبر 2025», "August 20, 2025"."""
    month, year = months(tokens)[0], value(tokens, "year")
    calendar = _calendar(tokens, year, month, context)
    return values.day(year, month.value, value(tokens, "num", "ordinal"), calendar) if calendar else None


def day_month(tokens: list[Token], context: Context) -> When | None:
    """Read a day and month without a year; the weekday, if told, helps to choose it."""
    month, number = months(tokens)[0], value(tokens, "num", "ordinal")
    calendar = cast("Calendar", month.calendar)
    options = _possible(lambda year: values.day(year, month.value, number, calendar), context, calendar, tokens)
    weekday = value(tokens, "weekday", "weak_weekday")
    agreeing = [option for option in options if option.lo and option.lo.weekday() == weekday]
    settled = context.settle(tokens[0].start, agreeing or options, value(tokens, "modifier"))
    if settled or calendar != "gregorian":
        return settled
    return When(f"XXXX-{month.value:02d}-{number:02d}", None, None, flags=("vague",)) if 0 < number <= _DAYS else None


def _possible(make: Any, context: Context, calendar: Calendar, tokens: list[Token]) -> list[When]:  # noqa: ANN401
    """Return the same day or month in the years that it may be, where the calendar has it."""
    years = context.years_near(calendar)
    carried = context.carried_year(tokens[0].start)
    if carried and calendar == "gregorian" and carried not in years:
        years = sorted((*years, carried))
    found: list[When] = []
    for year in years:
        try:
            found.append(make(year))
        except ValueError:  # 29 February in a common year, say: not a day of that year
            continue
    return found


def day_of_unit(tokens: list[Token], context: Context) -> When | None:
    """Read «15 من الشهر الجاري»."""
    month = context.unit("month", value(tokens, "modifier"))
    if month is None or month.lo is None:
        return None
    return values.day(month.lo.year, month.lo.month, value(tokens, "num", "ordinal")).flagged("relative")


def in_relative_year(tokens: list[Token], context: Context) -> When | None:
    """Read «مايو من العام الماضي», «в июле прошлого года», "5 September of last year"."""
    year = context.unit("year", value(tokens, "modifier"))
    month, number = months(tokens)[0], value(tokens, "num", "ordinal")
    if year is None or year.lo is None or context.reference is None:
        return None
    calendar = cast("Calendar", month.calendar)
    in_year = values.from_gregorian(context.reference, calendar)[0] + year.lo.year - context.reference.year
    whole = values.month(in_year, month.value, calendar)
    return (values.day(in_year, month.value, number, calendar) if number else whole).flagged(*year.flags)


def days_of_month(tokens: list[Token], context: Context) -> When | None:
    """Read «18 إلى 20 أغسطس 2025», «15 و16 مارس»."""
    first, last = every(tokens, "num", "ordinal")[:2]
    month, year = months(tokens)[0], value(tokens, "year")
    calendar = _calendar(tokens, year, month, context)
    if calendar is None:
        return None

    def make(in_year: int) -> When:
        return values.span(
            values.day(in_year, month.value, first, calendar), values.day(in_year, month.value, last, calendar)
        )

    if year is not None:
        return make(year)
    return context.settle(tokens[0].start, _possible(make, context, calendar, tokens), value(tokens, "modifier"))


def day_to_day(tokens: list[Token], context: Context) -> When | None:
    """Read «28 فبراير إلى 2 مارس 2025»."""
    days, ends, years = every(tokens, "num", "ordinal"), months(tokens), every(tokens, "year")
    calendar = _calendar(tokens, years[-1] if years else None, ends[0], context)
    if calendar is None or len(days) != 2 or len(ends) != 2:  # noqa: PLR2004 - the two ends
        return None

    def make(year: int) -> When:
        first_year = years[0] if len(years) > 1 else year - (ends[0].value > ends[1].value)
        return values.span(
            values.day(first_year, ends[0].value, days[0], calendar),
            values.day(year, ends[1].value, days[1], calendar),
        )

    if years:
        return make(years[-1])
    return context.settle(tokens[0].start, _possible(make, context, calendar, tokens), None)


def month_year(tokens: list[Token], context: Context) -> When | None:
    """Read «ديسمبر/كانون الأول 2025», «فروردين ١٤٠٤», "early March 2025"."""
    month, year, part = months(tokens)[0], value(tokens, "year"), value(tokens, "part")
    calendar = _calendar(tokens, year, month, context)
    if calendar is None:
        return None
    return (
        values.part_of_month(part, year, month.value, calendar) if part else values.month(year, month.value, calendar)
    )


def month_to_month(tokens: list[Token], context: Context) -> When | None:
    """Read «بين مارس ومايو 2024»."""
    ends, years = months(tokens), every(tokens, "year")
    calendar = _calendar(tokens, years[-1], ends[0], context)
    if calendar is None or len(ends) != 2:  # noqa: PLR2004 - the two ends
        return None
    first_year = years[0] if len(years) > 1 else years[-1] - (ends[0].value > ends[1].value)
    return values.span(
        values.month(first_year, ends[0].value, calendar), values.month(years[-1], ends[1].value, calendar)
    )


def bare_month(tokens: list[Token], context: Context) -> When | None:
    """Read a month without a year: «في مايو», «مايو الماضي»."""
    month, part = months(tokens)[0], value(tokens, "part")
    calendar = cast("Calendar", month.calendar)

    def make(year: int) -> When:
        whole = values.month(year, month.value, calendar)
        return values.part_of_month(part, year, month.value, calendar) if part else whole

    settled = context.settle(tokens[0].start, _possible(make, context, calendar, tokens), value(tokens, "modifier"))
    if settled or calendar != "gregorian":
        return settled
    return When(f"XXXX-{month.value:02d}", None, None, flags=("vague",))


def part_of_year(tokens: list[Token], context: Context) -> When | None:
    """Read «أوائل عام 2025»."""
    year = value(tokens, "year")
    calendar = _calendar(tokens, year, None, context)
    return values.part_of_year(value(tokens, "part"), year, calendar) if calendar else None


def bare_year(tokens: list[Token], context: Context) -> When | None:
    """Read «عام 2007», «в 2007 году», «سال ۱۳۵۷»."""
    year = value(tokens, "year")
    calendar = _calendar(tokens, year, None, context)
    return values.year(year, calendar) if calendar else None


def year_to_year(tokens: list[Token], context: Context) -> When | None:
    """Read «2023-2024», «عامي 2022 و2023»."""
    first, last = every(tokens, "year")[:2]
    calendar = _calendar(tokens, first, None, context)
    if calendar is None or first >= last:
        return None
    return values.span(values.year(first, calendar), values.year(last, calendar))


def decade(tokens: list[Token], context: Context) -> When | None:
    """Read «أوائل التسعينيات», "the late 1990s", «ثمانينيات القرن الماضي»."""
    first = value(tokens, "decade", "decade_word")
    recent = context.reference and context.reference.year >= 2030 + first - 1900
    if value(tokens, "decade_word") and recent and not every(tokens, "unit_century"):
        first += 100  # العشرينيات, told in the 2030s or later, are those of this century
    part = value(tokens, "part")
    return values.part_of_decade(part, first) if part else values.decade(first)


def century(tokens: list[Token], context: Context) -> When | None:  # noqa: ARG001 - one signature for all rules
    """Read «القرن التاسع عشر»."""
    return values.century(value(tokens, "ordinal"))


def quarter(tokens: list[Token], context: Context) -> When | None:  # noqa: ARG001
    """Read a quarter or half of a year."""
    number, year = value(tokens, "ordinal"), value(tokens, "year")
    if year not in _GREGORIAN_YEARS:
        return None
    is_half = any(token.value("unit_half") for token in tokens)
    if number not in ((1, 2) if is_half else (1, 2, 3, 4)):
        return None
    return values.half(year, number) if is_half else values.quarter(year, number)


def season(tokens: list[Token], context: Context) -> When | None:
    """Read «صيف 2006», «پاییز ۱۴۰۱»."""
    year = value(tokens, "year")
    if year in _PERSIAN_YEARS and _calendar(tokens, year, None, context) == "persian":
        return values.persian_season(year, value(tokens, "season"))
    return values.season(year, value(tokens, "season")) if year in _GREGORIAN_YEARS else None
