"""Plain text and Markdown."""

from __future__ import annotations

import re

from geo.read.encoding import decode
from geo.read.published import from_field
from geo.read.source import Draft, Drafts, Source, read_bytes
from geo.settings import Settings

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?P<fields>.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(?P<key>\w+)[ \t]*:[ \t]*(?P<value>.*?)[ \t]*\r?$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<text>.+?)[ \t#]*\r?$", re.MULTILINE)
# What is markup, and what of it a reader would see (group 1).
_MARKUP = (
    re.compile(r"<!--.*?-->()", re.DOTALL),
    re.compile(r"^(?:```|~~~).*$()", re.MULTILINE),
    re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:[ \t]+\"[^\"]*\")?\)"),
    re.compile(r"!?\[([^\[\]]+)\]\[[^\[\]]*\]"),
    re.compile(r"^[ \t]*\[[^\[\]]+\]:[ \t]+\S+.*$()", re.MULTILINE),
    re.compile(r"^#{1,6}[ \t]+(.+?)[ \t#]*$", re.MULTILINE),
    re.compile(r"^[ \t]*>[ \t]?()", re.MULTILINE),
    re.compile(r"\*\*(?=\S)([^\n]+?)(?<=\S)\*\*"),
    re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+)(?<=\S)\*(?![\w*])"),
    re.compile(r"</?[a-zA-Z][^<>]{0,400}>()"),
    re.compile(r"<(https?://[^<>\s]+)>"),
)


def read(source: Source, settings: Settings) -> Drafts:
    """Read a plain text: one document, every character kept (line ends too), without its byte-order mark."""
    yield Draft(decode(read_bytes(source, settings.max_bytes)))


def read_markdown(source: Source, settings: Settings) -> Drafts:
    """Read Markdown: the words without the markup; title and date from the front matter."""
    text = decode(read_bytes(source, settings.max_bytes))
    fields: dict[str, str] = {}
    if front := _FRONT_MATTER.match(text):
        fields = {m["key"].lower(): m["value"].strip("\"'") for m in _FIELD.finditer(front["fields"])}
        text = text[front.end() :]
    heading = _HEADING.search(text)
    for pattern in _MARKUP:
        text = pattern.sub(r"\1", text)
    yield Draft(
        text,
        title=fields.get("title") or (heading["text"] if heading else None),
        published=from_field(fields.get("published") or fields.get("date")),
        language=fields.get("language") or fields.get("lang"),
        url=fields.get("url"),
    )
