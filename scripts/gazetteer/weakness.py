"""A name that a person called weak is weak for its namesakes too: a province and its city share their name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gazetteer.model import Name, World
from geo.text.fold import fold_name

#: Prior of a weak name, as of those in the curated lists.
PRIOR = 0.2


def shared(world: World) -> Iterator[Name]:
    """Yield all names; those without a prior by hand are weak where another entity of their country has them so."""
    weak = {_key(name, world) for name in world.names if name.weak and name.prior is not None and _is_place(name)}
    for name in world.names:
        if name.prior is None and not name.weak and _key(name, world) in weak:
            yield replace(name, prior=PRIOR, weak=True)
        else:
            yield name


def _is_place(name: Name) -> bool:
    """Tell apart places from what only shares a word with them: مراكش is an old name of a state, and a city today."""
    return not name.entity.startswith(("country:", "org:", "person:", "corridor:"))


def _key(name: Name, world: World) -> tuple[str, str, str | None]:
    """Return what namesakes share: the folded name, its language, its country."""
    if name.entity.startswith("geonames:") and name.entity not in world.others:
        country: str | None = world.cities[int(name.entity.removeprefix("geonames:"))].country
    else:
        country = world.others[name.entity].get("country")
    return fold_name(name.text), name.language, country
