"""The app in Chromium with nothing but this machine to call: the map stays, corrections reach it, WCAG holds."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
TABS = {
    "ar": ["الخريطة", "الجداول", "للمراجعة", "التصحيح", "التنزيل"],
    "en": ["Map", "Tables", "To check", "Correct", "Downloads"],
}
ROOMS = ("geo/ui", "geo/render/assets")
WORDS = {
    key: said for room in ROOMS for key, said in json.loads((ROOT / room / "labels.json").read_text("utf-8")).items()
}
expect.set_options(timeout=20_000)  # a busy machine takes its time to draw the app anew
BOTH = pytest.mark.parametrize(("language", "width"), [("ar", 1280), ("en", 390), ("ar", 390), ("en", 1280)])
# Selects letters of a sentence of the reader as a hand would, links and all.
SELECT = """(node, [from, to]) => {
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT), range = document.createRange();
  let seen = 0;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text.parentElement.closest(".geo-number")) continue;
    const end = seen + text.length;
    if (from >= seen && from < end) range.setStart(text, from - seen);
    if (to > seen && to <= end) range.setEnd(text, to - seen);
    seen = end;
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""
VIEWS = {"ar": ["الأسماء والأماكن", "أضف ما ينقص"], "en": ["Names and places", "Add what is missing"]}


def violations(page: Page) -> list[tuple[str, list[str]]]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [(one["id"], [node["html"][:160] for node in one["nodes"]]) for one in found]


def settled(page: Page) -> None:
    """Wait until the app has drawn what was asked for."""
    page.wait_for_timeout(500)  # the click has to reach the app first
    for working in ("[data-test-script-state=running]", "[data-stale=true]", "[data-testid=stSkeleton]"):
        expect(page.locator(working)).to_have_count(0, timeout=30_000)
    page.wait_for_timeout(500)  # what is new fades in


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_violation_of_wcag(start, language: str, width: int) -> None:
    page = start(language, width)
    for name in TABS[language]:
        page.get_by_role("tab", name=name, exact=True).first.click()
        settled(page)
        assert violations(page) == [], name
    page.get_by_role("tab", name=TABS[language][3], exact=True).click()
    for name in VIEWS[language]:
        page.get_by_text(name, exact=True).first.click()
        settled(page)
        assert violations(page) == [], name
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_correction_made_from_the_map_is_drawn_and_the_view_stays(start) -> None:
    page = start("en")
    for _ in range(2):
        page.locator(".leaflet-control-zoom-in").click()
        page.wait_for_timeout(400)
    page.locator(".geo-root [data-mark^='events/']").nth(1).press("Enter")
    seen = page.locator(".leaflet-control-scale-line").first.inner_text()
    key = page.locator(".geo-popup").get_attribute("data-key")
    page.locator(".geo-correct").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("blockquote mark").first).to_be_visible()
    settled(page)
    assert violations(page) == []
    date = dialog.get_by_role("textbox", name="Date (EDTF)")
    date.fill("1999-12-31")
    date.press("Tab")
    settled(page)
    dialog.get_by_role("button", name="Save the changes").click()
    expect(dialog).to_have_count(0)
    popup = page.locator(f".geo-popup[data-key='{key}']")
    expect(popup).to_contain_text("Corrected by hand")
    expect(popup).to_contain_text("1999")
    assert page.locator(".leaflet-control-scale-line").first.inner_text() == seen
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken back.")).to_be_visible()
    expect(popup).to_have_count(1)
    expect(popup).not_to_contain_text("1999")


def test_what_a_rerun_does_not_change_is_not_drawn_again(start) -> None:
    page = start("en")
    page.locator(".geo-root").evaluate("node => { node.dataset.first = 'yes' }")
    page.get_by_label("Title (optional)").fill("A title")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("There is no text to read")).to_be_visible()
    assert page.locator(".geo-root").get_attribute("data-first") == "yes"


@BOTH
def test_every_file_can_be_downloaded(start, language: str, width: int) -> None:
    page = start(language, width)
    page.get_by_role("tab", name=TABS[language][4], exact=True).click()
    settled(page)
    files = {}
    for button in page.locator("[data-testid=stMain] [data-testid=stDownloadButton] button:visible").all():
        with page.expect_download() as coming:
            button.click()
        files[coming.value.suggested_filename] = Path(coming.value.path()).read_bytes()
    layers = ("places", "countries", "corridors", "events", "relations", "blocs")
    assert {f"{layer}{suffix}" for layer in layers for suffix in (".geojson", ".csv")} < files.keys()
    assert {"map.html", "map.gpkg", "map.zip", "analysis.jsonl", "map.kml", "relations.graphml"} < files.keys()
    assert all(files.values())
    assert len(json.loads(files["events.geojson"])["features"]) > 10
    assert zipfile.ZipFile(io.BytesIO(files["map.zip"])).testzip() is None


