"""A made-up corpus of any size for the benchmarks: texts, mentions, events and relations, the same at every run."""

from __future__ import annotations

import datetime as dt
import random
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from geo import records as r
from geo.render.assets import basemap
from geo.settings import Settings

DOCUMENTS = 100
TOWNS = 5000
STATES = ("EG", "TR", "IR", "IQ", "SA", "AE", "QA", "RU", "CN", "US", "FR", "DE", "GB", "IN", "PK", "KZ", "UZ", "DZ",
          "MA", "TN", "LY", "SD", "ET", "KE", "NG", "ZA", "BR", "JP", "KR", "ID")  # fmt: skip
#: Verb, PLOVER type, mode.
ACTS = (
    ("met", "CONSULT", "meet"),
    ("signed an agreement with", "AGREE", "sign"),
    ("sent aid to", "AID", "aid"),
    ("accused", "ACCUSE", "accuse"),
    ("imposed sanctions on", "SANCTION", "sanction"),
    ("struck", "ASSAULT", "strike"),
)
FIRST_DAY = dt.date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence with its event and mentions."""

    text: str
    event: r.Event
    mentions: tuple[r.Mention, ...]


def atlas(events: int) -> r.Atlas:
    """Return ``events`` events in up to a hundred texts, at as many places as there are towns for them."""
    chance = random.Random(5)  # noqa: S311 - a fixed sequence, not a secret
    towns, states = _towns(chance)[: max(events // 2, 20)], _states()
    told: dict[str, list[Telling]] = defaultdict(list)
    ends: dict[str, int] = defaultdict(int)
    for number in range(events):
        key = f"text-{number % min(DOCUMENTS, max(events // 20, 1)):03}"
        parties = (*chance.sample(states, 2), chance.choice(towns))
        one = _telling(f"{key}/e{number}", (key, len(told[key]), ends[key]), parties, chance)
        told[key].append(one)
        ends[key] += len(one.text) + 1
    entities = {one.id: one for one in (*towns, *states)}
    every = tuple(one.event for part in told.values() for one in part)
    return r.Atlas(tuple(_analysis(key, part) for key, part in told.items()), entities, every, _relations(every))


def _labels() -> dict[str, dict[str, Any]]:
    """Return names and points of the states, as the basemap has them."""
    return {row["id"]: row for row in basemap(Settings())["countries"] if row["id"] in STATES}


def _towns(chance: random.Random) -> list[r.Entity]:
    """Return made-up towns, scattered around the middles of the states."""
    labels = list(_labels().values())
    return [_town(number, labels[number % len(labels)], chance) for number in range(TOWNS)]


def _town(number: int, label: dict[str, Any], chance: random.Random) -> r.Entity:
    name = f"{label['en']} {number}"
    lat, lon = max(min(chance.gauss(label["lat"], 4), 75), -50), chance.gauss(label["lon"], 6)
    return r.Entity(f"geonames:{number}", "city", {"en": name, "ar": name}, label["id"], lat=lat, lon=lon)


def _states() -> list[r.Entity]:
    return [
        r.Entity(
            f"country:{code}", "country", {"en": row["en"], "ar": row["ar"]}, code, code, code, row["lat"], row["lon"]
        )
        for code, row in _labels().items()
    ]


def _telling(key: str, at: tuple[str, int, int], parties: tuple[r.Entity, ...], chance: random.Random) -> Telling:
    document, sentence, start = at
    first, second, town = parties
    verb, kind, mode = chance.choice(ACTS)
    day = FIRST_DAY + dt.timedelta(days=chance.randrange(2000))
    tail = f" on {day:%d %B %Y}, the ministry of the former said."
    text, spans = "", []
    for part in (first.label(), " ", verb, " ", second.label(), " in ", town.label(), tail):
        spans.append((start + len(text), start + len(text) + len(part)))
        text += part
    mentions = tuple(
        r.Mention(f"{key}-{i}", *spans[i], entity.label(), "place", "name", entity=entity.id, score=0.9)
        for i, entity in ((0, first), (4, second), (6, town))
    )
    trigger = r.Span(*spans[2])
    event = r.Event(
        key,
        kind,
        mode,
        (r.Actor(first.id, str(first.code)), r.Actor(second.id, str(second.code), "recipient")),
        (r.Evidence(document, start, start + len(text), text, sentence, trigger),),
        trigger,
        r.EventDate(day.isoformat(), day, day),
        r.EventPlace(town.id, "city", "stated"),
        score=0.8,
        rule="benchmark",
    )
    return Telling(text, event, mentions)


def _analysis(key: str, told: list[Telling]) -> r.Analysis:
    ends = [(one.event.evidence[0].start, one.event.evidence[0].end) for one in told]
    return r.Analysis(
        r.Document(key, " ".join(one.text for one in told), "en", title=f"Text {key[-3:]}"),
        tuple(r.Sentence(i, *span) for i, span in enumerate(ends)),
        tuple(mention for one in told for mention in one.mentions),
    )


def _relations(events: tuple[r.Event, ...]) -> tuple[r.Relation, ...]:
    pairs: dict[tuple[str, str], list[r.Event]] = defaultdict(list)
    for event in events:
        first, second = sorted(actor.entity for actor in event.actors)
        pairs[first, second].append(event)
    found = []
    for (first, second), told in pairs.items():
        counts = {quad: sum(event.quad == quad for event in told) for quad in r.QUAD_CLASSES}
        found.append(r.Relation(f"{first}-{second}", first, second, tuple(event.id for event in told), counts))
    return tuple(found)
