"""The app: navigation only. Start it with ``make app``."""

from __future__ import annotations

import streamlit as st

from geo.errors import DataError
from geo.ui import check, downloads, mapview, state, style, tables, texts, workspace
from geo.ui.correct import panel
from geo.ui.words import choose_interface, word


def main() -> None:
    """Draw the page: texts at the side, map, tables, doubts and downloads in tabs."""
    st.set_page_config(page_title="خريطة العلاقات · Map of relations", page_icon="🗺️", layout="wide")
    with st.sidebar:
        choose_interface()
        style.apply()
        texts.panel()
        workspace.open_panel()
        saved = st.container()
    try:
        atlas = state.current_atlas()
    except DataError as error:
        st.error(word("error.data", why=str(error)))
        st.stop()
    with saved:
        workspace.save_button(atlas)
    drawn, listed, doubted, corrected, taken = st.tabs(
        [word(f"tab.{name}") for name in ("map", "tables", "check", "correct", "downloads")]
    )
    with drawn:
        wanted = mapview.show(atlas)
    with listed:
        wanted = tables.show(atlas) or wanted
    with doubted:
        wanted = check.show(atlas) or wanted
    with corrected:
        panel.show(atlas)
    with taken:
        downloads.show(atlas)
    if wanted:
        panel.dialog(wanted, atlas)


main()
