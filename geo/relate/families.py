"""What each type of event needs to be one: how many parties, and of what kind."""

from __future__ import annotations

from geo.relate.casting import MUTUAL, Roles
from geo.relate.draft import Draft
from geo.signs import Trigger, TriggerEntry

#: Acts of words: they need a speaker and a named target.
VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
#: Acts that have a venue of their own.
_PLACED = frozenset({"CONSULT", "AGREE", "COOPERATE", "AID", "RETREAT", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT"})
#: Acts that fall on a target or at a place.
_PHYSICAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT"})
_PAIR = 2
#: Who arrives and visits nobody («وصلت طائرة سعودية»).
_CRAFT = frozenset({"air_force", "navy", "forces", "troops", "air_defence_missiles"})
#: Acts of other types that happen at a post abroad.
POSTS = frozenset({"embassy", "appoint", "recall"})


def has_venue(entry: TriggerEntry) -> bool:
    """Tell whether an act has a place of its own; words, calls and verdicts have none."""
    return (entry.type in _PLACED and entry.mode != "call") or entry.mode in POSTS


def joint(trigger: Trigger, roles: Roles, first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """«США и Япония провели учения», «مناورات مع ...»: tell whether an exercise is one of several states together."""
    if trigger.entry is None or trigger.part != "noun":
        return False
    against = any(party.prep in {"against", "on", "to"} for party in roles.others)
    several = trigger.entry.mode == "exercise" and len(first) + len(second) >= _PAIR and not against
    return several or (trigger.entry.type == "MOBILIZE" and len(first) >= _PAIR and not second)


def objection(draft: Draft, trigger: Trigger, roles: Roles) -> str:
    """Return why a draft is no event, or an empty string.

    The measure is that of a careful reader: an act with too few known parties is not put on a published map.
    """
    count = len(draft.parties)
    if count == 0:
        return "no party known"
    if draft.mode == "visit" and roles.subject is not None and roles.subject.head in _CRAFT:
        return "troops and craft pay no visits"
    if roles.under:
        return f"content of another act ({roles.under})"
    war = draft.mode == "war" and trigger.part == "noun"
    if war and not (roles.asserted and count >= _PAIR):
        return "a war that no verb begins"
    if not war and trigger.part == "noun" and not _nominal_holds(draft, trigger, roles, count):
        what = "definite" if trigger.definite else f"{count} parties"
        return f"a noun without an act: {what}, no date, no verb over it"
    words = draft.type in VERBAL if roles.loose or roles.full else draft.type == "THREATEN"
    aimless = words and not any(role == "recipient" for _, role in draft.actors)
    return "" if count >= _PAIR and not aimless else _objection_to_one(draft, trigger, roles)


def _objection_to_one(draft: Draft, trigger: Trigger, roles: Roles) -> str:
    """Return why one party alone does not make the event."""
    alone = trigger.entry is not None and trigger.entry.alone
    if draft.type == "CONSULT":
        return _objection_to_guest(draft, trigger, roles, alone=alone)
    told = roles.subject is not None and (trigger.part == "verb" or roles.asserted)
    if draft.type in VERBAL:
        return "" if alone or (told and roles.about_act) else "words without a named target"
    if draft.type in _PHYSICAL:
        struck = draft.type == "ASSAULT" and told and trigger.entry is not None and not trigger.entry.needs
        struck = struck and draft.mode != "clash"  # a clash has two sides
        state = roles.loose and roles.subject is not None and not roles.subject.head  # «Минск задержал ...»
        by_state = draft.type == "COERCE" and told and state
        known = draft.place is not None or struck or by_state or (alone and (trigger.part == "verb" or roles.asserted))
        return "" if known else "neither target nor place known"
    if draft.type == "AID" and (draft.actors[0][1] != "actor" or (trigger.part == "verb" and told)):
        return "" if draft.actors[0][1] == "actor" else "nobody known to help"
    if draft.type == "AGREE":
        bound = trigger.part == "verb" and trigger.entry is not None and bool(trigger.entry.needs)
        if roles.loose and draft.mode == "approve" and not draft.actors[0][0].startswith("org:"):
            return "approved by one state alone"
        return "" if alone or bound else "an agreement needs two parties"
    if draft.type in {"SANCTION", "AID", "COOPERATE"} or draft.mode == "lift":
        return "" if roles.open_partner and draft.type == "COOPERATE" else "one party only"
    return ""


def _objection_to_guest(draft: Draft, trigger: Trigger, roles: Roles, *, alone: bool) -> str:
    if roles.last and draft.mode != "visit" and draft.actors[0][0].startswith("country:") and not roles.open_partner:
        return "talks need two parties"  # «میزبان نشست»
    if draft.mode in {"visit", "host"} and draft.place is not None:
        unknown = roles.subject is None and not trigger.suffix and draft.actors[0][0] == draft.host
        return "visitor not known" if unknown else ""
    if roles.open_partner and draft.mode == "talks":
        return ""
    body = draft.actors[0][0].startswith("org:") and (trigger.part == "verb" or roles.asserted)
    if alone and body:  # «يعقد مجلس الأمن جلسة طارئة»: its members meet
        return ""
    return "" if alone and draft.place is not None else "talks need two parties"


def _nominal_holds(draft: Draft, trigger: Trigger, roles: Roles, count: int) -> bool:
    """Tell whether a noun tells of an act of its own and not of the thing in general."""
    entry = trigger.entry
    dated = draft.date is not None and draft.date.ref is not None
    if trigger.definite and not roles.asserted and not trigger.suffix and not dated:
        return False
    if entry is not None and entry.mode == "accord" and not roles.asserted:
        own = dated and draft.date is not None and "inherited" not in draft.date.flags
        return own and count >= _PAIR and roles.between
    if roles.asserted or (roles.between and not (entry is not None and entry.patient)):
        return True
    if draft.type == "ASSAULT" and draft.mode == "attack" and roles.last and len(_hit(draft)) == 0:
        return False  # «در پاسخ به تجاوز آمریکا و انگلیس»: on whom is not told
    if count >= _PAIR:
        return roles.subject is not None or draft.date is not None or draft.type in MUTUAL
    if draft.type == "CONSULT" and entry is not None and entry.alone:
        return draft.place is not None and draft.place.precision != "country"
    if draft.mode == "visit":
        return trigger.suffix and draft.place is not None
    return dated and roles.subject is not None


def _hit(draft: Draft) -> list[str]:
    return [identity for identity, role in draft.actors if role == "recipient"]
