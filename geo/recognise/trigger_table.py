"""Turn the trigger and cue lists of a language into one table: folded word -> what it may mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from geo.recognise import persian
from geo.recognise.forms import PLAIN, Shape, noun_forms, passive_forms, spoken_forms, verb_forms
from geo.recognise.lexicon import Lexicon, LexiconKey
from geo.signs import TriggerEntry
from geo.text.fold import fold_name
from geo.text.memory import Memory

#: What may be attached before an Arabic word, longest first: conjunction, preposition, article.
_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")
_SHORTEST_STEM = 2
#: Verbs whose last letter is their own and no pronoun.
_ENDS_IN_H = frozenset({"وجه", "يوجه", "توجه"})
#: Acts of words, by which a speaker goes on («..., منددا بالغارات»).
_WORDS = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
#: Type of collocations that tell of no act.
_NOTHING = "NONE"
#: Lists of the cues that tell nouns from verbs of one spelling (`geo.recognise.english`).
_NEIGHBOURS = ("before_verb", "after_verb", "after_noun", "adjective_ending")


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of a word: an event (with its entry) or a cue (a sense), and what its form adds."""

    sense: str
    entry: TriggerEntry | None = None
    shape: Shape = PLAIN
    clitic: str = ""
    definite: bool = False


@dataclass(slots=True)
class TriggerTable:
    """The words of one language. ``phrases`` holds longer expressions by their first word, longest first."""

    language: str
    words: dict[str, tuple[Reading, ...]] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], Reading]]] = field(default_factory=dict)
    stems: dict[str, tuple[Reading, ...]] = field(default_factory=dict)
    #: Words after which a word that may be noun or verb is a noun (the, his, joint).
    determiners: frozenset[str] = frozenset()
    #: Those of them that no verb follows in its plain form (a, the, their).
    articles: frozenset[str] = frozenset()
    #: Words beside a word that may be noun or verb, by what they make of it.
    neighbours: dict[str, frozenset[str]] = field(default_factory=dict)
    #: Folded word -> its meanings, attached particles taken off.
    readings: Memory[tuple[Reading, ...]] = field(init=False)
    #: Folded word -> the phrases that it may open: (first word, particles before it).
    openings: Memory[tuple[tuple[str, str], ...]] = field(init=False)
    #: Folded word -> whether it tells of nothing and opens nothing: most words of any text.
    idle: Memory[bool] = field(init=False)
    #: First word -> (number of words, the others of such phrases -> readings), longest first.
    by_length: Memory[tuple[tuple[int, Mapping[tuple[str, ...], list[Reading]]], ...]] = field(init=False)
    #: Folded word -> what may be left of it without attached particles.
    stripped: Memory[tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self.readings = Memory(self._analyse)
        self.openings = Memory(lambda word: tuple(self._openings(word)))
        self.idle = Memory(lambda word: not self.readings[word] and not self.openings[word])
        self.by_length = Memory(self._by_length)
        self.stripped = Memory(lambda word: tuple(stem for stem, _, _ in strip_clitics(word)))

    def _openings(self, word: str) -> Iterator[tuple[str, str]]:
        """Yield the word as it may open a phrase: whole, else (Arabic) without attached particles."""
        if word in self.phrases:
            yield word, ""
        elif self.language == "ar" and word[0] in "وفبلك":
            for stem, clitic, definite in strip_clitics(word):
                if stem in self.phrases and not definite:
                    yield stem, clitic

    def _by_length(self, first: str) -> tuple[tuple[int, Mapping[tuple[str, ...], list[Reading]]], ...]:
        found: dict[int, dict[tuple[str, ...], list[Reading]]] = {}
        for rest, reading in self.phrases[first]:
            found.setdefault(len(rest) + 1, {}).setdefault(rest, []).append(reading)
        return tuple(found.items())

    def nouns_follow(self, word: str) -> bool:
        """Tell whether the word after ``word`` is a noun."""
        return word in self.determiners or (self.language == "en" and word.endswith("'s"))

    def add(self, form: str, reading: Reading) -> None:
        """Enter a folded form (or phrase, or stem ending in ``*``)."""
        first, *rest = form.split(" ")
        if rest:
            entries = self.phrases.setdefault(first, [])
            entries.append((tuple(rest), reading))
            entries.sort(key=lambda entry: -len(entry[0]))
        elif form.endswith("*"):
            self.stems[form[:-1]] = (*self.stems.get(form[:-1], ()), reading)
        else:
            known = self.words.get(form, ())
            if reading not in known:
                self.words[form] = (*known, reading)

    def read(self, token: str) -> tuple[Reading, ...]:
        """Return the meanings of a folded word, attached particles taken off; remembered by word."""
        return self.readings[token]

    def _analyse(self, token: str) -> tuple[Reading, ...]:
        whole = self.words.get(token, ())
        if self.language == "ar":
            return whole or self._analyse_arabic(token)
        for length in range(len(token), _SHORTEST_STEM, -1):
            if (readings := self.stems.get(token[:length])) is not None:
                return (*whole, *readings)
        return whole

    def _analyse_arabic(self, token: str) -> tuple[Reading, ...]:
        for stem, clitic, definite in strip_clitics(token):
            found = [one for one in self.words.get(stem, ()) if _may_carry(one, clitic, definite=definite)]
            if found:
                return tuple(replace(one, clitic=clitic, definite=definite) for one in found)
        return ()


def strip_clitics(token: str) -> Iterator[tuple[str, str, bool]]:
    """Yield (stem, attached particles, has the article) for each way of taking an Arabic word apart."""
    for conjunction in _CONJUNCTIONS:
        if not token.startswith(conjunction):
            continue
        rest = token[len(conjunction) :]
        if conjunction:
            yield rest, conjunction, False
        if rest.startswith("ال"):
            yield rest[2:], conjunction, True
        if rest.startswith("لل"):
            yield rest[2:], conjunction + "ل", True
        for preposition in _PREPOSITIONS[1:]:
            if rest.startswith(preposition) and len(rest) > _SHORTEST_STEM:
                yield rest[1:], conjunction + preposition, False
                if rest[1:].startswith("ال"):
                    yield rest[3:], conjunction + preposition, True


def _may_carry(reading: Reading, clitic: str, *, definite: bool) -> bool:
    """Tell whether a word may stand after these particles: verbs take no article and only conjunctions."""
    bare = clitic.lstrip("وف")
    if reading.sense == "event" and not reading.shape.noun:
        return not definite and bare in {"", "ل"}
    if reading.sense == "event":
        return True
    if reading.sense in {"class", "capital"}:
        return True
    return not definite and (not bare or reading.sense in {"in", "pair", "self", "other"})


def table_of(lexicon: Lexicon, language: str) -> TriggerTable:
    """Return the table of a lexicon, built once for each lexicon object."""
    return _build(LexiconKey(lexicon), language)


@lru_cache(maxsize=8)
def _build(key: LexiconKey, language: str) -> TriggerTable:
    table = TriggerTable(language)
    cues = dict(key.lexicon.get("cues", {}))
    table.determiners = frozenset(fold_name(word) for word in cues.pop("determiner", ()))
    table.articles = frozenset(fold_name(word) for word in cues.pop("article", ()))
    for name in _NEIGHBOURS:
        table.neighbours[name] = frozenset(fold_name(word) for word in cues.pop(name, ()))
    for sense, words in cues.items():
        for word in words:
            for form, shape in _cue_forms(language, sense, word):
                table.add(form, Reading(sense, shape=shape))
    for word in key.lexicon.get("bodies", {}).get("pair_words", ()):
        table.add(fold_name(word), Reading("pair"))
    for name in sorted(key.lexicon):
        if name.startswith("triggers"):
            for identity, written in key.lexicon[name].items():
                _enter(table, identity, written)
    for identity, written in key.lexicon.get("void", {}).items():
        _enter(table, identity, {"type": _NOTHING, "mode": _NOTHING, **written}, sense="skip")
    return table


def _cue_forms(language: str, sense: str, written: str) -> Iterator[tuple[str, Shape]]:
    """Yield the forms of a cue: one written as a verb of a trigger list («провел/проведет») has all of that verb."""
    if language in {"ru", "fa"} and "/" in written:
        yield from verb_forms(language, written)
        return
    for spelled in persian.spellings(written) if language == "fa" else (written,):
        word = fold_name(spelled)
        yield word, _cue_shape(sense, word)


def _cue_shape(sense: str, word: str) -> Shape:
    """Return the shape of a cue: a verb that asserts an event may be dual («أجريا», «عقداه»), or take up its noun."""
    if sense == "light" and word.endswith(("ها", "ه")) and word not in _ENDS_IN_H and not word.startswith("قرار"):
        return Shape(suffix=True, dual=word.removesuffix("ها").removesuffix("ه").endswith(("يا", "دا")))
    return Shape(dual=sense == "light" and word.rstrip("ه").removesuffix("ها").endswith("ا") and len(word) > 3)  # noqa: PLR2004


def _enter(table: TriggerTable, identity: str, written: Mapping[str, Any], sense: str = "event") -> None:
    language = table.language
    needs = frozenset(form for word in written.get("needs", ()) for form, _ in noun_forms(language, word))
    entry = TriggerEntry(
        rule=f"{language}.{identity}",
        type=written["type"],
        mode=written["mode"],
        frame=frozenset(written.get("frame", ())),
        needs=frozenset(),
        verb_last=language == "fa",
        patient="patient" in written.get("flags", ()),
        alone="alone" in written.get("flags", ()),
    )
    stems = tuple(form[:-1] for form in needs if form.endswith("*"))
    bound = replace(entry, needs=needs, stems=stems, before=language != "ar")
    for verb in written.get("verbs", ()):
        said = spoken_forms(verb) if language == "ar" and entry.type in _WORDS else ()
        for form, shape in (*verb_forms(language, verb), *said):
            table.add(form, Reading(sense, bound, shape))
    for verb in written.get("passives", ()):
        for form, shape in passive_forms(language, verb):
            table.add(form, Reading(sense, bound, replace(shape, passive=True)))
    for noun in written.get("acts", ()):
        for form, shape in noun_forms(language, noun):
            table.add(form, Reading(sense, bound, shape))
    for noun in written.get("nouns", ()):
        for form, shape in noun_forms(language, noun):
            table.add(form, Reading(sense, entry, shape))
