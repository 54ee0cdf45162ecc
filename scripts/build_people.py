"""List given names and surnames by language: the cue that a place name beside them is part of a person's name.

From Faker's word lists (MIT) and, for Russian with all cases, the dictionary of pymorphy3 (MIT; data CC BY-SA 3.0 of
OpenCorpora). Writes ``data/built/lexicon/people.json``.
"""

from __future__ import annotations

import importlib
import json
import re

import pymorphy3
import wordfreq
from folders import BUILT

from geo.text.fold import fold_name

TARGET = BUILT / "lexicon" / "people.json"
LOCALES = {"ar": ("ar_AA", "ar_SA", "ar_PS"), "fa": ("fa_IR",), "ru": ("ru_RU",), "en": ("en_US", "en_GB", "en")}
#: A given name more frequent than this (share of all words) is left to the curated lists.
COMMON = 10**-4.7
_WORD = re.compile(r"[^\W\d_]{2,}")


def faker_names(language: str, kind: str) -> set[str]:
    """Return folded single-word names of a kind (``first`` or ``last``) of all locales of a language."""
    found: set[str] = set()
    for locale in LOCALES[language]:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            if attribute.startswith(f"{kind}_names"):
                found.update(fold_name(name) for name in getattr(provider, attribute))
    return {name for name in found if _WORD.fullmatch(name)}


def russian_names() -> tuple[set[str], set[str]]:
    """Return given names and surnames in the cases in which texts use them."""
    given, surnames = set(), set()
    used = wordfreq.get_frequency_dict("ru", wordlist="best")
    analyzer = pymorphy3.MorphAnalyzer(lang="ru")
    for word, tag, _normal, _para, _index in analyzer.dictionary.iter_known_words():
        if word not in used or not ("Name" in tag or "Surn" in tag):
            continue
        best = analyzer.parse(word)[0].tag
        if "Name" in best and "sing" in best:
            given.add(fold_name(word))
        elif "Surn" in best:
            surnames.add(fold_name(word))
    return given, surnames


def uncommon(names: set[str], language: str) -> set[str]:
    """Drop what is mostly another word (Will, May, كبير): the word lists of the lexicon name the common names."""
    frequency: dict[str, float] = {}
    for word, share in wordfreq.get_frequency_dict(language, wordlist="best").items():
        frequency[fold_name(word)] = frequency.get(fold_name(word), 0.0) + share
    return {name for name in names if frequency.get(name, 0.0) < COMMON}


def main() -> None:
    """Write the lists."""
    people: dict[str, dict[str, list[str]]] = {}
    for language in LOCALES:
        given, surnames = faker_names(language, "first"), faker_names(language, "last")
        given = uncommon(given, language)
        if language == "ru":
            given, more_surnames = russian_names()
            surnames |= more_surnames
        people[language] = {"given": sorted(given), "surnames": sorted(surnames - given)}
        print(language, len(given), len(surnames))
    TARGET.write_text(json.dumps(people, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
