"""Other spellings under which a name that a person typed may be listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ARTICLE: Final = "ال"
_PROCLITICS: Final = "وفبلك"
#: What remains of a name without its clitic has at least so many letters.
_SHORTEST: Final = 3
_ALPHABETS: Final = {
    "arab": "ابتثجحخدذرزسشصضطظعغفقكلمنهويةءؤپچژگ",
    "cyrl": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "latn": "abcdefghijklmnopqrstuvwxyz",
}


def spellings(folded: str) -> Iterator[str]:
    """Yield a folded name, then Arabic variants with and without article and proclitic."""
    yield folded
    if not "\u0600" <= folded[:1] < "\u0780":
        return
    bare = [folded[1:]] if folded[0] in _PROCLITICS and len(folded) > _SHORTEST else []
    bare += [_ARTICLE + name.removeprefix("ل") for name in bare if name.startswith("ل")]
    for name in bare:
        yield name
    for name in (folded, *bare):
        stem = name.removeprefix(_ARTICLE)
        if stem != name and len(stem) >= _SHORTEST:
            yield stem
        elif stem == name:
            yield _ARTICLE + name


def edits(folded: str, script: str) -> Iterable[str]:
    """Return all strings one letter away from a folded name (one left out, added, changed, or two swapped), sorted."""
    letters = _ALPHABETS[script]
    cuts = [(folded[:i], folded[i:]) for i in range(len(folded) + 1)]
    near = {left + right[1:] for left, right in cuts if right}
    near |= {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    near |= {left + letter + right[1:] for left, right in cuts if right for letter in letters}
    near |= {left + letter + right for left, right in cuts for letter in letters}
    return sorted(near - {folded, ""})
