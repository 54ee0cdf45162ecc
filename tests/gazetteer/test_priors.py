"""Priors fall where a word is more frequent than its place explains."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("wordfreq")
pytest.importorskip("pymorphy3")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
from gazetteer import arabic, geonames, persian, pinyin, priors, russian, scripts, weakness
from gazetteer.model import City, Name, World

from geo.gazetteer.names import city_weight


@pytest.mark.parametrize("language", ["ar", "fa", "ru", "en"])
def test_the_common_words_are_hardly_villages(language):
    import wordfreq

    words = [w for w in wordfreq.top_n_list(language, 1000) if len(w) > 1 and w.isalpha()]
    village = city_weight(1000)
    assert max(priors.place_prior(priors.fold_name(w), language, village) for w in words) < 0.2


def test_larger_places_explain_more():
    small, large = (priors.place_prior("طنجة", "ar", city_weight(n)) for n in (500, 1_000_000))
    assert small < large


def test_surnames_are_marked_down():
    assert priors.is_person_name("johnson", "en")
    expected = city_weight(20_000)
    named, plain = (priors.place_prior(w, "en", expected) for w in ("johnson", "qwertyville"))
    assert named < plain


def test_russian_names_take_every_case():
    forms = {text.lower() for text, _ in russian.name_forms("Нижний Новгород")}
    assert {"нижнего новгорода", "нижнем новгороде", "нижним новгородом"} <= forms
    assert {text.lower() for text, _ in russian.name_forms("Ростов-на-Дону")} >= {"ростова-на-дону"}
    assert {text for text, _ in russian.name_forms("США")} == {"США"}


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Соединённые Штаты Америки", "соединённых штатов америки"),
        ("Босния и Герцеговина", "боснии и герцеговины"),
        ("Гвинея-Бисау", "гвинеи-бисау"),
        ("мыс Доброй Надежды", "мыса доброй надежды"),
        ("сектор Газа", "сектора газа"),
        ("сектор Газа", "сектора газы"),
        ("Дейр-эз-Зор", "дейр-эз-зоре"),
        ("Баб-эль-Мандебский пролив", "баб-эль-мандебского пролива"),
        ("Кэсон", "кэсоне"),
        ("Рафах", "рафахе"),
    ],
)
def test_the_right_word_of_a_russian_name_declines(name, form):
    assert form in {text.lower() for text, _ in russian.name_forms(name)}


def test_every_part_of_a_russian_persons_name_declines():
    assert "николаса мадуро" in {text.lower() for text, _ in russian.person_forms("Николас Мадуро")}
    assert "ангелой меркель" in {text.lower() for text, _ in russian.person_forms("Ангела Меркель")}


def test_the_case_of_a_country_is_no_word_of_its_own():
    assert not russian.is_common("сирии")
    assert russian.is_common("роли")


def test_persian_and_arabic_spell_each_others_names():
    assert set(persian.from_arabic("المهرة")) == {"المهره", "مهره"}
    assert set(persian.from_arabic("سامراء")) == {"سامرا"}
    assert list(arabic.with_other_g("هامبورغ", "Hamburg")) == ["هامبورج"]
    assert list(arabic.with_other_g("جنيف", "Geneva")) == []


def test_an_arabic_adjective_of_two_words_takes_its_endings_once():
    forms = {text for text, _ in arabic.adjective_forms("جنوب أفريقي")}
    assert {"الجنوب أفريقية", "جنوب أفريقية", "الجنوب أفريقيين"} <= forms
    assert "جنوب أفريقيا" not in forms


def test_a_name_borrowed_from_a_better_known_place_loses_most_of_its_uses():
    fields = {"lat": 0.0, "lon": 0.0, "admin": "", "names": ()}
    cities = {
        1: City(id=1, name="Islamabad", country="PK", population=600_000, labels={"en": "Islamabad"}, **fields),
        2: City(id=2, name="Chittagong", country="BD", population=4_000_000, labels={"en": "Chittagong"}, **fields),
    }
    names = [Name("geonames:1", "Islamabad", "en", expected=4.2), Name("geonames:2", "Islamabad", "en", expected=3.6)]
    assert [name.share < 1 for name in geonames.without_borrowed(names, cities, ())] == [False, True]


def test_weak_names_are_doubted_by_how_common_the_word_is():
    fields = {"lat": 33.3, "lon": 35.2, "country": "LB", "admin": "", "names": ()}
    cities = {1: City(id=1, name="Tyre", population=130_000, **fields)}
    cities[2] = City(id=2, name="Qana", population=10_000, **fields)
    names = [
        Name("geonames:1", "صور", "ar", weakness.PRIOR, weak=True),
        Name("geonames:2", "قانا", "ar", weakness.PRIOR, weak=True),
    ]
    tyre, qana = weakness.shared(World(cities, names=names))
    assert tyre.prior < qana.prior == weakness.PRIOR


@pytest.mark.parametrize(
    ("name", "languages"),
    [
        ("القاهرة", ("ar",)),
        ("گرگان", ("fa",)),
        ("بغداد", ("ar", "fa")),
        ("Київ", ()),
        ("Москва", ("ru",)),
        ("İzmir", ("en",)),
        ("北京", ()),
    ],
)
def test_letters_tell_the_language(name, languages):
    assert scripts.languages_of(name) == languages


@pytest.mark.parametrize(
    ("pinyin_name", "arabic", "persian"),
    [
        ("Tangshan", "تانغشان", "تانگشان"),
        ("Bao'an", "باوآن", "باوآن"),
        ("Jinan", "جينان", "جینان"),
        ("Lüliang", "لوليانغ", "لولیانگ"),
        ("Yichang", "ييتشانغ", "ییچانگ"),
        ("Kashgar", None, None),
    ],
)
def test_pinyin_is_spelt_syllable_by_syllable(pinyin_name, arabic, persian):
    assert pinyin.transliterate(pinyin_name, "ar") == arabic
    assert pinyin.transliterate(pinyin_name, "fa") == persian


def city(**changes):
    fields = {"id": 1, "name": "Lagos", "lat": 6.4, "lon": 3.4, "country": "NG", "admin": "", "population": 9_000_000}
    return City(**(fields | {"names": ("لاغوس", "لاجوس", "Лагос")} | changes))


def test_another_spelling_of_a_city_counts_nearly_as_its_label():
    expected = {n.text: n.expected for n in geonames.names_of(city(), capital=False)}
    assert expected["لاغوس"] - expected["لاجوس"] < 0.5


def test_a_word_of_its_own_is_no_spelling_of_a_city():
    jinan = city(name="Jinan", country="CN", names=("جينان", "جنان"), labels={"ar": "جينان"})
    expected = {n.text: n.expected for n in geonames.names_of(jinan, capital=False) if n.language == "ar"}
    assert expected["جينان"] - expected["جنان"] > 0.9


def test_labels_are_written_in_the_letters_of_their_language():
    sydney = city(name="Sydney", names=("سيدنى", "سيدني", "Сидни"))
    assert list(geonames.names_of(sydney, capital=False))
    assert (sydney.labels["ar"], sydney.labels["fa"]) == ("سيدني", "سیدنی")


def test_a_russian_label_is_no_oblique_case():
    assert russian.is_oblique("Мекке")
    assert not russian.is_oblique("Мекка")
    assert not russian.is_oblique("Кызылорда-ош")


def test_a_name_called_weak_is_weak_for_its_namesakes_in_the_country():
    world = World(
        {},
        {i: {"country": c, "kind": "land"} for i, c in (("land:a", "TR"), ("iso3166-2:TR-1", "TR"), ("land:b", "DE"))},
    )
    world.names = [Name("land:a", "بورصة", "ar", prior=0.2, weak=True)]
    world.names += [Name(entity, "بورصة", "ar", expected=4.0) for entity in ("iso3166-2:TR-1", "land:b")]
    assert [name.weak for name in weakness.shared(world)] == [True, True, False]
