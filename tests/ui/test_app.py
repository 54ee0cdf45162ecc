"""The app without a browser: seeds, pasting, dates, languages, errors. The map itself is tested in Chromium."""

from __future__ import annotations

import datetime as dt
import io
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo import pipeline
from geo.records import Analysis, Document

APP = Path(__file__).resolve().parents[2] / "app.py"


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_file(str(APP), default_timeout=60).run()


def paste(app: AppTest, text: str) -> AppTest:
    app.sidebar.text_area[0].set_value(text)
    button = next(b for b in app.sidebar.button if b.label in ("Read it", "اقرأه"))
    return button.click().run()


def test_a_new_session_shows_the_sample_articles(app: AppTest) -> None:
    assert not app.exception
    assert {"الخريطة", "الجداول", "للمراجعة", "التنزيل"} <= {tab.label for tab in app.main.tabs}
    assert len(app.session_state["texts"]) == 2
    assert any("تاريخان في النص لا يتفقان" in m.value for m in app.markdown)


def test_the_interface_speaks_english(app: AppTest) -> None:
    app.session_state["interface"] = "en"
    app.run()
    assert not app.exception
    assert app.main.tabs[0].label == "Map"


def test_a_pasted_text_is_read_and_drawn(app: AppTest) -> None:
    paste(app, "وصل وزير الخارجية المصري إلى الخرطوم والتقى نظيره السوداني.")
    assert not app.exception
    assert len(app.session_state["texts"]) == 3
    assert any("geonames:379252" in a.entities for a in app.session_state["atlas"].analyses)


def test_nothing_pasted_is_said(app: AppTest) -> None:
    paste(app, "  \n ")
    assert [error.value for error in app.sidebar.error] == ["لا نص لقراءته: ألصق نصًّا أولًا."]


def test_hostile_markup_stays_text(app: AppTest) -> None:
    paste(app, "<script>alert(1)</script> **[x](javascript:alert(1))** زار الوزير القاهرة")
    assert not app.exception
    assert not any("<script>" in m.value for m in app.markdown)


@pytest.mark.parametrize("interface", ["ar", "en"])
def test_files_and_an_archive_are_uploaded_and_a_date_and_language_are_set(app: AppTest, interface: str) -> None:
    app.session_state["interface"] = interface
    app.run()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "التقى الوزير المصري نظيره التركي في أنقرة أمس.")
        archive.writestr("b/c.html", "<html><body><p>Министр прибыл в Астану вчера.</p></body></html>")
    uploader = next(one for one in app.sidebar.get("file_uploader") if "zip" in one.label)
    uploader.set_value([
        ("two.zip", packed.getvalue(), "application/zip"),
        ("one.txt", b"The minister met his counterpart in Muscat.", "text/plain"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00", "text/plain"),
    ])  # fmt: skip
    [button for button in app.sidebar.button if button.label in {"Read it", "اقرأه"}][1].click().run()
    assert not app.exception
    texts = app.session_state["texts"]
    assert [one.language for one in texts[2:]] == ["ar", "ru", "en"]
    assert [error for error in app.sidebar.error if "picture.txt" in error.value.replace("\\", "")]
    read = texts[2]
    app.sidebar.date_input(key=f"date-{read.id}-{interface}").set_value(dt.date(2024, 5, 4))
    app.sidebar.selectbox(key=f"language-{read.id}-{interface}").set_value("fa")
    apply = next(
        one for one in app.sidebar.button if one.label in {"Apply", "طبّق"} and one.form_id == f"edit-{read.id}"
    )
    apply.click().run()
    assert not app.exception
    edited = app.session_state["texts"][2]
    assert (edited.published, edited.language) == (dt.date(2024, 5, 4), "fa")


def test_all_texts_can_go_and_come_back(app: AppTest) -> None:
    next(b for b in app.sidebar.button if b.label == "احذف كل النصوص").click().run()
    assert app.session_state["texts"] == []
    assert not app.exception
    next(b for b in app.sidebar.button if b.label == "اعرض المقالين النموذجيين").click().run()
    assert len(app.session_state["texts"]) == 2


def test_an_address_is_fetched_and_a_path_of_this_machine_is_not(app: AppTest) -> None:
    for wrong in ("file:///etc/passwd", "c://etc/passwd", "http://127.0.0.1:1/"):
        next(one for one in app.sidebar.text_area if one.label.startswith("عناوين")).set_value(wrong)
        next(b for b in app.sidebar.button if b.label == "اجلب واقرأ").click().run()
        assert len(app.sidebar.error) == 1
        assert wrong in app.sidebar.error[0].value.replace("\\", "")
    assert len(app.session_state["texts"]) == 2


class Article(BaseHTTPRequestHandler):
    """A site with one article."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write("<html><h1>زيارة</h1><article><p>وصل الوزير إلى الخرطوم.</p></article></html>".encode())

    def log_message(self, *_: object) -> None:
        """Keep the tests quiet."""


def test_a_page_from_the_web_is_read(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEO_ALLOW_PRIVATE", "1")
    with HTTPServer(("127.0.0.1", 0), Article) as site:
        thread = threading.Thread(target=site.handle_request)
        thread.start()
        address = f"http://127.0.0.1:{site.server_port}/visit"
        next(one for one in app.sidebar.text_area if one.label.startswith("عناوين")).set_value(address)
        next(b for b in app.sidebar.button if b.label == "اجلب واقرأ").click().run()
        thread.join()
    assert not app.exception
    fetched = app.session_state["texts"][-1]
    assert (fetched.title, fetched.url) == ("زيارة", address)
    assert "geonames:379252" in app.session_state["atlas"].entities


def test_one_text_that_fails_does_not_cost_the_others(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    read = pipeline.analyse

    def broken(document: Document, *rest: object) -> Analysis:
        if "خلل" in document.text:
            raise ZeroDivisionError
        return read(document, *rest)

    monkeypatch.setattr(pipeline, "analyse", broken)
    paste(app, "هذا نص فيه خلل.")
    assert not app.exception
    assert any("ZeroDivisionError" in error.value for error in app.error)
    assert len(app.session_state["atlas"].analyses) == 2
