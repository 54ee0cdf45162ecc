"""Make parties of mentions and chunks: whom a name, an office or a capital acts for, and where it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.records import Entity, Mention
from geo.relate.cases import cases_of_chunk, cases_of_mention, people_cases
from geo.relate.scene import Party
from geo.signs import Chunk

#: Capitals that act for a union of states rather than for their own: Brussels.
_SEATS = {"geonames:2800866": "org:eu"}


class Cast:
    """Makes parties of mentions and chunks.

    Parameters
    ----------
    entities
        Entities by id; it may be any mapping that knows the entities of the mentions and the states of persons.
    mentions, chunks
        The document's.
    """

    def __init__(self, entities: Mapping[str, Entity], mentions: Sequence[Mention], chunks: Sequence[Chunk]) -> None:
        self._entities = entities
        self._mentions = {one.id: one for one in mentions}
        self._sites = {one.id: one.entity for one in mentions if one.kind == "place" and one.form != "adjective"}
        covered = {identity for chunk in chunks for identity in chunk.mentions}
        parties = sorted(
            (
                party
                for party in (
                    *(self._of_chunk(chunk) for chunk in chunks),
                    *(self._of_mention(one) for one in mentions if one.id not in covered and one.form != "in_name"),
                )
                if party is not None
            ),
            key=lambda party: party.start,
        )
        self.parties = [one for one, before in zip(parties, [None, *parties], strict=False) if not _owned(one, before)]

    def state_of(self, identity: str | None) -> str | None:
        """Return the state or organisation that an entity acts for, None where it has none."""
        if identity is None:
            return None
        entity = self._entities.get(identity)
        if entity is None:
            return identity if identity.startswith(("country:", "org:")) else None
        if entity.kind in {"country", "organisation"}:
            return identity
        if entity.kind == "person":
            if entity.members:
                return entity.members[0]
            return f"country:{entity.country}" if entity.country else None
        return None

    def _capital_of(self, entity: Entity) -> str | None:
        if entity.kind != "city" or not entity.country:
            return None
        state = self._entities.get(f"country:{entity.country}")
        return state.id if state is not None and state.capital == entity.id else None

    def _of_chunk(self, chunk: Chunk) -> Party | None:
        actor = self.state_of(chunk.actor) or self.state_of(chunk.person)
        people = (chunk.person,) if chunk.person else ()
        if actor is None and not people and chunk.kind != "counterpart":
            return None
        reference = "counterpart" if chunk.kind == "counterpart" and actor is None else ""
        return Party(
            chunk.start,
            chunk.end,
            (actor,) if actor else (),
            people,
            self._site_of(chunk),
            reference=reference,
            head=chunk.head,
            clitic=chunk.clitic,
            cases=cases_of_chunk(chunk, self._mentions, self._entities),
        )

    def _site_of(self, chunk: Chunk) -> str | None:
        """Return the building that a body is named by («قصر بيان», the Kremlin): it may be where they met."""
        identity = self._sites.get(chunk.mentions[0]) if chunk.kind == "body" and len(chunk.mentions) == 1 else None
        entity = self._entities.get(identity) if identity else None
        return identity if entity is not None and entity.kind == "facility" else None

    def _of_mention(self, mention: Mention) -> Party | None:
        if mention.entity is None or (entity := self._entities.get(mention.entity)) is None:
            return None
        actor = self.state_of(mention.entity)
        place = None
        if mention.form != "adjective" and entity.kind not in {"organisation", "person", "corridor"}:
            place = mention.entity
        if actor is None:
            if mention.form in {"metonym", "name"} and mention.entity in _SEATS:
                actor = _SEATS[mention.entity]
            elif mention.form == "metonym" and entity.country:
                actor = f"country:{entity.country}"
            elif mention.form == "name":
                actor = self._capital_of(entity)
        if actor is None and place is None:
            return None
        people = people_cases(mention) if mention.form == "adjective" else frozenset()
        return Party(
            mention.start,
            mention.end,
            (actor,) if actor else (),
            (mention.entity,) if entity.kind == "person" else (),
            place,
            weak=mention.form == "adjective" and not people,
            clitic=mention.clitic,
            cases=people or cases_of_mention(mention, entity),
        )


def _owned(party: Party, before: Party | None) -> bool:
    """«الحرس الثوري الإيراني»: an adjective right after a body tells whose the body is and is no party."""
    if before is None or before.weak or before.place is not None or party.clitic:
        return False
    return party.weak and 0 <= party.start - before.end <= 1
