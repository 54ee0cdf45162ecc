"""Texts as arrays of code points: what must look at every character of every text does it for all at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
import numpy.typing as npt

_UTF32: Final = "utf-32-le"
_NO, _YES = 1, 2


def codes_of(text: str) -> npt.NDArray[np.uint32]:
    """Return the code points of a text."""
    return np.frombuffer(text.encode(_UTF32, "surrogatepass"), dtype=np.uint32)


def text_of(codes: npt.NDArray[np.uint32]) -> str:
    """Return the text of code points."""
    return codes.tobytes().decode(_UTF32)


class Class:
    """A class of characters, told by a function that is asked once for each code point."""

    def __init__(self, holds: Callable[[str], bool]) -> None:
        self._holds = holds
        #: Code point -> 0 where it was not yet seen.
        self._known = np.zeros(0x110000, dtype=np.uint8)

    def mask(self, codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
        """Tell for each code point whether it is of the class."""
        known = self._known[codes]
        if not known.all():
            for code in np.unique(codes[known == 0]).tolist():
                self._known[code] = _YES if self._holds(chr(code)) else _NO
            known = self._known[codes]
        held: npt.NDArray[np.bool_] = known == _YES
        return held


def places(mask: npt.NDArray[np.bool_]) -> list[int]:
    """Return the places at which a mask is true."""
    found: list[int] = np.flatnonzero(mask).tolist()
    return found


def runs(mask: npt.NDArray[np.bool_]) -> tuple[list[int], list[int]]:
    """Return the starts and the ends of the runs of characters for which a mask is true."""
    padded = np.zeros(len(mask) + 2, dtype=np.bool_)
    padded[1:-1] = mask
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    return edges[0::2].tolist(), edges[1::2].tolist()
