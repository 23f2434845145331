"""Communes, jobs and offers that a tester looks for by a part of their name, to put in a step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ruamel.yaml.error import YAMLError

from bot.orientation.catalogue import Catalogue
from bot.orientation.labels import job_label
from bot.replay.editing.fields import StoryFields
from bot.replay.editing.kept_names import place_name
from bot.replay.editing.yaml_text import in_line, named_lines
from bot.replay.runs.fact_search import FactBook
from bot.replay.runs.spec import COMMUNE, JOB, OFFER

MOST_OF_A_KIND = 8
PAST_JOBS = "past_jobs"
KINDS: Mapping[str, str] = {COMMUNE: "Commune", JOB: "Métier", OFFER: "Aide"}


@dataclass(frozen=True)
class FoundName:
    """kind, key: as a subject of facts has them. name: as a story's form writes it."""

    kind: str
    key: str
    name: str

    @property
    def is_said(self) -> bool:
        """An offer is looked for in what Déclic says; the others in what it keeps."""
        return self.kind == OFFER


@dataclass(frozen=True)
class NameSearch:
    """Over a catalogue and the names of the offers in use, by offer_id."""

    catalogue: Catalogue
    offers: Mapping[str, str]

    def find(self, words: str) -> list[FoundName]:
        """A few of each kind that have all the words; nothing for no word."""
        if not words.strip():
            return []
        book = FactBook(self.catalogue, self.offers, self.offers)
        found = ((kind, book.search(kind, words)[:MOST_OF_A_KIND]) for kind in KINDS)
        named = [self.named(kind, one.key) for kind, some in found for one in some]
        return [one for one in named if one is not None]

    def named(self, kind: str, key: str) -> FoundName | None:
        """None: there is no such thing."""
        name = self._name(kind, key)
        return FoundName(kind, key, name) if name else None

    def _name(self, kind: str, key: str) -> str | None:
        if kind == COMMUNE:
            commune = self.catalogue.commune_by_code.get(key)
            return place_name(commune) if commune else None
        if kind == JOB:
            job = self.catalogue.job_by_code.get(key)
            return job_label(job) if job else None
        return self.offers.get(key) if kind == OFFER else None


def with_name(fields: StoryFields, step: int, found: FoundName) -> StoryFields:
    """The name put in a step (from 0): an offer among what is said, a job among those of before, a
    commune in the place of another. The same when there is no such step."""
    if not 0 <= step < len(fields.steps):
        return fields
    steps = list(fields.steps)
    now = steps[step]
    steps[step] = (
        replace(now, says=_once(now.says, found.name))
        if found.is_said
        else replace(now, kept=_kept(now.kept, found))
    )
    return replace(fields, steps=tuple(steps))


def _once(lines: str, line: str) -> str:
    known = [one for one in lines.split("\n") if one.strip()]
    return "\n".join(known if line in known else [*known, line])


def _kept(lines: str, found: FoundName) -> str:
    """Lines that cannot be read stay as they are: who reads the story refuses them."""
    try:
        values = dict(named_lines(lines)) if lines.strip() else {}
    except YAMLError:
        return lines
    if found.kind == COMMUNE:
        values["commune"] = found.name
    else:
        before, job = values.get(PAST_JOBS), {"rome_code": found.name}
        jobs = before if isinstance(before, list) else []
        values[PAST_JOBS] = jobs if job in jobs else [*jobs, job]
    return "\n".join(in_line({name: value})[1:-1] for name, value in values.items())
