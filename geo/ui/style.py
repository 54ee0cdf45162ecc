"""What Streamlit's theme cannot say: direction, and room for the map."""

from __future__ import annotations

import streamlit as st

from geo.ui.words import interface, word

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
/* What was done is told at the foot: at the head it would cover undo. */
[data-testid="stToastContainer"] { top: auto !important; bottom: 1rem !important; }
/* Undo stands in the line of the tabs: it comes with the first correction and must not push the map away. */
@media (min-width: 900px) {
  .st-key-steps { position: absolute; inset-block-start: 0.9rem; inset-inline-end: 1.2rem; width: auto; z-index: 5; } }
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding: 2.6rem 0.6rem 0.5rem; }
  [data-testid="stExpandSidebarButton"]::after { content: "MENU"; font: inherit; padding-inline-start: 0.4rem; }
  [data-testid="stExpandSidebarButton"] { width: auto !important; padding-inline: 0.5rem; color: #0b4fa0; } }
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
    room = _ROOM.replace("MENU", word("menu"))
    st.html(f"<style>{room}{_RIGHT_TO_LEFT if interface() == 'ar' else ''}</style>")
