"""The page as text: nothing from outside, nothing that a text brings along can run."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from geo.errors import DataError
from geo.render import assets, component_assets, payload
from geo.render.page import page
from geo.settings import Settings

HOSTILE = "</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>"


@pytest.fixture(scope="module")
def html(sample):
    return page(payload.build(sample.atlas(), sample.frames(), title=HOSTILE, interface="ar"))


def test_scripts_run_by_hash_only(html):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html).group(1)
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")
    for script in re.findall(r"<script>(.*?)</script>", html, re.DOTALL):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_no_address_is_fetched(html):
    assert not re.findall(r"""<(?:script|link|img|iframe)[^>]+(?:src|href)=""", html)
    assert not re.findall(r"url\((?!['\"]?(?:data:|#))", html)


def test_a_hostile_title_stays_text(html):
    assert HOSTILE not in html
    assert html.count("<script") == 5


def test_direction_and_language_are_those_of_the_interface(html):
    assert '<html lang="ar" dir="rtl">' in html


def test_the_page_of_a_few_texts_is_under_a_megabyte(html):
    assert len(html.encode()) < 1_000_000


def test_a_missing_basemap_says_what_to_do(tmp_path):
    with pytest.raises(DataError, match="make data"):
        page({"interface": "en", "title": "T"}, Settings(data=tmp_path))


def test_each_label_has_both_languages_and_the_same_slots():
    both = assets.labels()
    for key, english in both["en"].items():
        arabic = both["ar"][key]
        words = [english, arabic] if isinstance(english, str) else [english["other"], arabic["other"]]
        assert len({frozenset(re.findall(r"\{\w+\}", text)) for text in words}) == 1, key


def test_every_label_that_the_scripts_ask_for_exists():
    asked = set(re.findall(r'\bt\("([a-z_.]+)"', assets.renderer_js()))
    assert len(asked) > 40
    assert asked <= set(assets.labels()["en"])


def test_the_component_is_a_module_without_addresses():
    found = component_assets()
    assert "export function mount(root, payload, options = {})" in found.js
    assert not re.findall(r"url\((?!['\"]?(?:data:|#))", found.css)


def test_no_script_writes_markup():
    for forbidden in ("innerHTML", "insertAdjacentHTML", "document.write", "eval(", "getElementById"):
        assert forbidden not in assets.renderer_js()
