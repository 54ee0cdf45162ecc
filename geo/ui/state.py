"""The texts of a session, the log of corrections, and what was read from them."""

from __future__ import annotations

import datetime as dt
import logging
import os
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

import streamlit as st
from geopandas import GeoDataFrame

from geo import layers, pipeline
from geo.correct.history import History
from geo.errors import DataError, InputError
from geo.read.paths import read_paths
from geo.read.source import Problem
from geo.records import Analysis, Atlas, Correction, Document, Entity
from geo.settings import Settings
from geo.ui.complaints import told
from geo.ui.words import escaped, has_word, isolated, word

_TEXTS: Final = "texts"
_HISTORY: Final = "history"
_PROBLEMS: Final = "problems"
_SEEDS: Final = Path(__file__).resolve().parents[2] / "seeds"
# Analyses kept for reruns; a rerun of the page must not read the texts again.
_KEPT: Final = 500
# From so many texts on there is a bar: one that flashes by tells nothing.
_MANY: Final = 3
_LOG: Final = logging.getLogger("geo")
_Made = TypeVar("_Made")


def settings() -> Settings:
    """Return the settings of the app; ``GEO_ALLOW_PRIVATE=1`` lets it fetch pages from private addresses."""
    allowed = os.environ.get("GEO_ALLOW_PRIVATE", "").lower() in {"1", "true", "yes"}
    return Settings(allow_private=allowed)


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
    """Take all texts and corrections out of the session."""
    st.session_state[_TEXTS] = []
    st.session_state[_HISTORY] = History()


def replace_all(found: Iterable[Document | Problem], log: tuple[Correction, ...]) -> int:
    """Put a workspace in the place of the session's texts and corrections. Return how many texts it has."""
    clear()
    st.session_state[_HISTORY] = History(log)
    return add(found)


def show_problems() -> None:
    """Say once what could not be read."""
    for problem in st.session_state.pop(_PROBLEMS, []):
        st.error(word("error.read", why=escaped(f"{isolated(problem.source)}: {told(problem.message)}")))


def history() -> History:
    """Return the corrections of the session, with those undone."""
    found: History = st.session_state.setdefault(_HISTORY, History())
    return found


def keep(changed: History, said: str | None = None) -> None:
    """Put another history in force, say what was done, and draw the page anew."""
    st.session_state[_HISTORY] = changed
    if said and has_word(said):
        st.toast(word(said))
    st.rerun()


def correct(correction: Correction) -> None:
    """Add a correction to the log, stamped with the time, and draw the page anew."""
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    keep(history().add(replace(correction, when=now)), "correct.done")


def current_atlas() -> Atlas:
    """Return the session's texts drawn together, corrections applied; reads only what is new, with progress."""
    texts, log = documents(), history().done
    key = (tuple((text.id, text.sha256, text.published, text.language, text.title) for text in texts), log)
    if st.session_state.get("atlas_key") != key:
        analyses = _analyses(texts)
        st.session_state["atlas"] = pipeline.atlas(analyses, log, settings())
        st.session_state["atlas_key"] = key
        st.session_state["made"] = {}
    atlas: Atlas = st.session_state["atlas"]
    return atlas


def version() -> object:
    """Return what tells one state of the session's texts and corrections from another."""
    return st.session_state.get("atlas_key")


def once(name: str, make: Callable[[], _Made]) -> _Made:
    """Return what ``make`` gives, made once for each state of the session's texts and corrections."""
    made: dict[str, Any] = st.session_state.setdefault("made", {})
    if name not in made:
        made[name] = make()
    found: _Made = made[name]
    return found


def _analyses(texts: list[Document]) -> list[Analysis]:
    """Read the texts; one that fails is told and left out, and the others are drawn."""
    bar = st.progress(0.0) if len(texts) >= _MANY else None
    found = []
    with nullcontext() if bar else st.spinner(word("working.one")):
        for number, text in enumerate(texts, 1):
            if bar:
                bar.progress((number - 1) / len(texts), word("working", done=number, all=len(texts)))
            read = _read(text)
            if read is not None:
                found.append(read)
    if bar:
        bar.empty()
    return found


def _read(text: Document) -> Analysis | None:
    try:
        return _analysis(text)
    except InputError as error:
        st.error(word("error.read", why=escaped(told(str(error).partition(": ")[2] or str(error)))))
    except DataError:
        raise
    except Exception as error:  # noqa: BLE001 - a fault of ours in one text must not cost the others
        _LOG.exception("%s failed", text.id)
        st.error(
            word("error.fault", title=escaped(text.title or text.id), why=escaped(f"{type(error).__name__}: {error}"))
        )
    return None


def _known_by(document: Document) -> tuple[object, ...]:
    return (document.id, document.sha256, document.language, document.published, document.title, document.source,
            document.url)  # fmt: skip


# Records are frozen: sessions may share them.
@st.cache_resource(max_entries=_KEPT, show_spinner=False, hash_funcs={Document: _known_by})
def _analysis(document: Document) -> Analysis:
    return pipeline.analyse(document, settings())


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def find(name: str) -> list[Entity]:
    """Return what a name that a person typed may mean in the gazetteer."""
    return pipeline.find_entities(name, settings())


def current_frames(atlas: Atlas) -> dict[str, GeoDataFrame]:
    """Return the layers of an atlas, made once for each state of the session."""
    return once("frames", partial(layers.frames, atlas, settings()))
