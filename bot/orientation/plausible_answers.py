"""The questions of the interview, and what people plausibly answer to each.

The weights are our assumptions, for want of a survey of the people who use this: they only say
which answers are worth thinking of. Those who do not answer take what is missing up to 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from bot.orientation.catalogue import Catalogue
from bot.orientation.profile import PastJob, Profile
from bot.orientation.statements import STATEMENT_BY_ID

AGREEMENTS: Mapping[float, float] = {1.0: 0.35, 0.5: 0.25, -1.0: 0.3}
"""Agreement with a statement -> how plausible it is; "I do not know" is the rest."""
PAST_JOBS, PAST_JOB_WEIGHT = 4, 0.15
HOMES, HOME_WEIGHT = 3, 0.3
STATEMENT = "statement"


@dataclass(frozen=True)
class Answer:
    """weight: how plausible it is, 0 to 1. profile: the person who has given it."""

    weight: float
    profile: Profile


Answers = Callable[[Catalogue, Profile], Iterator[Answer]]


def _field(name: str, weights: Mapping[object, float]) -> Answers:
    """Answers that fill one field of a profile where nothing is known."""

    def answers(catalogue: Catalogue, profile: Profile) -> Iterator[Answer]:
        if getattr(profile, name) is None:
            for value, weight in weights.items():
                changed: dict[str, Any] = {name: value}
                yield Answer(weight, replace(profile, **changed))

    return answers


def _past_jobs(catalogue: Catalogue, profile: Profile) -> Iterator[Answer]:
    """A past job may be any of a thousand. In their place: the jobs that hire most in the country,
    each of another domain. Who never worked changes nothing."""
    if profile.past_jobs:
        return
    for row in _common_jobs(catalogue):
        job = catalogue.job_table.jobs[row]
        past = (PastJob(job.label_masculine, job.rome_code),)
        yield Answer(PAST_JOB_WEIGHT, replace(profile, past_jobs=past))


def _common_jobs(catalogue: Catalogue) -> list[int]:
    table, projects = catalogue.job_table, catalogue.demand_table.projects.sum(axis=1)
    hiring = table.family_share * projects[table.family]
    chosen: dict[int, int] = {}
    for row in np.lexsort((table.codes, -hiring)):
        chosen.setdefault(int(table.domain[row]), int(row))
        if len(chosen) == PAST_JOBS:
            break
    return list(chosen.values())


def _homes(catalogue: Catalogue, profile: Profile) -> Iterator[Answer]:
    """In the place of all communes: the most peopled ones, each of another basin."""
    if catalogue.commune_by_code.get(profile.insee_code or "") is not None:
        return
    geography = catalogue.geography
    chosen: dict[int, int] = {}
    for row in np.argsort(-geography.population, kind="stable"):
        chosen.setdefault(int(geography.basin[row]), int(row))
        if len(chosen) == HOMES:
            break
    for row in chosen.values():
        home = geography.communes[row].insee_code
        yield Answer(HOME_WEIGHT, replace(profile, insee_code=home))


PLAUSIBLE: Mapping[str, Answers] = {
    "commune": _homes,
    "past_job": _past_jobs,
    "licence": _field("has_licence_b", {True: 0.75, False: 0.2}),
    "vehicle": _field("vehicle", {"car": 0.6, "none": 0.2, "bike": 0.1, "scooter": 0.05}),
    "public_transport": _field("has_public_transport", {True: 0.5, False: 0.4}),
    "max_minutes": _field("max_minutes", {15: 0.15, 30: 0.35, 45: 0.25, 60: 0.15}),
    "hours_refused": _field(
        "hours_refused",
        {
            frozenset(): 0.4,
            frozenset({"night"}): 0.25,
            frozenset({"night", "weekend"}): 0.15,
            frozenset({"outside_school"}): 0.1,
        },
    ),
    "conditions_refused": _field(
        "conditions_refused",
        {
            frozenset(): 0.4,
            frozenset({"heavy_loads"}): 0.2,
            frozenset({"heavy_loads", "standing"}): 0.1,
            frozenset({"heights", "noise"}): 0.1,
            frozenset({"public_contact"}): 0.05,
        },
    ),
    "training": _field("training_accepted", {"none": 0.25, "short": 0.4, "long": 0.25}),
}
"""Questions other than the statements, in the order of the interview."""


def open_statements(profile: Profile) -> tuple[str, ...]:
    """The statements that were not asked, in their order."""
    return tuple(name for name in STATEMENT_BY_ID if name not in profile.statements)
