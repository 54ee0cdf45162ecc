"""English forms: plural demonyms. Possessives are the reader's business."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.arabic import Variant

_NO_PLURAL = ("s", "sh", "ch", "ese", "z", "x")


def name_forms(name: str) -> Iterator[Variant]:
    """Yield a name, also with 'and' for '&' and without the full stops of 'St.'."""
    yield name, 1.0
    if "&" in name:
        yield name.replace("&", "and"), 1.0
    if name.startswith("St. "):
        yield "St " + name[4:], 1.0
        yield "Saint " + name[4:], 1.0
    elif name.startswith("Saint "):
        yield "St. " + name[6:], 1.0
        yield "St " + name[6:], 1.0


def adjective_forms(adjective: str) -> Iterator[Variant]:
    """Yield an adjective and its plural as a noun."""
    yield adjective, 1.0
    if not adjective.lower().endswith(_NO_PLURAL) and adjective[:1].isupper() and not adjective.isupper():
        yield adjective + "s", 1.0
