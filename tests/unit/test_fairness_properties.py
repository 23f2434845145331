"""What must never change the list of jobs, and what may change it but never break a limit."""

from __future__ import annotations

import inspect
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.orientation.catalogue import Catalogue
from bot.orientation.choosing import choose
from bot.orientation.criteria import CRITERIA
from bot.orientation.matching import Ranking, rank, ranking_of
from bot.orientation.opening import choose_declics
from bot.orientation.profile import REFUSAL_REASONS, SURPRISE, PastJob, Profile, Refusal
from bot.orientation.situation import Situation, under
from bot.orientation.unlocking import unlocking
from bot.services.explain import explain_job
from bot.services.propose import propose
from tests.unit.small_world import JOBS, WORLD, always
from tests.unit.test_matching_properties import CODES, PROFILES, codes

SEEDS = st.integers(0, 2**31)
BY_GENDER = (
    ("caissier", "caissière"),
    ("il était boulanger", "elle était boulangère"),
    ("auxiliaire de vie auprès de mon père", "auxiliaire de vie auprès de ma mère"),
    ("chauffeur routier", "chauffeuse routière"),
)
NAMES = st.sampled_from(("Bourg", "Neuilly-sur-Seine", "Vénissieux", "Saint-Denis", "Ô", "L'Haÿ"))


def same(one: Ranking, other: Ranking) -> bool:
    """The same jobs, in the same order, with the same numbers to the last bit."""
    return bool(
        np.array_equal(one.order, other.order)
        and np.array_equal(one.score, other.score)
        and np.array_equal(one.fit, other.fit, equal_nan=True)
        and np.array_equal(one.feasible, other.feasible)
    )


def said(profile: Profile, words: str) -> Profile:
    """The same past jobs, told in other words."""
    return replace(
        profile, past_jobs=tuple(PastJob(words, past.rome_code) for past in profile.past_jobs)
    )


@always
@given(PROFILES, st.sampled_from(BY_GENDER), SEEDS)
def test_the_gender_of_the_words_for_a_past_job_changes_nothing(
    profile: Profile, words: tuple[str, str], seed: int
) -> None:
    masculine, feminine = (rank(WORLD, said(profile, word), seed) for word in words)
    assert same(masculine, feminine)


def with_swapped_labels() -> Catalogue:
    return replace(
        WORLD,
        jobs=tuple(
            replace(one, label_masculine=one.label_feminine, label_feminine=one.label_masculine)
            for one in JOBS
        ),
    )


SWAPPED = with_swapped_labels()


@always
@given(PROFILES, SEEDS)
def test_the_gender_of_job_names_changes_nothing(profile: Profile, seed: int) -> None:
    assert same(rank(WORLD, profile, seed), rank(SWAPPED, profile, seed))


@always
@given(PROFILES, st.lists(NAMES, min_size=5, max_size=5), SEEDS)
def test_the_names_of_communes_change_nothing(
    profile: Profile, names: list[str], seed: int
) -> None:
    communes = zip(WORLD.communes, names, strict=True)
    renamed = replace(WORLD, communes=tuple(replace(one, name=name) for one, name in communes))
    assert same(rank(WORLD, profile, seed), rank(renamed, profile, seed))


def test_a_profile_has_no_place_for_gender_age_name_or_origin() -> None:
    assert {one.name for one in fields(Profile)} == {
        "insee_code",
        "home_point",
        "statements",
        "choices",
        "past_jobs",
        "has_licence_b",
        "vehicle",
        "has_public_transport",
        "modes_gained",
        "max_minutes",
        "hours_refused",
        "conditions_refused",
        "training_accepted",
        "refusals",
        "surprise",
    }


@pytest.mark.parametrize(
    "function", [rank, ranking_of, under, unlocking, propose, explain_job], ids=lambda f: f.__name__
)
def test_circumstances_have_no_way_into_the_ranking(function: object) -> None:
    parameters = inspect.signature(function).parameters  # type: ignore[arg-type]
    assert set(parameters) <= {
        "catalogue",
        "profile",
        "seed",
        "carpool_zone",
        "situation",
        "known",  # columns of criteria, which are made of a situation
        "ranking",
        "count",
        "shown",
        "before",
        "is_dial_turned",
        "is_answer_changed",  # what is said of the change, after the ranking
        "rome_code",
        "easy",  # the words of the answer, after the ranking
    }


def test_a_criterion_sees_the_situation_and_nothing_else() -> None:
    assert {one.name for one in fields(Situation)} == {
        "catalogue",
        "profile",
        "evidence",
        "interests",
        "trips",
        "reach",
        "around",
        "past",
        "refused_jobs",
    }
    for criterion in CRITERIA:
        assert list(inspect.signature(criterion.column).parameters) == ["situation"]


@always
@given(PROFILES, SEEDS)
def test_the_dial_changes_the_order_and_never_the_jobs(profile: Profile, seed: int) -> None:
    allowed = set(codes(rank(WORLD, replace(profile, surprise=None), seed)))
    for dial in SURPRISE:
        assert set(codes(rank(WORLD, replace(profile, surprise=dial), seed))) == allowed


@always
@given(PROFILES, SEEDS, st.sampled_from(SURPRISE), st.integers(1, 5))
def test_what_is_shown_is_taken_from_what_the_limits_allow(
    profile: Profile, seed: int, dial: str, count: int
) -> None:
    ranking = rank(WORLD, replace(profile, surprise=dial), seed)
    chosen = choose(ranking, count)
    shown = [*chosen, *choose_declics(ranking, count, chosen)]
    assert {match.job.rome_code for match in shown} <= set(codes(ranking))
    assert len({match.job.rome_code for match in shown}) == len(shown)


@always
@given(PROFILES, SEEDS, st.sampled_from(CODES), st.sampled_from(REFUSAL_REASONS))
def test_a_refusal_takes_its_job_away_and_brings_none_that_was_ruled_out(
    profile: Profile, seed: int, rome_code: str, reason: str
) -> None:
    before = set(codes(rank(WORLD, profile, seed)))
    refused = replace(profile, refusals=(*profile.refusals, Refusal(rome_code, reason)))
    assert set(codes(rank(WORLD, refused, seed))) == before - {rome_code}


@always
@given(PROFILES)
def test_what_levers_open_was_closed_and_breaks_no_other_limit(profile: Profile) -> None:
    ranking = rank(WORLD, profile, 1)
    for one in unlocking(ranking, 1):
        assert one.ranking.may_come[one.rows].all()
        assert (one.ranking.feasible[one.rows] > 0).all()
        assert not ranking.situation.profile == one.situation.profile
        refused = profile.conditions_refused or frozenset()
        assert not any(JOBS[row].contexts & refused for row in one.rows)
