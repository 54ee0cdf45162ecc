"""One self-contained HTML file: the renderer, the basemap and a payload, under a strict Content-Security-Policy."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
import math
from collections.abc import Mapping
from typing import Any

from geo.render.assets import css, labels, leaflet_js, renderer_js, resources
from geo.settings import Settings

#: From this many characters on the payload is packed: about a tenth of the size, for a little of the browser's time.
PACKED_FROM = 400_000

_START = """\
(async () => {
  // Packed data is gzip in base64, unpacked by the browser itself; plain data needs no such browser.
  const unpacked = (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
  };
  const read = (name) => {
    const { textContent: text, dataset } = document.querySelector(`script[data-geo="${name}"]`);
    return "packed" in dataset ? unpacked(text) : JSON.parse(text);
  };
  const root = document.querySelector("main");
  const resources = read("resources");
  if (typeof DecompressionStream === "undefined" && document.querySelector("script[data-packed]")) {
    root.textContent = resources.labels[document.documentElement.lang]["browser.old"];
    return;
  }
  const payload = await read("payload");
  let shown = null;
  const start = (language) => {
    shown?.destroy();
    document.documentElement.lang = language;
    document.documentElement.dir = resources.labels[language].dir;
    shown = globalThis.GeoMap.mount(root, payload, resources, { permalink: true, language, onLanguage: start });
  };
  const asked = new URLSearchParams(location.hash.slice(1)).get("lang");
  start(Object.hasOwn(resources.labels, asked ?? "") ? asked : payload.interface);
})();
"""

_PAGE_CSS = (
    "html,body,main{height:100%;margin:0}main{display:block}noscript{padding:2em;display:block}"
    # On a phone the page itself scrolls, not a box within it.
    "@media (max-width:700px){html,body,main,.geo-frame{height:auto;overflow:visible}}"
)


def page(payload: Mapping[str, Any], settings: Settings | None = None) -> str:
    """Return the map as one HTML page that needs no network.

    Parameters
    ----------
    payload
        Of `geo.render.payload.build`; its texts and names are treated as hostile.
    settings
        Where the basemap is; the defaults if None.

    Returns
    -------
    str
        HTML. Scripts run by their hashes alone, so nothing that a text brings along can run.

    Raises
    ------
    DataError
        If the basemap is missing.
    """
    style = f"{css()}\n{_PAGE_CSS}"
    scripts = (leaflet_js(), renderer_js(), _START)
    interface = str(payload["interface"])
    title = html.escape(str(payload.get("title") or labels()[interface]["title"]))
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{interface}" dir="{labels()[interface]["dir"]}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy(scripts, style)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{title}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body><main></main>",
        f"<noscript>{title}</noscript>",
        data_script("payload", payload, packed_from=PACKED_FROM),
        data_script("resources", resources(settings)),
        *(f"<script>{script}</script>" for script in scripts),
        "</body></html>\n",
    ]
    return "\n".join(parts)


def data_script(name: str, value: Mapping[str, Any], *, packed_from: float = math.inf) -> str:
    """Return ``value`` as a data block; escaping every ``<`` leaves no way to end the block or open a comment.

    From ``packed_from`` characters on it is gzip in base64, marked ``data-packed``.
    """
    text = json_text(value)
    if len(text) < packed_from:
        return f'<script type="application/json" data-geo="{name}">{text}</script>'
    packed = base64.b64encode(gzip.compress(text.encode(), compresslevel=6, mtime=0)).decode()
    return f'<script type="application/octet-stream" data-geo="{name}" data-packed>{packed}</script>'


def json_text(value: object) -> str:
    """Return JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    # A lone surrogate of a damaged text could not be written as UTF-8: it is sent as its escape.
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def policy(scripts: tuple[str, ...], style: str) -> str:
    """Return the Content-Security-Policy: these scripts and this style, images from memory, nothing else."""
    run = " ".join(digest(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {run}; style-src {digest(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def digest(text: str) -> str:
    """Return the hash by which a policy lets a script or a style through."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
