"""Tell an English noun from the verb that is spelled alike («strikes», «visit», «sanctions») by its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from geo.recognise.trigger_table import Reading, TriggerTable


def english_part(
    table: TriggerTable, readings: Sequence[Reading], tokens: Sequence[tuple[str, int, int]], at: int
) -> Literal["noun", "verb"] | None:
    """Return what a word is that may be both, None where it is not doubtful or nothing tells."""
    nouns = [one for one in readings if one.entry is not None and one.shape.noun]
    verbs = [one for one in readings if one.entry is not None and not one.shape.noun]
    if not nouns or not verbs or any(one.shape.tense != "present" for one in verbs) or tokens[at][0].endswith("ing"):
        return None
    before = tokens[at - 1][0] if at else ""
    after = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    if before in table.neighbours["before_verb"] or after in table.neighbours["after_verb"]:
        return "verb"
    named = before.endswith(("'s", *table.neighbours["adjective_ending"]))
    return "noun" if named or after in table.neighbours["after_noun"] or not after[:1].isalpha() else None
