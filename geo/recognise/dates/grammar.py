"""The grammar of dates: patterns over classes of tokens, the same for all languages, each with its meaning.

A pattern names classes; ``?``, ``|`` and brackets are those of regular expressions. Where several patterns fit, the
one that covers most tokens wins, then the earlier one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from geo.recognise.dates import relative, rules
from geo.recognise.dates.context import Context
from geo.recognise.dates.lexer import Token
from geo.recognise.dates.values import When
from geo.recognise.dates.vocabulary import Vocabulary

Builder: TypeAlias = Callable[[list[Token], Context], When | None]

_MONTH = "(?:(?:month|weak_month)(?:(?:slash|dash|open)(?:month|weak_month)close?)?)"
_STRONG = (
    "(?:month(?:(?:slash|dash|open)(?:month|weak_month)close?)?|weak_month(?:slash|open)(?:month|weak_month)close?)"
)
_WEEKDAY = "(?:(?:day_word comma?)?(?:weekday|weak_weekday)(?:comma|same_as)?fillers?)"
_OF = "dot?(?:of|comma|in)?fillers?"
_YEAR_ = f"(?:{_OF}(?:unit_year)?year(?:era|unit_year)?)"
_DAY = "(?:num|ordinal)"
_WEEK = "(?:modifier unit_week|unit_week modifier)"
_TO = "(?:to|dash|and)"
_COUNT = "(?:num|count)"
_UNIT = "(?:unit_day|unit_week|unit_month|unit_year|unit_decade)"

#: (pattern, builder); ``<`` before a class means that it must stand before the date and is not part of it.
RULES: tuple[tuple[str, Builder], ...] = (
    (f"{_WEEKDAY}?numeric", rules.numeric),
    # days
    (f"{_WEEKDAY}?{_DAY}fillers?(?:of|comma)?fillers?{_MONTH}{_YEAR_}", rules.day_month_year),
    (f"{_WEEKDAY}?{_MONTH}fillers?{_DAY}comma?year", rules.day_month_year),
    (f"{_WEEKDAY}?{_DAY}fillers?(?:of|comma)?fillers?{_MONTH}era?modifier?", rules.day_month),
    (f"{_WEEKDAY}?{_MONTH}dot?{_DAY}", rules.day_month),
    (f"{_DAY}of(?:unit_month)modifier", rules.day_of_unit),
    (f"{_WEEKDAY}?{_DAY}?of?{_MONTH}(?:of|in)?(?:modifier unit_year|unit_year modifier)", rules.in_relative_year),
    # ranges of days
    (f"{_DAY}{_TO}fillers?{_DAY}fillers?of?{_MONTH}{_YEAR_}?modifier?", rules.days_of_month),
    (f"{_MONTH}{_DAY}{_TO}{_DAY}(?:comma?year)?", rules.days_of_month),
    (f"{_DAY}{_MONTH}{_YEAR_}?{_TO}fillers?{_DAY}{_MONTH}{_YEAR_}?", rules.day_to_day),
    (f"{_MONTH}{_DAY}{_TO}{_MONTH}{_DAY}comma?year?", rules.day_to_day),
    # months
    (f"(?:part(?:of|fillers|unit_month)*)?{_MONTH}{_YEAR_}", rules.month_year),
    (f"{_MONTH}{_YEAR_}?{_TO}{_MONTH}{_YEAR_}", rules.month_to_month),
    (f"(?:part(?:of|fillers|unit_month)*)?{_MONTH}modifier", rules.bare_month),
    (f"modifier{_MONTH}", rules.bare_month),
    (f"part(?:of|fillers|unit_month)*{_MONTH}", rules.bare_month),
    (f"<in {_STRONG}", rules.bare_month),
    (f"<unit_month {_MONTH}", rules.bare_month),
    (f"<modifier {_STRONG}", rules.bare_month),
    ("<in weak_month", rules.bare_month),
    # years
    ("part(?:of|fillers|in|dash)*(?:unit_year)?year(?:unit_year)?era?", rules.part_of_year),
    ("unit_year fillers? year era?", rules.bare_year),
    ("year unit_year era?", rules.bare_year),
    ("year era", rules.bare_year),
    ("<in year", rules.bare_year),
    ("<open year (?=close)", rules.bare_year),
    ("(?:unit_year)?year(?:to|dash)(?:unit_year)?year(?:unit_year)?", rules.year_to_year),
    ("unit_year year and year(?:unit_year)?", rules.year_to_year),
    ("<in year and year(?:unit_year)?", rules.year_to_year),
    # longer times
    ("(?:part(?:of|fillers)*)?(?:decade|decade_word)(?:unit_year|(?:of|in)?unit_century modifier)?", rules.decade),
    ("unit_century ordinal", rules.century),
    ("ordinal unit_century", rules.century),
    ("unit_quarter ordinal(?:of|in|fillers)*(?:unit_year)?year(?:unit_year)?", rules.quarter),
    ("ordinal unit_quarter(?:of|in|fillers)*(?:unit_year)?year(?:unit_year)?", rules.quarter),
    ("unit_half ordinal(?:of|in|fillers)*(?:unit_year)?year(?:unit_year)?", rules.quarter),
    ("ordinal unit_half(?:of|in|fillers)*(?:unit_year)?year(?:unit_year)?", rules.quarter),
    ("season(?:of|in|fillers|unit_year)*year(?:unit_year)?", rules.season),
    # relative to the day of publication
    (f"(?:weekday|weak_weekday)(?:of|in)?{_WEEK}", relative.weekday_of_week),
    (f"{_WEEK}(?:in|of|comma)?(?:unit_day|fillers)?weekday(?:and weekday)?", relative.weekday_of_week),
    ("(?:weekday|weak_weekday) modifier", relative.weekday),
    ("modifier (?:weekday|weak_weekday)", relative.weekday),
    ("day_word comma?(?:weekday|weak_weekday)", relative.weekday),
    ("(?:weekday|weak_weekday) comma?day_word", relative.weekday),
    ("day_word open(?:weekday|weak_weekday)close", relative.weekday),
    ("weekday", relative.weekday),
    ("<in weak_weekday", relative.weekday),
    ("<fillers weak_weekday", relative.weekday),
    ("day_word", relative.day_word),
    ("counted_day", relative.counted_day),
    (f"(?:part(?:of|fillers)*)?{_UNIT}modifier", relative.relative_unit),
    (f"(?:part(?:of|fillers)*)?modifier{_UNIT}", relative.relative_unit),
    (f"ago_before {_COUNT}{_UNIT}", relative.ago),
    (f"ago_before {_UNIT}", relative.ago),
    (f"{_COUNT}{_UNIT}ago_after", relative.ago),
    (f"{_UNIT}ago_after", relative.ago),
    (f"ago_ahead {_COUNT}{_UNIT}", relative.ahead),
    (f"ago_ahead {_UNIT}", relative.ahead),
    (f"{_COUNT}{_UNIT}modifier", relative.within),
    (f"modifier{_COUNT}{_UNIT}", relative.within),
    ("recently", relative.recently),
)  # fmt: skip

_NAME = re.compile(r"[a-z_]{2,}")


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled pattern with its builder."""

    pattern: re.Pattern[str]
    build: Builder


def compile_rules(vocabulary: Vocabulary) -> tuple[Rule, ...]:
    """Turn the patterns into regular expressions over the letters of a vocabulary."""
    return tuple(Rule(re.compile(_expression(pattern, vocabulary)), build) for pattern, build in RULES)


def _expression(pattern: str, vocabulary: Vocabulary) -> str:
    before = ""
    if pattern.startswith("<"):
        name, pattern = pattern[1:].split(" ", 1)
        before = f"(?<={vocabulary.any_of(name)})"
    return before + _NAME.sub(lambda match: vocabulary.any_of(match.group()), pattern).replace(" ", "")
