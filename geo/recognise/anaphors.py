"""Find whom a bare «الوزير», «نظيره», «الحركة» or «المملكة» points back to."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from geo.recognise.actor_memory import GROUPS, group_before, meant_without_article, realm_before
from geo.recognise.actor_names import NAMELESS, teach, unknown_name
from geo.recognise.actor_phrase import is_definite
from geo.recognise.actor_state import Reading, keep
from geo.recognise.party_words import REALM, Head
from geo.records import Mention
from geo.signs import Chunk
from geo.text.fold import fold_name

#: How far behind an office of a state a bare one is of the same state (characters).
_SPOKEN_OF = 400
#: Heads that point back to nobody when they stand alone («المسؤولين», «الدولة»).
_NOT_ALONE = NAMELESS | {
    "diplomacy", "state", "delegation_body", "organisation_body", "group_body", "party_body", "regime"
}  # fmt: skip
#: Heads that stand for nobody without their state where nouns have no article («самолёты», «солдаты»).
_WEAPONS = frozenset({"air_force", "air_defence_missiles", "navy", "troops", "forces"})
#: Heads that often belong to another state than the dateline's, or to a group.
_OF_OTHERS = frozenset({"spokesperson", "ambassador", "envoy", "embassy", "chief", "adviser", "forces", "air_force"})


def _body_in(state: Reading, end: int) -> Mention | None:
    """Return the state of «المجلس العسكري في النيجر»."""
    at = bisect_left(state.mention_starts, end)
    if at >= len(state.mentions) or state.party.language != "ar":
        return None
    mention = state.mentions[at]
    country = mention.form == "name" and (mention.entity or "").startswith("country:") and not mention.clitic
    return mention if country and state.document.text[end : mention.start].strip() == "في" else None


def _meant(state: Reading, chunk: Chunk, words: str, head: Head) -> str | None:
    """Return whom a bare «الوزير», «وزارة الخارجية» or «الحركة» stands for: the one named last, else the dateline's."""
    if state.party.language == "fa":
        return meant_without_article(state, head)
    if state.party.language != "ru" and not is_definite(words):
        return None
    if head.group == REALM:
        return realm_before(state, words.split(maxsplit=1)[0], chunk.start)
    if head.group in GROUPS:
        return group_before(state, words.split(maxsplit=1)[0], chunk.start)
    if head.group in _NOT_ALONE or (state.party.language == "ru" and head.group in _WEAPONS):
        return None
    home = state.home if head.acts_for_state and head.group not in _OF_OTHERS else None
    spoken_of = home if home in state.offices.values() else None
    return state.offices.get(head.group) or spoken_of or _of_state_before(state, chunk, head) or home


def _of_state_before(state: Reading, chunk: Chunk, head: Head) -> str | None:
    """«Правительство Литвы ... Премьер-министр ...»: a bare Russian office is of the state spoken of just before."""
    actor, end = state.last_state
    near = state.party.language == "ru" and bool(actor) and chunk.start - end <= _SPOKEN_OF
    return actor if near and head.acts_for_state and head.group not in _OF_OTHERS else None


def read_anaphor(state: Reading, chunk: Chunk, words: str, head: Head) -> None:
    """Keep a bare «الوزير» or «نظيره» with the actor that its office had last."""
    if head.kind == "counterpart":
        _, stop = unknown_name(state, chunk.end)
        state.chunks.append(replace(chunk, kind="counterpart", end=max(chunk.end, stop)))
    elif head.kind == "body" and (seated := _body_in(state, chunk.end)) is not None:
        keep(state, replace(chunk, kind="body", end=seated.end, actor=seated.entity, mentions=(seated.id,)))
    elif (actor := _meant(state, chunk, words, head)) is not None:
        state.chunks.append(replace(chunk, actor=actor))
        state.covered = chunk.end
    elif head.kind == "office" and head.group not in NAMELESS:
        start, end = unknown_name(state, chunk.end)
        if end > start and fold_name(state.document.text[start:end]).split()[0] in state.party.given_names:
            name = state.document.text[start:end]
            keep(state, teach(state, replace(chunk, kind="office", end=end, person=name), name))
