"""Reads short texts written for the project with the built data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from geo.pipeline import analyse
from geo.records import Analysis, Document, Language

Reader = Callable[..., Analysis]


@pytest.fixture
def read() -> Reader:
    """Return a function that analyses one text."""

    def _read(text: str, language: Language = "ar", published: dt.date | None = None) -> Analysis:
        return analyse(Document("probe", text, language, published=published))

    return _read
