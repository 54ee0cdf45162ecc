"""The page in Chromium, all network blocked: what a reader does with it."""

from __future__ import annotations

import pytest

from geo.render import payload
from geo.render.page import page as write_page

pytestmark = pytest.mark.browser

WIDTHS = (1280, 390)


def marks(page, layer):
    return page.locator(f'[data-mark^="{layer}/"]')


def lit(page):
    return page.locator(".geo-lit").inner_text()


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_layer_is_drawn_and_the_page_fits(visit, pages, language, width):
    page = visit(pages[language], width=width).page
    drawn = {layer: marks(page, layer).count() for layer in ("places", "countries", "corridors", "events", "relations")}
    assert drawn == {"places": 9, "countries": 4, "corridors": 2, "events": 6, "relations": 3}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".geo-root").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")


def test_the_text_stands_right_of_the_map_in_arabic(visit, pages):
    for language, right in (("ar", True), ("en", False)):
        page = visit(pages[language]).page
        text, drawn = page.locator(".geo-panel").bounding_box(), page.locator(".geo-map").bounding_box()
        assert (text["x"] > drawn["x"]) is right


def test_a_mark_opens_a_quote_and_the_quote_leads_to_its_sentence(visit, pages):
    page = visit(pages["ar"]).page
    marks(page, "events").first.click()
    quote = page.locator(".geo-popup blockquote").first
    assert quote.locator("mark").inner_text() == "وزار"
    quote.locator(".geo-to-sentence").click()
    assert "وزار الرئيس التركي العراق" in lit(page)
    assert page.locator(".geo-lit").evaluate("node => node === document.activeElement")


def test_every_telling_of_a_merged_event_is_reached(visit, pages):
    page = visit(pages["en"] + "#open=events/e2").page
    links = page.locator(".geo-popup .geo-to-sentence")
    assert links.count() == 3
    told = []
    for i in range(3):
        links.nth(i).click()
        told.append(page.locator(".geo-text-panel article").get_attribute("lang"))
    assert told == ["ar", "en", "ru"]


def test_offsets_count_code_points_beyond_the_first_plane(visit, pages):
    page = visit(pages["en"] + "#at=en-1.0").page
    assert page.locator('.geo-lit a[data-key="places/geonames:360630"]').inner_text() == "Cairo"


def test_a_mention_leads_to_its_mark(visit, pages):
    page = visit(pages["ar"]).page
    page.locator('a[data-key="places/geonames:287286"]').first.click()
    assert page.locator(".geo-popup-title").inner_text() == "مسقط"
    assert page.locator('a[data-key="places/geonames:287286"].geo-current').count() == 1


def test_nested_mentions_stay_flat_and_letters_join(visit, pages):
    page = visit(pages["ar"]).page
    assert page.locator(".geo-text a a").count() == 0
    inner = page.locator('a[data-key="places/water:red-sea"]').first
    assert inner.inner_text() == "البحر الأحمر"
    # No box around a mention: padding, borders and inline blocks would cut Arabic letters apart.
    box = "n => ['display', 'paddingLeft', 'borderLeftWidth', 'marginLeft'].map(k => getComputedStyle(n)[k]).join()"
    assert inner.evaluate(box) == "inline,0px,0px,0px"


def test_doubt_is_told_in_words_and_shown_in_the_mark(visit, pages):
    page = visit(pages["en"] + "#open=events/e3").page
    doubts = page.locator(".geo-doubts").inner_text()
    assert "Drawn at the capital because the text names only the country" in doubts
    assert "The date is vague" in doubts
    hollow = page.locator('[data-mark="events/e3"] path').nth(1).get_attribute("fill")
    assert hollow == "#fff"
    assert page.locator('[data-mark="events/e3"] circle[stroke-dasharray]').count() == 1


def test_differing_figures_stand_side_by_side(visit, pages):
    page = visit(pages["en"] + "#open=events/e2").page
    assert page.locator(".geo-issues strong").inner_text() == "The figures differ:"
    assert page.locator(".geo-versus b").all_inner_texts() == ["7", "9"]
    links = page.locator(".geo-versus a")
    assert links.all_inner_texts() == ["\u2068لقاء في مسقط\u2069, sentence 2", "Agreements signed in Cairo, sentence 1"]
    links.nth(1).click()
    assert "signed 9 agreements" in lit(page)


@pytest.mark.parametrize(("language", "told"), [("en", "possible, not a fact"), ("ar", "محتمل، ليس واقعة")])
def test_whether_it_happened_is_said_in_words(visit, pages, language, told):
    page = visit(pages[language] + "#open=events/e6").page
    assert told in page.locator(".geo-popup-kind").inner_text()


def test_reasons_are_told_in_the_language_of_the_interface(visit, pages):
    page = visit(pages["ar"] + "#open=places/geonames:360630").page
    page.locator(".geo-why summary").click()
    reasons = page.locator(".geo-why > p").first
    assert reasons.inner_text() == "دولة مذكورة في النص: مصر؛ an unheard-of reason"
    assert reasons.locator('bdi[lang="en"][dir="ltr"]').inner_text() == "an unheard-of reason"


def test_one_old_date_does_not_squeeze_the_others(visit, sample, tmp_path):
    built = payload.build(sample.atlas(), sample.frames(), interface="en")
    events = built["layers"]["events"]["features"]
    for number, event in enumerate(events):
        day = "1916-05-16" if number == 0 else f"2024-03-{3 + number:02}"
        event["properties"].update(date=day, date_start=day, date_end=day)
    (tmp_path / "old.html").write_text(write_page(built), encoding="utf-8")
    page = visit((tmp_path / "old.html").as_uri()).page
    drawn = page.locator(".geo-histogram i").evaluate_all("bars => bars.map((bar) => parseFloat(bar.style.height) > 0)")
    assert sum(drawn) == len(events)
    assert page.locator(".geo-ticks span").first.inner_text() == "1916"
    low = page.locator(".geo-track input").first
    assert low.get_attribute("aria-valuetext") == "May 16, 1916"
    for _ in range(8):
        low.press("ArrowRight")
    assert "2024" in low.get_attribute("aria-valuetext")
    assert marks(page, "events").count() == 5


