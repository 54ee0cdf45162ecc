"""Score a hit by its neighbours: a place here, or a common word, a person, a part of a longer name.

The score is in logits: the odds of the name itself (`geo.recognise.odds`) plus a weight for each thing seen beside
it. Above zero a hit is taken.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from geo.recognise import traits
from geo.recognise.odds import LARGE, WELL_KNOWN, odds_of
from geo.recognise.weights import STEADY, WEIGHTS

if TYPE_CHECKING:
    from geo.recognise.hits import Hit
    from geo.recognise.scene import Scene

_INITIAL_GAPS: Final = (". ", ".")
_ARTICLE: Final = "the"
#: Kinds that English names with the article: the Gulf, the Atlantic, the Capitol.
_WITH_ARTICLE: Final = ("region", "water", "land", "facility")
_DATE_GAPS: Final = (" ", " (", "/", "-", " / ")


@lru_cache(maxsize=20_000)
def probability(log_odds: float) -> float:
    """Return the probability of log-odds, rounded for the record."""
    return round(1 / (1 + math.exp(-log_odds)), 3)


def look(hit: Hit, scene: Scene) -> None:
    """Note what the words before a hit say: a noun of class, a preposition, a title, a given name.

    Once is enough when hits come in text order: it leans on the adjectives to the left only, and these are known.
    """
    index = scene.before(hit)
    if index is not None:
        hit.before = _before(hit, index, scene)
        hit.person = 0.0 if hit.is_adjective else _person(hit, index, scene)


def score(hit: Hit, scene: Scene) -> float:
    """Return the log-odds that a hit is what its best sense says; `look` has seen it."""
    surface = hit.surface
    best, odds = surface.best, surface.odds
    if odds is None:
        odds = surface.odds = odds_of(surface, scene.cues)
    total = odds.given(scene.countries)
    if best.form == "adjective":
        return total + _adjective(hit, scene)
    total += hit.before + hit.person
    if surface.name in scene.cues.dated and _in_date(hit, scene):
        total += WEIGHTS["day or month beside its date"]
    if scene.cased:
        total += _case(hit, scene)
    else:
        if best.weak and best.kind not in STEADY and _governs_noun(hit, scene):
            total += WEIGHTS["weak name that governs a noun"]
        if best.kind in ("city", "admin") and _describes(hit, scene):
            total += WEIGHTS["agrees with the noun before"]
    if surface.name in scene.introduced:
        total += WEIGHTS["named with its class elsewhere"]
    if surface.name in scene.persons:
        total += WEIGHTS["a person's name elsewhere"]
    return total + _beside(hit, scene)


def _beside(hit: Hit, scene: Scene) -> float:
    """Return the weight of places that stand right beside a hit."""
    if hit.best.weak and hit.best.kind == "country" and _beside_state(hit, scene):
        return WEIGHTS["weak country beside a state"]
    covered = hit.first - 1 in scene.covered or hit.last + 1 in scene.covered
    return WEIGHTS["beside a known place"] if covered else 0.0


def _beside_state(hit: Hit, scene: Scene) -> bool:
    """Tell whether a state, or the body of one, stands right beside: «اتهمت ليبيا تشاد», «تشاد وبنين»."""
    return hit.first - 1 in scene.states or hit.last + 1 in scene.states or scene.after_body(hit.first)


def is_introduced(hit: Hit) -> bool:
    """Tell whether a noun of class stands before a hit («مدينة ...»)."""
    return hit.before == WEIGHTS["class before"]


def is_person(hit: Hit, scene: Scene) -> bool:
    """Tell whether the words beside a hit make it a part of a person's name."""
    if hit.person <= WEIGHTS["given name before"]:
        return True
    before = hit.first - 1
    return (
        scene.cased
        and hit.best.kind == "city"
        and hit.best.population < LARGE
        and scene.words.between(before) == " "
        and _unknown_capital(before, scene)
        and not scene.begins_sentence(before)
    )


def _adjective(hit: Hit, scene: Scene) -> float:
    """Return the weight of what stands around an adjective or demonym."""
    before = scene.traits(hit.first - 1) if scene.joined(hit.first - 1) else 0
    if before & traits.GIVEN and not hit.surface.clitic:
        return WEIGHTS["adjective after a given name"]
    if not hit.best.weak:
        return 0.0
    if hit.best.country in scene.countries:
        return WEIGHTS["adjective of a country named in the text"]
    if before & traits.HOLDER:
        return WEIGHTS["adjective after an office"]
    return WEIGHTS["adjective beside its noun"] if _agrees(hit, scene) and not before & traits.TITLE else 0.0


def _agrees(hit: Hit, scene: Scene) -> bool:
    """«القصف التركي»: tell whether both the adjective and the noun right before it have the Arabic article."""
    articles = hit.surface.name.startswith("ال") and scene.word(hit.first - 1).startswith("ال")
    return articles and hit.best.kind == "country" and scene.joined(hit.first - 1)


def _before(hit: Hit, index: int, scene: Scene) -> float:
    """Return the weight of the word before: a noun of class, a preposition."""
    seen = scene.traits(index)
    if not seen & traits.GOVERNS:
        return 0.0
    pair = f"{scene.word(index - 1)} {scene.word(index)}" if seen & traits.SECOND else ""
    if seen & traits.CLASS_BEFORE or pair in scene.cues.class_before:
        return WEIGHTS["class before"]
    if index < hit.first - 1:
        return 0.0
    if seen & traits.PREPOSITION or pair in scene.cues.preposition:
        return WEIGHTS["preposition"]
    if seen & traits.SPEECH and not scene.cased:
        if hit.best.kind == "country":
            return WEIGHTS["after a verb of speech"]
        if _is_little_known(hit):  # whom «قال» names is mostly a person
            return WEIGHTS["little known, after a verb of speech"]
    return WEIGHTS["weak preposition"] if seen & traits.WEAK_PREPOSITION else 0.0


