"""A user's own gazetteer is merged and wins; what cannot be read is said."""

from __future__ import annotations

import pytest

from geo.errors import UnreadableInput
from geo.gazetteer.store import Gazetteer
from geo.settings import Settings


def opened(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return Gazetteer.open(Settings(gazetteer=path))


def test_a_csv_adds_places_and_wins(tmp_path):
    text = "name,lat,lon,country,aliases\nTehran,10.5,20.5,TD,قرية طهران;Нью Тегеран\n"
    gazetteer = opened(tmp_path, "my.csv", text)
    sense, entity = gazetteer.find("Tehran", "en")[0]
    assert (entity.lat, entity.lon, entity.country3, entity.source) == (10.5, 20.5, "TCD", "my.csv")
    assert sense.prior > 0.9
    ((_, senses),) = [m for m in gazetteer.names_at("tehran is", 0, "en") if m[0] == 6]
    assert {s.entity for s in senses} == {entity.id}
    assert gazetteer.begins("قرية", "ar")
    assert gazetteer.names_at("قرية طهران", 0, "ar")[-1][1][0].entity == entity.id
    assert gazetteer.find("Minsk", "en")[0][1].id == "geonames:625144"


def test_geojson_points_are_read(tmp_path):
    text = (
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "Camp Nord"},'
        ' "geometry": {"type": "Point", "coordinates": [20.0, 10.0]}}]}'
    )
    entity = opened(tmp_path, "my.geojson", text).find("camp nord")[0][1]
    assert (entity.lat, entity.lon) == (10.0, 20.0)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("name,lat\nA,1\n", "missing: lon"),
        ("name,lat,lon\nA,91,0\n", "entry 1"),
        ("name,lat,lon\nA,x,0\n", "no number of degrees"),
        ("name,lat,lon\n ,1,0\n", "name is empty"),
        ("name,lat,lon,country\nA,1,0,Iran\n", "two letters"),
        ('{"features": [{"geometry": null}]}', "no GeoJSON"),
    ],
)
def test_a_bad_file_is_named_with_its_fault(tmp_path, content, message):
    with pytest.raises(UnreadableInput, match=message):
        opened(tmp_path, "bad.csv", content)
