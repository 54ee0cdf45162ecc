from __future__ import annotations

import pytest

from geo.errors import UnreadableInput
from geo.read import read_uploads
from geo.read.webpage import page

ARTICLE = """<!DOCTYPE html><html lang="ar"><head><meta charset="{charset}"><title>موقع</title>
<meta property="og:title" content="لقاء في أوسلو">
<meta property="article:published_time" content="2024-05-02T09:00:00Z">
<script>var where = "Paris";</script></head><body><nav>الرئيسية</nav>
<article><h1>لقاء</h1><p>وصل   الو<b>فد</b><br>إلى أوسلو &lt;script&gt;.</p><script>alert("Paris")</script>
<ul><li>أول<li>ثان</ul><p onclick="x()">انتهى.</p></article><footer>باريس</footer></body></html>"""


def test_the_article_is_read_without_scripts_menus_and_footers() -> None:
    draft = page(ARTICLE)
    assert draft.text == "لقاء\nوصل الوفد\nإلى أوسلو <script>.\nأول\nثان\nانتهى."
    assert (draft.title, str(draft.published), draft.language) == ("لقاء في أوسلو", "2024-05-02", "ar")


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "no-such-charset"])
def test_the_declared_encoding_is_used_where_it_is_one(charset: str) -> None:
    data = ARTICLE.replace("{charset}", charset).encode(charset if charset != "no-such-charset" else "cp1256")
    (document,) = read_uploads([("a.html", data)])
    assert document.text.startswith("لقاء\nوصل الوفد")


def test_dates_come_from_linked_data_too() -> None:
    linked = '<script type="application/ld+json">{"@graph": [{"datePublished": "2023-11-05"}]}</script><p>Oslo'
    assert str(page(linked).published) == "2023-11-05"
    assert page('<script type="application/ld+json">{broken</script><p>Oslo').published is None


def test_a_page_without_an_article_gives_its_body() -> None:
    assert page("<div>One<div>Two</div>three</div>").text == "One\nTwo\nthree"


def test_equal_siblings_are_all_read() -> None:
    assert page("<p>same</p><p>same</p><p>same</p>").text == "same\nsame\nsame"


def test_a_page_nested_too_deeply_is_refused() -> None:
    from geo.read.paths import source_of_bytes
    from geo.read.webpage import read
    from geo.settings import Settings

    source = source_of_bytes("deep.html", b"<div>" * 50_000 + b"x")
    with pytest.raises(UnreadableInput, match="deep"):
        list(read(source, Settings()))
