"""Which date of a sentence belongs to which of its events."""

from __future__ import annotations

import datetime as dt

import pytest

from geo.records import Analysis, Language

PUBLISHED = dt.date(2024, 5, 8)


def dated(analysis: Analysis) -> list[tuple[str, str | None]]:
    return [(event.mode, event.date.edtf if event.date else None) for event in analysis.events]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        (
            "التقى الرئيس الكيني نظيره الأوغندي خلال زيارته لإسبانيا على هامش منتدى اقتصادي في 3 مايو 2024.",
            "ar",
            ("meet", "2024-05-03"),
        ),
        (
            "Kenya's president met his Ugandan counterpart during his visit to Spain on 3 May 2024.",
            "en",
            ("meet", "2024-05-03"),
        ),
        ("قال سفير كينيا اليوم الأربعاء إن الرئيس الكيني سيزور أوغندا يوم السبت.", "ar", ("visit", "2024-05-11")),
        ("قال سفير كينيا اليوم الأربعاء إن الرئيس الكيني سيزور أوغندا.", "ar", ("visit", None)),
    ],
)
def test_the_date_of_the_act_told(read, text: str, language: Language, wanted: tuple[str, str | None]) -> None:
    assert wanted in dated(read(text, language, PUBLISHED))


def test_what_came_before_a_visit_keeps_its_own_date(read) -> None:
    text = "قبل زيارته أمس إلى أوسلو، سافر وزير الخارجية الكيني إلى مدريد في مارس 2024."
    assert dated(read(text, published=PUBLISHED)) == [("visit", "2024-05-07"), ("visit", "2024-03")]
