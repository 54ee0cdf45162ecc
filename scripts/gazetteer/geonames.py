"""Names and labels of GeoNames cities: their alternate names have no language, so letters and word lists decide."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from gazetteer import arabic, persian, pinyin, russian
from gazetteer.model import LANGUAGES, City, Name
from gazetteer.priors import inflected, written, zipf
from gazetteer.scripts import languages_of
from geo.gazetteer.names import city_weight
from geo.text.fold import fold_name

#: From this population on, Latin alternate names that English word lists know are kept, from the next on all.
_KNOWN_FROM, _ALL_FROM = 5_000, 100_000
_SHORTEST_ALTERNATE = 4
_SHORTEST_UNKNOWN = 5
_SHORTEST = 2
#: An alif maqsura inside a word is a slip of the keyboard.
_MISPLACED = re.compile(r"ى\B")
_PERSIAN_LETTERS = str.maketrans("يىك", "ییک")
_ARABIC_LETTERS = str.maketrans("یک", "يك")
#: From this population on, a city without a name in Arabic letters gets one spelt out.
_SPELT_FROM = 100_000
#: A name that GeoNames lacks in a language is rarer in it than this.
_IN_USE = 3.5
#: From this population on, a city gets the spellings of the neighbour language and of the other letter for g.
_RESPELT_FROM = 20_000
#: Where places bear Arabic names, which Persian papers write without Arabic letters.
_ARAB = frozenset("AE BH DJ DZ EG EH IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE".split())  # noqa: SIM905
_MARKS = re.compile("[\u064b-\u0652]")
#: «لندن، أوهايو», "Springfield, Illinois", «Лондон (Огайо)»
_QUALIFIER = re.compile(r"\s*[،,(].*$")
#: What a name that is not the label has less: it gets a small part of the uses.
_ALTERNATE = 1.0
_BELOW_LABEL = 1.3
#: What a spelling of the label has less; it has at least so many consonants and at most so many letters more or less.
_RESPELT = 0.3
_SHORTEST_FRAME = 3
_MORE_LETTERS = 2
#: Names of provinces among those of their capitals.
_PROVINCE = re.compile("(?:область|губерния|провинция|округ)$|^(?:محافظة|استان|ولاية|إقليم) | (?:oblast|province)$")
#: What is left of the uses of an alternate name where it is the usual name of another place of note.
_SHARED = 0.15
_NOTED = 15_000
_VOWELS = re.compile("[اويىهةءئؤآ ]")
_G = re.compile("[غجقگ]")
#: What each further word takes from a name's frequency: words alone are more frequent than together.
_MORE_WORDS = 2.0
#: By how much a word may be more frequent than its city lets expect.
_LUCK = 1.0


def names_of(city: City, *, capital: bool) -> Iterator[Name]:
    """Set the labels of a city and yield its names with the languages they may be of."""
    candidates = list(_candidates(city))
    weight = city_weight(city.population, capital=capital)
    _label(city, candidates, city_weight(city.population))
    candidates += [*_derived(candidates), *_respelt(city), *_spelt_out(city)]
    for language, text in candidates:
        city.labels.setdefault(language, text)
    labels = {(language, fold_name(label)) for language, label in city.labels.items()}
    for language, text in candidates:
        if (language, fold_name(text)) in labels:
            expected = weight
        elif _is_respelling(text, language, city):
            expected = weight - _RESPELT
        else:
            expected = min(weight - _ALTERNATE, _rarer(city, language))
        yield Name(f"geonames:{city.id}", text, language, expected=expected)


def without_borrowed(names: list[Name], cities: Mapping[int, City], capitals: Collection[str | None]) -> list[Name]:
    """Return names, those marked down by which a place is called like another of note, or like a state.

    Chittagong was called Islamabad once, and Benin City is no Benin.
    """
    usual: dict[tuple[str, str], set[str]] = {}
    for city in cities.values():
        if city.population >= _NOTED or f"geonames:{city.id}" in capitals:
            for language, label in city.labels.items():
                usual.setdefault((language, fold_name(label)), set()).add(f"geonames:{city.id}")
    for name in names:
        if name.entity.startswith("country:") and name.form == 0:
            usual.setdefault((name.language, fold_name(name.text)), set()).add(name.entity)
    return [replace(name, share=_SHARED) if _is_borrowed(name, usual, cities) else name for name in names]


def _is_borrowed(name: Name, usual: dict[tuple[str, str], set[str]], cities: Mapping[int, City]) -> bool:
    owners = usual.get((name.language, fold_name(name.text)), set())
    if name.prior is not None or not owners or name.entity in owners or not name.entity.startswith("geonames:"):
        return False
    city = cities.get(int(name.entity.removeprefix("geonames:")))
    return city is not None and fold_name(city.labels.get(name.language, "")) != fold_name(name.text)


def _is_respelling(text: str, language: str, city: City) -> bool:
    """Tell whether a name only spells the label's vowels or g otherwise: لاجوس beside لاغوس, ميونيخ beside ميونخ.

    It must not be much more frequent than the English name: else it is a word of its own (جنان is no Jinan).
    """
    label = fold_name(city.labels.get(language, ""))
    folded = fold_name(text)
    if language not in {"ar", "fa"} or city.population < _ALL_FROM or abs(len(label) - len(folded)) > _MORE_LETTERS:
        return False
    frame = _frame(folded)
    known = zipf(fold_name(city.labels["en"]), "en")
    return len(frame) >= _SHORTEST_FRAME and frame == _frame(label) and zipf(folded, language) <= known + 1.0


def _frame(folded: str) -> str:
    """Return the consonants of a folded name; the letters that write a foreign g count as one."""
    return _G.sub("g", _VOWELS.sub("", folded))


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
    for full in (city.name, plain, *sorted(city.names, key=_spelt_worse)):
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
            yield from (("ar", name) for name in derived if fold_name(name) not in known and not _is_word(name, "ar"))


def _respelt(city: City) -> Iterator[tuple[str, str]]:
    """Yield «مهره» for an Arab city «المهرة» in Persian; «هامبورج» beside «هامبورغ», as half of the papers write."""
    label = city.labels.get("ar", "")
    if not label or city.population < _RESPELT_FROM:
        return
    if city.country in _ARAB:
        spelt = [("fa", text) for text in persian.from_arabic(label)]
    else:
        spelt = [("ar", text) for text in arabic.with_other_g(label, city.labels["en"])]
    yield from ((language, text) for language, text in spelt if not _is_word(text, language))


def _spelt_out(city: City) -> Iterator[tuple[str, str]]:
    """Yield Chinese cities of note as Arabic and Persian papers write them, where GeoNames has no such name."""
    if city.country != "CN" or city.population < _SPELT_FROM:
        return
    for language in ("ar", "fa"):
        text = pinyin.transliterate(city.labels["en"], language)
        if text and language not in city.labels and not _is_word(text, language):
            yield language, text


def _is_word(spelt: str, language: str) -> bool:
    """Tell whether a name that we spelt ourselves is in use: then it is another word (بيان is no Bei'an)."""
    return zipf(fold_name(spelt), language) > _IN_USE


def _wanted(text: str, folded: str, language: str, city: City) -> bool:
    if len(folded) < _SHORTEST or text.isdecimal() or _PROVINCE.search(folded):
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
        if language == "ru" and city.population >= _ALL_FROM:
            own = _nominatives(own)
        if own and language not in city.labels:
            best = max(own, key=lambda text, lang=language: _fitness(text, lang, expected))
            city.labels[language] = _in_letters_of(language, _MARKS.sub("", best))


def _nominatives(names: list[str]) -> list[str]:
    """Leave out names that stand in an oblique case: «Киншасе» beside «Киншаса»."""
    return [name for name in names if not russian.is_oblique(name)] or names


def _spelt_worse(name: str) -> tuple[bool, float, str]:
    """Sort the better of spellings that folding makes one first: «دبي» before «دبى», both are in use."""
    used = max((written(name, language) for language in languages_of(name)), default=0.0)
    return (bool(_MISPLACED.search(name)), -used, name)


def _in_letters_of(language: str, text: str) -> str:
    """Return a label in the letters that its language writes."""
    if language == "fa":
        return text.translate(_PERSIAN_LETTERS)
    return text.translate(_ARABIC_LETTERS) if language == "ar" else text


def _fitness(text: str, language: str, expected: float) -> tuple[float, bool, bool, str]:
    """Rank candidates for a label: frequent, but not more than such a city explains; in the language's own letters."""
    folded = fold_name(text)
    words = folded.replace("-", " ").split()
    known = min((zipf(word, language) for word in words), default=0.0) - _MORE_WORDS * (len(words) - 1)
    excess = max(0.0, known - expected - _LUCK)
    own = languages_of(text)[:1] == (language,)
    common = excess * 2 + inflected(folded, language) / 2
    return (known - common, own, language == "ru" and any(letter in folded for letter in "ыэ"), text)
