"""Communes and jobs: by their names in a form, and by their codes in the file of a story.

"commune: '38053'" reads "commune: Bourgoin-Jallieu (Isère)". A name without its department is
taken when one commune alone has it; a code may be typed as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rapidfuzz import fuzz, process
from ruamel.yaml.error import YAMLError

from bot.orientation.administrative_areas import DEPARTMENTS
from bot.orientation.catalogue import Catalogue
from bot.orientation.labels import job_label
from bot.orientation.territory import Commune
from bot.orientation.wording import fold
from bot.replay.editing.fields import StoryFields
from bot.replay.editing.yaml_text import in_line, named_lines
from bot.services.fact_words import CLOSED

COMMUNES = frozenset({"commune", "insee_code"})
JOBS = frozenset({"rome_code"})
LISTS_OF_JOBS = frozenset({"kept", "proposed", "shown"})
MOST_NEAR = 3
NEAR_PERCENT = 75.0
"""Of letters in common: "Bourgouin-Jalieu" is near, "Trifouillis" is near nothing."""
_PLACE = re.compile(r"(.+?)\s*\(([^()]+)\)")


class UnknownName(Exception):
    """No commune or job has this name, or several have; the message is in French."""


@dataclass(frozen=True)
class KeptNames:
    """Both ways, over the communes and jobs of a catalogue."""

    catalogue: Catalogue

    def named(self, fields: StoryFields) -> StoryFields:
        """The fields as a form shows them."""
        return _changed(fields, lambda lines: self._lines(lines, self._name))

    def coded(self, fields: StoryFields, before: StoryFields) -> StoryFields:
        """The fields as a file has them; a step that says what it said before stays as it is
        written there. Raises UnknownName, which tells the step."""
        shown = self.named(before)
        known = {new.kept: old.kept for new, old in zip(shown.steps, before.steps, strict=True)}
        return _changed(
            fields,
            lambda lines: known[lines] if lines in known else self._lines(lines, self._code),
        )

    def _lines(self, lines: str, told: Callable[[str, str], str]) -> str:
        """Each line "name: value" that can be read; the others are told by who writes the file."""
        try:
            read = named_lines(lines)
        except YAMLError:
            return lines
        made = {name: self._told(name, value, told) for name, value in read.items()}
        if made == dict(read):
            return lines
        return "\n".join(in_line({name: value})[1:-1] for name, value in made.items())

    def _told(self, name: str, value: Any, told: Callable[[str, str], str]) -> Any:
        if isinstance(value, Mapping):
            return {key: self._told(key, one, told) for key, one in value.items()}
        if isinstance(value, list):
            return [self._told(name, one, told) for one in value]
        if value is None or isinstance(value, (bool, float)):
            return value
        if name not in (*COMMUNES, *JOBS, *LISTS_OF_JOBS):
            return value
        now = told(name, str(value))
        return value if now == str(value) else now

    def _name(self, name: str, code: str) -> str:
        if name in COMMUNES:
            commune = self.catalogue.commune_by_code.get(code)
            return place_name(commune) if commune else code
        job = self.catalogue.job_by_code.get(code)
        return job_label(job) if job else code

    def _code(self, name: str, typed: str) -> str:
        if typed in CLOSED:
            return typed
        return self._commune(typed) if name in COMMUNES else self._job(typed)

    def _commune(self, typed: str) -> str:
        """Of a code that is not known here too: the reader of the story lets it pass."""
        if not any(map(str.isalpha, typed.replace("A", "").replace("B", ""))):
            return typed
        place = _PLACE.fullmatch(typed)
        name, department = (place[1], fold(place[2])) if place else (typed, None)
        alike = self._by_name.get(_bare(name), ())
        found = [one for one in alike if department in (None, fold(_department(one)))]
        if len(found) == 1:
            return found[0].insee_code
        if found or alike:
            names = ", ".join(f"« {place_name(one)} »" for one in alike)
            raise UnknownName(f"plusieurs communes ont ce nom ; écrivez {names}")
        raise UnknownName(f"« {typed} » n’est pas une commune connue ici ; {self._advice(name)}")

    def _advice(self, name: str) -> str:
        """The communes that are written nearly so."""
        near = process.extract(
            _bare(name),
            self._by_name.keys(),
            scorer=fuzz.ratio,
            limit=MOST_NEAR,
            score_cutoff=NEAR_PERCENT,
        )
        if not near:
            return "écrivez son nom entier"
        communes = (one for found, *_ in near for one in self._by_name[found])
        return f"choisissez parmi {', '.join(f'« {place_name(one)} »' for one in communes)}"

    def _job(self, typed: str) -> str:
        if typed in self.catalogue.job_by_code:
            return typed
        known = {fold(job_label(job)): job for job in self.catalogue.jobs}
        if job := known.get(fold(typed)):
            return job.rome_code
        if re.fullmatch(r"[A-Z]\d{4}", typed):
            return typed
        near = process.extract(
            fold(typed), known.keys(), scorer=fuzz.token_set_ratio, limit=MOST_NEAR
        )
        names = ", ".join(f"« {job_label(known[name])} »" for name, *_ in near)
        raise UnknownName(f"aucun métier ne s’appelle « {typed} » ; choisissez parmi {names}")

    @property
    def _by_name(self) -> Mapping[str, list[Commune]]:
        found: dict[str, list[Commune]] = {}
        for commune in self.catalogue.communes:
            found.setdefault(_bare(commune.name), []).append(commune)
        return found


def place_name(commune: Commune) -> str:
    """ "Bourgoin-Jallieu (Isère)"."""
    return f"{commune.name} ({_department(commune)})"


def _bare(name: str) -> str:
    """Without accents, capitals and signs, which people leave out."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(name)))


def _department(commune: Commune) -> str:
    return DEPARTMENTS.get(commune.department, commune.department)


def _changed(fields: StoryFields, change: Callable[[str], str]) -> StoryFields:
    """With the kept lines of each step told otherwise."""
    steps = []
    for number, step in enumerate(fields.steps, 1):
        try:
            steps.append(replace(step, kept=change(step.kept) if step.kept.strip() else step.kept))
        except UnknownName as error:
            raise UnknownName(f"étape {number}, retenu : {error}") from error
    return replace(fields, steps=tuple(steps))
