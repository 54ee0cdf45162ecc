"""The side panel: the session's texts, and ways to add more."""

from __future__ import annotations

import datetime as dt
from typing import cast

import streamlit as st

from geo.read.paths import read_addresses, read_uploads
from geo.read.source import Problem
from geo.records import Document, Language
from geo.ui import state
from geo.ui.words import interface, naming, word

_LANGUAGES: tuple[Language, ...] = ("ar", "fa", "ru", "en")
_KINDS = ["txt", "md", "html", "htm", "docx", "pdf", "jsonl", "json", "csv", "zip"]
_EARLIEST = dt.date(1900, 1, 1)
_LATEST = dt.date(2100, 1, 1)


def panel() -> None:
    """Draw the side panel."""
    st.subheader(word("add"))
    pasted, uploaded, fetched = st.tabs([word("add.paste"), word("add.upload"), word("add.address")])
    with pasted:
        _paste()
    with uploaded:
        _upload()
    with fetched:
        _fetch()
    state.show_problems()
    st.subheader(word("texts"))
    texts = state.documents()
    for document in list(texts):
        _one(document)
    if not texts:
        st.info(word("texts.none"))
    if st.button(word("texts.seeds"), width="stretch"):
        state.add(state.sample_articles())
        st.rerun()
    if texts and st.button(word("texts.clear"), width="stretch"):
        state.clear()
        st.rerun()


def _paste() -> None:
    with st.form("paste", clear_on_submit=True, border=False):
        text = st.text_area(word("add.text"), height=180)
        title = st.text_input(word("add.title"))
        published = _date("paste-date", None)
        language = _language("paste-language", None)
        sent = st.form_submit_button(word("add.button"), type="primary", width="stretch")
    if sent and not text.strip():
        st.error(word("add.empty"))
    elif sent:
        name = title.strip() or " ".join(text.split()[:6])
        found = read_uploads([(f"{name}.txt", text.encode("utf-8", "surrogatepass"))], language=language,
                             published=published, title=title.strip() or None)  # fmt: skip
        _added(list(found))


def _upload() -> None:
    with st.form("upload", clear_on_submit=True, border=False):
        files = st.file_uploader(word("add.files"), type=_KINDS, accept_multiple_files=True)
        published = _date("upload-date", None)
        language = _language("upload-language", None)
        sent = st.form_submit_button(word("add.button"), type="primary", width="stretch")
    if sent and not files:
        st.error(word("add.files.empty"))
    elif sent:
        sources = [(file.name, file.getvalue()) for file in files]
        bar = st.progress(0.0)
        found: list[Document | Problem] = []
        for number, source in enumerate(sources, 1):
            bar.progress((number - 1) / len(sources), word("working", done=number, all=len(sources)))
            found += read_uploads([source], language=language, published=published)
        bar.empty()
        _added(found)


def _fetch() -> None:
    with st.form("fetch", clear_on_submit=False, border=False):
        addresses = st.text_area(word("add.addresses"), height=90, help=word("add.addresses.help"),
                                 placeholder="\u200ehttps://").split()  # fmt: skip
        sent = st.form_submit_button(word("add.fetch"), type="primary", width="stretch")
    if sent and not addresses:
        st.error(word("add.addresses.empty"))
    elif sent:
        with st.spinner(word("working.fetch")):
            _added(list(read_addresses(addresses, settings=state.settings())))


def _added(found: list[Document | Problem]) -> None:
    number = state.add(found)
    if number:
        st.toast(word("add.done", n=number))
        st.rerun()


def _one(document: Document) -> None:
    title = label(document)
    with st.expander(title):
        with st.form(f"edit-{document.id}", border=False):
            published = _date(f"date-{document.id}", document.published)
            language = _language(f"language-{document.id}", document.language)
            applied = st.form_submit_button(word("texts.apply"), width="stretch")
        if applied:
            state.change(document, published=published, language=language or document.language)
            st.rerun()
        if st.button(word("texts.remove", title=title), key=f"remove-{document.id}", width="stretch"):
            state.remove(document)
            st.rerun()


def label(document: Document) -> str:
    """Return what to call a text before a reader: its title, else its first words."""
    if document.title:
        return document.title
    words = document.text.split()
    return " ".join(words[:7]) + (" …" if len(words) > 7 else "")  # noqa: PLR2004 - enough to know a text by


def _date(key: str, value: dt.date | None) -> dt.date | None:
    chosen = st.date_input(
        word("texts.published"), value, min_value=_EARLIEST, max_value=_LATEST, key=f"{key}-{interface()}",
        help=word("texts.published.help"), format="YYYY-MM-DD",
    )  # fmt: skip
    return chosen if isinstance(chosen, dt.date) else None


def _language(key: str, value: Language | None) -> Language | None:
    options: list[str] = [*_LANGUAGES] if value else ["", *_LANGUAGES]
    chosen = st.selectbox(
        word("add.language"), options, index=options.index(value or ""), key=f"{key}-{interface()}",
        format_func=naming(options, lambda code: word(f"language.{code}") if code else word("add.guess")),
    )  # fmt: skip
    return cast("Language", chosen) if chosen else None
