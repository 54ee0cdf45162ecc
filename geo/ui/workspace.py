"""The workspace file: texts, corrections and layers in one GeoPackage, saved and opened again."""

from __future__ import annotations

import io
from pathlib import PurePath

import streamlit as st

from geo.errors import InputError
from geo.read.paths import read_uploads
from geo.read.source import Source
from geo.read.workspace import read_corrections
from geo.records import Atlas
from geo.ui import downloads, state
from geo.ui.complaints import told
from geo.ui.words import escaped, isolated, word


def open_panel() -> None:
    """Draw the form that opens a workspace in the place of what is there."""
    with st.expander(word("workspace"), icon=":material/folder_open:"):
        st.caption(word("workspace.help"))
        with st.form("workspace", clear_on_submit=True, border=False):
            file = st.file_uploader(word("workspace.file"), type=["gpkg"])
            sent = st.form_submit_button(word("workspace.open"), width="stretch")
        if sent and file:
            _open(file.name, file.getvalue())


def _open(name: str, data: bytes) -> None:
    settings = state.settings()
    source = Source(name, PurePath(name).stem, ".gpkg", lambda: io.BytesIO(data))
    try:
        log = read_corrections(source, settings)
    except InputError as error:
        st.error(word("error.read", why=escaped(f"{isolated(name)}: {told(str(error))}")))
        return
    texts = list(read_uploads([(name, data)], settings=settings))
    number = state.replace_all(texts, log)
    if number:
        st.toast(word("add.done", n=number))
    st.rerun()


def save_button(atlas: Atlas) -> None:
    """Draw the button that saves the workspace."""
    if atlas.analyses:
        downloads.button(word("workspace.save"), "workspace.gpkg", atlas, key="save-workspace")
