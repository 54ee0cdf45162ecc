"""What the patterns mean that lean on the day of publication: «أمس», "last year", «قبل ثلاثة أيام»."""

from __future__ import annotations

import datetime as dt

from geo.recognise.dates.context import Context
from geo.recognise.dates.lexer import Token
from geo.recognise.dates.tokens import every, value
from geo.recognise.dates.values import When

_SATURDAY = 5


def weekday(tokens: list[Token], context: Context) -> When | None:
    """Read «الأربعاء الماضي», «اليوم الأربعاء», "on Monday"."""
    return context.weekday(
        value(tokens, "weekday", "weak_weekday"), value(tokens, "modifier"), value(tokens, "day_word")
    )


def weekday_of_week(tokens: list[Token], context: Context) -> When | None:
    """Read «سه‌شنبه هفته گذشته», "Tuesday of last week", «هفته بعد در روزهای شنبه و یکشنبه».

    A Persian week begins on Saturday.
    """
    week = context.unit("week", value(tokens, "modifier"))
    if week is None or week.lo is None or context.reference is None:
        return None
    first = week.lo
    if context.language == "fa":
        first -= dt.timedelta(2 if context.reference.weekday() < _SATURDAY else -5)
    days = sorted(first + dt.timedelta((one - first.weekday()) % 7) for one in every(tokens, "weekday", "weak_weekday"))
    edtf = days[0].isoformat() if len(days) == 1 else f"{days[0]}/{days[-1]}"
    return When(edtf, days[0], days[-1], flags=week.flags)


def day_word(tokens: list[Token], context: Context) -> When | None:
    """Read today, yesterday, tomorrow."""
    return context.day_word(value(tokens, "day_word"))


def counted_day(tokens: list[Token], context: Context) -> When | None:
    """Read «في اليوم التالي», "the same day": counted from the day told last."""
    return context.counted_day(value(tokens, "counted_day"))


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
    direction = value(tokens, "modifier")
    if unit is None or not unit[1]:
        return None
    if unit[1] > 1:
        return context.within(unit[1], unit[0], direction)
    return context.unit(unit[0], direction, value(tokens, "part"))


def ago(tokens: list[Token], context: Context) -> When | None:
    """Read «قبل ثلاثة أيام», "three days ago", «شهرين»."""
    return _away(tokens, context, -1)


def ahead(tokens: list[Token], context: Context) -> When | None:
    """Read «بعد ثلاثة أيام»."""
    return _away(tokens, context, 1)


def _away(tokens: list[Token], context: Context, sign: int) -> When | None:
    unit = _unit(tokens)
    count = value(tokens, "num", "count") or (unit[1] if unit else None)
    return context.ago(count, unit[0], sign) if unit and count else None


def within(tokens: list[Token], context: Context) -> When | None:
    """Read "the last three years"."""
    unit, count = _unit(tokens), value(tokens, "num", "count")
    return context.within(count, unit[0], value(tokens, "modifier")) if unit and count else None


def recently(tokens: list[Token], context: Context) -> When | None:  # noqa: ARG001
    """Read «مؤخرا»: some time before the reference."""
    if context.reference is None:
        return None
    return When(f"../{context.reference}", dt.date.min, context.reference, flags=("relative", "vague"))
