"""Russian forms: every case of a name, every case, gender and number of an adjective, through pymorphy3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pymorphy3

from gazetteer.arabic import Variant

_CASES = ("gent", "datv", "accs", "ablt", "loct")
_PREPOSITIONS = frozenset("на в во над под при у за де ла ле".split())  # noqa: SIM905
_AND = "и"
#: Parts of speech that agree with the noun: «Гавайские», «Соединённые».
_AGREE = frozenset(("ADJF", "PRTF"))
#: Case endings of foreign names in a consonant and in -а that the dictionary misjudges (Кэсон, Кирьят-Шмона).
_REGULAR = {"gent": ("а", "ы"), "datv": ("у", "е"), "accs": ("", "у"), "ablt": ("ом", "ой"), "loct": ("е", "е")}
#: After these «и» stands for «ы».
_HUSHING = "гкхжчшщ"
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
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
    found = (form for case in _CASES for form in _in_case(words, case))
    yield from ((form, 1.0) for form in dict.fromkeys(found) if form != name)


def _in_case(words: list[str], case: str) -> Iterator[str]:
    """Yield what a name may be in a case.

    «Босния и Герцеговина» declines both; «Мыс Доброй Надежды» its first noun only, «сектор Газа» either or both.
    """
    if _AND in words[1:-1]:
        place = words.index(_AND, 1)
        first, second = words[: place - 1], words[place + 2 :]
        yield f"{_declined(first, case) or ''.join(first)} {_AND} {_declined(second, case) or ''.join(second)}"
        return
    usual = _declined(words, case)
    if usual:
        yield usual
    if " " not in words and (usual is None or not usual.lower().startswith(words[0].lower().rstrip("а"))):
        yield from _regular("".join(words), case)
    if usual is None and "-" in words and " " not in words:  # Гвинея-Бисау
        head = _declined(words[:1], case)
        if head:
            yield head + "".join(words[1:])
    noun = _class_noun(words)
    if noun is None:
        return
    head, rest = _declined(words[: noun + 1], case), words[noun + 2 :]
    if head:
        yield f"{head} {''.join(rest)}"
        yield f"{head} {_declined(rest, case) or ''.join(rest)}"


def _class_noun(words: list[str]) -> int | None:
    """Return the place of a common noun (остров, штаты) that others follow, adjectives before it passed over."""
    places = [i for i, w in enumerate(words[:-2]) if w not in {" ", "-", ""}]
    place = next((i for i in places if not _is_adjective(words[i].lower())), None)
    if place is None or words[place + 1] != " ":
        return None
    readings = (p.tag for p in _analyzer().parse(words[place].lower()) if p.is_known and "nomn" in p.tag)
    return place if any("NOUN" in tag and not {"Geox", "Name", "Surn"} & tag.grammemes for tag in readings) else None


def _regular(word: str, case: str) -> Iterator[str]:
    """Yield a form with the plain ending."""
    if word[-1] in _CONSONANTS:
        yield word + _REGULAR[case][0]
    elif word[-1] == "а":
        soft = case == "gent" and word[-2:-1] in _HUSHING
        yield word[:-1] + ("и" if soft else _REGULAR[case][1])


def person_forms(name: str) -> Iterator[Variant]:
    """Yield the name of a person in all cases: given names and surnames decline, each by its own pattern."""
    yield name, 1.0
    words = name.split(" ")
    readings = [_person_reading(word.lower()) for word in words]
    feminine = next(("femn" in reading.tag for reading in readings if reading is not None), False)
    forms = (" ".join(_person_word(word, case, feminine=feminine) for word in words) for case in _CASES)
    yield from ((form, 1.0) for form in dict.fromkeys(forms) if form != name)


def _person_reading(word: str, gender: str | None = None) -> Any:  # noqa: ANN401
    """Return the reading of a word as a given name, patronymic or surname, of a gender where one is given."""
    found = (p for p in _analyzer().parse(word) if "nomn" in p.tag and "sing" in p.tag)
    named = (p for p in found if {"Name", "Patr", "Surn"} & p.tag.grammemes)
    return next((p for p in named if gender is None or gender in p.tag), None)


def _person_word(word: str, case: str, *, feminine: bool) -> str:
    """Return a part of a person's name in a case; foreign surnames in a consonant decline for men only."""
    reading = _person_reading(word.lower(), "femn" if feminine else "masc")
    form = reading.inflect({case}) if reading is not None else None
    if form is not None:
        return str(form.word)
    if not feminine and word[-1] in _CONSONANTS and word[:1].isupper():
        return word + (_REGULAR["gent"][0] if case == "accs" else _REGULAR[case][0])
    return next(_regular(word, case), word) if word.endswith("а") else word


def is_common(word: str) -> bool:
    """Tell whether the dictionary knows a folded form as a word that names no place or person."""
    names = {"Geox", "Name", "Surn", "Patr"}
    return any(reading.is_known and not names & reading.tag.grammemes for reading in _analyzer().parse(word))


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
    parse = next((p for p in _analyzer().parse(word) if p.tag.POS in _AGREE and "nomn" in p.tag), None)
    if parse is None:
        return None
    wanted = grammemes | ({noun.tag.gender} if "sing" in grammemes and noun.tag.gender else set())
    if "accs" in wanted:  # places are inanimate: this matters for masculine and plural adjectives
        wanted = wanted | {"inan"} if "plur" in wanted or noun.tag.gender == "masc" else wanted
    return parse.inflect(wanted)


def _is_adjective(word: str) -> bool:
    return bool(_ADJECTIVE.fullmatch(word)) and any(p.tag.POS in _AGREE for p in _analyzer().parse(word))


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
