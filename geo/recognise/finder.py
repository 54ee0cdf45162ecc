"""Find every name of the gazetteer in the words of a text, with its proclitics."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

from geo.recognise.clitics import cuts
from geo.recognise.hits import Hit, Surface
from geo.text.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.gazetteer.names import Sense
    from geo.gazetteer.store import Gazetteer
    from geo.recognise.clitics import Cut
    from geo.recognise.hits import Words
    from geo.text.fold import Folded

_ARTICLE: Final = "ال"
#: Longest stretch of text (characters) copied to look up a name.
_REACH: Final = 100
#: A prior so low that the best context does not bring the name above the threshold.
_HOPELESS: Final = 0.012
_ABBREVIATED: Final = ""
_MEMORY: Final = 100_000
#: Below this, letters are Latin: what begins with a small one is no name.
_LATIN_END: Final = "\u0250"
#: The article of Arabic names, as English papers write it before a hyphen.
ARTICLES: Final = frozenset(("al", "el", "ad", "ar", "as", "at", "az", "an", "ash", "es", "et", "ed", "er", "en"))


@dataclass(frozen=True, slots=True)
class _Beginning:
    """One way to read a word that begins a name: the names that the word alone is, and how longer ones go on.

    ``restored`` is the article hidden in للـ, put back to look the name up.
    """

    cut: Cut
    restored: str
    alone: tuple[tuple[int, Surface], ...]
    #: Second words of longer names; the empty word for an abbreviation with its full stop (Calif.).
    seconds: frozenset[str]


#: Of a word: the second words of names of several words, the names that it alone is, and the ways to read it.
_Known: TypeAlias = tuple[frozenset[str], tuple[tuple[int, Surface], ...], tuple[_Beginning, ...]]


class Finder:
    """Looks words up in the gazetteer for one language and remembers what each begins.

    Most words begin nothing and most others are one name of one word: for these a look-up in a dictionary is all.
    """

    def __init__(self, gazetteer: Gazetteer, language: str, whole: Mapping[str, Sequence[int]]) -> None:
        self._whole = whole
        self._gazetteer = gazetteer
        self._language = language
        self._known: Memory[_Known | None] = Memory(self._learn)
        self._surfaces: dict[tuple[str, str], Surface] = {}
        self._pairs: dict[tuple[str, int, str], tuple[tuple[int, Surface], ...] | None] = {}

    def hits(self, words: Words, folded: Folded) -> list[Hit]:
        """Return every hit of a text, in order of its first word."""
        self._forget()
        found: list[Hit] = []
        starts, index, source = words.starts, folded.index, folded.source
        following = [*words.forms[1:], ""]
        for place, known in enumerate(map(self._known.__getitem__, words.forms)):
            if known is None:
                continue
            seconds, alone, ways = known
            after = following[place]
            goes_on = after in seconds or _ABBREVIATED in seconds
            if not goes_on and not alone:
                continue
            start = starts[place]
            if source[index[start]].islower() and words.text[start] < _LATIN_END and not _is_article(words, place):
                continue
            if goes_on:
                found.extend(self._in_ways(words, place, ways))
                continue
            for end, surface in alone:
                stop = start + end
                found.append(Hit(stop - len(surface.name), stop, place, place, surface))
        return found

    def _forget(self) -> None:
        """Keep the memory bounded, whatever is read."""
        for memory in (self._surfaces, self._pairs):
            if len(memory) > _MEMORY:
                memory.clear()

    def _learn(self, word: str) -> _Known | None:
        """Work out what a word begins, all ways to read it together; None if nothing."""
        ways = tuple(self._begin(word))
        if not ways:
            return None
        seconds = frozenset[str]().union(*(way.seconds for way in ways))
        return seconds, tuple(chain.from_iterable(way.alone for way in ways)), ways

    def _in_ways(self, words: Words, place: int, ways: Sequence[_Beginning]) -> Iterator[Hit]:
        """Yield the hits that begin in a word behind which a longer name may go on."""
        start = words.starts[place]
        after = words.forms[place + 1] if place + 1 < len(words.forms) else _ABBREVIATED
        for beginning in ways:
            if _ABBREVIATED in beginning.seconds:
                yield from self._at(words, place, beginning)
                continue
            if after in beginning.seconds:
                yield from self._longer(words, place, beginning)
                continue
            for end, surface in beginning.alone:
                yield Hit(start + end - len(surface.name), start + end, place, place, surface)

    def _begin(self, word: str) -> Iterator[_Beginning]:
        """Yield the readings of a word after which a name begins."""
        for cut in cuts(word, self._language):
            if cut.offset in self._whole.get(word, ()):
                continue
            restored = _ARTICLE if cut.elided else ""
            looked = restored + word[cut.offset :]
            if not self._gazetteer.begins(looked, self._language):
                continue
            alone = self._names(word, cut, restored)
            seconds = self._gazetteer.seconds(looked, self._language)
            if alone or seconds:
                yield _Beginning(cut, restored, alone, seconds)

    def _longer(self, words: Words, place: int, beginning: _Beginning) -> Iterator[Hit]:
        """Yield the hits that begin in a word, where a name of several words may."""
        start = words.starts[place]
        pair = words.text[start : words.ends[place + 1]]
        key = (pair, beginning.cut.offset, beginning.restored)
        if key not in self._pairs:
            self._pairs[key] = self._of_pair(pair, beginning)
        known = self._pairs[key]
        if known is None:
            yield from self._at(words, place, beginning)
            return
        for end, surface in known:
            stop = start + end
            last = place if stop <= words.ends[place] else place + 1
            yield Hit(stop - len(surface.name), stop, place, last, surface)

    def _of_pair(self, pair: str, beginning: _Beginning) -> tuple[tuple[int, Surface], ...] | None:
        """Return the names in a pair of words, with their ends; None if a name may go on beyond them."""
        cut, restored = beginning.cut, beginning.restored
        if self._gazetteer.goes_on(restored + pair[cut.offset :]):
            return None
        return self._names(pair, cut, restored)

    def _names(self, text: str, cut: Cut, restored: str) -> tuple[tuple[int, Surface], ...]:
        """Return the names at the beginning of a text, read with a cut, with their ends."""
        shift = cut.offset - len(restored)
        return tuple(
            (end + shift, self._surface(text[cut.begin : end + shift], cut.clitic, senses))
            for end, senses in self._gazetteer.names_at(restored + text[cut.offset :], 0, self._language)
            if _fits(cut, senses)
        )

    def _at(self, words: Words, place: int, beginning: _Beginning) -> Iterator[Hit]:
        """Yield the hits, of one word or more, that begin in a word, read in one way."""
        start = words.starts[place]
        text = words.text[start : start + _REACH]
        for end, surface in self._names(text, beginning.cut, beginning.restored):
            stop = start + end
            yield Hit(stop - len(surface.name), stop, place, _last(words, place, stop), surface)

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


def _is_article(words: Words, place: int) -> bool:
    """Tell whether a small word is the Arabic article of a name: al-Tanf, el-Arish."""
    return words.forms[place] in ARTICLES and words.between(place) == "-"


def _last(words: Words, index: int, end: int) -> int:
    """Return the index of the word in which ``end`` lies."""
    while index + 1 < len(words.starts) and words.starts[index + 1] < end:
        index += 1
    return index
