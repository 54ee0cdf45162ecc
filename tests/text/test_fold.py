from hypothesis import given
from hypothesis import strategies as st

from geo.text.fold import fold

# Letters that fold one to one, marks that vanish, runs of spaces, ligatures, a letter beyond the basic plane.
_LETTERS = "abИи\u0306\u0301 \t\u00a0\u2003\n\u200c\u0640\u064bكيیٱ\ufefbæßЙё٣«\U0001f600"


@given(st.text(st.sampled_from(_LETTERS), max_size=40), st.text(st.sampled_from(_LETTERS), max_size=40))
def test_long_texts_fold_as_short_ones(first, second):
    joint = "\n" + "x" * 300 + "\n"
    whole = fold(first + joint + second)
    before, after = fold(first), fold(second)
    assert whole.text == before.text + joint + after.text
    shift = len(first) + len(joint)
    assert list(whole.index)[-len(after.index) :] == [shift + place for place in after.index]


def test_marks_and_tatweel_vanish():
    assert fold("لـبَيْروت").text == "لبيروت"
    assert fold("ـ").text == ""


def test_span_of_the_original_holds_its_marks():
    folded = fold("في بَيْرُوتَ.")
    start = folded.text.index("بيروت")
    begin, end = folded.original(start, start + 5)
    assert folded.source[begin:end] == "بَيْرُوتَ"
