"""Which date of a sentence belongs to which of its events."""

from __future__ import annotations

import datetime as dt

import pytest

import geo
from geo.records import Analysis, Language

PUBLISHED = dt.date(2024, 5, 8)


def dated(analysis: Analysis) -> list[tuple[str, str | None]]:
    return [(event.mode, event.date.edtf if event.date else None) for event in analysis.events]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        (
            "التقى الرئيس الكيني نظيره الأوغندي خلال زيارته لإسبانيا على هامش منتدى اقتصادي في 3 مايو 2024.",
            "ar",
            ("meet", "2024-05-03"),
        ),
        (
            "Kenya's president met his Ugandan counterpart during his visit to Spain on 3 May 2024.",
            "en",
            ("meet", "2024-05-03"),
        ),
        ("قال سفير كينيا اليوم الأربعاء إن الرئيس الكيني سيزور أوغندا يوم السبت.", "ar", ("visit", "2024-05-11")),
        ("قال سفير كينيا اليوم الأربعاء إن الرئيس الكيني سيزور أوغندا.", "ar", ("visit", None)),
        ("زيارة الرئيس الكيني إلى أوغندا، التي تبدأ يوم السبت، تستمر يومين.", "ar", ("visit", "2024-05-11")),
        ("ومع ضغوط الغرب في أواخر عام 2010، تعززت العلاقات بعد بدء الحرب الكينية في الصومال.", "ar", ("clash", None)),
    ],
)
def test_the_date_of_the_act_told(read, text: str, language: Language, wanted: tuple[str, str | None]) -> None:
    assert wanted in dated(read(text, language, PUBLISHED))


def test_what_came_before_a_visit_keeps_its_own_date(read) -> None:
    text = "قبل زيارته أمس إلى أوسلو، سافر وزير الخارجية الكيني إلى مدريد في مارس 2024."
    assert dated(read(text, published=PUBLISHED)) == [("visit", "2024-05-07"), ("visit", "2024-03")]


def test_a_visit_that_frames_a_meeting_makes_no_pair(read) -> None:
    text = "التقى رئيس كينيا برئيس أوغندا خلال زيارته لإسبانيا في 3 مايو 2024، وناقشا تفعيل الاتفاقية بين البلدين."
    found = [(event.type, {actor.code for actor in event.actors}) for event in read(text).events]
    assert found == [("CONSULT", {"KEN", "UGA"}), ("CONSULT", {"KEN", "ESP"})]


def test_an_agreement_with_a_date_of_its_own_is_told_even_where_it_is_discussed(read) -> None:
    text = "وناقشت كينيا وأوغندا تنفيذ اتفاقية التعاون بين البلدين الموقعة في عام 2015."
    assert ("sign", "2015") in dated(read(text))


def test_two_visits_of_one_person_are_told_apart_by_their_dates(read) -> None:
    text = (
        "تأتي زيارة وزير الخارجية الكيني يوسف علي إلى أوسلو في وقت حساس. والتقى الرئيس الكيني عمر حسن وزيرا نرويجيا. "
        "قبل زيارته اليوم إلى أوسلو، سافر وزير الخارجية الكيني يوسف علي إلى أوسلو في مارس 2024."
    )
    visits = [date for mode, date in dated(read(text, published=PUBLISHED)) if mode == "visit"]
    assert visits == ["2024-05-08", "2024-03"]


def test_a_meeting_beside_one_to_come_is_to_come(read) -> None:
    text = "إلى جانب لقائه بنظيره الأوغندي، سيناقش وزير الخارجية الكيني مع المسؤولين الأوغنديين آخر التطورات."
    assert [event.tense for event in read(text).events] == ["future"]


def test_the_land_behind_a_venue_is_no_party(read) -> None:
    (event,) = read("أطلقت كينيا وإسبانيا مشروعا مشتركا في قوانغدونغ بالصين.").events
    assert {actor.code for actor in event.actors} == {"KEN", "ESP"}
    assert event.place is not None


def test_what_is_signed_in_another_year_is_not_placed_at_the_visit() -> None:
    text = (
        "شهدت الأعوام الأخيرة تقاربا، بدءا من مذكرة الدفاع بين كينيا وأوغندا في عام 2021، "
        "وزيارة وزير الدفاع الكيني لكمبالا في مايو 2024."
    )
    analysis = geo.analyse(text, language="ar")
    signed = [event for event in analysis.events if event.type == "AGREE"]
    assert [(event.date.edtf if event.date else None, event.place) for event in signed] == [("2021", None)]


def test_what_was_agreed_today_did_not_happen_on_the_day_agreed_on() -> None:
    text = "اتفق وزيرا خارجية قطر وعمان على عقد جولة ثانية يوم 19 أبريل 2025."
    (event,) = [one for one in geo.analyse(text, language="ar", published="2025-04-13").events if one.type == "AGREE"]
    assert event.date is None


def test_a_side_meeting_has_day_and_place_of_the_summit(read) -> None:
    text = (
        "Leaders of Iran and Oman held a summit in Muscat on 4 March 2025. "
        "On the sidelines of the summit, Qatar's emir met the Turkish president."
    )
    event = read(text, "en").events[-1]
    assert {actor.code for actor in event.actors} == {"QAT", "TUR"}
    assert event.date is not None
    assert (event.date.edtf, "inherited" in event.date.flags) == ("2025-03-04", True)
    assert event.place is not None
    assert (event.place.entity, event.place.basis) == ("geonames:287286", "inherited")


def test_talks_before_a_deal_were_where_the_deal_was_made(read) -> None:
    text = "توصلت الصومال وإثيوبيا في أنقرة إلى اتفاق عقب مفاوضات بين رئيس الصومال ورئيس وزراء إثيوبيا."
    places = {event.type: event.place and event.place.entity for event in read(text, "ar").events}
    assert places == {"AGREE": "geonames:323786", "CONSULT": "geonames:323786"}


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("ar", "التقى وزير الخارجية القطري نظيره التركي. وجاء اللقاء في الرياض يوم الأحد.", "geonames:108410"),
        ("en", "Qatar and Turkey held talks. The talks took place in Doha on Sunday.", "geonames:290030"),
    ],
)
def test_a_later_sentence_tells_where_the_meeting_was(read, language: str, text: str, place: str) -> None:
    (event,) = read(text, language).events
    assert event.place is not None
    assert (event.place.entity, len(event.evidence)) == (place, 2)


def test_a_visit_to_the_speaker_is_to_his_country(read) -> None:
    text = "قال سفير الصين إن بلاده ستجري محادثات مع الكويت خلال زيارة أمير الكويت لبلاده."
    assert {event.place and event.place.entity for event in read(text, "ar").events} == {"country:CN"}
