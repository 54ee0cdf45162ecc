"""What a reader keeps in mind from sentence to sentence: who acted last, which two are spoken of, which meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geo.relate.draft import Draft
from geo.relate.scene import Party

#: Acts of two sides that «البلدان» may point back to.
_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})


@dataclass(slots=True)
class Discourse:
    """The memory of one document."""

    subject: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()
    #: The pair that was spoken of before it.
    pair_before: tuple[str, ...] = ()
    meeting: Draft | None = None
    #: The sentence that last named two parties together.
    paired: int = -1

    def actors(self, party: Party) -> tuple[str, ...]:
        """Return whom a party stands for, references to earlier parties resolved."""
        return unique(identity for one in (party.group or [party]) for identity in self._of(one))

    def _of(self, party: Party) -> tuple[str, ...]:
        if party.reference == "pair":
            return self.pair
        return self.subject if party.reference == "self" else party.actors

    def heard(self, subject: tuple[str, ...], people: tuple[str, ...]) -> None:
        """Remember who acted or spoke last."""
        if len(subject) <= 1:
            self.subject, self.people = subject, people

    def named_together(self, parties: tuple[str, ...], sentence: int) -> None:
        """Remember two parties that a sentence names side by side."""
        if len(parties) == 2:  # noqa: PLR2004 - a pair
            if set(parties) != set(self.pair):
                self.pair_before = self.pair
            self.pair, self.paired = parties, sentence

    def met(self, draft: Draft, *, aside: bool = False) -> None:
        """Remember the parties of an event, and the meeting that «هذا اللقاء» will point to.

        ``aside`` says that the event only frames another one, whose pair is still spoken of.
        """
        parties = unique(identity for identity, _ in draft.actors)
        if len(parties) == 2 and not aside and draft.type in _TOGETHER:  # noqa: PLR2004 - a pair
            self.pair = parties
        if draft.type == "CONSULT" and not self._tells_less(draft):
            self.meeting = draft

    def _tells_less(self, draft: Draft) -> bool:
        """Tell whether a meeting without a day is a second telling of the one of the same parties that has one.

        In one sentence, one without day and place is a second telling in any case.
        """
        last = self.meeting
        if last is None or last.parties != draft.parties or draft.date is not None:
            return False
        beside = last.sentence == draft.sentence and draft.place is None
        return beside or (last.date is not None and last.tense == draft.tense)


def unique(identities: Iterable[str]) -> tuple[str, ...]:
    """Return the identities in order, each once."""
    return tuple(dict.fromkeys(identities))
