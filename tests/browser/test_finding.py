"""Time, search, filters, table, story, permalink, print and pictures, in both languages and widths."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser


def marks(page, layer):
    return page.locator(f'[data-mark^="{layer}/"]')


def drawn(page, layer):
    return sorted(marks(page, layer).evaluate_all("nodes => nodes.map((node) => node.dataset.mark)"))


def test_time_filters_every_layer_and_vague_dates_span_their_interval(desk):
    page = desk.open("#from=2024-02-01&to=2024-12-31&undated=0")
    assert drawn(page, "events") == ["events/e1", "events/e2", "events/e3"]  # e3: early 2024, January to March
    assert drawn(page, "relations") == ["relations/country:EG-country:TR", "relations/country:IQ-country:TR"]
    assert marks(page, "places").count() < 9
    page.locator(".geo-undated input").first.check()
    assert marks(page, "events").count() == 5


def test_thumbs_move_by_key_and_push_each_other(desk):
    page = desk.open()
    low, high = page.locator(".geo-track input").nth(0), page.locator(".geo-track input").nth(1)
    low.press("End")
    assert low.input_value() == high.input_value()
    assert low.get_attribute("aria-valuetext") == ("31 ديسمبر 2025" if desk.language == "ar" else "December 31, 2025")
    bars = page.locator(".geo-histogram i").evaluate_all(
        "bars => bars.filter((bar) => parseFloat(bar.style.height) > 0).length"
    )
    assert bars > 1


def test_play_moves_the_range_on_and_stops(desk):
    page = desk.open()
    play = page.locator(".geo-play")
    play.click()
    assert play.inner_text() == desk.t("time.pause")
    assert page.locator(".geo-range").get_attribute("aria-live") == "off"
    high = page.locator(".geo-track input").nth(1)
    first = int(high.input_value())
    for _ in range(50):
        page.wait_for_timeout(100)  # `wait_for_function` needs what the page's policy forbids
        if int(high.input_value()) > first:
            break
    assert int(high.input_value()) > first
    play.click()
    assert play.inner_text() == desk.t("time.play")


@pytest.mark.parametrize(
    ("query", "key"),
    [("انقره", "places/geonames:323786"), ("turkiye", "countries/country:TR"), ("d-8", "blocs/org:d-8")],
)
def test_search_forgives_spelling_and_opens_what_it_finds(desk, query, key):
    page = desk.open()
    page.locator("input[type=search]").fill(query)
    page.locator("input[type=search]").press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator(".geo-popup").get_attribute("data-key") == key


def test_search_finds_words_of_the_texts(desk):
    page = desk.open()
    page.locator("input[type=search]").fill("подписали соглашения")
    page.locator(".geo-results button").first.click()
    assert "подписали" in page.locator(".geo-lit").inner_text()


def test_filters_narrow_events_and_relations_say_so_and_let_go(desk):
    page = desk.open()
    page.locator(".geo-filters summary").click()
    page.locator('select[data-filter="quad"]').select_option("material conflict")
    assert drawn(page, "events") == ["events/e5"]
    assert marks(page, "relations").count() == 1
    assert page.locator(".geo-narrowed [role=status]").inner_text() == desk.t("filter.left", n=1, all=7)
    page.get_by_role("button", name=desk.t("filter.reset")).click()
    assert marks(page, "events").count() == 6
    assert page.locator(".geo-narrowed [role=status]").inner_text() == ""
    page.locator('select[data-filter="actor"]').select_option("country:SD")
    assert drawn(page, "events") == ["events/e6"]
    page.locator('select[data-filter="actor"]').select_option("")
    page.locator('select[data-filter="document"]').select_option("ru-1")
    assert drawn(page, "events") == ["events/e2"]  # and e7, which has no place
    page.locator('select[data-filter="document"]').select_option("")
    page.locator(".geo-fields input[type=checkbox]").check()
    assert drawn(page, "events") == ["events/e1", "events/e2", "events/e4", "events/e5"]


def test_the_table_holds_each_layer_sorts_and_opens(desk):
    page = desk.open()
    page.get_by_role("tab", name=desk.t("panel.table")).click()
    rows = {"events": 7, "places": 9, "relations": 3, "corridors": 2, "countries": 4, "blocs": 1}
    for layer, number in rows.items():
        page.locator(".geo-table-panel select").select_option(layer)
        assert page.locator("tbody tr").count() == number
        assert page.locator("caption").inner_text() == desk.t("table.caption", layer=desk.t(f"layer.{layer}"), n=number)
    page.locator(".geo-table-panel select").select_option("places")
    name = page.locator("thead button", has_text=desk.t("table.name")).first
    name.click()
    names = page.locator("tbody th").all_inner_texts()
    name.click()
    assert page.locator("tbody th").all_inner_texts() == names[::-1]
    assert page.locator('[aria-sort="ascending"], [aria-sort="descending"]').count() == 1
    page.locator("tbody th button").first.click()
    assert page.locator(".geo-popup-title").inner_text() in {names[0], names[-1]}


def test_the_story_steps_with_the_arrow_keys_where_the_lines_run_to(desk):
    page = desk.open()
    page.get_by_role("button", name=desk.t("story.next")).focus()
    forward = "ArrowLeft" if desk.language == "ar" else "ArrowRight"
    page.keyboard.press(forward)
    first = page.locator(".geo-popup").get_attribute("data-key")
    page.keyboard.press(forward)
    assert (first, page.locator(".geo-popup").get_attribute("data-key")) == ("events/e3", "events/e1")
    assert "استضافت مسقط" in page.locator(".geo-lit").inner_text()


def test_the_address_brings_everything_back(desk):
    page = desk.open("#from=2024-01-15&certain=1")
    desk.legend()
    page.locator('.geo-legend input[data-layer="countries"]').uncheck()
    page.locator(".geo-blocs input").check()
    page.evaluate("document.querySelector('.geo-text a[data-key=\"events/e4\"]').click()")
    page.locator(".geo-popup .geo-to-sentence").click()
    hashed, lit = page.evaluate("location.hash"), page.locator(".geo-lit").inner_text()
    again = desk.open(hashed)
    assert again.locator(".geo-popup").get_attribute("data-key") == "events/e4"
    assert marks(again, "countries").count() == 0
    assert again.locator(".leaflet-blocs-pane path").count() == 2
    assert again.locator(".geo-lit").inner_text() == lit
    assert again.evaluate("location.hash") == hashed


def test_marks_are_reached_named_and_opened_by_keyboard(desk):
    page = desk.open()
    assert page.locator('.geo-target[tabindex="0"]').count() == 1
    page.locator('.geo-target[tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.dataset.mark")
    named = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    assert page.locator(".geo-popup").get_attribute("data-key") == second
    assert page.evaluate("document.activeElement.textContent") in named
    page.keyboard.press("Escape")
    assert page.locator(".geo-popup").count() == 0
    assert page.evaluate("document.activeElement.dataset.mark") == second


def test_the_other_language_is_a_click_away(desk):
    page = desk.open()
    page.get_by_role("button", name=desk.t("tool.language")).click()
    assert page.locator("html").get_attribute("dir") != desk.t("dir")
    assert page.locator(".geo-root").get_attribute("lang") == ("en" if desk.language == "ar" else "ar")


def test_paper_names_the_sources_and_keeps_the_legend_whole(desk):
    page = desk.open()
    assert not page.locator(".geo-credits").is_visible()
    desk.legend()
    page.emulate_media(media="print")
    assert "Natural Earth" in page.locator(".geo-credits").inner_text()
    assert page.locator(".geo-legend").evaluate("box => box.scrollHeight <= box.clientHeight + 1")
    assert not page.locator(".geo-legend input").first.is_visible()
    page.emulate_media(media="screen")


def test_the_picture_holds_title_legend_scale_sources_and_what_was_narrowed(desk, tmp_path):
    page = desk.open("#quad=verbal+cooperation")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="SVG", exact=True).click()
    waiting.value.save_as(tmp_path / "map.svg")
    source = (tmp_path / "map.svg").read_text(encoding="utf-8")
    told = re.findall(r"<text[^>]*>([^<]*)</text>", source)
    assert "مصر وتركيا" in told
    assert {desk.t("quad.verbal cooperation"), desk.t("layer.places"), desk.t("legend.planned")} <= set(told)
    assert any("Natural Earth" in line for line in told)
    assert any(line.endswith("كم" if desk.language == "ar" else "km") for line in told)
    assert source.count("<path") > 15
    # No words run over its edge.
    outside = page.evaluate(OUTSIDE, source)
    assert outside == []


OUTSIDE = """(source) => {
    const holder = document.createElement('div');
    holder.append(document.importNode(new DOMParser().parseFromString(source, 'image/svg+xml').documentElement, true));
    document.body.append(holder);
    const boxOf = (node) => node.getBoundingClientRect();
    const frame = boxOf(holder.firstChild);
    const texts = [...holder.firstChild.querySelectorAll(':scope > text, :scope > g > text')];
    const out = texts.filter((node) => boxOf(node).left < frame.left - 1 || boxOf(node).right > frame.right + 1)
        .map((node) => node.textContent);
    holder.remove();
    return out;
}"""


def test_the_png_has_twice_the_pixels_of_the_screen(desk, tmp_path):
    page = desk.open()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="PNG", exact=True).click()
    waiting.value.save_as(tmp_path / "map.png")
    content = (tmp_path / "map.png").read_bytes()
    assert content.startswith(b"\x89PNG")
    width = page.locator(".geo-map").evaluate("node => node.clientWidth")
    assert int.from_bytes(content[16:20], "big") == 2 * width
