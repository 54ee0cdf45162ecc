"""How likely a bare string in running news is a place: from word frequencies, size and shape of the name.

A city of P inhabitants is named with a frequency that grows with P; how frequent the word really is, wordfreq says.
Where the word is far more frequent than a city of that size can explain, it is mostly something else. Zipf
frequencies are used throughout: log10 of occurrences in a thousand million words.
"""

from __future__ import annotations

import json
import math
from functools import cache

import wordfreq
from folders import BUILT

from geo.gazetteer.names import city_weight
from geo.text.fold import fold_name

#: What a word that the lists do not know may still have; the Persian list is short.
_UNSEEN = {"ar": 1.0, "fa": 2.2, "ru": 1.0, "en": 1.0}
#: By how much a place may be more in the news than its size lets expect before we doubt.
_LUCK = 1.0
#: What is taken off for a word that is also a given name or surname, and for an inflected form.
_PERSON = 1.0
_INFLECTED = 0.4
#: Endings that common Arabic words take and place names hardly do.
_ARABIC_AFFIXES = ("ات", "ها", "هم", "ه", "ون", "ين", "نا", "هما")
_FREQUENT = 3.0
_USUAL_INFLECTED = 2
_MULTIWORD_CAP = 0.92
#: No name is as sure as one that a person listed (`geo.recognise.odds.WELL_KNOWN`): rare strings are persons, too.
_CAP = 0.93
#: A word of several may be this much more frequent than the whole name.
_PART = 2.0
#: Factor of names of one to four letters.
_SHORT = {1: 0.02, 2: 0.1, 3: 0.45, 4: 0.8}


@cache
def _frequencies(language: str) -> dict[str, float]:
    """Return zipf frequencies of folded words: spellings that folding makes one are added up."""
    added: dict[str, float] = {}
    for word, frequency in wordfreq.get_frequency_dict(language, wordlist="best").items():
        folded = fold_name(word)
        added[folded] = added.get(folded, 0.0) + frequency
    return {word: round(math.log10(frequency) + 9, 2) for word, frequency in added.items()}


@cache
def _persons(language: str) -> frozenset[str]:
    """Return folded given names and surnames."""
    lists = json.loads((BUILT / "lexicon" / "people.json").read_bytes()).get(language, {})
    return frozenset(word for words in lists.values() for word in words)


def zipf(word: str, language: str) -> float:
    """Return the zipf frequency of a folded word (0 if unknown, 6 is one in a thousand)."""
    return _frequencies(language).get(word, 0.0)


def written(name: str, language: str) -> float:
    """Return the zipf frequency of a word as it is spelt, before folding."""
    return _spelt(language).get(name.lower(), 0.0)


@cache
def _spelt(language: str) -> dict[str, float]:
    return {
        word: round(math.log10(share) + 9, 2)
        for word, share in wordfreq.get_frequency_dict(language, wordlist="best").items()
    }


def is_person_name(word: str, language: str) -> bool:
    """Tell whether a folded word is a given name or surname."""
    return word in _persons(language)


def inflected(word: str, language: str) -> int:
    """Count the inflected forms of a word that are frequent words themselves."""
    if language != "ar":
        return 0
    stem = word.removeprefix("ال")
    forms = [stem + ending for ending in _ARABIC_AFFIXES]
    forms.append(stem if stem != word else "ال" + word)
    return sum(zipf(form, language) >= _FREQUENT for form in forms)


def place_prior(folded: str, language: str, expected: float, *, base: bool = True) -> float:
    """Return the prior of a folded name.

    Parameters
    ----------
    folded, language
        The form as it stands in a text.
    expected
        Zipf frequency at which news would use the name for its place.
    base
        False for an inflected form of the name.
    """
    if not base:
        expected -= _INFLECTED
    words = folded.replace("-", " ").split()
    if len(words) > 1:
        rarest = min(zipf(word, language) for word in words)
        return _MULTIWORD_CAP * _share(rarest - _PART, expected)
    if is_person_name(folded, language):
        expected -= _PERSON
    prior = _share(max(zipf(folded, language), _UNSEEN[language]), expected)
    prior *= 0.85 ** max(0, inflected(folded, language) - _USUAL_INFLECTED)
    return min(_CAP, prior * _length_factor(folded, expected))


def _share(observed: float, expected: float) -> float:
    """Return the part of the observed uses that the place explains, allowing for some luck."""
    odds = 10 ** (expected + _LUCK - observed)
    return float(odds / (1 + odds))


def _length_factor(folded: str, expected: float) -> float:
    """Short strings are names less often; much-named places keep more of their prior."""
    base = _SHORT.get(len(folded), 1.0)
    well_known = city_weight(30_000), city_weight(3_000_000)
    return base + (1 - base) * min(1.0, max(0.0, (expected - well_known[0]) / (well_known[1] - well_known[0])))
