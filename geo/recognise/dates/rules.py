"""What each pattern of the grammar means: tokens and context in, a value out (None where they make no date)."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, cast

from geo.recognise.dates import values
from geo.recognise.dates.values import When

if TYPE_CHECKING:
    from geo.recognise.dates.context import Context
    from geo.recognise.dates.lexer import Token
    from geo.recognise.dates.vocabulary import Meaning
    from geo.records import Calendar

_GREGORIAN_YEARS = range(1500, 2200)
_PERSIAN_YEARS = range(1200, 1500)
_HIJRI_YEARS = range(1343, 1500)
_TWO_DIGITS = 100
_DAYS = 31


def _all(tokens: list[Token], *kinds: str) -> list[Any]:
    return [meaning.value for token in tokens if (meaning := token.value(*kinds)) is not None]


def _first(tokens: list[Token], *kinds: str) -> Meaning | None:
    return next((meaning for token in tokens if (meaning := token.value(*kinds)) is not None), None)


def _value(tokens: list[Token], *kinds: str) -> Any:  # noqa: ANN401 - a number, a name or None, by class
    meaning = _first(tokens, *kinds)
    return None if meaning is None else meaning.value


def _months(tokens: list[Token]) -> list[Meaning]:
    """Return the months named; the second half of a double name (ديسمبر/كانون الأول) is the same month."""
    found: list[Meaning] = []
    for number, token in enumerate(tokens):
        month = token.value("month", "weak_month")
        if month is None:
            continue
        doubled = bool(found) and number and tokens[number - 1].value("slash", "dash", "open") is not None
        if doubled and found[-1].value == month.value:
            continue
        found.append(month)
    return found


def _calendar(tokens: list[Token], year: int | None, month: Meaning | None, context: Context) -> Calendar | None:
    """Return the calendar that month, era word and size of the year agree on; None where they contradict."""
    era = _value(tokens, "era")
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
    parts = [int(part) for part in re.split(r"[-/.]", _value(tokens, "numeric"))]
    year, month, number = parts if parts[0] > _DAYS else parts[::-1]
    if year < _TWO_DIGITS:
        year += 2000
    calendar: Calendar = "persian" if year in _PERSIAN_YEARS and context.language == "fa" else "gregorian"
    if year in _HIJRI_YEARS and calendar == "gregorian":
        calendar = "hijri"
    return values.day(year, month, number, calendar)


def day_month_year(tokens: list[Token], context: Context) -> When | None:
    """Read «الاثنين 15 ديسمبر 2025», "August 20, 2025"."""
    month, year = _months(tokens)[0], _value(tokens, "year")
    calendar = _calendar(tokens, year, month, context)
    return values.day(year, month.value, _value(tokens, "num", "ordinal"), calendar) if calendar else None


def day_month(tokens: list[Token], context: Context) -> When | None:
    """Read a day and month without a year; the weekday, if told, helps to choose it."""
    month, number = _months(tokens)[0], _value(tokens, "num", "ordinal")
    calendar = cast("Calendar", month.calendar)
    options = _possible(lambda year: values.day(year, month.value, number, calendar), context, calendar, tokens)
    weekday = _value(tokens, "weekday", "weak_weekday")
    agreeing = [option for option in options if option.lo and option.lo.weekday() == weekday]
    settled = context.settle(tokens[0].start, agreeing or options, _value(tokens, "modifier"))
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
    month = context.unit("month", _value(tokens, "modifier"))
    if month is None or month.lo is None:
        return None
    return values.day(month.lo.year, month.lo.month, _value(tokens, "num", "ordinal")).flagged("relative")


def in_relative_year(tokens: list[Token], context: Context) -> When | None:
    """Read «مايو من العام الماضي», «в июле прошлого года», "5 September of last year"."""
    year = context.unit("year", _value(tokens, "modifier"))
    month, number = _months(tokens)[0], _value(tokens, "num", "ordinal")
    if year is None or year.lo is None or month.calendar != "gregorian":
        return None
    in_year = year.lo.year
    when = values.day(in_year, month.value, number) if number else values.month(in_year, month.value)
    return when.flagged("relative")


def days_of_month(tokens: list[Token], context: Context) -> When | None:
    """Read «18 إلى 20 أغسطس 2025», «15 و16 مارس»."""
    first, last = _all(tokens, "num", "ordinal")[:2]
    month, year = _months(tokens)[0], _value(tokens, "year")
    calendar = _calendar(tokens, year, month, context)
    if calendar is None:
        return None

    def make(in_year: int) -> When:
        return values.span(
            values.day(in_year, month.value, first, calendar), values.day(in_year, month.value, last, calendar)
        )

    if year is not None:
        return make(year)
    return context.settle(tokens[0].start, _possible(make, context, calendar, tokens), _value(tokens, "modifier"))


def day_to_day(tokens: list[Token], context: Context) -> When | None:
    """Read «28 فبراير إلى 2 مارس 2025»."""
    days, months, years = _all(tokens, "num", "ordinal"), _months(tokens), _all(tokens, "year")
    calendar = _calendar(tokens, years[-1] if years else None, months[0], context)
    if calendar is None or len(days) != 2 or len(months) != 2:  # noqa: PLR2004 - the two ends
        return None

    def make(year: int) -> When:
        first_year = years[0] if len(years) > 1 else year - (months[0].value > months[1].value)
        return values.span(
            values.day(first_year, months[0].value, days[0], calendar),
            values.day(year, months[1].value, days[1], calendar),
        )

    if years:
        return make(years[-1])
    return context.settle(tokens[0].start, _possible(make, context, calendar, tokens), None)


def month_year(tokens: list[Token], context: Context) -> When | None:
    """Read «ديسمبر/كانون الأول 2025», «فروردين ١٤٠٤», "early March 2025"."""
    month, year, part = _months(tokens)[0], _value(tokens, "year"), _value(tokens, "part")
    calendar = _calendar(tokens, year, month, context)
    if calendar is None:
        return None
    return (
        values.part_of_month(part, year, month.value, calendar) if part else values.month(year, month.value, calendar)
    )


def month_to_month(tokens: list[Token], context: Context) -> When | None:
    """Read «بين مارس ومايو 2024»."""
    months, years = _months(tokens), _all(tokens, "year")
    calendar = _calendar(tokens, years[-1], months[0], context)
    if calendar is None or len(months) != 2:  # noqa: PLR2004 - the two ends
        return None
    first_year = years[0] if len(years) > 1 else years[-1] - (months[0].value > months[1].value)
    return values.span(
        values.month(first_year, months[0].value, calendar), values.month(years[-1], months[1].value, calendar)
    )


def bare_month(tokens: list[Token], context: Context) -> When | None:
    """Read a month without a year: «في مايو», «مايو الماضي»."""
    month, part = _months(tokens)[0], _value(tokens, "part")
    calendar = cast("Calendar", month.calendar)

    def make(year: int) -> When:
        whole = values.month(year, month.value, calendar)
        return values.part_of_month(part, year, month.value, calendar) if part else whole

    settled = context.settle(tokens[0].start, _possible(make, context, calendar, tokens), _value(tokens, "modifier"))
    if settled or calendar != "gregorian":
        return settled
    return When(f"XXXX-{month.value:02d}", None, None, flags=("vague",))


def part_of_year(tokens: list[Token], context: Context) -> When | None:
    """Read «أوائل عام 2025»."""
    year = _value(tokens, "year")
    calendar = _calendar(tokens, year, None, context)
    return values.part_of_year(_value(tokens, "part"), year, calendar) if calendar else None


def bare_year(tokens: list[Token], context: Context) -> When | None:
    """Read «عام 2007», «в 2007 году», «سال ۱۳۵۷»."""
    year = _value(tokens, "year")
    calendar = _calendar(tokens, year, None, context)
    return values.year(year, calendar) if calendar else None


def year_to_year(tokens: list[Token], context: Context) -> When | None:
    """Read «2023-2024», «عامي 2022 و2023»."""
    first, last = _all(tokens, "year")[:2]
    calendar = _calendar(tokens, first, None, context)
    if calendar is None or first >= last:
        return None
    return values.span(values.year(first, calendar), values.year(last, calendar))


def decade(tokens: list[Token], context: Context) -> When | None:
    """Read «أوائل التسعينيات», "the late 1990s", «ثمانينيات القرن الماضي»."""
    first = _value(tokens, "decade", "decade_word")
    recent = context.reference and context.reference.year >= 2030 + first - 1900
    if _value(tokens, "decade_word") and recent and not _all(tokens, "unit_century"):
        first += 100  # العشرينيات, told in the 2030s or later, are those of this century
    part = _value(tokens, "part")
    return values.part_of_decade(part, first) if part else values.decade(first)


def century(tokens: list[Token], context: Context) -> When | None:  # noqa: ARG001 - one signature for all rules
    """Read «القرن التاسع عشر»."""
    return values.century(_value(tokens, "ordinal"))


def quarter(tokens: list[Token], context: Context) -> When | None:  # noqa: ARG001
    """Read a quarter or half of a year."""
    number, year = _value(tokens, "ordinal"), _value(tokens, "year")
    if year not in _GREGORIAN_YEARS:
        return None
    is_half = any(token.value("unit_half") for token in tokens)
    if number not in ((1, 2) if is_half else (1, 2, 3, 4)):
        return None
    return values.half(year, number) if is_half else values.quarter(year, number)


def season(tokens: list[Token], context: Context) -> When | None:  # noqa: ARG001
    """Read «صيف 2006»."""
    year = _value(tokens, "year")
    return values.season(year, _value(tokens, "season")) if year in _GREGORIAN_YEARS else None


def weekday(tokens: list[Token], context: Context) -> When | None:
    """Read «الأربعاء الماضي», «اليوم الأربعاء», "on Monday"."""
    return context.weekday(
        _value(tokens, "weekday", "weak_weekday"), _value(tokens, "modifier"), _value(tokens, "day_word")
    )


def day_word(tokens: list[Token], context: Context) -> When | None:
    """Read today, yesterday, tomorrow."""
    return context.day_word(_value(tokens, "day_word"))


def _unit(tokens: list[Token]) -> tuple[str, int] | None:
    """Return the unit named and how many its grammatical number says (2 for the Arabic dual, 0 for a plural)."""
    for token in tokens:
        for meaning in token.meanings:
            if meaning.kind.startswith("unit_"):
                return meaning.kind.removeprefix("unit_"), int(meaning.value)
    return None


def relative_unit(tokens: list[Token], context: Context) -> When | None:
    """Read «العام الماضي», "next week", «العامين الماضيين»."""
    unit = _unit(tokens)
    direction = _value(tokens, "modifier")
    if unit is None or not unit[1]:
        return None
    if unit[1] > 1:
        return context.within(unit[1], unit[0], direction)
    return context.unit(unit[0], direction, _value(tokens, "part"))


def ago(tokens: list[Token], context: Context) -> When | None:
    """Read «قبل ثلاثة أيام», "three days ago", «شهرين»."""
    return _away(tokens, context, -1)


def ahead(tokens: list[Token], context: Context) -> When | None:
    """Read «بعد ثلاثة أيام»."""
    return _away(tokens, context, 1)


def _away(tokens: list[Token], context: Context, sign: int) -> When | None:
    unit = _unit(tokens)
    count = _value(tokens, "num", "count") or (unit[1] if unit else None)
    return context.ago(count, unit[0], sign) if unit and count else None


def within(tokens: list[Token], context: Context) -> When | None:
    """Read "the last three years"."""
    unit, count = _unit(tokens), _value(tokens, "num", "count")
    return context.within(count, unit[0], _value(tokens, "modifier")) if unit and count else None


def recently(tokens: list[Token], context: Context) -> When | None:  # noqa: ARG001
    """Read «مؤخرا»: some time before the reference."""
    if context.reference is None:
        return None
    return When(f"../{context.reference}", dt.date.min, context.reference, flags=("relative", "vague"))
