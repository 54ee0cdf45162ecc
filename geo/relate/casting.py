"""The parties of one act while they are being found, and what decides it besides word order."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.relate.scene import Party, Scene
from geo.signs import Trigger, TriggerEntry

#: Longest clause that is searched for parties (characters); a space and a quotation mark between neighbours.
CLAUSE_REACH, BESIDE = 130, 2
#: Types whose target may be hidden in the noun phrase after the verb («أدانت الهجوم الصربي»).
AIMED = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "SANCTION", "COERCE"})

#: Types whose parties stand on an equal footing.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})


@dataclass(slots=True)
class Roles:
    """The parties of one act. ``asserted`` says that a verb stands over a verbal noun."""

    subject: Party | None = None
    others: list[Party] = field(default_factory=list)
    between: bool = False
    asserted: bool = False
    #: A pronoun before the verb («أنها ستوقع»): the speaker is the subject.
    spoken: bool = False
    light: Trigger | None = None
    #: The language does not leave a subject out (English, Russian).
    full: bool = False
    #: The same, whatever part of speech tells the act: under an unknown subject a noun has no remembered one.
    explicit: bool = False
    #: One unknown word may stand between a noun and its party («визит президента Чили»).
    loose: bool = False
    #: The partner is there but not named («محادثات مع عدد من الدول»).
    open_partner: bool = False
    #: What is praised or denounced is an act told by a definite noun («أدانت الهجوم»).
    about_act: bool = False
    #: Type of the event trigger in whose content this noun stands.
    under: str = ""
    #: Parties before a Russian verb that stand in the case of an object.
    fronted: list[Party] = field(default_factory=list)
    #: The verb stands last: goal and object stand before the act (Persian).
    last: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """One trigger in its scene, whose parties are looked for. ``whole`` takes all parties of the clause (Persian)."""

    scene: Scene
    at: int
    trigger: Trigger
    entry: TriggerEntry
    roles: Roles
    whole: bool = False
    #: The verb stands last in its clause.
    final: bool = False
    #: A passive: who stands before the verb suffers the act.
    turned: bool = False

    @property
    def noun(self) -> bool:
        """Tell whether the trigger is a noun."""
        return self.trigger.part == "noun"


def topic_of(scene: Scene) -> Party | None:
    """Return who a sentence is about: its first party that no preposition governs."""
    for item in scene.items:
        if isinstance(item, Party) and item.prep is None and not item.weak and not item.genitive and acts(item):
            return item
    return None


def names_any(roles: Roles) -> bool:
    """Tell whether the sentence names a party of the act."""
    return roles.subject is not None or bool(roles.others)


def acts(party: Party) -> bool:
    """Tell whether a party can take part in an act (a mere place cannot)."""
    return bool(party.actors or party.people or party.reference)
