"""Tell names apart that only their diacritics distinguish: عُمان (Oman) and عمّان (Amman)."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

from geo.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

    from geo.gazetteer.names import Sense

#: Folded name -> entity -> its vocalised spellings.
Spellings = dict[str, dict[str, list[str]]]
_TATWEEL = "ـ"


def read(path: Path) -> Spellings:
    """Read the built table of vocalised spellings.

    Raises
    ------
    geo.errors.DataError
        If the file is missing or no JSON.
    """
    try:
        spellings: Spellings = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise DataError(f"{path} is missing or damaged ({error}); run `make data` to build it again") from error
    return spellings


def is_vocalised(surface: str) -> bool:
    """Tell whether a surface carries any diacritic."""
    return any(unicodedata.combining(character) for character in surface)


def best(surface: str, senses: tuple[Sense, ...], spellings: dict[str, list[str]]) -> tuple[Sense, ...]:
    """Return the senses that agree best with the diacritics of a surface; all where none is better."""
    scores = [max((agreement(surface, s) for s in spellings.get(sense.entity, ())), default=0) for sense in senses]
    top = max(scores, default=0)
    if top == min(scores, default=0):
        return senses
    return tuple(sense for sense, score in zip(senses, scores, strict=True) if score == top)


def agreement(surface: str, spelling: str) -> int:
    """Count the letters with the same diacritics in both, less those where the two disagree.

    Examples
    --------
    >>> agreement("عمّان", "عَمّان"), agreement("عمّان", "عُمان"), agreement("عُمان", "عُمان")
    (1, -1, 1)
    """
    total = 0
    for written, known in zip(_marks(surface), _marks(spelling), strict=False):
        if written:
            total += 1 if written <= known else -1
    return total


def _marks(name: str) -> list[frozenset[str]]:
    """Return the diacritics of each letter."""
    letters: list[set[str]] = []
    for character in name:
        if unicodedata.combining(character):
            if letters:
                letters[-1].add(character)
        elif character != _TATWEEL:
            letters.append(set())
    return [frozenset(marks) for marks in letters]
