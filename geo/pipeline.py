"""The corridor of the house: the one file that opens every door.

``analyse`` takes one document through recognise, resolve and relate; ``atlas`` draws several analyses together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from geo.correct import apply
from geo.errors import InputError, InputTooLarge
from geo.gazetteer.closure import closed
from geo.gazetteer.store import Gazetteer
from geo.recognise import actors, dates, places, triggers
from geo.recognise.lexicon import Lexicon, load_lexicon
from geo.records import (
    Analysis,
    Atlas,
    Correction,
    DateMention,
    Document,
    Entity,
    Event,
    Issue,
    Mention,
    Sentence,
)
from geo.relate import events, likely, merge, relations, trace
from geo.resolve import resolve
from geo.settings import Settings
from geo.signs import Chunk, Trigger
from geo.text.fold import fold
from geo.text.sentences import sentence_spans

if TYPE_CHECKING:
    import folium


@lru_cache(maxsize=4)
def open_gazetteer(settings: Settings) -> Gazetteer:
    """Return the gazetteer for ``settings``, opened once."""
    return Gazetteer.open(settings)


@lru_cache(maxsize=16)
def open_lexicon(settings: Settings, language: str) -> Lexicon:
    """Return the compiled lexicon of ``language``, read once."""
    return load_lexicon(settings, language)


def analyse(document: Document, settings: Settings | None = None) -> Analysis:
    """Read one document: mentions, dates, events and what is doubtful in them.

    Parameters
    ----------
    document
        The text with what is known about it; ``published`` is the reference of relative dates.
    settings
        Where the data is and how large a text may be; the defaults if None.

    Returns
    -------
    Analysis
        Every record carries its offsets in ``document.text`` (code points).

    Raises
    ------
    InputTooLarge
        If the text is longer than ``settings.max_characters``.
    DataError
        If the built data is missing or damaged.
    """
    settings = settings or Settings()
    signs, date_issues = _signs(document, settings)
    happened, event_issues = events.relate(*signs, likely.load(settings.trained / "acts.json"))
    return Analysis(
        document=signs.document,
        sentences=signs.sentences,
        mentions=signs.mentions,
        entities=_with_parties(signs.entities, happened, open_gazetteer(settings)),
        dates=signs.dates,
        events=happened,
        issues=(*date_issues, *event_issues),
    )


def explain(document: Document, settings: Settings | None = None) -> Iterator[str]:
    """Yield the lines of a readable trace: each sentence, what was found in it, events made and refused, and why.

    Parameters and errors are those of `analyse`.
    """
    settings = settings or Settings()
    signs, _ = _signs(document, settings)
    return trace.trace(*signs, likely.load(settings.trained / "acts.json"))


def analyse_all(documents: Iterable[Document], settings: Settings | None = None) -> Iterator[Analysis]:
    """Analyse documents one by one, as they come; nothing is kept."""
    settings = settings or Settings()
    return (analyse(document, settings) for document in documents)


def corrected(analysis: Analysis, log: Sequence[Correction], settings: Settings | None = None) -> Analysis:
    """Apply a person's corrections to one analysis, as it was read; see `geo.correct`.

    What no longer fits the document is an issue of kind ``correction_lost``.
    """
    return apply.apply(analysis, log, _known(log, settings)) if log else analysis


def atlas(analyses: Iterable[Analysis], log: Sequence[Correction] = (), settings: Settings | None = None) -> Atlas:
    """Draw several analyses together: the same event told twice becomes one, relations are counted.

    Parameters
    ----------
    analyses
        Analyses with unique document ids, as they were read.
    log
        Corrections by a person, in their order; they hold for the analyses and for what they tell together.
    settings
        Where the gazetteer is that corrections point into; the defaults if None.

    Returns
    -------
    Atlas
        Its event ids are unique across the documents.

    Raises
    ------
    InputError
        If two documents have one id: a quote could not tell which of them it is from.
    """
    known = _known(log, settings)
    read = [apply.reread(analysis, log, known) for analysis in _apart(analyses)]
    merged, merge_issues = merge.merge([one.analysis for one in read])
    happened, lost = apply.joined(merged, read, log)
    kept = tuple(apply.finished(one, log) for one in read)
    entities: dict[str, Entity] = {}
    for analysis in kept:
        entities.update(analysis.entities)
    issues = (*chain.from_iterable(analysis.issues for analysis in kept), *merge_issues, *lost)
    return Atlas(
        analyses=kept,
        entities=entities,
        events=happened,
        relations=relations.relations(happened, entities),
        issues=tuple(dict.fromkeys(issues)),
        corrections=tuple(log),
    )


def _apart(analyses: Iterable[Analysis]) -> Iterator[Analysis]:
    """Refuse a second document with the id of another."""
    known: set[str] = set()
    for analysis in analyses:
        if analysis.document.id in known:
            raise InputError(f"two texts have the id «{analysis.document.id}»; give each an id of its own")
        known.add(analysis.document.id)
        yield analysis


def find_entities(name: str, settings: Settings | None = None, language: str | None = None) -> list[Entity]:
    """Return what a name, as a person types it, may mean; near spellings where nothing has exactly that name."""
    gazetteer = open_gazetteer(settings or Settings())
    found = {entity.id: entity for _, entity in gazetteer.find(name, language)}
    return list(found.values()) or gazetteer.suggest(name)


def _known(log: Iterable[Correction], settings: Settings | None) -> dict[str, Entity]:
    """Return the entities that corrections point to."""
    ids = apply.wanted(log)
    return closed(dict.fromkeys(ids), open_gazetteer(settings or Settings())) if ids else {}


def folium_map(
    sources: Iterable[str | Path | Document | Analysis],
    *,
    title: str | None = None,
    interface: Literal["en", "ar"] = "en",
    settings: Settings | None = None,
) -> folium.Map:
    """Draw texts on a folium map; see `geo.map`."""
    from geo import layers, render
    from geo.read.workspace import corrections_in
    from geo.render import payload

    settings, given = settings or Settings(), list(sources)
    log = corrections_in([str(one) for one in given if isinstance(one, str | Path)], settings)
    drawn = atlas((_analysis_of(source, settings) for source in _documents(given, settings)), log, settings)
    frames = layers.frames(drawn, settings)
    return render.folium_map(payload.build(drawn, frames, title=title, interface=interface), settings)


def _documents(
    sources: Iterable[str | Path | Document | Analysis], settings: Settings
) -> Iterator[Document | Analysis]:
    """Give the documents that paths lead to; a path that cannot be read is an error here."""
    from geo.read import Problem, read_paths

    for known, some in groupby(sources, lambda source: isinstance(source, Document | Analysis)):
        if known:
            yield from cast("Iterator[Document | Analysis]", some)
            continue
        # Together, so that files of one name in two folders get ids of their own.
        for found in read_paths(cast("Iterator[str | Path]", some), settings=settings):
            if isinstance(found, Problem):
                raise InputError(f"{found.source}: {found.message}")
            yield found


def _analysis_of(source: Document | Analysis, settings: Settings) -> Analysis:
    return source if isinstance(source, Analysis) else analyse(source, settings)


class _Signs(NamedTuple):
    """What a text says before it is put together as events: what `geo.relate` takes, in its order."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    entities: Mapping[str, Entity]
    dates: tuple[DateMention, ...]
    chunks: tuple[Chunk, ...]
    triggers: tuple[Trigger, ...]


