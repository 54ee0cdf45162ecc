"""The interface's own words in Arabic and English (``labels.json``, readable and editable by anyone)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, TypeVar

import streamlit as st

Interface: TypeAlias = Literal["ar", "en"]
LANGUAGES: Final = {"ar": "العربية", "en": "English"}
_Option = TypeVar("_Option")
_STATE: Final = "interface"


def interface() -> Interface:
    """Return the language of the interface, ``ar`` or ``en``."""
    return "en" if st.session_state.get(_STATE) == "en" else "ar"


def word(key: str, **values: object) -> str:
    """Return a label in the interface's language; ``n`` among the values chooses the plural form."""
    found = _labels()[key][interface()]
    if isinstance(found, dict):
        found = found.get(_plural(int(str(values.get("n", 0))), interface())) or found["other"]
    return str(found).format(**values)


def has_word(key: str) -> bool:
    """Tell whether there is a label of that key."""
    return key in _labels()


def naming(options: Iterable[_Option], line: Callable[[_Option], str]) -> Callable[[_Option], str]:
    """Return the function that names the options of a widget: in the words of now, no two alike.

    Streamlit knows an option by its name, and asks for names outside of the session too.
    """
    names: dict[_Option, str] = {}
    told: Counter[str] = Counter()
    for option in options:
        text = line(option)
        told[text] += 1
        names[option] = text if told[text] == 1 else f"{text} ({told[text]})"
    return names.__getitem__


def isolated(text: str) -> str:
    """Keep a date or code from being torn apart in a line of the other direction."""
    return f"\u2066{text}\u2069"


def escaped(text: str) -> str:
    """Keep what came from outside from being read as Markdown, addresses from becoming links."""
    return "".join(f"\\{c}" if c in r"\`*_{}[]()#+-.!|~<>$:" else c for c in text)


def choose_interface() -> None:
    """Draw the switch between the languages of the interface."""
    st.session_state.setdefault(_STATE, "ar")
    st.segmented_control(
        word("interface"), list(LANGUAGES), format_func=LANGUAGES.__getitem__, key=_STATE, required=True
    )


@lru_cache(maxsize=1)
def _labels() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(Path(__file__).with_name("labels.json").read_text(encoding="utf-8"))
    return content


def _plural(number: int, language: str) -> str:
    """Return the CLDR plural category of a count."""
    if number in (1, 2) and (language == "ar" or number == 1):
        return ("one", "two")[number - 1]
    if language != "ar":
        return "other"
    rest = number % 100
    if not number:
        return "zero"
    if 3 <= rest <= 10:  # noqa: PLR2004 - the Arabic plural rule of CLDR
        return "few"
    return "many" if rest > 10 else "other"  # noqa: PLR2004
