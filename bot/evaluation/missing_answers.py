"""What a list is worth when answers are missing: compared with the same person's full answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np

from bot.evaluation.intervals import Estimate, mean_of
from bot.evaluation.people import Person
from bot.evaluation.proposals import Proposed, known, proposed_to
from bot.orientation.catalogue import Catalogue
from bot.orientation.profile import Profile

REMOVED: Mapping[str, Callable[[Profile], Profile]] = {
    "home": lambda profile: replace(profile, insee_code=None),
    "tastes": lambda profile: replace(profile, statements={}),
    "past_jobs": lambda profile: replace(profile, past_jobs=()),
    "licence": lambda profile: replace(profile, has_licence_b=None),
    "vehicle": lambda profile: replace(profile, vehicle=None),
    "public_transport": lambda profile: replace(profile, has_public_transport=None),
    "max_minutes": lambda profile: replace(profile, max_minutes=None),
    "hours": lambda profile: replace(profile, hours_refused=None),
    "conditions": lambda profile: replace(profile, conditions_refused=None),
    "training": lambda profile: replace(profile, training_accepted=None),
}
"""Answer -> the person without it."""
STATEMENTS_KEPT = (0, 2, 4, 6, 8, 10)


@dataclass(frozen=True)
class Without:
    """kept: mean share of a person's jobs with full answers that are still among theirs without
    the answer. coverage: mean share of the fit that the answers left tell."""

    answer: str
    kept: Estimate
    coverage: Estimate


@dataclass(frozen=True)
class MissingAnswers:
    """full_coverage: with all answers. each: one answer removed. statements: number of statements
    answered, in the order of the interview -> the same."""

    full_coverage: Estimate
    each: tuple[Without, ...]
    statements: tuple[Without, ...]


def missing_answers(
    catalogue: Catalogue, crowd: Sequence[Person], lists: Sequence[Proposed], seed: int = 0
) -> MissingAnswers:
    """lists: of the same people with full answers; who got no job then is left out.

    Raises ValueError when nobody got one.
    """
    pairs = [(one, full) for one, full in zip(crowd, lists, strict=True) if full.jobs]

    def without(name: str, remove: Callable[[Profile], Profile]) -> Without:
        found = [proposed_to(catalogue, remove(one.profile), one.seed) for one, _ in pairs]
        kept = [kept_share(full, now) for (_, full), now in zip(pairs, found, strict=True)]
        coverage = known([one.coverage for one in found])
        return Without(name, mean_of(np.array(kept), seed=seed), mean_of(coverage, seed=seed))

    return MissingAnswers(
        full_coverage=mean_of(known([full.coverage for _, full in pairs]), seed=seed),
        each=tuple(without(name, remove) for name, remove in REMOVED.items()),
        statements=tuple(without(str(count), _only(count)) for count in STATEMENTS_KEPT),
    )


def kept_share(full: Proposed, now: Proposed) -> float:
    """Share of the jobs of the full list that are jobs of the other."""
    return len(set(full.jobs) & set(now.jobs)) / len(full.jobs)


def _only(count: int) -> Callable[[Profile], Profile]:
    return lambda profile: replace(profile, statements=_first(profile.statements.items(), count))


def _first(answers: Iterable[tuple[str, float | None]], count: int) -> Mapping[str, float | None]:
    return dict(islice(answers, count))
