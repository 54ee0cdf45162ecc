"""Chinese names in Arabic and Persian letters, from pinyin, syllable by syllable as news agencies write them."""

from __future__ import annotations

import re
import unicodedata

_INITIALS = {
    "zh": ("تش", "ژ"), "ch": ("تش", "چ"), "sh": ("ش", "ش"), "b": ("ب", "ب"), "p": ("ب", "پ"), "m": ("م", "م"),
    "f": ("ف", "ف"), "d": ("د", "د"), "t": ("ت", "ت"), "n": ("ن", "ن"), "l": ("ل", "ل"), "g": ("غ", "گ"),
    "k": ("ك", "ک"), "h": ("ه", "ه"), "j": ("ج", "ج"), "q": ("تش", "چ"), "x": ("ش", "ش"), "r": ("ر", "ر"),
    "z": ("ز", "ز"), "c": ("تس", "تس"), "s": ("س", "س"), "y": ("ي", "ی"), "w": ("و", "و"), "": ("", ""),
}  # fmt: skip
_FINALS = {
    "iang": "يانغ", "iong": "يونغ", "uang": "وانغ", "uai": "واي", "uan": "وان", "ian": "يان", "iao": "ياو",
    "ang": "انغ", "eng": "نغ", "ing": "ينغ", "ong": "ونغ", "ai": "اي", "an": "ان", "ao": "او", "ei": "ي", "en": "ن",
    "ia": "يا", "ie": "يه", "in": "ين", "iu": "يو", "ou": "و", "ua": "وا", "ui": "وي", "un": "ون", "uo": "و",
    "ue": "ويه", "a": "ا", "e": "ه", "i": "ي", "o": "و", "u": "و",
}  # fmt: skip
_PERSIAN = str.maketrans("يغك", "یگک")
_SYLLABLE = re.compile(
    f"({'|'.join(i for i in _INITIALS if i)}|)({'|'.join(_FINALS)})"  # the longest are listed first
)


def transliterate(name: str, language: str) -> str | None:
    """Return a name in pinyin in Arabic or Persian (``ar``, ``fa``) letters; None for what is no pinyin."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    parts = [part for part in re.split("['’ -]", plain) if part]
    written = [_written(part, language) for part in parts]
    return None if None in written or not written else "".join(part or "" for part in written)


def _written(part: str, language: str) -> str | None:
    syllables = _split(part)
    return None if syllables is None else "".join(_spelt(*syllable, language) for syllable in syllables)


def _split(part: str, *, first: bool = True) -> list[tuple[str, str]] | None:
    """Cut into (initial, final), the longest final first that lets the rest be cut too.

    Inside a word a syllable begins with a consonant: where it does not, pinyin writes an apostrophe.
    """
    if not part:
        return []
    for initial in (part[:2], part[:1], ""):
        if initial not in _INITIALS or (initial == "" and not (first and part[0] in "aeo")):
            continue
        for length in (4, 3, 2, 1):
            final, rest = part[len(initial) :][:length], part[len(initial) + length :]
            if len(final) == length and final in _FINALS and (more := _split(rest, first=False)) is not None:
                return [(initial, final), *more]
    return None


def _spelt(initial: str, final: str, language: str) -> str:
    arabic = _FINALS[final]
    begin = _INITIALS[initial][language == "fa"]
    if not initial:
        begin, arabic = "", "آ" + arabic[1:] if arabic.startswith("ا") else "إ" + arabic
    elif initial == "y" and final in {"in", "ing"}:
        begin = ""
    return begin + (arabic.translate(_PERSIAN) if language == "fa" else arabic)
