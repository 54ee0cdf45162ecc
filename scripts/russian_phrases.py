"""Decline the Russian phrases of the word lists: offices, bodies, titles («министр иностранных дел», «первые леди»).

The noun and the adjectives before it (or right after it: «папа римский») take the case; what follows stays as it is.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pymorphy3

#: Cases by the names that pymorphy3 gives them.
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_DESCRIBING = frozenset({"ADJF", "PRTF"})
_AND = "и"


@cache
def _analyzer() -> Any:  # noqa: ANN401 - pymorphy3 has no types
    return pymorphy3.MorphAnalyzer(lang="ru")


def cases_of(phrase: str) -> dict[str, str]:
    """Return a phrase in every case; only the nominative where its first words cannot be declined.

    Parameters
    ----------
    phrase
        In the nominative, singular or plural.

    Returns
    -------
    dict
        Case -> phrase, in lower case but for the nominative.
    """
    words = phrase.split(" ")
    forms = {"nomn": phrase}
    head = _head(words)
    if head is None:
        return forms
    noun = _nominative(words[head], "NOUN") or _nominative(words[head], *_DESCRIBING)
    for case in CASES[1:]:
        declined = [_in_case(word, at, head, noun, case) for at, word in enumerate(words)]
        form = " ".join(str(word) for word in declined) if all(declined) else ""
        if form and not _is_particle(form):
            forms[case] = form
    return forms


def _head(words: list[str]) -> int | None:
    """Return the place of the noun that is declined: the first, adjectives passed over; a lone adjective serves."""
    for at, word in enumerate(words):
        if word == _AND and at:
            continue
        if _nominative(word, "NOUN") is not None:
            return at
        if _nominative(word, *_DESCRIBING) is None:
            return at - 1 if at else None  # «исполняющий обязанности»
    return 0 if _nominative(words[0], *_DESCRIBING) is not None else None


def _in_case(word: str, at: int, head: int, noun: Any, case: str) -> str | None:  # noqa: ANN401
    if at == head:
        living = {"anim"} if case == "accs" and noun.tag.POS in _DESCRIBING else set()
        form = noun.inflect({case} | living)
    elif at < head or (at == head + 1 and _follows(word, noun)):
        form = None if word == _AND else _agreeing(word, noun, case)
        if form is None and word == _AND:
            return word
    else:
        return word
    return form.word if form is not None else None


def _is_particle(form: str) -> bool:
    """Tell whether a form is rather a preposition or the like («после» for «посол»)."""
    return _analyzer().parse(form)[0].tag.POS in {"PREP", "CONJ", "PRCL", "ADVB"}


def _follows(word: str, noun: Any) -> bool:  # noqa: ANN401
    """Tell whether an adjective right behind its noun agrees with it («папа римский»), not with what follows."""
    reading = _nominative(word, *_DESCRIBING)
    return reading is not None and reading.tag.number == noun.tag.number and reading.tag.gender == noun.tag.gender


def _agreeing(word: str, noun: Any, case: str) -> Any:  # noqa: ANN401
    reading = _nominative(word, *_DESCRIBING)
    if reading is None:
        return None
    number = "plur" if "plur" in noun.tag else "sing"
    wanted = {case, number}
    if number == "sing" and noun.tag.gender:
        wanted.add(noun.tag.gender)
    if case == "accs" and (number == "plur" or noun.tag.gender == "masc"):
        wanted.add(noun.tag.animacy or "inan")
    return reading.inflect(wanted)


@cache
def _nominative(word: str, *parts: str) -> Any:  # noqa: ANN401
    """Return the likeliest nominative reading of a word as one of these parts of speech."""
    readings = [one for one in _analyzer().parse(word.lower()) if one.tag.POS in parts and "nomn" in one.tag]
    return max(readings, key=lambda one: ("sing" in one.tag, one.is_known, one.score), default=None)
