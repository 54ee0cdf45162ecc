"""Spell out the forms of the words of a trigger list: conjugation and declension, from the few forms written there.

All words are folded (`geo.text.fold`). Arabic verbs are written ``past/present`` in the third person masculine;
Persian verbs and nouns as they stand in the list; Russian verbs as ``past/future`` or ``past//present``, other Russian
words as stems ending in ``*`` (`geo.recognise.russian`); English verbs as infinitives with irregular forms after
slashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.recognise import persian
from geo.recognise.russian import participle, past, present
from geo.records import Tense
from geo.text.fold import fold_name

#: English words of one short syllable double their last letter: cut, cutting.
_DOUBLING = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")
_LONG = "اوي"
#: Letters that the stem of a hollow verb has at least (يزور -> زور).
_HOLLOW = 3
#: Letters of a simple verb in the past.
_SIMPLE = 3
#: Attached pronouns of Arabic verbs and nouns.
PRONOUNS = ("هما", "هم", "هن", "ها", "ه", "نا")
#: Of two: «لقائهما» is that of the pair.
_BOTH = "هما"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a form tells by itself: verb or noun, tense, dual, attached pronoun, passive."""

    noun: bool = False
    tense: Tense = "past"
    dual: bool = False
    suffix: bool = False
    passive: bool = False
    #: Its subject is whoever speaks: a participle («منددا»), the first person («ندين»).
    spoken: bool = False


#: A verb in the past and nothing else.
PLAIN = Shape()


def verb_forms(language: str, written: str) -> Iterator[tuple[str, Shape]]:
    """Yield each folded form of a verb as written in a trigger list."""
    if language == "fa":
        for spelled in persian.spellings(written):
            yield from _persian([fold_name(part) for part in spelled.split("/")])
        return
    parts = [fold_name(part) for part in written.split("/")]
    if language == "ar":
        yield from _arabic_past(parts[0])
        if len(parts) > 1:
            yield from _arabic_present(parts[1])
    elif language == "en":
        yield from _english(parts)
    else:
        yield from _russian(parts)


def spoken_forms(written: str) -> Iterator[tuple[str, Shape]]:
    """Yield the forms of an Arabic verb of words by which a speaker goes on: «ندين», «منددا», «رافضة».

    Participles are those of the derived stems (``م`` for the ``ي`` of the present), and ``فاعل`` of a simple verb.
    """
    past, *rest = (fold_name(part) for part in written.split("/"))
    if not rest or " " in written:
        return
    base = rest[0][1:]
    yield "ن" + base, Shape(tense="present", spoken=True)
    stems = ["م" + base] if base[-1] not in _LONG else ["م" + base[:-1] + "ي"]
    if len(past) == _SIMPLE and past[1] not in _LONG:
        stems.append(past[0] + "ا" + past[1] + ("ي" if past[-1] in _LONG else past[-1]))
    for stem in stems:
        yield from ((stem + ending, Shape(tense="present", spoken=True)) for ending in "اة")


def passive_forms(language: str, written: str) -> Iterator[tuple[str, Shape]]:
    """Yield each folded form of a passive as written in a trigger list."""
    if language == "ru":
        yield from ((form, Shape(passive=True)) for form in participle(fold_name(written)))
    else:
        yield from verb_forms(language, written)


def _persian(parts: list[str]) -> Iterator[tuple[str, Shape]]:
    """``past/present`` of the third person; the last word of a phrase takes the endings."""
    for form, tense in persian.verb(*parts[:2]):
        yield form, Shape(tense=tense)


def _persian_noun(word: str) -> Iterator[tuple[str, Shape]]:
    yield word, Shape(noun=True)
    yield from ((form, Shape(noun=True, suffix=owned)) for form, owned in persian.noun(word))


def _russian(parts: list[str]) -> Iterator[tuple[str, Shape]]:
    """``past``, ``past/future`` (a perfective verb), ``past//present`` (an imperfective one).

    The words behind the verb («сел/сядет за стол») are written once and go with each form.
    """
    behind = parts[-1].partition(" ")[2]
    if len(parts) > 1 and behind:
        parts = [*(f"{part} {behind}" if part else "" for part in parts[:-1]), parts[-1]]
    yield from ((form, Shape()) for form in past(parts[0]))
    if len(parts) > 1:
        tense: Tense = "present" if not parts[1] else "future"
        yield from ((form, Shape(tense=tense)) for form in present(parts[-1]))


