"""What holds whatever the answers: limits, completeness, determinism, coverage."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.orientation.finding import AGAINST
from bot.orientation.matching import NO, Ranking, rank
from bot.orientation.profile import (
    CONDITIONS,
    HOURS,
    REFUSAL_REASONS,
    SURPRISE,
    TRAINING,
    VEHICLES,
    PastJob,
    Profile,
    Refusal,
)
from bot.orientation.statements import STATEMENTS
from tests.unit.small_world import (
    COMMUNES,
    JOBS,
    WORLD,
    always,
)

CODES = [one.rome_code for one in JOBS]
YES_NO = st.booleans() | st.none()


def subset(values: tuple[str, ...]) -> st.SearchStrategy[frozenset[str] | None]:
    return st.frozensets(st.sampled_from(values)) | st.none()


PROFILES = st.builds(
    Profile,
    insee_code=st.sampled_from([commune.insee_code for commune in COMMUNES]) | st.none(),
    statements=st.dictionaries(
        st.sampled_from([s.statement_id for s in STATEMENTS]),
        st.sampled_from([1.0, 0.5, -1.0, None]),
    ),
    past_jobs=st.lists(
        st.sampled_from(CODES).map(lambda c: PastJob("mon travail", c)), max_size=2
    ).map(tuple),
    has_licence_b=YES_NO,
    vehicle=st.sampled_from(VEHICLES) | st.none(),
    has_public_transport=YES_NO,
    max_minutes=st.integers(1, 120) | st.none(),
    hours_refused=subset(HOURS),
    conditions_refused=subset(CONDITIONS),
    training_accepted=st.sampled_from(TRAINING) | st.none(),
    refusals=st.lists(
        st.builds(Refusal, st.sampled_from(CODES), st.sampled_from(REFUSAL_REASONS)), max_size=2
    ).map(tuple),
    surprise=st.sampled_from(SURPRISE) | st.none(),
)


def codes(ranking: Ranking) -> list[str]:
    return [match.job.rome_code for match in ranking.matches]


@settings(always, max_examples=100)
@given(PROFILES, st.integers(0, 2**31))
def test_limits_are_never_broken_whatever_the_answers(profile: Profile, seed: int) -> None:
    ranking = rank(WORLD, profile, seed)
    refused = {refusal.rome_code for refusal in profile.refusals}
    known = {past.rome_code for past in profile.past_jobs}
    for match in ranking.matches:
        contexts = match.job.contexts
        hours = profile.hours_refused or frozenset()
        assert not contexts & hours
        assert "outside_school" not in hours or not contexts & set(HOURS)
        assert not contexts & (profile.conditions_refused or frozenset())
        assert not (match.job.needs_licence_b and profile.has_licence_b is False)
        if profile.training_accepted and match.job.access and match.job.rome_code not in known:
            assert TRAINING.index(match.job.access) <= TRAINING.index(profile.training_accepted)
        assert match.job.rome_code not in refused
        assert match.feasible != NO
        basin = match.around.basin
        assert basin is None or basin.share_to_check > 0


@always
@given(PROFILES, st.integers(0, 2**31))
def test_every_job_is_either_ranked_or_ruled_out_with_a_reason(profile: Profile, seed: int) -> None:
    ranking = rank(WORLD, profile, seed)
    refused = {refusal.rome_code for refusal in profile.refusals}
    ruled_out = [JOBS[row].rome_code for row in np.flatnonzero(ranking.is_ruled_out)]
    assert sorted([*codes(ranking), *ruled_out]) == sorted(set(CODES) - refused)
    assert all(AGAINST in {r.side for r in ranking.match(c).reasons} for c in ruled_out)
    assert (ranking.order == rank(WORLD, profile, seed).order).all()


@always
@given(PROFILES, st.integers(1, 60))
def test_more_minutes_never_lose_a_job(profile: Profile, more: int) -> None:
    before = rank(WORLD, profile, 1)
    longer = before.situation.reach.max_minutes + more
    after = rank(WORLD, replace(profile, max_minutes=longer), 1)
    assert set(codes(before)) <= set(codes(after))


@always
@given(PROFILES, st.sampled_from(STATEMENTS))
def test_one_more_yes_never_lowers_coverage(profile: Profile, statement: object) -> None:
    told = {**profile.statements, statement.statement_id: 1.0}  # type: ignore[attr-defined]
    before = rank(WORLD, profile, 1).coverage
    after = rank(WORLD, replace(profile, statements=told), 1).coverage
    assert (after >= before - 1e-9).all()
