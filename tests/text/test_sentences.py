import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.text.sentences import sentence_spans


def split(text, language):
    return [text[start:end] for start, end in sentence_spans(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "وصل الوفد إلى مسقط. هل يوقّع؟ نعم!", ["وصل الوفد إلى مسقط.", "هل يوقّع؟", "نعم!"]),
        ("ar", "بلغ العجز 3.5 مليار؛ وهو رقم كبير. وانتهى.", ["بلغ العجز 3.5 مليار؛ وهو رقم كبير.", "وانتهى."]),
        ("ar", "التقى د. سالم الوزير. ثم عاد.", ["التقى د. سالم الوزير.", "ثم عاد."]),
        ("ar", "في عام 1444 هـ. انتهى", ["في عام 1444 هـ. انتهى"]),
        ("ar", "قال: «نوافق. لكن بشروط» أمس. ثم غادر.", ["قال: «نوافق. لكن بشروط» أمس.", "ثم غادر."]),
        ("ar", "اتفق الطرفان.وقال الوزير إن", ["اتفق الطرفان.", "وقال الوزير إن"]),
        ("ar", "عنوان الخبر\nمسقط – أعلن", ["عنوان الخبر", "مسقط – أعلن"]),
        ("fa", "رئیس جمهور به تاشکند رفت. او گفت…", ["رئیس جمهور به تاشکند رفت.", "او گفت…"]),
        ("ru", "В 2015 г. он уехал в г. Орск. Там, в т. ч. летом, жил.", None),
        ("ru", "Встретил А. Б. Орлов. Затем ушёл.", ["Встретил А. Б. Орлов.", "Затем ушёл."]),
        ("ru", "Это случилось в 2015 г. Он вернулся.", ["Это случилось в 2015 г.", "Он вернулся."]),
        ("en", "The U.S. Navy left. Mr. Ward stayed.", ["The U.S. Navy left.", "Mr. Ward stayed."]),
        ("en", "He left the U.S. The fleet stayed.", ["He left the U.S.", "The fleet stayed."]),
        ("en", '"We agree." He left.', ['"We agree."', "He left."]),
    ],
)
def test_splits_where_sentences_end(language, text, expected):
    if expected is None:
        expected = ["В 2015 г. он уехал в г. Орск.", "Там, в т. ч. летом, жил."]
    assert split(text, language) == expected


def test_keeps_lines_wrapped_at_a_width_together():
    line = "The ministers met for two days and agreed on a common plan for the port"
    text = "\n".join([line] * 7) + ".\n\nNext paragraph."
    assert len(split(text, "en")) == 2


@given(st.text(st.sampled_from('اب. .!؟\n«»"aA1’٣ـ\u0651'), max_size=80), st.sampled_from(["ar", "fa", "ru", "en"]))
def test_spans_are_ordered_trimmed_and_lose_no_letter(text, language):
    spans = sentence_spans(text, language)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert all(text[s:e] == text[s:e].strip() for s, e in spans)
    inside = sum(c.isalnum() for s, e in spans for c in text[s:e])
    assert inside == sum(c.isalnum() for c in text)


@pytest.mark.parametrize("unit", [".", ". ", "«", '"a ', "a.", "\n a", "« .", "U.S. "])
def test_hostile_text_takes_linear_time(unit):
    started = time.perf_counter()
    sentence_spans(unit * (400_000 // len(unit)), "en")
    assert time.perf_counter() - started < 4


def test_text_without_stops_is_cut_at_a_comma() -> None:
    text = "قال الوزير إن اللقاء مع نظيره كان طويلا، " * 200
    pieces = [text[start:end] for start, end in sentence_spans(text, "ar")]
    assert all(len(piece) <= 2000 and piece.endswith("،") for piece in pieces)
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")


def test_text_without_spaces_is_cut_all_the_same() -> None:
    assert [end - start for start, end in sentence_spans("ن" * 4500, "ar")] == [2000, 2000, 500]
