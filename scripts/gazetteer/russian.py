"""Russian forms: every case of a name, every case, gender and number of an adjective, through pymorphy3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pymorphy3

from gazetteer.arabic import Variant

_CASES = ("gent", "datv", "accs", "ablt", "loct")
_PREPOSITIONS = frozenset("на в во над под при у за о об и де ла ле эль аль эд эн эс эт эз эр".split())  # noqa: SIM905
_ADJECTIVE = re.compile(r".*(?:[ыи]й|ая|яя|ое|ее|ые|ие|ой)$")


@cache
def _analyzer() -> Any:  # noqa: ANN401 - pymorphy3 has no types
    return pymorphy3.MorphAnalyzer(lang="ru")


def name_forms(name: str) -> Iterator[Variant]:
    """Yield a name in all cases; adjectives before (or after) its noun agree, what follows a preposition stays."""
    yield name, 1.0
    if name.isupper() or not re.search("[а-яё]", name.lower()):
        return
    words = re.split(r"([ -])", name)
    for case in _CASES:
        declined = _declined(words, case)
        if declined and declined != name:
            yield declined, 1.0


def adjective_forms(adjective: str) -> Iterator[Variant]:
    """Yield every form of an adjective or a noun of people."""
    head, dash, last = adjective.rpartition("-")
    prefix = head + dash
    parse = _parse(last.lower(), plural=False)
    yield adjective, 1.0
    if parse is None:
        return
    for form in parse.lexeme:
        if not {"Supr", "COMP", "ADJS"} & set(form.tag.grammemes) and form.word != last.lower():
            yield prefix + form.word, 1.0


def is_oblique(name: str) -> bool:
    """Tell whether the dictionary knows a word only as an oblique case of another."""
    readings = _analyzer().parse(name.lower())
    return all(reading.is_known and "nomn" not in reading.tag for reading in readings)


def _declined(words: list[str], case: str) -> str | None:
    """Return the words of a name in a case, None if its head cannot be declined."""
    head = _head(words)
    if head is None:
        return None
    noun = _parse(words[head].lower(), plural=True)
    if noun is None:
        return None
    grammemes = {case} | ({"plur"} if "plur" in noun.tag else {"sing"})
    out = list(words)
    for place, word in enumerate(words):
        lower = word.lower()
        if place == head:
            form = noun.inflect({case})
        elif place < head or (place == head + 2 and _is_adjective(lower)):
            form = _agreeing(lower, noun, grammemes) if _is_adjective(lower) else None
        else:
            continue
        if form is not None:
            out[place] = form.word
        elif place == head:
            return None
    return "".join(out)


def _agreeing(word: str, noun: Any, grammemes: set[str]) -> Any:  # noqa: ANN401
    parse = next((p for p in _analyzer().parse(word) if "ADJF" in p.tag and "nomn" in p.tag), None)
    if parse is None:
        return None
    wanted = grammemes | ({noun.tag.gender} if "sing" in grammemes and noun.tag.gender else set())
    if "accs" in wanted:  # places are inanimate: this matters for masculine and plural adjectives
        wanted = wanted | {"inan"} if "plur" in wanted or noun.tag.gender == "masc" else wanted
    return parse.inflect(wanted)


def _is_adjective(word: str) -> bool:
    return bool(_ADJECTIVE.fullmatch(word)) and any("ADJF" in p.tag for p in _analyzer().parse(word))


def _head(words: list[str]) -> int | None:
    """Return the place of the word that is declined: the last before a preposition that is no mere adjective."""
    stop = next((i for i, w in enumerate(words) if i and w.lower() in _PREPOSITIONS), len(words))
    places = [i for i, w in enumerate(words[:stop]) if w not in {" ", "-", ""}]
    nouns = [i for i in places if not _is_adjective(words[i].lower())]
    if nouns:
        return nouns[-1]
    return places[-1] if places else None


@cache
def _parse(word: str, *, plural: bool) -> Any:  # noqa: ANN401
    """Return the best nominative reading of a word: a known place name first, then a noun, then an adjective."""
    readings = [p for p in _analyzer().parse(word) if "nomn" in p.tag and ("sing" in p.tag or plural)]
    readings = [p for p in readings if p.normal_form and p.tag.POS in {"NOUN", "ADJF"} and "Fixd" not in p.tag]
    return max(readings, key=_likelihood, default=None)


def _likelihood(parse: Any) -> tuple[bool, bool, bool, float]:  # noqa: ANN401
    tag = parse.tag
    return ("Geox" in tag, "sing" in tag, tag.POS == "NOUN", parse.score)
