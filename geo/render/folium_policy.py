"""The Content-Security-Policy of a saved folium map: the scripts that are in the page, and what its layers fetch."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from branca.element import Element
from folium.raster_layers import TileLayer

from geo.render.page import digest

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_LINK = re.compile(r'<(script|link)\b[^>]*?(?:src|href)="(https?://[^"\s]+)"')


def guard(figure: Any, drawn: Any) -> None:  # noqa: ANN401 - folium carries no types
    """Put a policy at the head of a rendered figure, behind the encoding, which has to stand in the first kilobyte.

    Parameters
    ----------
    figure
        The page's figure.
    drawn
        The folium map on it, whose tile layers may fetch.
    """
    figure.header.add_child(_Policy(figure, drawn), name="geo_policy")
    for name in ("geo_policy", "meta_http"):
        if name in figure.header._children:  # noqa: SLF001 - folium offers no other way to order its header
            figure.header._children.move_to_end(name, last=False)  # noqa: SLF001


class _Policy(Element):
    """A meta element with the policy, worked out when the page is written, for only then all its scripts are known.

    Scripts run by their hashes alone; links that further folium layers or plugins put into the page, and the hosts of
    tile layers, are let through by name. Styles may stand inline, as folium writes them.
    """

    def __init__(self, figure: Any, drawn: Any) -> None:  # noqa: ANN401 - folium carries no types
        super().__init__()
        self._figure, self._drawn, self._writing = figure, drawn, False

    def render(self, **kwargs: Any) -> str:  # noqa: ANN401 - branca's own signature
        """Return the element; while the page is written to be hashed, nothing."""
        if self._writing:
            return ""
        self._writing = True
        try:
            html = self._figure._template.render(this=self._figure, kwargs=kwargs)  # noqa: SLF001 - what the page will be
        finally:
            self._writing = False
        return f'<meta http-equiv="Content-Security-Policy" content="{_policy(html, _tile_hosts(self._drawn))}">'


def _policy(html: str, tiles: list[str]) -> str:
    links = {kind: [address for one, address in _LINK.findall(html) if one == kind] for kind in ("script", "link")}
    run = " ".join([*map(digest, _SCRIPT.findall(html)), *links["script"]])
    styles = " ".join(["'unsafe-inline'", *links["link"]])
    return (
        f"default-src 'none'; script-src {run}; style-src {styles}; img-src {' '.join(['data: blob:', *tiles])}; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def _tile_hosts(drawn: Any) -> list[str]:  # noqa: ANN401
    """Return the hosts that the tile layers of a map fetch from; a host with a slot stands for all of its kind."""
    addresses = [layer.tiles for layer in drawn._children.values() if isinstance(layer, TileLayer)]  # noqa: SLF001
    parts = [urlsplit(re.sub(r"\{[^}]*\}\.", "*.", address)) for address in addresses if isinstance(address, str)]
    return sorted({f"{part.scheme}://{part.netloc}" for part in parts if part.scheme in {"http", "https"}})
