"""Synthetic people for measures: nobody real, all drawn from a seed.

What is not in the catalogue is our assumption, plausible for people who look for a job, and written
in the constants below; no survey is quoted. Measures say how Déclic answers such people, not how
many of them there are.
- Home: a commune, by its population. Licence, vehicle, buses: by how dense that place is.
- Past jobs: none, one or two, drawn by the hiring of the home basin, whatever the tastes.
- Tastes: one of the six letters, each as likely; the others fall with their distance on Holland's
  hexagon, with noise. Settings are independent of letters. Each statement
  is answered from the tastes, with noise; now and then by "I do not know". The profile has the
  first LONGEST of them: which ones the interview would ask takes a quarter of a second to play.
- Hours, conditions, minutes, training: independent of the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

import numpy as np

from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Job
from bot.orientation.labels import job_label
from bot.orientation.profile import PastJob, Profile
from bot.orientation.statements import LETTERS, LONGEST, SETTINGS, STATEMENTS, Statement

LIKING_BY_DISTANCE = (0.9, 0.3, -0.3, -0.6)
"""Of a letter, by its steps from the person's own on the hexagon."""
LETTER_NOISE, SETTING_NOISE, ANSWER_NOISE = 0.35, 0.6, 0.3
YES_FROM, A_BIT_FROM, DO_NOT_KNOW = 0.35, 0.0, 0.05
LICENCE = (0.8, 0.7, 0.6)
"""Share with the licence in the country, in a town, in a big town; so are the next two."""
CAR = (0.85, 0.75, 0.55)
PUBLIC_TRANSPORT = (0.3, 0.65, 0.95)
OTHER_VEHICLES = {"none": 0.7, "bike": 0.22, "scooter": 0.08}
MINUTES = {15: 0.1, 30: 0.45, 45: 0.25, 60: 0.15, 90: 0.05}
PAST_JOBS = {0: 0.15, 1: 0.45, 2: 0.4}
TRAINING = {"none": 0.35, "short": 0.45, "long": 0.2}
HOURS_REFUSED = {"night": 0.4, "weekend": 0.25, "shifted": 0.15, "outside_school": 0.2}
CONDITIONS_REFUSED = {
    "heavy_loads": 0.25,
    "standing": 0.1,
    "sitting": 0.05,
    "outdoors": 0.1,
    "heights": 0.15,
    "noise": 0.05,
    "cold_or_heat": 0.05,
    "repetitive": 0.1,
    "public_contact": 0.08,
    "chemicals": 0.08,
}

Value = TypeVar("Value")


@dataclass(frozen=True)
class Person:
    """letter: the one their tastes are drawn around. seed: of their conversation. opinions: what
    they would answer to every statement."""

    number: int
    letter: str
    seed: int
    profile: Profile
    opinions: Mapping[str, float | None] = field(default_factory=dict)


def people(catalogue: Catalogue, count: int, seed: int) -> tuple[Person, ...]:
    """The same for the same catalogue and seed; the first ones do not depend on the count."""
    crowd = _Crowd(catalogue)
    return tuple(crowd.person(number, seed) for number in range(count))


class _Crowd:
    """What is drawn from, worked out once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._geography = catalogue.geography
        population = self._geography.population
        self._homes = np.cumsum(population if population.any() else np.ones(len(population)))
        self._hiring, self._table = catalogue.demand_table, catalogue.job_table

    def person(self, number: int, seed: int) -> Person:
        chance = np.random.default_rng([seed, number])
        home = int(np.searchsorted(self._homes, chance.random() * self._homes[-1], side="right"))
        density = int(self._geography.density[home])
        letter = LETTERS[chance.integers(len(LETTERS))]
        has_licence = bool(chance.random() < LICENCE[density])
        has_car = has_licence and chance.random() < CAR[density]
        opinions = answers(tastes(letter, chance), chance)
        profile = Profile(
            insee_code=self._geography.communes[home].insee_code,
            statements=dict(islice(opinions.items(), LONGEST)),
            past_jobs=self._past_jobs(self._geography.communes[home].basin_code, chance),
            has_licence_b=has_licence,
            vehicle="car" if has_car else drawn(OTHER_VEHICLES, chance),
            has_public_transport=bool(chance.random() < PUBLIC_TRANSPORT[density]),
            max_minutes=drawn(MINUTES, chance),
            hours_refused=_each(HOURS_REFUSED, chance),
            conditions_refused=_each(CONDITIONS_REFUSED, chance),
            training_accepted=drawn(TRAINING, chance),
        )
        return Person(number, letter, int(chance.integers(2**40)), profile, opinions)

    def _past_jobs(self, basin_code: str, chance: np.random.Generator) -> tuple[PastJob, ...]:
        """By the estimated hiring of each job in the basin; by nothing where none is published."""
        table = self._table
        projects = self._hiring.projects[:, self._hiring.columns((basin_code,))[0]]
        weights = table.family_share * projects[table.family]
        if not weights.any():
            weights = np.ones(len(table))
        count = min(drawn(PAST_JOBS, chance), int((weights > 0).sum()))
        rows = chance.choice(len(table), count, replace=False, p=weights / weights.sum())
        return tuple(_past(table.jobs[row]) for row in rows)


def tastes(letter: str, chance: np.random.Generator) -> dict[str, float]:
    """From -1 to 1 on every axis, around one letter."""
    own = LETTERS.index(letter)
    steps = [min(abs(place - own), len(LETTERS) - abs(place - own)) for place in range(6)]
    centres = [LIKING_BY_DISTANCE[one] for one in steps]
    letters = np.clip(centres + chance.normal(0, LETTER_NOISE, len(LETTERS)), -1, 1)
    settings = np.clip(chance.normal(0, SETTING_NOISE, len(SETTINGS)), -1, 1)
    return dict(zip((*LETTERS, *SETTINGS), [*letters.tolist(), *settings.tolist()], strict=True))


def answers(liking: Mapping[str, float], chance: np.random.Generator) -> dict[str, float | None]:
    """To every statement: 1 yes, 0.5 a bit, -1 no, None "I do not know"."""
    return {one.statement_id: _answer(one, liking, chance) for one in STATEMENTS}


def _answer(
    statement: Statement, liking: Mapping[str, float], chance: np.random.Generator
) -> float | None:
    lean = sum(weight * liking[axis] for axis, weight in statement.weights.items())
    lean = lean / sum(map(abs, statement.weights.values())) + chance.normal(0, ANSWER_NOISE)
    if chance.random() < DO_NOT_KNOW:
        return None
    return 1.0 if lean >= YES_FROM else 0.5 if lean >= A_BIT_FROM else -1.0


def drawn(shares: Mapping[Value, float], chance: np.random.Generator) -> Value:
    """One of the values, each as often as its share."""
    values: Sequence[Value] = tuple(shares)
    place = np.searchsorted(np.cumsum(tuple(shares.values())), chance.random(), side="right")
    return values[min(int(place), len(values) - 1)]


def _each(shares: Mapping[str, float], chance: np.random.Generator) -> frozenset[str]:
    return frozenset(value for value, share in shares.items() if chance.random() < share)


def _past(job: Job) -> PastJob:
    return PastJob(job_label(job), job.rome_code)
