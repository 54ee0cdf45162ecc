"""Build `data/built/corridors.json` and `data/built/corridors-osm.json` from `data/curated/corridors/*.yml`.

Lines by rail and road are routed on graphs made from OpenStreetMap and stay in a file of their own under the ODbL;
sea lines come from searoute; pipelines, strips and unbuilt stretches go straight through the curated points.
A leg whose route is absurd stops the build: the message names it. Formats: `docs/data-formats.md`.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from corridors import curated
from corridors.drawing import AbsurdRouteError, Lines, draw
from folders import BUILT, CURATED

OSM = {"rail", "road"}
OSM_ATTRIBUTION = "Rail and road lines © OpenStreetMap contributors, ODbL 1.0"


class Builder:
    """Draws each leg once and sorts its line into the open or the ODbL file."""

    def __init__(self, places: dict[str, curated.Node]) -> None:
        self.places = places
        self.lines: dict[str, Lines] = {}
        self.osm: dict[str, Lines] = {}
        self.faults: list[str] = []

    def corridor(self, row: dict[str, Any]) -> dict[str, Any]:
        """Return the corridor's record with its branches drawn."""
        kept = {name: row[name] for name in ("id", "class", "status", "sources")}
        kept["names"] = row.get("names") or {language: [name] for language, name in row["labels"].items()}
        kept |= {name: row[name] for name in ("weak", "same_as", "note") if name in row}
        kept["members"] = [f"country:{code}" for code in row["members"]]
        kept["branches"] = [self._branch(row, branch) for branch in row["branches"]]
        return kept

    def _branch(self, row: dict[str, Any], branch: dict[str, Any]) -> dict[str, Any]:
        where = f"{row['file']}: {row['id']}/{branch['id']}"
        legs = [leg for line in branch["lines"] for leg in curated.legs(line, self.places, where)]
        kept = {name: branch[name] for name in ("id", "names", "status") if name in branch}
        kept.setdefault("status", row["status"])
        kept["legs"] = [self._leg(leg, where) for leg in legs]
        return kept

    def _leg(self, leg: curated.Leg, where: str) -> dict[str, Any]:
        target = self.osm if leg.mode in OSM and not leg.by_hand else self.lines
        key = leg.key if not leg.by_hand else f"{leg.key}|hand"
        if key not in target:
            try:
                target[key] = draw(leg)
            except AbsurdRouteError as fault:
                self.faults.append(f"{where}: {fault}")
        record = {"from": _stop(leg.start), "to": _stop(leg.end), "mode": leg.mode, "status": leg.status, "line": key}
        return {**record, "schematic": True} if leg.by_hand else record


def _stop(node: curated.Node) -> dict[str, Any]:
    return {"name": node.name, "lat": node.lat, "lon": node.lon}


def write(name: str, content: dict[str, Any]) -> None:
    """Write compact UTF-8 JSON into the built folder."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    (BUILT / name).write_text(text + "\n", encoding="utf-8")
    print(f"{name}: {len(text.encode()) / 1e3:.0f} kB")


def main(only: str = "") -> None:
    """Build both files; with ``only``, draw the corridors whose id holds it and write nothing."""
    folder = CURATED / "corridors"
    builder = Builder(curated.nodes(folder))
    rows = [row for row in curated.corridors(folder) if only in row["id"]]
    records = [builder.corridor(row) for row in rows]
    if builder.faults:
        raise SystemExit("\n".join([f"build_corridors: {len(builder.faults)} absurd legs", *builder.faults]))
    if only:
        print(f"{len(records)} corridors, {len(builder.lines) + len(builder.osm)} lines drawn, nothing written")
        return
    write("corridors.json", {"corridors": records, "lines": dict(sorted(builder.lines.items()))})
    write(
        "corridors-osm.json",
        {"attribution": OSM_ATTRIBUTION, "licence": "ODbL-1.0", "lines": dict(sorted(builder.osm.items()))},
    )
    print(f"{len(records)} corridors")


if __name__ == "__main__":
    main(*sys.argv[1:2])
