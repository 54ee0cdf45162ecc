"""The whole road, from a text to records: offsets, determinism, hostile heaps of words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geo
from geo.errors import InputError, InputTooLarge
from geo.records import Analysis, Language

HEAPS: dict[Language, list[str]] = {
    "ar": ["التقى", "الرئيس", "الإيراني", "والروسي", "بنظيره", "في", "موسكو", "للقاهرة", "وبطهران", "أمس", "وقّعا",
           "البلدان", "منظمة شنغهاي للتعاون", "الممر الشمالي-الجنوبي", "12 ديسمبر 2025", "لم", "سيزور", "«", "»", "،"],
    "fa": ["رئیس‌جمهور", "ایران", "با", "همتای", "روس", "خود", "در", "تهران", "دیدار", "کرد", "۱۸ مرداد ۱۴۰۴", "را"],
    "ru": ["Президент", "России", "встретился", "с", "президентом", "Белоруссии", "в", "Минске", "вчера", "ШОС", "МИД"],
    "en": ["Russian", "President", "met", "US", "us", "officials", "in", "Paris,", "Texas", "on Monday", "The Hague"],
}  # fmt: skip
JUNK = [
    "\u200f",
    "\u202e",
    "ـ",
    "َّ",
    "\n\n",
    "😀",
    "<script>",
    "&amp;",
    "\x00",
    "ﻻ",
    "İ",
    "e\u0301",
    "\ud800",
    "  ",
    "#السعودية",
]


def spans(analysis: Analysis) -> Iterator[tuple[int, int, str]]:
    for record in (*analysis.mentions, *analysis.dates):
        yield record.start, record.end, record.text
    for event in analysis.events:
        for evidence in event.evidence:
            yield evidence.start, evidence.end, evidence.text


@pytest.mark.parametrize("language", list(HEAPS))
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_every_record_quotes_its_text(language: Language, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(HEAPS[language] + JUNK), max_size=40))
    glue = data.draw(st.sampled_from([" ", "", "\u00a0"]))
    text = glue.join(words)
    analysis = geo.analyse(text, language=language, published=dt.date(2025, 12, 15))
    assert all(text[start:end] == quote for start, end, quote in spans(analysis))
    assert all(0 <= s.start < s.end <= len(text) for s in analysis.sentences)
    known = set(analysis.entities)
    assert all(mention.entity in known for mention in analysis.mentions if mention.entity)
    assert all(actor.entity in known for event in analysis.events for actor in event.actors if ":" in actor.entity)


def test_the_same_text_gives_the_same_records() -> None:
    text = "زار وزير الخارجية التركي بغداد أمس ووقّع اتفاقا مع نظيره العراقي."
    assert geo.analyse(text, published="2024-04-23") == geo.analyse(text, published="2024-04-23")


def test_a_text_over_the_limit_is_refused_by_name() -> None:
    with pytest.raises(InputTooLarge, match="long: the text has 11 characters"):
        geo.analyse("كلام كثير ج", id="long", settings=geo.Settings(max_characters=10))


def test_an_empty_text_has_nothing_in_it() -> None:
    analysis = geo.analyse("")
    assert (analysis.mentions, analysis.events, analysis.sentences) == ((), (), ())


def test_two_texts_with_one_id_are_refused_and_two_files_of_one_name_are_not(tmp_path: Path) -> None:
    twice = [geo.analyse("خبر من أوسلو."), geo.analyse("خبر من طوكيو.")]
    with pytest.raises(InputError, match="id «text»"):
        geo.map(twice)
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(f"News from Oslo, {folder}.", encoding="utf-8")
    page = geo.map([tmp_path / "a", tmp_path / "b" / "same.txt", twice[0]]).get_root().render()
    assert all(f"News from Oslo, {folder}." in page for folder in ("a", "b"))


def test_the_public_names_are_the_documented_ones() -> None:
    assert set(geo.__all__) == {"Analysis", "Atlas", "Document", "GeoError", "Settings", "analyse", "map"}
