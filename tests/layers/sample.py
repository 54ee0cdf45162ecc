"""A small atlas made by hand: two texts of ours, records as the pipeline would give them."""

from __future__ import annotations

import datetime as dt

from geo.records import (
    Actor,
    Analysis,
    Atlas,
    Candidate,
    Document,
    Entity,
    Event,
    EventDate,
    EventPlace,
    Evidence,
    Issue,
    Mention,
    Relation,
    Sentence,
    Span,
)

ARABIC = "استقبل الوزير الفنلندي نظيره الياباني في أوسلو. ثم زار الوفد فيجي عبر ممر شمال جنوب. =خطر"
ENGLISH = "Japan and Fiji signed a pact. Oslo denied it; talks in Fiji go on. The Northern League welcomed it."


def _country(code: str, code3: str, ar: str, en: str, capital: str) -> Entity:
    return Entity(f"country:{code}", "country", {"ar": ar, "en": en}, code, code3, code3, 0.0, 0.0, capital=capital)


ENTITIES = {
    entity.id: entity
    for entity in (
        _country("FI", "FIN", "فنلندا", "Finland", "geonames:658225"),
        _country("JP", "JPN", "اليابان", "Japan", "geonames:1850147"),
        _country("FJ", "FJI", "فيجي", "Fiji", "geonames:2198148"),
        Entity("country:SU", "country", {"ar": "الاتحاد السوفيتي", "en": "Soviet Union"}, "SU", "SUN"),
        Entity("geonames:658225", "city", {"en": "Helsinki"}, "FI", "FIN", None, 60.17, 24.94, "658225"),
        Entity("geonames:1850147", "city", {"en": "Tokyo"}, "JP", "JPN", None, 35.69, 139.69, "1850147"),
        Entity("geonames:2198148", "city", {"ar": "سوفا", "en": "Suva"}, "FJ", "FJI", None, -18.14, 178.44, "2198148"),
        Entity("geonames:3143244", "city", {"ar": "أوسلو", "en": "Oslo"}, "NO", "NOR", None, 59.91, 10.75, "3143244"),
        Entity("geonames:4", "city", {"en": "Oslo, Minnesota"}, "US", "USA", None, 48.19, -97.13, "4"),
        Entity("geonames:658000", "country", {"en": "unused"}),
        Entity("corridor:instc", "corridor", {"ar": "ممر شمال جنوب", "en": "North-South Corridor"}),
        Entity("org:northern-league", "organisation", {"ar": "رابطة الشمال", "en": "Northern League"}, code="NL",
               members=("country:FI", "country:SE", "country:RU", "country:SU")),
        Entity("person:minister", "person", {"ar": "الوزير", "en": "the Minister"}, "FI"),
    )
}  # fmt: skip


def _sentences(text: str, marks: str) -> tuple[Sentence, ...]:
    found, start = [], 0
    for place, character in enumerate(text):
        if character in marks:
            found.append((start, place + 1))
            start = place + 2
    if start < len(text):
        found.append((start, len(text)))
    return tuple(Sentence(index, *span) for index, span in enumerate(found))


def _mention(
    number: int, text: str, words: str, entity: str, form: str = "name", kind: str = "place", nth: int = 0
) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    others = (Candidate("geonames:4", 0.1),) if entity == "geonames:3143244" else ()
    readings = (Candidate(entity, 0.9, ("exact name",)), *others)
    return Mention(f"m{number}", start, start + len(words), words, kind, form, readings,
                   entity=entity, score=0.9 - number / 100, why=("exact name",), doubtful=number == 9)  # type: ignore[arg-type]  # fmt: skip


def _analyses() -> tuple[Analysis, Analysis]:
    arabic = Document("ar-1", ARABIC, "ar", "لقاء", dt.date(2024, 5, 2), "ar-1.txt")
    english = Document("en <1>", ENGLISH, "en", None, None, "en.txt", "https://example.org/a?b=1&c=2")
    told = (
        _mention(1, ARABIC, "الفنلندي", "country:FI", "adjective"),
        _mention(2, ARABIC, "الياباني", "country:JP", "adjective"),
        _mention(3, ARABIC, "أوسلو", "geonames:3143244"),
        _mention(4, ARABIC, "فيجي", "country:FJ"),
        _mention(5, ARABIC, "ممر شمال جنوب", "corridor:instc", kind="corridor"),
    )
    more = (
        _mention(1, ENGLISH, "Japan", "country:JP"),
        _mention(2, ENGLISH, "Fiji", "country:FJ"),
        _mention(3, ENGLISH, "Oslo", "geonames:3143244", "metonym"),
        _mention(4, ENGLISH, "Fiji", "country:FJ", "in_name", nth=1),
        _mention(5, ENGLISH, "Northern League", "org:northern-league", kind="organisation"),
    )
    issue = Issue("date_conflict", "two days", "ar-1", ((0, 7),), ("e1",))
    return (
        Analysis(arabic, _sentences(ARABIC, "."), told, ENTITIES, issues=(issue,)),
        Analysis(english, _sentences(ENGLISH, "."), more, ENTITIES),
    )


def _evidence(analysis: Analysis, sentence: int, words: str) -> Evidence:
    text, one = analysis.document.text, analysis.sentences[sentence]
    start = text.index(words)
    return Evidence(
        analysis.document.id, one.start, one.end, text[one.start : one.end], sentence, Span(start, start + len(words))
    )


def _events(first: Analysis, second: Analysis) -> tuple[Event, ...]:
    finland, japan, fiji = (Actor(f"country:{c}", c3) for c, c3 in (("FI", "FIN"), ("JP", "JPN"), ("FJ", "FJI")))
    host = Actor("country:FI", "FIN", "actor", ("person:minister", "ضيف"))
    received = _evidence(first, 0, "استقبل")
    visited = _evidence(first, 1, "زار")
    signed = _evidence(second, 0, "signed")
    day = EventDate("2024-05-01", dt.date(2024, 5, 1), dt.date(2024, 5, 1), "d1", ("relative",))
    return (
        Event("ar-1/e1", "CONSULT", "meet", (host, japan), (received,), Span(0, 6), day,
              EventPlace("geonames:3143244", "city", "stated"), score=0.9, rule="test.1"),
        Event("ar-1/e2", "CONSULT", "visit", (finland, fiji), (visited,), visited.trigger or Span(0, 0), None,
              EventPlace("country:FJ", "country", "inferred"), score=0.7, rule="test.2"),
        Event("en <1>/e1", "AGREE", "sign", (japan, fiji), (signed,), signed.trigger or Span(0, 0),
              polarity="may", score=0.4),
    )  # fmt: skip


def atlas() -> Atlas:
    first, second = _analyses()
    events = _events(first, second)
    day, counts = dt.date(2024, 5, 1), {"verbal cooperation": 1}
    relations = (
        Relation("country:FI--country:JP", "country:FI", "country:JP", ("ar-1/e1",), counts, day, day),
        Relation("country:FJ--country:JP", "country:FJ", "country:JP", ("en <1>/e1",), counts),
    )
    return Atlas((first, second), ENTITIES, events, relations, first.issues)
