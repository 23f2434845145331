"""Free text -> communes of the catalogue: names as typed, postcodes, arrondissements, homonyms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from bot.orientation.administrative_areas import Area
from bot.orientation.catalogue import Catalogue
from bot.orientation.departments import (
    Mention,
    areas_in,
    department_numbers,
    departments_of_postcode,
    numbered_area,
)
from bot.orientation.place_names import (
    LARGE,
    Named,
    NameIndex,
    biggest,
    dominant,
    most_like,
    size,
    unique,
)
from bot.orientation.place_text import (
    MASK,
    names_a_place_elsewhere,
    part_name,
    part_number,
    place_words_of,
    postcodes,
    quarter_in,
    without_leading,
)
from bot.orientation.place_words import (
    ARTICLES,
    BIG_CITIES,
    CITY_PARTS,
    LEADING,
    LOCATING,
    TALK,
)
from bot.orientation.territory import Commune

MAX_ASKED_BACK = 5
VERY_LIKE = 90.0


@dataclass(frozen=True)
class PlaceAnswer:
    """status: "found" (one commune), "several" (ask which, biggest first), "outside" (a place that
    the catalogue does not cover), "unknown" (no commune was read; communes is empty).

    area: with "unknown", the department or region that was named without a commune ("en Isère"),
    None when none was.
    """

    status: str
    communes: tuple[Commune, ...] = ()
    area: Area | None = None


UNKNOWN = PlaceAnswer("unknown")
OUTSIDE = PlaceAnswer("outside")


class PlaceIndex:
    """The communes of a catalogue by name and by postcode; built once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._names = NameIndex(catalogue.communes)
        self._by_postcode: dict[str, list[Commune]] = defaultdict(list)
        self._communes = catalogue.communes
        self._departments = {commune.department for commune in catalogue.communes}
        for commune in catalogue.communes:
            for postcode in commune.postcodes:
                self._by_postcode[postcode].append(commune)

    def find(self, text: str) -> PlaceAnswer:
        """The commune that a text names, the few it may mean, or why there is none."""
        said = place_words_of(text, self._names.whole_name_from)
        mentions = self._mentions(said)
        rest = _masked(said, mentions)
        in_words = frozenset(code for mention in mentions for code in mention.area.departments)
        told_apart = in_words | department_numbers(rest)
        typed = postcodes(rest)
        if typed:
            return self._at_postcode(said, typed[-1], told_apart)
        named = [
            one
            for one in self._names.named(rest)
            if told_apart or not _is_a_city_elsewhere(one, rest)
        ]
        parts = self._parts(rest, named)
        if parts is not None:
            return _answer(parts, in_words) if parts else OUTSIDE
        sought = in_words & self._departments
        if named:
            whole = [c for one in named for c in one.whole if c.department in told_apart]
            return _answer(whole or self._closer(named, rest, sought), told_apart, _others(named))
        if names_a_place_elsewhere(rest):
            return OUTSIDE
        misspelt = self._misspelt(rest, sought)
        return _answer(misspelt, told_apart) if misspelt else self._only_an_area(said, mentions)

    def _closer(
        self, named: Sequence[Named], said: Sequence[str], sought: Collection[str]
    ) -> list[Commune]:
        """The communes that are named, or the one whose misspelt name has theirs in it.

        "Clermon Ferran" is not Ferran.
        """
        core = without_leading(said)
        is_part = len(named) == 1 and named[0].length < len(core) <= named[0].length + 3
        misspelt = self._names.misspelt(core, sought, VERY_LIKE) if is_part else []
        return misspelt or _chosen(named, said)

    def _misspelt(self, said: Sequence[str], sought: Collection[str]) -> list[Commune]:
        """What the whole text resembles, or what stands behind its last "à" or "habite"."""
        whole = self._names.misspelt(without_leading(said), sought)
        located = [n for n, word in enumerate(said) if word in LOCATING - {"au", "aux"}]
        if whole or not located:
            return whole
        behind = takewhile(
            lambda word: word not in LEADING | TALK | {MASK}, said[located[-1] + 1 :]
        )
        return self._names.misspelt(list(behind), sought)

    def _mentions(self, said: Sequence[str]) -> list[Mention]:
        """The departments and regions of a text, but those that are the name of a commune here."""
        found = [one for one in areas_in(said) if not self._is_part_of_a_name(said, one)]
        return [one for one in found if not self._is_a_commune(said, one, found)]

    def _is_part_of_a_name(self, said: Sequence[str], mention: Mention) -> bool:
        """ "Neuvy-sur-Loire", "Chalon-sur-Saône": the river of a commune, not an area."""
        end = mention.start + mention.length
        river = said[mention.start - 1] == "sur" if mention.start > 1 else False
        if river and said[mention.start - 2] not in LOCATING | {"suis"}:
            return True
        for start in range(max(0, mention.start - 8), mention.start + 1):
            name_end = start + self._names.whole_name_from(said, start)
            more = [*said[start : mention.start], *said[end:name_end]]
            if name_end >= end and not set(more) <= ARTICLES:
                return True
        return False

    def _is_a_commune(
        self, said: Sequence[str], mention: Mention, mentions: Sequence[Mention]
    ) -> bool:
        """Vienne is a town; la Vienne, en Corrèze, la Réunion are areas; Corrèze (19) is a village.

        A bare name is that of a commune of some size, or of one that the text locates.
        """
        before = said[mention.start - 1] if mention.start else ""
        name = tuple(said[mention.start : mention.start + mention.length])
        communes = [*self._names.exact.get(name, []), *self._names.exact.get((before, *name), [])]
        others = [one.area.departments for one in mentions if one != mention]
        told = department_numbers(said).union(*others)
        if any(commune.department in told for commune in communes):
            return True
        ahead = self._names.exact.get(tuple(without_leading(said[: mention.start])), [])
        if any(commune.department in mention.area.departments for commune in ahead):
            return False
        if name[0] in ARTICLES or before in ARTICLES | {"en", "dans", "du"}:
            return False
        return bool(communes) and (before in LOCATING or biggest(communes) >= LARGE)

    def _at_postcode(
        self, said: Sequence[str], postcode: str, told_apart: frozenset[str]
    ) -> PlaceAnswer:
        here = self._by_postcode.get(postcode, [])
        named = unique(c for one in self._names.named(said) for c in one.communes)
        both = [commune for commune in here if commune in named]
        if both:
            return _answer(both, told_apart)
        if here:
            return _answer(most_like(said, here) or here, told_apart)
        departments = departments_of_postcode(postcode)
        if not departments & self._departments:
            return OUTSIDE if departments else UNKNOWN
        if named:
            return _answer(named, told_apart | departments)
        return _answer(self._chief_town(postcode, departments), told_apart)

    def _chief_town(self, postcode: str, departments: frozenset[str]) -> list[Commune]:
        """People write 69000 for Lyon, whose own postcodes are those of its arrondissements."""
        if not postcode.endswith("000"):
            return []
        return [max((c for c in self._communes if c.department in departments), key=size)]

    def _parts(self, said: Sequence[str], named: Sequence[Named]) -> list[Commune] | None:
        """The arrondissements that a quarter or a number means in the cities that are named, or in
        all; empty when the catalogue has none of them; None when the text names no such part."""
        quarter, number = quarter_in(said), part_number(said)
        names = {commune.name.lower() for one in named for commune in one.communes}
        if quarter and names <= {quarter[0]}:
            return self._part(*quarter) or list(self._names.exact.get((quarter[0],), []))
        if number is None or not names <= set(CITY_PARTS):
            return None
        cities = [city for city in CITY_PARTS if city in said] or list(CITY_PARTS)
        parts = [commune for city in cities for commune in self._part(city, number)]
        return parts or (None if names else [])

    def _part(self, city: str, number: int) -> list[Commune]:
        return self._names.exact.get(part_name(city, number), [])

    def _only_an_area(self, said: Sequence[str], mentions: Sequence[Mention]) -> PlaceAnswer:
        area = mentions[-1].area if mentions else numbered_area(said)
        if area is None:
            return UNKNOWN
        if area.departments & self._departments:
            return PlaceAnswer("unknown", area=area)
        is_bare_number = not mentions and len(said) == 1 and len(said[0]) == 2
        return UNKNOWN if is_bare_number else OUTSIDE


