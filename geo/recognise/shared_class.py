"""Find names that share one noun of class: «в Тульской, Орловской и Брянской областях»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geo.recognise.hits import Hit, Surface

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geo.gazetteer.names import Sense
    from geo.gazetteer.store import Gazetteer
    from geo.recognise.scene import Scene

#: What may stand between two of them.
_COMMA: Final = ", "
_SPACE: Final = " "
_AND: Final = frozenset({"и", "или"})


def with_shared(
    hits: Sequence[Hit], scene: Scene, nouns: Mapping[str, Sequence[str]], gazetteer: Gazetteer
) -> list[Hit]:
    """Return the hits with those of names that only their last neighbour says to be provinces or the like.

    Parameters
    ----------
    hits
        What the words alone name, in text order.
    scene
        The words of the text.
    nouns
        Noun of class as it follows a list -> the same as it would follow each name alone.
    gazetteer
        Where the full names are looked up.
    """
    found: dict[int, Hit] = {}
    for index, word in enumerate(scene.words.forms if nouns else ()):
        if word in nouns:
            found.update(_of_list(index, nouns[word], scene, gazetteer))
    if not found:
        return list(hits)
    kept = [hit for hit in hits if not (hit.first == hit.last and hit.first in found)]
    return sorted([*kept, *found.values()], key=lambda hit: (hit.first, hit.end))


def _of_list(index: int, nouns: Sequence[str], scene: Scene, gazetteer: Gazetteer) -> Iterator[tuple[int, Hit]]:
    """Yield the names of the list that a noun of class closes."""
    words = scene.words
    for place in _members(index, scene):
        word = words.forms[place]
        senses = next(_named((f"{word} {noun}" for noun in nouns), gazetteer, scene.cues.language), ())
        if senses:
            yield place, Hit(words.starts[place], words.ends[place], place, place, Surface(word, "", senses))


def _members(index: int, scene: Scene) -> Iterator[int]:
    """Yield the capitalised words of the list before a noun, the nearest first; none if there is only one."""
    members: list[int] = []
    place = index - 1
    while place >= 0 and scene.capital(place) and scene.words.between(place) in {_SPACE, _COMMA}:
        members.append(place)
        joined = scene.words.between(place - 1) == _SPACE and scene.word(place - 1) in _AND
        if not joined and scene.words.between(place - 1) != _COMMA:
            break
        place -= 2 if joined else 1
    return iter(members if len(members) > 1 else ())


def _named(names: Iterable[str], gazetteer: Gazetteer, language: str) -> Iterator[tuple[Sense, ...]]:
    """Yield the readings of the names that the gazetteer holds in full."""
    for name in names:
        for end, senses in gazetteer.names_at(name, 0, language):
            named = tuple(sense for sense in senses if sense.form == "name")
            if end == len(name) and named:
                yield named
