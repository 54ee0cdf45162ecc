"""Spell out Persian verbs and nouns from the forms that a trigger list gives; words are folded (ی is ي, no ZWNJ)."""

from __future__ import annotations

from collections.abc import Iterator

from geo.records import Tense

#: Shortest word that takes the indefinite «ی» here: of shorter ones it makes adjectives («جنگی»).
_SHORTEST_INDEFINITE = 4
_PREFIX = "مي"
_JOINER = "\u200c"
#: Present of the verbs that make compounds, by their past.
_PRESENT = {
    "كرد": "ميكند", "نمود": "مينمايد", "داد": "ميدهد", "شد": "ميشود", "گرفت": "ميگيرد", "زد": "ميزند",
    "يافت": "مييابد", "داشت": "دارد", "رسيد": "ميرسد", "رساند": "ميرساند", "اورد": "مياورد", "بست": "ميبندد",
    "دانست": "ميداند", "خواند": "ميخواند", "گذاشت": "ميگذارد", "ساخت": "ميسازد", "برد": "ميبرد", "كشيد": "ميكشد",
    "پرداخت": "ميپردازد", "امد": "ميايد", "رفت": "ميرود", "نشست": "مينشيند", "كوبيد": "ميكوبد", "گشود": "ميگشايد",
    "ستود": "ميستايد", "شمرد": "ميشمرد", "گفت": "ميگويد", "افزود": "ميافزايد", "ورزيد": "ميورزد", "راند": "ميراند",
}  # fmt: skip
#: What newspapers write for the commonest two of them.
_ALSO = {"كرد": "نمود", "كردند": "نمودند", "شد": "گرديد", "شدند": "گرديدند"}


def verb(past: str, present: str = "") -> Iterator[tuple[str, Tense]]:
    """Yield (form, tense) of a verb: «فرستاد», «فرستادند», «فرستاده», «می‌فرستاد», «خواهد فرستاد», «می‌فرستد»."""
    head, _, last = past.rpartition(" ")
    if head and last in _ALSO:
        yield from _conjugated(f"{head} {_ALSO[last]}", "")
    yield from _conjugated(past, present or _present(head, last))


def _present(head: str, past: str) -> str:
    """Return the present of a compound whose verb is known: «رد کرد» -> «رد می‌کند»."""
    one = past.removesuffix("ند") if past.endswith(("دند", "تند")) else past
    known = _PRESENT.get(one, "") if head else ""
    return f"{head} {known[:-1] + 'ند' if known and one != past else known}" if known else ""


def spellings(written: str) -> Iterator[str]:
    """Yield a word or phrase as written and with spaces for its half spaces: «حمله‌های», «حمله های»."""
    yield written
    if _JOINER in written:
        yield written.replace(_JOINER, " ")


def _conjugated(past: str, present: str) -> Iterator[tuple[str, Tense]]:
    """Yield the forms of a verb whose past (and present, if any) is given."""
    head, _, last = past.rpartition(" ")
    head = f"{head} " if head else ""
    yield past, "past"
    if last.endswith(("د", "ت")) and not last.startswith(_PREFIX):
        for stem in (last, last.removesuffix("ند")) if last.endswith(("دند", "تند")) else (last,):
            plural = (stem + "ند",) if not stem.endswith(("دند", "تند")) else ()
            made = (stem + "ه", stem + "هاند", f"{stem}ه اند", f"{stem}هاست", _PREFIX + stem, f"{_PREFIX} {stem}")
            for form in (*plural, *made, f"{_PREFIX}{stem}ند"):
                yield head + form, "past"
            for helper in ("خواهد", "خواهند"):
                yield f"{head}{helper} {stem}", "future"
    if present:
        one = present.endswith("د") and not present.endswith("ند")
        for form in (present, present[:-1] + "ند") if one else (present,):
            yield form, "present"
            if f" {_PREFIX}" in f" {form}":
                yield f" {form}".replace(f" {_PREFIX}", f" {_PREFIX} ").strip(), "present"


def noun(word: str) -> Iterator[tuple[str, bool]]:
    """Yield (form, whether it has a possessive ending) of a noun: plural, indefinite, ezafe, «سفرش».

    Of a phrase the first word takes the plural and the ezafe, the last the indefinite ending («تماس‌های تلفنی»).
    """
    first, _, rest = word.partition(" ")
    if rest:
        yield from _phrase(first, rest)
        return
    for ending in ("ها", "هاي", "هايي"):
        yield word + ending, False
        yield f"{word} {ending}", False
    if word.endswith(("ا", "و")):
        yield word + "ي", False
    elif word.endswith("ه"):
        for ending in ("اي", " اي", "ي"):
            yield word + ending, False
    elif len(word) >= _SHORTEST_INDEFINITE:
        yield word + "ي", False
    for ending in ("اش", "ش", "شان"):
        yield word + ending, True


def _phrase(first: str, rest: str) -> Iterator[tuple[str, bool]]:
    for ending in ("هاي", " هاي"):
        yield f"{first}{ending} {rest}", False
    if first.endswith("ه"):
        yield f"{first}ي {rest}", False
    last = rest.rpartition(" ")[2]
    if len(last) >= _SHORTEST_INDEFINITE and not last.endswith(("ها", "هاي", "ه", "ا", "و")):
        yield f"{first} {rest}اي" if last.endswith("ي") else f"{first} {rest}ي", False
