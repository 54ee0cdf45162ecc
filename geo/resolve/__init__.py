"""Take one entity for each mention, keep the others, and say why."""

from geo.resolve.resolution import resolve

__all__ = ["resolve"]
