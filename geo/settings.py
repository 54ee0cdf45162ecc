"""Settings: one frozen value, made at the edge (CLI, UI, caller) and passed inwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def _default_data() -> Path:
    """Return the data folder: beside the package in a checkout, inside it in a wheel."""
    inside = _HERE / "data"
    return inside if inside.is_dir() else _HERE.parent / "data"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may vary.

    Parameters
    ----------
    data
        Folder with ``built/``, ``curated/`` and ``trained/``.
    max_bytes
        Largest single input, in bytes.
    max_characters
        Longest text of one document, in code points.
    doubtful_below
        A resolution whose score is below this is marked doubtful (0 to 1).
    gazetteer
        The user's own gazetteer (CSV or GeoJSON), merged over the built one, or None.
    fetch_seconds
        Longest time for a page from the web, redirects included, in seconds.
    max_redirects
        Most redirects followed for one page.
    allow_private
        Whether pages may be fetched from private, loopback and link-local addresses.
    """

    data: Path = field(default_factory=_default_data)
    max_bytes: int = 25_000_000
    max_characters: int = 10_000_000
    doubtful_below: float = 0.5
    gazetteer: Path | None = None
    fetch_seconds: float = 20.0
    max_redirects: int = 5
    allow_private: bool = False

    @property
    def built(self) -> Path:
        """Folder of the built data."""
        return self.data / "built"

    @property
    def trained(self) -> Path:
        """Folder of the weights trained on the project's own texts."""
        return self.data / "trained"

    @property
    def curated(self) -> Path:
        """Folder of the curated data."""
        return self.data / "curated"
