"""What Streamlit's theme cannot say: direction, and room for the map."""

from __future__ import annotations

import streamlit as st

from geo.ui.words import interface

_ROOM = """
[data-testid="stMainBlockContainer"] { padding: 3.2rem 1.2rem 1rem; max-width: none; }
"""
_RIGHT_TO_LEFT = """
[data-testid="stMain"], [data-testid="stSidebarContent"], [data-testid="stToast"] { direction: rtl; text-align: right; }
[data-testid="stAppViewContainer"] { flex-direction: row-reverse; }
[data-testid="stDataFrame"], [data-testid="stSlider"] { direction: ltr; }
"""


def apply() -> None:
    """Put the page in the direction of the interface's language."""
    st.html(f"<style>{_ROOM}{_RIGHT_TO_LEFT if interface() == 'ar' else ''}</style>")