def _governs_noun(hit: Hit, scene: Scene) -> bool:
    """Tell whether a word with the Arabic article follows a bare word: «مشهد العلاقات», the scene of, not Mashhad."""
    after = hit.last + 1
    if not scene.joined(hit.last) or after in scene.adjectives or scene.word(hit.last).startswith("ال"):
        return False
    return scene.word(after).startswith("ال") and not scene.traits(after) & traits.CALENDAR


def _is_little_known(hit: Hit) -> bool:
    """Tell whether a hit is a town or province that no curated list names."""
    best = hit.best
    return best.kind in ("city", "admin") and best.population < LARGE and best.prior < WELL_KNOWN


def _describes(hit: Hit, scene: Scene) -> bool:
    """Tell whether a name is the adjective of the noun before it: «الطاقة الذرية السلمية», not the town السلمية."""
    name, before = hit.surface.name, scene.word(hit.first - 1)
    if not (name.startswith("ال") and name.endswith("ية") and before.startswith("ال") and before.endswith("ة")):
        return False
    return (
        scene.joined(hit.first - 1)
        and not hit.clitic
        and hit.first - 1 not in scene.adjectives
        and not scene.traits(hit.first - 1) & traits.CLASS_BEFORE
    )


def _in_date(hit: Hit, scene: Scene) -> bool:
    """Tell whether a hit is a month or weekday in a date («روز دوشنبه», «8 آذار», «آب (أغسطس)»)."""
    days = any(scene.traits(hit.last + ahead) & traits.CALENDAR for ahead in (2, 3))  # «دوشنبه و سه شنبه»
    at_home = hit.best.country in scene.countries or (scene.word(hit.last + 1) == "و" and not days)
    if scene.cues.language == "fa" and not at_home and not _leads_to(hit.first - 1, scene):
        return True  # «دوشنبه در نیامی»: a weekday is a day, except after a preposition or in news of Tajikistan
    return any(
        scene.traits(index) & traits.CALENDAR or scene.word(index).isdecimal()
        for index, gap in ((hit.first - 1, hit.first - 1), (hit.last + 1, hit.last))
        if scene.words.between(gap) in _DATE_GAPS
    )


def _leads_to(index: int, scene: Scene) -> bool:
    """Tell whether the word before a name is a preposition or noun of class («در دوشنبه», «شهر دوشنبه»)."""
    return scene.joined(index) and bool(scene.traits(index) & (traits.CLASS_BEFORE | traits.PREPOSITION))


def _person(hit: Hit, index: int, scene: Scene) -> float:
    """Return the weight of titles, given names and name particles beside the hit."""
    seen = scene.traits(index)
    if not seen & traits.PERSONAL or _is_known_city(hit) or _names_its_class(hit, scene):
        return 0.0
    beside = index == hit.first - 1
    if beside and seen & traits.NAME_PART and not scene.cased:
        return WEIGHTS["part of a person's name"]
    given = beside and seen & traits.GIVEN and (not scene.cased or scene.capital(index))
    titled = seen & traits.TITLE or (not beside and seen & traits.OFFICE)
    if not given and not titled:
        return 0.0
    if hit.best.kind in STEADY or hit.surface.state:
        return WEIGHTS["title or given name before a country"]
    return WEIGHTS["given name before" if given else "title before"]


def _names_its_class(hit: Hit, scene: Scene) -> bool:
    """Tell whether a name of several words ends in a noun of class: nobody is called so («глава Курской области»)."""
    return hit.first != hit.last and bool(scene.traits(hit.last) & traits.CLASS_AFTER)


def _is_known_city(hit: Hit) -> bool:
    """Tell whether a hit is a large city or province of several words: nobody is called so («... شكري أديس أبابا»)."""
    if hit.first == hit.last:
        return False
    return hit.best.kind == "admin" or (hit.best.kind == "city" and hit.best.population > LARGE)


def _case(hit: Hit, scene: Scene) -> float:
    """Return the weight of capitals around the hit in languages that have them."""
    total = 0.0
    before, after = hit.first - 1, hit.last + 1
    if hit.best.weak and hit.best.kind in _WITH_ARTICLE and scene.word(before) == _ARTICLE:
        total += WEIGHTS["article before a weak name"]
    if scene.begins_sentence(hit.first):
        total += WEIGHTS["sentence begins"]
    elif hit.best.kind == "city" and scene.shouts(hit.first) and _is_little_known(hit):
        total += WEIGHTS["small place in capitals"]
    elif scene.joined(before) and _unknown_capital(before, scene) and not scene.begins_sentence(before):
        total += WEIGHTS["capitalised unknown word before"]
    if scene.words.between(before) in _INITIAL_GAPS and len(scene.word(before)) == 1 and scene.capital(before):
        total += WEIGHTS["initial before"]
    if not scene.joined(hit.last):
        return total
    if scene.traits(after) & traits.CLASS_AFTER:
        return total + WEIGHTS["class after"]
    if _unknown_capital(after, scene):
        total += WEIGHTS["capitalised unknown word after"]
        if scene.traits(hit.first) & traits.GIVEN:
            total += WEIGHTS["given name itself"]
    return total


def _unknown_capital(index: int, scene: Scene) -> bool:
    """Tell whether a word is capitalised and nothing that we know to stand beside places."""
    return not scene.traits(index) & traits.BESIDE and index not in scene.covered and scene.capital(index)
