"""XML that is always well-formed: characters that XML 1.0 has no place for are replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: object) -> str:
    """Return ``text`` as XML can hold it."""
    return _FORBIDDEN.sub("\ufffd", str(text))


def child(parent: ET.Element, tag: str, text: object = None, **attributes: object) -> ET.Element:
    """Add an element with text and attributes; a text of None is left out."""
    element = ET.SubElement(parent, tag, {name: clean(value) for name, value in attributes.items()})
    if text is not None:
        element.text = clean(text)
    return element


def lines(root: ET.Element) -> Iterator[str]:
    """Yield the lines of an indented XML file."""
    ET.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield ET.tostring(root, encoding="unicode")
