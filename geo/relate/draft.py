"""An event while it is being read: what will become a `geo.records.Event`, or a reason why it did not."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.records import ActorRole, EventDate, EventPlace, Span, Tense
from geo.signs import Trigger


@dataclass(slots=True, eq=False)
class Draft:
    """One telling of one act."""

    type: str
    mode: str
    rule: str
    trigger: Trigger
    sentence: int
    actors: tuple[tuple[str, ActorRole], ...]
    people: dict[str, tuple[str, ...]]
    date: EventDate | None = None
    place: EventPlace | None = None
    #: Of a visit: the country of its place.
    host: str = ""
    #: Country of its place.
    land: str = ""
    tense: Tense = "past"
    #: Told as one more act beside those told before («также»).
    another: bool = False
    score: float = 0.5
    roles: tuple[tuple[str, Span], ...] = ()
    #: Why the rules would not count it, where it is told all the same (`geo.relate.likely`).
    doubt: str = ""
    #: Further tellings of the same act: (sentence, trigger).
    told: list[tuple[int, Trigger]] = field(default_factory=list)

    @property
    def parties(self) -> frozenset[str]:
        """Ids of all parties."""
        return frozenset(identity for identity, _ in self.actors)

    def retell(self, other: Draft) -> None:
        """Become another telling of an act: its parties take part, and what this one does not tell is as there."""
        self.actors, self.people, self.host = other.actors, dict(other.people), other.host
        self.date = self.date or other.date
        if self.place is None:
            self.place, self.land = other.place, other.land


@dataclass(frozen=True, slots=True)
class Refusal:
    """A trigger that told of no event, and why."""

    trigger: Trigger
    sentence: int
    reason: str


def dates_agree(first: EventDate | None, second: EventDate | None) -> bool:
    """Tell whether two dates may be one; an unknown bound agrees with everything."""
    if first is None or second is None:
        return True
    later = first.hi is not None and second.lo is not None and first.hi < second.lo
    earlier = second.hi is not None and first.lo is not None and second.hi < first.lo
    return not (later or earlier)