def test_events_without_a_place_are_listed(visit, pages):
    page = visit(pages["en"]).page
    page.get_by_role("button", name="1 event without a place").click()
    page.locator(".geo-event-list button").click()
    assert page.locator(".geo-popup").get_attribute("data-key") == "events/e7"


def test_an_event_without_a_place_has_no_mark_and_says_so(visit, pages):
    page = visit(pages["en"] + "#open=events/e7").page
    assert marks(page, "events").count() == 6
    assert "does not say where" in page.locator(".geo-doubts").inner_text()


def test_the_legend_toggles_layers(visit, pages):
    page = visit(pages["en"]).page
    box = page.locator('.geo-legend input[data-layer="places"]')
    box.uncheck()
    assert marks(page, "places").count() == 0
    box.check()
    assert marks(page, "places").count() == 9


def test_time_filters_every_layer(visit, pages):
    page = visit(pages["en"] + "#from=2024-02-01&to=2024-12-31&undated=0").page
    assert sorted(marks(page, "events").evaluate_all("nodes => nodes.map(n => n.dataset.mark)")) == [
        "events/e1",
        "events/e2",
        "events/e3",
    ]
    assert marks(page, "places").count() < 9
    page.locator(".geo-undated input").first.check()
    assert marks(page, "events").count() == 5


def test_thumbs_move_by_key_and_push_each_other(visit, pages):
    page = visit(pages["en"]).page
    low, high = page.locator(".geo-track input").nth(0), page.locator(".geo-track input").nth(1)
    low.press("End")
    assert low.input_value() == high.input_value()
    assert low.get_attribute("aria-valuetext") == "December 31, 2025"


def test_a_relation_opens_its_events(visit, pages):
    page = visit(pages["en"] + "#open=relations/country:IQ-country:TR").page
    events = page.locator(".geo-event-list button")
    assert events.count() == 4
    events.nth(2).click()
    assert page.locator(".geo-popup").get_attribute("data-key") == "events/e5"


def test_filters_narrow_events_and_relations(visit, pages):
    page = visit(pages["en"]).page
    page.locator(".geo-filters summary").click()
    page.locator('select[data-filter="quad"]').select_option("material conflict")
    assert marks(page, "events").count() == 1
    assert marks(page, "relations").count() == 1


def test_search_forgives_spelling_and_opens_what_it_finds(visit, pages):
    page = visit(pages["ar"]).page
    page.locator("input[type=search]").fill("انقره")
    page.locator(".geo-results button").first.click()
    assert page.locator(".geo-popup-title").inner_text() == "أنقرة"


def test_the_table_sorts_and_opens(visit, pages):
    page = visit(pages["en"]).page
    page.get_by_role("tab", name="Table").click()
    names = page.locator("tbody th")
    page.get_by_role("button", name="Name").click()
    assert names.all_inner_texts() == sorted(names.all_inner_texts())
    names.first.get_by_role("button").click()
    assert page.locator(".geo-popup").count() == 1


def test_the_story_steps_with_the_arrow_keys(visit, pages):
    page = visit(pages["en"]).page
    page.get_by_role("button", name="Next event").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator(".geo-popup").get_attribute("data-key")
    page.keyboard.press("ArrowRight")
    assert (first, page.locator(".geo-popup").get_attribute("data-key")) == ("events/e3", "events/e1")
    assert "استضافت مسقط" in lit(page)


def test_the_address_brings_everything_back(visit, pages):
    first = visit(pages["ar"]).page
    first.locator('.geo-legend input[data-layer="countries"]').uncheck()
    first.locator('a[data-key="events/e4"]').click()
    first.locator(".geo-popup .geo-to-sentence").click()
    hashed = first.evaluate("location.hash")
    again = visit(pages["ar"] + hashed).page
    assert again.locator(".geo-popup").get_attribute("data-key") == "events/e4"
    assert marks(again, "countries").count() == 0
    assert lit(again) == lit(first)
    assert again.evaluate("location.hash.split('&')[0]") == hashed.split("&")[0]


def test_marks_are_reached_and_opened_by_keyboard(visit, pages):
    page = visit(pages["en"]).page
    assert page.locator('.geo-target[tabindex="0"]').count() == 1
    page.locator('.geo-target[tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.dataset.mark")
    page.keyboard.press("Enter")
    assert page.locator(".geo-popup").get_attribute("data-key") == second
    page.keyboard.press("Escape")
    assert page.locator(".geo-popup").count() == 0
    assert page.evaluate("document.activeElement.dataset.mark") == second


def test_the_other_language_is_a_click_away(visit, pages):
    page = visit(pages["en"]).page
    page.get_by_role("button", name="العربية").click()
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator(".geo-legend > summary").inner_text() == "مفتاح الخريطة"


@pytest.mark.parametrize("kind", ["SVG", "PNG"])
def test_the_picture_is_saved(visit, pages, tmp_path, kind):
    page = visit(pages["ar"]).page
    with page.expect_download() as waiting:
        page.get_by_role("button", name=kind).click()
    target = tmp_path / "picture"
    waiting.value.save_as(target)
    content = target.read_bytes()
    if kind == "PNG":
        assert content.startswith(b"\x89PNG")
    else:
        assert "مسقط".encode() in content
        assert content.count(b"<path") > 15
