"""Cut attached proclitics off Arabic words: وبالرياض = و + ب + الرياض, للقاهرة = ل + القاهرة.

What is left of the name in its word must be one of {و ف ب ل ك ول وب فب فل وك} with or without the article; the
doubled ل hides an article. Other languages attach nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_PROCLITICS: Final = ("وب", "ول", "وك", "فب", "فل", "و", "ف", "ب", "ل", "ك")
_ARTICLE: Final = "ال"
#: A name needs this many letters after its proclitic.
_SHORTEST: Final = 3


@dataclass(frozen=True, slots=True)
class Cut:
    """One way to read a word: the name begins at ``offset``, after ``clitic``.

    ``elided`` tells that the name's own article is hidden in a doubled ل and must be put back to look it up;
    ``article`` counts the letters of an article that the listed name lacks but that belongs to the mention.
    """

    offset: int
    clitic: str = ""
    elided: bool = False
    article: int = 0

    @property
    def begin(self) -> int:
        """Offset in the word at which the mention begins."""
        return self.offset - self.article


_WHOLE: Final = Cut(0)


def cuts(word: str, language: str) -> tuple[Cut, ...]:
    """Return the ways to read a folded word, whole first.

    Parameters
    ----------
    word
        A folded word.
    language
        ISO 639-1 code; only Arabic words are cut.

    Returns
    -------
    tuple of Cut
        Never empty.
    """
    if language != "ar":
        return (_WHOLE,)
    found = [_WHOLE]
    if word.startswith(_ARTICLE) and len(word) > _SHORTEST + 1:
        found.append(Cut(2, "", article=2))
    for clitic in _PROCLITICS:
        rest = len(word) - len(clitic)
        if rest < _SHORTEST or not word.startswith(clitic):
            continue
        found.extend(_after(word, clitic))
    return tuple(found)


def _after(word: str, clitic: str) -> list[Cut]:
    """Return the readings of a word after one proclitic."""
    size = len(clitic)
    found = [Cut(size, clitic)]
    if clitic.endswith("ل") and word.startswith("ل", size):
        # للقاهرة: the mention is لقاهرة, the name القاهرة.
        found.append(Cut(size + 1, clitic, elided=True, article=1))
    elif word.startswith(_ARTICLE, size) and len(word) - size > _SHORTEST + 1:
        found.append(Cut(size + 2, clitic, article=2))
    return found
