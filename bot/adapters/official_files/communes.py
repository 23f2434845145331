"""Communes from the files that each tell a part: names, postcodes, centre, people, basin.

The municipal arrondissements of Paris, Lyon and Marseille are communes here, each with its own
postcode; the people and the postcodes of the whole city are theirs, so that nothing is counted
twice.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.adapters.official_files.editions import Edition
from bot.adapters.official_files.geo_parts import NOTHING
from bot.adapters.official_files.records import PlaceFact
from bot.orientation.administrative_areas import department_of
from bot.orientation.territory import Commune

LISTS = (("COMMUNES", "joined"), ("COG", "cog"))
"""Data sets that list the communes, and their part; the newest is the list."""


KNOWN_FACTS = ("postcodes", "latitude", "longitude", "basin_code", "basin_name", "population")
CENTRES = {
    "27676": (49.16, 1.34),  # Les Trois Lacs
    "60694": (49.33, 2.02),  # Les Hauts-Talican
    "85165": (46.80, -1.13),  # L'Oie
    "85212": (46.80, -1.15),  # Sainte-Florence
    "97501": (47.10, -56.38),  # Miquelon-Langlade
    "97502": (46.78, -56.18),  # Saint-Pierre
    "97701": (17.90, -62.85),  # Saint-Barthélemy
    "97801": (18.07, -63.05),  # Saint-Martin
}
"""Degrees to a kilometre, read on a map, of communes that the postal file does not locate."""


@dataclass
class Places:
    """The communes of one region (INSEE code), or of all France when it is None.

    known: communes of the bundled catalogue, which give what no file does, under `basin_names`.
    left_out: reason -> communes that cannot be used, counted by `communes`.
    """

    editions: Mapping[str, Edition]
    region: str | None = None
    known: Mapping[str, Commune] = field(default_factory=dict)
    basin_names: Mapping[str, str] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def year(self) -> int:
        return self._list.number

    @cached_property
    def facts(self) -> list[PlaceFact]:
        """The facts of each commune in code order, what its list lacks taken from other files."""
        listed = [self._completed(fact) for fact in self._listed]
        region = {fact.insee_code: (fact.region, fact.department) for fact in listed}
        for n, fact in enumerate(listed):
            if fact.kind == "ARM" and fact.department is None and fact.parent in region:
                of_city = region[fact.parent]
                listed[n] = fact._replace(region=of_city[0], department=of_city[1])
        kept = [fact for fact in listed if self.region in (None, fact.region)]
        return sorted(kept, key=lambda fact: fact.insee_code)

    @cached_property
    def communes(self) -> tuple[Commune, ...]:
        """The communes that have a place on the map and an employment basin (code as published)."""
        divided = {fact.parent for fact in self.facts if fact.kind == "ARM"}
        made = (self._commune(fact, fact.insee_code in divided) for fact in self.facts)
        return tuple(commune for commune in made if commune is not None)

    @cached_property
    def basins(self) -> dict[str, tuple[str, str]]:
        """INSEE code -> code and name of its basin, as the communes' files write them."""
        return {
            fact.insee_code: (fact.basin_code, fact.basin_name or "")
            for fact in self.facts
            if fact.basin_code
        }

    @property
    def _list(self) -> Edition:
        known = [self.editions[name] for name, _ in LISTS if name in self.editions]
        return max(known, key=lambda edition: edition.number)

    @property
    def _listed(self) -> list[PlaceFact]:
        part = dict(LISTS)[self._list.data_set]
        facts: list[PlaceFact] = self._list.parts[part]
        return facts

    def _completed(self, fact: PlaceFact) -> PlaceFact:
        """Each thing said of a commune is taken from the newest file that says it."""
        for is_newer, facts, names in self._sources:
            other = facts.get(fact.insee_code)
            if other is not None and is_newer:
                fact = self._with(other, fact, other._fields)._replace(
                    **{name: getattr(fact, name) for name in fact._fields if name not in names}
                )
            elif other is not None:
                fact = self._with(fact, other, names)
        return fact

    @cached_property
    def _sources(self) -> list[tuple[bool, dict[str, PlaceFact], tuple[str, ...]]]:
        """The other files, newest first: newer than the list of communes?, facts, what they say."""
        said = {
            "COMMUNES": ("joined", PlaceFact._fields),
            "BASSINS": ("basins", ("basin_code", "basin_name")),
            "POPULATION": ("populations", ("population",)),
        }
        known = [name for name in said if name in self.editions and name != self._list.data_set]
        known.sort(key=lambda name: -self.editions[name].number)
        sources = [
            (
                self.editions[name].number > self._list.number,
                {fact.insee_code: fact for fact in self.editions[name].parts[said[name][0]]},
                said[name][1],
            )
            for name in known
        ]
        last = (False, self._known_facts, KNOWN_FACTS)
        postal = (False, self._postal_by_code, ("postcodes", "latitude", "longitude"))
        return [*sources, postal, last]

    @cached_property
    def _known_facts(self) -> dict[str, PlaceFact]:
        return {
            insee_code: NOTHING._replace(
                insee_code=insee_code,
                postcodes=commune.postcodes,
                latitude=commune.latitude,
                longitude=commune.longitude,
                basin_code=commune.basin_code,
                basin_name=self.basin_names[commune.basin_code],
                population=commune.population,
            )
            for insee_code, commune in self.known.items()
        }

    @staticmethod
    def _with(fact: PlaceFact, other: PlaceFact, names: tuple[str, ...]) -> PlaceFact:
        """`fact` with what it does not say of `names`, as `other` says it."""
        empty = [name for name in names if getattr(fact, name) in (None, ())]
        return fact._replace(**{name: getattr(other, name) for name in empty}) if empty else fact

    @cached_property
    def _postal_by_code(self) -> dict[str, PlaceFact]:
        """INSEE code -> all its postcodes and the place of its own name, not of a locality."""
        merged: dict[str, PlaceFact] = {}
        for fact in self._postal:
            known = merged.setdefault(fact.insee_code, fact)
            postcodes = tuple(sorted({*known.postcodes, *fact.postcodes}))
            own = fact if known.locality and not fact.locality else known
            merged[fact.insee_code] = own._replace(postcodes=postcodes)
        return merged

    @cached_property
    def _postal_by_name(self) -> dict[tuple[str, str], PlaceFact]:
        """Former communes that the post still serves, by department and postal spelling."""
        return {
            (department_of(fact.insee_code), fact.locality): fact
            for fact in self._postal
            if fact.locality and fact.latitude is not None
        }

    @property
    def _postal(self) -> list[PlaceFact]:
        edition = self.editions.get("CODES POSTAUX")
        return edition.parts["postal"] if edition else []

    def _commune(self, fact: PlaceFact, is_divided: bool) -> Commune | None:
        name, department = fact.name or "", fact.department or department_of(fact.insee_code)
        if fact.latitude is None:
            former = self._postal_by_name.get((department, postal_spelling(name)))
            fact = (
                self._with(fact, former, ("postcodes", "latitude", "longitude")) if former else fact
            )
        if fact.latitude is None and fact.insee_code in CENTRES:
            latitude, longitude = CENTRES[fact.insee_code]
            fact = fact._replace(latitude=latitude, longitude=longitude)
        if fact.latitude is None or fact.longitude is None:
            self.left_out["communes que ni les communes ni La Poste ne situent"] += 1
            return None
        if fact.basin_code is None:
            self.left_out["communes sans bassin d'emploi"] += 1
            return None
        return Commune(
            insee_code=fact.insee_code,
            name=name.removesuffix(" Arrondissement"),
            postcodes=() if is_divided else fact.postcodes,
            department=department,
            latitude=fact.latitude,
            longitude=fact.longitude,
            population=None if is_divided else fact.population,
            basin_code=fact.basin_code,
        )


def postal_spelling(name: str) -> str:
    """A name as the post writes it: capitals, no accent, hyphen or apostrophe, ST for Saint."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = plain.upper().replace("-", " ").replace("'", " ").split()
    return " ".join({"SAINT": "ST", "SAINTE": "STE"}.get(word, word) for word in words)
