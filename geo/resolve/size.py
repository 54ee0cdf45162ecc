"""How much the kind and size of a place alone speak for it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geo.records import Entity

#: Natural log units, added to the log of the prior.
_COUNTRY: Final = 1.5
_TENFOLD_POPULATION: Final = 0.5
#: Populations: what an unknown one counts as, and the one that weighs nothing.
_SMALL, _MIDDLING = 300, 100_000


def size_weight(entity: Entity) -> float:
    """Return the weight of a place by itself: countries over cities, and large cities over small ones."""
    if entity.kind == "country":
        return _COUNTRY
    if entity.kind == "city":
        return _TENFOLD_POPULATION * math.log10(max(entity.population, _SMALL) / _MIDDLING)
    return 0.0
