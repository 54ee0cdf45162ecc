import pytest

from geo.recognise.clitics import cuts


@pytest.mark.parametrize(
    ("word", "name", "clitic"),
    [
        ("وبغداد", "بغداد", "و"),
        ("ببغداد", "بغداد", "ب"),
        ("وببغداد", "بغداد", "وب"),
        ("فالعراق", "العراق", "ف"),
        ("كالعراق", "العراق", "ك"),
        ("بغداد", "بغداد", ""),
    ],
)
def test_finds_the_name_behind_its_proclitics(word, name, clitic):
    assert (name, clitic) in {(word[cut.begin :], cut.clitic) for cut in cuts(word, "ar")}


def test_doubled_lam_hides_an_article_and_stays_in_the_mention():
    cut = next(cut for cut in cuts("للعراق", "ar") if cut.elided)
    assert ("للعراق"[cut.begin :], "ال" + "للعراق"[cut.offset :], cut.clitic) == ("لعراق", "العراق", "ل")


def test_other_languages_attach_nothing():
    assert [cut.offset for cut in cuts("بغداد", "fa")] == [0]
    assert [cut.offset for cut in cuts("london", "en")] == [0]


def test_short_rests_are_not_names():
    assert all(len("وقد") - cut.offset > 2 for cut in cuts("وقد", "ar") if cut.clitic)
