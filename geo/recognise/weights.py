"""The weights of recognition in logits, set by hand: what one observation adds to the odds that a string is a place."""

from __future__ import annotations

from typing import Final

WEIGHTS: Final = {
    "class before": 2.5,
    "class after": 1.5,
    "preposition": 1.0,
    "weak preposition": 0.2,
    "attached preposition": 0.6,
    "attached conjunction": -0.2,
    "rare proclitic": -1.0,
    "weak name that governs a noun": -3.0,
    "article before a weak name": 1.6,
    "far small place": -2.0,
    "small place in capitals": -3.0,
    "province at home": 1.0,
    "short name behind a proclitic": -1.5,
    "adjective of a country named in the text": 2.5,
    "adjective after an office": 1.5,
    "adjective beside its noun": 1.8,
    "adjective after a given name": -4.0,
    "foreign script": -2.0,
    "common noun of place": -4.0,
    "word for an office": -3.0,
    "day or month beside its date": -5.0,
    "after a verb of speech": 1.5,
    "little known, after a verb of speech": -2.0,
    "agrees with the noun before": -3.0,
    "title before": -2.5,
    "given name before": -2.5,
    "title or given name before a country": -0.7,
    "part of a person's name": -4.0,
    "capitalised unknown word before": -2.0,
    "capitalised unknown word after": -1.2,
    "given name itself": -1.5,
    "initial before": -3.0,
    "sentence begins": -0.7,
    "beside a known place": 0.8,
    "weak country beside a state": 2.2,
    "country named in the text": 0.7,
    "country of a large city with a weak name named": 2.0,
    "country not named in the text": -0.5,
    "named with its class elsewhere": 1.5,
    "a person's name elsewhere": -4.5,
}
#: Kinds whose names stand their ground after a title or a given name («الوزير، العراق ...»).
STEADY: Final = ("country", "organisation", "person", "region")
