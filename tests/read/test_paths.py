from __future__ import annotations

import io
import json
import os
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from geo.read import Problem, read_paths, read_uploads
from geo.records import Document
from geo.settings import Settings

TEXT = "وصل الوفد إلى أوسلو يوم الأحد."


def read(*paths: object, **options: object) -> tuple[list[Document], list[Problem]]:
    found = list(read_paths([str(path) for path in paths], **options))
    return [d for d in found if isinstance(d, Document)], [p for p in found if isinstance(p, Problem)]


def upload(name: str, data: bytes, **options: object) -> Document | Problem:
    (found,) = read_uploads([(name, data)], **options)
    return found


def test_one_bad_file_does_not_stop_the_batch(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (tmp_path / "c.txt").write_bytes(b"")
    (tmp_path / "d.docx").write_bytes(b"PK\x03\x04damaged")
    (tmp_path / "e.pdf").write_bytes(b"%PDF-1.7 damaged")
    (tmp_path / "f.txt").write_text("Oslo", encoding="utf-16")
    documents, problems = read(tmp_path)
    assert [d.id for d in documents] == ["a", "f"]
    assert [Path(p.source).name for p in problems] == ["b.txt", "c.txt", "d.docx", "e.pdf"]
    assert "PNG" in problems[0].message
    assert "no text" in problems[1].message


def test_a_folder_is_read_in_order_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    for name in ("z/2.txt", "10.txt", ".hidden.txt", ".git/x.txt", "picture.png", "README.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    documents, problems = read(tmp_path)
    assert [d.id for d in documents] == ["10", "2"]
    assert not problems


def test_a_missing_file_and_an_empty_folder_are_problems(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    documents, problems = read(tmp_path / "nowhere.txt", tmp_path / "empty")
    assert not documents
    assert ["no such file" in p.message or "no file in this folder" in p.message for p in problems] == [True, True]


def test_a_folder_with_a_pipe_and_a_broken_link_is_read_to_its_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "1.txt")
    (tmp_path / "2.txt").symlink_to("nowhere")
    (tmp_path / "3.txt").mkdir()
    (tmp_path / "4.txt").write_text(TEXT, encoding="utf-8")
    documents, problems = read(tmp_path)
    assert [d.id for d in documents] == ["4"]
    assert [Path(p.source).name for p in problems] == ["2.txt"]
    assert "could not be read" in problems[0].message


def test_ids_are_unique_and_names_are_safe_to_show(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    for name in ("a.txt", "x/a.txt", "two\nlines<script>\u202e.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    documents, _ = read(tmp_path)
    assert [d.id for d in documents] == ["a", "two\\u000alines<script>\\u202e", "a-2"]
    assert all(d.source and d.source.isprintable() for d in documents)


def test_json_lines_keep_their_ids_and_fields_and_tell_bad_lines() -> None:
    records = [
        {"id": 7, "text": TEXT, "lang": "ar", "published": "2024-05-02T10:00:00Z", "title": "خبر", "mentions": []},
        {"id": 7, "text": "Осло"},
        {"id": "no-text"},
    ]  # fmt: skip
    lines = [json.dumps(record) for record in records]
    data = "\n".join([lines[0], "not json", "", lines[1], lines[2], '{"text": "half \\ud83d pair"}']).encode()
    found = list(read_uploads([("n.jsonl", data)]))
    first, bad, second, empty, half = found
    assert (first.id, first.language, str(first.published), first.title) == ("7", "ar", "2024-05-02", "خبر")
    assert (second.id, second.language) == ("7-2", "ru")
    assert bad.source == "n.jsonl, line 2"
    assert "not valid JSON" in bad.message
    assert "«text»" in empty.message
    assert half.text == "half \ufffd pair"
    assert half.id == "n-6"


def test_a_record_over_the_limit_is_left_out_and_the_next_is_read() -> None:
    data = b'{"text": "' + b"a" * 300 + b'"}\n{"text": "Oslo"}\n'
    problem, document = read_uploads([("n.jsonl", data)], settings=Settings(max_bytes=100))
    assert isinstance(problem, Problem)
    assert document.text == "Oslo"


def test_csv_with_semicolons_and_quotes() -> None:
    data = 'id;Text;date\nx;"one; ""two""\nthree";2024-05-02\ny;;\n'.encode("utf-8-sig")
    document, problem = read_uploads([("t.csv", data)])
    assert (document.id, document.text, str(document.published)) == ("x", 'one; "two"\nthree', "2024-05-02")
    assert isinstance(problem, Problem)
    missing = upload("t.csv", b"a,b\n1,2\n")
    assert isinstance(missing, Problem)
    assert "«text»" in missing.message


def test_markdown_gives_words_title_and_date() -> None:
    data = '---\ntitle: "لقاء"\ndate: 2024-05-02\n---\n# عنوان\n\nفي [أوسلو](https://example.org/Paris) و**بكين**.\n'
    document = upload("m.md", data.encode())
    assert (document.title, str(document.published)) == ("لقاء", "2024-05-02")
    assert document.text.split() == ["عنوان", "في", "أوسلو", "وبكين."]


def test_word_documents_give_paragraphs_and_tables() -> None:
    word = docx.Document()
    word.core_properties.title = "لقاء"
    word.add_paragraph(TEXT)
    table = word.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "أوسلو", "بكين"
    word.add_paragraph("النهاية")
    stream = io.BytesIO()
    word.save(stream)
    document = upload("w.docx", stream.getvalue())
    assert (document.text, document.title) == (f"{TEXT}\nأوسلو · بكين\nالنهاية", "لقاء")


@pytest.mark.parametrize("data", [b"just text", b"PK\x03\x04damaged"])
def test_what_is_no_word_document_is_told(data: bytes) -> None:
    found = upload("w.docx", data)
    assert isinstance(found, Problem)
    assert "damaged" in found.message


def test_archives_are_read_and_bombs_are_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("b/2.txt", TEXT)
        packed.writestr("a.txt", "Oslo")
        packed.writestr("../../evil.txt", "Oslo")
        packed.writestr("__MACOSX/a.txt", "x")
        packed.writestr("big.txt", "0" * 5_000)
    settings = Settings(max_bytes=1_000)
    found = list(read_uploads([("z.zip", stream.getvalue())], settings=settings))
    assert [one.id for one in found if isinstance(one, Document)] == ["a", "2"]
    assert [one.source for one in found if isinstance(one, Problem)] == ["z.zip/big.txt"]
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(30):
            packed.writestr(f"{number}.txt", "0" * 900)
    refused = upload("z.zip", bomb.getvalue(), settings=settings)
    assert isinstance(refused, Problem)
    assert "unpack" in refused.message


def test_size_limits_are_told_in_words() -> None:
    large = upload("a.txt", b"a" * 2_000_000, settings=Settings(max_bytes=1_000_000))
    long = upload("a.txt", b"a b " * 100, settings=Settings(max_characters=100))
    assert isinstance(large, Problem)
    assert "over 1 MB" in large.message
    assert isinstance(long, Problem)
    assert "400 characters" in long.message


def test_twenty_megabytes_are_read_or_refused_in_a_sentence() -> None:
    found = upload("a.txt", ("خبر من أوسلو. " * 800_000).encode()[:20_000_000])
    assert isinstance(found, Problem)
    assert "characters, more than the limit" in found.message
    latin = upload("a.txt", b"News from Oslo. " * 500_000)
    assert isinstance(latin, Document)
    assert len(latin.text) == 8_000_000


@pytest.mark.parametrize("name", ["a.doc", "a.xlsx", "a.rar", "a.odt"])
def test_foreign_formats_say_what_to_do(name: str) -> None:
    found = upload(name, b"whatever")
    assert isinstance(found, Problem)
    assert "save it as" in found.message or "unpack" in found.message


def test_unknown_suffixes_are_known_by_their_content() -> None:
    assert upload("page", b"<!DOCTYPE html><title>t</title><p>Oslo").text == "Oslo"
    assert upload("story.news", TEXT.encode()).text == TEXT


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("cp1256"))))
    documents, problems = read("-")
    assert (documents[0].id, documents[0].text, problems) == ("stdin", TEXT, [])


def test_what_the_user_says_holds_where_the_text_is_silent() -> None:
    import datetime as dt

    day = dt.date(2024, 1, 1)
    data = b'{"id": 1, "text": "Oslo", "published": "2020-02-02"}\n{"id": 2, "text": "Oslo"}\n'
    first, second = read_uploads([("n.jsonl", data)], published=day, title="T", language="ru")
    assert (str(first.published), second.published, second.title, second.language) == ("2020-02-02", day, "T", "ru")
