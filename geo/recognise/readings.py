"""Readings that only the rest of the text allows or rules out: short names of a state, names of a body and a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geo.recognise import traits
from geo.recognise.hits import Hit, Surface, likeliest
from geo.recognise.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.recognise.scene import Scene

#: Log-odds of a short name whose state the text names.
_ECHO_SCORE: Final = 2.0
_ARTICLE: Final = "the"
_IN: Final = "ب"
#: Zipf frequency from which news names a city more often than bodies called after it.
_WELL_KNOWN: Final = 4.0
#: By how much the prior of a place must be higher for the body to be out of question.
_CLEAR: Final = 0.1


def echoes(hits: Iterable[Hit], scene: Scene) -> Iterator[Hit]:
    """Yield the names that echo a longer one: "the North" in a text about North Korea, with their score.

    Parameters
    ----------
    hits
        As found, before any reading was dropped.
    scene
        Its countries are known.
    """
    for hit in hits:
        allowed = tuple(s for s in hit.senses if s.echo and s.country in scene.countries)
        if allowed and _stands_alone(hit, scene):
            surface = Surface(hit.surface.name, hit.clitic, allowed)
            yield Hit(hit.start, hit.end, hit.first, hit.last, surface, score=_ECHO_SCORE)


def _stands_alone(hit: Hit, scene: Scene) -> bool:
    """Tell whether a direction is written as a name by itself: "the North", not "the North Atlantic", «на Север»."""
    if not scene.capital(hit.first) or (scene.joined(hit.last) and scene.capital(hit.last + 1)):
        return False
    if scene.cues.language == "en":
        return scene.word(hit.first - 1) == _ARTICLE
    return not scene.begins_sentence(hit.first) and not scene.traits(hit.first - 1) & traits.PREPOSITION


def choose_kind(hit: Hit, scene: Scene) -> None:
    """Keep of a name that a body and a place share («الفاو», «قنا») the readings that its neighbours speak for.

    A place, where a preposition or a noun of class stands before, or the text names its country, and a capital or large
    city always; else the body.
    """
    places = tuple(s for s in hit.senses if s.kind != "organisation" and s.form == "name")
    bodies = tuple(s for s in hit.senses if s.kind == "organisation")
    if not places or likeliest(places).prior > likeliest(bodies).prior + _CLEAR:
        return
    before = scene.traits(hit.first - 1) if scene.joined(hit.first - 1) else 0
    speaks = bool(before & (traits.SPEECH | traits.HEAD))
    local = hit.before >= WEIGHTS["preposition"] or hit.clitic.endswith(_IN)
    at_home = any(s.country in scene.countries and not s.weak for s in places)
    known = any(s.kind == "city" and s.weight > _WELL_KNOWN and not s.weak for s in places)
    hit.narrow(places if known or ((local or at_home) and not speaks) else bodies)
