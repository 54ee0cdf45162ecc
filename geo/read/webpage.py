"""HTML pages: the words of the article, its title and its day; no scripts, menus or advertisements."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from geo.errors import UnreadableInput
from geo.read.encoding import decode
from geo.read.published import from_field
from geo.read.source import Draft, Drafts, Source, read_bytes
from geo.settings import Settings

#: Elements that are never part of the text.
_DROPPED = (
    "script, style, noscript, template, svg, math, iframe, object, canvas, audio, video, head, nav, aside, footer, "
    "form, button, select, textarea, figure > figcaption, [hidden], [aria-hidden=true], [role=navigation]"
)
#: Where the article is, the likeliest first.
_ARTICLE = ("[itemprop=articleBody]", "article", "main", "[role=main]")
_BLOCKS = frozenset(
    "address article blockquote body br caption dd div dl dt figure h1 h2 h3 h4 h5 h6 header hr li main".split()  # noqa: SIM905 - reads as HTML does
    + "ol p pre section table tbody td tfoot th thead tr ul".split()  # noqa: SIM905
)  # fmt: skip
_PUBLISHED = (
    ("meta[property='article:published_time']", "content"),
    ("meta[itemprop=datePublished]", "content"),
    ("meta[name='DC.date.issued' i]", "content"),
    ("meta[name=pubdate i]", "content"),
    ("meta[name=publish-date i]", "content"),
    ("meta[name=date i]", "content"),
    ("time[itemprop=datePublished]", "datetime"),
    ("article time[datetime]", "datetime"),
    ("time[pubdate]", "datetime"),
)
#: An article shorter than this beside a much longer page is a teaser, in characters.
_SHORTEST_ARTICLE = 200
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_RUNS = re.compile(r" {2,}")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:-]+)", re.IGNORECASE)
_HEAD = 4096
#: Deeper than any page made for people; parsing time grows with the square of the depth.
_DEEPEST = 2_000
_NESTING = re.compile(
    r"<(/?)(?:div|span|section|article|main|ul|ol|table|blockquote|b|i|em|strong|font|a|center|small|big|u)\b",
    re.IGNORECASE,
)


def read(source: Source, settings: Settings) -> Drafts:
    """Read one HTML page."""
    markup = _decode(read_bytes(source, settings.max_bytes))
    _check_depth(markup)
    yield page(markup)


def page(markup: str) -> Draft:
    """Return the article of a page."""
    tree = LexborHTMLParser(markup)
    published = _published(tree)
    title = _title(tree)
    language = tree.root.attributes.get("lang") if tree.root else None
    canonical = _attribute(tree, "link[rel=canonical]", "href")
    for node in tree.css(_DROPPED):
        node.decompose()
    return Draft(
        _main_text(tree),
        title=title,
        published=published,
        language=language,
        url=canonical if canonical and canonical.startswith(("http://", "https://")) else None,
    )


def _decode(data: bytes) -> str:
    """Decode by the page's own word where it holds, else as any text."""
    declared = _CHARSET.search(data[:_HEAD])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (UnicodeDecodeError, LookupError):  # a wrong or unknown declaration: look at the bytes instead
            return decode(data)
    return decode(data)


def _check_depth(markup: str) -> None:
    depth = 0
    for match in _NESTING.finditer(markup):
        depth = max(depth + (-1 if match[1] else 1), 0)
        if depth > _DEEPEST:
            raise UnreadableInput(f"the page nests its elements over {_DEEPEST:,} deep; save it as plain text")


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str | None:
    node = tree.css_first(selector)
    return (node.attributes.get(name) or "").strip() or None if node else None


def _title(tree: LexborHTMLParser) -> str | None:
    given = _attribute(tree, "meta[property='og:title']", "content")
    headings = (node.text() for node in (tree.css_first("h1"), tree.css_first("title")) if node)
    return given or next((title for raw in headings if (title := _SPACES.sub(" ", raw).strip())), None)


def _published(tree: LexborHTMLParser) -> dt.date | None:
    values: Iterator[object] = (_attribute(tree, selector, name) for selector, name in _PUBLISHED)
    return next((date for value in values if (date := from_field(value))), None) or _published_linked_data(tree)


def _published_linked_data(tree: LexborHTMLParser) -> dt.date | None:
    """Return schema.org's datePublished from the page's JSON-LD."""
    for node in tree.css("script[type='application/ld+json']"):
        try:
            data = json.loads(node.text())
        except (json.JSONDecodeError, RecursionError):  # other people's markup: one broken block is no reason to stop
            continue
        if date := next((date for value in _dates(data) if (date := from_field(value))), None):
            return date
    return None


def _dates(data: object) -> Iterator[object]:
    things = data if isinstance(data, list) else [data]
    for thing in things:
        if isinstance(thing, dict):
            yield thing.get("datePublished")
            graph = thing.get("@graph")
            yield from (part.get("datePublished") for part in graph or () if isinstance(part, dict))


def _main_text(tree: LexborHTMLParser) -> str:
    """Return the text of the article element, or of the whole body where there is none worth the name."""
    body = _text(tree.body) if tree.body else ""
    for selector in _ARTICLE:
        texts = [_text(node) for node in tree.css(selector)]
        best = max(texts, key=len, default="")
        if len(best) >= min(_SHORTEST_ARTICLE, len(body) // 2) and best:
            return best
    return body


def _text(root: LexborNode) -> str:
    """Return the words below ``root``: a line a block, spaces as a browser would show them."""
    pieces: list[str] = []
    for node, opens in _walk(root):
        if node.tag == "-text" and opens:
            pieces.append(_SPACES.sub(" ", node.text_content or ""))
        elif node.tag in _BLOCKS:
            pieces.append("\n")
    lines = (line.strip(" ") for line in _RUNS.sub(" ", "".join(pieces)).split("\n"))
    return "\n".join(line for line in lines if line)


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield each node below ``root`` as it opens (True) and closes (False), without recursion."""
    node: LexborNode | None = root
    while node is not None:
        yield node, True
        child = node.first_child
        while child is None and node is not None:
            yield node, False
            if node.mem_id == root.mem_id:
                return
            child = node.next
            if child is None:
                node = node.parent
        node = child
