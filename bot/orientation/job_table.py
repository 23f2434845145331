"""The jobs of a catalogue as columns, one row each, in the order of the catalogue.

Criteria work on whole columns: a thousand jobs cost little more than one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from bot.orientation.heavy_vehicles import HEAVY_VEHICLE_JOBS
from bot.orientation.job import ACCESS, CONTEXTS, Job
from bot.orientation.job_letters import job_letters
from bot.orientation.rare_jobs import RARE_JOBS
from bot.orientation.statements import LETTERS, SETTINGS

if TYPE_CHECKING:
    from bot.orientation.catalogue import Catalogue

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.intp]

CONTEXT_NUMBER: Mapping[str, int] = {context: number for number, context in enumerate(CONTEXTS)}
LIKELY = 0.4
"""Share of neighbouring jobs that list a context from which it is worth checking for this one."""
NEIGHBOURS = 5
NEAR_JOB, SAME_FAMILY, SAME_DOMAIN = 0.8, 0.7, 0.4
UNKNOWN_ACCESS = -1


@dataclass(frozen=True)
class JobTable:
    """Columns over the jobs; a first axis of n rows everywhere.

    codes: ROME codes as numbers in their own order, which settles ties. domain: number of the ROME
    grand domaine letter. family: row in `families`. is_major, is_minor: n x 6, one letter at most.
    letters: n x 6, shares of what the job is about. settings: n x 5 from -1 to 1, NaN where
    contexts do not say. contexts, likely: n x CONTEXTS; likely: listed by many neighbouring jobs.
    access: number in ACCESS, UNKNOWN_ACCESS when the source does not say. family_share: of its
    family's hiring. can_be_told: there are words for it. salt: one random number for each code.
    near_rows: officially near jobs, in either direction.
    """

    jobs: tuple[Job, ...]
    row_by_code: Mapping[str, int]
    families: tuple[str, ...]
    family_row: Mapping[str, int]
    codes: Rows
    domain: Rows
    family: Rows
    is_major: Numbers
    is_minor: Numbers
    letters: Numbers
    settings: Numbers
    contexts: Flags
    likely: Flags
    access: Rows
    needs_licence: Flags
    is_regulated: Flags
    family_share: Numbers
    can_be_told: Flags
    is_rare: Flags
    is_heavy_vehicle: Flags
    salt: npt.NDArray[np.uint64]
    near_rows: tuple[Rows, ...]

    def __len__(self) -> int:
        return len(self.jobs)

    @cached_property
    def rows_by_family(self) -> Rows:
        """Families x places: rows of the family's jobs by code, then len(self) where none is."""
        sizes = np.bincount(self.family, minlength=len(self.families))
        rows = np.full((len(sizes), max(sizes, default=0)), len(self))
        order = np.lexsort((self.codes, self.family))
        places = np.arange(len(order)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        rows[self.family[order], places] = order
        return rows

    def lists(self, *contexts: str) -> Flags:
        """Jobs that list at least one of the contexts."""
        numbers = [CONTEXT_NUMBER[context] for context in contexts]
        return np.asarray(self.contexts[:, numbers].any(axis=1))

    def nearness(self, row: int) -> Numbers:
        """Of every job to this one, 0 to 1: 1 itself, then official near jobs, same FAP family,
        same ROME domain, 0."""
        near = np.where(self.domain == self.domain[row], SAME_DOMAIN, 0.0)
        near[self.family == self.family[row]] = SAME_FAMILY
        near[self.near_rows[row]] = NEAR_JOB
        near[row] = 1.0
        return near


def job_table(catalogue: Catalogue) -> JobTable:
    """The columns of a catalogue's jobs."""
    jobs = catalogue.jobs
    row_by_code = {job.rome_code: row for row, job in enumerate(jobs)}
    families = tuple(catalogue.jobs_by_family)
    family_row = {fap_code: row for row, fap_code in enumerate(families)}
    contexts = np.array(
        [[context in job.contexts for context in CONTEXTS] for job in jobs], dtype=bool
    ).reshape(len(jobs), len(CONTEXTS))
    domain = _ints(ord(job.domain) for job in jobs)
    family = _ints(family_row[job.fap_code] for job in jobs)
    return JobTable(
        jobs=jobs,
        row_by_code=row_by_code,
        families=families,
        family_row=family_row,
        codes=np.argsort(np.argsort([job.rome_code for job in jobs])),
        domain=domain,
        family=family,
        is_major=_letters(job.riasec_major for job in jobs),
        is_minor=_letters(job.riasec_minor for job in jobs),
        letters=job_letters(jobs, catalogue.skill_table),
        settings=_settings(catalogue),
        contexts=contexts,
        likely=_likely(jobs, contexts, domain, family, row_by_code),
        access=_ints(
            UNKNOWN_ACCESS if job.access is None else ACCESS.index(job.access) for job in jobs
        ),
        needs_licence=_flags(job.needs_licence_b for job in jobs),
        is_regulated=_flags(job.is_regulated for job in jobs),
        family_share=np.array([catalogue.family_share[job.rome_code] for job in jobs]),
        can_be_told=_flags(job.summary is not None or job.definition is not None for job in jobs),
        is_rare=_flags(job.rome_code in RARE_JOBS for job in jobs),
        is_heavy_vehicle=_flags(job.rome_code in HEAVY_VEHICLE_JOBS for job in jobs),
        salt=np.array([_salt(job.rome_code) for job in jobs], dtype=np.uint64),
        near_rows=_near_rows(jobs, row_by_code),
    )


def _ints(numbers: Iterable[int]) -> Rows:
    return np.array(list(numbers), dtype=np.intp)


def _flags(facts: Iterable[bool]) -> Flags:
    return np.array(list(facts), dtype=bool)


def _letters(letters: Iterable[str | None]) -> Numbers:
    return np.array(
        [[float(letter == one) for one in LETTERS] for letter in letters], dtype=np.float64
    ).reshape(-1, len(LETTERS))


def _settings(catalogue: Catalogue) -> Numbers:
    by_job = catalogue.settings_by_job
    rows = [
        [by_job[job.rome_code].get(axis, np.nan) for axis in SETTINGS] for job in catalogue.jobs
    ]
    return np.array(rows, dtype=np.float64).reshape(-1, len(SETTINGS))


def _salt(rome_code: str) -> int:
    return int.from_bytes(hashlib.blake2b(rome_code.encode(), digest_size=8).digest(), "big")


def _near_rows(jobs: tuple[Job, ...], row_by_code: Mapping[str, int]) -> tuple[Rows, ...]:
    near: list[set[int]] = [set() for _ in jobs]
    for row, job in enumerate(jobs):
        for code in job.near:
            if code in row_by_code:
                near[row].add(row_by_code[code])
                near[row_by_code[code]].add(row)
    return tuple(_ints(sorted(rows)) for rows in near)


def _likely(
    jobs: tuple[Job, ...],
    contexts: Flags,
    domain: Rows,
    family: Rows,
    row_by_code: Mapping[str, int],
) -> Flags:
    """Whether jobs of the same family, or near ones of the same domain, often list a context.

    ROME does not list everything: its silence about heavy loads is no promise.
    """
    likely = np.zeros_like(contexts)
    families = range(family.max(initial=-1) + 1)
    rows_of_family = [np.flatnonzero(family == number) for number in families]
    tells = contexts.any(axis=1)
    for row, job in enumerate(jobs):
        near = [row_by_code[code] for code in job.near[:NEIGHBOURS] if code in row_by_code]
        others = np.union1d(rows_of_family[family[row]], _ints(near))
        others = others[(others != row) & (domain[others] == domain[row]) & tells[others]]
        if len(others):
            likely[row] = contexts[others].mean(axis=0) >= LIKELY
    return likely
