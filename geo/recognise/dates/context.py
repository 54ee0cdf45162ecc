"""What a date without its year, month or day leans on: the day of publication and the dates told just before."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from dataclasses import dataclass, field

from geo.recognise.dates import values
from geo.recognise.dates.values import When
from geo.records import Calendar

# A date a little ahead of the reference is as likely as one twice as far back: news report more than they announce.
_FUTURE_COSTS = 2
_WEEK = 7
# How far back, in characters, a year named before still covers a date without one.
_REACH = 250


@dataclass(slots=True)
class Context:
    """The reference day of a document, the years that it has named so far, and where its paragraphs end."""

    reference: dt.date | None
    language: str
    named: list[tuple[int, When]] = field(default_factory=list)
    last_day: dt.date | None = None
    breaks: list[int] = field(default_factory=list)

    def remember(self, position: int, when: When) -> None:
        """Keep a date that named its own year, and the day told last."""
        if when.lo and when.lo == when.hi:
            self.last_day = when.lo
        if when.lo and not when.flags:
            self.named.append((position, when))

    def years_near(self, calendar: Calendar) -> list[int]:
        """Return the year of the reference and its neighbours in a calendar."""
        if self.reference is None:
            return []
        year, _ = values.from_gregorian(self.reference, calendar)
        return [year - 1, year, year + 1]

    def settle(self, position: int, make: list[When], direction: str | None) -> When | None:
        """Choose the year of a date that names none.

        Parameters
        ----------
        position
            Where it stands in the text.
        make
            The same day or month in several years, earliest first.
        direction
            ``last`` or ``next`` where the text says so.
        """
        if direction in ("last", "next") and self.reference:
            return self._beside(make, direction)
        carried = self._carried(position, make)
        if carried:
            return carried.flagged("inherited")
        if self.reference is None:
            return None
        return min(make, key=self._distance).flagged("relative") if make else None

    def carried_year(self, position: int) -> int | None:
        """Return the year that the text named shortly before ``position``.

        News whose day is known come back to it with each paragraph: a year of the one before says nothing there.
        """
        begin = position - _REACH
        if self.reference is not None and (passed := bisect_left(self.breaks, position)):
            begin = max(begin, self.breaks[passed - 1])
        near = [when.lo.year for at, when in self.named if when.lo and begin <= at <= position]
        return near[-1] if near else None

    def _carried(self, position: int, make: list[When]) -> When | None:
        year = self.carried_year(position)
        if year is None:
            return None
        return next((when for when in make if when.lo and when.lo.year == year), None)

    def _beside(self, make: list[When], direction: str) -> When | None:
        assert self.reference is not None  # noqa: S101 - narrowed by the caller
        if direction == "last":
            before = [when for when in make if when.hi and when.hi < self.reference]
            return before[-1].flagged("relative") if before else None
        after = [when for when in make if when.lo and when.lo > self.reference]
        return after[0].flagged("relative") if after else None

    def _distance(self, when: When) -> int:
        if when.lo is None or when.hi is None or self.reference is None:
            return 10**6
        if when.lo <= self.reference <= when.hi:
            return 0
        if when.hi < self.reference:
            return (self.reference - when.hi).days
        return _FUTURE_COSTS * (when.lo - self.reference).days

    def weekday(self, number: int, direction: str | None, offset: int | None) -> When:
        """Return the day that a weekday means (0 is Monday).

        Alone it is the last such day up to the reference; with «today» or «yesterday» the nearest to that.
        """
        if self.reference is None:
            return values.UNKNOWN_DAY
        reference = self.reference
        if offset is not None:
            target = reference + dt.timedelta(offset)
            back = (target.weekday() - number) % _WEEK
            date = target - dt.timedelta(back if back <= _WEEK // 2 else back - _WEEK)
        elif direction == "next":
            date = reference + dt.timedelta((number - reference.weekday() - 1) % _WEEK + 1)
        else:
            back = (reference.weekday() - number) % _WEEK
            date = reference - dt.timedelta(back or (_WEEK if direction == "last" else 0))
        return When(date.isoformat(), date, date, flags=("relative",))

    def day_word(self, offset: int) -> When:
        """Return today, yesterday, tomorrow."""
        if self.reference is None:
            return values.UNKNOWN_DAY
        date = self.reference + dt.timedelta(offset)
        return When(date.isoformat(), date, date, flags=("relative",))

    def counted_day(self, offset: int) -> When | None:
        """Return the day that lies ``offset`` days after the day told last, None where none was told."""
        if self.last_day is None:
            return None
        date = self.last_day + dt.timedelta(offset)
        return When(date.isoformat(), date, date, flags=("inherited",))

    def unit(self, unit: str, direction: str, part: str | None = None) -> When | None:
        """Return «last year», «next month», «this week», «early this year», «the same year»."""
        if direction == "same":
            return self._same(unit)
        if self.reference is None:
            return None
        step = {"last": -1, "next": 1, "this": 0}[direction]
        return self._unit(unit, step, part)

    def _same(self, unit: str) -> When | None:
        """Return the year or month of the date that the text named last."""
        named = self.named[-1][1].lo if self.named else None
        if named is None or unit not in ("year", "month"):
            return None
        when = values.year(named.year) if unit == "year" else values.month(named.year, named.month)
        return when.flagged("inherited")

    def _unit(self, unit: str, step: int, part: str | None) -> When | None:
        assert self.reference is not None  # noqa: S101 - narrowed by the caller
        reference = self.reference
        if unit == "year":
            year = reference.year + step
            return (values.part_of_year(part, year) if part else values.year(year)).flagged("relative")
        if unit == "month":
            year, month = values.shift_months(reference, step)
            return (values.part_of_month(part, year, month) if part else values.month(year, month)).flagged("relative")
        if unit == "week":
            monday = reference + dt.timedelta(_WEEK * step - reference.weekday())
            last = monday + dt.timedelta(_WEEK - 1)
            return When(f"{monday}/{last}", monday, last, flags=("relative",))
        if unit == "decade":
            return values.decade(reference.year // 10 * 10 + 10 * step).flagged("relative")
        if unit == "day" and not step:
            return self.day_word(0)
        return None

    def ago(self, count: int, unit: str, sign: int) -> When | None:
        """Return the time ``count`` units before (``sign`` -1) or after (1) the reference."""
        if self.reference is None:
            return None
        if unit in ("day", "week"):
            date = self.reference + dt.timedelta(sign * count * (1 if unit == "day" else _WEEK))
            if unit == "day":
                return When(date.isoformat(), date, date, flags=("relative",))
            return When(f"{date}~", date - dt.timedelta(3), date + dt.timedelta(3), flags=("relative", "vague"))
        if unit == "month":
            when = values.month(*values.shift_months(self.reference, sign * count))
        elif unit in ("year", "decade"):
            when = values.year(self.reference.year + sign * count * (1 if unit == "year" else 10))
        else:
            return None
        return When(f"{when.edtf}~", when.lo, when.hi, flags=("relative", "vague"))

    def within(self, count: int, unit: str, direction: str) -> When | None:
        """Return «the last two years», «the next three months», as an interval that ends or begins at the reference."""
        if self.reference is None or direction not in ("last", "next"):
            return None
        edge = self.ago(count, unit, -1 if direction == "last" else 1)
        if edge is None or edge.lo is None or edge.hi is None:
            return None
        if unit == "year":
            years = sorted((edge.lo.year, self.reference.year))
            lo, hi = (edge.lo, self.reference) if direction == "last" else (self.reference, edge.hi)
            return When(f"{years[0]}/{years[1]}", lo, hi, flags=("relative", "vague"))
        lo, hi = (edge.lo, self.reference) if direction == "last" else (self.reference, edge.hi)
        return When(f"{lo}/{hi}", lo, hi, flags=("relative", "vague"))
