"""Subjects, chains, passives and verbs that stand last, in sentences written for the project."""

from __future__ import annotations

import pytest


def _told(analysis) -> list[tuple[str, frozenset[str]]]:
    return [(event.type, frozenset(actor.code for actor in event.actors)) for event in analysis.events]


@pytest.mark.parametrize(
    ("language", "text", "kind", "parties"),
    [
        ("en", "Two Canadians were detained by China in December.", "COERCE", {"CAN", "CHN"}),
        (
            "en",
            "Taipei, which has partners such as Palau and Tuvalu, accused Beijing of pressure.",
            "ACCUSE",
            {"TWN", "CHN"},
        ),
        ("en", "Indian and Chinese officials met in New Delhi to discuss the border.", "CONSULT", {"IND", "CHN"}),
        ("en", "Russia accused Brussels of delay.", "ACCUSE", {"RUS", "EU"}),
        ("ru", "Президентами Казахстана и Узбекистана подписан договор о союзничестве.", "AGREE", {"KAZ", "UZB"}),
        ("ru", "В Тегеране осудили удары Израиля по Сирии.", "ACCUSE", {"IRN", "ISR"}),
        ("ru", "В ночь на вторник Пакистан сбил индийский беспилотник.", "ASSAULT", {"PAK", "IND"}),
        ("fa", "کنگو رواندا را به حمایت از شورشیان متهم کرد.", "ACCUSE", {"COD", "RWA"}),
        ("fa", "هیئت‌های آمریکا و اوکراین هفته آینده در ریاض دیدار خواهند کرد.", "CONSULT", {"USA", "UKR"}),
    ],
)
def test_parties_by_word_order(read, language: str, text: str, kind: str, parties: set[str]) -> None:
    assert _told(read(text, language)) == [(kind, frozenset(parties))]


def test_verbs_of_a_chain_share_their_subject(read) -> None:
    english = _told(read("Norway condemned Sudan and called on Egypt to mediate.", "en"))
    assert ("ACCUSE", frozenset({"NOR", "SDN"})) in english
    assert ("REQUEST", frozenset({"NOR", "EGY"})) in english
    persian = _told(read("عراق سفیر ترکیه را احضار کرد و از ایران حمایت کرد.", "fa"))
    assert ("ACCUSE", frozenset({"IRQ", "TUR"})) in persian
    assert ("SUPPORT", frozenset({"IRQ", "IRN"})) in persian


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "ایران به اسرائیل حمله نکرد."),
        ("fa", "ممکن است چین به تایوان حمله کند."),
        ("en", "Ukraine hopes to join NATO."),
        ("ru", "Китай может вторгнуться на Тайвань."),
        ("en", "Reuters accused Gazprom of nothing."),
    ],
)
def test_denied_possible_or_by_no_party(read, language: str, text: str) -> None:
    assert read(text, language).events == ()


def test_what_is_decided_is_told_as_an_act(read) -> None:
    assert ("SANCTION", frozenset({"EU", "RUS"})) in _told(
        read("EU foreign ministers agreed on Monday to extend sanctions on Russia for six months.", "en")
    )


def test_a_full_stop_within_a_sentence_ends_no_clause(read) -> None:
    for text in ("The U.S. imposed sanctions on Iran.", "Lt. Gen. Smith said the U.S. imposed sanctions on Iran.”"):
        assert ("SANCTION", frozenset({"USA", "IRN"})) in _told(read(text, "en")), text


def test_article_and_direction_part_no_venue_from_its_preposition(read) -> None:
    for text in ("Iranian forces seized a tanker in the Red Sea.", "Iranian forces seized a ship in southern Yemen."):
        (event,) = read(text, "en").events
        assert event.place is not None, text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Russian Foreign Minister Sergei Lavrov and his Turkish counterpart Hakan Fidan met in Antalya."),
        ("ru", "Сергей Лавров и его турецкий коллега Хакан Фидан встретились в Анталье."),
    ],
)
def test_a_counterpart_behind_and_his_takes_part(read, language: str, text: str) -> None:
    assert _told(read(text, language)) == [("CONSULT", frozenset({"RUS", "TUR"}))]


def test_half_of_a_compound_is_no_act(read) -> None:
    assert all(kind != "ASSAULT" for kind, _ in _told(read("Russia sent aid to war-torn Syria.", "en")))


def test_the_town_of_a_dateline_and_the_names_of_months_tell_no_act(read) -> None:
    text = "ABUJA, March 3 (Reuters) -- Algeria and Chad signed a trade agreement on Tuesday, May 6."
    assert _told(read(text, "en")) == [("AGREE", frozenset({"DZA", "TCD"}))]


def test_who_an_act_is_by_acts(read) -> None:
    text = "An airstrike by the Saudi-led coalition battling rebels in Yemen hit a vehicle."
    (event,) = read(text, "en").events
    assert [actor.code for actor in event.actors] == ["Saudi-led coalition", "YEM"]
    assert event.place is not None
    assert event.place.entity == "country:YE"


def test_a_noun_under_an_unknown_subject_has_no_remembered_one(read) -> None:
    text = "Iran denounced Israel. Unknown gunmen carried out an attack in Iraq."
    assert all("IRN" not in parties for kind, parties in _told(read(text, "en")) if kind == "ASSAULT")


def test_a_chain_goes_on_over_the_clause_between(read) -> None:
    text = "Hungary's leader visited Kyiv since Russia's attack began, and urged Ukraine to consider talks."
    assert ("REQUEST", frozenset({"HUN", "UKR"})) in _told(read(text, "en"))
