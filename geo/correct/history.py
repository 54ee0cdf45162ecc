"""The log as a person works on it: what was done, what was undone and may be done again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geo.records import Correction


@dataclass(frozen=True, slots=True)
class History:
    """Corrections in force, in the order in which they were made; and those undone, the last undone at the end."""

    done: tuple[Correction, ...] = ()
    undone: tuple[Correction, ...] = ()

    def add(self, correction: Correction) -> History:
        """Return the history with one more correction; what was undone before is forgotten."""
        return History((*self.done, correction))

    def undo(self) -> History:
        """Return the history without its last correction; the same if there is none."""
        return History(self.done[:-1], (*self.undone, self.done[-1])) if self.done else self

    def redo(self) -> History:
        """Return the history with the correction that was undone last; the same if there is none."""
        return History((*self.done, self.undone[-1]), self.undone[:-1]) if self.undone else self

    def without(self, number: int) -> History:
        """Return the history without the correction at ``number`` (from 0), which can be done again."""
        return replace(
            self, done=(*self.done[:number], *self.done[number + 1 :]), undone=(*self.undone, self.done[number])
        )
