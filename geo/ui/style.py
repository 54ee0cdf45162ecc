"""What Streamlit's theme cannot say: direction, and room for the map."""

from __future__ import annotations

import streamlit as st

from geo.ui.words import interface

_ROOM = """
[data-testid="stMainBlockContainer"] { padding: 1.2rem 1.2rem 0.5rem; max-width: none; }
[data-testid="stHeader"] { background: transparent; height: 2.2rem; }
"""
_RIGHT_TO_LEFT = """
[data-testid="stMain"], [data-testid="stSidebarContent"], [data-testid="stToast"] { direction: rtl; text-align: right; }
@media (min-width: 768px) { [data-testid="stAppViewContainer"] { flex-direction: row-reverse; } }
[data-testid="stCaptionContainer"], [data-testid="stHeading"], [data-testid="stText"] { text-align: right; }
[data-testid="stDataFrame"], [data-testid="stSlider"] { direction: ltr; }
"""


def apply() -> None:
    """Put the page in the direction of the interface's language."""
    st.html(f"<style>{_ROOM}{_RIGHT_TO_LEFT if interface() == 'ar' else ''}</style>")
