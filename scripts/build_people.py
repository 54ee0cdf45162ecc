"""List given names and surnames by language: the cue that a place name beside them is part of a person's name.

From Faker's word lists (MIT) and, for Russian with all cases, the dictionary of pymorphy3 (MIT; data CC BY-SA 3.0 of
OpenCorpora). Writes ``data/built/lexicon/people.json``.
"""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path

import pymorphy3
import wordfreq

from geo.text.fold import fold_name

TARGET = Path(__file__).resolve().parent.parent / "data" / "built" / "lexicon" / "people.json"
LOCALES = {"ar": ("ar_AA", "ar_SA", "ar_PS"), "fa": ("fa_IR",), "ru": ("ru_RU",), "en": ("en_US", "en_GB", "en")}
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
    for word, tag, _normal, _para, _index in pymorphy3.MorphAnalyzer(lang="ru").dictionary.iter_known_words():
        if word in used and "Name" in tag and "sing" in tag:
            given.add(fold_name(word))
        elif word in used and "Surn" in tag and "Geox" not in tag:
            surnames.add(fold_name(word))
    return given, surnames


def main() -> None:
    """Write the lists."""
    people: dict[str, dict[str, list[str]]] = {}
    for language in LOCALES:
        given, surnames = faker_names(language, "first"), faker_names(language, "last")
        if language == "ru":
            more_given, more_surnames = russian_names()
            given |= more_given
            surnames |= more_surnames
        people[language] = {"given": sorted(given), "surnames": sorted(surnames - given)}
        print(language, len(given), len(surnames))
    TARGET.write_text(json.dumps(people, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
