"""Which of the things named in a message are refused, and which are said to be fine.

Asked what is impossible, people list it ("la nuit"), deny it ("pas la nuit ni le dimanche") or
accept it ("la nuit me va"). So a thing that is named is refused unless a word judges it fine,
after it ("ça va") or before it ("je veux bien").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_UNDENIED = r"(?! (?:vraiment |surtout |absolument |trop )?(?:pas|plus|jamais|que)\b)"
_TROUBLE = "(?:soucis?|problemes?|pb|inconvenients?)"
_ACCEPTS = (
    rf"(?:pas|aucuns?|sans|zero) (?:de |d )?(?:{_TROUBLE})",
    rf"(?:je )?(?:peux|pourrais|supporte|tolere|gere)(?: tres| bien| faire)*{_UNDENIED}",
    rf"(?:veux|voudrais) bien|(?:j )?(?:aime|adore|accepte)(?: bien)?{_UNDENIED}",
    f"(?:prefere|recherche|cherche|disponible|dispo){_UNDENIED}",
    "pas peur|pas contre|habituee?|j ai l habitude|(?:d accord|partante?|oui) (?:pour|avec)",
)
_ACCEPTS_IN_PLACE = (
    "(?:me )?(?:derange|gene|embete|ennuie|fatigue|fait|font)(?:nt)?(?: pas| rien| plus)+"
    "(?: du tout| peur)?",
    r"(?:ca |cela )?(?:me )?(?:va|vont|convient|conviennent|irait)(?: bien| tres)*"
    r"(?! (?:pas|plus)\b)",
    "c est (?:bon|possible|faisable|oui|egal)|(?:m est|est) egal|peu importe",
)
_ACCEPTS_WHAT_PRECEDES = ("oui|ouais|d accord|possible|envisageable",)
_REFUSES = (
    "(?:je )?(?:peux|veux|pourrais|pourrai|supporte|travaille|travaillerai|dois|aime|prefere) "
    "(?:vraiment |surtout |absolument |trop )?(?:pas|plus|jamais)",
    "pas (?:trop )?(?:disponible|dispo|libre)|jamais|deteste|horreur|du mal",
)
_REFUSES_IN_PLACE = (
    "(?:c est )?(?:pas possible|impossible|mort|complique|non|hors de question)",
    "(?:me )?(?:derange|gene|fatigue)(?:nt)?|(?:va|vont|convient|conviennent) (?:pas|plus)",
    "interdite?s?|contre indiquee?|trop (?:dur|dure|penible|difficile)",
)
_REFUSES_WHAT_FOLLOWS = (
    "pas|plus|sauf|excepte|hormis|a part|ni|sans|aucune?|eviter|evite|evitez|refuse|peur",
)
_TURNS = ("mais", "sinon", "par contre", "en revanche")


def _either(alternatives: tuple[str, ...]) -> str:
    return "|".join(alternatives)


_JUDGES = (
    ("turn", _either(_TURNS)),
    ("accepts", _either(_ACCEPTS)),
    ("refuses", _either(_REFUSES)),
    ("accepts_place", _either(_ACCEPTS_IN_PLACE)),
    ("refuses_place", _either(_REFUSES_IN_PLACE)),
    ("accepts_past", _either(_ACCEPTS_WHAT_PRECEDES)),
    ("refuses_next", _either(_REFUSES_WHAT_FOLLOWS)),
)
_BOTHER = re.compile(r"\b(?:derange|gene|fatigue|penible)")


@dataclass
class _Reading:
    """The line read so far: things named, whether each is refused, and which nothing has judged.

    announced: whether what comes next is refused; None when no word has said it. is_told: whether
    a word has judged it; what is merely named is refused, since that was asked.
    """

    named: list[str] = field(default_factory=list)
    is_refused: list[bool] = field(default_factory=list)
    is_told: list[bool] = field(default_factory=list)
    unjudged: list[int] = field(default_factory=list)
    clause_start: int = 0
    announced: bool | None = None

    def name(self, thing: str) -> None:
        if self.announced is None:
            self.unjudged.append(len(self.named))
        self.named.append(thing)
        self.is_told.append(self.announced is not None)
        self.is_refused.append(self.announced is not False)

    def judge(self, is_refused: bool, place: str) -> None:
        """`place`: "past" judges what was named, "next" what follows, "place" and "" either.

        "place" may change what an earlier word announced: "pas la nuit le samedi ça va".
        """
        here = [index for index in self.unjudged if index >= self.clause_start]
        waiting = here or self.unjudged
        if not waiting and place in ("past", "place") and len(self.named) > self.clause_start:
            waiting = [len(self.named) - 1]
        if place == "next" or (not waiting and place != "past"):
            self.announced = is_refused
            return
        for index in waiting:
            self.is_refused[index] = is_refused
            self.is_told[index] = True
        self.unjudged.clear()

    def pause(self) -> None:
        self.clause_start = len(self.named)

    def turn(self) -> None:
        self.pause()
        self.unjudged.clear()
        self.announced = None


class Things:
    """The things one can name, each with the phrases that name it."""

    def __init__(self, phrases_by_thing: Mapping[str, str]) -> None:
        self._names = tuple(phrases_by_thing)
        named = [(f"thing{i}", said) for i, said in enumerate(phrases_by_thing.values())]
        groups = (f"(?P<{group}>{said})" for group, said in [*named, *_JUDGES])
        self._pattern = re.compile(rf",|\b(?:{'|'.join(groups)})\b")

    def read(self, line: str) -> dict[str, bool]:
        """Each thing named in a heard message -> whether it is refused; said twice, the last.

        "Oui" accepts what precedes it, unless the message is about what bothers ("me dérange").
        """
        reading = self._reading(line)
        return dict(zip(reading.named, reading.is_refused, strict=True))

    def told(self, line: str) -> dict[str, bool]:
        """As `read`, of the things that a word of the line refuses or accepts: nothing was asked,
        so that a thing merely named says nothing."""
        reading = self._reading(line)
        judged = zip(reading.named, reading.is_refused, reading.is_told, strict=True)
        return {thing: is_refused for thing, is_refused, is_told in judged if is_told}

    def _reading(self, line: str) -> _Reading:
        reading = _Reading()
        is_yes_a_bother = bool(_BOTHER.search(line))
        for found in self._pattern.finditer(line):
            self._take(found.lastgroup, reading, is_yes_a_bother)
        return reading

    def _take(self, group: str | None, reading: _Reading, is_yes_a_bother: bool) -> None:
        if group is None:
            reading.pause()
        elif group == "turn":
            reading.turn()
        elif group.startswith("thing"):
            reading.name(self._names[int(group.removeprefix("thing"))])
        else:
            verb, _, place = group.partition("_")
            is_refused = verb == "refuses" or (place == "past" and is_yes_a_bother)
            reading.judge(is_refused, place)
