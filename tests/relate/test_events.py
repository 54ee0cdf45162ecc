from __future__ import annotations

import datetime as dt

from geo.records import Analysis


def told(analysis: Analysis) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(event.type, event.mode, tuple(actor.code for actor in event.actors)) for event in analysis.events]


def test_every_quote_is_the_sentence_and_the_trigger_is_in_it(read) -> None:
    analysis = read("التقى وزير الخارجية الأردني نظيره الياباني في مدريد. ووقعا اتفاقية للنقل.")
    assert len(analysis.events) == 2
    for event in analysis.events:
        for one in event.evidence:
            assert analysis.document.text[one.start : one.end] == one.text
        assert event.evidence[0].start <= event.trigger.start < event.trigger.end <= event.evidence[0].end


def test_office_and_counterpart_stand_for_their_states_and_the_venue_beats_capitals(read) -> None:
    analysis = read("التقى وزير الخارجية الأردني نظيره الياباني في مدريد.")
    (event,) = analysis.events
    assert (event.type, {actor.code for actor in event.actors}) == ("CONSULT", {"JOR", "JPN"})
    assert event.place is not None
    assert analysis.entities[event.place.entity].name["en"] == "Madrid"
    assert event.place.basis == "stated"


def test_a_visit_to_a_country_is_inferred_at_the_country(read) -> None:
    (event,) = read("زار الرئيس الكيني أوغندا يوم السبت.", published=dt.date(2024, 5, 8)).events
    assert event.mode == "visit"
    assert event.place is not None
    assert (event.place.entity, event.place.precision, event.place.basis) == ("country:UG", "country", "inferred")
    assert event.date is not None
    assert event.date.edtf == "2024-05-04"


def test_directed_acts_keep_who_did_it_to_whom(read) -> None:
    (event,) = read("طردت مولدوفا دبلوماسيا روسيا.").events
    assert [(actor.code, actor.role) for actor in event.actors] == [("MDA", "actor"), ("RUS", "recipient")]


def test_a_conjunction_of_any_length(read) -> None:
    (event,) = read("وقعت مصر والأردن والعراق اتفاقية للربط الكهربائي.").events
    assert {actor.code for actor in event.actors} == {"EGY", "JOR", "IRQ"}


def test_what_is_denied_wished_or_only_possible_is_no_event(read) -> None:
    assert read("لم تفرض كندا عقوبات على البرازيل.").events == ()
    assert read("قد تفرض كندا عقوبات على البرازيل.").events == ()
    assert read("شدد الوزير على ضرورة توقيع اتفاق بين كندا والبرازيل.").events == ()


def test_what_an_accusation_says_is_no_event_of_its_own(read) -> None:
    assert told(read("اتهمت كينيا الصومال بقصف بلدة حدودية.")) == [("ACCUSE", "accuse", ("KEN", "SOM"))]


def test_the_speaker_is_the_subject_of_the_reported_clause(read) -> None:
    analysis = read("أعلنت الخارجية الكندية أنها ستطرد ثلاثة دبلوماسيين من البرازيل.")
    (event,) = analysis.events
    assert (event.type, event.tense) == ("SANCTION", "future")
    assert [actor.code for actor in event.actors] == ["CAN", "BRA"]


def test_one_event_once_with_all_its_evidence(read) -> None:
    first = "التقى الرئيس التركي نظيره اليوناني في أثينا يوم 7 ديسمبر 2023."
    text = f"{first} وعقد الرئيس التركي محادثات مع الرئيس اليوناني."
    analysis = read(text)
    (event,) = [one for one in analysis.events if one.type == "CONSULT"]
    assert len(event.evidence) == 2
    assert event.date is not None
    assert event.date.edtf == "2023-12-07"


def test_pair_words_take_the_last_two_parties(read) -> None:
    analysis = read("التقى الرئيس التركي نظيره اليوناني في أثينا. ووقع الجانبان اتفاقية تعاون.")
    signed = next(event for event in analysis.events if event.type == "AGREE")
    assert {actor.code for actor in signed.actors} == {"TUR", "GRC"}


def test_what_is_signed_at_a_meeting_inherits_its_day(read) -> None:
    text = "التقى الرئيس التركي نظيره اليوناني في أثينا في 7 ديسمبر 2023، ووقعا إعلانا مشتركا."
    signed = next(event for event in read(text).events if event.type == "AGREE")
    assert signed.date is not None
    assert signed.date.edtf == "2023-12-07"
    assert signed.place is not None
    assert signed.place.entity == "geonames:264371"


def test_the_west_and_bare_adjectives_are_no_parties(read) -> None:
    assert read("ارتفعت أسعار النفط الإيراني والغاز الروسي.").events == ()
    assert read("انتقد الغرب القرار.").events == ()


def test_english_passive_turns_the_roles_round(read) -> None:
    (event,) = read("Georgia was attacked by Russia in 2008.", "en").events
    assert [(actor.code, actor.role) for actor in event.actors] == [("RUS", "actor"), ("GEO", "recipient")]


def test_infinitives_and_wishes_are_no_events_in_english_and_russian(read) -> None:
    assert read("Chile wants to visit Peru.", "en").events == ()
    assert read("Чили хочет посетить Перу.", "ru").events == ()


def test_word_order_of_persian_and_russian(read) -> None:
    (meeting,) = read("وزیر خارجه عمان با وزیر خارجه قطر دیدار کرد.", "fa").events
    assert {actor.code for actor in meeting.actors} == {"OMN", "QAT"}
    (attack,) = read("Россия атаковала Грузию.", "ru").events
    assert [actor.code for actor in attack.actors] == ["RUS", "GEO"]


def test_no_text_no_events(read) -> None:
    assert read("صباح الخير.").events == ()


def test_a_person_without_office_acts_for_the_state_that_the_data_gives(read) -> None:
    (event,) = read("زار بوتين كازاخستان.", published=dt.date(2024, 11, 28)).events
    assert {actor.code for actor in event.actors} == {"RUS", "KAZ"}
