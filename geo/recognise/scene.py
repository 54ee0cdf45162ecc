"""The words of a text with all that is known of them so far: what scoring and forms look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from geo.recognise import traits

if TYPE_CHECKING:
    from geo.recognise.cues import Cues
    from geo.recognise.hits import Hit, Words
    from geo.text.fold import Folded

_CASED_LANGUAGES: Final = ("ru", "en")
#: Adjectives that may stand between a noun and the name that it governs.
_MOST_ADJECTIVES: Final = 3
_JOINED: Final = (" ", "-")
_GOVERNED: Final = (" ", "-", ". ")


@dataclass(slots=True)
class Scene:
    """What scoring looks at: the words, the original text, the cues, and what earlier passes learnt of the text."""

    words: Words
    folded: Folded
    cues: Cues
    #: Index of a word -> True where an accepted hit covers it.
    covered: set[int] = field(default_factory=set)
    #: Indices of words that are adjectives of places.
    adjectives: set[int] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    #: Indices of words that surely name a state, and of words that may be nothing but its adjective.
    states: set[int] = field(default_factory=set)
    nationals: set[int] = field(default_factory=set)
    introduced: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)

    #: Whether the language writes names with capitals.
    cased: bool = field(init=False)

    def __post_init__(self) -> None:
        self.cased = self.cues.language in _CASED_LANGUAGES

    def traits(self, index: int) -> int:
        """Return what a word is known to be (`geo.recognise.traits`), nothing beyond the ends of the text."""
        return self.cues.traits[self.words.forms[index]] if 0 <= index < len(self.words.forms) else 0

    def word(self, index: int) -> str:
        """Return a folded word, empty beyond the ends of the text."""
        return self.words.forms[index] if 0 <= index < len(self.words.forms) else ""

    def capital(self, index: int) -> bool:
        """Tell whether a word begins with a capital in the original text."""
        if not 0 <= index < len(self.words.forms):
            return False
        return self.folded.source[self.folded.index[self.words.starts[index]]].isupper()

    def shouts(self, index: int) -> bool:
        """Tell whether a word is written in capitals: an abbreviation, as a rule."""
        start = self.folded.index[self.words.starts[index]]
        return self.folded.source[start : start + 2].isupper() and len(self.word(index)) > 1

    def after_body(self, index: int) -> bool:
        """Tell whether «وزارة الخارجية الليبية» ends before a word: what follows does not describe the body."""
        return index - 1 in self.nationals and bool(self.traits(index - 2) & traits.HOLDER)

    def joined(self, index: int) -> bool:
        """Tell whether only a space or hyphen stands between a word and the next."""
        return self.words.between(index) in _JOINED

    def before(self, hit: Hit) -> int | None:
        """Return the index of the word that governs a hit: the one before, past adjectives of places between.

        «العاصمة السودانية الخرطوم» and «السفير الفرنسي ...»: what stands before the adjective decides.
        """
        index = hit.first - 1
        if index < 0 or hit.surface.clitic or self.words.between(index) not in _GOVERNED:
            return None
        for _ in range(_MOST_ADJECTIVES):
            if index == 0 or index not in self.adjectives or not self.joined(index - 1):
                break
            index -= 1
        return index

    def begins_sentence(self, index: int) -> bool:
        """Tell whether a word stands at the beginning of a sentence, as far as its left neighbour shows."""
        if index == 0:
            return True
        return _ends_sentence(self.words.between(index - 1))


@lru_cache(maxsize=4096)
def _ends_sentence(gap: str) -> bool:
    """Tell whether what stands between two words may end a sentence or open a quotation."""
    return any(mark in gap for mark in '.!?\n:؟"')
