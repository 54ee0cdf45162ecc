"""Names and labels of GeoNames cities: their alternate names have no language, so letters and word lists decide."""

from __future__ import annotations

from collections.abc import Iterator

from geo.text.fold import fold_name

from gazetteer.model import LANGUAGES, City, Name
from gazetteer.priors import place_prior, zipf
from gazetteer.scripts import languages_of

#: From this population on, Latin alternate names that English word lists know are kept.
_ALTERNATES_FROM = 5_000
_SHORTEST_ALTERNATE = 4
#: A capital is in the news like a city this many times its size.
_CAPITAL_FACTOR = 10


def names_of(city: City, *, capital: bool) -> Iterator[Name]:
    """Yield the names of a city with the languages they may be of, each (language, folded name) once."""
    size = city.population * _CAPITAL_FACTOR if capital else city.population
    seen: set[tuple[str, str]] = set()
    for text in (city.name, *city.names):
        for language in languages_of(text):
            folded = fold_name(text)
            if not folded or (language, folded) in seen or not _wanted(text, folded, language, city):
                continue
            seen.add((language, folded))
            yield Name(f"geonames:{city.id}", text, language, place_prior(folded, language, size))


def _wanted(text: str, folded: str, language: str, city: City) -> bool:
    if len(folded) < 2 or text.isdecimal():
        return False
    if language != "en" or text == city.name or folded == fold_name(city.name):
        return True
    if city.population < _ALTERNATES_FROM or len(folded) < _SHORTEST_ALTERNATE or not text[0].isupper():
        return False
    return all(zipf(word, "en") > 0 for word in folded.replace("-", " ").replace("'", " ").split())


def label(city: City, names: list[Name]) -> None:
    """Set the labels of a city: for each language the name that the language's word list knows best."""
    city.labels.setdefault("en", city.name)
    for language in LANGUAGES:
        if language in city.labels:
            continue
        candidates = [name.text for name in names if name.language == language]
        if candidates:
            city.labels[language] = max(candidates, key=lambda text: _fitness(text, language))


def _fitness(text: str, language: str) -> tuple[float, bool, bool, str]:
    folded = fold_name(text)
    known = max((zipf(word, language) for word in folded.replace("-", " ").split()), default=0.0)
    own = languages_of(text)[:1] == (language,)
    return (known, own, language == "ru" and any(letter in folded for letter in "ыэ"), text)
