"""Write the hashes of the built files into ``data/SOURCES.toml`` and make ``NOTICE.md`` of it."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "data" / "SOURCES.toml"
BUILT = ROOT / "data" / "built"
NOTICE = ROOT / "NOTICE.md"
_SECTION = re.compile(r'(\[files\."(?P<name>[^"]+)"\].*?\nsha256 = ")[^"]*(")', re.DOTALL)


def files_of(pattern: str) -> list[Path]:
    """Return the built files that a name of ``[files]`` stands for, sorted."""
    return sorted(path for path in BUILT.glob(pattern) if path.is_file())


def digest(pattern: str) -> str:
    """Return the SHA-256 of the files' bytes, one after another in the order of their names."""
    total = hashlib.sha256()
    for path in files_of(pattern):
        total.update(path.read_bytes())
    return total.hexdigest()


def undescribed(sources: dict[str, Any]) -> list[str]:
    """Return the built files that no entry of ``[files]`` stands for."""
    known = {path for pattern in sources["files"] for path in files_of(pattern)}
    return [str(path.relative_to(BUILT)) for path in sorted(BUILT.rglob("*")) if path.is_file() and path not in known]


def notice(sources: dict[str, Any]) -> str:
    """Return the text of ``NOTICE.md``."""
    lines = [
        "# Notice",
        "",
        "Code: MIT, see LICENSE. The data in `data/built/` is made from the sources below; this file is generated from",
        "`data/SOURCES.toml` by `scripts/build_sources.py`.",
        "",
        "## Sources",
        "",
    ]
    for source in sources["sources"].values():
        lines.append(f"- **{source['title']}** ({source['package']}, {source['version']}). {source['licence']}.")
        lines.append(f"  {source['attribution']}")
    lines += ["", "## Files", "", "| file in data/built | what it is | sources | licence |", "|---|---|---|---|"]
    for name, entry in sources["files"].items():
        lines.append(f"| `{name}` | {entry['title']} | {', '.join(entry['sources'])} | {entry['licence']} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Refresh the hashes and the notice; fail if a built file has no entry."""
    text = _SECTION.sub(lambda m: m[1] + digest(m["name"]) + m[3], SOURCES.read_text(encoding="utf-8"))
    sources = tomllib.loads(text)
    missing = undescribed(sources)
    if missing:
        raise SystemExit(
            f"{SOURCES}: no entry in [files] for {', '.join(missing)}; add one with its sources and licence"
        )
    SOURCES.write_text(text, encoding="utf-8")
    NOTICE.write_text(notice(sources), encoding="utf-8")


if __name__ == "__main__":
    main()
