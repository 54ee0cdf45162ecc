"""A Chromium without a network, and the renderer's sample written as pages."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from geo.render import payload
from geo.render.page import page as write_page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SAMPLE = Path(__file__).parent.parent / "render" / "sample.py"


@dataclass
class Opened:
    """A page and everything that went wrong in it."""

    page: Page
    trouble: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def sample() -> ModuleType:
    spec = importlib.util.spec_from_file_location("render_sample", SAMPLE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def pages(sample, tmp_path_factory) -> dict[str, str]:
    """Address of the sample's page in each language."""
    folder = tmp_path_factory.mktemp("pages")
    addresses = {}
    for language in ("ar", "en"):
        file = folder / f"{language}.html"
        built = payload.build(sample.atlas(), sample.frames(), title="مصر وتركيا", interface=language)
        file.write_text(write_page(built), encoding="utf-8")
        addresses[language] = file.as_uri()
    return addresses


@pytest.fixture
def visit(browser):
    """Open an address with the network blocked; what fails or complains is kept, and must be nothing at the end."""
    opened: list[Opened] = []
    contexts = []

    def go(address: str, *, width: int = 1280, height: int = 800) -> Opened:
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
        contexts.append(context)
        own = address.partition("#")[0]
        context.route("**/*", lambda route: route.continue_() if route.request.url == own else route.abort())
        one = Opened(context.new_page())
        one.page.on(
            "console",
            lambda message: one.trouble.append(message.text) if message.type in {"error", "warning"} else None,
        )
        one.page.on("pageerror", lambda error: one.trouble.append(str(error)))
        one.page.on("requestfailed", lambda request: one.trouble.append(request.url))
        one.page.on("dialog", lambda dialog: (one.trouble.append(f"dialog {dialog.message}"), dialog.dismiss()))
        one.page.goto(address)
        one.page.wait_for_selector(".geo-target")
        opened.append(one)
        return one

    yield go
    trouble = [one.trouble for one in opened]
    for context in contexts:
        context.close()
    assert trouble == [[] for _ in opened]
