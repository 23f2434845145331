"""Opening and the déclic."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bot.orientation.catalogue import Catalogue
from bot.orientation.choosing import choose
from bot.orientation.matching import Match, Ranking, rank
from bot.orientation.opening import DISTANCE_AXES, FAR, choose_declics, openings
from bot.orientation.profile import (
    Profile,
)
from tests.unit.small_world import (
    CASHIER,
    DRIVER,
    WORLD,
    by_code,
    demand,
    job,
    seen,
    with_jobs,
)

HANDS_ON = replace(DRIVER, statements={"repair": 1.0, "machines": 1.0, "care": -1.0, "tidy": -0.5})


def test_opening_is_the_largest_distance_over_one_plus_the_mean_of_the_others() -> None:
    world = with_jobs(job("B1", "RA", "f", "outdoors"))
    person = replace(DRIVER, statements={"repair": 1.0, "draw": -1.0, "outside": 0.5})
    found, row = openings(seen(person, world)), world.job_table.row_by_code["B1"]
    distances = dict(zip(DISTANCE_AXES, found.distances[row].tolist(), strict=True))
    others = [d for axis, d in distances.items() if axis != "A" and d == d]
    assert (found.far_axis(row), distances["A"], len(others)) == ("A", 1.0, 3)
    assert found.value[row] == pytest.approx(1 / (1 + sum(others) / len(others)))


def test_opening_is_unknown_when_fewer_than_two_axes_are() -> None:
    assert np.isnan(openings(seen(DRIVER)).value).all()


def declic(ranking: Ranking, beside: tuple[Match, ...]) -> Match | None:
    return next(iter(choose_declics(ranking, 1, beside)), None)


def declic_of(profile: Profile, catalogue: Catalogue = WORLD) -> str | None:
    ranking = rank(catalogue, profile, 1)
    found = declic(ranking, choose(ranking, 3))
    return found.job.rome_code if found else None


def test_the_declic_is_outside_the_past_domain_near_on_every_axis_but_one_and_recruits() -> None:
    cashier = replace(
        DRIVER,
        past_jobs=(CASHIER,),
        statements={"tidy": 1.0, "crowd": 1.0, "care": 1.0, "repair": 0.5},
    )
    ranking = rank(WORLD, cashier, 1)
    beside = choose(ranking, 1)
    found = declic(ranking, beside)
    assert found is not None and found.recruits
    assert found.job.domain not in {"D", *(match.job.domain for match in beside)}
    assert (openings(ranking.situation).distances[found.row] >= FAR).sum() == 1


def test_a_job_of_the_past_domain_is_never_a_declic_however_good() -> None:
    tempting = job("D0001", "CR", "rayon2", "public_contact")
    world = replace(WORLD, jobs=(by_code("D1505"), tempting), demand=(demand("rayon2", "b1", 900),))
    cashier = replace(DRIVER, past_jobs=(CASHIER,), statements={"tidy": 1.0, "crowd": 1.0})
    assert declic(rank(world, cashier, 1), ()) is None
    elsewhere = replace(world, jobs=(*world.jobs, replace(tempting, rome_code="M0001", domain="M")))
    found = declic(rank(elsewhere, cashier, 1), ())
    assert found is not None and found.job.rome_code == "M0001"


def test_a_surprise_never_goes_against_a_clear_no() -> None:
    only_outdoors = replace(WORLD, jobs=(by_code("A1203"),))
    likes = {"repair": 1.0, "machines": 1.0}
    assert declic_of(replace(DRIVER, statements={**likes, "outside": -1.0}), only_outdoors) is None


def test_no_declic_without_any_known_taste() -> None:
    assert declic_of(DRIVER) is None
