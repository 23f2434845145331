"""What levers open: alone, in pairs, and never less than what was open before."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from bot.orientation.catalogue import Catalogue
from bot.orientation.levers import LEVERS
from bot.orientation.matching import rank
from bot.orientation.opportunity import REAL_HIRING
from bot.orientation.profile import Profile
from bot.orientation.unlocking import (
    LEVER_CHANGES,
    LONGEST_TRIP,
    Unlocked,
    openings_in_reach,
    together,
    unlocking,
    with_lever,
)
from tests.unit.small_world import DRIVER, WORLD, always, demand, job, with_jobs
from tests.unit.test_matching_properties import PROFILES

WALKER = replace(DRIVER, vehicle="none", has_licence_b=False, max_minutes=30)
PARENT = replace(DRIVER, hours_refused=frozenset({"outside_school"}))


def opened(profile: Profile, catalogue: Catalogue = WORLD) -> dict[tuple[str, ...], Unlocked]:
    return {one.levers: one for one in unlocking(rank(catalogue, profile, 1), 1)}


def codes(unlocked: Unlocked) -> set[str]:
    return {WORLD.jobs[row].rome_code for row in unlocked.rows}


def test_every_lever_has_its_change() -> None:
    assert set(LEVER_CHANGES) == set(LEVERS)


@pytest.mark.parametrize(
    ("lever", "changes", "field", "value"),
    [
        pytest.param("licence", {"has_licence_b": False}, "has_licence_b", True, id="licence"),
        pytest.param("car", {"vehicle": "none"}, "modes_gained", frozenset({"car"}), id="car"),
        pytest.param("bike", {"vehicle": "car"}, "modes_gained", frozenset({"bike"}), id="bike"),
        pytest.param("carpool", {}, "modes_gained", frozenset({"carpool"}), id="carpool"),
        pytest.param("minutes", {"max_minutes": 30}, "max_minutes", 45, id="15 minutes more"),
        pytest.param("training", {"training_accepted": "none"}, "training_accepted", "short",
                     id="a short training"),
        pytest.param("childcare", {"hours_refused": frozenset({"outside_school", "night"})},
                     "hours_refused", frozenset({"night"}), id="childcare lifts school hours only"),
    ],
)  # fmt: skip
def test_a_lever_changes_one_thing(
    lever: str, changes: dict[str, object], field: str, value: object
) -> None:
    before = replace(DRIVER, **changes)  # type: ignore[arg-type]
    after = with_lever(before, lever)
    assert after is not None and getattr(after, field) == value
    assert replace(after, **{field: getattr(before, field)}) == before  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lever", "changes"),
    [
        pytest.param("licence", {"has_licence_b": True}, id="has the licence"),
        pytest.param("licence", {"has_licence_b": None}, id="licence not told: a question"),
        pytest.param("car", {"vehicle": "car"}, id="has a car"),
        pytest.param("car", {"vehicle": None}, id="vehicle not told: a question"),
        pytest.param("bike", {"vehicle": "bike"}, id="has a bike"),
        pytest.param("minutes", {"max_minutes": None}, id="minutes not told: a question"),
        pytest.param("minutes", {"max_minutes": LONGEST_TRIP}, id="nobody travels longer"),
        pytest.param("training", {"training_accepted": "short"}, id="accepts it already"),
        pytest.param("training", {"training_accepted": None}, id="training not told"),
        pytest.param("childcare", {"hours_refused": None}, id="hours not told"),
        pytest.param("childcare", {"hours_refused": frozenset({"night"})}, id="no school hours"),
    ],
)
def test_a_lever_that_changes_nothing_is_none(lever: str, changes: dict[str, object]) -> None:
    assert with_lever(replace(DRIVER, **changes), lever) is None  # type: ignore[arg-type]


def test_the_licence_opens_the_jobs_that_ask_for_it() -> None:
    found = opened(replace(DRIVER, has_licence_b=False, vehicle="scooter", max_minutes=60))
    assert "N4105" in codes(found[("licence",)])
    assert found[("licence",)].openings > 0


def test_a_pair_tells_only_what_its_levers_do_not_give_alone() -> None:
    world = replace(WORLD, demand=(demand("garage", "b1", 400), demand("livraison", "b1", 400)))
    village = replace(WALKER, insee_code="69002", max_minutes=20)
    found = opened(village, world)
    assert ("car",) not in found
    assert {"I1604", "N4105"} <= codes(found["licence", "car"])
    for levers, one in found.items():
        alone = [found[(lever,)] for lever in levers if len(levers) > 1 and (lever,) in found]
        assert not codes(one) & set().union(*map(codes, alone))


def test_childcare_opens_jobs_of_unusual_hours_that_were_not_refused_by_name() -> None:
    assert "D1505" in codes(opened(PARENT)[("childcare",)])
    stricter = replace(PARENT, hours_refused=frozenset({"outside_school", "weekend"}))
    assert "D1505" not in codes(opened(stricter)[("childcare",)])


def test_nothing_is_opened_for_whom_everything_is_open() -> None:
    assert ("licence",) not in opened(DRIVER)
    assert ("childcare",) not in opened(DRIVER)


def test_jobs_gained_come_best_first_each_of_another_family() -> None:
    twins = with_jobs(job("N0001", "R", "livraison", needs_licence_b=True))
    likes = {"machines": 1.0, "repair": 1.0}
    person = replace(DRIVER, has_licence_b=False, vehicle="scooter", statements=likes)
    best = opened(person, twins)[("licence",)].matches(5)
    assert len({match.job.fap_code for match in best}) == len(best) > 0
    assert all(match.feasible != "no" for match in best)


@always
@given(PROFILES)
def test_levers_only_add(profile: Profile) -> None:
    ranking = rank(WORLD, profile, 1)
    today = np.isin(np.arange(len(WORLD.jobs)), ranking.order)
    for one in unlocking(ranking, 1):
        after = np.isin(np.arange(len(WORLD.jobs)), one.ranking.order)
        assert not (today & ~after).any()
        assert one.openings >= -1e-9
        assert 0 <= one.suiting <= len(one.rows)
        more = openings_in_reach(one.situation, after)
        assert more >= openings_in_reach(ranking.situation, today) - 1e-9


@always
@given(profile=PROFILES)
def test_one_lever_together_gives_what_it_gives_alone(profile: Profile) -> None:
    ranking = rank(WORLD, profile, 1)
    alone = {one.levers: one for one in unlocking(ranking, 1)}
    for lever in LEVERS:
        found = together(ranking, [lever], 1)
        if (lever,) in alone:
            assert found is not None
            assert codes(found) == codes(alone[(lever,)])
            assert found.openings == pytest.approx(alone[(lever,)].openings)
        else:
            assert found is None or not len(found.rows)


@always
@given(profile=PROFILES)
def test_all_levers_together_are_the_plain_ranking_of_the_changed_person(profile: Profile) -> None:
    """Counted anew from a ranking of the person who would have all levers."""
    ranking = rank(WORLD, profile, 1)
    found = together(ranking, LEVERS, 1)
    assert found is not None
    then, now = rank(WORLD, found.situation.profile, 1), ranking
    past = {job.rome_code for _, job in ranking.situation.past}
    is_freed = "licence" in found.levers
    table = ranking.situation.table
    expected = {
        one.job.rome_code
        for one in then.matches
        if then.columns["hiring"].values[one.row] >= REAL_HIRING
        or then.situation.reach.home_basin is None
        if one.row not in now.order or now.columns["hiring"].values[one.row] < REAL_HIRING
        if one.job.rome_code not in past
        if not (is_freed and table.is_heavy_vehicle[one.row])
    }
    assert codes(found) == expected


def test_a_lever_of_no_use_alone_counts_once_the_other_is_there() -> None:
    ranking = rank(WORLD, WALKER, 1)
    found = together(ranking, ["car", "licence"], 1)
    assert found is not None and found.levers == ("licence", "car")
    assert together(ranking, ["childcare"], 1) is None
