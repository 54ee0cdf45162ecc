"""Persian forms of names and adjectives: ezafe, plurals, joined and spaced spellings."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.arabic import Variant

_JOINER = "\u200c"
_LOOSE = 0.9
_VOWELS = ("ا", "و")
#: «همتای آلمانی‌اش»
_POSSESSIVES = ("اش", "شان")
_PLURALS = ("ها", "های", "هایی")


def name_forms(name: str) -> Iterator[Variant]:
    """Yield a name, its ezafe after a vowel, and its spellings with and without spaces."""
    for spelling, sureness in _spellings(name):
        yield spelling, sureness
        if spelling.endswith(_VOWELS):
            yield spelling + "ی", sureness
        elif spelling.endswith("ه"):
            yield spelling + "ی", sureness * _LOOSE


def adjective_forms(adjective: str) -> Iterator[Variant]:
    """Yield an adjective or noun of people with its plurals."""
    for spelling, sureness in _spellings(adjective):
        yield spelling, sureness
        for possessive in _POSSESSIVES:
            yield f"{spelling}{_JOINER}{possessive}", sureness
        for plural in _PLURALS:
            yield spelling + plural, sureness
            yield f"{spelling} {plural}", sureness
        if spelling.endswith("ی"):
            yield spelling + "ان", sureness


def _spellings(name: str) -> Iterator[Variant]:
    """Yield a name as it is, with spaces for joiners, and joined up."""
    yield name, 1.0
    if _JOINER in name:
        yield name.replace(_JOINER, " "), 1.0
    if name.count(" ") == 1 and _JOINER not in name:
        yield name.replace(" ", ""), _LOOSE


def from_arabic(name: str) -> Iterator[str]:
    """Yield how Persian papers write an Arabic name: ه for ة, no hamza at the end, with and without its article."""
    plain = name.replace("ة", "ه").replace("ى", "ی").replace("ي", "ی").replace("ك", "ک").removesuffix("ء")
    if plain != name:
        yield plain
    bare = plain.removeprefix("ال")
    if bare != plain:
        yield bare
