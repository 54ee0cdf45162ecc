"""News texts in, a checkable map out: places, corridors, events and relations between states.

Examples
--------
>>> import geo
>>> analysis = geo.analyse("التقى وزير الخارجية الإيراني نظيره الروسي في موسكو.")  # doctest: +SKIP
>>> geo.map(["article.txt"]).save("map.html")  # doctest: +SKIP
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from geo.errors import GeoError
from geo.records import Analysis, Atlas, Document, Language
from geo.settings import Settings

if TYPE_CHECKING:
    import folium

__all__ = ["Analysis", "Atlas", "Document", "GeoError", "Settings", "analyse", "map"]
__version__ = "0.1.0"


def analyse(
    text: str,
    *,
    published: dt.date | str | None = None,
    language: Language | None = None,
    title: str | None = None,
    id: str = "text",  # noqa: A002 - the word of the analysis record
    settings: Settings | None = None,
) -> Analysis:
    """Read one news text.

    Parameters
    ----------
    text
        The text as it is; offsets in the result count its code points.
    published
        Day of publication (date or ``YYYY-MM-DD``), the reference of relative dates.
    language
        ``ar``, ``fa``, ``ru`` or ``en``; guessed from the text if None.
    title, id
        Shown with the quotes; ``id`` names the document in the result: texts drawn together need one each.
    settings
        Limits and data; the defaults if None.

    Returns
    -------
    Analysis
        Mentions, dates, events, issues, each with its offsets.

    Raises
    ------
    ValueError
        If ``published`` is no date.
    geo.errors.InputTooLarge
        If the text is over the limit in ``settings``.
    """
    from geo import pipeline
    from geo.text.script import detect_language

    document = Document(
        id=id,
        text=text,
        language=language or detect_language(text),
        title=title,
        published=dt.date.fromisoformat(published) if isinstance(published, str) else published,
    )
    return pipeline.analyse(document, settings)


def map(  # noqa: A001 - geo.map(...) reads as what it does
    sources: Iterable[str | Path | Document | Analysis],
    *,
    title: str | None = None,
    interface: Literal["en", "ar"] = "en",
    settings: Settings | None = None,
) -> folium.Map:
    """Draw texts on a folium map that a caller can go on with.

    Parameters
    ----------
    sources
        Paths of files or folders, documents, or analyses.
    title
        Title of the map.
    interface
        Language of the map's own words, ``en`` or ``ar``.
    settings
        Limits and data; the defaults if None.

    Returns
    -------
    folium.Map
        Longitudes and latitudes in degrees (EPSG:4326); no network is needed to show it.

    Raises
    ------
    geo.errors.InputError
        If a source cannot be read, or two texts have one id.
    """
    from geo import pipeline

    return pipeline.folium_map(sources, title=title, interface=interface, settings=settings)
