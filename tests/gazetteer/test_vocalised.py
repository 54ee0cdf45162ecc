"""Diacritics tell apart what folding makes one."""

from __future__ import annotations

from geo.gazetteer.names import Sense
from geo.gazetteer.vocalised import agreement, best, is_vocalised

OMAN = Sense("country:OM", "name", "country", 0.9)
AMMAN = Sense("geonames:250441", "name", "city", 0.9)
SPELLINGS = {"country:OM": ["عُمان"], "geonames:250441": ["عَمّان"]}


def test_the_marks_decide():
    assert best("عمّان", (OMAN, AMMAN), SPELLINGS) == (AMMAN,)
    assert best("عُمان", (OMAN, AMMAN), SPELLINGS) == (OMAN,)


def test_marks_that_fit_neither_decide_nothing():
    assert best("عمانِ", (OMAN, AMMAN), SPELLINGS) == (OMAN, AMMAN)


def test_agreement_counts_letters():
    assert agreement("عُمان", "عُمان") == 1
    assert agreement("عمان", "عُمان") == 0
    assert is_vocalised("عُمان")
    assert not is_vocalised("عمان")
