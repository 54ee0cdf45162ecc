"""Where the builders read and write. ``GEO_BUILT`` names another folder to build into (`build_data.py` uses it)."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
CURATED = DATA / "curated"
#: The built data as others read it, and where this run writes.
PUBLISHED = DATA / "built"
BUILT = Path(os.environ.get("GEO_BUILT") or PUBLISHED)
#: Where packages are fetched to and extracted; not part of the project.
CACHE = ROOT / "build" / "sources"
