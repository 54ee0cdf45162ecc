"""Texts, names and addresses that want to run or to mislead."""

from __future__ import annotations

import pytest

from geo.render import payload
from geo.render.assets import labels
from geo.render.page import page as write_page

pytestmark = pytest.mark.browser

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "</script><script>alert(3)</script>",
    "<svg onload=alert(4)>",
    "\u202eabc\u2066",
    "{{7*7}}",
    "']);alert(5);//",
]
ATTACK = " ".join(ATTACKS)
MATRIX = [(language, width) for language in ("ar", "en") for width in (1280, 390)]


@pytest.fixture(params=MATRIX, ids=lambda one: f"{one[0]}-{one[1]}")
def hostile(request, visit, sample, tmp_path):
    """A page made of attacks, opened in each language and width; the language."""
    language, width = request.param
    built = payload.build(sample.atlas(), sample.frames(), title=ATTACK, interface=language)
    built["attribution"] = [ATTACK]
    built["documents"][0].update(title=ATTACK, source=ATTACK, id=ATTACK)
    for document in built["documents"][1:]:
        document["text"] = document["text"] + ATTACK
        document["sentences"].append([len(document["text"]) - len(ATTACK), len(document["text"])])
    for layer in built["layers"].values():
        for feature in layer["features"]:
            feature["properties"].update(
                name=ATTACK, name_en=ATTACK, gazetteer="javascript:alert(6)", why=[ATTACK], date=ATTACK
            )
            feature["properties"]["issues"] = [{"kind": ATTACK, "message": ATTACK}]
            feature["properties"]["actors"] = [{"entity": ATTACK, "name_en": ATTACK, "people": [ATTACK]}]
    file = tmp_path / "hostile.html"
    file.write_text(write_page(built), encoding="utf-8")
    return visit(file.as_uri(), width=width).page, language


def test_nothing_runs(hostile):
    page, _ = hostile
    page.evaluate("() => { window.alert = (text) => console.error(`ran: ${text}`) }")
    for mark in (
        "places/geonames:360630",
        "events/e3",
        "corridors/corridor:red-sea",
        "relations/country:EG-country:TR",
    ):
        page.locator(f'[data-mark="{mark}"]').dispatch_event("click")
        assert page.locator(".geo-popup").get_attribute("data-key") == mark
    page.locator("[role=tab]").nth(1).click()
    page.locator("input[type=search]").fill("script")
    page.locator("[role=tab]").nth(0).click()
    page.locator(".geo-text-panel select").select_option("en-1")
    assert page.locator("img, main script, main svg[onload], [onerror]").count() == 0
    assert "<script>alert(1)</script>" in page.locator("h1").inner_text()


def test_only_web_addresses_are_links(hostile):
    page, language = hostile
    page.locator('[data-mark="places/geonames:360630"]').dispatch_event("click")
    assert page.locator('a[href^="javascript:" i]').count() == 0
    assert page.locator(".geo-source").inner_text() == labels()[language]["popup.gazetteer"]


def test_direction_controls_are_not_shown(hostile):
    page, _ = hostile
    assert "\u202e" not in page.locator(".geo-root").inner_text()
    assert "abc" in page.locator("h1").inner_text()


def test_a_hostile_address_changes_nothing(desk):
    page = desk.open("#open=%3Cscript%3E&at=%22%5D.1&map=a/b/c&layers=x&from=tomorrow&quad=zzz&lang=__proto__")
    assert page.locator(".geo-popup").count() == 0
