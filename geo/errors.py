"""Every error that the package raises on purpose.

``GeoError`` is the root; each branch also inherits the built-in it refines, so that callers may catch either::

    GeoError
    ├── InputError (ValueError)        a file, text or option that cannot be used
    │   ├── UnreadableInput            not a text that we can decode or parse
    │   ├── InputTooLarge              over the limit of `geo.settings.Settings`
    │   └── UnsupportedInput           a kind of file that we do not read
    ├── DataError (RuntimeError)       built or curated data missing, damaged or of another version
    ├── UnknownEntity (KeyError)       an entity id that the gazetteer does not hold
    └── ExportError (OSError)          a result that could not be written
"""

from __future__ import annotations


class GeoError(Exception):
    """Root of all errors raised by ``geo``; its text says what happened, to which input, and what to do."""


class InputError(GeoError, ValueError):
    """An input or option that cannot be used."""


class UnreadableInput(InputError):
    """Bytes that are not text in any encoding or container that we know."""


class InputTooLarge(InputError):
    """An input over the size limit in the settings."""


class UnsupportedInput(InputError):
    """A kind of file that no reader is registered for."""


class DataError(GeoError, RuntimeError):
    """Built or curated data that is missing, damaged or made by another version."""


class UnknownEntity(GeoError, KeyError):
    """An entity id that the gazetteer does not hold."""

    def __str__(self) -> str:  # KeyError would show the repr of the message
        return str(self.args[0]) if self.args else ""


class ExportError(GeoError, OSError):
    """A result that could not be written."""
