"""Interest profile: missing is missing; flat and empty are recognised; fit with a job."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.orientation.interests import (
    InterestProfile,
    evidence_of,
    interest_profile,
    job_settings,
    letters_fit,
    settings_fit,
)
from bot.orientation.profile import Profile
from bot.orientation.statements import STATEMENTS
from tests.unit.small_world import always, job, with_jobs

IDS = [statement.statement_id for statement in STATEMENTS]


def likes(**scores: float) -> InterestProfile:
    return InterestProfile(scores, dict.fromkeys(scores, 1.0))


def told(answers: dict[str, float | None]) -> InterestProfile:
    return interest_profile(evidence_of(Profile(statements=answers)))


def test_an_axis_without_an_answer_is_absent_not_zero() -> None:
    profile = told({"tidy": 1.0})
    assert profile.scores == {"C": 1.0}
    assert profile.evidence == {"C": 1.0}


def test_a_score_is_the_mean_agreement_weighted_by_the_statements() -> None:
    profile = told({"repair": 1.0, "causes": 0.5})
    assert profile.scores["I"] == pytest.approx((0.5 * 1 + 1 * 0.5) / 1.5)


@pytest.mark.parametrize(
    ("answers", "is_empty", "is_flat"),
    [
        pytest.param({}, True, False, id="nothing asked"),
        pytest.param({"repair": None, "care": None}, True, False, id="only I do not know"),
        pytest.param({"change": 1.0}, True, False, id="only a setting"),
        pytest.param({"repair": 1.0}, False, False, id="one letter says nothing of flatness"),
        pytest.param(dict.fromkeys(IDS, 1.0), False, True, id="yes to everything"),
        pytest.param(dict.fromkeys(IDS, -1.0), False, True, id="no to everything"),
        pytest.param({"repair": 1.0, "care": -1.0, "tidy": 0.5}, False, False, id="contrasted"),
    ],
)
def test_empty_and_flat_profiles_are_recognised(
    answers: dict[str, float | None], is_empty: bool, is_flat: bool
) -> None:
    profile = told(answers)
    assert (profile.is_empty, profile.is_flat) == (is_empty, is_flat)


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        pytest.param("R", 1.0, id="one letter, loved"),
        pytest.param("RS", 2 / 3, id="minor letter hated takes a third"),
        pytest.param("S", 0.0, id="hated"),
        pytest.param("RA", 1.0, id="an unknown minor letter takes nothing"),
        pytest.param("AR", 1.0, id="an unknown major letter leaves the minor one"),
        pytest.param("A", None, id="unknown stays unknown"),
    ],
)
def test_fit_of_letters(letters: str, expected: float | None) -> None:
    world = with_jobs(job("D1505", letters, "caisse")).job_table
    fit = letters_fit(likes(R=1.0, S=-1.0), world.letters)
    unknown = np.nan if expected is None else expected
    assert fit[world.row_by_code["D1505"]] == pytest.approx(unknown, nan_ok=True)


@pytest.mark.parametrize(
    ("letters", "contexts", "expected"),
    [
        pytest.param("C", "outdoors", {"outdoors": 1}, id="outdoors"),
        pytest.param("C", "indoors", {"outdoors": -1}, id="indoors"),
        pytest.param("C", "indoors outdoors", {}, id="both say nothing"),
        pytest.param("C", "", {}, id="silence is not the opposite"),
        pytest.param("R", "screen", {"hands": 1}, id="a realistic job is done by hand"),
        pytest.param("C", "repetitive alone", {"variety": -1, "team": -1}, id="calm and alone"),
        pytest.param("S", "travel", {"people": 1}, id="a social job meets people"),
    ],
)
def test_settings_of_a_job(letters: str, contexts: str, expected: dict[str, float]) -> None:
    assert job_settings(job("X1", letters, "f", contexts)) == expected


def test_offices_are_screen_work_unless_something_else_is_listed() -> None:
    assert job_settings(job("M1", "C", "f")) == {"hands": -1}
    assert "hands" not in job_settings(job("M1", "C", "f", "outdoors"))


def test_fit_of_settings_is_unknown_only_when_the_person_said_nothing() -> None:
    outdoors = np.array([[1.0, np.nan, np.nan, np.nan, np.nan]])
    assert np.isnan(settings_fit(likes(R=1.0), outdoors)).all()
    assert settings_fit(likes(outdoors=0.0), outdoors) == [0.5]
    assert settings_fit(likes(outdoors=1.0), outdoors) == [1.0]
    assert settings_fit(likes(outdoors=-1.0), outdoors) == [0.0]


@always
@given(st.dictionaries(st.sampled_from(IDS), st.floats(-1, 1) | st.none()))
def test_scores_stay_in_range_and_rest_on_evidence(answers: dict[str, float | None]) -> None:
    profile = told(answers)
    assert all(-1 - 1e-9 <= score <= 1 + 1e-9 for score in profile.scores.values())
    assert set(profile.scores) == set(profile.evidence)
    assert all(amount > 0 for amount in profile.evidence.values())
