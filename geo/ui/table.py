"""A table in HTML: of Streamlit's own, one is a picture that runs left to right, and one has nothing to press."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import streamlit as st

from geo.ui.words import interface, word

#: Columns of running text, which need room.
_WIDE: Final = frozenset({"sentence", "candidates", "note"})


def draw(
    key: str,
    columns: Sequence[str],
    rows: Sequence[Mapping[str, Any]],
    *,
    main: str,
    act: str | None = None,
    state: object = None,
) -> int | None:
    """Draw a table, sorted by whichever heading is pressed.

    Parameters
    ----------
    key
        Name of the widget.
    columns
        What the rows have, in order; the headings are the labels ``column.<name>``.
    rows
        A cell is a number, a text, or None where nothing is known.
    main
        The column that names the row.
    act
        Label of a button in each row; none without.
    state
        What the rows depend on: as long as it is equal the table is not drawn again, and stays sorted.

    Returns
    -------
    int or None
        The row whose button was pressed just now.
    """
    numbers = {name for name in columns if all(isinstance(row.get(name), int | float | None) for row in rows)}
    data = {
        "caption": word("table.count", n=len(rows)),
        "columns": [
            {"title": word(f"column.{name}"), "number": name in numbers, "wide": name in _WIDE} for name in columns
        ],
        "rows": [[row.get(name) for name in columns] for row in rows],
        "main": columns.index(main),
        "act": act,
        "more": word("table.more"),
        "dir": "rtl" if interface() == "ar" else "ltr",
        "language": interface(),
        "version": f"{interface()} {hash(repr(state))}",
    }
    answer = _component()(data=data, key=key, on_row_change=_nothing)
    pressed: int | None = answer.row
    return pressed if pressed is not None and 0 <= pressed < len(rows) else None


def _nothing() -> None:
    """Take the answer: what is asked for is done by the run that follows."""


@lru_cache(maxsize=1)
def _component() -> Callable[..., Any]:
    here = Path(__file__)
    made: Callable[..., Any] = st.components.v2.component(
        "geo_table", js=here.with_suffix(".js").read_text("utf-8"), css=here.with_suffix(".css").read_text("utf-8")
    )
    return made
