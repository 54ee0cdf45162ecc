"""Blocs: no outline until asked for, then one around all members, and the words that name the bloc."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def outlines(page):
    return page.locator(".leaflet-blocs-pane path")


def test_its_quotes_and_members_are_a_click_away(visit, pages):
    page = visit(pages["en"]).page
    page.locator(".geo-blocs summary").click()
    page.locator(".geo-blocs button").click()
    told = page.locator(".geo-popup").inner_text()
    assert "Members: Egypt, Iran, Pakistan, Türkiye" in told
    assert page.locator(".geo-popup mark").inner_text() == "D-8"
    assert outlines(page).count() == 2


def test_a_mention_of_it_leads_to_it(visit, pages):
    page = visit(pages["en"] + "#at=en-1.3").page
    page.locator('a[data-key="blocs/org:d-8"]').click()
    assert page.locator(".geo-popup").get_attribute("data-key") == "blocs/org:d-8"


def test_borders_between_members_are_not_part_of_the_outline(visit, pages):
    page = visit(pages["en"] + "#map=4/30/60&blocs=org:d-8").page
    drawn = page.evaluate("""() => {
        const read = (name) => JSON.parse(document.querySelector(`[data-geo=${name}]`).textContent);
        const root = document.querySelector("main");
        const { app } = GeoMap.mount(root, read("payload"), read("resources"), { permalink: true });
        const { arcs, arcsOf } = app.base;
        const path = [...document.querySelectorAll('.leaflet-blocs-pane path')].pop();
        const [iran, pakistan] = ['IR', 'PK'].map((code) => new Set(arcsOf.get(code)));
        const onOutline = (arc) => {
            const [lon, lat] = arcs[arc][Math.floor(arcs[arc].length / 2)];
            const { x, y } = app.map.latLngToLayerPoint([lat, lon]);
            return path.isPointInStroke(new DOMPoint(x, y));
        };
        const shared = [...iran].filter((arc) => pakistan.has(arc));
        const outer = [...iran].filter((arc) => !pakistan.has(arc) && !arcsOf.get('TR').includes(arc));
        return { shared: shared.map(onOutline), outer: outer.map(onOutline) };
    }""")
    assert drawn["shared"]
    assert not any(drawn["shared"])
    assert sum(drawn["outer"]) > len(drawn["outer"]) / 2
