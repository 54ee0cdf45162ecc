"""Thousands of events: packed, gathered, still openable one by one."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from geo import layers
from geo.render import payload
from geo.render.page import page as write_page

pytestmark = pytest.mark.browser
EVENTS = 4000
CORPUS = Path(__file__).parents[2] / "benchmarks" / "corpus.py"


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    spec = importlib.util.spec_from_file_location("benchmark_corpus", CORPUS)
    corpus = sys.modules["benchmark_corpus"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(corpus)
    atlas = corpus.atlas(EVENTS)
    files = {}
    for language in ("ar", "en"):
        file = files[language] = tmp_path_factory.mktemp("large") / "page.html"
        built = payload.build(atlas, layers.frames(atlas), title="Large", interface=language)
        file.write_text(write_page(built), encoding="utf-8")
    return files


def test_the_page_is_packed_and_small(large):
    for file in large.values():
        assert "data-packed" in file.read_text(encoding="utf-8")
        assert file.stat().st_size < 2_500_000


@pytest.fixture(
    params=[(language, width) for language in ("ar", "en") for width in (1280, 390)],
    ids=lambda one: f"{one[0]}-{one[1]}",
)
def opened(request, visit, large):
    language, width = request.param
    page = visit(large[language].as_uri(), width=width).page
    unfold(page)  # a map full of marks opens with its legend folded
    return page


def unfold(page):
    """Open the legend."""
    page.locator(".geo-legend").evaluate("box => { box.open = true }")


def test_marks_are_gathered_and_their_numbers_add_up(opened):
    assert opened.evaluate("document.querySelectorAll('*').length") < 8000
    crowds = opened.locator(".geo-crowd text").all_text_contents()
    gathered = sum(int(number.replace(",", "")) for number in crowds)
    single = opened.locator('[data-mark^="events/"]').count()
    assert gathered + single == EVENTS
    assert opened.locator('.geo-legend input[data-layer="events"] ~ .geo-count').inner_text() == f"{EVENTS:,}"


def test_a_filter_answers_at_once(opened):
    seconds = opened.evaluate("""async () => {
        const low = document.querySelector('.geo-track input');
        const begin = performance.now();
        low.value = (Number(low.min) + Number(low.max)) / 2;
        low.dispatchEvent(new Event('input'));
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        return (performance.now() - begin) / 1000;
    }""")
    assert seconds < 1  # 0.1 on a quiet machine; `make bench` measures
    assert opened.locator('.geo-legend input[data-layer="events"] ~ .geo-count').inner_text() != f"{EVENTS:,}"


def test_a_dot_and_a_crowd_open(opened):
    opened.locator('.geo-legend input[data-layer="events"]').uncheck()
    # The path of the dots begins at its first dot.
    x, y = (
        opened.locator(".leaflet-dots-pane path")
        .nth(1)
        .evaluate("""path => {
        const [, x, y] = /M(-?[0-9.]+) (-?[0-9.]+)/.exec(path.getAttribute('d'));
        const at = new DOMPoint(Number(x), Number(y)).matrixTransform(path.getScreenCTM());
        path.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: at.x, clientY: at.y }));
        return [at.x, at.y];
    }""")
    )
    assert (x, y) != (0, 0)
    assert opened.locator(".leaflet-popup button, .geo-popup").count() > 0
    opened.keyboard.press("Escape")
    unfold(opened)  # a phone folds it under a pop-up
    opened.locator('.geo-legend input[data-layer="events"]').check()
    before = opened.locator(".geo-crowd").count()
    opened.locator(".geo-crowd").first.dispatch_event("click")
    assert "map=" in opened.evaluate("location.hash")
    assert opened.locator(".geo-crowd").count() != before


def test_the_reader_holds_one_text_at_a_time(opened):
    assert opened.locator(".geo-text-panel article").count() == 1
    opened.locator(".geo-text-panel select").select_option("text-007")
    assert opened.locator(".geo-text-panel article h2").inner_text() == "Text 007"
    assert opened.locator(".geo-text-panel article").count() == 1
