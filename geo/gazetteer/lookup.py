"""Find names that begin at a place in a folded text: one trie a script, memory-mapped, with a memory of first words."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

import marisa_trie
import numpy as np

from geo.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

_WORD: Final = re.compile(r"\w+")
_SECOND: Final = re.compile(r"[^\W_]+")
#: What a name of one word may end in: Calif., OPEC+.
_STOP, _PLUS = ".", "+"
#: Longest name looked for, in characters.
LONGEST: Final = 90
#: One packed reading: row of the entity, flags, prior (0 to 255).
Reading = tuple[int, int, int]
_MEMORY: Final = 200_000
#: What may follow the first word of a folded name of several words (the builder checks it).
JOINTS: Final = " -'.,/()\u060c"


class Prefixes:
    """Names that begin at a place in a text.

    A name matches only where it ends at a word's end. Most words of a text begin no name: `at` learns which, so that
    the next time one dictionary look-up says so.
    """

    def __init__(self, trie: marisa_trie.Trie) -> None:
        self._trie = trie
        self._begins: dict[str, bool] = {}

    def __len__(self) -> int:
        return len(self._trie)

    def __contains__(self, name: str) -> bool:
        return name in self._trie

    def at(self, text: str, start: int) -> list[tuple[int, str]]:
        """Return (end, folded name) of every name that begins at ``start``, shortest first."""
        word = _WORD.match(text, start)
        if word is None:
            return []
        first = word.group()
        begins = self._begins.get(first)
        if begins is None:
            begins = self._learn(first)
        if not begins:
            return []
        piece = text[start : start + LONGEST + 1]
        return [
            (start + len(name), name)
            for name in self._trie.prefixes(piece[:LONGEST])
            if len(name) == len(piece) or not (piece[len(name)].isalnum() or piece[len(name)] == "_")
        ]

    def begins(self, word: str) -> bool:
        """Tell whether any name begins with a whole word."""
        known = self._begins.get(word)
        return self._learn(word) if known is None else known

    def seconds(self, word: str) -> frozenset[str]:
        """Return the second words of names that begin with a word; "" where one ends in a mark (Calif.)."""
        found = {
            second.group() if (second := _SECOND.search(key, len(word))) else ""
            for joint in (*JOINTS, _PLUS)
            for key in self._trie.iterkeys(word + joint)
        }
        return frozenset(found if any(word + end in self._trie for end in (_STOP, _PLUS)) else found - {""})

    def goes_on(self, text: str) -> bool:
        """Tell whether a longer name begins with ``text``."""
        return any(len(key) > len(text) for key in islice(self._trie.iterkeys(text), 2))

    def _learn(self, word: str) -> bool:
        """Work out whether any name begins with a whole word, and remember it."""
        if len(self._begins) > _MEMORY:
            self._begins.clear()
        begins = word in self._trie or any(
            next(self._trie.iterkeys(word + joint), None) is not None for joint in JOINTS
        )
        self._begins[word] = begins
        return begins


class Names(Prefixes):
    """The names of one script with their readings, memory-mapped."""

    def __init__(self, trie: Path, readings: Path) -> None:
        try:
            super().__init__(marisa_trie.Trie().mmap(str(trie)))
            with np.load(readings, allow_pickle=False) as columns:
                self._starts = np.concatenate(([0], np.cumsum(columns["count"], dtype=np.int64)))
                self._rows, self._flags, self._priors = (columns[name] for name in ("row", "flags", "prior"))
        except (OSError, RuntimeError, KeyError, ValueError) as error:
            raise DataError(f"{trie} is missing or damaged ({error}); run `make data` to build it again") from error

    def readings(self, name: str) -> list[Reading]:
        """Return the packed readings of a folded name, none if it is not known."""
        key = self._trie.get(name)
        if key is None:
            return []
        begin, end = int(self._starts[key]), int(self._starts[key + 1])
        return [(int(self._rows[i]), int(self._flags[i]), int(self._priors[i])) for i in range(begin, end)]
