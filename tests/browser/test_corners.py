"""Dark corners: marks on both sides of the Pacific, an empty map, texts of one title, one very old date."""

from __future__ import annotations

import pytest

from geo import records as r
from geo.render import payload
from geo.render.page import page as write_page

pytestmark = pytest.mark.browser

WORLD = [(language, width) for language in ("ar", "en") for width in (1280, 390)]


def marks(page, layer):
    return page.locator(f'[data-mark^="{layer}/"]')


def written(built, folder):
    file = folder / "page.html"
    file.write_text(write_page(built), encoding="utf-8")
    return file.as_uri()


@pytest.mark.parametrize(("language", "width"), WORLD)
def test_marks_around_the_pacific_lie_together_and_arcs_end_at_them(visit, tmp_path, language, width):
    points = {"tokyo": (139.7, 35.7), "suva": (178.4, -18.1), "lima": (-77.0, -12.0), "ottawa": (-75.7, 45.4)}
    places = [feature("places", key, {"type": "Point", "coordinates": list(point)}) for key, point in points.items()]
    halves = [[[139.7, 35.7], [180, 20]], [[-180, 20], [-77.0, -12.0]]]
    line = {"type": "MultiLineString", "coordinates": halves}
    event = {"actors": [], "type": "CONSULT", "mode": "meet", "quad": "verbal cooperation", "polarity": "did"}
    built = {
        "interface": language, "title": "T", "documents": [], "issues": [],
        "layers": {
            "places": {"features": places},
            "events": {"features": [feature("events", "e1", places[2]["geometry"], **event)]},
            "relations": {"features": [feature("relations", "JP-PE", line, events=["e1"])]},
        },
    }  # fmt: skip
    page = visit(written(built, tmp_path), width=width).page
    view = page.locator(".geo-map").bounding_box()
    middles = {}
    for node in marks(page, "places").all():
        box = node.bounding_box()
        middles[node.get_attribute("data-mark")] = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert all(view["x"] < x < view["x"] + view["width"] for x, _ in middles.values())
    assert middles["places/tokyo"][0] < middles["places/suva"][0] < middles["places/lima"][0]
    ends = marks(page, "relations").first.evaluate("""path => [0, path.getTotalLength()].map((at) => {
        const { x, y } = path.getPointAtLength(at).matrixTransform(path.getScreenCTM());
        return [x, y];
    })""")
    for (x, y), key in zip(ends, ("places/tokyo", "places/lima"), strict=True):
        assert (x - middles[key][0]) ** 2 + (y - middles[key][1]) ** 2 < 3**2


def feature(layer, key, geometry, **more):
    return {
        "type": "Feature",
        "geometry": geometry,
        "properties": {"id": key, "layer": layer, "name": key, "kind": "city", **more},
    }


@pytest.mark.parametrize(("language", "width"), WORLD)
def test_a_map_of_nothing_says_so(browser, tmp_path, language, width):
    text = "A quiet day."
    document = r.Document(id="a", text=text, language="en")
    atlas = r.Atlas((r.Analysis(document, (r.Sentence(0, 0, len(text)),), ()),), {}, (), (), ())
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(written(payload.build(atlas, {}, interface=language), tmp_path))
    told = "لا تذكر النصوص" if language == "ar" else "The texts name nothing"
    assert told in page.locator(".geo-legend").inner_text()
    page.get_by_role("tab").nth(1).click()
    assert told in page.locator(".geo-table-panel").inner_text()
    assert not page.locator(".geo-filters").is_visible()
    page.close()


def test_texts_of_one_title_are_told_apart(visit, sample, tmp_path):
    built = payload.build(sample.atlas(), sample.frames(), interface="en")
    for document in built["documents"]:
        document["title"] = "News"
    page = visit(written(built, tmp_path)).page
    assert page.locator(".geo-text-panel option").all_inner_texts() == [
        "News (ar-1.txt)",
        "News (en-1.txt)",
        "News (ru-1.txt)",
    ]
    assert page.locator(".geo-text-panel h2").inner_text() == "News"


def test_one_old_date_does_not_squeeze_the_others(visit, sample, tmp_path):
    built = payload.build(sample.atlas(), sample.frames(), interface="en")
    events = built["layers"]["events"]["features"]
    for number, event in enumerate(events):
        day = "1916-05-16" if number == 0 else f"2024-03-{3 + number:02}"
        event["properties"].update(date=day, date_start=day, date_end=day)
    page = visit(written(built, tmp_path)).page
    drawn = page.locator(".geo-histogram i").evaluate_all("bars => bars.map((bar) => parseFloat(bar.style.height) > 0)")
    assert sum(drawn) == len(events)
    assert page.locator(".geo-ticks span").first.inner_text() == "1916"
    low = page.locator(".geo-track input").first
    assert low.get_attribute("aria-valuetext") == "May 16, 1916"
    for _ in range(8):
        low.press("ArrowRight")
    assert "2024" in low.get_attribute("aria-valuetext")
    assert marks(page, "events").count() == 5
