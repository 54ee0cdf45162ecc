"""Rebuild ``data/built`` from registry packages and ``data/curated`` (``make data``), then its hashes and notice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
#: In the order in which they need each other's files.
BUILDERS = (
    "build_lexicon.py",
    "build_people.py",
    "build_gazetteer.py",
    "build_whole_words.py",
    "build_corridors.py",
    "build_basemap.py",
    "build_sources.py",
)


def main() -> None:
    """Run every builder; stop at the first that fails."""
    for builder in BUILDERS:
        print(f"{builder} ...", flush=True)
        done = subprocess.run([sys.executable, HERE / builder], cwd=ROOT, env=_environment(), check=False)
        if done.returncode:
            raise SystemExit(f"{builder} failed (exit code {done.returncode}); its message is above")


def _environment() -> dict[str, str]:
    """Return the environment with the checkout on the path and hashing, hence every order, fixed."""
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}


if __name__ == "__main__":
    main()
