"""Options that all tests share, and the small atlas that the tests of layers and exports draw."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import geopandas as gpd

    from geo.records import Atlas

_SAMPLE = Path(__file__).parent / "layers" / "sample.py"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer to write better figures into the baseline of the quality tests."""
    parser.addoption("--raise-floors", action="store_true", help="write better figures into tests/eval/baseline.json")


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """Return two texts of ours with records made by hand."""
    spec = importlib.util.spec_from_file_location("layers_sample", _SAMPLE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.atlas()


@pytest.fixture(scope="session")
def frames(atlas: Atlas) -> dict[str, gpd.GeoDataFrame]:
    """Return its layers."""
    from geo import layers  # brings geopandas, which most tests do without

    return layers.frames(atlas)
