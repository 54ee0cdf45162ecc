"""The words by which `geo.recognise.actors` knows offices, bodies and counterparts, ready for matching."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from geo.recognise.lexicon import Lexicon, LexiconKey
from geo.recognise.trigger_table import TriggerTable, strip_clitics, table_of
from geo.signs import ChunkKind
from geo.text.fold import fold_name
from geo.text.memory import Memory

#: Group of the heads that are a state or union themselves and no body of one.
REALM = "realm"


@dataclass(frozen=True, slots=True)
class Head:
    """An office or body noun: what kind of party it opens and which group of words means the same."""

    kind: ChunkKind
    group: str
    acts: bool = True
    #: Whether it acts for its state (and not for an organisation or group).
    acts_for_state: bool = False
    #: Grammatical cases of the form (Russian), as `scripts/russian_phrases.py` names them; empty where not known.
    cases: frozenset[str] = frozenset()


@dataclass(slots=True)
class PartyWords:
    """Heads by their first word (longest first), titles, and the table of triggers and cues that end a phrase."""

    language: str
    triggers: TriggerTable
    heads: dict[str, list[tuple[tuple[str, ...], Head]]] = field(default_factory=dict)
    honorifics: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    given_names: frozenset[str] = frozenset()
    #: Beginnings of words that are hardly a first name, those that are yet, and words that are never one.
    not_first: tuple[str, ...] = ()
    yet_first: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()
    #: Words of dates, which no name begins with.
    dates: frozenset[str] = frozenset()
    #: Class of an organisation -> folded nouns that stand for one named before («الحركة»).
    stand_ins: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: Id of a city -> id of the bloc that it stands for where it acts.
    seats: Mapping[str, str] = field(default_factory=dict)
    #: Id of a region -> id of the bloc whose summit or minister its adjective names («القمة العربية»).
    regions: Mapping[str, str] = field(default_factory=dict)
    #: Folded word -> ids of the states and unions of which it stands for the last named («المملكة»).
    realms: Mapping[str, frozenset[str]] = field(default_factory=dict)
    #: Words by which a text calls its own country («کشورمان»), and the countries whose newspapers do, the first mostly.
    ours: frozenset[str] = frozenset()
    homelands: tuple[str, ...] = ()
    #: Words for the country named last («این کشور»).
    that_land: frozenset[tuple[str, ...]] = frozenset()
    #: Office or body -> the state that it means without saying so («رهبر انقلاب»).
    implied: Mapping[str, str] = field(default_factory=dict)
    #: Folded token -> the ways in which it may open a head: (word, particles before it).
    openings: Memory[tuple[tuple[str, str], ...]] = field(init=False)
    #: The same, but nothing for the name of an act («قمة»), which is no body.
    opening: Memory[tuple[tuple[str, str], ...]] = field(init=False)
    #: First word -> (number of words, the others of such heads -> head), longest first.
    by_length: Memory[tuple[tuple[int, Mapping[tuple[str, ...], Head]], ...]] = field(init=False)

    def __post_init__(self) -> None:
        self.openings = Memory(lambda token: tuple(self._open(token)))
        self.opening = Memory(lambda token: () if self._is_act(token) else self.openings[token])
        self.by_length = Memory(self._by_length)

    def _is_act(self, token: str) -> bool:
        return any(one.sense == "event" and one.shape.noun for one in self.triggers.read(token))

    def _by_length(self, first: str) -> tuple[tuple[int, Mapping[tuple[str, ...], Head]], ...]:
        found: dict[int, dict[tuple[str, ...], Head]] = {}
        for rest, head in self.heads[first]:
            found.setdefault(len(rest) + 1, {}).setdefault(rest, head)
        return tuple(found.items())

    def _open(self, token: str) -> Iterable[tuple[str, str]]:
        if token in self.heads:
            yield token, ""
        if self.language == "ar":
            if token.endswith("ا") and token[:-1] in self.heads:  # accusative: «طرد دبلوماسيا»
                yield token[:-1], ""
            for stem, clitic, definite in strip_clitics(token):
                word = "ال" + stem if definite else stem
                if word in self.heads:
                    yield word, clitic
                if definite and stem in self.heads:
                    yield stem, clitic

    def add(self, written: str, head: Head) -> None:
        """Enter a head word or phrase."""
        first, *rest = fold_name(written).split(" ")
        entries = self.heads.setdefault(first, [])
        if (tuple(rest), head) not in entries:
            entries.append((tuple(rest), head))
            entries.sort(key=lambda entry: -len(entry[0]))


def party_words(lexicon: Lexicon, language: str) -> PartyWords:
    """Return the party words of a lexicon, built once for each lexicon object."""
    return _build(LexiconKey(lexicon), language)


@lru_cache(maxsize=8)
def _build(key: LexiconKey, language: str) -> PartyWords:
    lexicon = key.lexicon
    offices: Mapping[str, Any] = lexicon.get("offices", {})
    bodies: Mapping[str, Any] = lexicon.get("bodies", {})
    words = PartyWords(language, table_of(lexicon, language))
    for listed, kind, name in _heads(offices, bodies):
        acts, for_state = listed["acts_for"] != "none", listed["acts_for"] == "state"
        for form, cases in _forms(listed):
            words.add(form, Head(kind, listed[name], acts=acts, acts_for_state=for_state, cases=cases))
    for word in offices.get("counterparts", ()):
        words.add(word, Head("counterpart", "counterpart"))
    words.honorifics = frozenset(fold_name(word) for title in offices.get("honorifics", ()) for word in title.split())
    words.inner = frozenset(fold_name(word) for infix in offices.get("infixes", ()) for word in infix.split())
    given = lexicon.get("places", {}).get("given_names", ())
    words.given_names = frozenset(fold_name(word) for word in given)
    names: Mapping[str, Any] = lexicon.get("names", {})
    words.not_first = tuple(fold_name(word) for word in names.get("not_first", ()))
    words.yet_first = tuple(fold_name(word) for word in names.get("yet_first", ()))
    words.never = frozenset(fold_name(word) for word in names.get("never", ()))
    words.dates = frozenset(_words_in(lexicon.get("dates", {})))
    words.stand_ins = {
        kind: frozenset(fold_name(noun) for noun in nouns) for kind, nouns in bodies.get("stand_ins", {}).items()
    }
    words.seats = dict(bodies.get("seats", {}))
    words.regions = dict(bodies.get("regions", {}))
    words.realms = {fold_name(word): frozenset(named) for word, named in bodies.get("realms", {}).items()}
    for word in words.realms:
        words.add(word, Head("body", REALM))
    words.ours = frozenset(fold_name(word) for word in bodies.get("ours", ()))
    words.homelands = tuple(bodies.get("homelands", ()))
    words.that_land = frozenset(tuple(fold_name(word).split()) for word in bodies.get("that_land", ()))
    words.implied = {fold_name(form): entity for entity, forms in bodies.get("implied", {}).items() for form in forms}
    return words


def _words_in(listed: object) -> Iterable[str]:
    """Yield every word of a nested word list, folded."""
    if isinstance(listed, str):
        yield from fold_name(listed).split()
    elif isinstance(listed, Mapping):
        for key, value in listed.items():
            yield from _words_in(key)
            yield from _words_in(value)
    elif isinstance(listed, list | tuple):
        for value in listed:
            yield from _words_in(value)


def _forms(listed: Mapping[str, Any]) -> Iterable[tuple[str, frozenset[str]]]:
    """Yield each form of a head and the cases that it may stand for."""
    cases: dict[str, set[str]] = {fold_name(form): set() for forms in listed["forms"].values() for form in forms}
    for case, forms in listed.get("cases", {}).items():
        for form in forms:
            cases.setdefault(fold_name(form), set()).add(case)
    return ((form, frozenset(found)) for form, found in cases.items())


def _heads(offices: Mapping[str, Any], bodies: Mapping[str, Any]) -> Iterable[tuple[Mapping[str, Any], ChunkKind, str]]:
    """Yield each listed office and body with its kind and the key of its name."""
    for office in offices.get("offices", ()):
        yield office, "office", "office"
    for body in bodies.get("bodies", ()):
        yield body, "body", "body"
