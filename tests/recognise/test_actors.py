from __future__ import annotations

import datetime as dt

from geo.gazetteer.store import Gazetteer
from geo.pipeline import analyse
from geo.recognise import actors, places
from geo.recognise.lexicon import load_lexicon
from geo.records import Document, Language, Sentence
from geo.resolve import resolve
from geo.settings import Settings
from geo.text.fold import fold
from geo.text.sentences import sentence_spans


def parties(text: str, language: Language = "ar") -> list[tuple[str, str, str | None]]:
    settings = Settings()
    document, folded = Document("probe", text, language), fold(text)
    gazetteer, lexicon = Gazetteer.open(settings), load_lexicon(settings, language)
    sentences = tuple(Sentence(i, start, end) for i, (start, end) in enumerate(sentence_spans(text, language)))
    found = places.recognise(document, folded, gazetteer, lexicon)
    mentions = resolve(document, sentences, found, gazetteer, settings)
    chunks = actors.recognise(document, folded, sentences, mentions, lexicon, gazetteer)
    return [(text[one.start : one.end], one.kind, one.actor) for one in chunks]


def test_office_nisba_and_name_are_one_party() -> None:
    assert ("وزير الخارجية المغربي ناصر بوريطة", "office", "country:MA") in parties(
        "قال وزير الخارجية المغربي ناصر بوريطة إن المباحثات مستمرة."
    )


def test_office_with_the_name_of_the_state() -> None:
    assert ("رئيس فنلندا", "office", "country:FI") in parties("وصل رئيس فنلندا إلى وارسو.")


def test_a_body_stands_for_its_state_without_its_particles() -> None:
    assert ("وزارة الخارجية الكندية", "body", "country:CA") in parties("وفق بيان لوزارة الخارجية الكندية.")


def test_a_counterpart_has_the_nationality_that_follows() -> None:
    assert ("نظيره الياباني", "counterpart", "country:JP") in parties("التقى الوزير نظيره الياباني في طوكيو.")


def test_two_adjectives_of_one_office_are_two_parties() -> None:
    states = [state for _, _, state in parties("وقعت الحكومتان الكندية والجزائرية اتفاقية.")]
    assert states == ["country:CA", "country:DZ"]


def test_a_bare_office_is_the_one_named_before() -> None:
    found = parties("وصل وزير الخارجية الكندي إلى الرباط. وقال وزير الخارجية إن الزيارة ناجحة.")
    assert [state for _, _, state in found] == ["country:CA", "country:CA"]


def test_a_bare_adjective_is_no_party() -> None:
    assert parties("ارتفع سعر النفط الإيراني.") == []


def test_english_and_russian_states_stand_before_the_office() -> None:
    assert ("Canadian Foreign Minister", "office", "country:CA") in parties(
        "Canadian Foreign Minister arrived in Oslo.", "en"
    )
    assert any(state == "country:FR" for _, _, state in parties("Французский президент прибыл в Осло.", "ru"))


def test_a_bare_kingdom_or_union_is_the_last_one_named() -> None:
    text = "سحبت السعودية سفيرها من ألمانيا. واتهم الوزير المملكة بالتدخل، وحذر المملكة المغربية والاتحاد."
    assert [(words, actor) for words, kind, actor in parties(text) if kind == "anaphor"] == [("المملكة", "country:SA")]


def test_a_person_acts_for_whom_the_office_of_the_day_is() -> None:
    settings = Settings()
    analysis = analyse(
        Document("t", "التقى الشرع وزير الخارجية التركي.", "ar", published=dt.date(2025, 5, 1)), settings
    )
    assert {actor.code for event in analysis.events for actor in event.actors} == {"SYR", "TUR"}
