"""All measures of quality over one catalogue: what `declic evaluate` reports."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.evaluation.concentration import ConcentrationReport, concentration_report
from bot.evaluation.diversity import Diversity, diversity
from bot.evaluation.fairness import Fairness, fairness
from bot.evaluation.missing_answers import MissingAnswers, missing_answers
from bot.evaluation.near_jobs import NearJobRecovery, near_job_recovery
from bot.evaluation.people import people
from bot.evaluation.proposals import ListQuality, list_quality, proposed_to_all
from bot.evaluation.questions_asked import QuestionsAsked, questions_asked
from bot.evaluation.riasec_agreement import RiasecAgreement, riasec_agreement
from bot.evaluation.surprise_effect import DialEffect, surprise_effect
from bot.evaluation.title_search import TitleCase, TitleSearchQuality
from bot.evaluation.title_search import evaluate as title_search_quality
from bot.evaluation.unlocked_jobs import UnlockedJobs, gains, unlocked_jobs
from bot.orientation.catalogue import Catalogue
from bot.orientation.titles import TitleIndex

FOR_MISSING, FOR_SWAPS, FOR_DIAL, TYPED_JOBS, FOR_QUESTIONS = 200, 200, 500, 300, 100
"""How many of the people, or of the jobs, the measures that rank several times go over at most."""
ONE_SEED = 0


@dataclass(frozen=True)
class Quality:
    people: int
    seed: int
    titles: TitleSearchQuality
    near_jobs: NearJobRecovery
    riasec: RiasecAgreement
    lists: ListQuality
    diversity: Diversity
    concentration: ConcentrationReport
    unlocked: UnlockedJobs
    missing: MissingAnswers
    questions: QuestionsAsked
    fairness: Fairness
    surprise: tuple[DialEffect, ...]


def quality(
    catalogue: Catalogue,
    index: TitleIndex,
    cases: Sequence[TitleCase],
    count: int,
    seed: int,
    carpool_zone: Collection[str] = (),
) -> Quality:
    """The same for the same arguments. carpool_zone: departments with a carpool line.

    Raises ValueError when something has nothing to measure: jobs without any skill, people who get
    no job.
    """
    crowd = people(catalogue, count, seed)
    lists = proposed_to_all(catalogue, crowd)
    return Quality(
        people=count,
        seed=seed,
        titles=title_search_quality(catalogue, index, cases),
        near_jobs=near_job_recovery(catalogue, seed=seed),
        riasec=riasec_agreement(catalogue, seed=seed),
        lists=list_quality(lists),
        diversity=diversity(catalogue.job_table, lists, seed),
        concentration=concentration_report(
            catalogue, lists, proposed_to_all(catalogue, crowd, ONE_SEED), seed
        ),
        unlocked=unlocked_jobs([gains(catalogue, one, carpool_zone) for one in crowd], seed),
        missing=missing_answers(catalogue, crowd[:FOR_MISSING], lists[:FOR_MISSING], seed),
        questions=questions_asked(catalogue, crowd[:FOR_QUESTIONS], seed),
        fairness=fairness(catalogue, index, crowd[:FOR_SWAPS], TYPED_JOBS, seed),
        surprise=surprise_effect(catalogue, crowd[:FOR_DIAL], seed),
    )
