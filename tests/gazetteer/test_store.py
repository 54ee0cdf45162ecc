"""The built gazetteer answers as newspapers write."""

from __future__ import annotations

import pytest

from geo.errors import DataError, UnknownEntity
from geo.gazetteer.store import Gazetteer
from geo.settings import Settings
from geo.text.fold import fold


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.open(Settings())


def first(gazetteer, name, language=None):
    return gazetteer.find(name, language)[0][1].id


@pytest.mark.parametrize(
    ("name", "language", "entity"),
    [
        ("طهران", "ar", "geonames:112931"),
        ("تهران", "fa", "geonames:112931"),
        ("Тегеране", "ru", "geonames:112931"),
        ("Tehran", "en", "geonames:112931"),
        ("إيران", "ar", "country:IR"),
        ("ایران", "fa", "country:IR"),
        ("Ираном", "ru", "country:IR"),
        ("لندن", "ar", "geonames:2643743"),
        ("Париж", "ru", "geonames:2988507"),
        ("Нижнем Новгороде", "ru", "geonames:520555"),
        ("Ростову-на-Дону", "ru", "geonames:501175"),
        ("Сирии", "ru", "country:SY"),
        ("Соединенных Штатах", "ru", "country:US"),
        ("Воронежской области", "ru", "iso3166-2:RU-VOR"),
        ("Николаса Мадуро", "ru", "person:nicolas-maduro"),
        ("Sicily", "en", "land:sicily"),
        ("بيت لاهيا", "ar", "geonames:281145"),
        ("مارون الراس", "ar", "town:maroun-al-ras"),
        ("عُمان", "ar", "country:OM"),
        ("عمّان", "ar", "geonames:250441"),
        ("وطهران", "ar", "geonames:112931"),
        ("للقاهرة", "ar", "geonames:360630"),
    ],
)
def test_the_likeliest_reading_comes_first(gazetteer, name, language, entity):
    assert first(gazetteer, name, language) == entity


@pytest.mark.parametrize(
    ("word", "language", "country"),
    [
        ("الإيرانية", "ar", "IR"),
        ("سعوديون", "ar", "SA"),
        ("الروسيتين", "ar", "RU"),
        ("иранского", "ru", "IR"),
        ("белорусскими", "ru", "BY"),
        ("ایرانی‌ها", "fa", "IR"),
        ("Iranians", "en", "IR"),
    ],
)
def test_adjectives_lead_to_their_country(gazetteer, word, language, country):
    sense, entity = gazetteer.find(word, language)[0]
    assert (sense.form, entity.id) == ("adjective", f"country:{country}")


def test_names_end_at_word_ends_and_the_longest_is_last(gazetteer):
    text = fold("وصل إلى كوريا الجنوبية أمس، وكورياليس ليست اسما").text
    matches = gazetteer.names_at(text, text.index("كوريا"), "ar")
    assert [text[text.index("كوريا") : end] for end, _ in matches][-1] == "كوريا الجنوبية"
    assert gazetteer.names_at(text, text.index("كورياليس"), "ar") == []


def test_a_common_word_is_hardly_a_place(gazetteer):
    for word in ("كان", "مدينة", "بين"):
        priors = [s.prior for _, senses in gazetteer.names_at(word, 0, "ar") for s in senses if not s.weak]
        assert max(priors, default=0.0) < 0.1, word


def test_a_name_counts_in_its_own_language(gazetteer):
    def prior(language):
        senses = [s for _, found in gazetteer.names_at("وين", 0, language) for s in found]
        return max((s.prior for s in senses if s.entity == "geonames:2761369"), default=0.0)

    assert prior("fa") > 0.9  # Vienna
    assert prior("ar") < 0.3  # where


def test_abbreviations_say_that_they_need_capitals(gazetteer):
    senses = [s for _, senses in gazetteer.names_at("us", 0, "en") for s in senses if s.entity == "country:US"]
    assert senses
    assert all(sense.cased for sense in senses)


def test_first_halves_of_compounds_are_marked(gazetteer):
    senses = [s for _, found in gazetteer.names_at("ирано-российский", 0, "ru") for s in found]
    assert any(s.combining and s.entity == "country:IR" for s in senses)


def test_every_country_has_a_capital_that_is_known(gazetteer):
    iran = gazetteer.entity("country:IR")
    assert (iran.country3, iran.code) == ("IRN", "IRN")
    capital = gazetteer.entity(iran.capital)
    assert capital.country == "IR"
    assert capital.country3 == "IRN"
    assert gazetteer.admin_parent(capital.id).kind == "admin"


def test_an_unknown_id_is_said_so(gazetteer):
    assert not gazetteer.knows("geonames:1")
    with pytest.raises(UnknownEntity, match="geonames:1"):
        gazetteer.entity("geonames:1")


def test_a_misspelt_name_brings_suggestions(gazetteer):
    assert "geonames:112931" in [entity.id for entity in gazetteer.suggest("Tehrxan")]


def test_missing_data_says_what_to_do(tmp_path):
    with pytest.raises(DataError, match="make data"):
        Gazetteer.open(Settings(data=tmp_path))
