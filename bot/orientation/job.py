"""Jobs and what recruits: ROME codes, their titles, and hiring projects by family and basin."""

from __future__ import annotations

from dataclasses import dataclass

from bot.orientation.profile import CONDITIONS, HOURS

ACCESS = ("none", "short", "long")
SETTINGS = ("indoors", "team", "alone", "screen", "hands", "daytime", "travel")
CONTEXTS = (*HOURS, *CONDITIONS, *SETTINGS)


@dataclass(frozen=True)
class Skill:
    """Something that jobs consist of doing: a macro-competence of ROME, a know-how.

    skill_code: its OGR code. label: starts with an infinitive ("Gérer une caisse").
    riasec_major, riasec_minor: letters of R I A S E C; None where ROME gives none, as for
        three skills out of ten.
    """

    skill_code: str
    label: str
    riasec_major: str | None
    riasec_minor: str | None


@dataclass(frozen=True)
class Job:
    """One ROME 4.0 job.

    domain: letter A-N of the ROME grand domaine.
    riasec_major, riasec_minor: letters of R I A S E C (minor may be missing).
    fap_code: the FAP 2021 family under which BMO counts its hiring.
    contexts: codes of CONTEXTS (the refusable hours and conditions of profile.py, plus SETTINGS)
        that ROME lists for the job; a code that is absent is not listed, which is not "never".
    near: ROME codes of the official near jobs, nearest first.
    access: training needed before one is hired, one of ACCESS; None when the source does not say.
    summary: two plain French sentences of our own, None for a job that we did not write about.
    definition: what ROME says that the job is, to be quoted; only where a user imported ROME. A
        job without either can be a past job only.
    skills: codes of its skills, those that are most at its core first; empty where the source says
        nothing of them.
    """

    rome_code: str
    label_masculine: str
    label_feminine: str
    domain: str
    riasec_major: str
    riasec_minor: str | None
    fap_code: str
    contexts: frozenset[str]
    near: tuple[str, ...]
    access: str | None
    needs_licence_b: bool
    is_regulated: bool
    summary: str | None
    definition: str | None = None
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """A name under which a job is searched: an official appellation or an everyday name of ours."""

    text: str
    rome_code: str
    is_official: bool


@dataclass(frozen=True, slots=True)
class Demand:
    """Hiring projects of one family in one basin (BMO). None = masked by the source, not zero.

    hard, seasonal: of the projects, those judged hard to fill, and those for a season.
    is_minimum: the projects of a part of the basin are masked, the real figure is higher. In a
        basin that lies in two departments, hard and seasonal may lack a masked part too.
    """

    fap_code: str
    basin_code: str
    year: int
    projects: int | None
    hard: int | None
    seasonal: int | None
    is_minimum: bool = False
