"""Finds the fact that a tester wants to break: an offer, a job, a commune, a family in a basin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.orientation.catalogue import Catalogue
from bot.orientation.wording import fold
from bot.replay.runs import facts, offer_facts
from bot.replay.runs.facts import WrongData
from bot.replay.runs.spec import COMMUNE, DEMAND, JOB, OFFER, FactChange, Value

MOST_FOUND = 30


@dataclass(frozen=True)
class Subject:
    """Something that has facts. key: as in FactChange; name: in French."""

    kind: str
    key: str
    name: str


@dataclass(frozen=True)
class FactBook:
    """The facts that may be changed. offers: offer_id -> text of its file; names: of offers."""

    catalogue: Catalogue
    offers: Mapping[str, str]
    names: Mapping[str, str]

    def search(self, kind: str, words: str, basin: str = "") -> list[Subject]:
        """Subjects that have all the words, those that begin like them first; a family needs its
        basin."""
        wanted = fold(words).split()
        found = [
            one for one in self._subjects(kind, basin) if all(w in _folded(one) for w in wanted)
        ]
        whole = " ".join(wanted)
        found.sort(key=lambda one: (not fold(one.name).startswith(whole), len(one.name), one.name))
        return found[:MOST_FOUND]

    def name(self, kind: str, key: str) -> str:
        """In French; the key itself when the thing is gone."""
        if kind == OFFER:
            return self.names.get(key, key)
        if kind == JOB:
            job = self.catalogue.job_by_code.get(key)
            return job.label_feminine if job else key
        if kind == COMMUNE:
            commune = self.catalogue.commune_by_code.get(key)
            return commune.name if commune else key
        family, _, basin = key.partition("/")
        where = self.catalogue.basin_by_code.get(basin)
        label = self.catalogue.family_labels.get(family, family)
        return f"{label}, bassin de {where.name if where else basin}"

    def facts(self, kind: str, key: str) -> dict[str, Value]:
        """Field -> value now. Raises WrongData: there is no such thing."""
        if kind == OFFER:
            facts.known(key, self.offers, "une aide connue")
            return offer_facts.changeable(self.offers[key])
        fields = [field for known, field in facts.FIELDS if known == kind]
        if not fields:
            raise WrongData("Choisissez une aide, un métier, une commune ou une embauche.")
        return {field: facts.current(self.catalogue, kind, key, field) for field in fields}

    def checked(self, change: FactChange) -> FactChange:
        """The change with the former value, once it is known that it can be made. Raises
        WrongData."""
        known = self.facts(change.kind, change.key)
        was = known.get(change.field)
        if change.kind == OFFER:
            offer_facts.changed(self.offers[change.key], change)
        else:
            facts.changed(self.catalogue, change)
        return FactChange(change.kind, change.key, change.field, change.value, was)

    def _subjects(self, kind: str, basin: str) -> Iterable[Subject]:
        if kind == OFFER:
            return (Subject(kind, key, self.name(kind, key)) for key in self.offers)
        if kind == JOB:
            return (Subject(kind, job.rome_code, job.label_feminine) for job in self.catalogue.jobs)
        if kind == COMMUNE:
            return (Subject(kind, one.insee_code, one.name) for one in self.catalogue.communes)
        if kind == DEMAND and basin in self.catalogue.basin_by_code:
            codes = self.catalogue.family_labels
            return (Subject(kind, f"{c}/{basin}", self.name(kind, f"{c}/{basin}")) for c in codes)
        return ()


def _folded(one: Subject) -> str:
    return f"{fold(one.name)} {fold(one.key)}"
