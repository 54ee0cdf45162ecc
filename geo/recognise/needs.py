"""Find the noun that a verb needs to tell of an act: «أجرى ... اتصالا», "a deal had been signed"."""

from __future__ import annotations

from geo.recognise.trigger_table import Reading, TriggerTable

#: How many words after its verb the noun of a collocation may stand («أجرى الرئيس ... اتصالا»).
_NEED_REACH = 9
#: The same where two parties with full titles stand between («وقع الرئيس ... والرئيس ... إعلانا»).
_FULL_REACH = 20
_FULL = frozenset({"sign", "deliver", "talks", "call"})
#: The same for a verbal noun («فتح أول سفارة لها»).
_ACT_REACH = 5
#: And how many words before it («a deal had been signed»).
_BEFORE_REACH = 6
#: The same for a guest before the verb that receives him.
_GUEST_REACH = 3
#: The same where the verb stands last.
_FINAL_REACH = 25


def need_after(table: TriggerTable, reading: Reading, tokens: list[tuple[str, int, int]], at: int) -> int:
    """Return how many words after its verb the noun of a collocation stands; 0 where it does not."""
    if reading.entry is None:
        return 0
    entry, needs = reading.entry, reading.entry.needs
    if entry.verb_last and not reading.shape.noun:
        return 0
    full = _FULL_REACH if entry.mode in _FULL else _NEED_REACH
    reach = _ACT_REACH if reading.shape.noun else full
    reach += 2 if tokens[at + 1 : at + 2] and tokens[at + 1][0] == '"' else 0  # a name in quotation marks
    for distance, (word, _, _) in enumerate(tokens[at + 1 : at + 1 + reach], start=1):
        if word in ".؟?!؛\n" or (word == "," and _clause_begins(table, tokens, at + 1 + distance)):
            return 0
        if (
            word in needs
            or (entry.stems and word.startswith(entry.stems))
            or (word[0] in "وبلاف" and not needs.isdisjoint(table.stripped[word]))
        ):
            return distance
    return 0


def need_before(table: TriggerTable, reading: Reading, tokens: list[tuple[str, int, int]], at: int) -> int:
    """Return how many words before its verb its noun stands («a deal had been signed»), farther than any after it."""
    if reading.entry is None or not (reading.entry.before or _takes_up(reading)):
        return 0
    if table.language == "en" and not _may_follow(table, reading, tokens, at):
        return 0
    reach = _FINAL_REACH if reading.entry.verb_last else _BEFORE_REACH
    if table.language == "ru" and reading.entry.mode == "sign":  # «сделка между ... и ... была подписана»
        reach = _FINAL_REACH if reading.shape.passive else _NEED_REACH
    if table.language == "ru" and reading.entry.type == "CONSULT":  # «решение о высылке дипломатов приняли ...»
        reach = _GUEST_REACH if reading.shape.passive else 0
    for distance, (word, _, _) in enumerate(reversed(tokens[max(0, at - reach) : at]), start=1):
        if word in ".؟?!؛\n" or (reading.entry.verb_last and _closes(table, word)):
            return 0
        if word in reading.entry.needs or (reading.entry.stems and word.startswith(reading.entry.stems)):
            return _NEED_REACH + distance
    return 0


def _clause_begins(table: TriggerTable, tokens: list[tuple[str, int, int]], at: int) -> bool:
    """Tell whether a Russian clause begins after a comma («заявил, что ...»): no verb has its noun there."""
    if table.language != "ru" or at >= len(tokens):
        return False
    return any(one.sense in {"that", "relative", "break"} for one in table.read(tokens[at][0]))


def _may_follow(table: TriggerTable, reading: Reading, tokens: list[tuple[str, int, int]], at: int) -> bool:
    """Tell whether the noun of an English collocation may stand before it: of a passive, or as the troops that move."""
    if reading.entry is not None and reading.entry.type in {"RETREAT", "MOBILIZE"}:
        return True
    return any(one.sense == "be" for word, _, _ in tokens[max(0, at - 2) : at] for one in table.read(word))


def _takes_up(reading: Reading) -> bool:
    """«اتفاق وقعه زعماء ...», «المتظاهرون تجمعوا»: a verb of signing with its pronoun, of crowds in the plural."""
    entry, shape = reading.entry, reading.shape
    signed = entry is not None and entry.mode == "sign" and shape.suffix
    return signed or (entry is not None and entry.mode == "demonstrate" and not shape.noun)


def _closes(table: TriggerTable, word: str) -> bool:
    """Tell whether a word closes the clause before, whose nouns belong to another verb."""
    finite = word.endswith(("د", "ت"))
    return finite and any(one.sense in {"light", "report"} for one in table.read(word))
