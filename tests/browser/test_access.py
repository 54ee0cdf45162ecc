"""WCAG 2.2 A and AA by axe-core: the page as it opens, with a pop-up, with the table."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def violations(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [(one["id"], [node["html"][:160] for node in one["nodes"]]) for one in found]


def test_no_violation(desk):
    page = desk.open("#open=events/e2&at=ar-1.1&quad=verbal+cooperation")
    assert page.locator(".geo-popup").count() == 1
    assert violations(page) == []
    page.locator("[role=tab]").nth(1).click()
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.locator("input[type=search]").fill("a")
    assert violations(page) == []
