"""Tell names that only form part of another name: the Shanghai of an organisation, the Washington of a newspaper.

Names inside a known organisation or person are found by `geo.recognise.choose`; here are those of names that the
gazetteer does not hold, known by their first or last word (صحيفة ..., ... Times).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from geo.recognise import traits

if TYPE_CHECKING:
    from geo.recognise.hits import Hit
    from geo.recognise.scene import Scene

#: What joins the two names of one event; folded.
_DASHES: Final = (" - ", "-")


def is_in_name(hit: Hit, scene: Scene) -> bool:
    """Tell whether a hit belongs to an organisation's or paper's name by the words beside it."""
    return _after_head(hit, scene) or _before_tail(hit, scene) or _in_hashtag(hit, scene)


def _after_head(hit: Hit, scene: Scene) -> bool:
    """«صحيفة الرياض»: an organisation's first word stands right before, without a preposition.

    Or before the first of two names: «العام الثقافي قطر - تركيا».
    """
    cues, before = scene.cues, hit.first - 1
    if before in scene.covered and scene.words.between(before) in _DASHES:
        before -= 1
    seen = scene.traits(before)
    if hit.clitic or not seen & (traits.HEAD | traits.SECOND) or not _adjacent(scene, before):
        return False
    if scene.cased and hit.best.kind == "country":  # «Национальный банк Украины» is the country's own
        return False
    pair = f"{scene.word(before - 1)} {scene.word(before)}"
    return bool(seen & traits.HEAD) or (pair in cues.organisation_head and pair not in cues.organisation_keeps)


def _before_tail(hit: Hit, scene: Scene) -> bool:
    """«واشنطن بوست», "Boston Globe": an organisation's last word stands right after."""
    cues, after = scene.cues, hit.last + 1
    word = scene.word(after)
    if word not in cues.organisation_tail or word in cues.tail_keeps or after in scene.covered:
        return False
    return _adjacent(scene, hit.last) and (not scene.cased or scene.capital(after))


def _in_hashtag(hit: Hit, scene: Scene) -> bool:
    """«#امطار_الكويت»: a part of a longer hashtag labels a topic; a hashtag of its own («#الكويت») is a name."""
    return scene.words.raw.startswith("_", hit.end) or scene.words.between(hit.first - 1) == "_"


def _adjacent(scene: Scene, index: int) -> bool:
    """Tell whether only a space, or an opening quotation mark, stands between a word and the next."""
    return scene.words.between(index) in (" ", "-", ' "')
