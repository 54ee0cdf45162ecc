"""What a graphics desk would send back: names on names, a legend on marks, a box wider than its column."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

BOXES = "nodes => nodes.map(n => { const b = n.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; })"


def boxes(page, selector):
    return page.locator(selector).evaluate_all(BOXES)


def test_the_most_named_places_have_their_names_on_a_phone(visit, pages):
    page = visit(pages["ar"], width=390).page
    assert {"القاهرة", "أنقرة", "بغداد"} <= set(page.locator(".geo-name-place").all_inner_texts())


def test_a_column_of_the_app_holds_its_boxes(visit, pages):
    page = visit(pages["ar"]).page
    page.locator("main").evaluate("main => { main.style.width = '330px' }")
    page.locator(".geo-filters summary").click()
    page.wait_for_timeout(150)
    (frame,) = boxes(page, ".geo-frame")
    for left, _, right, _ in boxes(page, "select:visible, .geo-tabs, .geo-track, .geo-legend"):
        assert frame[0] <= left
        assert right <= frame[2]
