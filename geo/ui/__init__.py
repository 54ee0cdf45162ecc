"""The app's panels: the only room that imports Streamlit."""