def noun_forms(language: str, written: str) -> Iterator[tuple[str, Shape]]:
    """Yield each folded form of a noun as written in a trigger list."""
    if language == "fa":
        for spelled in persian.spellings(written):
            yield from _persian_noun(fold_name(spelled))
        return
    word = fold_name(written)
    yield word, Shape(noun=True)
    if language == "ar" and " " not in word:
        yield from _arabic_noun(word)
    elif language == "en" and word.isalpha() and not word.endswith("s"):
        yield word + "s", Shape(noun=True)
        if word.endswith("y"):
            yield word[:-1] + "ies", Shape(noun=True)


def _arabic_past(past: str) -> Iterator[tuple[str, Shape]]:
    yield past, Shape()
    weak = past[-1] in "يا"
    stem = past[:-1] if weak else past
    yield from ((stem + ending, Shape()) for ending in ("ت", "وا"))
    for dual in (past + "ا", stem + "يا") if weak else (past + "ا",):
        yield dual, Shape(dual=True)
    yield stem + "تا", Shape(dual=True)
    if not weak:
        yield past + "ن", Shape()
    for pronoun in PRONOUNS:  # «استقبله», «استقبلته»
        yield (stem + "ا" if weak else past) + pronoun, Shape(suffix=True)
        yield stem + "ت" + pronoun, Shape(suffix=True)


def _arabic_present(present: str) -> Iterator[tuple[str, Shape]]:
    base = present[1:]
    weak = base[-1] in _LONG
    short = base[:-1] if weak else base
    for person in "يت":
        for future in ("", "س"):
            tense: Tense = "future" if future else "present"
            for form in _present_of(person, base, short, weak=weak):
                yield future + form, Shape(tense=tense)
            for dual in ("ان", "ا"):
                yield future + person + base + dual, Shape(tense=tense, dual=True)
            for pronoun in PRONOUNS:
                yield future + person + base + pronoun, Shape(tense=tense, suffix=True)


def _present_of(person: str, base: str, short: str, *, weak: bool) -> Iterator[str]:
    yield person + base
    yield person + short + "ون"
    yield person + short + "وا"
    if weak:
        yield person + short
    elif len(base) >= _HOLLOW and base[-2] in _LONG:  # jussive of hollow verbs: يزور -> لم يزر
        yield person + base[:-2] + base[-1]


def _arabic_noun(word: str) -> Iterator[tuple[str, Shape]]:
    shape, owned = Shape(noun=True), Shape(noun=True, suffix=True)
    stem = word[:-1] + "ت" if word.endswith("ة") else word
    if word.endswith("ة"):
        yield word[:-1] + "ات", shape
        yield from ((stem + dual, shape) for dual in ("ين", "ان", "ي"))
    else:
        yield word + "ا", shape
        yield from ((word + dual, shape) for dual in ("ين", "ان"))
    stems = [stem]
    if word.endswith("اء"):  # لقاء -> لقائه، لقاؤه
        stems += [word[:-1] + "ي", word[:-1] + "ؤ"]
    for one in stems:
        yield from ((one + pronoun, replace(owned, dual=pronoun == _BOTH)) for pronoun in PRONOUNS)


def _english(parts: list[str]) -> Iterator[tuple[str, Shape]]:
    infinitive, *irregular = parts
    head, _, tail = infinitive.partition(" ")
    rest = f" {tail}" if tail else ""
    past = [one if " " in one else one + rest for one in irregular] or [_past(head) + rest]
    for form in past:
        yield form, Shape()
    yield infinitive, Shape(tense="present")
    yield _third(head) + rest, Shape(tense="present")
    yield _gerund(head) + rest, Shape(tense="present")
    if any(one == f"{head}{head[-1]}ed" for one in irregular):  # expel, expelled: expelling
        yield f"{head}{head[-1]}ing{rest}", Shape(tense="present")


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ied"
    return word + "ed"


def _third(word: str) -> str:
    if word.endswith(("s", "sh", "ch", "x", "z", "o")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _gerund(word: str) -> str:
    if word.endswith("e") and not word.endswith("ee"):
        return word[:-1] + "ing"
    return word + (word[-1] if _DOUBLING.fullmatch(word) else "") + "ing"
