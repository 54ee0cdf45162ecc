"""Tell where a capital stands for its government: «وأعلنت طهران», «بين موسكو وكييف», "Washington rejected".

After a preposition of place or a word of motion the capital is a place; as subject of a verb of speech or act, or as
party after between/with, it is the state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geo.recognise.hits import Hit
    from geo.recognise.scene import Scene

_PLACE_CLITICS: Final = ("ب", "ل", "وب", "ول", "فب", "فل")
_AND: Final = ("و", "and", "и")


def stands_for_state(hit: Hit, scene: Scene) -> bool:
    """Tell whether a capital or palace named by ``hit`` stands for its government here."""
    cues = scene.cues
    before = cues.bare(scene.word(hit.first - 1)) if scene.joined(hit.first - 1) else ()
    if hit.clitic in _PLACE_CLITICS or any(w in cues.preposition or w in cues.class_before for w in before):
        return False
    if any(word in cues.party or word in cues.speech or word in cues.relation for word in before):
        return True
    if any(word in cues.motion or word in cues.office for word in before):
        return False
    return _acts(hit, scene) or _is_second_party(hit, scene)


def _acts(hit: Hit, scene: Scene) -> bool:
    """Tell whether a verb of speech or act follows."""
    return scene.joined(hit.last) and scene.word(hit.last + 1) in scene.cues.speech


def _is_second_party(hit: Hit, scene: Scene) -> bool:
    """«بين موسكو وطهران», "between Moscow and Kyiv": the second of two parties."""
    first = hit.first - 1
    if not hit.clitic.startswith("و"):
        if scene.word(first) not in _AND:
            return False
        first -= 1
    return first in scene.covered and any(
        word in scene.cues.party for step in (1, 2, 3) for word in scene.cues.bare(scene.word(first - step))
    )
