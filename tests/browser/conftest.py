"""A Chromium without a network, and the renderer's sample written as pages."""

from __future__ import annotations

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from geo.render import payload
from geo.render.assets import labels
from geo.render.page import page as write_page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ROOT = Path(__file__).resolve().parents[2]
SAMPLE = Path(__file__).parent.parent / "render" / "sample.py"


#: What every point of the screen is checked in: language of the interface, width in pixels.
MATRIX = [(language, width) for language in ("ar", "en") for width in (1280, 390)]


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


@dataclass
class Desk:
    """The sample's page in one language and width, opened anew in the same tab by each test."""

    language: str
    width: int
    address: str
    opened: Opened

    @property
    def narrow(self) -> bool:
        """Whether it is a phone."""
        return self.width < 700

    def open(self, hashed: str = "") -> Page:
        """Load the page with what ``hashed`` restores."""
        page = self.opened.page
        page.goto("about:blank")  # or the address would only change its hash, and keep what the last test did
        page.goto(self.address + hashed)
        page.wait_for_selector(".geo-target", state="attached")
        return page

    def t(self, key: str, **values: object) -> str:
        """Return a label of the interface as the reader sees it; ``one`` of a plural."""
        found = labels()[self.language][key]
        return (found if isinstance(found, str) else found["one"]).format(**values)

    def legend(self) -> None:
        """Unfold the legend, which a phone keeps closed."""
        for part in (".geo-legend", ".geo-blocs", ".geo-symbols"):
            self.opened.page.locator(part).evaluate("box => { box.open = true }")


@pytest.fixture(scope="session")
def tabs(browser, pages) -> Iterator[dict[tuple[str, int], Desk]]:
    """A tab for each language and width."""
    made = {}
    for language, width in MATRIX:
        _, opened = blocked(browser, pages[language], width, 844 if width < 700 else 800)
        made[language, width] = Desk(language, width, pages[language], opened)
    yield made
    for desk in made.values():
        desk.opened.page.context.close()


@pytest.fixture(params=MATRIX, ids=lambda one: f"{one[0]}-{one[1]}")
def desk(request, tabs) -> Iterator[Desk]:
    """The page in each language and width; nothing may fail or complain in it."""
    made = tabs[request.param]
    made.opened.trouble.clear()
    yield made
    assert made.opened.trouble == []


def blocked(browser: Browser, address: str, width: int, height: int) -> tuple[BrowserContext, Opened]:
    """Return a tab that reaches ``address`` and nothing else, and keeps what fails or complains."""
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    own = address.partition("#")[0]
    context.route("**/*", lambda route: route.continue_() if route.request.url == own else route.abort())
    one = Opened(context.new_page())
    one.page.on(
        "console", lambda message: one.trouble.append(message.text) if message.type in {"error", "warning"} else None
    )
    one.page.on("pageerror", lambda error: one.trouble.append(str(error)))
    one.page.on("requestfailed", lambda request: one.trouble.append(request.url))
    one.page.on("dialog", lambda dialog: (one.trouble.append(f"dialog {dialog.message}"), dialog.dismiss()))
    return context, one


@pytest.fixture
def visit(browser):
    """Open an address with the network blocked; what fails or complains is kept, and must be nothing at the end."""
    opened: list[Opened] = []

    def go(address: str, *, width: int = 1280, height: int = 800) -> Opened:
        _, one = blocked(browser, address, width, height)
        one.page.goto(address)
        one.page.wait_for_selector(".geo-target")
        opened.append(one)
        return one

    yield go
    trouble = [one.trouble for one in opened]
    for one in opened:
        one.page.context.close()
    assert trouble == [[] for _ in opened]


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a running app."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.address",
               "127.0.0.1", "--server.headless", "true", "--browser.gatherUsageStats", "false"]  # fmt: skip
    home = tmp_path_factory.mktemp("app")
    with (home / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, env={**os.environ, "HOME": str(home)})
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(10)


def wait_for(health: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(health, timeout=1):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the app did not start")


@pytest.fixture
def start(browser, address: str):
    """Open the app in a language and a width; what it calls outside of this machine must be nothing."""
    contexts, outside = [], []

    def go(language: str = "ar", width: int = 1280) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
        contexts.append(context)

        def guard(route) -> None:
            if route.request.url.startswith((address, address.replace("http", "ws", 1), "data:", "blob:")):
                route.continue_()
            else:
                outside.append(route.request.url)
                route.abort()

        context.route("**/*", guard)
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector(".geo-root", timeout=60_000)
        if language == "en":
            sidebar(page, shown=True)
            page.get_by_text("English", exact=True).click()
            expect(page.locator(".geo-root")).to_have_attribute("lang", "en")
        if width < 700:
            sidebar(page, shown=False)
        return page

    yield go
    for context in contexts:
        context.close()
    assert outside == []


def sidebar(page: Page, *, shown: bool) -> None:
    inside = page.get_by_text("English", exact=True)
    if inside.is_visible() and inside.bounding_box()["x"] >= 0 and not shown:
        page.locator("[data-testid=stSidebarCollapseButton] button").click(force=True)
    elif shown and page.locator("[data-testid=stExpandSidebarButton]").is_visible():
        page.locator("[data-testid=stExpandSidebarButton]").click()
        expect(inside).to_be_visible()
