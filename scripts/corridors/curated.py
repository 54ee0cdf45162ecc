"""Read `data/curated/corridors/`: nodes and corridors, checked, each chain of nodes cut into legs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

CLASSES = {"transport", "rail", "road", "sea", "pipeline", "strait", "canal", "strip", "river"}
STATUSES = {"operating", "partial", "planned", "closed", "historical"}
MODES = {"rail", "road", "sea", "river", "pipeline", "strip", "canal"}
#: Modes that a graph can route; all others are drawn by hand, through the points given.
ROUTED = {"rail", "road", "sea"}
LANGUAGES = ("ar", "fa", "ru", "en")


class CuratedError(SystemExit):
    """A curated file that breaks a rule; the message names the file, the corridor and the rule."""


@dataclass(frozen=True, slots=True)
class Node:
    """A named point that lines pass through: degrees (EPSG:4326), and the ISO alpha-2 code of its country or None."""

    name: str
    lat: float
    lon: float
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Leg:
    """One step of a line from node to node. ``by_hand`` legs are straight (geodesic) between the nodes."""

    start: Node
    end: Node
    mode: str
    status: str
    by_hand: bool

    @property
    def key(self) -> str:
        """Name of the leg's route: two corridors that share a stretch share its line."""
        return f"{self.mode}:{self.start.name}|{self.end.name}"


def nodes(folder: Path) -> dict[str, Node]:
    """Return the nodes of ``_nodes.yml`` by name."""
    rows = _load(folder / "_nodes.yml")
    return {name: Node(name, *row) for name, row in rows.items()}


def corridors(folder: Path) -> list[dict[str, Any]]:
    """Return every corridor of the folder, ordered by id, with ``file`` added."""
    found = [
        {**row, "file": path.name}
        for path in sorted(folder.glob("*.yml"))
        if path.name[0] != "_"
        for row in _load(path)
    ]
    ids = [row["id"] for row in found]
    twice = {name for name in ids if ids.count(name) > 1}
    if twice:
        raise CuratedError(f"corridors: ids used twice: {sorted(twice)}")
    for row in found:
        _check(row)
    return sorted(found, key=lambda row: row["id"])


def legs(line: dict[str, Any], places: dict[str, Node], where: str) -> list[Leg]:
    """Cut ``through`` (names of nodes, or bare ``[lat, lon]``) into legs, end of one = start of the next."""
    mode, status = line["mode"], line["status"]
    if mode not in MODES or status not in STATUSES:
        raise CuratedError(f"{where}: mode {mode!r} or status {status!r} is unknown")
    by_hand = mode not in ROUTED or line.get("by") == "hand"
    chain = [_node(stop, places, where) for stop in line["through"]]
    return [Leg(start, end, mode, status, by_hand) for start, end in pairwise(chain)]


def _node(stop: str | list[float], places: dict[str, Node], where: str) -> Node:
    if isinstance(stop, list):
        return Node(f"{stop[0]},{stop[1]}", *stop)
    if stop not in places:
        raise CuratedError(f"{where}: node {stop!r} is not in _nodes.yml")
    return places[stop]


def _load(path: Path) -> Any:  # noqa: ANN401 - YAML is a dict or a list, checked by the callers
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _check(row: dict[str, Any]) -> None:
    where = f"{row['file']}: {row.get('id')}"
    missing = {"id", "class", "members", "status", "branches", "sources"} - set(row)
    if missing:
        raise CuratedError(f"{where}: no {sorted(missing)}")
    if not row["id"].startswith("corridor:") or row["class"] not in CLASSES or row["status"] not in STATUSES:
        raise CuratedError(f"{where}: id, class {row['class']!r} or status {row['status']!r} is wrong")
    names = row.get("names", {})
    unnamed = [language for language in LANGUAGES if not (names.get(language) or row.get("labels", {}).get(language))]
    if unnamed:
        raise CuratedError(f"{where}: no name in {unnamed}")
    for language, weak in row.get("weak", {}).items():
        if both := set(weak) & set(names.get(language, ())):
            raise CuratedError(f"{where}: {sorted(both)} stands in names and in weak; keep one")
    for source in row["sources"]:
        if not (source.get("fact") and source.get("title") and source.get("year")):
            raise CuratedError(f"{where}: a source needs fact, title and year: {source}")
