"""A memory of words: what a word means is worked out once, not at each place where it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

Value = TypeVar("Value")
#: Words remembered at most; then all are forgotten, so that no stream of texts fills the memory.
_MOST: Final = 100_000


class Memory(dict[str, Value]):
    """Word -> what a function says of it; look words up by ``memory[word]``, in bulk by ``map(memory.__getitem__)``."""

    def __init__(self, work_out: Callable[[str], Value]) -> None:
        super().__init__()
        self.work_out = work_out

    def __missing__(self, word: str) -> Value:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self.work_out(word)
        return found
