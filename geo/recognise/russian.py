"""Spell out Russian verb forms of the third person from the ones that a trigger list gives; all words are folded."""

from __future__ import annotations

from collections.abc import Iterator

#: Third person singular -> plural of the same verb.
_PLURAL = {"ит": ("ят", "ат"), "ет": ("ют", "ут"), "аст": ("адут",), "ест": ("едят",)}
_ENDINGS = ("л", "ла", "ло", "ли", "в", "вший", "вшая", "вшие", "вшего", "вшую", "вшей", "вших", "ть")
_REFLEXIVE = ("лся", "лась", "лось", "лись", "вшись", "вшийся", "вшаяся", "вшиеся", "ться")


def past(written: str) -> Iterator[str]:
    """Yield the past forms, active participles, gerund and infinitive of a verb given in the past masculine.

    Of a phrase («принес извинения») the first word takes the endings. A stem (``обвинил*``) and a form that ends
    otherwise come as they are, the last with the endings of consonant stems («достиг», «достигла»).
    """
    verb, space, rest = written.partition(" ")
    if space:
        yield from (f"{form} {rest}" for form in past(verb))
    elif written.endswith("*"):
        yield written
    elif written.endswith("лся"):
        yield from (written[:-3] + ending for ending in _REFLEXIVE)
    elif written.endswith("шел"):
        yield from (written, *(written[:-2] + ending for ending in ("ла", "ло", "ли")))
    elif written.endswith("л"):
        yield from (written[:-1] + ending for ending in _ENDINGS)
    else:
        consonant = written[-1] not in "аеиоуыэюяь" and not written.endswith(("ет", "ит", "ат", "ют", "ут", "ят"))
        yield from (written + ending for ending in (("", "ла", "ло", "ли") if consonant else ("",)))


def present(written: str) -> Iterator[str]:
    """Yield third person singular and plural of a form given in the singular; of a phrase, of its first word."""
    verb, space, rest = written.partition(" ")
    if space:
        yield from (f"{form} {rest}" for form in present(verb))
        return
    yield written
    bare, reflexive = (written[:-2], "ся") if written.endswith("ся") else (written, "")
    for ending, plurals in _PLURAL.items():
        if bare.endswith(ending):
            yield from (bare[: -len(ending)] + plural + reflexive for plural in plurals)


def participle(written: str) -> Iterator[str]:
    """Yield the four short forms of a passive participle given in the masculine («задержан»)."""
    yield from (written + ending for ending in ("", "а", "о", "ы"))
