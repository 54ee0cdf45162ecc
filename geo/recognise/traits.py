"""What a word is known to be, as a set of bits: looked up in the word lists once for each word, not at each place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.recognise.cues import Cues

CLASS_BEFORE: Final = 1
CLASS_AFTER: Final = 1 << 1
PREPOSITION: Final = 1 << 2
WEAK_PREPOSITION: Final = 1 << 3
TITLE: Final = 1 << 4
NAME_PART: Final = 1 << 5
GIVEN: Final = 1 << 6
OFFICE: Final = 1 << 7
#: An office or title, also where only the article keeps it apart from the listed word.
HOLDER: Final = 1 << 8
#: First word of an organisation's name.
HEAD: Final = 1 << 9
#: Last word of an entry of two words: the word before it decides.
SECOND: Final = 1 << 10
#: Verb of speech or act: what follows speaks.
SPEECH: Final = 1 << 11
#: Name of a month or weekday, and the words day and month: what stands beside may be a part of the same date.
CALENDAR: Final = 1 << 12

GOVERNS: Final = CLASS_BEFORE | PREPOSITION | WEAK_PREPOSITION | SECOND | SPEECH
PERSONAL: Final = TITLE | NAME_PART | GIVEN | OFFICE
#: Known to stand beside places: no part of an unknown name.
BESIDE: Final = CLASS_BEFORE | CLASS_AFTER | PREPOSITION | WEAK_PREPOSITION | OFFICE
_MEMORY: Final = 100_000


class Traits(dict[str, int]):
    """Folded word -> its bits, worked out when a word is first seen."""

    def __init__(self, cues: Cues) -> None:
        super().__init__()
        self._cues = cues
        self._seconds = frozenset(
            _last_words((*cues.class_before, *cues.preposition, *cues.organisation_head - cues.organisation_keeps))
        )

    def __missing__(self, word: str) -> int:
        if len(self) > _MEMORY:
            self.clear()
        found = self[word] = self._work_out(word)
        return found

    def _work_out(self, word: str) -> int:
        """Return the bits of a word and of what is left of it without its proclitics."""
        cues = self._cues
        lists = (
            (CLASS_BEFORE, cues.class_before),
            (PREPOSITION, cues.preposition),
            (WEAK_PREPOSITION, cues.preposition_weak),
            (TITLE, cues.title),
            (NAME_PART, cues.name_part),
            (GIVEN, cues.given),
            (OFFICE, cues.office),
            (SPEECH, cues.speech),
            (CALENDAR, cues.calendar),
            (HEAD, cues.organisation_head - cues.organisation_keeps),
        )
        readings = cues.bare(word)
        bits = sum(bit for bit, words in lists if any(reading in words for reading in readings))
        bits |= CLASS_AFTER if word in cues.class_after else 0
        bits |= SECOND if word in self._seconds else 0
        definite = (*readings, *(reading.removeprefix("ال") for reading in readings))
        return bits | (HOLDER if any(reading in cues.holder for reading in definite) else 0)


def _last_words(entries: Iterable[str]) -> Iterable[str]:
    """Yield the last words of entries of two words."""
    return (entry.rpartition(" ")[2] for entry in entries if " " in entry)
