from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.recognise.forms import noun_forms, verb_forms
from geo.recognise.lexicon import load_lexicon
from geo.recognise.triggers import recognise
from geo.records import Document, Language, Sentence
from geo.settings import Settings
from geo.text.fold import fold


def signs(text: str, language: Language = "ar") -> list[tuple[str, str, str]]:
    document = Document("probe", text, language)
    found = recognise(document, fold(text), (Sentence(0, 0, len(text)),), load_lexicon(Settings(), language))
    return [(text[one.start : one.end], one.sense, one.entry.rule if one.entry else "") for one in found]


@pytest.mark.parametrize("form", ["التقى", "التقت", "التقيا", "التقوا", "يلتقي", "ستلتقي", "سيلتقون", "يلتق"])
def test_an_arabic_verb_is_known_in_all_its_forms(form: str) -> None:
    assert (form, "event", "ar.meet") in signs(f"{form} الوزير")


@pytest.mark.parametrize("form", ["زيارة", "الزيارة", "للزيارة", "وزيارته", "بزيارتها", "زيارات", "زيارتين"])
def test_an_arabic_noun_is_known_with_particles_and_pronouns(form: str) -> None:
    assert any(rule == "ar.visit" for _, _, rule in signs(f"خلال {form} الأخيرة"))


def test_a_collocation_needs_its_noun() -> None:
    assert any(rule == "ar.sign" for _, _, rule in signs("وقعت الحكومة اتفاقية جديدة"))
    assert not any(rule == "ar.sign" for _, _, rule in signs("وقع انفجار قرب السوق"))


def test_a_word_that_may_be_verb_or_noun_is_told_by_its_neighbours() -> None:
    document = Document("probe", "رفض الوزير القرار. وأعلن الوزير رفض القرار.", "ar")
    sentences = (Sentence(0, 0, 18), Sentence(1, 19, len(document.text)))
    found = recognise(document, fold(document.text), sentences, load_lexicon(Settings(), "ar"))
    assert [one.part for one in found if one.entry and one.entry.rule == "ar.reject"] == ["verb", "noun"]


def test_english_verbs_double_and_change_their_endings() -> None:
    forms = {form for form, _ in verb_forms("en", "expel/expelled")} | {form for form, _ in verb_forms("en", "deny")}
    assert {"expelled", "expelling", "expels", "denied", "denies", "denying"} <= forms


def test_english_nouns_have_plurals() -> None:
    assert {form for form, _ in noun_forms("en", "ally")} == {"ally", "allys", "allies"}


def test_russian_stems_match_every_ending() -> None:
    assert any(rule == "ru.sign" for _, _, rule in signs("Стороны подписали соглашение.", "ru"))
    assert any(rule == "ru.sign" for _, _, rule in signs("Договор был подписан вчера.", "ru"))


@given(st.text(alphabet="التقىوزيارةبل ،.:؟\n«»abc123", max_size=80))
def test_offsets_are_those_of_the_text_whatever_it_is(text: str) -> None:
    for surface, sense, _ in signs(text):
        assert surface
        assert sense


def test_short_english_verbs_double_their_last_letter() -> None:
    forms = {form for form, _ in verb_forms("en", "cut/cut")}
    assert "cutting" in forms
    assert "cuting" not in forms
