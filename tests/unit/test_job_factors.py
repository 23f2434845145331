"""One job under the glass: what is missing, and what would open it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.orientation.circumstance_answers import read_circumstances
from bot.orientation.levers import LEVERS
from bot.orientation.matching import rank
from bot.orientation.profile import Profile
from bot.orientation.unlocking import LEVER_CHANGES, fewest_levers, together, unlocking
from bot.services.job_factors import JobFactors, job_factors
from bot.services.unlock import Person, offers_by_lever
from tests.personas import PERSONAS, Persona
from tests.unit.persona_view import DAY, catalogue, offers
from tests.unit.small_world import CASHIER, DRIVER, WORLD


def looked_at(profile: Profile, rome_code: str, known: object = WORLD) -> JobFactors:
    ranking = rank(known, profile, 3)  # type: ignore[arg-type]
    giving = offers_by_lever(offers(), Person(profile, read_circumstances({}), DAY, 3))
    return job_factors(ranking.match(rome_code), unlocking(ranking, 3), giving, 3)


def questions(found: JobFactors) -> set[tuple[str, str | None]]:
    return {(one.criterion, one.question) for one in found.missing}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"insee_code": None}, ("hiring", "commune"), id="home"),
        pytest.param({"hours_refused": None}, ("hours", "hours_refused"), id="hours"),
        pytest.param({"conditions_refused": None}, ("conditions", "conditions_refused"),
                     id="conditions"),
        pytest.param({"training_accepted": None}, ("training", "training"), id="training"),
        pytest.param({}, ("letters", "interests"), id="tastes"),
        pytest.param({}, ("experience", "past_jobs"), id="past jobs"),
        pytest.param({"has_licence_b": None}, ("licence", "licence"), id="licence"),
    ],
)  # fmt: skip
def test_what_was_not_told_is_named_with_its_question(
    changes: dict[str, object], expected: tuple[str, str]
) -> None:
    profile = replace(DRIVER, **changes)  # type: ignore[arg-type]
    assert expected in questions(looked_at(profile, "N4105"))


def test_what_the_source_does_not_say_is_no_question_to_the_person() -> None:
    short = replace(DRIVER, past_jobs=(CASHIER,), training_accepted="short")
    told = questions(looked_at(short, "J1506"))
    assert ("training", None) in told and ("experience", "past_jobs") not in told


def test_what_weighs_most_is_missing_first() -> None:
    most = [one.most for one in looked_at(DRIVER, "D1505").missing]
    assert most == sorted(most, reverse=True) and most[0] > 0


def test_a_job_that_is_ruled_out_has_its_ways_with_the_offers_of_each_lever() -> None:
    found = looked_at(replace(DRIVER, has_licence_b=False, vehicle="scooter"), "N4105")
    assert any(way.levers == ("licence",) for way in found.ways)
    assert all(set(way.offers) == set(way.levers) for way in found.ways)
    assert found.ways[0].offers["licence"]


def test_three_levers_are_found_when_two_are_not_enough() -> None:
    nadia = replace(PERSONAS[0].profile, training_accepted="none")
    ranking = rank(catalogue(), nadia, 3)
    found = together(ranking, LEVERS, 3)
    assert found is not None
    by_two = set().union(*(one.rows.tolist() for one in unlocking(ranking, 3)))
    left = [row for row in found.rows.tolist() if row not in by_two]
    assert left
    for row in left:
        levers = fewest_levers(ranking, row, 3)
        assert len(levers) > 2
        for lever in levers:
            fewer = together(ranking, [one for one in levers if one != lever], 3)
            assert fewer is None or row not in fewer.rows


def test_what_no_lever_opens_says_so() -> None:
    found = looked_at(replace(DRIVER, conditions_refused=frozenset({"heavy_loads"})), "D1507")
    assert found.why.limits and not found.ways


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
def test_every_way_in_opens_the_job_in_a_ranking_made_anew(persona: Persona) -> None:
    ranking = rank(catalogue(), persona.profile, 3)
    out = [row for row in range(0, len(catalogue().jobs), 23) if ranking.is_ruled_out[row]]
    for row in out:
        code = catalogue().jobs[row].rome_code
        for way in looked_at(persona.profile, code, catalogue()).ways:
            changed: Profile | None = persona.profile
            for lever in way.levers:
                assert changed is not None
                changed = LEVER_CHANGES[lever](changed)
            assert changed is not None
            assert rank(catalogue(), changed, 3).match(code).feasible != "no"
