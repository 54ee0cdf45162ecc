"""Dates in four languages and three calendars, against the day of publication 2025-12-15 (a Monday)."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.recognise import dates
from geo.recognise.lexicon import load_lexicon
from geo.records import DateMention, Document, Issue
from geo.settings import Settings
from geo.text.fold import fold

PUBLISHED = dt.date(2025, 12, 15)


def read(
    text: str, language: str, published: dt.date | None = PUBLISHED
) -> tuple[tuple[DateMention, ...], tuple[Issue, ...]]:
    document = Document(id="t", text=text, language=language, published=published)
    found, issues = dates.recognise(document, fold(text), load_lexicon(Settings(), language))
    assert all(text[date.start : date.end] == date.text for date in found)
    return found, issues


CASES = [
    ("ar", "زار الوزير عمّان يوم ٣ تشرين الثاني/نوفمبر ٢٠٢٤", "2024-11-03"),
    ("ar", "اجتمعوا يومي 15 و16 مارس 2024", "2024-03-15/2024-03-16"),
    ("ar", "من 30 نيسان إلى 2 أيار 2023", "2023-04-30/2023-05-02"),
    ("ar", "في السابع من أكتوبر 2023", "2023-10-07"),
    ("ar", "الأربعاء الموافق 10 ديسمبر 2025", "2025-12-10"),
    ("ar", "خلال العامين الماضيين", "2023/2025"),
    ("ar", "في مايو من العام الماضي", "2024-05"),
    ("ar", "في 30 مارس/آذار الماضي", "2025-03-30"),
    ("ar", "مطلع الشهر الجاري", "2025-12-01~/2025-12-10~"),
    ("ar", "بين عامي 2014 و2018", "2014/2018"),
    ("ar", "في 5 غشت 2020", "2020-08-05"),
    ("ar", "عام 1446 هـ", "2024-07-07/2025-06-25"),
    ("ar", "في 10 خرداد 1403", "2024-05-30"),
    ("ar", "الخميس المقبل", "2025-12-18"),
    ("ar", "قبل أسبوعين", "2025-12-01~"),
    ("fa", "پنج‌شنبه ۱۴۰۳/۰۲/۰۵", "2024-04-24"),
    ("fa", "روز چهارشنبه", "2025-12-10"),
    ("fa", "اواسط بهمن ۱۴۰۲", "2024-01-31~/2024-02-09~"),
    ("fa", "سه روز پیش", "2025-12-12"),
    ("fa", "روز گذشته", "2025-12-14"),
    ("fa", "شنبه‌شب", "2025-12-13"),
    ("fa", "۲۳ اسفند سال گذشته", "2025-03-13"),
    ("fa", "در ۱۰ میزان ۱۴۰۲", "2023-10-02"),
    ("fa", "پاییز ۱۴۰۱", "2022-09-23/2022-12-21"),
    ("fa", "سه‌شنبه هفته گذشته", "2025-12-09"),
    ("fa", "هفته آینده در روزهای شنبه و یکشنبه", "2025-12-20/2025-12-21"),
    ("ru", "в июле прошлого года", "2024-07"),
    ("ru", "в минувшую субботу", "2025-12-13"),
    ("ru", "с 3 по 5 июня 2024 года", "2024-06-03/2024-06-05"),
    ("ru", "в первом квартале 2024 года", "2024-33"),
    ("ru", "в 90-х годах", "199X"),
    ("en", "on Tuesday, July 2, 2024", "2024-07-02"),
    ("en", "over the past three years", "2022/2025"),
    ("en", "in mid-2024", "2024-05~/2024-08~"),
    ("en", "from 1 January 2020 to 5 March 2021", "2020-01-01/2021-03-05"),
    ("en", "since the 19th century", "18XX"),
    ("en", "the second half of 2023", "2023-41"),
]


@pytest.mark.parametrize(("language", "text", "edtf"), CASES)
def test_reads_one_date(language: str, text: str, edtf: str) -> None:
    found, _ = read(text, language)
    assert [date.edtf for date in found] == [edtf]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وقّعا 12 وثيقة بقيمة 2025 مليون دولار"),
        ("ar", "القرار 2231 الصادر عن المجلس"),
        ("ar", "مارس الرياضة مع أصدقائه"),
        ("en", "He may march to the sea with 1900 men"),
        ("en", "flight 302 fell from 11,000 metres"),
        ("ru", "мая не было на месте"),
        ("fa", "مهر و محبت مردم"),
    ],
)
def test_numbers_and_homographs_are_no_dates(language: str, text: str) -> None:
    assert read(text, language)[0] == ()


def test_the_year_is_carried_from_the_date_before() -> None:
    found, _ = read("اتفاق في مارس 2021، ثم زيارة في مايو", "ar", published=None)
    assert [(date.edtf, date.flags) for date in found] == [("2021-03", ()), ("2021-05", ("inherited",))]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("ar", "وصل في 3 مايو 2024 وغادر في اليوم التالي", "2024-05-04"),
        ("ru", "прибыл 3 мая 2024 года и в тот же день уехал", "2024-05-03"),
        ("en", "arrived on 3 May 2024 and left the following day", "2024-05-04"),
        ("fa", "۳ مه ۲۰۲۴ رسید و فردای آن روز رفت", "2024-05-04"),
    ],
)
def test_a_day_is_counted_from_the_day_told_before(language: str, text: str, day: str) -> None:
    found, _ = read(text, language)
    assert [date.edtf for date in found] == ["2024-05-03", day]
    assert read(text[found[0].end :], language)[0] == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "طُرد السفير في أغسطس 2023 وغادرت القوات في ديسمبر من العام نفسه"),
        ("ru", "посла выслали в августе 2023 года, войска ушли в декабре того же года"),
    ],
)
def test_the_same_year_is_that_of_the_date_before(language: str, text: str) -> None:
    assert [date.edtf for date in read(text, language)[0]] == ["2023-08", "2023-12"]


def test_without_a_reference_the_day_stays_open() -> None:
    found, _ = read("يصل الوفد غدا، وكانت آخر جولة في 4 أيلول", "ar", published=None)
    assert [(date.edtf, date.lo) for date in found] == [("XXXX-XX-XX", None), ("XXXX-09-04", None)]


def test_a_gloss_that_disagrees_is_reported_and_both_kept() -> None:
    found, issues = read("في الفترة من 1 إلى 3 تير 1403 (1 إلى 3 يوليو 2024)", "ar")
    assert [date.edtf for date in found] == ["2024-06-21/2024-06-23", "2024-07-01/2024-07-03"]
    assert all("conflict" in date.flags for date in found)
    assert [(issue.kind, issue.about) for issue in issues] == [("date_conflict", ("d1", "d2"))]


def test_a_gloss_that_agrees_is_no_conflict() -> None:
    found, issues = read("في فروردين 1403 (أوائل عام 2024)", "ar")
    assert len(found) == 2
    assert issues == ()


def test_a_dateline_is_the_reference_of_a_text_without_one() -> None:
    found, _ = read("date 2024-05-19 وكالة الأنباء: وصل الوزير أمس", "ar", published=None)
    assert [date.edtf for date in found] == ["2024-05-19", "2024-05-18"]


@given(
    st.lists(
        st.sampled_from(
            ["في", "12", "١٤٠٤", "2025", "/", "-", "مايو", "كانون الأول", "و", "(", ")", "أمس", "Dec.", "31", "هـ",
             "شباط", "30", "من", "إلى", "99/99/9999", "عام", "القرن", "الماضي", "ـ", "َ", "\u200f", "\n", "الأول"]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_any_heap_of_date_words_is_read_with_exact_offsets(words: list[str]) -> None:
    found, _ = read(" ".join(words), "ar")
    assert all(date.lo is None or date.hi is None or date.lo <= date.hi for date in found)