def _signs(document: Document, settings: Settings) -> tuple[_Signs, tuple[Issue, ...]]:
    """Take a document through recognise and resolve; the issues are those of its dates."""
    document = _checked(document, settings)
    folded = fold(document.text)
    gazetteer = open_gazetteer(settings)
    lexicon = open_lexicon(settings, document.language)
    sentences = _sentences(document)
    found = places.recognise(document, folded, gazetteer, lexicon)
    mentions = resolve(document, sentences, found, gazetteer, settings)
    told, issues = dates.recognise(document, folded, lexicon)
    chunks = actors.recognise(document, folded, sentences, mentions, lexicon, gazetteer)
    cues = triggers.recognise(document, folded, sentences, lexicon)
    return _Signs(document, sentences, mentions, _entities(mentions, chunks, gazetteer), told, chunks, cues), issues


def _checked(document: Document, settings: Settings) -> Document:
    """Refuse a text that is too long; complete the hash."""
    if len(document.text) > settings.max_characters:
        raise InputTooLarge(
            f"{document.id}: the text has {len(document.text):,} characters, more than the limit of "
            f"{settings.max_characters:,}; split it into documents"
        )
    if document.sha256:
        return document
    return replace(document, sha256=hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest())


def _sentences(document: Document) -> tuple[Sentence, ...]:
    spans = sentence_spans(document.text, document.language)
    return tuple(Sentence(index, start, end) for index, (start, end) in enumerate(spans))


def _entities(mentions: Iterable[Mention], chunks: Iterable[Chunk], gazetteer: Gazetteer) -> dict[str, Entity]:
    """Return every entity that a mention is or may be, the parties of chunks, the capitals and states behind them."""
    wanted = dict.fromkeys(candidate.entity for mention in mentions for candidate in mention.candidates)
    wanted.update(dict.fromkeys(mention.entity for mention in mentions if mention.entity))
    wanted.update(dict.fromkeys(chunk.actor for chunk in chunks if chunk.actor))
    return closed(wanted, gazetteer)


def _with_parties(entities: Mapping[str, Entity], happened: Iterable[Event], gazetteer: Gazetteer) -> dict[str, Entity]:
    """Add the entities that only the events point to (a party inferred from an office, an inferred place)."""
    wanted: dict[str, None] = {}
    for event in happened:
        wanted.update(dict.fromkeys(actor.entity for actor in event.actors if ":" in actor.entity))
        if event.place:
            wanted[event.place.entity] = None
    if wanted.keys() <= entities.keys():
        return dict(entities)
    return {**closed({**dict.fromkeys(entities), **wanted}, gazetteer), **entities}
