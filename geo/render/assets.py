"""The browser renderer's files, joined at render time: no build step, nothing fetched.

The scripts under ``assets/js`` are ES modules, so that editors and linters follow their imports. A page needs one
classic script and an app component one module: each file becomes a closure that returns what it exports, in the order
of the imports, so that what a file keeps to itself stays its own.
"""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from xstatic.pkg import leaflet as leaflet_package

from geo.errors import DataError
from geo.settings import Settings

_ASSETS = Path(__file__).resolve().parent / "assets"
_IMPORT = re.compile(r'^import\s+\{[^}]*\}\s+from\s+"\./([a-z_]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_LEAFLET_IMAGE = re.compile(r"url\((?!['\"]?data:)[^)]*\)")


@dataclass(frozen=True, slots=True)
class ComponentAssets:
    """What an app's component needs: ``js`` is an ES module, ``css`` holds Leaflet's rules and ours.

    ``js`` exports ``mount(root, payload, options)``, and ``mountPicker(root, data, onPick)`` for the point of a form;
    ``root`` may lie in a shadow tree.
    """

    js: str
    css: str


@lru_cache(maxsize=1)
def leaflet_js() -> str:
    """Return Leaflet's script, from the Python package that carries it."""
    text = Path(leaflet_package.BASE_DIR, "leaflet.js").read_text(encoding="utf-8")
    return re.sub(r"\n//# sourceMappingURL=.*", "", text)


def leaflet_image(name: str) -> str:
    """Return one of Leaflet's pictures (PNG) as a data URL."""
    content = Path(leaflet_package.BASE_DIR, "images", name).read_bytes()
    return f"data:image/png;base64,{base64.b64encode(content).decode()}"


@lru_cache(maxsize=1)
def css() -> str:
    """Return Leaflet's style and ours; Leaflet's pictures are left out, for we draw our own marks."""
    text = Path(leaflet_package.BASE_DIR, "leaflet.css").read_text(encoding="utf-8")
    return _LEAFLET_IMAGE.sub("none", text) + "\n" + (_ASSETS / "map.css").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def renderer_js() -> str:
    """Return our modules as one closure that leaves ``GeoMap.mount`` behind."""
    body = "\n".join(_closure(_read(name)) for name in _order("main"))
    return f'(() => {{\n"use strict";\n{body}\nglobalThis.GeoMap = {{ mount, picker }};\n}})();\n'


@lru_cache(maxsize=1)
def labels() -> dict[str, dict[str, Any]]:
    """Return the interface's words by language, from ``assets/labels.json`` (there: by key, languages side by side)."""
    table = json.loads((_ASSETS / "labels.json").read_text(encoding="utf-8"))
    return {language: {key: entry[language] for key, entry in table.items()} for language in ("ar", "en")}


@lru_cache(maxsize=4)
def basemap(settings: Settings) -> dict[str, Any]:
    """Return the basemap, TopoJSON with names of countries and capitals (``docs/data-formats.md``).

    Raises
    ------
    DataError
        If it has not been built, or cannot be parsed.
    """
    path = settings.built / "basemap.json"
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: the basemap cannot be read ({error}); run `make data`") from error
    return found


def resources(settings: Settings | None = None) -> dict[str, Any]:
    """Return what the renderer needs beside a payload and what is the same for all of them."""
    return {"basemap": basemap(settings or Settings()), "labels": labels()}


def component_assets(settings: Settings | None = None) -> ComponentAssets:
    """Return script and style for an app's component (Streamlit's ``st.components.v2`` takes both as text).

    The module holds Leaflet, the renderer, the basemap and the labels; the payload is the component's data.
    """
    constant = json.dumps(resources(settings), ensure_ascii=False, separators=(",", ":"))
    # Leaflet leaves its namespace on the global object, where the renderer looks for it.
    door = (
        f"const RESOURCES = {constant};\n"
        "export function mount(root, payload, options = {}) {\n"
        "  return globalThis.GeoMap.mount(root, payload, RESOURCES, options);\n"
        "}\n"
        "export function mountPicker(root, data, onPick) {\n"
        "  return globalThis.GeoMap.picker(root, data, RESOURCES, onPick);\n"
        "}\n"
    )
    return ComponentAssets(js=f"{leaflet_js()}\n{renderer_js()}{door}", css=css())


def _read(name: str) -> str:
    return (_ASSETS / "js" / f"{name}.js").read_text(encoding="utf-8")


def _closure(module: str) -> str:
    exported = ", ".join(_EXPORT.findall(module))
    body = _EXPORT.sub("", _IMPORT.sub("", module))
    return f"const {{ {exported} }} = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();"


def _order(name: str, seen: dict[str, None] | None = None) -> list[str]:
    """Return the modules that ``name`` needs, each after those that it imports, ``name`` last."""
    seen = {} if seen is None else seen
    if name not in seen:
        seen[name] = None
        before = [one for needed in _IMPORT.findall(_read(name)) for one in _order(needed, seen)]
        return [*before, name]
    return []
