"""Opening and the déclic."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.orientation.catalogue import Catalogue
from bot.orientation.matching import choose, rank
from bot.orientation.opening import FAR, axis_distances, choose_declic, opening
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
    person = seen(replace(DRIVER, statements={"repair": 1.0, "draw": -1.0, "outside": 0.5}))
    world_job = job("B1", "RA", "f", "outdoors")
    world = with_jobs(world_job)
    person = replace(person, catalogue=world)
    distances = axis_distances(person, world_job)
    others = [d for axis, d in distances.items() if axis != "A"]
    found = opening(person, world_job)
    assert found is not None
    assert (found.far_axis, distances["A"]) == ("A", 1.0)
    assert found.value == pytest.approx(1 / (1 + sum(others) / len(others)))


def test_opening_is_unknown_when_fewer_than_two_axes_are() -> None:
    assert opening(seen(DRIVER), by_code("I1604")) is None


def declic_of(profile: Profile, catalogue: Catalogue = WORLD) -> str | None:
    ranking = rank(catalogue, profile, 1)
    found = choose_declic(ranking, choose(ranking, 3))
    return found.job.rome_code if found else None


def test_the_declic_is_outside_the_past_domain_near_on_every_axis_but_one_and_recruits() -> None:
    cashier = replace(
        DRIVER,
        past_jobs=(CASHIER,),
        statements={"tidy": 1.0, "crowd": 1.0, "care": 1.0, "repair": 0.5},
    )
    ranking = rank(WORLD, cashier, 1)
    beside = choose(ranking, 1)
    found = choose_declic(ranking, beside)
    assert found is not None and found.recruits
    assert found.job.domain not in {"D", *(match.job.domain for match in beside)}
    distances = axis_distances(ranking.situation, found.job)
    assert sum(distance >= FAR for distance in distances.values()) == 1


def test_a_job_of_the_past_domain_is_never_a_declic_however_good() -> None:
    tempting = job("D0001", "CR", "rayon2", "public_contact")
    world = replace(WORLD, jobs=(by_code("D1505"), tempting), demand=(demand("rayon2", "b1", 900),))
    cashier = replace(DRIVER, past_jobs=(CASHIER,), statements={"tidy": 1.0, "crowd": 1.0})
    assert choose_declic(rank(world, cashier, 1), ()) is None
    elsewhere = replace(world, jobs=(*world.jobs, replace(tempting, rome_code="M0001", domain="M")))
    found = choose_declic(rank(elsewhere, cashier, 1), ())
    assert found is not None and found.job.rome_code == "M0001"


def test_a_surprise_never_goes_against_a_clear_no() -> None:
    only_outdoors = replace(WORLD, jobs=(by_code("A1203"),))
    likes = {"repair": 1.0, "machines": 1.0}
    assert declic_of(replace(DRIVER, statements={**likes, "outside": -1.0}), only_outdoors) is None


def test_no_declic_without_any_known_taste() -> None:
    assert declic_of(DRIVER) is None
