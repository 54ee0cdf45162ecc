"""What the Persian order of words asks of a reader: the verb last, the clause with «که», the paper's own country."""

from __future__ import annotations

import datetime as dt

import pytest

DAY = dt.date(2024, 5, 15)


def _codes(event) -> set[str]:
    return {actor.code for actor in event.actors}


def _only(read, text: str):
    events = read(text, "fa", DAY).events
    assert len(events) == 1, [(one.type, _codes(one)) for one in events]
    return events[0]


def test_a_clause_with_ke_is_passed_over_on_the_way_to_the_subject(read) -> None:
    text = "وزیر دفاع پرو که هفته پیش از کنیا بازگشته است، شیلی را به نقض مرز متهم کرد."
    event = next(one for one in read(text, "fa", DAY).events if one.type == "ACCUSE")
    assert _codes(event) == {"PER", "CHL"}


def test_the_goal_before_a_verb_is_the_place(read) -> None:
    event = _only(read, "رئیس جمهور کنیا به کامپالا سفر کرد.")
    assert event.place is not None
    assert event.place.entity == "geonames:232422"


def test_the_object_before_a_verb_is_the_place(read) -> None:
    event = _only(read, "ارتش اتیوپی شهر خارطوم در سودان را بمباران کرد.")
    assert event.place is not None
    assert event.place.precision == "city"


def test_a_weekday_is_no_capital(read) -> None:
    event = _only(read, "معاون وزیر خارجه پرو دوشنبه در سانتیاگو با همتای شیلیایی خود دیدار کرد.")
    assert _codes(event) == {"PER", "CHL"}
    assert event.date is not None
    assert event.date.edtf == "2024-05-13"


@pytest.mark.parametrize("who", ["وزیر امور خارجه کشورمان", "رهبر انقلاب", "رئیس مجلس شورای اسلامی"])
def test_a_paper_names_its_own_state_without_saying_so(read, who: str) -> None:
    assert _codes(_only(read, f"{who} با نخست‌وزیر اردن دیدار کرد.")) == {"IRN", "JOR"}


def test_a_paper_of_kabul_means_another_country(read) -> None:
    text = "کابل – وزیر خارجه کشورمان با نخست‌وزیر اردن دیدار کرد."
    assert _codes(_only(read, text)) == {"AFG", "JOR"}


def test_this_country_is_the_one_named_last(read) -> None:
    text = "رئیس جمهور کنیا در ژاپن با نخست‌وزیر این کشور دیدار کرد."
    assert _codes(_only(read, text)) == {"KEN", "JPN"}


def test_a_passive_turns_round(read) -> None:
    event = _only(read, "سفیر پرو از سوی شیلی اخراج شد.")
    assert {actor.code: actor.role for actor in event.actors} == {"CHL": "actor", "PER": "recipient"}


def test_a_noun_with_this_takes_up_the_act_told_before(read) -> None:
    text = "وزیر خارجه کنیا با همتای ژاپنی خود دیدار کرد. این دیدار روز سه‌شنبه صورت گرفت."
    event = _only(read, text)
    assert event.date is not None
    assert event.date.edtf == "2024-05-14"


def test_who_acts_together_and_who_is_left_out(read) -> None:
    text = "کنیا به همراه اوگاندا به سومالی حمله کرد."
    roles = {actor.code: actor.role for actor in _only(read, text).actors}
    assert roles == {"KEN": "actor", "UGA": "actor", "SOM": "recipient"}


@pytest.mark.parametrize(
    "text",
    [
        "اگر کنیا به سومالی حمله کرد، اوگاندا چه خواهد کرد؟",
        "کنیا متحد اوگاندا در نبرد با سومالی است.",
        "وزیر خارجه کنیا در نشست خبری مشترک با همتای ژاپنی خود سخن گفت.",
        "کنیا نتوانست با سومالی به توافق برسد.",
    ],
)
def test_what_tells_of_no_act(read, text: str) -> None:
    assert read(text, "fa", DAY).events == ()
