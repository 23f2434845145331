"""The whole list, as an advisor filters it: counted anew in plain loops."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.orientation.matching import Ranking, rank
from bot.orientation.profile import Profile, Refusal
from bot.services.job_list import (
    BY_HIRING,
    BY_MINUTES,
    PER_PAGE,
    STATES,
    JobList,
    JobWords,
    Line,
    ListOfJobs,
    Marks,
    Wanted,
)
from tests.personas import PERSONAS, Persona
from tests.unit.persona_view import catalogue
from tests.unit.small_world import CASHIER, DRIVER, WORLD

PERSON = replace(
    DRIVER,
    past_jobs=(CASHIER,),
    hours_refused=frozenset({"night", "weekend"}),
    training_accepted="short",
    refusals=(Refusal("A1203", "physical"),),
)


def looked_at(profile: Profile = PERSON, marks: Marks | None = None, **wanted: object) -> JobList:
    listed = ListOfJobs(rank(WORLD, profile, 1), marks or Marks())
    return listed.page(Wanted(**wanted), JobWords(WORLD))  # type: ignore[arg-type]


def codes(found: JobList) -> list[str]:
    return [line.match.job.rome_code for line in found.lines]


def test_every_job_is_there_once_the_possible_ones_first_in_their_order() -> None:
    ranking, found = rank(WORLD, PERSON, 1), looked_at()
    possible = [match.job.rome_code for match in ranking.matches]
    assert codes(found)[: len(possible)] == possible
    assert sorted(codes(found)) == sorted(job.rome_code for job in WORLD.jobs)
    assert [line.place for line in found.lines[: len(possible)]] == [*range(1, len(possible) + 1)]
    assert {line.place for line in found.lines[len(possible) :]} == {None}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param({"words": "agent d15"}, {"D1505", "D1507"}, id="words, all of them"),
        pytest.param({"words": "ÂGENTE i1604"}, {"I1604"}, id="accents and capitals"),
        pytest.param({"words": "zzz"}, set(), id="words of no job"),
        pytest.param({"domain": "K"}, {"K1304", "K1801"}, id="domain"),
        pytest.param({"training": "long"}, {"K1801"}, id="long training"),
        pytest.param({"training": "unknown"}, {"J1506"}, id="training that no source tells"),
        pytest.param({"basin": "b2"}, {"M1607"}, id="basin with a figure"),
        pytest.param({"state": "refused"}, {"A1203"}, id="refused"),
        pytest.param({"state": "past"}, {"D1505"}, id="done before"),
        pytest.param({"domain": "D", "training": "short"}, {"D1102", "D1104"}, id="two filters"),
        pytest.param({"limit": ("hours_refused", "night")}, {"D1102", "J1506"}, id="one limit"),
        pytest.param({"limit": ("training_too_long", "")}, {"K1801"}, id="training too long"),
        pytest.param({"limit": ("no_such", "limit")}, set(), id="a limit that nobody has"),
    ],
)  # fmt: skip
def test_filters_keep_what_answers_them(wanted: dict[str, object], expected: set[str]) -> None:
    found = looked_at(**wanted)
    assert set(codes(found)) == expected and found.count == len(expected)


def test_what_rules_a_job_out_is_told_and_counted_as_the_ranking_does() -> None:
    found = looked_at(state="ruled_out")
    assert all(line.limits for line in found.lines)
    removed = rank(WORLD, PERSON, 1).removed
    for limit, count in removed.items():
        assert looked_at(limit=limit).count == count


def test_marks_are_those_of_the_conversation() -> None:
    marks = Marks(proposed=("D1104", "I1203"), declics=("I1203",), kept=("D1104", "X9999"))
    found = looked_at(marks=marks, state="proposed")
    told = {line.match.job.rome_code: set(line.marks) for line in found.lines}
    assert {"proposed", "kept"} <= told["D1104"] and "declic" not in told["D1104"]
    assert {"proposed", "declic"} <= told["I1203"]
    assert looked_at(marks=marks, state="kept").count == 1


def test_a_basin_shows_its_own_figure() -> None:
    (line,) = looked_at(basin="b2").lines
    assert line.figure is not None and line.figure.projects == 300 and line.basin_code == "b2"


def test_without_a_home_nothing_is_known_of_travel() -> None:
    for line in looked_at(replace(PERSON, insee_code=None)).lines:
        assert line.minutes is None and line.basin_code is None and line.figure is None


def plain_states(ranking: Ranking) -> dict[str, int]:
    feasible = {match.job.rome_code: match.feasible for match in ranking.matches}
    return {
        "possible": len(feasible),
        "to_check": sum(word == "to_check" for word in feasible.values()),
        "ruled_out": int(ranking.is_ruled_out.sum()),
    }


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
def test_pages_hold_all_jobs_of_every_persona(persona: Persona) -> None:
    ranking, words = rank(catalogue(), persona.profile, 3), JobWords(catalogue())
    listed, seen = ListOfJobs(ranking, Marks()), list[str]()
    first = listed.page(Wanted(), words)
    for page in range(1, first.pages + 1):
        seen += codes(listed.page(Wanted(page=page), words))
    assert len(seen) == len(set(seen)) == len(catalogue().jobs) == first.count
    assert len(first.lines) == PER_PAGE
    assert {name: first.counts[name] for name in plain_states(ranking)} == plain_states(ranking)


def group_of(line: Line) -> int:
    return 0 if "possible" in line.marks else 1 if "ruled_out" in line.marks else 2


def most_projects(line: Line) -> int | None:
    projects = line.figure.projects if line.figure else None
    return None if projects is None else -projects


def last_if_unknown(value: int | None) -> float:
    return math.inf if value is None else value


@pytest.mark.parametrize(
    ("order", "key"),
    [
        (BY_HIRING, most_projects),
        (BY_MINUTES, lambda line: line.minutes),
    ],
    ids=["hiring", "minutes"],
)
@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
def test_an_order_sorts_the_possible_ones_first_and_what_is_unknown_last(
    order: str, key: Callable[[Line], int | None], persona: Persona
) -> None:
    listed = ListOfJobs(rank(catalogue(), persona.profile, 3), Marks())
    words, lines = JobWords(catalogue()), list[Line]()
    for page in range(1, listed.page(Wanted(), words).pages + 1):
        lines += listed.page(Wanted(page=page, order=order), words).lines
    told = [(group_of(line), last_if_unknown(key(line))) for line in lines]
    assert told == sorted(told)
    ranked = [listed.line(int(row)).match.job.rome_code for row in listed.order]
    assert sorted(line.match.job.rome_code for line in lines) == sorted(ranked)


@pytest.mark.parametrize("page", [-3, 0, 99])
def test_a_page_that_is_not_there_is_the_nearest(page: int) -> None:
    assert looked_at(page=page).page == 1


def test_every_state_has_its_flags() -> None:
    assert tuple(ListOfJobs(rank(WORLD, PERSON, 1), Marks()).states) == STATES
