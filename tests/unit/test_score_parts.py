"""The score of a job, taken apart, adds up to the score of the ranking."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from bot.orientation.matching import Match, rank
from bot.orientation.profile import Profile, Refusal
from bot.orientation.score_parts import ScoreParts, score_parts
from tests.personas import PERSONAS, Persona
from tests.plain.matching import match_job
from tests.plain.situation import situation_of
from tests.unit.persona_view import catalogue
from tests.unit.small_world import CASHIER, DRIVER, WORLD, always
from tests.unit.test_matching_properties import PROFILES

NEUTRAL, CHECK_PRICE = 0.5, 0.8


def added_up(parts: ScoreParts) -> float:
    """The score from the figures that a screen shows, by the rule told on it."""
    fit = NEUTRAL + sum(
        one.share * (one.finding.value - NEUTRAL)
        for one in parts.of_part("fit")
        if one.finding.value is not None
    )
    known = [one for one in parts.of_part("opportunity") if one.finding.value is not None]
    points = sum(one.share * one.finding.value for one in known) if known else NEUTRAL
    score = fit * (0.5 + 0.5 * points) * parts.dial * parts.to_check * parts.luck
    for refusal in parts.refusals:
        score *= refusal.factor
    return score  # fmt: skip


@always
@given(profile=PROFILES)
def test_the_points_add_up_to_the_score_of_the_ranking(profile: Profile) -> None:
    ranking = rank(WORLD, profile, 3)
    for job in WORLD.jobs:
        match = ranking.match(job.rome_code)
        parts = score_parts(match)
        assert parts.score == pytest.approx(match.score)
        assert added_up(parts) == pytest.approx(match.score)


@always
@given(profile=PROFILES)
def test_the_parts_are_those_of_the_plain_twin(profile: Profile) -> None:
    situation, ranking = situation_of(WORLD, profile), rank(WORLD, profile, 3)
    for job in WORLD.jobs:
        plain, parts = match_job(situation, job, 3), score_parts(ranking.match(job.rome_code))
        certain = NEUTRAL + ((NEUTRAL if plain.fit is None else plain.fit) - NEUTRAL) * (
            plain.coverage
        )
        chances = NEUTRAL if plain.opportunity is None else plain.opportunity
        assert parts.sure_fit == pytest.approx(certain)
        assert parts.chances == pytest.approx(0.5 + 0.5 * chances)
        assert {one.name: one.finding.value for one in parts.factors} == {
            name: pytest.approx(finding.value) if finding.value is not None else None
            for name, finding in plain.findings.items()
        }


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)
def test_the_score_of_every_persona_adds_up(persona: Persona) -> None:
    ranking = rank(catalogue(), persona.profile, 7)
    for match in (*ranking.matches[:20], *(Match(ranking, row) for row in range(0, 300, 17))):
        assert added_up(score_parts(match)) == pytest.approx(match.score)


def test_what_is_not_known_gives_no_point_and_tells_how_much_it_could() -> None:
    parts = score_parts(rank(WORLD, DRIVER, 1).match("D1505"))
    letters = next(one for one in parts.factors if one.name == "letters")
    assert letters.points is None and letters.most == pytest.approx(0.5 * 0.3 / 0.65)


def test_a_past_job_brings_the_criteria_that_rest_on_it() -> None:
    past = replace(DRIVER, past_jobs=(CASHIER,))
    of = {one.name: one for one in score_parts(rank(WORLD, past, 1).match("D1505")).factors}
    assert of["experience"].points == pytest.approx(of["experience"].share * 0.5)
    assert not {one.name: one for one in score_parts(
        rank(WORLD, DRIVER, 1).match("D1505")).factors}["experience"].share  # fmt: skip


def test_each_refusal_is_told_with_what_it_takes_away() -> None:
    refusing = replace(DRIVER, refusals=(Refusal("D1505", "not_interested"),))
    parts = score_parts(rank(WORLD, refusing, 1).match("D1507"))
    (price,) = parts.refusals
    assert price.job.rome_code == "D1505" and price.factor == pytest.approx(1 - 0.65 * 0.8)
