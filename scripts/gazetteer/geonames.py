"""Names and labels of GeoNames cities: their alternate names have no language, so letters and word lists decide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gazetteer import arabic
from gazetteer.model import LANGUAGES, City, Name
from gazetteer.priors import inflected, zipf
from gazetteer.scripts import languages_of
from geo.gazetteer.names import city_weight
from geo.text.fold import fold_name

#: From this population on, Latin alternate names that English word lists know are kept, from the next on all.
_KNOWN_FROM, _ALL_FROM = 5_000, 100_000
_SHORTEST_ALTERNATE = 4
_SHORTEST_UNKNOWN = 5
_SHORTEST = 2
_MARKS = re.compile("[\u064b-\u0652]")
#: «لندن، أوهايو», "Springfield, Illinois", «Лондон (Огайо)»
_QUALIFIER = re.compile(r"\s*[،,(].*$")
#: What a name that is not the label has less: it gets a small part of the uses.
_ALTERNATE = 1.0
_BELOW_LABEL = 1.3
#: What each further word takes from a name's frequency: words alone are more frequent than together.
_MORE_WORDS = 2.0
#: By how much a word may be more frequent than its city lets expect.
_LUCK = 1.0


def names_of(city: City, *, capital: bool) -> Iterator[Name]:
    """Set the labels of a city and yield its names with the languages they may be of."""
    candidates = list(_candidates(city))
    weight = city_weight(city.population, capital=capital)
    _label(city, candidates, city_weight(city.population))
    candidates += list(_derived(candidates))
    labels = {(language, fold_name(label)) for language, label in city.labels.items()}
    for language, text in candidates:
        main = (language, fold_name(text)) in labels
        expected = weight if main else min(weight - _ALTERNATE, _rarer(city, language))
        yield Name(f"geonames:{city.id}", text, language, expected=expected)


def _rarer(city: City, language: str) -> float:
    """Return how frequent an alternate name may be: it cannot be used more for the city than the label is."""
    known = zipf(fold_name(city.labels.get(language, "")), language)
    return known - _BELOW_LABEL if known else float("inf")


def _candidates(city: City) -> Iterator[tuple[str, str]]:
    """Yield (language, name), each folded name of a language once, and all its vocalised spellings."""
    seen: set[tuple[str, str, str]] = set()
    # کرمان is an Arabic name too, unless there is one without Persian letters: وین is not, for there is فيينا.
    arabic_known = any(languages_of(name)[:1] == ("ar",) for name in city.names)
    plain = re.sub("[‘’ʻʼ'`]", "", city.name)
    for full in (city.name, plain, *city.names):
        text = _QUALIFIER.sub("", full)
        for language in languages_of(text):
            key = (language, fold_name(text))
            marked = text if _MARKS.search(text) else ""
            if language == "ar" and languages_of(text)[0] == "fa" and arabic_known:
                continue
            if (*key, marked) not in seen and _wanted(text, key[1], language, city):
                seen.add((*key, marked))
                yield language, text


def _derived(candidates: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield how Arabic newspapers would write a city that GeoNames names in Persian letters only."""
    known = {fold_name(text) for language, text in candidates if language == "ar"}
    for language, text in candidates:
        if language == "fa":
            derived = (spelling for spelling, _ in arabic.from_persian(text))
            yield from (("ar", spelling) for spelling in derived if fold_name(spelling) not in known)


def _wanted(text: str, folded: str, language: str, city: City) -> bool:
    if len(folded) < _SHORTEST or text.isdecimal():
        return False
    if language != "en" or folded in {fold_name(city.name), fold_name(re.sub("[‘’ʻʼ'`]", "", city.name))}:
        return True
    if city.population < _KNOWN_FROM or len(folded) < _SHORTEST_ALTERNATE or not text[0].isupper():
        return False
    if city.population >= _ALL_FROM and len(folded) >= _SHORTEST_UNKNOWN:
        return True
    return all(zipf(word, "en") > 0 for word in folded.replace("-", " ").replace("'", " ").split())


def _label(city: City, candidates: list[tuple[str, str]], expected: float) -> None:
    """Set the labels: for each language the name that its word list knows best as a name of such a city."""
    city.labels.setdefault("en", city.name)
    for language in LANGUAGES:
        own = [text for tongue, text in candidates if tongue == language]
        if own and language not in city.labels:
            city.labels[language] = _MARKS.sub(
                "", max(own, key=lambda text, lang=language: _fitness(text, lang, expected))
            )


def _fitness(text: str, language: str, expected: float) -> tuple[float, bool, bool, str]:
    """Rank candidates for a label: frequent, but not more than such a city explains; in the language's own letters."""
    folded = fold_name(text)
    words = folded.replace("-", " ").split()
    known = min((zipf(word, language) for word in words), default=0.0) - _MORE_WORDS * (len(words) - 1)
    excess = max(0.0, known - expected - _LUCK)
    own = languages_of(text)[:1] == (language,)
    common = excess * 2 + inflected(folded, language) / 2
    return (known - common, own, language == "ru" and any(letter in folded for letter in "ыэ"), text)
