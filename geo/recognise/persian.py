"""Spell out Persian verbs and nouns from the forms that a trigger list gives; words are folded (ی is ي, no ZWNJ)."""

from __future__ import annotations

from collections.abc import Iterator

from geo.records import Tense

#: Shortest word that takes the indefinite «ی» here: of shorter ones it makes adjectives («جنگی»).
_SHORTEST_INDEFINITE = 4
_PREFIX = "مي"


def verb(past: str, present: str = "") -> Iterator[tuple[str, Tense]]:
    """Yield (form, tense) of a verb: «فرستاد», «فرستادند», «فرستاده», «می‌فرستاد», «خواهد فرستاد», «می‌فرستد»."""
    head, _, last = past.rpartition(" ")
    head = f"{head} " if head else ""
    yield past, "past"
    if last.endswith(("د", "ت")) and not last.startswith(_PREFIX):
        for form in (last + "ند", last + "ه", last + "هاند", f"{last}ه اند", _PREFIX + last, f"{_PREFIX}{last}ند"):
            yield head + form, "past"
        for helper in ("خواهد", "خواهند"):
            yield f"{head}{helper} {last}", "future"
    if present:
        yield present, "present"
        if present.endswith("د"):
            yield present[:-1] + "ند", "present"


def noun(word: str) -> Iterator[tuple[str, bool]]:
    """Yield (form, whether it has a possessive ending) of a noun: plural, indefinite, ezafe, «سفرش»."""
    for ending in ("ها", "هاي", "هايي"):
        yield word + ending, False
        yield f"{word} {ending}", False
    if word.endswith(("ا", "و")):
        yield word + "ي", False
    elif word.endswith("ه"):
        yield word + "اي", False
    elif len(word) >= _SHORTEST_INDEFINITE:
        yield word + "ي", False
    for ending in ("اش", "ش", "شان"):
        yield word + ending, True
