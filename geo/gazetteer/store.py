"""The gazetteer: entities and what names may mean, read from the built data and never changed."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from geo.errors import UnknownEntity
from geo.gazetteer import user, vocalised
from geo.gazetteer.entities import GEONAMES, Cities, entity_of, read_others
from geo.gazetteer.lookup import LONGEST, Names
from geo.gazetteer.names import COMBINING, ECHO, FORMS, Flags, Sense, city_weight, kind_weight, language_bit, script_of
from geo.text.fold import fold_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.records import Entity
from geo.gazetteer.spellings import edits, spellings
from geo.gazetteer.vocalised import is_vocalised
from geo.settings import Settings

Match = tuple[int, tuple[Sense, ...]]
_LANGUAGE_OF_SCRIPT: Final = {"latn": "en", "cyrl": "ru", "arab": "ar"}
_PRIOR_SCALE: Final = 255
_SMALLEST_PRIOR: Final = 0.001
#: What a weak name loses against others of the same string.
_WEAK_LOSS: Final = 2.0


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held: of which state or organisation, which office, from and to when (None: open)."""

    entity: str
    office: str
    start: dt.date | None = None
    end: dt.date | None = None


class Gazetteer:
    """Read-only access to the built gazetteer; open it with `Gazetteer.open`."""

    def __init__(self, built: Path, own: Path | None = None) -> None:
        self._built = built
        self._cities = Cities(built / "cities.npz")
        self._others = read_others(built / "entities.json.gz")
        self._row_of = {fields["id"]: len(self._cities) + i for i, fields in enumerate(self._others)}
        self._iso3 = {e["country"]: e["code"] for e in self._others if e["kind"] == "country"}
        self._capitals = {e.get("capital") for e in self._others if e["kind"] == "country"}
        self._names: dict[str, Names] = {}
        self._entities: dict[int, Entity] = {}
        self._senses: dict[tuple[str, str], tuple[Sense, ...]] = {}
        self._spellings = vocalised.read(built / "vocalised.json")
        self._own = user.Places(own, self._iso3) if own else None
        self._by_id: dict[str, Entity] = dict(self._own.entities) if self._own else {}

    @classmethod
    def open(cls, settings: Settings) -> Gazetteer:
        """Open the built gazetteer of ``settings``, and the user's own over it; the same files are opened once.

        Raises
        ------
        geo.errors.DataError
            If built data is missing or damaged.
        geo.errors.UnreadableInput
            If the user's own gazetteer cannot be read.
        """
        own = settings.gazetteer
        return _opened(settings.built, own, own.stat().st_mtime_ns if own and own.exists() else 0)

    def entity(self, entity_id: str) -> Entity:
        """Return an entity by id.

        Raises
        ------
        geo.errors.UnknownEntity
            If the gazetteer does not hold the id.
        """
        known = self._by_id.get(entity_id)
        if known is None:
            known = self._by_id[entity_id] = self._entity(self._known_row(entity_id))
        return known

    def knows(self, entity_id: str) -> bool:
        """Tell whether the gazetteer holds an entity id."""
        return entity_id in self._by_id or entity_id in self

    def __contains__(self, entity_id: str) -> bool:
        return self._row(entity_id) is not None or bool(self._own and entity_id in self._own.entities)

    def names_at(self, folded: str, start: int, language: str) -> list[Match]:
        """Return (end, readings) of every name that begins at ``start`` of a folded text, shortest first.

        Parameters
        ----------
        folded
            Text folded by `geo.text.fold.fold`.
        start
            Offset in the folded text at which a name should begin.
        language
            Language of the text; names in another script than its own are looked up in that script's language.
        """
        script = script_of(folded[start : start + 1] or " ")
        matches: list[Match] = []
        if script is not None and (found := self._script(script).at(folded, start)):
            spoken = _spoken(script, language)
            named = ((end, self._readings(script, name, spoken)) for end, name in found)
            matches = [(end, senses) for end, senses in named if senses]
        if self._own and (own := self._own.at(folded, start)):
            matches = sorted({**dict(matches), **dict(own)}.items())
        return matches

    def begins(self, word: str, language: str) -> bool:
        """Tell whether any name, of one word or of several, begins with a whole folded word."""
        script = script_of(word[:1] or " ")
        return (script is not None and bool(language) and self._script(script).begins(word)) or bool(
            self._own and self._own.begins(word)
        )

    def seconds(self, word: str, language: str) -> frozenset[str]:
        """Return the second words of names that begin with a folded word; "" where one ends in a mark."""
        script = script_of(word[:1] or " ")
        built = self._script(script).seconds(word) if script is not None and language else frozenset()
        return built | self._own.seconds(word) if self._own else built

    def goes_on(self, text: str) -> bool:
        """Tell whether a longer name begins with a folded text."""
        script = script_of(text[:1] or " ")
        return bool((script and self._script(script).goes_on(text)) or (self._own and self._own.goes_on(text)))

    def find(self, name: str, language: str | None = None) -> list[tuple[Sense, Entity]]:
        """Return all that a whole name may mean, the likeliest first.

        Parameters
        ----------
        name
            The name as a person would type it, in any spelling that folding makes one.
        language
            Only names of this language; all languages if None.
        """
        found: dict[tuple[str, str], Sense] = {}
        for sense in self._senses_of(name, language):
            found.setdefault((sense.entity, sense.form), sense)
        agreeing = {sense.entity for sense in self.vocalised(name, tuple(found.values()))}
        ranked = sorted(found.values(), key=lambda s: (s.entity in agreeing, likelihood(s)), reverse=True)
        return [(sense, self.entity(sense.entity)) for sense in ranked]

    def suggest(self, name: str, limit: int = 5) -> list[Entity]:
        """Return what a misspelt name may have meant: entities whose names are one letter away, the likeliest first."""
        folded = fold_name(name)
        script = script_of(folded[:1] or " ")
        if script is None or len(folded) > LONGEST:
            return []
        names = self._script(script)
        near = (near for near in edits(folded, script) if near in names)
        senses = [
            s for found in near for spoken in _languages(script, None) for s in self._readings(script, found, spoken)
        ]
        ranked = dict.fromkeys(sense.entity for sense in sorted(senses, key=likelihood, reverse=True))
        return [self.entity(entity_id) for entity_id in list(ranked)[:limit]]

    def vocalised(self, surface: str, senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
        """Return the senses that agree best with the diacritics of an original surface; all where it has none."""
        if not is_vocalised(surface):
            return senses
        return vocalised.best(surface, senses, self._spellings.get(fold_name(surface), {}))

    def _senses_of(self, name: str, language: str | None) -> Iterator[Sense]:
        """Yield the readings of a name as it is; if there is none, of the name with or without article or clitic."""
        for folded in spellings(fold_name(name)):
            script = script_of(folded[:1] or " ")
            own = self._own.named(folded) if self._own else ()
            built: list[Sense] = []
            for spoken in _languages(script, language) if script else ():
                built.extend(self._readings(script or "", folded, spoken))
            if own or built:
                yield from own or built
                return

    def offices(self, person: str) -> tuple[Office, ...]:
        """Return the offices of a person, none for an entity that is no person."""
        return tuple(
            Office(o["entity"], o["office"], _day(o.get("from")), _day(o.get("to")))
            for o in self._extra(person).get("offices", ())
        )

    def stands_for(self, entity_id: str) -> str | None:
        """Return the state that a palace, army or agency stands for, None if it stands for itself."""
        found: str | None = self._extra(entity_id).get("stands_for")
        return found

    def place_class(self, entity_id: str) -> str | None:
        """Return the curated class of an entity (sea, strait, port, bloc, party ...), None if it has none."""
        return cast("str | None", self._extra(entity_id).get("class"))

    def admin_parent(self, entity_id: str) -> Entity | None:
        """Return the first-level province that a city lies in, None if unknown."""
        admin = self.entity(entity_id).admin
        return self.entity(admin) if admin and admin in self else None

    def _extra(self, entity_id: str) -> dict[str, Any]:
        if self._own and entity_id in self._own.entities:
            return {}
        row = self._known_row(entity_id)
        return self._others[row - len(self._cities)] if row >= len(self._cities) else {}

    def _known_row(self, entity_id: str) -> int:
        row = self._row(entity_id)
        if row is None:
            raise UnknownEntity(f"no entity {entity_id!r} in the gazetteer of {self._built}")
        return row

    def _row(self, entity_id: str) -> int | None:
        row = self._row_of.get(entity_id)
        if row is None and entity_id.startswith(GEONAMES) and entity_id[len(GEONAMES) :].isdecimal():
            row = self._cities.row(int(entity_id[len(GEONAMES) :]))
        return row

    def _entity(self, row: int) -> Entity:
        known = self._entities.get(row)
        if known is None:
            city = row < len(self._cities)
            fields = self._cities.fields(row) if city else self._others[row - len(self._cities)]
            known = self._entities[row] = entity_of(fields, self._iso3.get(fields.get("country")))
        return known

    def _weight(self, row: int, entity: Entity) -> float:
        if row < len(self._cities):
            return city_weight(entity.population, capital=entity.id in self._capitals)
        stored: float | None = self._others[row - len(self._cities)].get("weight")
        return kind_weight(entity.kind) if stored is None else stored

    def _script(self, script: str) -> Names:
        names = self._names.get(script)
        if names is None:
            stem = self._built / f"names.{script}"
            names = self._names[script] = Names(Path(f"{stem}.marisa"), Path(f"{stem}.npz"))
        return names

    def _readings(self, script: str, name: str, language: str) -> tuple[Sense, ...]:
        key = (name, language)
        senses = self._senses.get(key)
        if senses is None:
            bit = language_bit(language)
            unpacked = ((row, Flags.unpack(flags), prior) for row, flags, prior in self._script(script).readings(name))
            senses = self._senses[key] = tuple(
                self._sense(row, flags, prior) for row, flags, prior in unpacked if flags.languages & bit
            )
        return senses

    def _sense(self, row: int, flags: Flags, prior: int) -> Sense:
        entity = self._entity(row)
        return Sense(
            entity=entity.id,
            form=FORMS[flags.form],
            kind=entity.kind,
            prior=prior / _PRIOR_SCALE,
            country=entity.country,
            population=entity.population,
            weak=flags.weak,
            cased=flags.cased,
            combining=flags.form == COMBINING,
            weight=self._weight(row, entity),
            echo=flags.form == ECHO,
        )


def likelihood(sense: Sense) -> float:
    """Return a sort key: how often news means this by the string, on a logarithmic scale."""
    doubt = _WEAK_LOSS if sense.weak else 0.0
    return sense.weight - doubt + math.log10(max(sense.prior, _SMALLEST_PRIOR))


def _languages(script: str, language: str | None) -> list[str]:
    """Return in which languages a whole name of a script is looked up."""
    if language and _spoken(script, language) == language:
        return [language]
    return ["ar", "fa"] if script == "arab" else [_LANGUAGE_OF_SCRIPT[script]]


def _spoken(script: str, language: str) -> str:
    """Return in which language a word of a script is read in a text of a language."""
    if script == "arab":
        return "fa" if language == "fa" else "ar"
    return _LANGUAGE_OF_SCRIPT[script]


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


@lru_cache(maxsize=4)
def _opened(built: Path, own: Path | None, changed: int) -> Gazetteer:  # noqa: ARG001 - a changed file is read again
    return Gazetteer(built, own)
