"""Every form in which a name of a language may stand in a text."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer import arabic, english, persian, russian
from gazetteer.arabic import Variant
from gazetteer.model import Name
from geo.gazetteer.names import ECHO

_NAME = {"ar": arabic.name_forms, "fa": persian.name_forms, "ru": russian.name_forms, "en": english.name_forms}
_ADJECTIVE = {
    "ar": arabic.adjective_forms,
    "fa": persian.adjective_forms,
    "ru": russian.adjective_forms,
    "en": english.adjective_forms,
}


def forms_of(name: Name) -> Iterator[Variant]:
    """Yield each form of a name with its sureness; a combining form stays as it is."""
    if name.language == "ru" and name.entity.startswith("person:"):
        yield from russian.person_forms(name.text)
    elif name.form in {0, ECHO}:
        yield from _NAME[name.language](name.text)
    elif name.form == 1:
        yield from _ADJECTIVE[name.language](name.text)
    else:
        yield name.text, 1.0
