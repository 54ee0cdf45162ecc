"""Find every name of the gazetteer in the words of a text, with its proclitics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geo.gazetteer.lookup import JOINTS
from geo.recognise.clitics import cuts
from geo.recognise.hits import Hit, Surface

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.gazetteer.names import Sense
    from geo.gazetteer.store import Gazetteer
    from geo.recognise.clitics import Cut
    from geo.recognise.hits import Words
    from geo.text.fold import Folded

_ARTICLE: Final = "ال"
#: Longest stretch of text (characters) copied to look up a name.
_REACH: Final = 90
#: A prior so low that the best context does not bring the name above the threshold.
_HOPELESS: Final = 0.012
_MEMORY: Final = 100_000
#: Below this, letters are Latin: what begins with a small one is no name.
_LATIN_END: Final = "\u0250"


@dataclass(frozen=True, slots=True)
class _Beginning:
    """One way to read a word that begins a name: the names that the word alone is, and whether longer ones go on.

    ``restored`` is the article hidden in للـ, put back to look the name up.
    """

    cut: Cut
    restored: str
    alone: tuple[tuple[int, Surface], ...]
    longer: bool


class Finder:
    """Looks words up in the gazetteer for one language and remembers what each begins.

    Most words begin nothing and most others are one name of one word: for these a look-up in a dictionary is all.
    """

    def __init__(self, gazetteer: Gazetteer, language: str, whole: Mapping[str, Sequence[int]]) -> None:
        self._whole = whole
        self._gazetteer = gazetteer
        self._language = language
        self._beginnings: dict[str, tuple[_Beginning, ...]] = {}
        self._longer: dict[str, bool] = {}
        self._surfaces: dict[tuple[str, str], Surface] = {}

    def hits(self, words: Words, folded: Folded) -> list[Hit]:
        """Return every hit of a text, in order of its first word."""
        self._forget()
        known = self._beginnings
        for word in set(words.forms).difference(known):
            known[word] = tuple(self._begin(word))
        found: list[Hit] = []
        starts, index, source = words.starts, folded.index, folded.source
        for place, word in enumerate(words.forms):
            beginnings = known[word]
            if not beginnings or (word < _LATIN_END and source[index[starts[place]]].islower()):
                continue
            for beginning in beginnings:
                if beginning.longer and self._goes_on(words, place, beginning):
                    found.extend(self._at(words, place, beginning))
                    continue
                start = starts[place]
                for end, surface in beginning.alone:
                    stop = start + end
                    found.append(Hit(stop - len(surface.name), stop, place, place, surface))
        return found

    def _forget(self) -> None:
        """Keep the memory bounded, whatever is read."""
        for memory in (self._beginnings, self._longer, self._surfaces):
            if len(memory) > _MEMORY:
                memory.clear()

    def _begin(self, word: str) -> Iterator[_Beginning]:
        """Yield the readings of a word after which a name begins."""
        for cut in cuts(word, self._language):
            if cut.offset in self._whole.get(word, ()):
                continue
            restored = _ARTICLE if cut.elided else ""
            looked = restored + word[cut.offset :]
            if not self._gazetteer.begins(looked, self._language):
                continue
            shift = cut.offset - len(restored)
            alone = tuple(
                (end + shift, self._surface(word[cut.begin : end + shift], cut.clitic, senses))
                for end, senses in self._gazetteer.names_at(looked, 0, self._language)
                if _fits(cut, senses)
            )
            longer = any(self._gazetteer.extends(looked + joint, len(looked), self._language) for joint in JOINTS)
            if alone or longer:
                yield _Beginning(cut, restored, alone, longer)

    def _goes_on(self, words: Words, place: int, beginning: _Beginning) -> bool:
        """Tell whether a longer name may begin here, by the next word."""
        if place + 1 == len(words.forms):
            return False
        text = beginning.restored + words.text[words.starts[place] + beginning.cut.offset : words.ends[place + 1]]
        longer = self._longer.get(text)
        if longer is None:
            size = len(beginning.restored) + len(words.forms[place]) - beginning.cut.offset
            longer = self._longer[text] = self._gazetteer.extends(text, size, self._language)
        return longer

    def _at(self, words: Words, place: int, beginning: _Beginning) -> Iterator[Hit]:
        """Yield the hits, of one word or more, that begin in a word, read in one way."""
        cut, restored = beginning.cut, beginning.restored
        start = words.starts[place] + cut.offset
        begin, shift = start - cut.article, start - len(restored)
        text = restored + words.text[start : start + _REACH + 1]
        for end, senses in self._gazetteer.names_at(text, 0, self._language):
            if _fits(cut, senses):
                stop = end + shift
                surface = self._surface(words.text[begin:stop], cut.clitic, senses)
                yield Hit(begin, stop, place, _last(words, place, stop), surface)

    def _surface(self, name: str, clitic: str, senses: tuple[Sense, ...]) -> Surface:
        """Return the surface of a name, the same one each time."""
        surface = self._surfaces.get((name, clitic))
        if surface is None or surface.senses is not senses:
            surface = self._surfaces[(name, clitic)] = Surface(name, clitic, senses)
        return surface


def _fits(cut: Cut, senses: tuple[Sense, ...]) -> bool:
    """Tell whether a cut fits: an article that the listed name lacks may stand only before adjectives.

    Names that no context could make likely are left out here.
    """
    if all(sense.prior < _HOPELESS for sense in senses):
        return False
    return not cut.article or cut.elided or any(sense.form == "adjective" for sense in senses)


def _last(words: Words, index: int, end: int) -> int:
    """Return the index of the word in which ``end`` lies."""
    while index + 1 < len(words.starts) and words.starts[index + 1] < end:
        index += 1
    return index
