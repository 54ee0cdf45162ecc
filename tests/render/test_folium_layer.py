"""The folium shell: no link to the network, and a map that folium users can go on with."""

from __future__ import annotations

import re

import folium
import folium.plugins

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


def test_its_policy_lets_through_what_further_layers_name_and_no_more(sample, tmp_path):
    drawn = folium_map(payload.build(sample.atlas(), sample.frames(), interface="ar"))
    drawn.save(tmp_path / "plain.html")
    plain = policy(tmp_path / "plain.html")
    assert "http" not in plain
    assert plain.startswith("default-src 'none'; script-src 'sha256-")
    folium.TileLayer("https://{s}.tiles.example.org/{z}/{x}/{y}.png", attr="tiles").add_to(drawn)
    folium.plugins.Fullscreen().add_to(drawn)
    drawn.save(tmp_path / "more.html")
    more = policy(tmp_path / "more.html")
    assert "img-src data: blob: https://*.tiles.example.org;" in more
    assert re.search(r"script-src [^;]*https://[^;]*\.js", more)


def policy(file):
    html = file.read_text(encoding="utf-8")
    assert html.index("charset=UTF-8") < 1024  # browsers look no further for it
    return re.search(r'Content-Security-Policy" content="([^"]+)"', html).group(1)
