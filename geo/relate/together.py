"""What the acts of one sentence tell of each other: where and when they met, what is to come, which is the frame."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from geo.records import Basis
from geo.relate.casting import MUTUAL
from geo.relate.draft import Draft, dates_agree
from geo.relate.scene import Scene
from geo.relate.when import opened_by


def settle(scene: Scene, fresh: list[Draft]) -> None:
    """Complete the acts of a sentence by one another."""
    _look_ahead(scene, fresh)
    _meet_abroad(fresh)
    _act_during(scene, fresh)
    _go_and_act(fresh)
    _sign_there(fresh)


def _look_ahead(scene: Scene, fresh: list[Draft]) -> None:
    """«إلى جانب لقائه بنظيره، سيناقش ...»: an act beside one that is still to come is to come as well."""
    for index, one in enumerate(fresh):
        beside = one.trigger.part == "noun" and one.trigger.suffix and one.date is None and one.tense == "past"
        if not beside or opened_by(scene, scene.items.index(one.trigger)) == "sequel":
            continue
        if any(two.tense == "future" and two.parties & one.parties for two in fresh[index + 1 :]):
            one.tense = "future"


def is_frame(draft: Draft, fresh: list[Draft]) -> bool:
    """«التقى ... خلال زيارته لتركمانستان، وناقشا ...»: the visit tells where two others met."""
    met = (one for one in fresh if one.type == "CONSULT" and one.mode != "visit")
    return draft.mode == "visit" and any(draft.host not in one.parties and one.parties & draft.parties for one in met)


def _act_during(scene: Scene, fresh: list[Draft]) -> None:
    """«will hold talks with Kuwait during a visit of its emir»: what is done during a visit has its day and place."""
    for visit in fresh:
        if visit.mode != "visit" or opened_by(scene, scene.items.index(visit.trigger)) != "during":
            continue
        for act in fresh:
            if (
                act is not visit
                and act.type in MUTUAL
                and act.parties & visit.parties
                and dates_agree(act.date, visit.date)
            ):
                _lend(visit, act)


def _go_and_act(fresh: list[Draft]) -> None:
    """«وارد کابل شد و ... گفت‌وگو کرد»: where verbs stand last, what is told behind a visit was done there."""
    for visit, act in pairwise(fresh):
        entry = visit.trigger.entry
        if visit.mode != "visit" or entry is None or not entry.verb_last or act.type not in MUTUAL:
            continue
        if act.parties & visit.parties and visit.tense == act.tense and dates_agree(act.date, visit.date):
            _lend(visit, act)


def _sign_there(fresh: list[Draft]) -> None:
    """«agreed ..., he said after talks in Ohrid on Saturday»: where and when the same sentence has them meet."""
    for deal in fresh:
        meeting = next((one for one in fresh if one.type == "CONSULT" and one.parties & deal.parties), None)
        if deal.type != "AGREE" or meeting is None or meeting.tense != deal.tense:
            continue
        if dates_agree(deal.date, meeting.date):
            _lend(meeting, deal)
            if meeting.mode != "visit" and meeting.parties <= deal.parties:
                _lend(deal, meeting)


def _lend(one: Draft, other: Draft) -> None:
    """Give an act the day and the place of another at the same table, where it has none of its own."""
    if other.place is None and one.place is not None:
        basis: Basis = "inferred" if one.place.basis == "inferred" else "inherited"
        other.place, other.land = replace(one.place, basis=basis), one.land
    if other.date is None and one.date is not None:
        other.date = replace(one.date, flags=tuple(dict.fromkeys((*one.date.flags, "inherited"))))


def _meet_abroad(fresh: list[Draft]) -> None:
    """«التقى ... خلال زيارته ل...»: a meeting without a venue was where one of them visited a third state."""
    for visit in fresh:
        if visit.mode != "visit" or visit.place is None or not visit.trigger.suffix:
            continue
        for meeting in fresh:
            if meeting.type == "CONSULT" and meeting.place is None and visit.land not in meeting.parties:
                meeting.place = replace(
                    visit.place, basis="inferred" if visit.place.basis == "inferred" else "inherited"
                )
                meeting.land = visit.land
