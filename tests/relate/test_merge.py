from __future__ import annotations

import datetime as dt

from geo.pipeline import analyse
from geo.records import Analysis, Document
from geo.relate.merge import merge
from geo.relate.relations import relations


def analysed(identity: str, text: str) -> Analysis:
    return analyse(Document(identity, text, "ar", published=dt.date(2024, 3, 20)))


def test_the_same_meeting_in_two_documents_is_one_event_with_two_quotes() -> None:
    one = analysed("one", "التقى الرئيس التركي نظيره اليوناني في أثينا في 7 ديسمبر 2023.")
    two = analysed("two", "عقد الرئيس اليوناني محادثات مع الرئيس التركي في أثينا يوم 7 ديسمبر 2023.")
    events, issues = merge((one, two))
    (event,) = events
    assert event.id == "one/e1"
    assert [evidence.document for evidence in event.evidence] == ["one", "two"]
    assert issues == ()


def test_meetings_on_other_days_stay_apart() -> None:
    one = analysed("one", "التقى الرئيس التركي نظيره اليوناني في أثينا في 7 ديسمبر 2023.")
    two = analysed("two", "التقى الرئيس التركي نظيره اليوناني في أثينا في 9 يناير 2024.")
    assert len(merge((one, two))[0]) == 2


def test_dates_that_overlap_but_differ_are_an_issue() -> None:
    one = analysed("one", "التقى الرئيس التركي نظيره اليوناني في أثينا في 7 ديسمبر 2023.")
    two = analysed("two", "التقى الرئيس التركي نظيره اليوناني في أثينا في ديسمبر 2023.")
    events, issues = merge((one, two))
    assert len(events) == 1
    assert [issue.kind for issue in issues] == ["date_conflict"]
    assert issues[0].about == ("one/e1", "two/e1")


def test_a_date_taken_from_another_document_does_not_point_into_the_first() -> None:
    one = analysed("one", "التقى الرئيس التركي نظيره اليوناني في أثينا في ديسمبر 2023.")
    two = analysed("two", "زار وفد كوبا. التقى الرئيس التركي نظيره اليوناني في أثينا في 7 ديسمبر 2023.")
    (event,) = (one for one in merge((one, two))[0] if one.place is not None)
    assert event.date is not None
    assert (event.date.edtf, event.date.ref) == ("2023-12-07", None)


def test_relations_count_events_by_quad_class_and_leave_out_allies_against_a_third() -> None:
    analysis = analysed("one", "فرضت كندا وأستراليا عقوبات على بيلاروسيا في مارس 2024.")
    found = relations(analysis.events, analysis.entities)
    assert {(one.first, one.second) for one in found} == {("country:BY", "country:CA"), ("country:AU", "country:BY")}
    assert all(one.counts == {"material conflict": 1} for one in found)
    assert all(one.start == dt.date(2024, 3, 1) for one in found)


def test_another_visit_to_the_same_town_is_no_part_of_the_meeting_that_two_texts_tell() -> None:
    meeting = "التقى الرئيس الإيراني مسعود بزشكيان نظيره البيلاروسي ألكسندر لوكاشينكو في مينسك"
    one = analysed("one", f"{meeting} مؤخرا.")
    two = analysed(
        "two",
        f"{meeting} في 20 أغسطس 2023. وزار وزير الخارجية الإيراني عباس عراقجي مينسك في 15 ديسمبر 2023.",
    )
    events, _ = merge((one, two))
    told = [sorted(evidence.document for evidence in event.evidence) for event in events]
    assert told == [["one", "two"], ["two"]]
    assert events[0].date is not None
    assert events[0].date.edtf == "2023-08-20"


def acts(text: str, kind: str) -> list[tuple[str, ...]]:
    events = analysed("one", text).events
    return [tuple(sorted(actor.code for actor in event.actors)) for event in events if event.type == kind]


def test_a_deal_told_again_without_its_day_is_one_deal() -> None:
    text = "وقعت تركيا والعراق أمس اتفاقاً أمنياً. وقال متحدث إن تركيا والعراق اتفقا على تسيير دوريات مشتركة."
    assert acts(text, "AGREE") == [("IRQ", "TUR")]


def test_a_deal_of_another_year_stays_apart() -> None:
    text = "وقعت تركيا والعراق اتفاقاً أمنياً. وكانت تركيا والعراق قد وقعتا عام 2008 اتفاقاً للتعاون."
    assert acts(text, "AGREE") == [("IRQ", "TUR"), ("IRQ", "TUR")]


def test_talks_told_with_their_host_and_without_it_are_one() -> None:
    text = (
        "استضافت سلطنة عمان في مسقط مفاوضات بين إيران والولايات المتحدة. وقال مسؤول إن الأجواء كانت إيجابية. "
        "وانتهت المحادثات بين إيران والولايات المتحدة في مسقط مساء اليوم."
    )
    assert acts(text, "CONSULT") == [("IRN", "OMN", "USA")]
