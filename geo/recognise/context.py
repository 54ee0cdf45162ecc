"""Score a hit by its neighbours: a place here, or a common word, a person, a part of a longer name.

The score is in logits: the prior of the gazetteer plus a weight for each thing seen beside the name. The weights are
set by hand and named below; above zero a hit is taken.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geo.gazetteer.names import Sense
    from geo.recognise.hits import Hit
    from geo.recognise.scene import Scene

#: Weights in logits. Each is what one observation adds to the odds that the string names a place here.
WEIGHTS: Final = {
    "class before": 2.5,
    "class after": 1.5,
    "preposition": 1.0,
    "weak preposition": 0.2,
    "attached preposition": 0.6,
    "attached conjunction": -0.2,
    "rare proclitic": -1.0,
    "far small place": -2.0,
    "province at home": 1.0,
    "short name behind a proclitic": -1.5,
    "adjective of a country named in the text": 2.5,
    "adjective after an office": 1.5,
    "adjective after a given name": -4.0,
    "foreign script": -2.0,
    "common noun of place": -4.0,
    "title before": -2.5,
    "given name before": -2.5,
    "title or given name before a country": -0.7,
    "part of a person's name": -4.0,
    "capitalised unknown word before": -2.0,
    "capitalised unknown word after": -1.2,
    "given name itself": -1.5,
    "initial before": -3.0,
    "sentence begins": -0.7,
    "beside a known place": 0.8,
    "country named in the text": 0.7,
    "country not named in the text": -0.5,
    "named with its class elsewhere": 1.5,
    "a person's name elsewhere": -4.5,
    "followed by its province or country": 2.5,
}
_LOWEST, _HIGHEST = 0.004, 0.99
_PREPOSITION_CLITICS: Final = ("ب", "ل", "وب", "ول", "فب", "فل")
_RARE_CLITICS: Final = ("ف", "ك", "وك", "فب", "فل")
#: Kinds whose names stand their ground after a title or a given name («الوزير، العراق ...»).
_STEADY: Final = ("country", "organisation", "person", "region")
#: Names of so few letters are easily a rest of another word.
_SHORT: Final = 3
#: Readings whose prior is this much smaller than the best cannot overtake it.
_FAR_BEHIND: Final = 0.1
#: Log-odds above which no prior counts.
_SUREST: Final = 4.6
#: Cities of this many inhabitants are named in news of any language.
_LARGE: Final = 400_000
#: Prior from which a far place is known by its name whatever its size (curated names).
_WELL_KNOWN: Final = 0.94


@lru_cache(maxsize=1024)
def logit(prior: float) -> float:
    """Return the log-odds of a prior, kept away from the infinities."""
    clamped = min(max(prior, _LOWEST), _HIGHEST)
    return math.log(clamped / (1 - clamped))


def probability(log_odds: float) -> float:
    """Return the probability of log-odds, rounded for the record."""
    return round(1 / (1 + math.exp(-log_odds)), 3)


def score(hit: Hit, scene: Scene) -> float:
    """Return the log-odds that a hit is what its best sense says."""
    least = hit.best.prior * _FAR_BEHIND
    total = max(_sense(sense, scene) for sense in hit.senses if sense.prior >= least)
    name = scene.words.text[hit.start : hit.end]
    if hit.is_adjective:
        return total + _clitic(hit.clitic) + _adjective(hit, scene)
    if scene.foreign(name):
        total += WEIGHTS["foreign script"]
    total += _clitic(hit.clitic) + _before(hit, scene) + _person(hit, scene)
    if hit.clitic and hit.size <= _SHORT and hit.best.kind not in _STEADY:
        total += WEIGHTS["short name behind a proclitic"]
    if is_common_noun(hit, scene):
        total += WEIGHTS["common noun of place"]
    if scene.cased:
        total += _case(hit, scene)
    if name in scene.introduced:
        total += WEIGHTS["named with its class elsewhere"]
    if name in scene.persons:
        total += WEIGHTS["a person's name elsewhere"]
    if hit.first - 1 in scene.covered or hit.last + 1 in scene.covered:
        total += WEIGHTS["beside a known place"]
    return total


def is_common_noun(hit: Hit, scene: Scene) -> bool:
    """Tell whether a hit is made of nouns of class and directions only («العاصمة», «شمال شرق», "North")."""
    cues = scene.cues
    for word in scene.words.text[hit.start : hit.end].replace("-", " ").split():
        if word in cues.common:
            continue
        if cues.language != "ar" or (word.removeprefix("ال") not in cues.common and word[1:] not in cues.common):
            return False
    return True


def is_introduced(hit: Hit, scene: Scene) -> bool:
    """Tell whether a noun of class stands before a hit («مدينة ...»)."""
    return _before(hit, scene) == WEIGHTS["class before"]


def is_person(hit: Hit, scene: Scene) -> bool:
    """Tell whether the words beside a hit make it a part of a person's name."""
    if _person(hit, scene) <= WEIGHTS["given name before"]:
        return True
    before = hit.first - 1
    return (
        scene.cased
        and hit.best.kind == "city"
        and hit.best.population < _LARGE
        and scene.words.between(before) == " "
        and _unknown_capital(before, scene)
        and not scene.begins_sentence(before)
    )


