"""Write the hashes of the built files into ``data/SOURCES.toml`` and make ``NOTICE.md`` of it.

Run by hand it only refreshes the hashes of what was built. The hashes of what it was built *from* are written by
``build_data.py`` alone, for the steps that ran: a test compares them with the files, so that curated data which
nobody built anew is found.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from folders import DATA, PUBLISHED, ROOT

SOURCES = DATA / "SOURCES.toml"
NOTICE = ROOT / "NOTICE.md"
_SECTION = re.compile(r'(\[files\."(?P<name>[^"]+)"\].*?\nsha256 = ")[^"]*(")', re.DOTALL)
_STEP = re.compile(r'(\[steps\."(?P<name>[^"]+)"\].*?\ninputs_sha256 = ")[^"]*(")', re.DOTALL)
#: Lines of the lock that say which version of a package a step used.
_PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def files_of(pattern: str) -> list[Path]:
    """Return the built files that a name of ``[files]`` stands for, sorted."""
    return sorted(path for path in PUBLISHED.glob(pattern) if path.is_file())


def digest(pattern: str) -> str:
    """Return the SHA-256 of the files' bytes, one after another in the order of their names."""
    total = hashlib.sha256()
    for path in files_of(pattern):
        total.update(path.read_bytes())
    return total.hexdigest()


def inputs(step: dict[str, Any]) -> str:
    """Return the SHA-256 of all that a step reads: its files (name and bytes) and the versions of its packages."""
    total = hashlib.sha256()
    for path in sorted({path for pattern in step["inputs"] for path in ROOT.glob(pattern) if path.is_file()}):
        total.update(f"{path.relative_to(ROOT).as_posix()}\n".encode())
        total.update(path.read_bytes())
    pinned = dict(_PINNED.findall((ROOT / "requirements-data.lock").read_text(encoding="utf-8")))
    for package in step["packages"]:
        total.update(f"{package}=={pinned[package]}\n".encode())
    return total.hexdigest()


def undescribed(sources: dict[str, Any]) -> list[str]:
    """Return the built files that no entry of ``[files]`` stands for."""
    known = {path for pattern in sources["files"] for path in files_of(pattern)}
    return [
        str(path.relative_to(PUBLISHED))
        for path in sorted(PUBLISHED.rglob("*"))
        if path.is_file() and path not in known
    ]


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


def main(steps: Collection[str] = ()) -> None:
    """Refresh the hashes and the notice, and what the steps that ran were built from; fail if a file has no entry."""
    text = _SECTION.sub(lambda m: m[1] + digest(m["name"]) + m[3], SOURCES.read_text(encoding="utf-8"))
    known = tomllib.loads(text)["steps"]
    text = _STEP.sub(lambda m: m[1] + inputs(known[m["name"]]) + m[3] if m["name"] in steps else m[0], text)
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
