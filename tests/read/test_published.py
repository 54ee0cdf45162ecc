from __future__ import annotations

import pytest

from geo.read.published import from_field, from_text

BODY = "نص الخبر كما جاء من المراسل. " * 40


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (" date 2024-05-02 وكالة: وصل الوفد", "2024-05-02"),
        ("تاريخ النشر: ٢٠٢٤-٠٥-٠٢\nوصل الوفد", "2024-05-02"),
        ("2024-05-02 10:30\nThe delegation arrived.", "2024-05-02"),
        (f"{BODY}\n23.05.2024\n", "2024-05-23"),
        (f"{BODY}\nОпубликовано: 2024-05-02", "2024-05-02"),
        ("The pact of 2024-05-02 holds.", None),
        ("date 2024-02-31 x", None),
        (f"{BODY} date 2024-05-02 {BODY}", None),
        ("تاريخ انتشار: 1403-02-13", None),
        ("03.04.2024\nAmbiguous", None),
    ],
)
def test_a_dateline_is_taken_only_when_it_is_certain(text: str, day: str | None) -> None:
    found = from_text(text)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("value", "day"),
    [("2024-05-02", "2024-05-02"), ("2024-05-02T23:00:00Z", "2024-05-02"), ("20240502", None), (None, None), (5, None)],
)
def test_fields(value: object, day: str | None) -> None:
    found = from_field(value)
    assert (found.isoformat() if found else None) == day
