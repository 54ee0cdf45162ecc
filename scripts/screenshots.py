"""Draw the pictures of `docs/screenshots` from the seed articles: both languages, desk and phone.

Usage: python scripts/screenshots.py [folder]
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from geo import layers, pipeline
from geo.read.paths import read_paths
from geo.records import Document
from geo.render import payload
from geo.render.page import page

ROOT = Path(__file__).resolve().parent.parent
TITLES = {"ar": "إيران وبيلاروس وروسيا: الزيارات والاتفاقات", "en": "Iran, Belarus and Russia: visits and agreements"}
# The event told most often: its pop-up shows several sentences and what they disagree on.
OPEN_EVENT = "#open={told}"
OPEN_TABLE = "document.querySelectorAll('[role=tab]')[1].click()"
OPEN_RELATION = (
    "document.querySelector('[data-mark^=\"relations/\"]').dispatchEvent(new MouseEvent('click', {bubbles: true}))"
)
#: File name: language, width, height, script to run first (or the address's hash).
SHOTS = {
    "seeds-ar-1280": ("ar", 1280, 800, ""),
    "seeds-ar-event-1280": ("ar", 1280, 800, OPEN_EVENT),
    "seeds-en-1280": ("en", 1280, 800, ""),
    "seeds-en-relation-1280": ("en", 1280, 800, OPEN_RELATION),
    "seeds-en-table-1280": ("en", 1280, 800, OPEN_TABLE),
    "seeds-ar-390": ("ar", 390, 844, ""),
    "seeds-en-390": ("en", 390, 844, ""),
}


def write_pages(folder: Path) -> str:
    """Write the seeds' page in both languages; return the key of the event told most often."""
    os.chdir(ROOT)
    read = [one for one in read_paths(["seeds"]) if isinstance(one, Document)]
    atlas = pipeline.atlas(pipeline.analyse_all(read))
    frames = layers.frames(atlas)
    for language, title in TITLES.items():
        built = payload.build(atlas, frames, title=title, interface=language)
        (folder / f"{language}.html").write_text(page(built), encoding="utf-8")
    return f"events/{max(atlas.events, key=lambda event: len(event.evidence)).id}"


def shoot(browser: Browser, folder: Path, target: Path, told: str) -> None:
    """Save every shot as PNG."""
    for name, (language, width, height, script) in SHOTS.items():
        view = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
        address = script.format(told=told) if script.startswith("#") else ""
        view.goto((folder / f"{language}.html").as_uri() + address)
        view.wait_for_selector("[data-mark]")
        if script and not address:
            view.evaluate(script)
        view.wait_for_timeout(300)
        view.screenshot(path=target / f"{name}.png")
        view.close()
        print(target / f"{name}.png")


def main() -> None:
    """Write pages, open them, save what is seen."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots"
    target.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        told = write_pages(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        shoot(browser, Path(folder), target, told)
        browser.close()


if __name__ == "__main__":
    main()
