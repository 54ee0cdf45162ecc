"""What Streamlit's theme cannot say: direction, and room for the map."""

from __future__ import annotations

import streamlit as st

from geo.ui.words import interface

_ROOM = """
[data-testid="stMainBlockContainer"] { padding: 1.2rem 1.2rem 0.5rem; max-width: none; }
[data-testid="stHeader"] { background: transparent; height: 2.2rem; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] * { color: #4a5565; opacity: 1; }
[data-testid="stButtonGroup"] > div { gap: 0.3rem; flex-wrap: wrap; }
[data-testid="stButtonGroup"] button {
  border: 1px solid #8a94a2 !important; border-radius: 0.5rem !important; margin: 0; }
.geo-quote { margin: 0 0 0.7rem; padding: 0.1rem 0.8rem; border-inline-start: 3px solid #0b4fa0; line-height: 1.75; }
.geo-quote mark { background: #ffe9a8; color: inherit; border-radius: 3px; padding: 0 0.1em; }
.geo-quote footer { color: #4a5565; font-size: 0.85rem; }
@media (max-width: 640px) { [data-testid="stMainBlockContainer"] { padding: 2.6rem 0.6rem 0.5rem; } }
"""
_RIGHT_TO_LEFT = """
[data-testid="stMain"], [data-testid="stSidebarContent"], [data-testid="stToast"], [data-testid="stDialog"] {
  direction: rtl; text-align: right; }
@media (min-width: 768px) { [data-testid="stAppViewContainer"] { flex-direction: row-reverse; } }
[data-testid="stCaptionContainer"], [data-testid="stHeading"], [data-testid="stText"],
[data-testid="stMarkdownContainer"] { text-align: right; }
[data-testid="stDataFrame"], [data-testid="stSlider"] { direction: ltr; }
[data-testid="stDateInputField"] { direction: ltr; justify-content: flex-end; }
"""


def apply() -> None:
    """Put the page in the direction of the interface's language."""
    st.html(f"<style>{_ROOM}{_RIGHT_TO_LEFT if interface() == 'ar' else ''}</style>")
