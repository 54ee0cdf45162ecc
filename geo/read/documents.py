"""From drafts to documents: unique ids, language, day of publication, hash."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from geo.errors import InputError, InputTooLarge, UnreadableInput
from geo.read.published import from_text
from geo.read.source import Draft, Drafts, Problem, Source, visible
from geo.records import Document, Language
from geo.settings import Settings
from geo.text.script import detect_language

_LANGUAGES: dict[str, Language] = {
    "ar": "ar", "ara": "ar", "arabic": "ar", "fa": "fa", "fas": "fa", "per": "fa", "persian": "fa",
    "ru": "ru", "rus": "ru", "russian": "ru", "en": "en", "eng": "en", "english": "en",
}  # fmt: skip


@dataclass(slots=True)
class Desk:
    """Where drafts become documents; remembers the ids that it gave away.

    Parameters
    ----------
    settings
        Limits.
    language, published, title
        What the user says of texts that do not say it themselves.
    """

    settings: Settings
    language: str | None = None
    published: dt.date | None = None
    title: str | None = None
    _given: dict[str, int] = field(default_factory=dict)

    def accept(self, drafts: Drafts, source: Source) -> Iterator[Document | Problem]:
        """Turn the drafts of one source into documents; a draft that fails is a problem, not the end."""
        for draft in drafts:
            if isinstance(draft, Problem):
                yield draft
                continue
            try:
                yield self._document(draft, source)
            except InputError as error:
                yield Problem(source.name if draft.id is None else f"{source.name}, {visible(draft.id)}", str(error))

    def _document(self, draft: Draft, source: Source) -> Document:
        text = draft.text
        _check(text, self.settings)
        return Document(
            id=self._unique(visible(draft.id or source.stem).strip() or "text"),
            text=text,
            language=self._language(draft),
            title=draft.title or (None if draft.settled else self.title),
            published=draft.published or (None if draft.settled else self.published or from_text(text)),
            source=draft.source or source.name,
            url=draft.url,
            sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        )

    def _language(self, draft: Draft) -> Language:
        """Return the language that the user or the record gives; else what the letters say."""
        given = self.language or draft.language
        known = language_code(given) if given else None
        if known and (self.language or draft.id is not None):
            return known
        # A page's lang attribute is often that of its template, so it does not outweigh the letters.
        return detect_language(draft.text)

    def _unique(self, wanted: str) -> str:
        """Return ``wanted``, numbered when it is taken."""
        number = self._given.get(wanted, 0) + 1
        self._given[wanted] = number
        if number == 1:
            return wanted
        numbered = f"{wanted}-{number}"
        return self._unique(numbered) if numbered in self._given else self._mark(numbered)

    def _mark(self, name: str) -> str:
        self._given[name] = 1
        return name


def language_code(given: str) -> Language | None:
    """Return our code for a language name or tag, or None for a language that we do not read.

    Examples
    --------
    >>> language_code("ar-EG"), language_code("Russian"), language_code("fr")
    ('ar', 'ru', None)
    """
    return _LANGUAGES.get(given.strip().lower().replace("_", "-").partition("-")[0])


def _check(text: str, settings: Settings) -> None:
    if not text.strip("\ufeff\u200b \t\r\n"):
        raise UnreadableInput("there is no text in it")
    if len(text) > settings.max_characters:
        raise InputTooLarge(
            f"the text has {len(text):,} characters, more than the limit of {settings.max_characters:,}; "
            "split it into single articles"
        )
