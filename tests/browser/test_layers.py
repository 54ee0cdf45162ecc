"""Layers, names, legend and pop-ups, in both languages and widths."""

from __future__ import annotations

import itertools

import pytest

pytestmark = pytest.mark.browser

BOXES = "nodes => nodes.map(n => { const b = n.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; })"


def marks(page, layer):
    return page.locator(f'[data-mark^="{layer}/"]')


def boxes(page, selector):
    return page.locator(selector).evaluate_all(BOXES)


def meet(one, other, slack=3):
    return (
        one[0] + slack < other[2]
        and other[0] + slack < one[2]
        and one[1] + slack < other[3]
        and other[1] + slack < one[3]
    )


def test_every_layer_is_drawn_and_toggled_by_the_legend(desk):
    page = desk.open()
    drawn = {layer: marks(page, layer).count() for layer in ("places", "countries", "corridors", "events", "relations")}
    assert drawn == {"places": 9, "countries": 4, "corridors": 2, "events": 6, "relations": 3}
    desk.legend()
    for layer, number in drawn.items():
        box = page.locator(f'.geo-legend input[data-layer="{layer}"]')
        box.uncheck()
        assert marks(page, layer).count() == 0
        box.check()
        assert marks(page, layer).count() == number


def test_names_stand_clear_and_inside_and_the_legend_off_the_marks(desk):
    page = desk.open()
    names = boxes(page, ".geo-name")
    assert len(names) > 5
    assert not [(one, other) for one, other in itertools.combinations(names, 2) if meet(one, other)]
    (view,) = boxes(page, ".geo-map")
    assert all(view[0] <= left and right <= view[2] for left, _, right, _ in boxes(page, ".geo-name-corridor"))
    (legend,) = boxes(page, ".geo-legend")
    seen = boxes(page, '[data-mark^="places/"], [data-mark^="events/"]')
    middles = [((left + right) / 2, (top + bottom) / 2) for left, top, right, bottom in seen]
    assert not [(x, y) for x, y in middles if legend[0] < x < legend[2] and legend[1] < y < legend[3]]
    assert all(view[0] <= x <= view[2] and view[1] <= y <= view[3] for x, y in middles)


def test_base_names_are_those_of_the_interface(desk):
    page = desk.open("#map=5/29/40")
    names = set(page.locator(".geo-name-country, .geo-name-capital").all_inner_texts())
    wanted = {"السعودية", "الرياض"} if desk.language == "ar" else {"SAUDI ARABIA", "Riyadh"}
    assert wanted <= names


def test_events_at_one_spot_stand_apart_with_a_shape_for_each_class(desk):
    page = desk.open()
    places = boxes(page, '[data-mark^="events/"] svg')
    middles = [((left + right) / 2, (top + bottom) / 2) for left, top, right, bottom in places]
    for (x, y), (u, v) in itertools.combinations(middles, 2):
        assert (x - u) ** 2 + (y - v) ** 2 > 20**2
    bodies = [page.locator(f'[data-mark="events/{key}"] path').nth(1) for key in ("e1", "e4", "e5", "e6")]
    assert len({body.get_attribute("d") for body in bodies}) == 4


def test_lines_say_by_dash_and_width_what_they_are(desk):
    page = desk.open()

    def look(mark, name):
        return page.locator(f'[data-mark="{mark}"]').get_attribute(name)

    assert look("corridors/corridor:development-road", "stroke-dasharray") == "3 7"
    assert look("corridors/corridor:red-sea", "stroke-dasharray") == "14 5"
    many, few = ("relations/country:IQ-country:TR", "relations/country:SD-country:TR")
    assert float(look(many, "stroke-width")) > float(look(few, "stroke-width"))
    # Türkiye sends aid to Sudan: one way, one arrowhead; the others go both ways or together.
    assert page.locator(".leaflet-stems-pane path").count() == 1


def test_a_relation_opens_its_events(desk):
    page = desk.open("#open=relations/country:IQ-country:TR")
    events = page.locator(".geo-event-list button")
    assert events.count() == 4
    events.nth(2).click()
    assert page.locator(".geo-popup").get_attribute("data-key") == "events/e5"


def test_a_bloc_is_outlined_on_demand(desk):
    page = desk.open()
    outlines = page.locator(".leaflet-blocs-pane path")
    assert outlines.count() == 0
    desk.legend()
    page.locator(".geo-blocs input").check()
    assert outlines.count() == 2
    page.locator(".geo-blocs button").click()
    assert ("باكستان" if desk.language == "ar" else "Pakistan") in page.locator(".geo-popup").inner_text()


@pytest.mark.parametrize("view", ["", "#map=1.5/70/40"], ids=["fitted", "polar"])
def test_a_popup_stands_whole_within_the_map(desk, view):
    page = desk.open(view)  # near the pole the world ends before the pop-up does
    for key in ("relations/country:IQ-country:TR", "events/e2", "places/geonames:287286"):
        page.locator(f'[data-mark="{key}"]').dispatch_event("click")
        (around,), (popup,) = boxes(page, ".geo-map"), boxes(page, ".leaflet-popup-content-wrapper")
        assert around[0] <= popup[0]
        assert around[1] <= popup[1]
        assert popup[2] <= around[2]
        assert popup[3] <= around[3]
        page.keyboard.press("Escape")


def test_events_without_a_place_are_listed_and_say_so(desk):
    page = desk.open()
    desk.legend()
    page.get_by_role("button", name=desk.t("legend.unplaced", n=1)).click()
    assert page.evaluate("document.activeElement.textContent") == desk.t("legend.unplaced", n=1)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(".geo-popup").get_attribute("data-key") == "events/e7"
    assert desk.t("doubt.unplaced") in page.locator(".geo-doubts").inner_text()
