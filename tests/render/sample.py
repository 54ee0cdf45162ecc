# ruff: noqa: E501 - tables read best one row a line
"""A small atlas and its frames, written for the tests of the renderer: three texts, every look a mark can have."""

from __future__ import annotations

import datetime as dt

import geopandas as gpd
from shapely.geometry import LineString, Point

from geo import records as r

ARABIC = (
    "استضافت مسقط في 3 مارس 2024 لقاء بين وزيري خارجية مصر وتركيا. "
    "ووقّع الجانبان في القاهرة 7 اتفاقيات للنقل عبر ممر البحر الأحمر.\n"
    "وزار الرئيس التركي العراق في أوائل عام 2024، واتهمت بغداد أنقرة بقصف مواقع قرب دهوك."
)
ENGLISH = (
    "😀 Egypt and Türkiye signed 9 agreements in Cairo, the ministry said. "
    "A planned line would link Basra with Mersin. Ankara may send aid to Sudan in 2025. Both states belong to the D-8."
)
RUSSIAN = "Египет и Турция подписали соглашения в Каире. Ирак отверг обвинения Анкары."


def at(text: str, words: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def sentences(text: str) -> tuple[r.Sentence, ...]:
    spans, start = [], 0
    for part in text.replace("\n", " ").split(". "):
        end = min(start + len(part) + 1, len(text))
        spans.append(r.Sentence(len(spans), start, end))
        start = end + 1
    return tuple(spans)


ENTITIES = {
    "country:EG": ("country", "مصر", "Egypt", 30.04, 31.24), "country:TR": ("country", "تركيا", "Türkiye", 39.93, 32.85),
    "country:IQ": ("country", "العراق", "Iraq", 33.31, 44.37), "country:SD": ("country", "السودان", "Sudan", 15.5, 32.56),
    "geonames:287286": ("city", "مسقط", "Muscat", 23.58, 58.41), "geonames:360630": ("city", "القاهرة", "Cairo", 30.04, 31.24),
    "geonames:98182": ("city", "بغداد", "Baghdad", 33.31, 44.37), "geonames:94298": ("city", "دهوك", "Duhok", 36.87, 42.99),
    "geonames:323786": ("city", "أنقرة", "Ankara", 39.93, 32.85), "geonames:99532": ("city", "البصرة", "Basra", 30.51, 47.81),
    "geonames:304531": ("city", "مرسين", "Mersin", 36.81, 34.64), "geonames:379252": ("city", "الخرطوم", "Khartoum", 15.5, 32.56),
    "water:red-sea": ("water", "البحر الأحمر", "Red Sea", 20.5, 38.5),
    "corridor:red-sea": ("corridor", "ممر البحر الأحمر", "Red Sea corridor", None, None),
    "corridor:development-road": ("corridor", "طريق التنمية", "Development Road", None, None),
    "org:d-8": ("organisation", "مجموعة الثماني النامية", "D-8", None, None),
}  # fmt: skip

MEMBERS = {"org:d-8": ("country:EG", "country:TR", "country:IR", "country:PK")}
NAMED = [
    ("ar-1", "مسقط", "geonames:287286"), ("ar-1", "القاهرة", "geonames:360630"), ("ar-1", "ممر البحر الأحمر", "corridor:red-sea"),
    ("ar-1", "البحر الأحمر", "water:red-sea"), ("ar-1", "مصر", "country:EG"), ("ar-1", "تركيا", "country:TR"),
    ("ar-1", "العراق", "country:IQ"), ("ar-1", "بغداد", "geonames:98182"), ("ar-1", "دهوك", "geonames:94298"),
    ("ar-1", "أنقرة", "geonames:323786"), ("en-1", "Egypt", "country:EG"), ("en-1", "Türkiye", "country:TR"),
    ("en-1", "Cairo", "geonames:360630"), ("en-1", "Basra", "geonames:99532"), ("en-1", "Mersin", "geonames:304531"),
    ("en-1", "Ankara", "geonames:323786"), ("en-1", "Sudan", "country:SD"), ("ru-1", "Египет", "country:EG"),
    ("ru-1", "Турция", "country:TR"), ("ru-1", "Каире", "geonames:360630"), ("ru-1", "Ирак", "country:IQ"),
    ("en-1", "planned line", "corridor:development-road"), ("en-1", "D-8", "org:d-8"),
]  # fmt: skip

EVENTS = [
    # In the order of what is unpacked in event_rows below.
    ("e1", "CONSULT", "meet", ("country:EG", "country:TR"), [("ar-1", "لقاء")], "2024-03-03", "2024-03-03", "2024-03-03", [],
     ("geonames:287286", "city", "stated"), "did"),
    ("e2", "AGREE", "sign", ("country:EG", "country:TR"), [("ar-1", "ووقّع"), ("en-1", "signed"), ("ru-1", "подписали")], "2024-03-03",
     "2024-03-03", "2024-03-03", ["inherited"], ("geonames:360630", "city", "stated"), "did"),
    ("e3", "CONSULT", "visit", ("country:TR", "country:IQ"), [("ar-1", "وزار")], "2024-01~/2024-03~", "2024-01-01", "2024-03-31", ["vague"],
     ("geonames:98182", "country", "inferred"), "did"),
    ("e4", "ACCUSE", "accuse", ("country:IQ", "country:TR"), [("ar-1", "واتهمت")], None, None, None, [],
     ("geonames:98182", "city", "stated"), "did"),
    ("e5", "ASSAULT", "strike", ("country:TR", "country:IQ"), [("ar-1", "قصف")], None, None, None, [],
     ("geonames:94298", "city", "stated"), "did"),
    ("e6", "AID", "aid", ("country:TR", "country:SD"), [("en-1", "send aid")], "2025", "2025-01-01", "2025-12-31", [],
     ("geonames:379252", "country", "inferred"), "may"),
    ("e7", "REJECT", "reject", ("country:IQ", "country:TR"), [("ru-1", "отверг")], None, None, None, [], None, "did"),
]  # fmt: skip

TEXTS = {
    "ar-1": ("ar", "لقاء في مسقط", ARABIC),
    "en-1": ("en", "Agreements signed in Cairo", ENGLISH),
    "ru-1": ("ru", None, RUSSIAN),
}


def atlas() -> r.Atlas:
    entities = {
        key: r.Entity(key, kind, {"ar": ar, "en": en}, lat=lat, lon=lon, members=MEMBERS.get(key, ()))  # type: ignore[arg-type]
        for key, (kind, ar, en, lat, lon) in ENTITIES.items()
    }
    analyses = tuple(
        r.Analysis(
            r.Document(id=key, text=text, language=language, title=title, published=dt.date(2024, 4, 1), source=f"{key}.txt"),  # type: ignore[arg-type]
            sentences(text),
            tuple(mention(f"m{i}", key, words, entity) for i, (doc, words, entity) in enumerate(NAMED) if doc == key),
            dates=(r.DateMention("d1", *at(text, "3 مارس 2024"), "3 مارس 2024", "2024-03-03", dt.date(2024, 3, 3), dt.date(2024, 3, 3)),)
            if key == "ar-1" else (),
        )
        for key, (language, title, text) in TEXTS.items()
    )  # fmt: skip
    issues = (r.Issue("figures_differ", "7 / 9", "en-1", (sentence_of("en-1", "signed")[1:],), ("e2",)),)
    return r.Atlas(analyses, entities, tuple(event(row) for row in EVENTS), (), issues)


def mention(number: str, document: str, words: str, entity: str) -> r.Mention:
    start, end = at(TEXTS[document][2], words)
    kind = {"corridor": "corridor", "org": "organisation"}.get(entity.partition(":")[0], "place")
    return r.Mention(number, start, end, words, kind, "name", entity=entity, score=0.9)  # type: ignore[arg-type]


def event(row: tuple) -> r.Event:
    key, kind, mode, (first, second), told, edtf, lo, hi, flags, place, polarity = row
    evidence = tuple(
        r.Evidence(
            doc, *sentence_of(doc, words)[1:], "…", sentence_of(doc, words)[0], r.Span(*at(TEXTS[doc][2], words))
        )
        for doc, words in told
    )
    return r.Event(
        key, kind, mode, (r.Actor(first, first[-2:]), r.Actor(second, second[-2:], "recipient")), evidence, evidence[0].trigger,
        r.EventDate(edtf, dt.date.fromisoformat(lo), dt.date.fromisoformat(hi), None, tuple(flags)) if edtf else None,
        r.EventPlace(*place) if place else None, polarity=polarity, score=0.8, rule="sample.1",
    )  # type: ignore[arg-type]  # fmt: skip


def sentence_of(document: str, words: str) -> tuple[int, int, int]:
    text = TEXTS[document][2]
    start = at(text, words)[0]
    found = next(one for one in sentences(text) if one.start <= start < one.end)
    return found.index, found.start, found.end


def quote(document: str, words: str) -> dict:
    number, start, end = sentence_of(document, words)
    text = TEXTS[document][2]
    return {"document": document, "title": TEXTS[document][1], "sentence": number, "start": start, "end": end,
            "text": text[start:end], "prefix": "", "suffix": "", "mention": list(at(text, words))}  # fmt: skip


def base(layer: str, key: str) -> dict:
    kind, ar, en, _, _ = ENTITIES[key]
    told = [(doc, words) for doc, words, entity in NAMED if entity == key]
    return {"id": key, "layer": layer, "kind": kind, "name": en, "name_ar": ar, "name_en": en, "count": len(told),
            "quotes": [quote(*one) for one in told], "score": 0.9}  # fmt: skip


def place_rows() -> list[dict]:
    rows = []
    for key, (kind, _, _, lat, lon) in ENTITIES.items():
        if kind in {"city", "water"}:
            told = base("places", key)
            rows.append({**told, "precision": "region" if kind == "water" else "city", "basis": "stated" if told["count"] else "inferred",
                         "gazetteer": f"https://www.geonames.org/{key.partition(':')[2]}/", "why": ["country named in the text: Egypt", "an unheard-of reason"],
                         "candidates": [[key, 0.9, ["exact name"]], ["country:EG", 0.1, []]], "geometry": Point(lon, lat)})  # fmt: skip
    return rows


def country_rows() -> list[dict]:
    return [
        {**base("countries", key), "geometry": Point(v[4], v[3])} for key, v in ENTITIES.items() if v[0] == "country"
    ]


def corridor_rows() -> list[dict]:
    red = LineString([(32.5, 29.9), (34, 27.5), (38, 21), (42.5, 13.5), (43.3, 12.6)])
    road = LineString([(47.8, 30.5), (44.4, 33.3), (42.9, 36.9), (38, 37.2), (34.6, 36.8)])
    return [
        {
            **base("corridors", "corridor:red-sea"),
            "status": "operating",
            "mode": "sea",
            "branch": None,
            "geometry": red,
        },
        {
            **base("corridors", "corridor:development-road"),
            "status": "planned",
            "mode": "rail",
            "branch": "rail",
            "geometry": road,
        },
    ]


def event_rows() -> list[dict]:
    rows = []
    for key, kind, mode, pair, told, edtf, lo, hi, flags, place, polarity in EVENTS:
        names = [ENTITIES[one] for one in pair]
        where = ENTITIES[place[0]] if place else None
        rows.append({
            "id": key, "layer": "events", "kind": "event", "type": kind, "mode": mode, "quad": r.QUAD_OF[kind], "name": "",
            "count": len(told), "date": edtf, "date_start": lo, "date_end": hi, "date_flags": flags, "tense": "past", "polarity": polarity,
            "precision": place[1] if place else None, "basis": place[2] if place else None, "score": 0.8, "rule": "sample.1",
            "place_name": {"name_ar": where[1], "name_en": where[2]} if where else None,
            "actors": [{"entity": one, "role": role, "name_ar": n[1], "name_en": n[2]} for one, n, role in zip(pair, names, ("actor", "recipient"), strict=True)],
            "quotes": [quote(*one) for one in told], "geometry": Point(where[4], where[3]) if where else None,
        })  # fmt: skip
    return rows


def relation_rows() -> list[dict]:
    rows = []
    for first, second in (("country:EG", "country:TR"), ("country:IQ", "country:TR"), ("country:SD", "country:TR")):
        a, b = ENTITIES[first], ENTITIES[second]
        events = [row[0] for row in EVENTS if set(row[3]) == {first, second}]
        rows.append({"id": f"{first}-{second}", "layer": "relations", "kind": "relation", "first": first, "second": second, "count": len(events),
                     "name": f"{a[2]} – {b[2]}", "name_ar": f"{a[1]} – {b[1]}", "name_en": f"{a[2]} – {b[2]}", "events": events,
                     "geometry": LineString([(a[4], a[3]), (b[4], b[3])])})  # fmt: skip
    return rows


def bloc_rows() -> list[dict]:
    return [
        {**base("blocs", key), "code": "D-8", "members": [one[-2:] for one in members], "geometry": None}
        for key, members in MEMBERS.items()
    ]


def frames() -> dict[str, gpd.GeoDataFrame]:
    rows = {
        "places": place_rows(),
        "countries": country_rows(),
        "corridors": corridor_rows(),
        "events": event_rows(),
        "relations": relation_rows(),
        "blocs": bloc_rows(),
    }
    return {name: gpd.GeoDataFrame(part, geometry="geometry", crs="EPSG:4326") for name, part in rows.items()}
