"""What a past job has in common with others, on jobs of our own making and on the bundled ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters import catalogue_files
from bot.orientation.catalogue import Catalogue
from bot.orientation.job import Skill
from bot.orientation.skill_likeness import MOST_WORDS, SkillTable, skill_words
from bot.settings import ROOT
from tests.unit.small_world import JOBS, WORLD, always

CODES = [job.rome_code for job in JOBS]
LABELS = {
    "s1": "Gérer une caisse",
    "s2": "Ranger des rayons",
    "s3": "Compter (stocks, colis...)",
    "s4": "Tout faire",
    "s5": "Dire " + "une longue chose " * 4,
}


def world(**skills: str) -> Catalogue:
    """The small world where these jobs have these skills, in this order; the others have none."""
    jobs = tuple(replace(job, skills=tuple(skills.get(job.rome_code, "").split())) for job in JOBS)
    known = {code: Skill(code, label, None, None) for code, label in LABELS.items()}
    return replace(WORLD, jobs=jobs, skills=known)


SHOP = world(D1505="s1 s2 s5", D1507="s2 s5 s3 s1", D1102="s3 s4", I1604="s4", I1203="s4")


def likeness(catalogue: Catalogue, *past: str) -> dict[str, float]:
    table = SkillTable.of(catalogue)
    found = table.likeness(table.rows_of(past))
    return {code: float(one) for code, one in zip(CODES, found, strict=True)}


def labels(catalogue: Catalogue, past: str, job: str, most: int = 3) -> list[str]:
    jobs = catalogue.job_by_code
    shared = SkillTable.of(catalogue).shared_skills(jobs[past], jobs[job], most)
    return [skill.label for skill in shared]


def test_a_job_is_most_like_itself_then_like_those_that_share_its_skills() -> None:
    found = likeness(SHOP, "D1505")
    assert found["D1505"] == pytest.approx(1)
    assert 1 > found["D1507"] > found["D1102"] == found["I1604"] == 0


def test_jobs_without_skills_are_unknown_and_not_unlike() -> None:
    assert np.isnan(likeness(SHOP, "D1505")["K1304"])


UNKNOWN_PASTS = {
    "no past job": (),
    "a past job without skills": ("K1304",),
    "a past job that is not in the catalogue": ("Z9999",),
}


@pytest.mark.parametrize("past", UNKNOWN_PASTS.values(), ids=UNKNOWN_PASTS.keys())
def test_without_a_past_job_with_skills_all_is_unknown(past: tuple[str, ...]) -> None:
    assert all(np.isnan(one) for one in likeness(SHOP, *past).values())


def test_a_rare_skill_makes_jobs_more_alike_than_a_common_one() -> None:
    catalogue = world(D1505="s1 s4", D1507="s1 s2", D1102="s4 s3", I1604="s4", I1203="s4")
    found = likeness(catalogue, "D1505")
    assert found["D1507"] > found["D1102"]


def test_a_skill_at_the_core_of_a_job_counts_more() -> None:
    catalogue = world(D1505="s1", D1507="s1 s2", D1102="s2 s1")
    found = likeness(catalogue, "D1505")
    assert found["D1507"] > found["D1102"] > 0


@always
@given(st.lists(st.sampled_from(CODES), max_size=4), st.sampled_from(CODES))
def test_one_more_past_job_never_makes_a_job_less_like(past: list[str], more: str) -> None:
    before, after = likeness(SHOP, *past), likeness(SHOP, *past, more)
    assert all(not before[code] > after[code] for code in CODES)


def test_shared_skills_come_with_what_tells_most_first() -> None:
    assert labels(SHOP, "D1505", "D1507") == ["Ranger des rayons", "Gérer une caisse"]
    assert labels(SHOP, "D1505", "D1507", most=1) == ["Ranger des rayons"]
    assert labels(SHOP, "D1505", "I1604") == []


def test_what_many_jobs_share_is_not_told() -> None:
    assert labels(SHOP, "I1604", "I1203") == []


def test_jobs_whose_skills_are_unknown_share_none() -> None:
    assert labels(SHOP, "D1505", "K1304") == []


WORDS = {
    "an infinitive in lower case": ("Gérer une caisse", "gérer une caisse"),
    "a capital with its accent": ("Évaluer un risque", "évaluer un risque"),
    "no example in brackets": ("Compter (stocks, colis...)", "compter"),
    "just as many words as can be read": ("un " * MOST_WORDS, "un " * MOST_WORDS),
    "too many words": ("un " * (MOST_WORDS + 1), None),
}


@pytest.mark.parametrize(("label", "words"), WORDS.values(), ids=WORDS.keys())
def test_a_skill_reads_well_after_a_colon(label: str, words: str | None) -> None:
    assert skill_words(Skill("s", label, None, None)) == words


@pytest.fixture(scope="module")
def bundled() -> Catalogue:
    return catalogue_files.read(Path(ROOT / "data" / "catalogue"))


def test_bundled_jobs_that_people_move_between_share_what_they_do(bundled: Catalogue) -> None:
    shared = labels(bundled, "J1501", "K1304")
    assert "Aider la personne" in shared
    assert len(shared) == 3


def test_nearly_all_bundled_skills_can_be_shown(bundled: Catalogue) -> None:
    long = [skill for skill in bundled.skills.values() if skill_words(skill) is None]
    assert len(long) <= 0.02 * len(bundled.skills)


def test_an_empty_catalogue_makes_an_empty_table() -> None:
    table = SkillTable.of(replace(WORLD, jobs=(), skills={}))
    assert table.likeness([]).shape == (0,)
