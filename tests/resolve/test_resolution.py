import pytest

from geo.gazetteer.store import Gazetteer
from geo.recognise import places
from geo.recognise.lexicon import load_lexicon
from geo.records import Document, Sentence
from geo.resolve import resolve
from geo.settings import Settings
from geo.text.fold import fold
from geo.text.sentences import sentence_spans

SETTINGS = Settings()


def resolved(text, language="en"):
    document = Document(id="t", text=text, language=language)
    gazetteer = Gazetteer.open(SETTINGS)
    found = places.recognise(document, fold(text), gazetteer, load_lexicon(SETTINGS, language))
    sentences = tuple(Sentence(i, *span) for i, span in enumerate(sentence_spans(text, language)))
    return {m.text: m for m in resolve(document, sentences, found, gazetteer, SETTINGS)}


@pytest.mark.parametrize(
    ("language", "text", "name", "country"),
    [
        ("en", "Talks were held in Paris and in Berlin.", "Paris", "FR"),
        ("en", "The fair opened in Paris, Texas, on Monday.", "Paris", "US"),
        ("ar", "وصل الوفد إلى طرابلس في لبنان", "طرابلس", "LB"),
        ("ar", "أعلنت حكومة ليبيا من طرابلس وبنغازي", "طرابلس", "LY"),
        ("ru", "Встреча прошла в Тбилиси", "Тбилиси", "GE"),
        ("ru", "Власти страны Ливан сообщили о взрыве в городе Триполи.", "Триполи", "LB"),
        ("ar", "قالت الجزائر إن المسلحين هاجموا أدرار", "أدرار", "DZ"),
        ("en", "Talks were held in Islamabad on Monday.", "Islamabad", "PK"),
        ("en", "Armenia said troops were sent to Goris.", "Goris", "AM"),
        ("ar", "وقالت باكستان ان السفير الايراني زار اسلام اباد.", "اسلام اباد", "PK"),
        ("ar", "أعلنت اسلام اباد الخميس انها ستستأنف المحادثات.", "اسلام اباد", "PK"),
        ("ar", "تحدثت ايران وطهران عن باكستان بعد زيارة ثانية الى اسلام اباد.", "اسلام اباد", "PK"),
    ],
)
def test_the_text_decides_between_places_of_one_name(language, text, name, country):
    mention = resolved(text, language)[name]
    assert Gazetteer.open(SETTINGS).entity(mention.entity).country == country


def test_says_why_and_keeps_the_others():
    mention = resolved("The fair opened in Paris, Texas, on Monday.")["Paris"]
    assert any("Texas" in reason for reason in mention.why)
    assert 1 < len(mention.candidates) <= 5
    assert mention.candidates[0].entity == mention.entity
    scores = [candidate.score for candidate in mention.candidates]
    assert scores == sorted(scores, reverse=True)
    assert sum(scores) <= 1.01


def test_marks_a_weak_choice_doubtful():
    found = resolved("The fair opened in Springfield.")
    assert found["Springfield"].doubtful
    assert not resolved("Talks were held in Iran.")["Iran"].doubtful


def test_one_name_has_one_reading_in_a_text():
    text = "Paris, Texas, has a fair. Visitors like it. The mayor of Paris said so."
    document = Document(id="t", text=text, language="en")
    gazetteer = Gazetteer.open(SETTINGS)
    found = places.recognise(document, fold(text), gazetteer, load_lexicon(SETTINGS, "en"))
    done = [m.entity for m in resolve(document, (), found, gazetteer, SETTINGS) if m.text == "Paris"]
    assert len(done) == 2
    assert len(set(done)) == 1
