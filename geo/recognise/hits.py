"""The words of a folded text, and the names found in them before anything is decided."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from geo.text.codes import Class, codes_of, runs

if TYPE_CHECKING:
    from geo.gazetteer.names import Sense
    from geo.recognise.odds import Odds
    from geo.records import Candidate

_WORD: Final = Class(str.isalnum)
#: Addresses of the web and handles: words in them name nothing.
_RUN: Final = re.compile(r"\S+")
_ADDRESS_MARKS: Final = ("://", "www.", "@")
#: Priors that differ by less may as well be the other way round.
_NEARLY: Final = 0.9
#: Readings of a lower prior do not compete.
_NOTABLE: Final = 0.15


def likeliest(senses: tuple[Sense, ...]) -> Sense:
    """Return the reading with the highest prior; of equals the first."""
    return max(senses, key=lambda sense: sense.prior)


@dataclass(slots=True, eq=False)
class Surface:
    """A name as it is written, behind its proclitic, with all that holds of it wherever it stands."""

    name: str
    clitic: str
    senses: tuple[Sense, ...]
    #: The reading with the highest prior.
    best: Sense = field(init=False)
    #: Whether some reading stands in capitals only.
    cased: bool = field(init=False)
    #: Whether it may as well be a state: a title goes before it («Президент Панамы»).
    state: bool = field(init=False)
    #: Whether it may be a name that only echoes a longer one, and whether both an organisation and a place.
    echo: bool = field(init=False)
    mixed: bool = field(init=False)
    #: Filled when first scored, and when first made a mention of.
    odds: Odds | None = None
    candidates: tuple[Candidate, ...] | None = None
    _narrowed: dict[tuple[Sense, ...], Surface] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.best = likeliest(self.senses)
        self.cased = any(sense.cased for sense in self.senses)
        likely = self.best.prior * _NEARLY
        self.state = any(sense.kind == "country" and sense.prior > likely for sense in self.senses)
        self.echo = any(sense.echo for sense in self.senses)
        kinds = {sense.kind for sense in self.senses if sense.prior > _NOTABLE}
        self.mixed = "organisation" in kinds and len(kinds) > 1

    def narrowed(self, senses: tuple[Sense, ...]) -> Surface:
        """Return the surface with some of its readings only, the same one each time: its odds are kept, too."""
        if senses == self.senses:
            return self
        known = self._narrowed.get(senses)
        if known is None:
            known = self._narrowed[senses] = Surface(self.name, self.clitic, senses)
        return known


@dataclass(slots=True, eq=False)
class Hit:
    """A name found at ``start:end`` of the folded text; ``first`` and ``last`` are the indices of its words."""

    start: int
    end: int
    first: int
    last: int
    surface: Surface
    score: float = 0.0
    #: Weights of the words before, noted once by `geo.recognise.context.look`.
    before: float = 0.0
    person: float = 0.0
    #: An adjective inside the name of a body of its own country.
    national: bool = False

    def narrow(self, senses: tuple[Sense, ...]) -> bool:
        """Keep only some of the readings; tell whether any is left."""
        if senses and senses is not self.surface.senses:
            self.surface = self.surface.narrowed(senses)
        return bool(senses)

    @property
    def best(self) -> Sense:
        """The reading with the highest prior."""
        return self.surface.best

    @property
    def senses(self) -> tuple[Sense, ...]:
        """What the name may mean."""
        return self.surface.senses

    @property
    def clitic(self) -> str:
        """The proclitic before the name."""
        return self.surface.clitic

    @property
    def is_adjective(self) -> bool:
        """Tell whether the likeliest reading is an adjective or demonym."""
        return self.surface.best.form == "adjective"

    @property
    def size(self) -> int:
        """Length in characters."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a folded text: spans and strings, parallel.

    ``text`` is what names are looked up in: hashtags have spaces for underscores, web addresses are blotted out;
    ``raw`` keeps the underscores. Both have the same length. ``gaps`` are what stands before each word and at the end.
    """

    text: str
    raw: str
    starts: list[int]
    ends: list[int]
    forms: list[str]
    gaps: list[str]

    def between(self, index: int) -> str:
        """Return what stands between word ``index`` and the next."""
        return self.gaps[index + 1] if -1 <= index < len(self.forms) else "\n"


def words_of(text: str) -> Words:
    """Cut a folded text into words; underscores of hashtags count as spaces."""
    if any(mark in text for mark in _ADDRESS_MARKS):
        text = _RUN.sub(_blot, text)
    starts, ends = runs(_WORD.mask(codes_of(text)))
    forms = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    gaps = [text[end:start] for end, start in zip(ends, starts[1:], strict=False)]
    return Words(text.replace("_", " "), text, starts, ends, forms, ["\n", *gaps, "\n"])


def _blot(match: re.Match[str]) -> str:
    """Blot out a run of characters that is a web address or a handle, keeping its length."""
    run = match.group()
    return "|" * len(run) if any(mark in run for mark in _ADDRESS_MARKS) else run
