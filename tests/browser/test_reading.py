"""Reading beside the map, in both languages and widths: texts, marks either way, every telling, every doubt."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def lit(page):
    return page.locator(".geo-lit").inner_text()


def test_the_text_stands_where_reading_begins_or_below_the_map_on_a_phone(desk):
    page = desk.open()
    text, drawn = page.locator(".geo-panel").bounding_box(), page.locator(".geo-map").bounding_box()
    if desk.narrow:
        assert text["y"] > drawn["y"] + drawn["height"]
    else:
        assert (text["x"] > drawn["x"]) is (desk.language == "ar")
    assert page.locator(".geo-root").get_attribute("dir") == ("rtl" if desk.language == "ar" else "ltr")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_texts_keep_the_direction_of_their_language(desk):
    page = desk.open()
    switch = page.locator(".geo-text-panel select")
    seen = {}
    for source in ("ar-1", "en-1", "ru-1"):
        switch.select_option(source)
        article = page.locator(".geo-text-panel article")
        seen[article.get_attribute("lang")] = article.get_attribute("dir")
        assert switch.evaluate("node => node.dir") == article.get_attribute("dir")
    assert seen == {"ar": "rtl", "en": "ltr", "ru": "ltr"}


def test_mentions_are_marked_by_kind_in_the_whole_text(desk, sample):
    page = desk.open("#at=ar-1.0")
    assert page.locator(".geo-text").evaluate("node => node.textContent.replace(/[0-9]/g, '')").strip()
    kinds = page.locator(".geo-text .geo-mention").evaluate_all(
        "nodes => [...new Set(nodes.map((node) => /geo-m-(\\w+)/.exec(node.className)[1]))].sort()"
    )
    assert kinds == ["corridor", "date", "event", "place"]
    looks = {
        kind: page.locator(f".geo-m-{kind}").first.evaluate("node => getComputedStyle(node).textDecoration")
        for kind in kinds
    }
    assert len(set(looks.values())) == len(kinds)
    words = page.locator(".geo-text").evaluate("""node => {
        const copy = node.cloneNode(true);
        copy.querySelectorAll('.geo-number').forEach((number) => number.remove());
        return copy.textContent;
    }""")
    assert words == sample.ARABIC


def test_a_mark_opens_a_quote_and_the_quote_leads_to_its_sentence(desk):
    page = desk.open()
    page.locator('[data-mark="events/e3"]').click()
    quote = page.locator(".geo-popup blockquote").first
    assert quote.locator("mark").inner_text() == "وزار"
    assert quote.locator("p").get_attribute("dir") == "rtl"
    assert page.locator(".geo-popup").get_attribute("dir") == desk.t("dir")
    quote.locator(".geo-to-sentence").click()
    assert "وزار الرئيس التركي العراق" in lit(page)
    assert page.locator(".geo-lit").evaluate("node => node === document.activeElement")
    assert page.locator(".geo-lit").evaluate("node => node.getBoundingClientRect().bottom <= innerHeight")


def test_a_mention_leads_to_its_mark(desk):
    page = desk.open()
    page.locator('a[data-key="places/geonames:287286"]').first.click()
    assert page.locator(".geo-popup-title").inner_text() == ("مسقط" if desk.language == "ar" else "Muscat")
    assert page.locator('a[data-key="places/geonames:287286"].geo-current').count() == 1
    page.locator('a[data-key="events/e1"]').first.click()
    assert page.locator(".geo-popup").get_attribute("data-key") == "events/e1"


def test_every_telling_of_a_merged_event_is_reached(desk):
    page = desk.open("#open=events/e2")
    links = page.locator(".geo-popup .geo-to-sentence")
    assert links.count() == 3
    told = []
    for i in range(3):
        links.nth(i).click()
        told.append(page.locator(".geo-text-panel article").get_attribute("lang"))
    assert told == ["ar", "en", "ru"]


def test_differing_figures_stand_side_by_side(desk):
    page = desk.open("#open=events/e2")
    assert page.locator(".geo-issues strong").inner_text() == desk.t("issue.figures_differ")
    assert page.locator(".geo-versus b").all_inner_texts() == ["7", "9"]
    tops = page.locator(".geo-versus li").evaluate_all("nodes => nodes.map((node) => node.getBoundingClientRect().top)")
    assert tops[0] == tops[1]
    page.locator(".geo-versus a").nth(1).click()
    assert "signed 9 agreements" in lit(page)


def test_doubt_is_told_in_words_and_shown_in_the_mark(desk):
    page = desk.open("#open=events/e3")
    doubts = page.locator(".geo-doubts li").all_inner_texts()
    place = "بغداد" if desk.language == "ar" else "Baghdad"
    assert desk.t("doubt.capital", place=place) in doubts
    assert desk.t("doubt.vague") in doubts
    assert page.locator('[data-mark="events/e3"] path').nth(1).get_attribute("fill") == "#fff"
    assert page.locator('[data-mark="events/e3"] circle[stroke-dasharray]').count() == 1


def test_whether_it_happened_is_said_in_words(desk):
    page = desk.open("#open=events/e6")
    assert desk.t("popup.may") in page.locator(".geo-popup-kind").inner_text()


def test_reasons_and_candidates_are_told_in_the_language_of_the_interface(desk):
    page = desk.open("#open=places/geonames:360630")
    page.locator(".geo-why summary").click()
    reasons = page.locator(".geo-why > p").first
    egypt = "مصر" if desk.language == "ar" else "Egypt"
    assert reasons.inner_text() == f"{desk.t('why.country', name=egypt)}{desk.t('list.semicolon')}an unheard-of reason"
    assert reasons.locator('bdi[lang="en"][dir="ltr"]').inner_text() == "an unheard-of reason"
    assert page.locator(".geo-why ol li").count() == 2


def test_nested_mentions_stay_flat_and_letters_join(desk):
    page = desk.open()
    assert page.locator(".geo-text a a").count() == 0
    inner = page.locator('a[data-key="places/water:red-sea"]').first
    assert inner.inner_text() == "البحر الأحمر"
    # No box around a mention: padding, borders and inline blocks would cut Arabic letters apart.
    box = "n => ['display', 'paddingLeft', 'borderLeftWidth', 'marginLeft'].map(k => getComputedStyle(n)[k]).join()"
    assert inner.evaluate(box) == "inline,0px,0px,0px"


def test_offsets_count_code_points_beyond_the_first_plane(desk):
    page = desk.open("#at=en-1.0")
    assert page.locator('.geo-lit a[data-key="places/geonames:360630"]').inner_text() == "Cairo"
