"""Two texts of ours that tell one meeting, as the pipeline reads them."""

from __future__ import annotations

import pytest

import geo
from geo.records import Analysis

ARABIC = (
    "التقى وزير الخارجية المصري بدر عبد العاطي نظيره التركي هاكان فيدان في أنقرة يوم 3 مارس 2024. "
    "ووقعت مصر وتركيا اتفاقا في القاهرة. وقال الوزير في القاهرة إن بلاده ترحب بالاتفاق."
)
ENGLISH = (
    "Egypt's foreign minister Badr Abdelatty met Turkish Foreign Minister Hakan Fidan in Ankara on 3 March 2024. "
    "Tripoli welcomed the talks. Officials returned to Cairo."
)


@pytest.fixture(scope="session")
def arabic() -> Analysis:
    return geo.analyse(ARABIC, id="ar", published="2024-03-04")


@pytest.fixture(scope="session")
def english() -> Analysis:
    return geo.analyse(ENGLISH, id="en", published="2024-03-04")
