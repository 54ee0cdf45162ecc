"""Read values out of the tokens of a date."""

from __future__ import annotations

from typing import Any

from geo.recognise.dates.lexer import Token
from geo.recognise.dates.vocabulary import Meaning


def every(tokens: list[Token], *kinds: str) -> list[Any]:
    """Return the values of all tokens of these classes."""
    return [meaning.value for token in tokens if (meaning := token.value(*kinds)) is not None]


def value(tokens: list[Token], *kinds: str) -> Any:  # noqa: ANN401 - a number, a name or None, by class
    """Return the value of the first token of these classes, None if there is none."""
    return next(iter(every(tokens, *kinds)), None)


def months(tokens: list[Token]) -> list[Meaning]:
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
