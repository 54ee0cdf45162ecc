"""Take up an act told before: «این حمله روز چهارشنبه در ... انجام شد» tells day and place of it, and no other act."""

from __future__ import annotations

from collections.abc import Sequence

from geo.relate.draft import Draft, dates_agree
from geo.relate.scene import Scene
from geo.signs import Trigger

#: Words that point back, and among how many words before a noun they stand («این دومین حمله»).
_THIS, _BEFORE = frozenset({"این", "همین"}), 2
#: How many sentences back the act may have been told.
_BACK = 3


def told_before(scene: Scene, trigger: Trigger, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the act that a noun with «این» means, None where it points to none.

    Only where verbs stand last: other languages point back with an article, which `geo.relate.remembered` reads.
    """
    entry = trigger.entry
    if trigger.part != "noun" or entry is None or not entry.verb_last or not _points(scene, trigger):
        return None
    for one in reversed(drafts):
        if draft.sentence - one.sentence > _BACK:
            return None
        if one.type == draft.type and draft.parties <= one.parties and dates_agree(one.date, draft.date):
            return one
    return None


def adds(earlier: Draft, draft: Draft) -> bool:
    """Tell whether a second telling gives a day or a place that the first did not."""
    dated = draft.date is not None and earlier.date is None
    return dated or (draft.place is not None and earlier.place is None)


def _points(scene: Scene, trigger: Trigger) -> bool:
    words = scene.text[: trigger.start - scene.sentence.start].split()[-_BEFORE:]
    return any(word in _THIS for word in words)
