from __future__ import annotations

from geo.gazetteer.store import Gazetteer
from geo.recognise import actors, dates, places, triggers
from geo.recognise.lexicon import load_lexicon
from geo.records import Document, Sentence
from geo.relate.trace import trace
from geo.resolve import resolve
from geo.settings import Settings
from geo.text.fold import fold


def test_the_trace_shows_what_was_built_and_what_was_refused_and_why() -> None:
    text = "لم توقع كندا اتفاقية مع البرازيل، ووصل الرئيس البرازيلي إلى طوكيو."
    settings = Settings()
    document, folded, sentences = Document("probe", text, "ar"), fold(text), (Sentence(0, 0, len(text)),)
    gazetteer, lexicon = Gazetteer.open(settings), load_lexicon(settings, "ar")
    mentions = resolve(document, sentences, places.recognise(document, folded, gazetteer, lexicon), gazetteer, settings)
    entities = {one.entity: gazetteer.entity(one.entity) for one in mentions if one.entity}
    lines = list(
        trace(
            document,
            sentences,
            mentions,
            entities,
            dates.recognise(document, folded, lexicon)[0],
            actors.recognise(document, folded, sentences, mentions, lexicon, gazetteer),
            triggers.recognise(document, folded, sentences, lexicon),
        )
    )
    assert lines[0].startswith("[0] ")
    assert any("refused" in line and "told as did not" in line for line in lines)
    assert any("event" in line and "CONSULT/visit" in line for line in lines)
    assert any("party" in line and "country:BR" in line for line in lines)
