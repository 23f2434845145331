"""Do the statements that the interview asks tell as much as all of them would?

Made-up people answer the statements that the interview chooses, once it knows their home. Their
first jobs, with all their other answers, are set against those they would get by answering every
statement. Beside it, as many statements drawn by chance: what choosing is worth.

All of France, 200 people, with the ends of the 95 % intervals: 11.4 statements asked (11.2-11.5);
0.78 of the first list is that of the full answers (0.76-0.81), 0.63 by chance (0.60-0.66).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.evaluation.intervals import Estimate, mean_of
from bot.evaluation.people import Person
from bot.orientation.catalogue import Catalogue
from bot.orientation.matching import rank
from bot.orientation.profile import Profile
from bot.orientation.questionnaire import statement_to_ask
from bot.orientation.shown_list import change, first_jobs_of


@dataclass(frozen=True)
class QuestionsAsked:
    """Means over `people`. asked: statements. overlap: part of the first jobs that are those of the
    full answers, 0 to 1; by_chance: the same when the statements are drawn."""

    people: int
    asked: Estimate
    overlap: Estimate
    by_chance: Estimate


def questions_asked(
    catalogue: Catalogue, crowd: Sequence[Person], seed: int = 0, resamples: int = 1000
) -> QuestionsAsked:
    """seed: of the intervals. Raises ValueError for no people."""
    chosen = [_interviewed(catalogue, person) for person in crowd]
    drawn = [_drawn(person, len(one.statements)) for person, one in zip(crowd, chosen, strict=True)]

    def overlap(profiles: Sequence[Profile]) -> Estimate:
        values = np.array(list(_overlaps(catalogue, crowd, profiles)))
        return mean_of(values, resamples, seed)

    asked = np.array([len(one.statements) for one in chosen], dtype=np.float64)
    return QuestionsAsked(
        len(crowd), mean_of(asked, resamples, seed), overlap(chosen), overlap(drawn)
    )


def _interviewed(catalogue: Catalogue, person: Person) -> Profile:
    """The person with the answers to the statements that are asked while only the home is known."""
    known = Profile(insee_code=person.profile.insee_code)
    while (asked := statement_to_ask(catalogue, known, person.seed)) is not None:
        answer = {asked.statement_id: person.opinions[asked.statement_id]}
        known = replace(known, statements={**known.statements, **answer})
    return replace(person.profile, statements=known.statements)


def _drawn(person: Person, count: int) -> Profile:
    chance = np.random.default_rng(person.seed)
    order = chance.permutation(sorted(person.opinions))
    return replace(
        person.profile, statements={name: person.opinions[name] for name in order[:count]}
    )


def _overlaps(
    catalogue: Catalogue, crowd: Sequence[Person], profiles: Sequence[Profile]
) -> Iterator[float]:
    for person, profile in zip(crowd, profiles, strict=True):
        full = replace(person.profile, statements=person.opinions)
        told, all_told = (
            first_jobs_of(rank(catalogue, one, person.seed)) for one in (profile, full)
        )
        yield 1 - float(change(told, all_told))
