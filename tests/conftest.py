"""Options that all tests share."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer to write better figures into the baseline of the quality tests."""
    parser.addoption("--raise-floors", action="store_true", help="write better figures into tests/eval/baseline.json")