def _sense(sense: Sense, scene: Scene) -> float:
    """Return the log-odds of one sense, given the countries that the text names."""
    base = logit(sense.prior)
    base = min(base, _ceiling(sense))
    if sense.kind not in ("city", "admin"):
        return base
    if sense.country in scene.countries:
        return base + WEIGHTS["country named in the text"]
    if scene.countries:
        base += WEIGHTS["country not named in the text"]
    if sense.kind == "admin" and sense.country in scene.cues.home:
        base += WEIGHTS["province at home"]
    elif sense.country not in scene.cues.home:
        base += WEIGHTS["far small place"] * (_smallness(sense.population) if sense.prior < _WELL_KNOWN else 0.0)
    return base


def _smallness(population: int) -> float:
    """Return 0 for cities that news of any language name, 1 for places a tenth of their size or of unknown size."""
    return min(1.0, max(0.0, math.log10(_LARGE / max(population, 1))))


def _ceiling(sense: Sense) -> float:
    """Return the highest log-odds for a place of a size: rare strings are small towns less often than lists think."""
    if sense.kind != "city":
        return _SUREST
    return min(_SUREST, max(1.4, 1.6 + math.log10(max(sense.population, 1) / 10_000)))


def _adjective(hit: Hit, scene: Scene) -> float:
    """Return the weight of what stands around an adjective or demonym."""
    before = scene.word(hit.first - 1) if scene.joined(hit.first - 1) else ""
    readings = scene.cues.bare(before)
    if not hit.clitic and any(word in scene.cues.given for word in readings):
        return WEIGHTS["adjective after a given name"]
    if not hit.best.weak:
        return 0.0
    if hit.best.country in scene.countries:
        return WEIGHTS["adjective of a country named in the text"]
    definite = (word.removeprefix("ال") for word in readings)
    if any(word in scene.cues.office or word in scene.cues.title for word in (*readings, *definite)):
        return WEIGHTS["adjective after an office"]
    return 0.0


def _clitic(clitic: str) -> float:
    """Return the weight of an attached proclitic."""
    if not clitic:
        return 0.0
    weight = WEIGHTS["rare proclitic"] if clitic in _RARE_CLITICS else WEIGHTS["attached conjunction"]
    return weight + (WEIGHTS["attached preposition"] if clitic in _PREPOSITION_CLITICS else 0.0)


def _before(hit: Hit, scene: Scene) -> float:
    """Return the weight of the word before: a noun of class, a preposition."""
    cues, index = scene.cues, scene.before(hit)
    if index is None:
        return 0.0
    word = scene.word(index)
    pair = f"{scene.word(index - 1)} {word}"
    readings = cues.bare(word)
    if pair in cues.class_before or any(word in cues.class_before for word in readings):
        return WEIGHTS["class before"]
    if index < hit.first - 1:
        return 0.0
    if pair in cues.preposition or any(word in cues.preposition for word in readings):
        return WEIGHTS["preposition"]
    return WEIGHTS["weak preposition"] if any(word in cues.preposition_weak for word in readings) else 0.0


def _person(hit: Hit, scene: Scene) -> float:
    """Return the weight of titles, given names and name particles beside the hit."""
    cues, index = scene.cues, scene.before(hit)
    if hit.is_adjective or index is None:
        return 0.0
    word = scene.word(index)
    readings = cues.bare(word)
    beside = index == hit.first - 1
    if beside and cues.language in ("ar", "fa") and any(word in cues.name_part for word in readings):
        return WEIGHTS["part of a person's name"]
    given = beside and any(word in cues.given for word in readings) and (not scene.cased or scene.capital(index))
    titled = any(word in cues.title or (not beside and word in cues.office) for word in readings)
    if not given and not titled:
        return 0.0
    if hit.best.kind in _STEADY:
        return WEIGHTS["title or given name before a country"]
    return WEIGHTS["given name before" if given else "title before"]


def _case(hit: Hit, scene: Scene) -> float:
    """Return the weight of capitals around the hit in languages that have them."""
    total = 0.0
    before, after = hit.first - 1, hit.last + 1
    if scene.begins_sentence(hit.first):
        total += WEIGHTS["sentence begins"]
    elif scene.joined(before) and _unknown_capital(before, scene) and not scene.begins_sentence(before):
        total += WEIGHTS["capitalised unknown word before"]
    if (
        before >= 0
        and len(scene.word(before)) == 1
        and scene.capital(before)
        and scene.words.between(before) in (". ", ".")
    ):
        total += WEIGHTS["initial before"]
    if not scene.joined(hit.last):
        return total
    if scene.word(after) in scene.cues.class_after:
        return total + WEIGHTS["class after"]
    if _unknown_capital(after, scene):
        total += WEIGHTS["capitalised unknown word after"]
        if scene.word(hit.first) in scene.cues.given:
            total += WEIGHTS["given name itself"]
    return total


def _unknown_capital(index: int, scene: Scene) -> bool:
    """Tell whether a word is capitalised and nothing that we know to stand beside places."""
    word = scene.word(index)
    cues = scene.cues
    return (
        scene.capital(index)
        and index not in scene.covered
        and word not in cues.class_before
        and word not in cues.class_after
        and word not in cues.preposition
        and word not in cues.preposition_weak
        and word not in cues.office
    )
