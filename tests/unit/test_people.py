"""Synthetic people: the same for a seed, and like what they are said to be like."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from bot.evaluation.people import MINUTES, answers, drawn, people, tastes
from bot.orientation.interests import evidence_of, interest_profile
from bot.orientation.statements import AXES, LETTERS
from tests.unit.small_world import WORLD


def test_a_seed_gives_the_same_people_and_another_seed_others() -> None:
    assert people(WORLD, 20, seed=1) == people(WORLD, 20, seed=1)
    assert people(WORLD, 20, seed=1) != people(WORLD, 20, seed=2)


def test_the_first_people_do_not_depend_on_how_many_are_drawn() -> None:
    assert people(WORLD, 30, seed=1)[:10] == people(WORLD, 10, seed=1)


def test_homes_are_drawn_by_population() -> None:
    homes = Counter(one.profile.insee_code for one in people(WORLD, 300, seed=3))
    assert homes["69001"] > homes["38001"] > homes["69002"]
    assert homes["69001"] / 300 == pytest.approx(200_000 / 240_500, abs=0.1)


def test_who_has_a_car_has_the_licence() -> None:
    drivers = [one for one in people(WORLD, 200, seed=4) if one.profile.vehicle == "car"]
    assert drivers
    assert all(one.profile.has_licence_b for one in drivers)


def test_past_jobs_are_drawn_among_those_that_hire_in_the_basin_each_once() -> None:
    crowd = [one for one in people(WORLD, 200, seed=5) if one.profile.insee_code == "38001"]
    hiring = {row.fap_code for row in WORLD.demand if row.basin_code == "b1" and row.projects}
    for one in crowd:
        codes = [past.rome_code for past in one.profile.past_jobs]
        assert len(set(codes)) == len(codes)
        assert {WORLD.job_by_code[code].fap_code for code in codes} <= hiring


def test_without_any_figure_past_jobs_still_come() -> None:
    silent = replace(WORLD, demand=())
    assert any(one.profile.past_jobs for one in people(silent, 20, seed=5))


def test_tastes_are_highest_around_the_letter_and_stay_in_bounds() -> None:
    chance = np.random.default_rng(6)
    drawn_tastes = [tastes("S", chance) for _ in range(300)]
    means = {letter: np.mean([one[letter] for one in drawn_tastes]) for letter in LETTERS}
    assert max(means, key=lambda letter: means[letter]) == "S"
    assert min(means, key=lambda letter: means[letter]) == "R"
    assert all(set(one) == set(AXES) for one in drawn_tastes)
    assert all(-1 <= value <= 1 for one in drawn_tastes for value in one.values())


def test_answers_lead_back_to_the_letter_for_most_people() -> None:
    crowd = people(WORLD, 200, seed=7)
    found = 0
    for one in crowd:
        scores = interest_profile(evidence_of(one.profile)).scores
        letters = {letter: scores.get(letter, 0.0) for letter in LETTERS}
        found += letters[one.letter] >= sorted(letters.values())[-2]
    assert found / len(crowd) > 0.6


def test_a_person_without_any_taste_for_a_thing_says_no_to_it() -> None:
    chance = np.random.default_rng(8)
    given = answers(dict.fromkeys(AXES, -1.0), chance)
    assert set(given.values()) <= {-1.0, None, 1.0}
    assert Counter(given.values())[-1.0] > len(given) / 2


def test_values_are_drawn_as_often_as_their_shares() -> None:
    chance = np.random.default_rng(9)
    counts = Counter(drawn(MINUTES, chance) for _ in range(2000))
    assert counts[30] / 2000 == pytest.approx(MINUTES[30], abs=0.04)
    assert set(counts) == set(MINUTES)
