"""What a graphics desk would send back: names on names, a legend on marks, a box wider than its column."""

from __future__ import annotations

import itertools

import pytest

pytestmark = pytest.mark.browser

BOXES = "nodes => nodes.map(n => { const b = n.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; })"


def boxes(page, selector):
    return page.locator(selector).evaluate_all(BOXES)


def meet(one, other, slack=3):
    return (
        one[0] + slack < other[2]
        and other[0] + slack < one[2]
        and one[1] + slack < other[3]
        and other[1] + slack < one[3]
    )


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1280, 390])
def test_names_stand_clear_and_inside_and_the_legend_off_the_marks(visit, pages, language, width):
    page = visit(pages[language], width=width).page
    names = boxes(page, ".geo-name")
    assert len(names) > 5
    assert not [(one, other) for one, other in itertools.combinations(names, 2) if meet(one, other)]
    (view,) = boxes(page, ".geo-map")
    assert all(view[0] <= left and right <= view[2] for left, _, right, _ in boxes(page, ".geo-name-corridor"))
    (legend,) = boxes(page, ".geo-legend")
    marks = boxes(page, '[data-mark^="places/"], [data-mark^="events/"]')
    middles = [((left + right) / 2, (top + bottom) / 2) for left, top, right, bottom in marks]
    assert not [(x, y) for x, y in middles if legend[0] < x < legend[2] and legend[1] < y < legend[3]]


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


def test_paper_names_the_sources_and_keeps_the_legend_whole(visit, pages):
    page = visit(pages["ar"]).page
    assert not page.locator(".geo-credits").is_visible()
    page.emulate_media(media="print")
    assert "Natural Earth" in page.locator(".geo-credits").inner_text()
    assert page.locator(".geo-legend").evaluate("box => box.scrollHeight <= box.clientHeight + 1")
    assert not page.locator(".geo-legend input").first.is_visible()
