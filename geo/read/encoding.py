"""Find the encoding of a text: byte-order marks, UTF-8, UTF-16, then the Arabic, Cyrillic and Latin code pages.

Statistical detectors need long texts; a headline has forty bytes. So the code pages of our languages are tried
first, each judged by how its reading looks: common letters, words of one script, capitals only where words begin.
What none of them explains goes to charset-normalizer.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

from geo.errors import UnreadableInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODE_PAGES = ("cp1256", "cp1252", "cp1251", "iso8859-6", "koi8-r", "iso8859-5", "cp866", "cp1250", "cp1254")
#: How much better a rare code page must look than the first of its script.
_HANDICAP = {"iso8859-6": 0.12, "koi8-r": 0.1, "iso8859-5": 0.1, "cp866": 0.1, "cp1250": 0.05, "cp1254": 0.05}
#: A text has at least this share of letters of ours, digits and common punctuation.
_SHARE_OF_TEXT = 0.9
#: What is looked at to choose an encoding, in bytes.
_SAMPLE = 65_536
# Control characters that no text has: their presence means UTF-16 or no text at all.
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_KINDS = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls); save it as .docx, .csv or plain text"),
    (b"PK\x03\x04", "a ZIP archive or Office file; give it its own suffix (.zip, .docx)"),
    (b"%PDF-", "a PDF; give it the suffix .pdf"),
    (b"{\\rtf", "a rich-text file; save it as .docx or plain text"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
# Letters in falling frequency; a letter weighs by its rank.
_ARABIC = "اليمونرتبةعدسفهكقحجأشصطخىإءذثئضغزآؤظیکپچگژ"
_CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёіїєґъ"
_LATIN = "éàèçäöüßáíóúñãõâêîôûëïåøæœšžčřěżłńćśąęğış"
_PUNCTUATION = "«»“”‘’–—…€£°№§©·¿¡،؛؟\u00a0\u200c\u200d\u200e\u200f"
_WORD = re.compile(r"[^\W\d_]+")


def decode(data: bytes) -> str:
    """Return the text that ``data`` holds.

    Line ends are left as they are; only a byte-order mark is dropped.

    Raises
    ------
    UnreadableInput
        When the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    kind = next((kind for magic, kind in _KINDS if data.startswith(magic)), None)
    if kind:
        raise UnreadableInput(f"this is {kind}, not text")
    if _CONTROLS.search(data[:_SAMPLE]):
        return _decode_wide(data)
    return _decode_utf8(data) or _decode_code_page(data)


def _decode_wide(data: bytes) -> str:
    """Decode UTF-16 without a mark."""
    texts = (data.decode(encoding, errors="replace") for encoding in ("utf-16-le", "utf-16-be"))
    text = max(texts, key=lambda candidate: _share_of_common(candidate[:_SAMPLE]))
    if _share_of_common(text[:_SAMPLE]) < _SHARE_OF_TEXT:
        raise UnreadableInput("this is not text: it has bytes that no text encoding has")
    return text


def _share_of_common(text: str) -> float:
    """Return the share of Latin, Cyrillic and Arabic letters, digits, spaces and punctuation (0 to 1)."""
    common = sum(
        c in "\t\r\n" or " " <= c <= "\u024f" or "\u0400" <= c <= "\u06ff" or "\u2000" <= c <= "\u206f" for c in text
    )
    return common / max(len(text), 1)


def _decode_utf8(data: bytes) -> str | None:
    """Decode UTF-8, forgiving a few damaged bytes in a text that is plainly UTF-8; None when it is not."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    wide = sum(character > "\x7f" for character in text)
    damaged = text.count("\ufffd")
    return text if damaged * 20 < wide else None


def _decode_code_page(data: bytes) -> str:
    """Decode by the code page whose reading looks most like a text of ours, else by statistics."""
    sample = data[:_SAMPLE]
    score, encoding = max(
        ((_looks(text) - _HANDICAP.get(name, 0), name) for name, text in _readings(sample)), default=(-1.0, "")
    )
    if score > 0:
        return data.decode(encoding, errors="replace")
    best = from_bytes(sample).best()
    if best is None:
        raise UnreadableInput("the encoding of this text is unknown; save it as UTF-8")
    return data.decode(best.encoding, errors="replace")


def _readings(sample: bytes) -> Iterator[tuple[str, str]]:
    for name in _CODE_PAGES:
        try:
            yield name, sample.decode(name)
        except UnicodeDecodeError:
            continue


def _looks(text: str) -> float:
    """Return how much a reading looks like a text: the mean weight of its non-ASCII characters (-1 to 1)."""
    total = weight = 0.0
    for match in _WORD.finditer(text):
        word = match.group()
        wide = [character for character in word if character > "\x7f"]
        total += len(wide)
        weight += _word_weight(word, wide) if wide else 0
    rest = [c for c in text if c > "\x7f" and not c.isalpha()]
    total += len(rest)
    weight += sum(0.3 if c in _PUNCTUATION else -1 for c in rest)
    return weight / total if total else -1.0


def _word_weight(word: str, wide: list[str]) -> float:
    """Return the summed weight of a word's non-ASCII letters; a word that no script explains weighs against."""
    lower = word.lower()
    for letters, ascii_too in ((_ARABIC, False), (_CYRILLIC, False), (_LATIN, True)):
        if not any(character in letters for character in lower):
            continue
        if _mixed(word, wide, ascii_too=ascii_too) or _wrong_case(word):
            return -float(len(wide))
        return sum(_letter_weight(character.lower(), letters) for character in wide)
    return -float(len(wide))


def _mixed(word: str, wide: list[str], *, ascii_too: bool) -> bool:
    """Tell whether a word mixes scripts, or is Latin made of accents only."""
    if ascii_too:
        return len(wide) > 1 and len(wide) * 2 > len(word)
    return len(wide) < len(word)


def _wrong_case(word: str) -> bool:
    """Tell whether capitals stand inside a word: the sign of the wrong Cyrillic code page."""
    return not (word.islower() or word.isupper() or word[1:].islower() or word == word.lower())


def _letter_weight(letter: str, letters: str) -> float:
    rank = letters.find(letter)
    return 1 - rank / len(letters) if rank >= 0 else -1.0