@BOTH
def test_a_place_is_moved_on_the_map_and_back(start, language: str, width: int) -> None:
    page = start(language, width)
    spoken = speaker(language)
    mark = page.locator(".geo-root [data-mark^='places/']").first
    key = mark.get_attribute("data-mark")
    mark.press("Enter")
    page.locator(".geo-move").click()
    bar = page.get_by_role("group", name=spoken("popup.move"))
    keep = bar.get_by_role("button", name=spoken("placing.save"))
    expect(keep).to_be_disabled()
    before = bar.locator("output").inner_text()
    pin = page.get_by_role("button", name=spoken("placing.pin"))
    pin.press("ArrowUp")
    nudged = bar.locator("output").inner_text()
    assert nudged != before
    drag(page, pin, 40, 30)
    assert bar.locator("output").inner_text() != nudged
    page.locator(".geo-map").click(position={"x": 120, "y": 150})
    point = bar.locator("output").inner_text()
    # What a scroller cuts in two would be measured as it is cut.
    page.locator(".geo-root").evaluate("node => { for (; node; node = node.parentElement) node.scrollTop = 0; }")
    assert violations(page) == []
    seen = page.locator(".leaflet-control-scale-line").first.inner_text()
    keep.click()
    expect(page.get_by_text(spoken("correct.done"))).to_be_visible()
    expect(bar).to_have_count(0)
    settled(page)
    assert page.locator(".leaflet-control-scale-line").first.inner_text() == seen
    assert degrees(spot(page, key)) == pytest.approx(degrees(point), abs=0.001)  # the payload has three digits
    page.get_by_role("button", name=spoken("correct.undo"), exact=True).click()
    settled(page)
    assert spot(page, key) == before


def spot(page: Page, key: str) -> str:
    """Return where the app would begin to move a place from: where it lies."""
    page.locator(f".geo-root [data-mark='{key}']").press("Enter")
    page.locator(".geo-move").click()
    found = page.locator(".geo-placing-bar output").inner_text()
    page.keyboard.press("Escape")
    expect(page.locator(".geo-placing-bar")).to_have_count(0)
    return found


def degrees(point: str) -> list[float]:
    return [float(one) for one in point.split(",")]


def drag(page: Page, node: Locator, x: int, y: int) -> None:
    node.scroll_into_view_if_needed()
    box = node.bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + x / 2, middle[1] + y / 2)
    page.mouse.move(middle[0] + x, middle[1] + y)
    page.mouse.up()


def speaker(language: str) -> Callable[[str], str]:
    return lambda key: WORDS[key][language]


@BOTH
def test_words_selected_in_the_reader_become_a_name_on_the_map(start, language: str, width: int) -> None:
    page = start(language, width)
    spoken = speaker(language)
    sentence = page.locator("[data-sentence='0']")
    sentence.evaluate("node => node.scrollIntoView({ block: 'start' })")
    text = sentence.evaluate("node => node.textContent.slice(node.querySelector('.geo-number').textContent.length)")
    at = text.index("سلسلة")
    sentence.evaluate(SELECT, [at, at + len("سلسلة من ")])
    bar = page.get_by_role("group", name=spoken("selected.title"))
    expect(bar).to_contain_text("«سلسلة من»")
    assert violations(page) == []
    bar.get_by_role("button", name=spoken("selected.name")).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("blockquote mark")).to_have_text("سلسلة من")
    dialog.get_by_text(spoken("correct.own"), exact=True).click()
    expect(dialog.get_by_role("textbox", name=spoken("correct.own.name"))).to_have_value("سلسلة من")
    dialog.locator(".geo-picker .geo-map").click(position={"x": 150, "y": 130})
    expect(dialog.get_by_role("spinbutton", name=spoken("correct.lat"))).not_to_have_value("")
    settled(page)
    assert violations(page) == []
    dialog.get_by_role("button", name=spoken("add.name.button")).click()
    expect(dialog).to_have_count(0)
    expect(page.locator("[data-sentence='0'] a[data-key^='places/hand:']")).to_have_text("سلسلة من")
    expect(page.locator(".geo-root [data-mark^='places/hand:']")).to_have_count(1)


@BOTH
def test_a_table_runs_the_right_way_sorts_and_leads_to_corrections(start, language: str, width: int) -> None:
    page = start(language, width)
    spoken = speaker(language)
    page.get_by_role("tab", name=spoken("tab.tables"), exact=True).click()
    page.get_by_role("tab", name=spoken("layer.events"), exact=True).click()
    settled(page)
    table = page.get_by_role("table").filter(visible=True)
    assert table.evaluate("node => getComputedStyle(node).direction") == ("rtl" if language == "ar" else "ltr")
    dates = table.locator(f"[data-title='{spoken('column.date')}']")
    heading = table.get_by_role("button", name=spoken("column.date"), exact=True)
    heading.click()
    told = [one for one in dates.all_inner_texts() if one != "–"]
    assert told == sorted(told)
    heading.press("Enter")
    assert [one for one in dates.all_inner_texts() if one != "–"] == told[::-1]
    expect(table.locator("[aria-sort=descending]")).to_have_count(1)
    number = dates.count()
    table.get_by_role("button", name=spoken("correct.row")).first.click()
    dialog = page.get_by_role("dialog")
    settled(page)
    dialog.get_by_role("button", name=spoken("correct.drop_event")).click()
    expect(dialog).to_have_count(0)
    expect(dates).to_have_count(number - 1)
    expect(table.locator("[aria-sort=descending]")).to_have_count(1)
    page.get_by_role("button", name=spoken("correct.undo"), exact=True).click()
    expect(dates).to_have_count(number)
    page.get_by_role("button", name=spoken("correct.redo"), exact=True).click()
    expect(dates).to_have_count(number - 1)
    page.get_by_role("tab", name=spoken("tab.correct"), exact=True).click()
    page.get_by_text(spoken("view.log"), exact=True).click()
    page.get_by_role("button", name=spoken("correct.take_back.button")).click()
    settled(page)  # a tab pressed while the app draws anew may be drawn over
    page.get_by_role("tab", name=spoken("tab.tables"), exact=True).click()
    expect(dates).to_have_count(number)
