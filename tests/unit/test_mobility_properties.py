"""What holds for any home and any answers, and the same shares by a plain loop."""

from __future__ import annotations

from dataclasses import replace
from math import pi, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.orientation.catalogue import Catalogue
from bot.orientation.mobility import BasinReach, reach
from bot.orientation.profile import MODES_GAINED, VEHICLES, Profile
from bot.orientation.territory import BIG_TOWN, TOWN, Basin, Commune, distance_km
from bot.orientation.travel_modes import END_KM, FAR_KM, MODES, USUAL, available_modes
from bot.orientation.trips import trips_from
from tests.unit.small_world import COMMUNES, WORLD, always, reached

YES_NO = st.booleans() | st.none()
MINUTES = st.integers(1, 180) | st.none()
PROFILES = st.builds(
    Profile,
    insee_code=st.sampled_from([commune.insee_code for commune in COMMUNES]) | st.none(),
    has_licence_b=YES_NO,
    vehicle=st.sampled_from(VEHICLES) | st.none(),
    has_public_transport=YES_NO,
    modes_gained=st.frozensets(st.sampled_from(MODES_GAINED)),
    max_minutes=MINUTES,
)
PLACES = st.lists(
    st.tuples(
        st.floats(45.3, 45.75), st.floats(4.7, 5.4), st.integers(0, 90_000), st.sampled_from("bcd")
    ),
    min_size=1,
    max_size=12,
)


def world_of(places: list[tuple[float, float, int, str]]) -> Catalogue:
    communes = tuple(
        Commune(f"38{row:03}", str(row), (), "38", latitude, longitude, people, basin)
        for row, (latitude, longitude, people, basin) in enumerate(places)
    )
    return replace(WORLD, communes=communes, basins=tuple(Basin(b, b, "84") for b in "bcd"))


def plain_minutes(world: Catalogue, home: Commune, there: Commune, mode: str, hours: str) -> float:
    """The formula of trips.py, commune by commune."""

    def density(one: Commune) -> int:
        around = sum(
            other.population or 0
            for other in world.communes
            if distance_km(one.latitude, one.longitude, other.latitude, other.longitude) <= 5
        )
        return (around >= TOWN) + (around >= BIG_TOWN)

    table, ends = MODES[mode], (density(home), density(there))
    crow = distance_km(home.latitude, home.longitude, there.latitude, there.longitude)
    crow = max(crow, 0.5, 0.9 * sqrt((there.population or 0) / (3000 * pi)))
    first, last = (END_KM[end] for end in ends)
    slow = (min(first, max(crow / 2, crow - last)), min(last, max(crow / 2, crow - first)))
    far = max(crow - sum(slow) - FAR_KM, 0)
    pace = sum(km * 60 / table.speed_kmh[end] for km, end in zip(slow, ends, strict=True))
    pace += (crow - sum(slow) - far) * 60 / table.speed_kmh[0]
    pace += far * 60 / (table.far_kmh or table.speed_kmh[0])
    return sum(table.wait(hours)[end] for end in ends) / 2 + table.detour * pace


def plain_share(world: Catalogue, profile: Profile, basin: str, modes: set[str]) -> float:
    home, limit = world.communes[0], profile.max_minutes or 30
    people, inside = 0, 0.0
    for there in world.communes:
        if there.basin_code != basin:
            continue
        minutes = {mode: plain_minutes(world, home, there, mode, USUAL) for mode in modes}
        part = float(min(minutes.values()) <= limit)
        if there is home and 7.8125 <= limit < minutes["walk"]:
            part = max(part, (limit / minutes["walk"]) ** 2)
        people += there.population or 0
        inside += part * (there.population or 0)
    return inside / max(people, 1)


@always
@given(PLACES, PROFILES)
def test_shares_are_those_of_a_plain_loop(
    places: list[tuple[float, float, int, str]], answers: Profile
) -> None:
    world = world_of(places)
    profile = replace(answers, insee_code="38000")
    sure, to_check, _ = available_modes(profile)
    usable = {*sure, *to_check} - {"carpool"}
    found = reached(world, profile).basins
    for basin in {commune.basin_code for commune in world.communes}:
        shares = (found[basin].share, found[basin].share_to_check) if basin in found else (0, 0)
        plain = [plain_share(world, profile, basin, modes) for modes in (set(sure), usable)]
        assert shares == pytest.approx(plain)


def shares(basin: BasinReach) -> tuple[float, float, float, float]:
    return basin.share, basin.share_to_check, basin.share_weekend, basin.share_night


@always
@given(PROFILES, st.integers(1, 120))
def test_more_minutes_never_lose_anything(profile: Profile, more: int) -> None:
    before = reached(WORLD, profile)
    after = reached(WORLD, replace(profile, max_minutes=before.max_minutes + more))
    for code, basin in before.basins.items():
        assert all(a >= b for a, b in zip(shares(after.basins[code]), shares(basin), strict=True))


@always
@given(PROFILES, st.sampled_from(MODES_GAINED))
def test_one_more_way_to_travel_never_loses_anything(profile: Profile, mode: str) -> None:
    trips = trips_from(WORLD, profile, carpool_zone={"38", "69"})
    gained = replace(profile, modes_gained=profile.modes_gained | {mode})
    after = reach(trips, gained).basins
    for code, basin in reach(trips, profile).basins.items():
        assert all(a >= b for a, b in zip(shares(after[code]), shares(basin), strict=True))


@always
@given(PROFILES)
def test_any_answers_give_shares_in_order_between_zero_and_one(profile: Profile) -> None:
    trips = trips_from(WORLD, profile, carpool_zone={"38"})
    for basin in reach(trips, profile).basins.values():
        assert 0 <= basin.share <= basin.share_to_check <= 1 + 1e-9
        assert 0 <= basin.share_night <= basin.share_weekend <= basin.share_to_check
        assert basin.minutes >= 0


@always
@given(PROFILES)
def test_columns_and_basins_tell_the_same_with_home_first(profile: Profile) -> None:
    found = reached(WORLD, profile)
    assert found.basin_codes == tuple(found.basins)
    assert found.basin_codes[:1] == ((found.home_basin,) if found.home_basin else ())
    assert found.share_night.tolist() == [basin.share_night for basin in found.basins.values()]
    assert found.mode == tuple(basin.mode for basin in found.basins.values())


@always
@given(PROFILES, st.text(max_size=12))
def test_the_name_of_the_commune_changes_nothing(profile: Profile, name: str) -> None:
    renamed = tuple(replace(commune, name=name) for commune in COMMUNES)
    there = reached(replace(WORLD, communes=renamed), profile).basins
    assert there == reached(WORLD, profile).basins
