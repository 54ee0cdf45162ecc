"""Drawing: one browser renderer for the exported page, the folium layer and the app's component."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.render.assets import ComponentAssets, component_assets

if TYPE_CHECKING:
    from geo.render.folium_layer import RelationsLayer, folium_map

__all__ = ["ComponentAssets", "RelationsLayer", "component_assets", "folium_map"]


def __getattr__(name: str) -> object:
    """Load folium only when it is asked for: a page does not need it, and it takes half a second."""
    if name in {"RelationsLayer", "folium_map"}:
        from geo.render import folium_layer

        return getattr(folium_layer, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
