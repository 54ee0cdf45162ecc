"""What passes between the builder's parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

LANGUAGES = ("ar", "fa", "ru", "en")


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an entity before inflection.

    Parameters
    ----------
    entity
        Id of the entity.
    text, language
        The name as newspapers of the language write it.
    prior
        How likely the string in running news is this kind of thing (0 to 1), decided by a person; None where
        `gazetteer.priors` is to work it out from ``expected``.
    expected
        Zipf frequency at which news would use this name for its entity.
    form
        Counts in `geo.gazetteer.names.FORMS`.
    weak, cased
        See `geo.gazetteer.names.Sense`.
    share
        Part of the uses of the name that is left for this entity, where another of the same name is better known.
    """

    entity: str
    text: str
    language: str
    prior: float | None = None
    expected: float = 0.0
    form: int = 0
    weak: bool = False
    cased: bool = False
    share: float = 1.0


@dataclass(slots=True)
class City:
    """A GeoNames place; ``names`` holds its alternate names, which carry no language."""

    id: int
    name: str
    lat: float
    lon: float
    country: str
    admin: str
    population: int
    names: tuple[str, ...]
    labels: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class World:
    """All entities: cities by GeoNames id, the others as the JSON objects that will be written."""

    cities: dict[int, City]
    others: dict[str, dict[str, Any]] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)

    def country(self, entity: str) -> str | None:
        """Return the country (ISO 3166-1 alpha-2) of an entity, None for those of none or several."""
        if entity in self.others:
            found: str | None = self.others[entity].get("country")
            return found
        return self.cities[int(entity.removeprefix("geonames:"))].country
