"""Tell each act once: join the tellings that one document gives of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from geo.records import Document, EventDate, Issue, Sentence
from geo.relate.draft import Draft, dates_agree

_NUMBER = re.compile(r"\d+")
_NEAR_SENTENCES = 3
#: An act at most so many days before or after the publication is what its text reports.
_NEWS_DAYS = 10
#: Ways to tell of one deal: it was agreed, it was signed.
_DEALS = frozenset({"agree", "sign", "accord"})
#: Acts of which one that has been done is not one that is to come.
_BLOWS = frozenset({"ASSAULT", "COERCE"})
#: How far behind its trigger a figure belongs to what was signed (characters).
FIGURE_REACH = 25


def merge_drafts(
    drafts: Sequence[Draft], document: Document, sentences: Sequence[Sentence]
) -> tuple[list[Draft], tuple[Issue, ...]]:
    """Join the drafts that tell of one act; the first telling is kept, enriched by the others."""
    kept: list[Draft] = []
    issues: list[Issue] = []
    for draft in drafts:
        same = next((one for one in reversed(kept) if _same_act(one, draft, document.published)), None)
        if same is None:
            kept.append(draft)
        else:
            issues += _tellings_differ(same, draft, document, sentences)
            _absorb(same, draft)
    return kept, tuple(issues)


def _tellings_differ(first: Draft, second: Draft, document: Document, sentences: Sequence[Sentence]) -> Iterator[Issue]:
    """Yield what two sentences of one document tell differently of one act: its day, its figures."""
    if first.sentence == second.sentence:
        return
    span = (sentences[second.sentence].start, sentences[second.sentence].end)
    one, two = first.date, second.date
    if one and two and one.edtf != two.edtf and not (_within(one, two) or _within(two, one)):
        yield Issue("date_conflict", f"{one.edtf} / {two.edtf}", document.id, (span,))
    told, retold = (numbers(document.text[one.trigger.end :][:FIGURE_REACH]) for one in (first, second))
    if first.type == "AGREE" and told and retold and told.isdisjoint(retold):
        message = f"{', '.join(sorted(told))} / {', '.join(sorted(retold))}"
        yield Issue("figures_differ", message, document.id, (span,))


def _within(inner: EventDate, outer: EventDate) -> bool:
    return bool(inner.lo and inner.hi and outer.lo and outer.hi and outer.lo <= inner.lo and inner.hi <= outer.hi)


def numbers(text: str) -> set[str]:
    """Return the figures in a text."""
    return {match.group() for match in _NUMBER.finditer(text)}


def _same_act(first: Draft, second: Draft, published: dt.date | None) -> bool:
    one_more = second.another and first.sentence != second.sentence
    if first.type != second.type or one_more or not dates_agree(first.date, second.date):
        return False
    common = first.parties & second.parties
    if first.type == "CONSULT":
        if not _tenses_agree(first, second):
            return False
        if abs(first.sentence - second.sentence) > 1 and _convened(first) != _convened(second):
            return False
        inside = first.parties <= second.parties or second.parties <= first.parties or _one_table(first, second)
        if (
            min(len(first.parties), len(second.parties)) == 1
            and first.parties != second.parties
            and first.actors[0][0] != second.actors[0][0]
        ):
            return False
        return inside and bool(common) and _places_agree(first, second) and _people_agree(first, second)
    if not common:
        return False
    if first.type in {"AGREE", "COOPERATE"}:
        same = first.parties <= second.parties or second.parties <= first.parties
        alike = first.mode == second.mode or first.sentence == second.sentence or {first.mode, second.mode} <= _DEALS
        return same and alike and _as_dated(first, second, published) and _places_agree(first, second)
    return _directed_alike(first, second)


def _one_table(first: Draft, second: Draft) -> bool:
    """«استضافت كابل مفاوضات», «جرت المحادثات في كابل»: two of the same parties at one place, a host beside them."""
    shared = len(first.parties & second.parties)
    met = first.place is not None and second.place is not None and first.place.entity == second.place.entity
    return met and shared >= 2 and max(len(first.parties), len(second.parties)) == shared + 1  # noqa: PLR2004


def _convened(draft: Draft) -> bool:
    """Tell whether a meeting is a session of a body («الدورة السابعة عشرة للجنة»), not one of two persons."""
    entry = draft.trigger.entry
    return entry is not None and entry.alone and draft.mode != "host" and not draft.people


def _as_dated(first: Draft, second: Draft, published: dt.date | None) -> bool:
    """Outside one sentence, an act without a date is the news of the day and not the one of 2007."""
    if first.sentence == second.sentence or (first.date is None) == (second.date is None):
        return True
    one_sided = 1 in {len(first.parties), len(second.parties)}
    alike = one_sided or first.parties == second.parties
    return (
        alike
        and (first.tense == "future") == (second.tense == "future")
        and _is_news(first.date or second.date, published)
    )


def _is_news(date: EventDate | None, published: dt.date | None) -> bool:
    """Tell whether a date is about that of the publication: a day of these days, or a weekday without a year."""
    if date is None or date.lo is None:
        return True
    return published is not None and date.hi is not None and _near(date.lo, published) and _near(date.hi, published)


def _near(day: dt.date, published: dt.date) -> bool:
    return abs((published - day).days) <= _NEWS_DAYS


def _people_agree(first: Draft, second: Draft) -> bool:
    """Tell whether two meetings may be one: each state that names its people in both names one of them twice."""
    if abs(first.sentence - second.sentence) <= 1:
        return True
    shared = ((_known(first, one), _known(second, one)) for one in first.people.keys() & second.people.keys())
    return all(one & two for one, two in shared if one and two)


def _known(draft: Draft, actor: str) -> set[str]:
    return {person for person in draft.people[actor] if person.startswith("person:")}


def _directed_alike(first: Draft, second: Draft) -> bool:
    """Acts with a direction: the same one acts, and the targets are the same or one is not told."""
    if first.type in _BLOWS and (first.tense == "future") != (second.tense == "future"):
        return False
    one, two = _side(first, "actor"), _side(second, "actor")
    if one != two:
        return False
    hit, aimed = _side(first, "recipient"), _side(second, "recipient")
    near = abs(first.sentence - second.sentence) <= _NEAR_SENTENCES
    return hit == aimed or (near and not (hit and aimed))


def _side(draft: Draft, role: str) -> frozenset[str]:
    return frozenset(identity for identity, one in draft.actors if one == role)


def _tenses_agree(first: Draft, second: Draft) -> bool:
    if first.mode == second.mode == "visit" and second.date is None and second.trigger.part == "noun":
        return True  # «سفر وزیر خارجه اتریش به ایران در پی ... انجام می‌شود», told as to come before
    return (
        first.tense == second.tense or "future" not in {first.tense, second.tense} or first.sentence == second.sentence
    )


def _places_agree(first: Draft, second: Draft) -> bool:
    if first.place is None or second.place is None or first.place.entity == second.place.entity:
        return True
    precise = {first.place.precision, second.place.precision}
    inside = precise == {"site", "city"} and first.sentence == second.sentence  # the Kremlin, in Moscow
    return ("country" in precise or inside) and first.land == second.land


def _absorb(kept: Draft, other: Draft) -> None:
    known = kept.parties
    kept.actors = (*kept.actors, *((one, role) for one, role in other.actors if one not in known))
    for actor, people in other.people.items():
        kept.people[actor] = tuple(dict.fromkeys((*kept.people.get(actor, ()), *people)))
    if kept.date is None or (other.date is not None and width(other.date) < width(kept.date)):
        kept.date = other.date or kept.date
    if kept.place is None or (kept.place.precision == "country" and other.place is not None):
        kept.place, kept.land = other.place or kept.place, other.land or kept.land
    kept.told.append((other.sentence, other.trigger))
    kept.told.extend(other.told)
    kept.score = max(kept.score, other.score)
    if other.tense == "future" != kept.tense and kept.trigger.part == "noun":
        kept.tense = other.tense


def width(date: EventDate) -> int:
    """Return how many days a date leaves open."""
    return (date.hi - date.lo).days if date.lo and date.hi else 10**6
