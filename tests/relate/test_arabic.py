"""Arabic news as it is written: headlines, datelines, brackets, chains of verbs, venues behind nouns of class."""

from __future__ import annotations

import datetime as dt

import pytest

from geo.records import Analysis


def told(analysis: Analysis) -> list[tuple[str, set[str]]]:
    return [(event.type, {actor.code for actor in event.actors}) for event in analysis.events]


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("لقاء كيني - أوغندي في نيروبي لبحث أمن الحدود", "CONSULT", {"KEN", "UGA"}),
        ("انسحاب القوات الفرنسية من النيجر بعد أشهر", "RETREAT", {"FRA", "NER"}),
        ("وكان الرئيس الكيني قد التقى نظيره الأوغندي في مدريد.", "CONSULT", {"KEN", "UGA"}),
        ("هددت وزارة الدفاع الهندية، مساء أمس، باكستان برد قاس.", "THREATEN", {"IND", "PAK"}),
        ("دان الرئيس الكيني الغارات الإثيوبية على إريتريا.", "ACCUSE", {"KEN", "ETH"}),
        ("عقد مجلس الأمن الدولي جلسة مغلقة أمس.", "CONSULT", {"UN"}),
        ("دارت معارك بين إثيوبيا وإريتريا قرب الحدود.", "ASSAULT", {"ETH", "ERI"}),
        ("أعادت كندا فتح الحدود مع الولايات المتحدة.", "CONCEDE", {"CAN", "USA"}),
    ],
)
def test_usual_ways_of_telling_an_act(read, text: str, kind: str, parties: set[str]) -> None:
    assert told(read(text)) == [(kind, parties)]


def test_the_guest_stands_behind_day_and_place(read) -> None:
    text = "استقبل ملك الأردن، أمس الأحد في عمّان، رئيس وزراء بولندا."
    analysis = read(text, published=dt.date(2024, 5, 6))
    assert told(analysis) == [("CONSULT", {"JOR", "POL"})]
    (event,) = analysis.events
    assert event.date is not None
    assert event.date.edtf == "2024-05-05"


def test_a_verb_that_goes_on_keeps_the_subject_before_it(read) -> None:
    found = told(read("نفت إسرائيل التقارير، واتهمت إيران بالوقوف وراءها."))
    assert ("ACCUSE", {"ISR", "IRN"}) in found


def test_papers_and_companies_are_no_parties(read) -> None:
    analysis = read("نيروبي - (رويترز) - استدعت وزارة الخارجية السفير الأوغندي للاحتجاج.")
    assert told(analysis) == [("ACCUSE", {"KEN", "UGA"})]


def test_the_act_and_not_the_one_who_denounced_it_is_what_struck(read) -> None:
    assert all(kind != "ASSAULT" for kind, _ in told(read("أدانت كينيا الهجوم الذي استهدف قافلة في بيدوا.")))


@pytest.mark.parametrize(
    ("text", "place", "basis"),
    [
        ("عقدت كينيا وأوغندا محادثات بمدينة جنيف.", "Geneva", "stated"),
        ("اختتمت كينيا وأوغندا محادثاتهما في العاصمة الإسبانية.", "Madrid", "inferred"),
        ("استضافت جنيف محادثات بين كينيا وأوغندا.", "Geneva", "stated"),
        ("سحبت فرنسا قواتها من النيجر.", "Niger", "inferred"),
    ],
)
def test_the_venue_is_found_behind_nouns_of_class_capitals_and_hosts(read, text: str, place: str, basis: str) -> None:
    analysis = read(text)
    (event,) = analysis.events
    assert event.place is not None
    assert (analysis.entities[event.place.entity].name["en"], event.place.basis) == (place, basis)


def test_what_the_talks_were_about_is_no_venue(read) -> None:
    (event,) = read("بحث وزير الخارجية الكيني مع نظيره الأوغندي الوضع في السودان.").events
    assert event.place is None


def test_a_deadline_dates_nothing(read) -> None:
    (event,) = read("وقعت كينيا وأوغندا اتفاقا يسري حتى عام 2030.", published=dt.date(2024, 5, 6)).events
    assert event.date is None


def test_wishes_reach_over_their_conjunction(read) -> None:
    assert read("يأمل العراق أن تزور رئيسة الوزراء الإيطالية بغداد.").events == ()


def test_names_hold_no_verbs(read) -> None:
    assert told(read("زار وزير الخارجية المغربي ناصر بوريطة مدريد.")) == [("CONSULT", {"MAR", "ESP"})]


def test_figures_that_differ_within_one_text_are_an_issue(read) -> None:
    first = "وقعت كينيا وأوغندا 12 اتفاقية في نيروبي يوم 3 مايو 2024."
    second = "ووقعت كينيا وأوغندا 14 اتفاقية في 3 مايو 2024."
    analysis = read(f"{first} {second}")
    assert len(analysis.events) == 1
    assert [issue.kind for issue in analysis.issues] == ["figures_differ"]


def test_the_pronoun_before_a_verb_names_its_subject_over_the_name_of_an_office(read) -> None:
    text = "سحبت السعودية سفيرها. وردت على وزير الخارجية الألماني الأسبق، زيغمار غابرييل، الذي اتهم المملكة بالتدخل."
    assert ("ACCUSE", {"DEU", "SAU"}) in told(read(text, "ar"))


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "اتفق قائد الجيش الليبي المشير خليفة حفتر مع رئيس المجلس الرئاسي لحكومة الوفاق، فائز السراج، خلال لقائهما.",
            {("AGREE", "LBY LNA"), ("CONSULT", "LBY LNA")},
        ),
        ("وأشارت الخارجية الروسية إلى أن طرد 34 دبلوماسيا فرنسيا جاء ردا على باريس.", {("SANCTION", "FRA RUS")}),
    ],
)
def test_groups_of_one_state_and_nouns_that_a_verb_tells_of(read, text: str, acts: set[tuple[str, str]]) -> None:
    assert {(kind, " ".join(sorted(parties))) for kind, parties in told(read(text, "ar"))} == acts


def test_the_other_name_of_a_group_in_brackets_does_not_act(read) -> None:
    text = "شنت القوات الأمريكية فجر الجمعة عشرات الغارات على أهداف لجماعة أنصار الله (الحوثيين) في صنعاء."
    assert told(read(text, "ar")) == [("ASSAULT", {"USA", "Houthis"})]
