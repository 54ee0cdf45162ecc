"""Arabic forms of names and nisba adjectives."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: A form and by how much it is less sure than the name itself.
Variant = tuple[str, float]
#: Endings of a nisba (masculine singular ends in ي): feminine, plurals, duals, accusative.
_ENDINGS = ("", "ة", "ون", "ين", "ات", "ا", "ان", "تان", "تين")
_LOOSE = 0.9
_HARD_G = re.compile("g(?![eiy])")


def name_forms(name: str) -> Iterator[Variant]:
    """Yield a name and the spellings that hurried writers use for it."""
    yield name, 1.0
    if name.endswith("ة"):
        yield name[:-1] + "ه", _LOOSE
    if "ة " in name:
        yield name.replace("ة ", "ه "), _LOOSE


def adjective_forms(adjective: str) -> Iterator[Variant]:
    """Yield the forms of an adjective in all genders, numbers and states; each word of it agrees."""
    words = adjective.split()
    if len(words) > 1 and words[-1].endswith("ي") and not words[0].endswith("ي"):
        yield from _compound_forms(" ".join(words[:-1]), words[-1])
        return
    if not all(word.endswith("ي") for word in words):
        yield from noun_forms(adjective)
        return
    for ending in _ENDINGS:
        bare = [word + ending for word in words]
        yield " ".join(bare), 1.0
        if ending != "ا":
            yield " ".join("ال" + word for word in bare), 1.0
        if ending == "ة":
            yield " ".join(word[:-1] + "ه" for word in bare), _LOOSE
            yield " ".join("ال" + word[:-1] + "ه" for word in bare), _LOOSE


def _compound_forms(first: str, last: str) -> Iterator[Variant]:
    """Yield the forms of «جنوب أفريقي»: the first word only takes the article, the last all endings."""
    for ending in _ENDINGS:
        if ending == "ا":  # «جنوب أفريقيا» is the state
            continue
        yield f"{first} {last}{ending}", 1.0
        yield f"ال{first} {last}{ending}", 1.0
        yield f"ال{first} ال{last}{ending}", _LOOSE


def noun_forms(noun: str) -> Iterator[Variant]:
    """Yield a noun of people (روس، أتراك) with and without its article."""
    yield noun, 1.0
    if not noun.startswith("ال"):
        yield " ".join("ال" + word for word in noun.split()), 1.0


def from_persian(name: str) -> Iterator[Variant]:
    """Yield how Arabic newspapers write a Persian name whose letters Arabic lacks."""
    plain = name.replace("پ", "ب").replace("چ", "تش").replace("ژ", "ج")
    for letter in ("غ", "ج", "ك") if "گ" in plain else ("",):
        yield plain.replace("گ", letter), 0.7


def with_other_g(name: str, english: str) -> Iterator[str]:
    """Yield a foreign name with the other letters that Arabic papers use for its g: هامبورغ, هامبورج."""
    if "g" not in english.lower():
        return
    if "غ" in name:
        yield name.replace("غ", "ج")
    elif "ج" in name and _HARD_G.search(english.lower()) and "j" not in english.lower():
        yield name.replace("ج", "غ")
