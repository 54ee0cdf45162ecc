"""What a name may mean: senses, and the packed form in which the built data keeps them.

Each script has a trie of folded names and, for each name, packed readings: the row of the entity, a byte of flags
and a byte of prior. Flags: bits 0-1 form, bits 2-5 languages (ar fa ru en), bit 6 ``cased``, bit 7 ``weak``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geo.records import Form, Kind

#: Languages in the order of their bits.
LANGUAGES: Final = ("ar", "fa", "ru", "en")
#: Forms in the order of their code; the third is an adjective that only begins a compound (ирано-), the fourth a name
#: that holds only in a text that names its state in full ("the North" beside "North Korea").
FORMS: Final[tuple[Form, ...]] = ("name", "adjective", "adjective", "name")
COMBINING: Final = 2
ECHO: Final = 3
_CASED, _WEAK = 0x40, 0x80


#: Zipf frequency at which news names a place of 1,000 inhabitants, and its growth for each factor of ten.
_VILLAGE, _GROWTH, _SMALLEST = 1.9, 0.75, 300
#: What a capital gains: it is named like a city of ten times its size.
_CAPITAL: Final = 0.75
#: Entities that were chosen by hand are named often; provinces as their size lets expect (see the builder).
_WEIGHTS: Final[dict[Kind, float]] = {
    "country": 6.0,
    "water": 4.8,
    "region": 4.8,
    "admin": 3.0,
    "organisation": 2.5,
    "person": 2.5,
}
_CURATED_WEIGHT: Final = 4.5


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a name.

    Parameters
    ----------
    entity
        Id of the entity that it may stand for.
    form
        ``name`` (Iran) or ``adjective`` (Iranian, إيراني, иранский).
    kind
        Kind of the entity.
    prior
        How likely the bare string in running news is this kind of thing at all, 0 to 1.
    country
        ISO 3166-1 alpha-2 of the entity's country, None for seas and the like.
    population
        Inhabitants of a city, 0 where unknown or not a city.
    weak
        The name is also a common word or a person's name: it needs support from its context.
    cased
        Only in capitals is this a name (US, UN): the caller compares with the original text.
    combining
        Only as first half of a compound (ирано-российский, Franco-German).
    echo
        Only in a text that names the entity's country otherwise.
    weight
        How often news names the entity at all, on the scale of zipf frequencies (log10 per thousand million words):
        compares readings of one string with each other.
    """

    entity: str
    form: Form
    kind: Kind
    prior: float
    country: str | None = None
    population: int = 0
    weak: bool = False
    cased: bool = False
    combining: bool = False
    weight: float = 0.0
    echo: bool = False


@dataclass(frozen=True, slots=True)
class Flags:
    """The flags byte of a reading, spelt out."""

    form: int = 0
    languages: int = 0
    cased: bool = False
    weak: bool = False

    def pack(self) -> int:
        """Return the byte."""
        return self.form | self.languages << 2 | (_CASED if self.cased else 0) | (_WEAK if self.weak else 0)

    @classmethod
    def unpack(cls, byte: int) -> Flags:
        """Spell out a byte made by `pack`."""
        return cls(byte & 3, byte >> 2 & 15, bool(byte & _CASED), bool(byte & _WEAK))


def city_weight(population: int, *, capital: bool = False) -> float:
    """Return the zipf frequency at which news names a city of a population."""
    return _VILLAGE + _GROWTH * (math.log10(max(population, _SMALLEST)) - 3) + (_CAPITAL if capital else 0.0)


def kind_weight(kind: Kind) -> float:
    """Return the weight of an entity that has no better figure."""
    return _WEIGHTS.get(kind, _CURATED_WEIGHT)


def language_bit(language: str) -> int:
    """Return the bit of a language, 0 for one that the gazetteer does not know."""
    return 1 << LANGUAGES.index(language) if language in LANGUAGES else 0


def script_of(character: str) -> str | None:
    """Return which trie a folded name that begins with ``character`` is in: ``arab``, ``cyrl``, ``latn`` or none."""
    if character < "\u0250":
        return "latn" if character.isalnum() else None
    if character < "\u0530":
        return "cyrl" if character >= "\u0400" else None
    return "arab" if "\u0600" <= character < "\u0780" else None
