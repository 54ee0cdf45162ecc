"""Recognise places, corridors, organisations and persons of the gazetteer in a text.

Every name is found first, then judged by its context in two passes: the first learns which countries the text names,
which places it introduces («مدينة ...») and which words are persons; the second decides.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from geo.recognise import context
from geo.recognise.agreement import settle
from geo.recognise.choose import choose, without_class_nouns
from geo.recognise.cues import cues_of
from geo.recognise.finder import ARTICLES, Finder
from geo.recognise.hits import words_of
from geo.recognise.in_name import is_in_name
from geo.recognise.metonym import stands_for_state
from geo.recognise.odds import WELL_KNOWN
from geo.recognise.readings import choose_kind, echoes
from geo.recognise.scene import Scene
from geo.recognise.shared_class import with_shared
from geo.records import Candidate, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.gazetteer.names import Sense
    from geo.gazetteer.store import Gazetteer
    from geo.recognise.hits import Hit, Surface
    from geo.recognise.lexicon import Lexicon
    from geo.records import Document, Form, Kind, MentionKind
    from geo.text.fold import Folded

#: A hit that is this likely before any context (log-odds) counts as evidence for its country in the first pass.
_SURE: Final = 1.5
#: Letters from these on: Cyrillic, and scripts without capitals.
_CYRILLIC, _UNICASE = "\u0400", "\u0530"
#: The Arabic article of names in Russian and English papers.
_RUSSIAN: Final = "аль эль эт эр эз эс эн эд эш ат ар аз ас ан аш"
_ARTICLES: Final = frozenset((*ARTICLES, *_RUSSIAN.split()))
_MOST_CANDIDATES: Final = 64
#: Inside an organisation's name a place need not be likely (log-odds): nothing is drawn of it.
_INNER: Final = -2.0
_FINDERS: Final[dict[tuple[int, str], Finder]] = {}
_MENTION_KIND: Final[dict[str, MentionKind]] = {
    "corridor": "corridor", "organisation": "organisation", "person": "person"
}  # fmt: skip


def recognise(document: Document, folded: Folded, gazetteer: Gazetteer, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the mentions of a document in text order.

    Parameters
    ----------
    document
        The text and its language.
    folded
        The text folded by `geo.text.fold.fold`.
    gazetteer
        What names may mean.
    lexicon
        Word lists of the document's language.

    Returns
    -------
    tuple of Mention
        With unranked candidates whose score is the prior of the gazetteer. Mentions do not overlap, except those of
        form ``in_name`` or ``adjective`` that lie inside an organisation's or person's name.
    """
    words = words_of(folded.text)
    scene = Scene(words, folded, cues_of(lexicon, document.language))
    found = _finder(gazetteer, document.language, lexicon).hits(words, folded)
    found = with_shared(found, scene, lexicon.get("places", {}).get("class_shared", {}), gazetteer)
    short = [copy(hit) for hit in found if hit.surface.echo]
    hits = [hit for hit in found if _written_as_name(hit, scene)]
    _learn(hits, scene)
    accepted = [*_decide(hits, scene), *echoes(short, scene)]
    outer = choose(accepted)
    inner = (hit for hit in hits if hit.score > _INNER)
    kept = sorted([*outer, *_visible(inner, outer)], key=lambda hit: (hit.start, -hit.end))
    covers = {id(hit) for hit in outer}
    return tuple(
        _mention(number, hit, _form(hit, scene, gazetteer, outer=id(hit) in covers), folded)
        for number, hit in enumerate(kept, 1)
    )


def _finder(gazetteer: Gazetteer, language: str, lexicon: Lexicon) -> Finder:
    """Return the finder of a language, whose memory of words lasts as long as the gazetteer."""
    key = (id(gazetteer), language)
    finder = _FINDERS.get(key)
    if finder is None:
        finder = _FINDERS[key] = Finder(gazetteer, language, lexicon.get("whole", {}))
    return finder


def _written_as_name(hit: Hit, scene: Scene) -> bool:
    """Drop readings that the capitals of the original text rule out; tell whether any is left."""
    senses = hit.surface.senses
    first = scene.folded.source[scene.folded.index[hit.start]]
    if hit.surface.echo:
        senses = tuple(sense for sense in senses if not sense.echo)
    if hit.surface.cased or (first < _UNICASE and not (first.isupper() or first.isdigit())):
        begin, end = scene.folded.original(hit.start, hit.end)
        original = scene.folded.source[begin:end]
        senses = tuple(sense for sense in senses if _fits_case(sense, original))
    if not hit.narrow(settle(hit, senses, scene)):
        return False
    if hit.is_adjective and not hit.best.weak:
        scene.nationals.add(hit.last)
    return True


def _fits_case(sense: Sense, original: str) -> bool:
    """Tell whether a sense can be written as the text writes it."""
    if sense.cased and not original.isupper():
        return False
    if original[:1] >= _UNICASE:
        return True
    if sense.form == "adjective" and original[:1] >= _CYRILLIC:
        return True
    if original[:1].isupper() or original[:1].isdigit():
        return True
    # «сектор Газа», "al-Tanf": a small noun of class or article, and the name itself.
    article, _, rest = original.partition("-")
    if article in _ARTICLES:
        return rest[:1].isupper()
    return sense.prior >= WELL_KNOWN and any(word[:1].isupper() for word in re.split("[ -]", original)[1:])


