"""How likely a bare string in running news is a place: from word frequencies, size and shape of the name.

A city of P inhabitants is named with a frequency that grows with P; how frequent the word really is, wordfreq says.
Where the word is far more frequent than a city of that size can explain, it is mostly something else.
"""

from __future__ import annotations

import math
from functools import cache

import wordfreq
from geo.text.fold import fold_name

#: Zipf frequency at which news would name a place of 1,000 inhabitants, and its growth for each factor of ten.
_BASE, _GROWTH = 1.9, 0.75
#: What a word that the lists do not know may still have.
_UNSEEN = 1.0
#: Endings and prefixes that common Arabic words take and place names hardly do.
_ARABIC_AFFIXES = ("ات", "ها", "هم", "ه", "ون", "ين", "نا", "هما")
_FREQUENT = 3.0
_MULTIWORD_CAP = 0.92


@cache
def _frequencies(language: str) -> dict[str, float]:
    """Return zipf frequencies of folded words: spellings that folding makes one are added up."""
    added: dict[str, float] = {}
    for word, frequency in wordfreq.get_frequency_dict(language, wordlist="best").items():
        folded = fold_name(word)
        added[folded] = added.get(folded, 0.0) + frequency
    return {word: round(math.log10(frequency) + 9, 2) for word, frequency in added.items()}


def zipf(word: str, language: str) -> float:
    """Return the zipf frequency of a folded word (0 if unknown, 6 is one in a thousand)."""
    return _frequencies(language).get(word, 0.0)


def expected_zipf(population: int) -> float:
    """Return how frequent in news a place of a size would be."""
    return _BASE + _GROWTH * (math.log10(max(population, 300)) - 3)


def inflected(word: str, language: str) -> int:
    """Count the inflected forms of a word that are frequent words themselves."""
    if language not in {"ar", "fa"}:
        return 0
    stem = word.removeprefix("ال") if language == "ar" else word
    forms = [stem + ending for ending in _ARABIC_AFFIXES]
    forms.append(stem if stem != word else "ال" + word)
    return sum(zipf(form, language) >= _FREQUENT for form in forms)


def place_prior(folded: str, language: str, population: int) -> float:
    """Return the prior of a folded name for a place of a population."""
    words = folded.replace("-", " ").split()
    if len(words) > 1:
        rarest = min(zipf(word, language) for word in words)
        return _MULTIWORD_CAP * _share(rarest - 2.0, expected_zipf(population))
    prior = _share(max(zipf(folded, language), _UNSEEN), expected_zipf(population))
    prior *= 0.85 ** max(0, inflected(folded, language) - 2)
    return prior * _length_factor(folded, population)


def _share(observed: float, expected: float) -> float:
    """Return the part of the observed uses that the place explains, allowing for one power of ten of luck."""
    odds = 10 ** (expected + 1.0 - observed)
    return odds / (1 + odds)


def _length_factor(folded: str, population: int) -> float:
    """Short strings are names less often; large places keep more of their prior."""
    length = len(folded)
    if length >= 5:
        return 1.0
    base = {1: 0.02, 2: 0.1, 3: 0.45, 4: 0.8}[length]
    return base + (1 - base) * min(1.0, max(0.0, (math.log10(max(population, 1)) - 4.5) / 2))
