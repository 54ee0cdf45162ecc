"""Tell the case of a Russian party, where its form shows it, and read by it what word order leaves open.

«Кыргызстан поздравил президент Узбекистана», «посла Польши вызвали в МИД»: who acts stands in the nominative.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.text.fold import fold_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.records import Entity, Mention
    from geo.relate.scene import Party
    from geo.signs import Chunk

UNKNOWN: frozenset[str] = frozenset()
_NOMINATIVE, _ACCUSATIVE = frozenset({"nomn"}), frozenset({"accs"})
_BOTH = _NOMINATIVE | _ACCUSATIVE
_GENITIVE, _DATIVE = frozenset({"gent"}), frozenset({"datv"})
_INSTRUMENTAL, _LOCATIVE = frozenset({"ablt"}), frozenset({"loct"})
#: Ending of the nominative -> ending of another case -> the cases that it may be.
_ENDINGS = {
    "ия": {"ии": _GENITIVE | _DATIVE | _LOCATIVE, "ию": _ACCUSATIVE, "ией": _INSTRUMENTAL},
    "а": {"ы": _GENITIVE, "и": _GENITIVE, "е": _DATIVE | _LOCATIVE, "у": _ACCUSATIVE, "ой": _INSTRUMENTAL},
    "я": {"и": _GENITIVE, "е": _DATIVE | _LOCATIVE, "ю": _ACCUSATIVE, "ей": _INSTRUMENTAL},
    "ы": {"ов": _GENITIVE, "ам": _DATIVE, "ами": _INSTRUMENTAL, "ах": _LOCATIVE},
    "ь": {"и": _GENITIVE | _DATIVE | _LOCATIVE, "ью": _INSTRUMENTAL},
    "й": {"я": _GENITIVE, "ю": _DATIVE, "ем": _INSTRUMENTAL, "е": _LOCATIVE},
    "": {"а": _GENITIVE, "у": _DATIVE, "ом": _INSTRUMENTAL, "ым": _INSTRUMENTAL, "е": _LOCATIVE},
}
_OF_IA = {"ия": _NOMINATIVE, **_ENDINGS["ия"]}
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
#: Endings of adjectives, and of the plural of nouns of people: the longest first.
_OF_ADJECTIVES = ("ий", "ый", "ой", "ая", "ое", "ие", "ые", "ого", "ому", "ую", "ых", "их", "ым", "им", "ом", "ми")
_OF_PEOPLE = {
    "ам": _DATIVE, "ям": _DATIVE, "ах": _LOCATIVE,
    "ов": _GENITIVE | _ACCUSATIVE, "ев": _GENITIVE | _ACCUSATIVE, "ян": _GENITIVE | _ACCUSATIVE,
    "ан": _GENITIVE | _ACCUSATIVE, "не": _NOMINATIVE, "ы": _NOMINATIVE, "и": _NOMINATIVE,
}  # fmt: skip
#: Longest pronoun of a subject (characters): «они».
_PRONOUN = 3
#: Letters of the stem that a form and its nominative share at least.
_STEM = 3


def cases_of(text: str, label: str, *, living: bool) -> frozenset[str]:
    """Return the cases that a name may stand in, empty where its form tells nothing.

    Parameters
    ----------
    text
        The name as the text has it.
    label
        Its nominative.
    living
        Whether it names a person, whose accusative is the genitive.
    """
    form, name = (fold_name(one).split(" ")[-1] for one in (text, label))
    if not form or not name or not "а" <= form[0] <= "я":
        return UNKNOWN
    if form[:_STEM] != name[:_STEM] or (name[-1] in _CONSONANTS | {"ь"} and form.endswith(tuple(_OF_IA))):
        # another name of the same: «Белоруссией», Беларусь
        return next((found for ending, found in _OF_IA.items() if form.endswith(ending)), UNKNOWN)
    if label.isupper() or name[-1] in "оуеэю" or name[-1] == "и":
        return UNKNOWN  # not declined
    if form == name:
        return _NOMINATIVE if living or name[-1] in "ая" else _BOTH
    for ending, forms in _ENDINGS.items():
        if name.endswith(ending) and (ending or name[-1] in _CONSONANTS):
            found = forms.get(form[len(name) - len(ending) :], UNKNOWN)
            return found | _ACCUSATIVE if living and "gent" in found and ending in {"", "й"} else found
    return UNKNOWN


def cases_of_mention(mention: Mention, entity: Entity) -> frozenset[str]:
    """Return the cases of a name of an entity; none for an adjective and for another script than Cyrillic."""
    if mention.form == "adjective" or not "а" <= mention.text[-1:].lower() <= "я" or "ru" not in entity.name:
        return UNKNOWN
    return cases_of(mention.text, entity.name["ru"], living=entity.kind == "person")


def cases_of_chunk(chunk: Chunk, mentions: Mapping[str, Mention], entities: Mapping[str, Entity]) -> frozenset[str]:
    """Return the cases of a party by its office word, else by the name of the person or body."""
    mention = mentions.get(chunk.mentions[-1]) if chunk.mentions and not chunk.head else None
    entity = entities.get(mention.entity or "") if mention is not None else None
    if chunk.cases or mention is None or entity is None:
        return chunk.cases
    return cases_of_mention(mention, entity)


def people_cases(mention: Mention) -> frozenset[str]:
    """Return the cases of a noun of people («шведы», «израильтян»); none of an adjective («шведские»)."""
    word = mention.text.casefold()
    if not "а" <= word[-1:] <= "я" or word.endswith(_OF_ADJECTIVES):  # «шведами» is left out with «шведскими»
        return UNKNOWN
    return next((cases for ending, cases in _OF_PEOPLE.items() if word.endswith(ending)), UNKNOWN)


def may_act(party: Party) -> bool:
    """Tell whether a party may be the subject of a verb by its case."""
    return not party.cases or "nomn" in party.cases


def may_be_governed(party: Party) -> bool:
    """Tell whether a preposition may govern a party: no sure nominative, no pronoun of a subject («он»)."""
    pronoun = party.reference == "self" and party.end - party.start <= _PRONOUN
    return not pronoun and not acts_surely(party)


def acts_surely(party: Party) -> bool:
    """Tell whether a party stands in the nominative and in no other case."""
    return party.cases == _NOMINATIVE


def may_suffer(party: Party) -> bool:
    """Tell whether a party without preposition may be the object of a verb or belong to it."""
    return not party.cases or bool(party.cases & {"accs", "gent", "datv"})