def _learn(hits: Iterable[Hit], scene: Scene) -> None:
    """First pass: note the countries that the text surely names, introduced places and persons' names."""
    for hit in hits:
        context.look(hit, scene)
        hit.score = context.score(hit, scene)
        best = hit.best
        if hit.score > 0 and hit.is_adjective:
            scene.adjectives.update(range(hit.first, hit.last + 1))
        if hit.score > _SURE:
            scene.covered.update(range(hit.first, hit.last + 1))
            if best.country and best.kind in ("country", "city", "admin"):
                scene.countries.add(best.country)
            if best.kind == "country" and best.form == "name":
                scene.states.update(range(hit.first, hit.last + 1))
        if context.is_introduced(hit):
            scene.introduced.add(hit.surface.name)
        elif context.is_person(hit, scene):
            scene.persons.add(hit.surface.name)
    scene.persons -= scene.introduced


def _decide(hits: Iterable[Hit], scene: Scene) -> list[Hit]:
    """Second pass: score again with what the first learnt; return the hits above zero."""
    accepted = []
    for hit in hits:
        if hit.surface.mixed:
            choose_kind(hit, scene)
        hit.score = context.score(hit, scene)
        if hit.score > 0:
            accepted.append(hit)
    accepted = without_class_nouns(accepted, scene)
    scene.covered.clear()
    for hit in accepted:
        scene.covered.update(range(hit.first, hit.last + 1))
    return accepted


def _visible(inner: Iterable[Hit], outer: list[Hit]) -> list[Hit]:
    """Return the inner names worth a mention: places inside organisations' and persons' names, not inside places.

    A country's adjective in the name of its own body («الحرس الثوري الإيراني») is marked ``national``.
    """
    named = [hit for hit in outer if hit.best.kind in ("organisation", "person")]
    if not named:
        return []
    starts = [hit.start for hit in named]
    inside = []
    for hit in inner:
        place = bisect_right(starts, hit.start)
        if place and _lies_in(hit, named[place - 1]) and _kind(hit) == "place":
            around = named[place - 1].best.country
            hit.national = around is not None and around == hit.best.country
            inside.append(hit)
    return choose(inside)


def _lies_in(hit: Hit, other: Hit) -> bool:
    """Tell whether a hit lies inside a longer one."""
    return other.start <= hit.start and hit.end <= other.end and hit.size < other.size


def _kind(hit: Hit) -> MentionKind:
    """Return the kind of mention that the likeliest sense of a hit makes."""
    return _MENTION_KIND.get(hit.best.kind, "place")


def _form(hit: Hit, scene: Scene, gazetteer: Gazetteer, *, outer: bool) -> Form:
    """Return the form of a hit: adjective, part of a longer name, government or plain name."""
    best = hit.best
    if not outer and not (best.form == "adjective" and hit.national):
        return "in_name"
    if best.form == "adjective":
        return "adjective"
    if _kind(hit) != "place":
        return "name"
    if is_in_name(hit, scene):
        return "in_name"
    return (
        "metonym"
        if _may_stand(best.kind, best.entity, best.country, gazetteer) and stands_for_state(hit, scene)
        else "name"
    )


@lru_cache(maxsize=50_000)
def _may_stand(kind: Kind, entity: str, country: str | None, gazetteer: Gazetteer) -> bool:
    """Tell whether a place can stand for a government: a capital, or a building that the gazetteer says so of."""
    if kind == "facility":
        return gazetteer.stands_for(entity) is not None
    if kind != "city" or not country or not gazetteer.knows(f"country:{country}"):
        return False
    return gazetteer.entity(f"country:{country}").capital == entity


def _mention(number: int, hit: Hit, form: Form, folded: Folded) -> Mention:
    """Make the record of a hit."""
    start, end = folded.original(hit.start, hit.end)
    surface = hit.surface
    if surface.candidates is None:
        surface.candidates = _candidates(surface)
    return Mention(
        id=f"m{number}",
        start=start,
        end=end,
        text=folded.source[start:end],
        kind=_kind(hit),
        form=form,
        candidates=surface.candidates,
        clitic=surface.clitic,
        score=context.probability(hit.score),
    )


def _candidates(surface: Surface) -> tuple[Candidate, ...]:
    """Return the readings of a surface that are like its best: of its form and kind of mention, the likeliest first."""
    wanted = "adjective" if surface.best.form == "adjective" else "name"
    kind = _MENTION_KIND.get(surface.best.kind, "place")
    senses = [s for s in surface.senses if s.form == wanted and _MENTION_KIND.get(s.kind, "place") == kind]
    senses.sort(key=lambda sense: (-sense.prior, -sense.population))
    return tuple(Candidate(sense.entity, sense.prior) for sense in senses[:_MOST_CANDIDATES])
