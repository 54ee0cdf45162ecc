from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import UnreadableInput
from geo.read.encoding import decode

ARABIC = "وصل وزير الخارجية إلى عمّان أمس، وقال: «المحادثات مفيدة» (12 مارس)."
RUSSIAN = "Министр прибыл в Осло: «Переговоры полезны», 12 марта."
FRENCH = "À Genève, la délégation a déclaré : « c’est très utile »."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256"])
def test_arabic_text_is_decoded_from_the_encodings_it_comes_in(encoding: str) -> None:
    assert decode(ARABIC.encode(encoding)) == ARABIC


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "cp1251", "koi8-r", "cp866", "iso8859-5"])
def test_russian_text_is_decoded(encoding: str) -> None:
    text = RUSSIAN if encoding not in {"koi8-r", "cp866", "iso8859-5"} else RUSSIAN.replace("«", '"').replace("»", '"')
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16"])
def test_latin_text_is_decoded(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding)) == FRENCH


@pytest.mark.parametrize("text", ["وزير الخارجية", "أوسلو", "لقاء القمة في بكين", "NATO والاتحاد الأوروبي 2025"])
def test_a_headline_is_enough_to_know_windows_1256(text: str) -> None:
    assert decode(text.encode("cp1256")) == text


@pytest.mark.parametrize("text", ["Осло", "МИД Норвегии", "Встреча в Пекине"])
def test_a_headline_is_enough_to_know_windows_1251(text: str) -> None:
    assert decode(text.encode("cp1251")) == text


@pytest.mark.parametrize("text", ["café", "Señor Núñez visited Málaga", "Zürich"])
def test_a_headline_is_enough_to_know_latin_1(text: str) -> None:
    assert decode(text.encode("latin-1")) == text


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"\xef\xbb\xbfone\r\ntwo\rthree\n") == "one\r\ntwo\rthree\n"


def test_one_damaged_byte_does_not_make_utf8_something_else() -> None:
    data = ARABIC.encode() + b"\xff"
    assert decode(data) == ARABIC + "\ufffd"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Office"),
        (bytes(range(32)) * 50, "not text"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableInput, match=kind):
        decode(data)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff"), min_size=1))
def test_utf8_comes_back_as_it_went_in(text: str) -> None:
    data = text.encode()
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"GIF8", b"RIFF", b"PK\x03\x04", b"Rar!")):
        assert decode(data) == text
