"""Switches "et si": figures against a plain ranking made anew, and where a person stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.orientation.circumstance_answers import read_circumstances
from bot.orientation.levers import LEVERS
from bot.orientation.matching import rank
from bot.orientation.opportunity import REAL_HIRING
from bot.orientation.profile import Profile
from bot.services.switches import Board, Switch, board
from bot.services.unlock import Person, ways
from tests.personas import PERSONAS, Persona
from tests.unit.persona_view import DAY, catalogue, offers
from tests.unit.small_world import DRIVER, WORLD

WALKER = replace(DRIVER, vehicle="none", has_licence_b=False, max_minutes=30)
PARENT = replace(DRIVER, hours_refused=frozenset({"outside_school"}))


def person_of(profile: Profile) -> Person:
    return Person(profile, read_circumstances({}), DAY, 3)


def pressed(profile: Profile, *on: str, small: bool = False) -> Board:
    known = WORLD if small else catalogue()
    return board(rank(known, profile, 3), offers(), person_of(profile), on)


def switch(profile: Profile, lever: str, *on: str, small: bool = True) -> Switch:
    found = pressed(profile, *on, small=small)
    return next(one for one in found.switches if one.lever == lever)


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
def test_switches_alone_open_what_the_conversation_tells_of_them(persona: Persona) -> None:
    told = {
        way.levers: way.gained for way in ways(catalogue(), offers(), person_of(persona.profile))
    }
    ranking = rank(catalogue(), persona.profile, 3)
    for one in board(ranking, offers(), person_of(persona.profile), ()).switches:
        if one.lever != "carpool":
            assert one.jobs == told.get((one.lever,), 0)


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
def test_before_plus_gained_is_what_a_plain_ranking_of_the_changed_person_counts(
    persona: Persona,
) -> None:
    gains = pressed(persona.profile, "licence", "car", "minutes", "training").gains
    if gains.unlocked is None:
        return
    then = rank(catalogue(), gains.unlocked.situation.profile, 3)
    now = rank(catalogue(), persona.profile, 3)
    past = {job.rome_code for _, job in now.situation.past}

    def hires(ranking) -> set[str]:  # type: ignore[no-untyped-def]
        value = ranking.columns["hiring"].values
        return {m.job.rome_code for m in ranking.matches if not value[m.row] < REAL_HIRING}

    heavy = {
        job.rome_code
        for row, job in enumerate(catalogue().jobs)
        if "licence" in gains.unlocked.levers and catalogue().job_table.is_heavy_vehicle[row]
    }
    assert gains.jobs_before == len(hires(now))
    assert gains.jobs_gained == len(hires(then) - hires(now) - past - heavy)


@pytest.mark.parametrize(
    ("profile", "lever", "standing"),
    [
        pytest.param(DRIVER, "licence", "held", id="has the licence"),
        pytest.param(replace(DRIVER, has_licence_b=None), "licence", "untold", id="not told"),
        pytest.param(DRIVER, "childcare", "held", id="no school hours refused"),
        pytest.param(replace(DRIVER, hours_refused=None), "childcare", "untold", id="hours untold"),
        pytest.param(PARENT, "childcare", "opens", id="childcare opens what is outside school"),
    ],
)
def test_each_switch_tells_where_the_person_stands(
    profile: Profile, lever: str, standing: str
) -> None:
    assert switch(profile, lever).standing == standing


def test_a_car_tells_the_licence_that_it_needs_and_what_both_open() -> None:
    nadia = PERSONAS[0].profile
    car = switch(nadia, "car", small=False)
    both = pressed(nadia, "licence", "car").gains
    assert (
        car.standing == "needs"
        and car.partner == "licence"
        and 0 < car.jobs_with_partner <= both.jobs_gained
    )


def test_childcare_tells_the_hours_that_become_possible_and_its_offers() -> None:
    gains = pressed(PARENT, "childcare", small=True).gains
    assert gains.unlocked is not None
    rows = gains.unlocked.rows
    for hours, count in gains.hours.items():
        assert count == sum(hours in WORLD.jobs[row].contexts for row in rows)
    assert set(gains.hours) == {"night", "weekend"}
    offered = {one.offer.offer_id for one in switch(PARENT, "childcare", small=False).offers}
    assert "creche-avip" in offered


def test_a_night_refused_for_itself_stays_refused_with_childcare() -> None:
    no_nights = replace(PARENT, hours_refused=frozenset({"outside_school", "night"}))
    gains = pressed(no_nights, "childcare", small=True).gains
    assert "night" not in gains.hours and gains.jobs_gained


def test_what_changes_nothing_is_told_as_idle() -> None:
    gains = pressed(DRIVER, "licence", "minutes", small=True).gains
    assert gains.idle == ("licence",) and gains.unlocked is not None


def test_nothing_pressed_gains_nothing_and_the_profile_is_never_touched() -> None:
    ranking = rank(WORLD, WALKER, 3)
    found = board(ranking, (), person_of(WALKER), LEVERS)
    assert ranking.situation.profile == WALKER
    assert pressed(WALKER, small=True).gains.unlocked is None
    assert found.gains.openings_gained >= 0
