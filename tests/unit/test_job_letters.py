"""What each job is about in six letters, and whether people are led to the jobs they describe."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters import catalogue_files
from bot.orientation.interests import evidence_of, interest_profile, letters_fit
from bot.orientation.job import Skill
from bot.orientation.profile import Profile
from bot.orientation.statements import LETTERS, STATEMENTS
from bot.settings import ROOT
from tests.unit.small_world import always, job, with_jobs

CATALOGUE = catalogue_files.read(ROOT / "data" / "catalogue")
SKILLS = {
    "1": Skill("1", "Accueillir du public", "S", None),
    "2": Skill("2", "Gérer un budget", "C", "E"),
    "3": Skill("3", "Se lever tôt", None, None),
}


def letters_of(letters: str, *skills: str) -> dict[str, float]:
    """Shares of a job of these letters and skills, those above 0."""
    world = replace(with_jobs(job("X1", letters, "x", skills=skills)), skills=SKILLS)
    table = world.job_table
    row = table.letters[table.row_by_code["X1"]]
    return {letter: share for letter, share in zip(LETTERS, row, strict=True) if share > 0}


@pytest.mark.parametrize(
    ("letters", "skills", "expected"),
    [
        pytest.param("R", "", {"R": 1}, id="no skill: all to its letter"),
        pytest.param("RI", "", {"R": 2 / 3, "I": 1 / 3}, id="no skill: the major one first"),
        pytest.param("R", "3", {"R": 1}, id="a skill without letters tells nothing"),
        pytest.param("R", "1", {"R": 0.8, "S": 0.2}, id="the skills fill the rest"),
        pytest.param("S", "1", {"S": 1}, id="skills that say the same"),
        pytest.param(
            "R", "2", {"R": 0.8, "C": 0.2 * 2 / 3, "E": 0.2 / 3}, id="a skill with two letters"
        ),
    ],
)
def test_shares_of_letters(letters: str, skills: str, expected: dict[str, float]) -> None:
    assert letters_of(letters, *skills) == pytest.approx(expected)


def test_what_is_about_a_job_makes_one_in_all() -> None:
    assert CATALOGUE.job_table.letters.sum(axis=1) == pytest.approx(1)
    assert (CATALOGUE.job_table.letters >= 0).all()


@pytest.mark.parametrize("letter", LETTERS)
def test_who_says_yes_to_one_letter_only_has_its_jobs_first(letter: str) -> None:
    answers = {s.statement_id: 1.0 if next(iter(s.weights)) == letter else -1.0 for s in STATEMENTS}
    interests = interest_profile(evidence_of(Profile(statements=answers)))
    order = np.argsort(-letters_fit(interests, CATALOGUE.job_table.letters), kind="stable")
    official = [one.riasec_major == letter for one in CATALOGUE.jobs]
    first = [official[row] for row in order[: sum(official)]]
    assert np.mean(first) >= 0.97


def test_a_letter_of_a_few_skills_does_not_decide_alone() -> None:
    table = replace(with_jobs(job("X1", "R", "x", skills=("1",))), skills=SKILLS).job_table
    social = interest_profile(evidence_of(Profile(statements={"care": 1.0})))
    assert np.isnan(letters_fit(social, table.letters)[table.row_by_code["X1"]])


IDS = [statement.statement_id for statement in STATEMENTS]


@always
@given(
    st.dictionaries(st.sampled_from(IDS), st.floats(-1, 1) | st.none()),
    st.sampled_from(IDS),
    st.floats(-1, 1),
)
def test_one_more_answer_never_makes_a_known_fit_unknown(
    answers: dict[str, float | None], statement_id: str, agreement: float
) -> None:
    before, after = (
        letters_fit(interest_profile(evidence_of(Profile(statements=given))), table)
        for table in [CATALOGUE.job_table.letters]
        for given in ({**answers, statement_id: None}, {**answers, statement_id: agreement})
    )
    assert not (np.isnan(after) & ~np.isnan(before)).any()
    assert (np.isnan(after) | ((after >= -1e-9) & (after <= 1 + 1e-9))).all()
