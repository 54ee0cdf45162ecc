"""The other two shells: an app's component in a shadow tree, and a folium map."""

from __future__ import annotations

import folium
import pytest
from axe_playwright_python.sync_playwright import Axe

from geo.render import component_assets, folium_map, payload
from geo.render.page import json_text

pytestmark = pytest.mark.browser

MATRIX = [(language, width) for language in ("ar", "en") for width in (1280, 390)]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture(params=MATRIX, ids=lambda one: f"{one[0]}-{one[1]}")
def component(request, visit, sample, tmp_path):
    """A page that mounts the component as an app does: a module, a shadow root, a fixed height."""
    language, width = request.param
    assets = component_assets()
    built = json_text(payload.build(sample.atlas(), sample.frames(), interface=language))
    file = tmp_path / "component.html"
    file.write_text(
        f"""<!DOCTYPE html><meta charset="utf-8"><title>t</title><div id="host"></div><script type="module">
        {assets.js}
        const shadow = document.querySelector("#host").attachShadow({{ mode: "open" }});
        const style = document.createElement("style");
        style.textContent = {json_text(assets.css)};
        const root = document.createElement("div");
        root.style.height = "700px";
        shadow.append(style, root);
        globalThis.draw = () => mount(root, {built}, {{ onOpen: (key) => (globalThis.opened = key) }});
        draw();
        </script>""",
        encoding="utf-8",
    )
    return visit(file.as_uri(), width=width).page


def test_the_component_lives_in_a_shadow_tree(component):
    page = component
    page.locator('[data-mark="events/e1"]').click()
    page.locator(".geo-popup .geo-to-sentence").click()
    assert "استضافت مسقط" in page.locator(".geo-lit").inner_text()
    assert page.evaluate("opened") == "events/e1"
    assert page.evaluate("location.hash") == ""


def test_mounting_again_replaces_the_map(component):
    page = component
    page.evaluate("draw() && 1")
    assert page.locator(".geo-root").count() == 1
    assert page.locator('[data-mark^="events/"]').count() == 6


@pytest.mark.parametrize(("language", "width"), MATRIX)
def test_a_saved_folium_map_works_offline_with_further_layers(visit, sample, tmp_path, language, width):
    drawn = folium_map(payload.build(sample.atlas(), sample.frames(), interface=language))
    folium.Marker([24.7, 46.7], popup=folium.Popup("<b>Riyadh</b>")).add_to(drawn)
    drawn.save(tmp_path / "map.html")
    opened = visit((tmp_path / "map.html").as_uri(), width=width)
    page = opened.page
    page.locator('[data-mark="places/geonames:287286"]').click()
    assert page.locator(".geo-popup-title").inner_text() == ("مسقط" if language == "ar" else "Muscat")
    page.keyboard.press("Escape")
    page.locator(".leaflet-marker-pane img").dispatch_event("click")
    assert page.locator(".leaflet-popup b").inner_text() == "Riyadh"
    found = Axe().run(page, options=RULES).response["violations"]
    # The user's own marker has no name, and no list of ours can give it one.
    assert [one["id"] for one in found if "leaflet-marker-icon" not in str(one["nodes"])] == []


def test_only_the_scripts_of_the_saved_folium_map_run(visit, sample, tmp_path):
    drawn = folium_map(payload.build(sample.atlas(), sample.frames(), interface="en"))
    folium.Marker([24.7, 46.7], popup=folium.Popup("<img src=x onerror='window.ran = 1'><b>Riyadh</b>")).add_to(drawn)
    drawn.save(tmp_path / "map.html")
    opened = visit((tmp_path / "map.html").as_uri())
    opened.page.locator(".leaflet-marker-pane img").dispatch_event("click")
    opened.page.locator(".leaflet-popup b").wait_for()
    opened.page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = 'window.ran = 2';
        document.body.append(script);
    }""")
    opened.page.wait_for_timeout(100)
    assert opened.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in one for one in opened.trouble)
    opened.trouble.clear()


def test_a_narrow_column_on_a_wide_screen_stacks_and_scrolls_inside(component):
    page = component
    page.locator("#host").evaluate("host => { host.style.width = '500px' }")
    page.wait_for_timeout(200)
    text, drawn = page.locator(".geo-panel").bounding_box(), page.locator(".geo-map").bounding_box()
    assert text["y"] > drawn["y"] + drawn["height"] / 2
    assert page.locator(".geo-frame").bounding_box()["height"] == 700
