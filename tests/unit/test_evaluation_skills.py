"""What the evaluation says of skills, on worlds whose answer is known and on the bundled jobs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bot.adapters import catalogue_files
from bot.evaluation.intervals import bootstrap, mean_of
from bot.evaluation.near_jobs import near_job_recovery
from bot.evaluation.riasec_agreement import cohen_kappa, riasec_agreement
from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Skill
from bot.settings import ROOT
from tests.unit.small_world import WORLD, job

FEW = 50
"""Resamples: enough for what is tested here."""


def world(count: int, skill_of: dict[int, str], letter: str = "R") -> Catalogue:
    """Jobs 0 to count, each near the other of its pair; skill_of: job -> its skill."""
    codes = [f"A{1000 + n}" for n in range(count)]
    jobs = tuple(
        job(code, letter, "f", near=(codes[n ^ 1],), skills=tuple(skill_of.get(n, "").split()))
        for n, code in enumerate(codes)
    )
    skills = {code: Skill(code, code, letter, None) for code in skill_of.values()}
    return replace(WORLD, jobs=jobs, skills=skills)


PAIRS = world(40, {n: f"s{n // 2}" for n in range(40)})


def test_near_jobs_that_share_a_skill_of_their_own_are_all_found_first() -> None:
    found = near_job_recovery(PAIRS, FEW)
    assert found.jobs == 40
    ranks = found.skills
    assert ranks.recall_at_5.value == ranks.recall_at_10.value == ranks.reciprocal_rank.value == 1
    assert (ranks.recall_at_5.low, ranks.recall_at_5.high) == (1, 1)


def test_a_random_order_finds_as_many_as_chance_gives() -> None:
    found = near_job_recovery(world(200, {n: f"s{n}" for n in range(200)}), FEW)
    assert found.random.recall_at_10.low <= 10 / 199 <= found.random.recall_at_10.high


def test_in_one_domain_the_domain_tells_no_more_than_chance() -> None:
    found = near_job_recovery(PAIRS, FEW)
    assert found.same_grand_domaine == found.random


def test_jobs_without_skills_are_not_ranked() -> None:
    assert near_job_recovery(world(10, {0: "s1", 1: "s1"}), FEW).jobs == 2


def test_the_same_seed_gives_the_same_figures() -> None:
    assert near_job_recovery(PAIRS, FEW, seed=3) == near_job_recovery(PAIRS, FEW, seed=3)


def test_nothing_to_measure_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing to measure"):
        near_job_recovery(world(4, {}), FEW)


def test_letters_of_skills_that_are_those_of_the_jobs_agree_wholly() -> None:
    two = world(6, {n: "s1" for n in range(6)}), world(6, {n: "s2" for n in range(6)}, letter="S")
    moved = tuple(replace(one, rome_code=f"B{one.rome_code[1:]}", near=()) for one in two[1].jobs)
    catalogue = replace(WORLD, jobs=(*two[0].jobs, *moved), skills=two[0].skills | two[1].skills)
    found = riasec_agreement(catalogue, FEW)
    assert (found.jobs, found.undecided) == (12, 0)
    assert (found.accuracy.value, found.kappa.value) == (1, 1)


def test_jobs_whose_skills_have_no_letter_are_left_out_and_counted() -> None:
    catalogue = world(6, {0: "s1", 1: "s1", 2: "s2"})
    silent = catalogue.skills | {"s2": Skill("s2", "Tout faire", None, None)}
    found = riasec_agreement(replace(catalogue, skills=silent), FEW)
    assert (found.jobs, found.undecided) == (2, 4)


KAPPAS = {
    "all alike": ([0, 1, 2, 0], [0, 1, 2, 0], 1.0),
    "as chance would": ([0, 0, 1, 1], [0, 1, 0, 1], 0.0),
    "never alike": ([0, 1], [1, 0], -1.0),
    "by hand: 3 of 4 alike, 1 of 2 by chance": ([0, 0, 1, 1], [0, 0, 1, 0], 0.5),
    "one letter only": ([2, 2], [2, 2], 0.0),
}


@pytest.mark.parametrize(("said", "told", "kappa"), KAPPAS.values(), ids=KAPPAS.keys())
def test_kappa_is_agreement_beyond_chance(said: list[int], told: list[int], kappa: float) -> None:
    assert cohen_kappa(np.array(said), np.array(told)) == pytest.approx(kappa)


def test_an_interval_holds_its_figure_and_narrows_with_more_rows() -> None:
    few, many = (mean_of(np.tile([0.0, 1.0], half)) for half in (10, 1000))
    assert few.low < few.value == 0.5 < few.high
    assert many.high - many.low < few.high - few.low
    assert few.high - few.low == pytest.approx(2 * 1.96 * 0.5 / 20**0.5, rel=0.25)


def test_a_measure_of_no_row_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing to measure"):
        bootstrap(lambda rows: 0.0, 0)


def test_skills_of_the_bundled_jobs_find_near_jobs_far_better_than_their_domain() -> None:
    bundled = catalogue_files.read(ROOT / "data" / "catalogue")
    found = near_job_recovery(bundled, FEW)
    assert found.skills.recall_at_10.low > found.same_grand_domaine.recall_at_10.high
    assert found.skills.recall_at_10.low > found.same_professional_domain.recall_at_10.value
    assert riasec_agreement(bundled, FEW).kappa.low > 0.4
