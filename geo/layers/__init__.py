"""Layers: an atlas becomes one GeoDataFrame a layer; every column is named in `geo.layers.schema`."""

from __future__ import annotations

import geopandas as gpd

from geo.layers import blocs, corridors, countries, events, places, relations
from geo.layers.evidence import Quotations
from geo.layers.schema import LAYERS, frame
from geo.layers.told import gather
from geo.records import Atlas
from geo.settings import Settings

_PLACES = "Places © GeoNames, CC BY 4.0"
_COUNTRIES = "Made with Natural Earth; names: Unicode CLDR"
_LINES = "Rail and road lines © OpenStreetMap contributors, ODbL 1.0"
_ATTRIBUTION = {
    "places": (_PLACES,),
    "countries": (_COUNTRIES,),
    "corridors": (_LINES,),
    "events": (_PLACES,),
    "relations": (_PLACES,),
    "blocs": (_COUNTRIES,),
}


def frames(atlas: Atlas, settings: Settings | None = None) -> dict[str, gpd.GeoDataFrame]:
    """Draw an atlas.

    Parameters
    ----------
    atlas
        Analyses with their merged events and relations.
    settings
        Where the built shapes are; the defaults if None.

    Returns
    -------
    dict of str to GeoDataFrame
        ``places``, ``countries``, ``corridors``, ``events``, ``relations``, ``blocs``, each with the columns of
        `geo.layers.schema.COLUMNS` and ``geometry`` (degrees, EPSG:4326), also when it is empty.
        ``frame.attrs["attribution"]`` lists the sources to name.

    Raises
    ------
    DataError
        When the built shapes of countries or corridors are missing.
    """
    settings = settings or Settings()
    told = gather(atlas)
    quotations = Quotations(atlas)
    rows = {
        "places": places.rows(atlas, told, quotations),
        "countries": countries.rows(atlas, told, quotations, settings),
        "corridors": corridors.rows(atlas, told, quotations, settings),
        "events": events.rows(atlas, quotations),
        "relations": relations.rows(atlas, quotations),
        "blocs": blocs.rows(atlas, told, quotations, settings),
    }
    return {layer: _sourced(frame(layer, rows[layer], _ATTRIBUTION[layer])) for layer in LAYERS}


def _sourced(made: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Name no source for a layer that draws nothing."""
    if made.empty:
        made.attrs["attribution"] = []
    return made


__all__ = ["LAYERS", "frames"]
