"""What went wrong, in the interface's language (``complaints.json``): the messages of `geo.errors` are English."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

from geo.ui.words import interface, isolated

_GAP = re.compile(r"\{(\w+)\}")


def told(message: str) -> str:
    """Return a message in the interface's language; one that has no translation stays English.

    Parameters
    ----------
    message
        The message of an error or a problem, without the name of the input.
    """
    if interface() == "en":
        return message
    return _translated(message) or isolated(message)


def _translated(message: str) -> str | None:
    for pattern, arabic in _translations():
        found = pattern.fullmatch(message)
        if found:
            gaps = {name: isolated(_translated(value) or value) for name, value in found.groupdict().items()}
            return arabic.format(**gaps)
    return None


@lru_cache(maxsize=1)
def _translations() -> tuple[tuple[re.Pattern[str], str], ...]:
    table: dict[str, str] = json.loads(Path(__file__).with_name("complaints.json").read_text(encoding="utf-8"))
    return tuple((_pattern(english), arabic) for english, arabic in table.items())


def _pattern(english: str) -> re.Pattern[str]:
    """Return a pattern that takes whatever stands in the gaps of a message."""
    parts = _GAP.split(english)
    pieces = (f"(?P<{part}>.+)" if number % 2 else re.escape(part) for number, part in enumerate(parts))
    return re.compile("".join(pieces), re.DOTALL)
