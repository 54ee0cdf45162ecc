"""The same map inside folium, for those who want to go on with it: further layers, plugins, ``Map.save``."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

import folium
from branca.element import Element, MacroElement
from jinja2 import Template

from geo.render.assets import css, labels, leaflet_image, leaflet_js, renderer_js, resources
from geo.render.folium_policy import guard
from geo.render.page import json_text
from geo.settings import Settings

#: Links that folium adds to every page; each would need the network.
_LINKS = (
    "leaflet", "jquery", "bootstrap", "awesome_markers",
    "leaflet_css", "bootstrap_css", "glyphicons_css", "awesome_markers_font_css", "awesome_markers_css",
    "awesome_rotate_css",
)  # fmt: skip

#: Pictures of Leaflet's usual marker, which a page can only carry inside.
_ICONS = {"iconUrl": "marker-icon.png", "iconRetinaUrl": "marker-icon-2x.png", "shadowUrl": "marker-shadow.png"}

#: folium builds its pop-ups by `$("<html>")[0]`: all of jQuery that is needed.
_DOLLAR = """\
globalThis.$ ??= (markup) => {
  const holder = document.createElement("template");
  holder.innerHTML = markup.trim();
  return [...holder.content.childNodes];
};
"""


def _marker_icons() -> str:
    """Return the script that gives Leaflet's usual marker its pictures as data."""
    urls = {option: leaflet_image(name) for option, name in _ICONS.items()}
    return f"delete L.Icon.Default.prototype._getIconUrl; L.Icon.Default.mergeOptions({json_text(urls)});\n"


def carry(figure: Any, *, script: str, style: str) -> None:  # noqa: ANN401 - folium carries no types
    """Take folium's network links out of a rendered figure and put in Leaflet, ``script`` and ``style`` themselves."""
    for name in _LINKS:
        figure.header._children.pop(name, None)  # noqa: SLF001 - folium offers no other way to drop its links
    scripts = f"<script>{leaflet_js()}</script><script>{_DOLLAR}{_marker_icons()}{script}</script>"
    # Raw, for braces in scripts and styles are not a template's.
    header = Element("{% raw %}<style>" + style + "</style>" + scripts + "{% endraw %}")
    figure.header.add_child(header, name="geo_relations")
    figure.header._children.move_to_end("geo_relations", last=False)  # noqa: SLF001 - before scripts that use Leaflet


def _let_zoom(figure: Any, drawn: Any) -> None:  # noqa: ANN401 - folium carries no types
    """Take back that folium forbids readers to enlarge the page."""
    name = drawn.get_name()
    style = re.sub(r",\s*maximum-scale=1.0,\s*user-scalable=no", "", figure.header._children[name].render())  # noqa: SLF001
    figure.header.add_child(Element("{% raw %}" + style + "{% endraw %}"), name=name)


class RelationsLayer(MacroElement):
    """The layers, reader, legend, time and table of one payload on a `folium.Map`.

    Use ``folium.Map(tiles=None)``: the layer brings its own basemap, replaces folium's network links by what travels
    with it, and moves the map into its frame. Layers that are added to the map before or after stay on it.

    Parameters
    ----------
    payload
        Of `geo.render.payload.build`.
    settings
        Where the basemap is; the defaults if None.
    """

    _template = Template("""
{% macro script(this, kwargs) %}
(() => {
  const map = {{ this._parent.get_name() }};
  const root = document.createElement("main");
  document.documentElement.lang ||= {{ this.language_json }};
  map.getContainer().before(root);
  globalThis.GeoMap.mount(root, {{ this.payload_json }}, {{ this.resources_json }}, { map, permalink: true });
})();
{% endmacro %}
""")

    def __init__(self, payload: Mapping[str, Any], settings: Settings | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "RelationsLayer"
        self.payload_json = json_text(payload)
        self.language_json = json_text(payload["interface"])
        self.title = html.escape(str(payload.get("title") or labels()[payload["interface"]]["title"]))
        self.resources_json = json_text(resources(settings))

    def render(self, **kwargs: Any) -> Any:  # noqa: ANN401 - folium's own signature
        """Write the script into the page's figure and take folium's network links out of it."""
        super().render(**kwargs)  # type: ignore[no-untyped-call]
        figure: Any = self.get_root()
        carry(figure, script=renderer_js(), style=f"{css()}\nhtml,body,main{{height:100%;margin:0}}")
        figure.title = figure.title or self.title
        _let_zoom(figure, self._parent)
        guard(figure, self._parent)


def folium_map(payload: Mapping[str, Any], settings: Settings | None = None) -> folium.Map:
    """Return a folium map with the payload's layers on it; it needs no network.

    Coordinates of further layers are degrees (EPSG:4326), latitude first as folium has them.
    """
    drawn = folium.Map(tiles=None, location=[30, 40], zoom_start=3, zoom_control=False, attributionControl=False)
    RelationsLayer(payload, settings).add_to(drawn)
    return drawn
