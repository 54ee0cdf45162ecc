"""What each type of event needs to be one: how many parties, and of what kind."""

from __future__ import annotations

from geo.relate.draft import Draft
from geo.relate.casting import Roles
from geo.signs import Trigger

#: Types whose parties stand on an equal footing.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: Acts of words: they need a speaker and a named target.
VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
#: Acts that have a venue of their own.
PLACED = frozenset({"CONSULT", "AGREE", "COOPERATE", "AID", "RETREAT", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT"})
#: Events that another party may host (CONSULT without a second state is still one).
_ONE_PARTY_MODES = frozenset({"visit"})


def objection(draft: Draft, trigger: Trigger, roles: Roles) -> str:
    """Return why a draft is no event, or an empty string.

    The measure is that of a careful reader: an act with too few known parties is not put on a published map.
    """
    count = len(draft.parties)
    if count == 0:
        return "no party known"
    if roles.under:
        return f"content of another act ({roles.under})"
    if trigger.part == "noun" and not _nominal_holds(draft, trigger, roles, count):
        return (
            f"a noun without an act: {'definite' if trigger.definite else f'{count} parties'}, no date, no verb over it"
        )
    if draft.mode == "visit" and count == 1 and roles.subject is None and not trigger.suffix and _is_host(draft):
        return "visitor not known"
    if count >= 2:  # noqa: PLR2004 - two parties are enough for every type
        return ""
    alone = trigger.entry is not None and trigger.entry.alone
    if draft.type == "CONSULT":
        if draft.mode in _ONE_PARTY_MODES and draft.place is not None:
            return ""
        if roles.open_partner and draft.mode == "talks":
            return ""
        return "" if alone and draft.place is not None else "talks need two parties"
    if draft.type in VERBAL and not alone:
        return "words without a named target"
    if draft.type in {"SANCTION", "AID", "COOPERATE"}:
        return "" if roles.open_partner and draft.type == "COOPERATE" else "one party only"
    if (
        draft.type in {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"}
        and draft.place is None
        and not (alone and trigger.part == "verb")
    ):
        return "neither target nor place known"
    if draft.type == "AGREE" and not alone and trigger.part == "noun":
        return "an agreement needs two parties"
    return ""


def _nominal_holds(draft: Draft, trigger: Trigger, roles: Roles, count: int) -> bool:
    if (
        trigger.definite
        and not roles.asserted
        and not trigger.suffix
        and (draft.date is None or draft.date.ref is None)
    ):
        return False
    if roles.asserted or (roles.between and not (trigger.entry is not None and trigger.entry.patient)):
        return True
    if count >= 2:  # noqa: PLR2004 - both parties named
        return roles.subject is not None or draft.date is not None or draft.type in MUTUAL
    if draft.type == "CONSULT" and trigger.entry is not None and trigger.entry.alone:
        return draft.place is not None and draft.place.precision != "country"
    if draft.mode == "visit":
        return trigger.suffix and draft.place is not None
    return draft.date is not None and draft.date.ref is not None and roles.subject is not None


def _is_host(draft: Draft) -> bool:
    """Tell whether the one party of a visit is only inferred from its place."""
    return draft.actors[0][0] == draft.host
