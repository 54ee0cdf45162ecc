"""Every complaint that has an Arabic wording is one that the program makes, with the same gaps."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import streamlit as st

import geo.ui.complaints
from geo.errors import InputError
from geo.read import web
from geo.settings import Settings

ROOM = Path(geo.ui.complaints.__file__).parent
TABLE = json.loads((ROOM / "complaints.json").read_text(encoding="utf-8"))
SOURCE = "".join(
    re.sub(r'"\s*\n\s*f?"', "", path.read_text(encoding="utf-8"))
    for path in (*ROOM.parent.glob("read/*.py"), *ROOM.parent.glob("correct/*.py"), ROOM.parent / "pipeline.py")
)


@pytest.mark.parametrize("english", TABLE)
def test_the_program_makes_it(english: str) -> None:
    pieces = [re.escape(piece) for piece in re.split(r"\{\w+\}", english)]
    assert re.search(r"\{[^\n]+?\}".join(pieces), SOURCE)
    gaps = set(re.findall(r"\{(\w+)\}", english))
    assert set(re.findall(r"\{(\w+)\}", TABLE[english])) <= gaps


def test_it_is_told_in_arabic_and_english(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError) as refused:
        web.fetch("http://127.0.0.1/", Settings())
    message = str(refused.value)
    monkeypatch.setattr(st, "session_state", {"interface": "ar"})
    assert geo.ui.complaints.told(message) == "«\u2066127.0.0.1\u2069» عنوان داخل شبكة خاصة، ومثله لا يُجلب"
    assert geo.ui.complaints.told("something new") == "\u2066something new\u2069"
    monkeypatch.setattr(st, "session_state", {"interface": "en"})
    assert geo.ui.complaints.told(message) == message
