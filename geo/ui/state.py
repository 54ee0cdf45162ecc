"""The texts of a session and what was read from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

import streamlit as st
from geopandas import GeoDataFrame

from geo import layers, pipeline
from geo.read.paths import read_paths
from geo.read.source import Problem
from geo.records import Analysis, Atlas, Document
from geo.settings import Settings
from geo.ui.words import word

_TEXTS: Final = "texts"
_PROBLEMS: Final = "problems"
_SEEDS: Final = Path(__file__).resolve().parents[2] / "seeds"
# Analyses kept for reruns; a rerun of the page must not read the texts again.
_KEPT: Final = 500


def documents() -> list[Document]:
    """Return the session's texts; a new session shows the sample articles."""
    if _TEXTS not in st.session_state:
        st.session_state[_TEXTS] = []
        add(sample_articles())
    texts: list[Document] = st.session_state[_TEXTS]
    return texts


def sample_articles() -> list[Document | Problem]:
    """Return the sample articles, if the checkout has them (an installed wheel has none)."""
    found = list(read_paths([_SEEDS])) if _SEEDS.is_dir() else []
    # Where the checkout lies on this machine is nobody's business on a map that leaves it.
    return [replace(item, source=Path(item.source or item.id).name) for item in found if isinstance(item, Document)]


def add(found: Iterable[Document | Problem]) -> int:
    """Add texts under ids of their own; keep what could not be read to show it. Return how many were added."""
    texts: list[Document] = st.session_state.setdefault(_TEXTS, [])
    before = len(texts)
    st.session_state[_PROBLEMS] = []
    for item in found:
        if isinstance(item, Problem):
            st.session_state[_PROBLEMS].append(item)
        elif all(item.sha256 != text.sha256 for text in texts):
            texts.append(replace(item, id=_free_id(item.id, texts)))
    return len(texts) - before


def _free_id(wanted: str, texts: list[Document]) -> str:
    taken = {text.id for text in texts}
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def change(document: Document, **fields: object) -> None:
    """Replace what is known about a text."""
    texts = documents()
    texts[texts.index(document)] = replace(document, **fields)  # type: ignore[arg-type]


def remove(document: Document) -> None:
    """Take a text out of the session."""
    documents().remove(document)


def clear() -> None:
    """Take all texts out of the session."""
    st.session_state[_TEXTS] = []


def show_problems() -> None:
    """Say once what could not be read."""
    for problem in st.session_state.pop(_PROBLEMS, []):
        st.error(word("error.read", why=f"{problem.source}: {problem.message}"))


def current_atlas() -> Atlas:
    """Return the session's texts drawn together; reads only what is new, with progress."""
    texts = documents()
    key = tuple((text.id, text.sha256, text.published, text.language, text.title) for text in texts)
    if st.session_state.get("atlas_key") != key:
        st.session_state["atlas"] = pipeline.atlas(_analyses(texts))
        st.session_state["atlas_key"] = key
    atlas: Atlas = st.session_state["atlas"]
    return atlas


def _analyses(texts: list[Document]) -> list[Analysis]:
    many = len(texts) > 2  # noqa: PLR2004 - a bar that flashes by tells nothing
    bar = st.progress(0.0) if many else None
    found = []
    for number, text in enumerate(texts, 1):
        found.append(_analysis(text))
        if bar is not None:
            bar.progress(number / len(texts), word("working", done=number, all=len(texts)))
    if bar is not None:
        bar.empty()
    return found


@st.cache_data(max_entries=_KEPT, show_spinner=False, hash_funcs={Document: repr})
def _analysis(document: Document) -> Analysis:
    return pipeline.analyse(document, Settings())


def current_frames(atlas: Atlas) -> dict[str, GeoDataFrame]:
    """Return the layers of an atlas, made once for each state of the session's texts."""
    if st.session_state.get("frames_key") != st.session_state.get("atlas_key"):
        st.session_state["frames"] = layers.frames(atlas, Settings())
        st.session_state["frames_key"] = st.session_state.get("atlas_key")
    frames: dict[str, GeoDataFrame] = st.session_state["frames"]
    return frames
