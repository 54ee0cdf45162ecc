"""The words around a name that speak for or against a place, folded and ready to look up."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from geo.recognise.lexicon import LexiconKey
from geo.recognise.traits import Traits
from geo.text.fold import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.recognise.lexicon import Lexicon

_PREFIXES: Final = ("و", "ف", "ب", "ل", "وب", "ول")


@dataclass(frozen=True, slots=True)
class Cues:
    """Cue words of one language; every set holds folded words."""

    language: str
    class_before: Mapping[str, str]
    class_after: frozenset[str]
    preposition: frozenset[str]
    preposition_weak: frozenset[str]
    title: frozenset[str]
    name_part: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
    organisation_head: frozenset[str]
    organisation_keeps: frozenset[str]
    organisation_tail: frozenset[str]
    tail_keeps: frozenset[str]
    office: frozenset[str]
    #: Last words of whatever an adjective of a country may follow: offices, counterparts, titles.
    holder: frozenset[str]
    speech: frozenset[str]
    party: frozenset[str]
    relation: frozenset[str]
    motion: frozenset[str]
    #: Countries (ISO 3166-1 alpha-2) whose small places, too, are named in news of the language.
    home: frozenset[str]
    #: Nouns of class and direction: alone they name no place.
    common: frozenset[str]
    #: Names of months and weekdays, and the words for day and month.
    calendar: frozenset[str]
    #: Names of months and weekdays alone.
    dated: frozenset[str]
    #: What each word is known to be, by all these lists.
    traits: Traits = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "traits", Traits(self))

    def bare(self, word: str) -> tuple[str, ...]:
        """Return a word and, in Arabic, what may be left of it without a proclitic or with its article put back."""
        return _without_prefixes(word) if self.language == "ar" else (word,)


@lru_cache(maxsize=50_000)
def _without_prefixes(word: str) -> tuple[str, ...]:
    """Return an Arabic word and what is left of it without a proclitic."""
    found = [word]
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            rest = word[len(prefix) :]
            found.append(rest)
            if prefix.endswith("ل") and rest.startswith("ل"):
                found.append("ا" + rest)
    return tuple(found)


def cues_of(lexicon: Lexicon, language: str) -> Cues:
    """Return the cues of a language's word lists, made once for each."""
    return _cached(LexiconKey(lexicon), language)


@lru_cache(maxsize=8)
def _cached(key: LexiconKey, language: str) -> Cues:
    lists: Mapping[str, Any] = key.lexicon.get("places", {})
    people: Mapping[str, Any] = key.lexicon.get("people", {})
    office = _folded(lists.get("office", ()))
    given = _folded(lists.get("given_names", ())) | frozenset(people.get("given", ()))
    title = _folded(lists.get("title", ()))
    class_before = {fold_name(word): kind for kind, words in lists.get("class_before", {}).items() for word in words}
    class_after = _folded(lists.get("class_after", ()))
    preposition = _folded(lists.get("preposition", ()))
    dates: Mapping[str, Any] = key.lexicon.get("dates", {})
    units: Mapping[str, Any] = dates.get("units", {})
    named = (*dates.get("months", ()), *dates.get("weekdays", ()))
    dated = _folded(name for entry in named for name in entry["names"])
    return Cues(
        language=language,
        class_before=class_before,
        class_after=class_after,
        preposition=preposition,
        preposition_weak=_folded(lists.get("preposition_weak", ())),
        title=title,
        name_part=_folded(lists.get("name_part", ())),
        given=given - office - title,
        surnames=frozenset(people.get("surnames", ())),
        organisation_head=_folded(lists.get("organisation_head", ())),
        organisation_keeps=_folded(lists.get("organisation_head_keeps_place", ())),
        organisation_tail=_folded(lists.get("organisation_tail", ())),
        tail_keeps=_folded(lists.get("organisation_tail_keeps_place", ())),
        office=office,
        holder=office | title | _holders(key.lexicon),
        speech=_folded(lists.get("speech", ())),
        party=_folded(lists.get("party", ())),
        relation=_folded(lists.get("relation", ())),
        motion=_folded(lists.get("motion", ())),
        common=frozenset((*class_before, *class_after, *preposition, *_folded(lists.get("not_places", ())))),
        home=frozenset(lists.get("home", ())),
        calendar=dated | _folded(word for unit in ("day", "month") for word in units.get(unit, {}).get("one", ())),
        dated=dated,
    )


def _holders(lexicon: Lexicon) -> frozenset[str]:
    """Return the last words of offices and counterparts («نظيره», «المبعوث»)."""
    offices = lexicon.get("offices", {})
    forms = (form for entry in offices.get("offices", ()) for group in entry["forms"].values() for form in group)
    return _folded(form.rpartition(" ")[2] for form in (*forms, *offices.get("counterparts", ())))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold_name(word) for word in words)
