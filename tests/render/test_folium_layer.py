"""The folium shell: no link to the network, and a map that folium users can go on with."""

from __future__ import annotations

import re

import folium

from geo.render import RelationsLayer, folium_map, payload


def test_a_saved_map_needs_no_network(sample, tmp_path):
    drawn = folium_map(payload.build(sample.atlas(), sample.frames(), interface="en"))
    folium.CircleMarker([24.7, 46.7], popup="Riyadh").add_to(drawn)
    target = tmp_path / "map.html"
    drawn.save(target)
    html = target.read_text(encoding="utf-8")
    assert not re.findall(r'<(?:script|link)[^>]+(?:src|href)="https?:', html)
    assert "Riyadh" in html


def test_the_layer_goes_on_a_map_of_the_users_own(sample):
    own = folium.Map(tiles=None)
    RelationsLayer(payload.build(sample.atlas(), sample.frames(), interface="ar")).add_to(own)
    html = own.get_root().render()
    assert html.count("GeoMap.mount(root,") == 1
    assert html.index("Leaflet 1.9") < html.index("GeoMap.mount(root,")