_LIVING = frozenset({"habite", "habitons", "vis", "reside", "loge", "demeure"})
# "Saint-Priest, dans la banlieue de Lyon" is Saint-Priest.
_ELSEWHERE = frozenset(
    {"banlieue", "pres", "proche", "cote", "loin", "travaille", "minutes", "pas", "nord", "sud"}
)


def _is_a_city_elsewhere(one: Named, said: Sequence[str]) -> bool:
    """ "À Nantes" is not Nantes-en-Ratier: a big city that is not here, and a small place whose
    name begins with its name."""
    name = " ".join(said[one.start : one.start + one.length])
    return name in BIG_CITIES and not one.whole and biggest(one.others) < LARGE


def _masked(said: Sequence[str], mentions: Sequence[Mention]) -> list[str]:
    rest = list(said)
    for mention in mentions:
        rest[mention.start : mention.start + mention.length] = [MASK] * mention.length
    return rest


def _chosen(named: Sequence[Named], said: Sequence[str]) -> list[Commune]:
    """The place one lives in, when several are named; all of them when nothing tells."""
    homes = [one for one in named if set(_before(said, one, 2)) & _LIVING]
    away = [one for one in named if set(_before(said, one, 3)) & _ELSEWHERE]
    kept = homes[-1:] if homes and "entre" not in said else []
    kept = kept or [one for one in named if one not in away] or list(named)
    return _without_divided_cities(unique(commune for one in kept for commune in one.communes))


def _without_divided_cities(communes: Sequence[Commune]) -> list[Commune]:
    """ "Lyon, Lyon 8e" is the arrondissement."""
    names = {commune.name.lower() for commune in communes}
    divided = {city for city in CITY_PARTS if any(name.startswith(f"{city} ") for name in names)}
    return [commune for commune in communes if commune.name.lower() not in divided]


def _before(said: Sequence[str], one: Named, count: int) -> Sequence[str]:
    return said[max(0, one.start - count) : one.start]


def _others(named: Sequence[Named]) -> list[Commune]:
    return unique(commune for one in named for commune in one.others)


def _answer(
    communes: Iterable[Commune], told_apart: Collection[str], others: Sequence[Commune] = ()
) -> PlaceAnswer:
    """One commune is found; several are told apart by their departments, or asked back."""
    everywhere = list(communes)
    kept = [c for c in everywhere if c.department in told_apart]
    kept = kept or dominant([c for c in others if c.department in told_apart]) or everywhere
    if not kept:
        return UNKNOWN
    if len(kept) == 1:
        return PlaceAnswer("found", tuple(kept))
    by_size = sorted(kept, key=lambda commune: (-size(commune), commune.insee_code))
    return PlaceAnswer("several", tuple(by_size[:MAX_ASKED_BACK]))
