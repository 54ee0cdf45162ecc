"""A name that a person called weak is weak for its namesakes too: a province and its city share their name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gazetteer.model import Name, World
from gazetteer.priors import zipf
from geo.gazetteer.names import city_weight
from geo.text.fold import fold_name

#: Prior of a weak name, as of those in the curated lists.
PRIOR = 0.2
#: Of a weak place whose name is a word by so much (zipf) more frequent than news names such a place: «صور» is mostly
#: pictures and seldom Tyre, «كان» mostly was and hardly ever Cannes.
_EXCESS = ((2.6, 0.03), (1.2, 0.09))
#: Zipf frequency at which news names a village, and another place that a person listed.
_VILLAGE, _PLACE = 2.5, 3.0


def shared(world: World) -> Iterator[Name]:
    """Yield all names; those without a prior by hand are weak where another entity of their country has them so."""
    weak = {_key(name, world) for name in world.names if name.weak and name.prior is not None and _is_place(name)}
    for name in world.names:
        if name.prior is None and not name.weak and _key(name, world) in weak:
            yield replace(name, prior=_prior(name, world), weak=True)
        elif name.weak and name.prior == PRIOR and name.form == 0 and _is_place(name):
            yield replace(name, prior=_prior(name, world))
        else:
            yield name


def _prior(name: Name, world: World) -> float:
    """Return the prior of a weak name of a place, by how much more frequent the word is than the place explains."""
    excess = zipf(fold_name(name.text), name.language) - _expected(name.entity, world)
    return next((prior for least, prior in _EXCESS if excess >= least), PRIOR)


def _expected(entity: str, world: World) -> float:
    """Return the zipf frequency at which news names a place."""
    if entity.startswith("geonames:") and entity not in world.others:
        return city_weight(world.cities[int(entity.removeprefix("geonames:"))].population)
    fields = world.others[entity]
    return float(fields.get("weight") or (_VILLAGE if fields["kind"] == "city" else _PLACE))


def _is_place(name: Name) -> bool:
    """Tell apart places from what only shares a word with them: مراكش is an old name of a state, and a city today."""
    return not name.entity.startswith(("country:", "org:", "person:", "corridor:"))


def _key(name: Name, world: World) -> tuple[str, str, str | None]:
    """Return what namesakes share: the folded name, its language, its country."""
    return fold_name(name.text), name.language, world.country(name.entity)
