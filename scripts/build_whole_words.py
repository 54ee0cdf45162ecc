"""List Arabic words that only look like a proclitic and a place (كبيرا is no ك + بيرا): they are never cut.

A word that is more frequent than the name left after cutting it is a word of its own. Reads the built gazetteer; writes
``data/built/lexicon/whole.json``: word -> offsets at which it is not cut. Word frequencies: wordfreq (CC BY-SA 4.0);
only the words are kept.
"""

from __future__ import annotations

import json

import wordfreq
from folders import BUILT

from geo.gazetteer.store import Gazetteer
from geo.recognise.clitics import cuts
from geo.settings import Settings
from geo.text.fold import fold_name

TARGET = BUILT / "lexicon" / "whole.json"
#: A cut is accidental where the word has at least this share of the frequency of the name.
SHARE = 0.6


def frequencies() -> dict[str, float]:
    """Return the frequency of each folded Arabic word."""
    added: dict[str, float] = {}
    for word, share in wordfreq.get_frequency_dict("ar", wordlist="best").items():
        folded = fold_name(word)
        added[folded] = added.get(folded, 0.0) + share
    return added


def main() -> None:
    """Write the list."""
    known = frequencies()
    gazetteer = Gazetteer.open(Settings(data=BUILT.parent))
    whole: dict[str, list[int]] = {}
    for word, share in known.items():
        for cut in cuts(word, "ar"):
            name = ("ال" if cut.elided else "") + word[cut.offset :]
            is_name = any(end == len(name) for end, _ in gazetteer.names_at(name, 0, "ar"))
            if cut.offset and is_name and share > SHARE * known.get(name, 0.0):
                whole.setdefault(word, []).append(cut.offset)
    TARGET.write_text(json.dumps({"ar": whole}, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(whole)} words")


if __name__ == "__main__":
    main()
