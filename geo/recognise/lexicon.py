"""Open the compiled word lists of a language (``data/built/lexicon/<language>.json``)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from geo.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

    from geo.settings import Settings

#: Compiled word lists of one language: name of the curated file -> its content.
Lexicon: TypeAlias = Mapping[str, Any]


class LexiconKey:
    """A lexicon as a key of a cache: the same object is the same key, for a mapping has no hash of its own."""

    __slots__ = ("lexicon",)

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __hash__(self) -> int:
        return id(self.lexicon)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LexiconKey) and other.lexicon is self.lexicon


def load_lexicon(settings: Settings, language: str) -> Lexicon:
    """Return the word lists of ``language``, read once per folder.

    Parameters
    ----------
    settings
        Where the built data is.
    language
        ISO 639-1 code.

    Returns
    -------
    Lexicon
        Each curated file ``data/curated/lexicon/<language>/<name>.yml`` under the key ``<name>``, ``people``: given
        names and surnames of the language, and ``whole``: words that are not to be cut, with the offsets.

    Raises
    ------
    DataError
        When the file is missing or damaged.
    """
    return _joined(settings.built / "lexicon", language)


@lru_cache(maxsize=16)
def _joined(folder: Path, language: str) -> Lexicon:
    shared = {name: _read(folder / f"{name}.json").get(language, {}) for name in ("people", "whole")}
    return {**_read(folder / f"{language}.json"), **shared}


def _read(path: Path) -> Lexicon:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"cannot read the word lists {path}: {error}; run `make data`") from error
    if not isinstance(content, dict):
        raise DataError(f"the word lists {path} hold no mapping; run `make data`")
    return content
