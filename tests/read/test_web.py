"""Pages from the web: limits of size, time, redirects and addresses, against a server of our own on the loopback."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import urllib3.util.connection
from typer.testing import CliRunner

from geo.cli import app
from geo.errors import InputError, InputTooLarge, UnsupportedInput
from geo.read import web
from geo.read.paths import read_paths
from geo.read.source import Problem
from geo.settings import Settings

HERE = Settings(allow_private=True, fetch_seconds=5)
PAGE = """<!DOCTYPE html><html lang="ar"><head><title>خبر</title><script>alert(1)</script>
<link rel="canonical" href="https://elsewhere.example/claimed">
<meta property="article:published_time" content="2024-05-02T08:00:00Z"></head>
<body><nav>menu</nav><article><h1>زيارة</h1><p>وصل الوزير إلى القاهرة.</p></article></body></html>"""


class Site(BaseHTTPRequestHandler):
    """Answers by path; keeps the requests."""

    seen: list[tuple[str, str]] = []  # noqa: RUF012

    def do_GET(self) -> None:
        Site.seen.append((self.path, self.headers["Host"]))
        path = self.path.partition("?")[0]
        getattr(self, f"do_{path.strip('/').partition('/')[0] or 'page'}")()

    def give(self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_page(self) -> None:
        self.give(PAGE.encode())

    def do_cyrillic(self) -> None:
        self.give(
            "<html><body><p>Министр прибыл в Каир.</p></body></html>".encode("cp1251"),
            "text/html; charset=windows-1251",
        )

    def do_go(self) -> None:
        self.give(b"", status=302, Location=self.path.partition("?to=")[2])

    def do_round(self) -> None:
        self.give(b"", status=301, Location="/round")

    def do_huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            for _ in range(4000):
                self.wfile.write(b"x" * 65_536)
        except OSError:
            Site.seen.append(("cut", ""))

    def do_bomb(self) -> None:
        self.give(gzip.compress(b"0" * 200_000_000), **{"Content-Encoding": "gzip"})

    def do_slow(self) -> None:
        self.give(b"<p>")
        self.drip(b" ")

    def do_late(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        self.drip(b"X-A: b\r\n")

    def drip(self, piece: bytes) -> None:
        try:
            for _ in range(100):
                self.wfile.write(piece)
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            Site.seen.append(("cut", ""))

    def do_picture(self) -> None:
        self.give(b"\x89PNG", "image/png")

    def do_gone(self) -> None:
        self.give(b"", status=404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the tests quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def seen() -> list[tuple[str, str]]:
    Site.seen.clear()
    return Site.seen


def complaint(address: str, settings: Settings = HERE) -> str:
    (problem,) = read_paths([address], settings=settings)
    assert isinstance(problem, Problem)
    return problem.message


def test_a_page_is_read_as_an_article(site: str) -> None:
    (document,) = read_paths([f"{site}/page/خبر.html?x=1"], settings=HERE)
    assert not isinstance(document, Problem)
    assert (document.text, document.title, document.language) == ("زيارة\nوصل الوزير إلى القاهرة.", "زيارة", "ar")
    assert str(document.published) == "2024-05-02"
    assert document.url.startswith(f"{site}/page/")
    assert document.id == "خبر"


def test_the_encoding_that_the_server_names_holds(site: str) -> None:
    (document,) = read_paths([f"{site}/cyrillic"], settings=HERE)
    assert document.text == "Министр прибыл в Каир."


def test_redirects_are_followed_and_the_last_address_kept(site: str) -> None:
    (document,) = read_paths([f"{site}/go?to=/go?to={site}/page"], settings=HERE)
    assert document.url == f"{site}/page"


def test_loopback_is_refused_before_a_byte_is_sent(site: str, seen) -> None:
    assert "private network" in complaint(site, Settings())
    assert "private network" in complaint(site.replace("127.0.0.1", "localhost"), Settings())
    assert seen == []


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.100.100.200", "0.0.0.0",  # noqa: S104

     "224.0.0.1", "255.255.255.255", "168.63.129.16", "192.0.2.1", "::1", "::", "fe80::1%eth0", "fd00:ec2::254",
     "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "ff02::1"],
)  # fmt: skip
def test_addresses_that_are_nobody_elses_business(address: str) -> None:
    assert not web.is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_addresses_of_the_open_internet(address: str) -> None:
    assert web.is_public(address)


@pytest.mark.parametrize("written", ["http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/", "http://[::1]/",
                                     "http://[::ffff:7f00:1]/"])  # fmt: skip
def test_other_spellings_of_the_loopback(written: str) -> None:
    with pytest.raises(InputError):
        web.fetch(written, Settings())


@pytest.fixture
def public_name(monkeypatch: pytest.MonkeyPatch, site: str):
    """Let the name server know names; those that end in .test count as public, and lead to our server."""
    names: dict[str, list[list[str]]] = {}
    asked: list[str] = []
    port = int(site.rpartition(":")[2])

    def lookup(host, asked_port, *rest, **more):
        asked.append(host)
        if host not in names:
            return resolve(host, asked_port, *rest, **more)
        answers = names[host]
        addresses = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, asked_port)) for one in addresses]

    resolve, real, connect = socket.getaddrinfo, web.is_public, urllib3.util.connection.create_connection
    called: list[str] = []

    def call(to, *rest, **more):
        called.append(to[0])
        return connect(("127.0.0.1", port), *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    monkeypatch.setattr(web, "is_public", lambda address: address == "127.0.0.5" or real(address))
    monkeypatch.setattr(urllib3.util.connection, "create_connection", call)
    return names, asked, called


def test_a_redirect_into_the_private_network_is_refused(public_name, seen, site: str) -> None:
    names, _, called = public_name
    names["news.test"], names["inside.test"] = [["127.0.0.5"]], [["169.254.169.254"]]
    assert "«inside.test»" in complaint("http://news.test/go?to=http://inside.test/latest/meta-data", Settings())
    assert "private network" in complaint("http://news.test/go?to=http://169.254.169.254/", Settings())
    assert set(called) == {"127.0.0.5"}


def test_the_name_is_asked_once_and_the_checked_address_called(public_name) -> None:
    names, asked, called = public_name
    names["rebind.test"] = [["127.0.0.5"], ["127.0.0.1"]]
    assert web.fetch("http://rebind.test/page", Settings()).url == "http://rebind.test/page"
    assert asked.count("rebind.test") == 1
    assert called == ["127.0.0.5"]
    assert Site.seen[-1] == ("/page", "rebind.test")


def test_one_private_address_among_others_is_enough_to_refuse(public_name) -> None:
    names, _, called = public_name
    names["mixed.test"] = [["127.0.0.5", "10.0.0.1"]]
    assert "private network" in complaint("http://mixed.test/", Settings())
    assert called == []


def test_too_many_redirects(site: str, seen) -> None:
    assert "redirects over 5 times" in complaint(f"{site}/round")
    assert len(seen) == 6


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://127.0.0.1/a", "gopher://127.0.0.1/", "javascript:alert(1)", "data:text/html,x"]
)
def test_redirects_to_other_schemes_are_refused(site: str, to: str) -> None:
    assert "only http and https" in complaint(f"{site}/go?to={to}") or "no address" in complaint(f"{site}/go?to={to}")


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://example.org/a", "http://", "https://me:secret@example.org/"]
)
def test_addresses_that_are_not_fetched(address: str) -> None:
    with pytest.raises(InputError, match=r"http|name or password"):
        web.fetch(address, HERE)


def test_a_huge_page_is_cut_at_the_limit(site: str, seen) -> None:
    with pytest.raises(InputTooLarge, match="over 1 MB"):
        web.fetch(f"{site}/huge", Settings(allow_private=True, max_bytes=1_000_000))


def test_a_small_answer_that_unpacks_to_a_huge_one_is_cut(site: str) -> None:
    with pytest.raises(InputTooLarge, match="over 1 MB"):
        web.fetch(f"{site}/bomb", Settings(allow_private=True, max_bytes=1_000_000))


@pytest.mark.parametrize("path", ["slow", "late"])
def test_a_site_that_drips_is_left_in_time(site: str, path: str) -> None:
    began = time.monotonic()
    with pytest.raises(InputError, match="too long"):
        web.fetch(f"{site}/{path}", Settings(allow_private=True, fetch_seconds=0.6))
    assert time.monotonic() - began < 3


def test_what_is_no_text_or_not_there(site: str) -> None:
    with pytest.raises(UnsupportedInput, match="image/png"):
        web.fetch(f"{site}/picture", HERE)
    assert "answered 404" in complaint(f"{site}/gone")
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        assert "could not be reached" in complaint(f"http://127.0.0.1:{unused.getsockname()[1]}/")


def test_the_command_line_reads_addresses(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GEO_ALLOW_PRIVATE", raising=False)
    refused = CliRunner().invoke(app, ["extract", f"{site}/page"])
    assert (refused.exit_code, "private network" in refused.stderr) == (1, True)
    read = CliRunner().invoke(app, ["extract", "--allow-private", f"{site}/page"])
    assert read.exit_code == 0
    assert '"القاهرة"' in read.stdout
