"""Tell an Arabic country name from the same word as an adjective, by agreement with the noun before.

«السفارة السعودية» is the Saudi embassy, «السعودية تعلن» the country; «27 دبلوماسيا روسيا» are Russian diplomats
(accusative), «زار روسيا» is Russia.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geo.gazetteer.names import Sense
    from geo.recognise.hits import Hit
    from geo.recognise.scene import Scene

_ARTICLE: Final = "ال"
_FEMININE: Final = ("ة", "ات", "ه")
_ACCUSATIVE: Final = "يا"
#: Endings of the names that may be either.
_AGREEING: Final = (*_FEMININE, _ACCUSATIVE)
#: Definite words of feminine form that stand before a country's name without describing it.
_NO_NOUNS: Final = frozenset(("العربية", "المملكة"))


def settle(hit: Hit, senses: tuple[Sense, ...], scene: Scene) -> tuple[Sense, ...]:
    """Return the senses of a hit that agreement with the word before allows."""
    name = hit.surface.name
    if not name.endswith(_AGREEING) or scene.cues.language != "ar" or hit.clitic or not scene.joined(hit.first - 1):
        return senses
    before = scene.word(hit.first - 1)
    if scene.after_body(hit.first):
        return tuple(sense for sense in senses if sense.form == "name") or senses
    if _describes(before, name, senses):
        return tuple(sense for sense in senses if sense.form == "adjective")
    if _is_accusative(hit, before, name, scene) and any(sense.kind == "country" for sense in senses):
        return tuple(replace(sense, form="adjective") for sense in senses if sense.kind == "country")
    return senses


def _describes(before: str, name: str, senses: tuple[Sense, ...]) -> bool:
    """Tell whether a definite feminine adjective follows a definite feminine noun or a broken plural's kind."""
    if not name.startswith(_ARTICLE) or not name.endswith(_FEMININE) or before in _NO_NOUNS:
        return False
    return before.startswith(_ARTICLE) and before.endswith(_FEMININE) and any(s.form == "adjective" for s in senses)


def _is_accusative(hit: Hit, before: str, name: str, scene: Scene) -> bool:
    """Tell whether «... روسيا» after a counted accusative noun («27 دبلوماسيا») is its adjective."""
    counted = scene.word(hit.first - 2)
    return name.endswith(_ACCUSATIVE) and " " not in name and before.endswith("ا") and counted.isdecimal()
