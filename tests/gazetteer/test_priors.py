"""Priors fall where a word is more frequent than its place explains."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("wordfreq")
pytest.importorskip("pymorphy3")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
from gazetteer import priors, russian, scripts

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
