"""Pages from the web, fetched under limits: a text may name any address, and the machine has neighbours.

The name is resolved once, every address is checked, and the connection goes to the checked address itself, so that a
second answer of the name server cannot lead elsewhere. Each redirect is a new address and is checked alike. Proxies of
the environment are not used: they would connect for us, unchecked.
"""

from __future__ import annotations

import io
import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urljoin

from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.util import Url, parse_url

from geo.errors import InputError, InputTooLarge, UnsupportedInput
from geo.read.source import Source, visible
from geo.settings import Settings

_PORTS: Final = {"http": 80, "https": 443}
#: Suffix of the reader for each type of content.
_SUFFIXES: Final[Mapping[str, str]] = {
    "text/html": ".html", "application/xhtml+xml": ".xhtml", "text/plain": ".txt", "text/markdown": ".md",
    "application/pdf": ".pdf",
}  # fmt: skip
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_OK: Final = 200
#: Longest wait for one answer of the other side, in seconds.
_PATIENCE: Final = 10.0
_PIECE: Final = 65_536
#: Public addresses at which clouds serve secrets to the machines inside them.
_CLOUD: Final = frozenset({ipaddress.ip_address("168.63.129.16")})
_TRANSLATED: Final = ipaddress.ip_network("64:ff9b::/96")
_HEADERS: Final = {
    "User-Agent": "Mozilla/5.0 (compatible; geospatial-relations-map)",
    "Accept": "text/html, application/xhtml+xml, text/plain, application/pdf;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched: the last address after redirects, and its bytes as a source of a reader."""

    url: str
    source: Source


def fetch(url: str, settings: Settings) -> Page:
    """Fetch one page.

    Parameters
    ----------
    url
        ``http`` or ``https``.
    settings
        Limits of size, time and redirects, and whether private addresses are allowed.

    Raises
    ------
    InputError
        When the address is refused, nobody answers, or the answer is an error.
    InputTooLarge
        When the page has more bytes than the settings allow.
    UnsupportedInput
        When it is no text: only HTML, plain text and PDF are read.
    """
    until = time.monotonic() + settings.fetch_seconds
    seen = url
    for _ in range(settings.max_redirects + 1):
        target = _parsed(seen)
        answer = _answer(target, settings, until)
        if isinstance(answer, Page):
            return answer
        seen = urljoin(target.url, answer)
    raise InputError(f"the page redirects over {settings.max_redirects} times; open it in a browser and save it")


def _parsed(url: str) -> Url:
    try:
        found = parse_url(url.strip())
    except LocationParseError as error:
        raise InputError("this is no address of a page; it should begin with https://") from error
    if found.scheme not in _PORTS or not found.host:
        raise InputError(f"only http and https addresses are read, not «{visible(found.scheme or url)}»")
    if found.auth:
        raise InputError("the address holds a name or password; give it without")
    return found


def _answer(target: Url, settings: Settings, until: float) -> Page | str:
    """Return the page at an address, or the address that it redirects to."""
    with _connected(target, settings, until) as connection:
        port = "" if target.port in {None, _PORTS[target.scheme or ""]} else f":{target.port}"
        try:
            connection.request(
                "GET", target.request_uri, headers={**_HEADERS, "Host": f"{target.host}{port}"}, preload_content=False
            )
            response = connection.getresponse()
            if time.monotonic() >= until:  # cut from outside: what came is a part
                raise _silent(until)
            location = response.headers.get("location")
            if response.status in _REDIRECTS and location:
                return location
            if response.status != _OK:
                raise InputError(f"the site answered {response.status} {visible(response.reason or '')}".rstrip())
            return _page(target, response, settings, until)
        except (HTTPError, OSError, ValueError) as error:
            if isinstance(error, InputError):
                raise
            raise _silent(until) from error


def _silent(until: float) -> InputError:
    if time.monotonic() >= until:
        return InputError("the site took too long to answer; try again later, or save the page and upload it")
    return InputError("the site did not answer as a web site should; save the page and upload it")


@contextmanager
def _connected(target: Url, settings: Settings, until: float) -> Iterator[HTTPConnection]:
    """Connect to the first checked address that takes the call; end the call when the time is over."""
    connection = _connection(target, settings, until)
    # A site that sends a byte now and then never lets a single wait end: the line is cut from outside.
    # The line is held here, for a connection gives it away to the answer.
    line = connection.sock
    watch = _watch(lambda: line, until - time.monotonic())
    try:
        yield connection
    finally:
        watch.cancel()
        connection.close()


def _connection(target: Url, settings: Settings, until: float) -> HTTPConnection:
    last: Exception | None = None
    for address in _addresses(target, settings):
        patience = min(_PATIENCE, until - time.monotonic())
        if patience <= 0:
            raise _silent(until)
        connection = _to(target, address, patience)
        watch = _watch(lambda: connection.sock, patience)  # noqa: B023 - cancelled before the next address
        try:
            connection.connect()
        except (HTTPError, OSError) as error:
            last = error
            connection.close()
        else:
            return connection
        finally:
            watch.cancel()
    if isinstance(last, ssl.SSLError) or isinstance(getattr(last, "__cause__", None), ssl.SSLError):
        raise InputError("the site's certificate is not valid; open it in a browser and save the page") from last
    raise InputError("the site could not be reached; look at the address and the network") from last


def _to(target: Url, address: str, patience: float) -> HTTPConnection:
    port = target.port or _PORTS[target.scheme or ""]
    if target.scheme == "http":
        return HTTPConnection(address, port, timeout=patience)
    host = (target.host or "").strip("[]")
    return HTTPSConnection(address, port, timeout=patience, server_hostname=host, assert_hostname=host,
                           ssl_context=ssl.create_default_context())  # fmt: skip


def _watch(line_of: Callable[[], socket.socket | None], seconds: float) -> threading.Timer:
    """Cut a line after a time, and give the timer that will."""

    def cut() -> None:
        line = line_of()
        if line is not None:
            with suppress(OSError):  # the other side was quicker
                line.shutdown(socket.SHUT_RDWR)

    watch = threading.Timer(max(seconds, 0), cut)
    watch.daemon = True
    watch.start()
    return watch


def _addresses(target: Url, settings: Settings) -> list[str]:
    """Resolve a name once; all its addresses have to be public, for any of them may be called.

    Raises
    ------
    InputError
        When the name is unknown or leads into a private network.
    """
    host = (target.host or "").strip("[]")
    try:
        found = socket.getaddrinfo(host, target.port or _PORTS[target.scheme or ""], type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"there is no site «{visible(host)}»; look at the address and the network") from error
    addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
    if not settings.allow_private and not all(is_public(one) for one in addresses):
        raise InputError(f"«{visible(host)}» is an address inside a private network; such pages are not fetched")
    return addresses


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open internet.

    Examples
    --------
    >>> is_public("93.184.215.14"), is_public("169.254.169.254"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    ip: ipaddress.IPv4Address | ipaddress.IPv6Address = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _TRANSLATED else ip.ipv4_mapped
        if inner is not None:
            return is_public(str(inner))
        if ip.sixtofour or ip.teredo:  # tunnels: where they end is not for us to know
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and ip not in _CLOUD


def _page(target: Url, response: HTTPResponse, settings: Settings, until: float) -> Page:
    kind, charset = _content_type(response.headers.get("content-type", ""))
    if kind not in _SUFFIXES:
        raise UnsupportedInput(f"the address gives «{visible(kind) or 'nothing named'}», not a page of text")
    data = _marked(_body(response, settings, until), charset)
    path = PurePosixPath(unquote(target.path or "/"))
    stem = visible(path.stem or target.host or "page")
    return Page(target.url, Source(visible(target.url), stem, _SUFFIXES[kind], lambda: io.BytesIO(data)))


def _content_type(header: str) -> tuple[str, str | None]:
    kind, _, rest = header.partition(";")
    charset = re.search(r"charset\s*=\s*[\"']?([\w:.-]+)", rest, re.IGNORECASE)
    return kind.strip().lower(), charset[1] if charset else None


def _body(response: HTTPResponse, settings: Settings, until: float) -> bytes:
    """Read the body piece by piece, unpacked pieces counted: a small answer may unpack to a very large one."""
    data = bytearray()
    while piece := response.read(_PIECE):
        data += piece
        if len(data) > settings.max_bytes:
            raise InputTooLarge(f"the page has over {settings.max_bytes / 1e6:,.0f} MB, the most allowed")
        if time.monotonic() >= until:
            raise _silent(until)
    if time.monotonic() >= until:  # cut from outside: what came is a part
        raise _silent(until)
    return bytes(data)


def _marked(data: bytes, charset: str | None) -> bytes:
    """Return the bytes as UTF-8 with a mark where the server says the encoding: its word outranks the page's."""
    if charset is None or data.startswith(b"%PDF-"):
        return data
    try:
        return b"\xef\xbb\xbf" + data.decode(charset).encode("utf-8")
    except (LookupError, UnicodeError):  # servers err: the reader looks at the bytes instead
        return data
