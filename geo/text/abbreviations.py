"""Abbreviations that end in a full stop without ending a sentence, by language.

Kept beside the splitter, as it must work without any data folder. Lower case, without the stop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENGLISH = """
mr mrs ms dr prof rev hon st sen rep gov gen col lt capt sgt maj adm cmdr pres amb dep sec pvt cpl det supt jr
jan feb mar apr jun jul aug sept sep oct nov dec mt ft no nos vs etc al ca cf fig vol ed eds pp approx dept est ave blvd
rd hwy ala ariz ark calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex
vt va wash wis wyo phila
"""
_RUSSIAN = """
г гг в вв им ул пр просп пер д дом кв стр корп обл р оз о с пос дер м мин ред см ср напр тыс млн млрд трлн руб коп тел
проф акад доц чл гр т тт п пп рис табл ст чел долл ген полк янв февр авг сент окт нояб дек св н э экз экс зам нач сек ч
"""
_ARABIC = "د أ ا م ص ق ج ت ه هـ أ.د ا.د ق.م ص.ب ج.م.ع أ.ف.ب ب.ب د.ب.أ"
_PERSIAN = "ص ق ه م ش د ج ر.ک ق.م ه.ش ه.ق"
_STARTERS = """
the he she it they we in on at but and a an this that these those his her their its for as when while after if there
i you both no some many most mr ms meanwhile however
"""

#: Abbreviations after which a sentence goes on, whatever follows.
ABBREVIATIONS: Mapping[str, frozenset[str]] = {
    "en": frozenset(_ENGLISH.split()),
    "ru": frozenset(_RUSSIAN.split()),
    "ar": frozenset(_ARABIC.split()),
    "fa": frozenset(_PERSIAN.split()),
}

#: Words that seldom go on after an initialism such as "U.S." and so show that it ended a sentence.
STARTERS = frozenset(_STARTERS.split())
