"""The app: navigation only. Start it with ``make app``."""

from __future__ import annotations

import streamlit as st

from geo.errors import DataError
from geo.ui import check, downloads, mapview, state, style, tables, texts, workspace
from geo.ui.correct import log, panel
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
    steps = st.container(key="steps")
    drawn, listed, doubted, corrected, taken = st.tabs(
        [word(f"tab.{name}") for name in ("map", "tables", "check", "correct", "downloads")]
    )
    with steps:
        log.buttons()
    with drawn:
        wish = mapview.show(atlas)
    with listed:
        row = tables.show(atlas)
    with doubted:
        row = check.show(atlas) or row
    with corrected:
        panel.show(atlas)
    with taken:
        downloads.show(atlas)
    panel.answer(wish, row, atlas)


main()
