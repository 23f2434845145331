"""What a refusal changes beyond the job it removes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.orientation.job import Job
from bot.orientation.profile import Refusal
from bot.orientation.refusals import LEAST, refusal_factor
from bot.orientation.situation import Situation
from tests.unit.small_world import (
    DRIVER,
    WORLD,
    by_code,
    demand,
    seen,
)


def factor(situation: Situation, job: Job) -> float:
    return float(refusal_factor(situation)[situation.row_of(job)])


@pytest.mark.parametrize(
    ("reason", "refused", "lowered", "kept"),
    [
        pytest.param("hours", "D1505", "K1304", "I1604", id="hours: those with the same hours"),
        pytest.param("physical", "D1507", "A1203", "I1604", id="physical: the heavy ones"),
        pytest.param("training", "K1801", "K1801", "D1507", id="training: those as long"),
        pytest.param("not_interested", "D1507", "D1505", "I1604", id="not interested: those alike"),
        pytest.param("done_before", "D1102", "D1104", "I1604", id="done before: those near"),
    ],
)
def test_a_refusal_lowers_what_resembles_its_reason(
    reason: str, refused: str, lowered: str, kept: str
) -> None:
    person = seen(replace(DRIVER, refusals=(Refusal(refused, reason),)))
    assert LEAST <= factor(person, by_code(lowered)) < 1
    assert factor(person, by_code(kept)) == 1


def test_too_far_lowers_long_trips_more() -> None:
    world = replace(WORLD, demand=(demand("garage", "b2", 90), demand("vert", "b1", 90)))
    person = seen(replace(DRIVER, max_minutes=60, refusals=(Refusal("D1507", "too_far"),)), world)
    assert factor(person, by_code("I1604")) < factor(person, by_code("A1203")) < 1


def test_a_reason_that_is_not_known_only_removes_the_job() -> None:
    person = seen(replace(DRIVER, refusals=(Refusal("I1604", "because"),)))
    assert factor(person, by_code("I1203")) == 1
