"""Tell in which of our languages a name without a language tag may be written, by its letters."""

from __future__ import annotations

import re

_ARABIC = re.compile(r"[\u0621-\u064a\u064b-\u0652\u0670\u0640پچژگکیۀٔ\u200c\s'’\-.،()ٱ]+")
_PERSIAN_ONLY = re.compile("[پچژگ]")
_PERSIAN_HINT = re.compile("[کی\u200c]")
_ARABIC_ONLY = re.compile("[ةىإأٱؤ]|^ال|\\bال")
_RUSSIAN = re.compile(r"[А-Яа-яЁё\s'’\-.()№0-9]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏʻʼ‘’ḀẠ-ỹ\s'\-.,()&/0-9]+")


def languages_of(name: str) -> tuple[str, ...]:
    """Return the languages that a name may be of, empty for scripts and letters that are none of ours."""
    if _LATIN.fullmatch(name):
        return ("en",)
    if _RUSSIAN.fullmatch(name):
        return ("ru",)
    if not _ARABIC.fullmatch(name):
        return ()
    if _PERSIAN_ONLY.search(name):
        return ("fa",)
    if _ARABIC_ONLY.search(name):
        return ("ar",)
    return ("fa", "ar") if _PERSIAN_HINT.search(name) else ("ar", "fa")
