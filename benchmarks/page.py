"""The exported page beside naive folium pages with the same events: size, first mark, a filter; in the same run.

First mark: from the start of the visit until something of the data is drawn. Filter: from the input until the frame
after it; the folium pages have no filter, so half of their marks are taken off, the least that a filter would do.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import folium
from branca.element import MacroElement
from jinja2 import Template
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks import corpus
from geo import layers
from geo.render import payload
from geo.render.assets import css
from geo.render.folium_layer import carry
from geo.render.page import page

SIZES = (100, 1_000, 10_000)
ROUNDS = 3
#: Seconds that a page may take to show its first mark; naive markers at ten thousand take longer.
PATIENCE = 30

#: Notes when the first of the marks is there: an element, or a canvas with something on it.
WATCH = """
const inked = (one) => one.width && one.getContext("2d").getImageData(0, 0, one.width, one.height).data.some(Boolean);
const drawn = () => document.querySelector(".geo-target, .geo-crowd, .leaflet-marker-icon")
  || [...document.querySelectorAll("canvas")].some(inked);
const look = () => { if (drawn()) window.firstMark = performance.now(); else requestAnimationFrame(look); };
requestAnimationFrame(look);
"""
TIMED = """async () => {
  const begin = performance.now();
  %s
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - begin;
}"""
OUR_FILTER = (
    TIMED
    % """
  const low = document.querySelector(".geo-track input");
  low.value = (Number(low.min) + Number(low.max)) / 2;
  low.dispatchEvent(new Event("input"));
"""
)
HALF_OFF = (
    TIMED
    % """
  let n = 0;
  map.eachLayer((layer) => { if ((layer.getLatLng || layer.getRadius) && n++ % 2) map.removeLayer(layer); });
""".replace("map.", "window[Object.keys(window).find((key) => /^map_[0-9a-f]{32}$/.test(key))].")
)


class Carried(MacroElement):
    """Lets a folium page run without a network, as ours does."""

    _template = Template("")

    def render(self, **kwargs: Any) -> None:  # noqa: ANN401 - folium's own signature
        """Put Leaflet itself in place of the links."""
        super().render(**kwargs)  # type: ignore[no-untyped-call]
        carry(self.get_root(), script="", style=css() + "\nhtml,body{height:100%;margin:0}")


def ours(built: Mapping[str, Any], target: Path) -> None:
    """Write our page."""
    target.write_text(page(built), encoding="utf-8")


def naive_markers(built: Mapping[str, Any], target: Path) -> None:
    """Write a folium page with a marker and a pop-up for each event."""
    drawn = folium.Map(tiles=None, location=[20, 30], zoom_start=2)
    for feature in built["layers"]["events"]["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        folium.Marker([lat, lon], popup=folium.Popup(quote(feature, built))).add_to(drawn)
    Carried().add_to(drawn)
    drawn.save(target)


def geojson(built: Mapping[str, Any], target: Path) -> None:
    """Write a folium page with the events as one `folium.GeoJson` on a canvas."""
    drawn = folium.Map(tiles=None, location=[20, 30], zoom_start=2, prefer_canvas=True)
    features = [
        {**feature, "properties": {"type": feature["properties"]["type"], "quote": quote(feature, built)}}
        for feature in built["layers"]["events"]["features"]
    ]
    folium.GeoJson(
        {"type": "FeatureCollection", "features": features},
        marker=folium.CircleMarker(radius=5, fill=True),
        popup=folium.GeoJsonPopup(["type", "quote"]),
    ).add_to(drawn)
    Carried().add_to(drawn)
    drawn.save(target)


def quote(feature: Mapping[str, Any], built: Mapping[str, Any]) -> str:
    """Return the sentence that tells of the event."""
    told = feature["properties"]["quotes"][0]
    text = next(one["text"] for one in built["documents"] if one["id"] == told["document"])
    return str(text[told["start"] : told["end"]])


def first_mark(view: Page, address: str) -> float | None:
    """Visit and return the seconds to the first mark; None if it does not come in time."""
    view.add_init_script(WATCH)
    view.goto(address, wait_until="commit", timeout=PATIENCE * 1000)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = view.evaluate("window.firstMark ?? null")
        if found is not None:
            return float(found) / 1000
        time.sleep(0.02)
    return None


def measure(browser: Browser, address: str, filtering: str) -> tuple[float | None, float | None]:
    """Return seconds to the first mark and for a filter, the medians of some visits."""
    marks, filters = [], []
    for _ in range(ROUNDS):
        view = browser.new_page(viewport={"width": 1280, "height": 800})
        try:
            seconds = first_mark(view, address)
            if seconds is None:
                return None, None
            time.sleep(0.5)
            marks.append(seconds)
            filters.append(view.evaluate(filtering) / 1000)
        finally:
            view.close()
        if seconds + filters[-1] > PATIENCE / 3:
            break
    return statistics.median(marks), statistics.median(filters)


PEERS: tuple[tuple[str, Callable[[Mapping[str, Any], Path], None], str], ...] = (
    ("this page", ours, OUR_FILTER),
    ("folium.Marker", naive_markers, HALF_OFF),
    ("folium.GeoJson, canvas", geojson, HALF_OFF),
)


def main() -> None:
    """Print one line a size and a peer."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    print(f"{'events':>7} {'page':24} {'write s':>8} {'MB':>7} {'first mark s':>13} {'filter s':>9}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for size in SIZES:
            atlas = corpus.atlas(size)
            built = payload.build(atlas, layers.frames(atlas), title="Benchmark")
            for name, write, filtering in PEERS:
                target = Path(folder) / "page.html"
                start = time.perf_counter()
                write(built, target)
                seconds = time.perf_counter() - start
                mark, filtered = measure(browser, target.as_uri(), filtering)
                told = [f"over {PATIENCE}" if value is None else f"{value:.2f}" for value in (mark, filtered)]
                megabytes = target.stat().st_size / 1e6
                print(f"{size:7,} {name:24} {seconds:8.2f} {megabytes:7.2f} {told[0]:>13} {told[1]:>9}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
