"""The map of what is in reach, before and after: states and places counted anew."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bot.orientation.matching import rank
from bot.orientation.mobility import Reach
from bot.orientation.profile import Profile
from bot.orientation.reach_map import (
    GAINED,
    HOME,
    MOST_NAMES,
    OUT,
    REACH,
    STATES,
    basin_changes,
    reach_map,
)
from bot.orientation.situation import Situation, situation_of
from bot.orientation.unlocking import together
from tests.personas import PERSONAS, Persona
from tests.unit.persona_view import catalogue
from tests.unit.small_world import DRIVER, WORLD

WALKER = replace(DRIVER, vehicle="none", has_licence_b=False, max_minutes=30)


def before_and_after(profile: Profile, levers: list[str]) -> tuple[Situation, Situation]:
    ranking = rank(catalogue(), profile, 1)
    found = together(ranking, levers, 1)
    return ranking.situation, found.situation if found else ranking.situation


def reached(within: Reach) -> set[str]:
    return {code for code, basin in within.basins.items() if basin.share_to_check > 0}


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
def test_basins_are_home_in_reach_or_gained_as_the_reaches_say(persona: Persona) -> None:
    before, after = before_and_after(persona.profile, ["licence", "car", "minutes"])
    states = {one.basin_code: one.state for one in basin_changes(before.reach, after.reach)}
    home = before.reach.home_basin
    today = reached(before.reach) - {home}
    assert {code for code, state in states.items() if state == REACH} == today
    assert {code for code, state in states.items() if state == GAINED} == (
        reached(after.reach) - today - {home}
    )
    assert [code for code, state in states.items() if state == HOME] == [home]


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
def test_every_commune_of_the_map_is_a_dot_of_its_basin_at_its_place(persona: Persona) -> None:
    before, after = before_and_after(persona.profile, ["licence", "car"])
    drawn = reach_map(before, after)
    assert drawn is not None
    home = catalogue().commune_by_code[persona.profile.insee_code or ""]
    state = {one.basin_code: one.state for one in basin_changes(before.reach, after.reach)}
    around = {
        (round(east, 3), round(north, 3)): one
        for one, dots in drawn.dots.items()
        for east, north in dots.tolist()
    }
    counted = 0
    for commune in catalogue().communes:
        north = np.radians(commune.latitude - home.latitude) * 6371
        east = np.radians(commune.longitude - home.longitude) * 6371
        east *= np.cos(np.radians(home.latitude))
        if max(abs(east), abs(north)) < drawn.half_km - 0.01:
            place = (round(float(east), 3), round(float(north), 3))
            assert around[place] == state.get(commune.basin_code, OUT)
            counted += 1
    assert counted > 50


def test_more_minutes_never_lose_a_basin() -> None:
    before, after = before_and_after(PERSONAS[0].profile, ["minutes"])
    gone = [one for one in basin_changes(before.reach, after.reach) if one.after is None]
    assert not gone


def test_rings_grow_with_the_minutes_and_stay_within_the_accepted_ones() -> None:
    before, after = before_and_after(PERSONAS[0].profile, ["licence", "car", "minutes"])
    drawn = reach_map(before, after)
    assert drawn is not None and drawn.rings
    minutes, distances = zip(*drawn.rings, strict=True)
    assert list(distances) == sorted(distances) and max(minutes) <= after.reach.max_minutes


def test_without_a_home_there_is_no_map_and_no_basin() -> None:
    nowhere = situation_of(WORLD, replace(WALKER, insee_code=None))
    assert reach_map(nowhere, nowhere) is None
    assert basin_changes(nowhere.reach, nowhere.reach) == ()


def test_home_is_named_first_and_names_are_few() -> None:
    before, _ = before_and_after(PERSONAS[0].profile, [])
    drawn = reach_map(before, before)
    assert drawn is not None
    assert drawn.names[0].basin_code == before.reach.home_basin
    assert len(drawn.names) <= MOST_NAMES
    assert set(drawn.dots) == set(STATES) and not len(drawn.dots[GAINED])
