from __future__ import annotations

import importlib.util
from pathlib import Path

import geopandas as gpd
import pytest

from geo import layers
from geo.records import Atlas

_SAMPLE = Path(__file__).parents[1] / "layers" / "sample.py"


def load_sample() -> Atlas:
    spec = importlib.util.spec_from_file_location("layers_sample", _SAMPLE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.atlas()


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return load_sample()


@pytest.fixture(scope="session")
def frames(atlas: Atlas) -> dict[str, gpd.GeoDataFrame]:
    return layers.frames(atlas)
