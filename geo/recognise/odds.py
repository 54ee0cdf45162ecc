"""The odds of a name before its neighbours are seen: the gazetteer's prior, its size and script, the countries named.

All of it holds wherever the name stands, so it is worked out once for each surface and kept there.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from geo.gazetteer.names import city_weight
from geo.recognise.weights import STEADY, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from geo.gazetteer.names import Sense
    from geo.recognise.cues import Cues
    from geo.recognise.hits import Surface

_LOWEST, _HIGHEST = 0.004, 0.99
_PREPOSITION_CLITICS: Final = ("ب", "ل", "وب", "ول", "فب", "فل")
_RARE_CLITICS: Final = ("ف", "ك", "وك", "فب", "فل")
_PROCLITICS: Final = "وفبلك"
#: Names of so few letters are easily a rest of another word.
_SHORT: Final = 3
#: Readings whose prior is this much smaller than the best cannot overtake it.
_FAR_BEHIND: Final = 0.1
#: Log-odds above which no prior counts.
_SUREST: Final = 4.6
#: Weak names below this prior are very common words.
_RARE: Final = 0.1
#: Log-odds that the smallest places reach at most; of a province, at the weight of a district, and by how much more
#: with its weight.
_LEAST_CEILING, _DISTRICT, _STEP = 1.4, 1.85, 1.3
#: Cities of this many inhabitants are named in news of any language.
LARGE: Final = 400_000
#: Prior from which a far place is known by its name whatever its size (curated names).
WELL_KNOWN: Final = 0.94
#: By how much more often (zipf) at least.
_MORE: Final = 0.5
#: Letters below this are Latin.
_LATIN_END: Final = "\u0250"


@dataclass(frozen=True, slots=True)
class Odds:
    """Log-odds of a surface: ``own`` by its form, the others by its readings.

    ``alone`` where the text names no country, ``elsewhere`` where it names others than theirs, ``at_home`` for each
    country of a reading.
    """

    own: float
    alone: float
    elsewhere: float
    at_home: Mapping[str, float]

    def given(self, countries: Collection[str]) -> float:
        """Return the log-odds in a text that names these countries."""
        if not countries:
            return self.own + self.alone
        best = self.elsewhere
        for country, value in self.at_home.items():
            if value > best and country in countries:
                best = value
        return self.own + best


@lru_cache(maxsize=1024)
def logit(prior: float) -> float:
    """Return the log-odds of a prior, kept away from the infinities."""
    clamped = min(max(prior, _LOWEST), _HIGHEST)
    return math.log(clamped / (1 - clamped))


def odds_of(surface: Surface, cues: Cues) -> Odds:
    """Return the odds of a surface in texts of the language of ``cues``."""
    least = surface.best.prior * _FAR_BEHIND
    alone = elsewhere = -math.inf
    at_home: dict[str, float] = {}
    for sense in surface.senses:
        if sense.prior < least:
            continue
        base = min(logit(sense.prior), _ceiling(sense))
        if sense.kind not in ("city", "admin"):
            alone, elsewhere = max(alone, base), max(elsewhere, base)
            if sense.weak and sense.country and sense.kind not in STEADY:
                here = base + WEIGHTS["country named in the text"]
                at_home[sense.country] = max(here, at_home.get(sense.country, here))
            continue
        far = _far(sense, cues)
        alone = max(alone, base + far)
        elsewhere = max(elsewhere, base + WEIGHTS["country not named in the text"] + far)
        if sense.country:
            known = sense.weak and sense.population > LARGE and sense.prior > _RARE
            named = "country of a large city with a weak name named" if known else "country named in the text"
            here = base + WEIGHTS[named]
            at_home[sense.country] = max(here, at_home.get(sense.country, here))
    return Odds(_own(surface, cues), alone, elsewhere, at_home)


def _far(sense: Sense, cues: Cues) -> float:
    """Return the weight of the distance between a place and the readers of the language."""
    if sense.kind == "admin" and sense.country in cues.home:
        return WEIGHTS["province at home"]
    if sense.country in cues.home or sense.prior >= WELL_KNOWN or _is_capital(sense):
        return 0.0
    return WEIGHTS["far small place"] * _smallness(sense.population)


def _is_capital(sense: Sense) -> bool:
    """Tell whether a city is a capital: news names it far more often than others of its size."""
    return sense.kind == "city" and sense.weight > city_weight(sense.population) + _MORE


def _smallness(population: int) -> float:
    """Return 0 for cities that news of any language name, 1 for places a tenth of their size or of unknown size."""
    return min(1.0, max(0.0, math.log10(LARGE / max(population, 1))))


def _ceiling(sense: Sense) -> float:
    """Return the highest log-odds for a place of a size: rare strings are small towns less often than lists think."""
    if sense.kind == "admin" and sense.prior < WELL_KNOWN:
        return min(_SUREST, max(_LEAST_CEILING, _LEAST_CEILING + _STEP * (sense.weight - _DISTRICT)))
    if sense.kind != "city":
        return _SUREST
    return min(_SUREST, max(_LEAST_CEILING, 1.6 + math.log10(max(sense.population, 1) / 10_000)))


def _own(surface: Surface, cues: Cues) -> float:
    """Return the weight of the form of a surface: proclitic, script, length, common nouns."""
    total = _clitic(surface.clitic)
    if surface.best.form == "adjective":
        return total
    if _is_foreign(surface.name, cues.language):
        total += WEIGHTS["foreign script"]
    if surface.clitic and len(surface.name) <= _SHORT and surface.best.kind not in STEADY:
        total += WEIGHTS["short name behind a proclitic"]
    if surface.best.prior < WELL_KNOWN and is_common_noun(surface.name, cues):
        total += WEIGHTS["common noun of place"]
    if surface.name.removesuffix("ة") in cues.office:  # «سفيرة», as «سفير», is a person of that office
        total += WEIGHTS["word for an office"]
    return total


def _clitic(clitic: str) -> float:
    """Return the weight of an attached proclitic."""
    if not clitic:
        return 0.0
    weight = WEIGHTS["rare proclitic"] if clitic in _RARE_CLITICS else WEIGHTS["attached conjunction"]
    return weight + (WEIGHTS["attached preposition"] if clitic in _PREPOSITION_CLITICS else 0.0)


def _is_foreign(name: str, language: str) -> bool:
    """Tell whether a name is written in another script than its text: mostly a brand or a paper."""
    latin = name[:1] < _LATIN_END
    return latin if language != "en" else not latin


def is_common_noun(name: str, cues: Cues) -> bool:
    """Tell whether a name is made of nouns of class and directions only («العاصمة», «شمال شرق», "North")."""
    return all(any(reading in cues.common for reading in _bare(word, cues)) for word in name.replace("-", " ").split())


def _bare(word: str, cues: Cues) -> tuple[str, ...]:
    """Return a word and, in Arabic, the word without its article or a proclitic of one letter."""
    if cues.language != "ar":
        return (word,)
    return (word, word.removeprefix("ال"), word[1:] if word[:1] in _PROCLITICS else word)
