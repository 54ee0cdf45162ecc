"""The words of a folded text by their letters: digits and underscores part them, hyphens and apostrophes may join them.

What a regular expression would find match by match is found for all words at once; that is several times as fast.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from geo.text.codes import Class, codes_of, runs

_LETTER: Final = Class(lambda character: character.isalnum() and not character.isdecimal())


def lettered(text: str, joiners: str) -> tuple[list[int], list[int]]:
    """Return the starts and ends of the words of a text.

    Parameters
    ----------
    text
        A folded text.
    joiners
        Characters that join two words to one where they stand between letters.

    Examples
    --------
    >>> lettered("the EU-wide x2 o'clock", "-'")
    ([0, 4, 12, 15], [3, 11, 13, 22])
    """
    codes = codes_of(text)
    letters = _LETTER.mask(codes)
    joints = _between(letters, codes, joiners)
    return runs(letters | joints if joints is not None else letters)


def _between(
    letters: npt.NDArray[np.bool_], codes: npt.NDArray[np.uint32], joiners: str
) -> npt.NDArray[np.bool_] | None:
    """Mark the joiners that have a letter on both sides; None where there is none."""
    found = np.zeros(len(codes), dtype=np.bool_)
    for joiner in joiners:
        found |= codes == ord(joiner)
    found[:1] = found[-1:] = False
    found[1:-1] &= letters[:-2] & letters[2:]
    return found if found.any() else None
