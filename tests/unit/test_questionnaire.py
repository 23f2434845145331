"""The next question is the one that can still change the list most; none is asked for nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters import catalogue_files
from bot.orientation import shown_list
from bot.orientation.catalogue import Catalogue
from bot.orientation.matching import rank
from bot.orientation.phrases import say
from bot.orientation.plausible_answers import AGREEMENTS, PLAUSIBLE, STATEMENT
from bot.orientation.profile import CONDITIONS, HOURS, Profile
from bot.orientation.question_words import left_sentence
from bot.orientation.questionnaire import (
    SHORTEST,
    WORTH_ASKING,
    can_change,
    next_question,
    statement_to_ask,
    value_of,
    value_of_each,
)
from bot.orientation.statements import LONGEST, STATEMENT_BY_ID
from bot.settings import ROOT
from tests.unit.small_world import CASHIER, DRIVER, WORLD, always

ALL_STATEMENTS = dict.fromkeys(STATEMENT_BY_ID, 0.5)
KNOWN = replace(DRIVER, statements=ALL_STATEMENTS, past_jobs=(CASHIER,))
AGREEMENT = st.sampled_from([1.0, 0.5, -1.0, None])
PARTLY_KNOWN = st.builds(
    Profile,
    insee_code=st.sampled_from([None, "38001", "38003", "69001"]),
    statements=st.dictionaries(st.sampled_from(sorted(STATEMENT_BY_ID)), AGREEMENT, max_size=10),
    past_jobs=st.sampled_from([(), (CASHIER,)]),
    has_licence_b=st.sampled_from([None, True, False]),
    vehicle=st.sampled_from([None, "car", "none"]),
    has_public_transport=st.sampled_from([None, True, False]),
    max_minutes=st.sampled_from([None, 30, 60]),
    hours_refused=st.sampled_from([None, frozenset(), frozenset({"night"})]),
    conditions_refused=st.sampled_from([None, frozenset()]),
    training_accepted=st.sampled_from([None, "none", "long"]),
)


# Vénissieux: trams and many jobs next door; Ajoux: 80 people in the mountains of Ardèche.
CITY, MOUNTAIN = "69259", "07004"
SOMEBODY = replace(
    DRIVER,
    statements={"repair": 1.0, "care": -1.0, "outside": 1.0, "tidy": 0.5},
    training_accepted="short",
)


@lru_cache(maxsize=1)
def bundled() -> Catalogue:
    return catalogue_files.read(ROOT / "data" / "catalogue")


def value(profile: Profile, name: str) -> float:
    found = value_of(rank(bundled(), profile, 0), name, 0)
    assert found is not None
    return found.value


def test_when_all_is_known_there_is_nothing_to_ask() -> None:
    assert value_of_each(WORLD, KNOWN, (), 0) == ()
    assert next_question(WORLD, KNOWN, (), 0) is None


def test_the_licence_matters_more_to_who_has_a_car_and_lives_far() -> None:
    near = replace(
        SOMEBODY, insee_code=CITY, has_licence_b=None, vehicle="none", has_public_transport=True
    )
    far = replace(near, insee_code=MOUNTAIN, vehicle="car", has_public_transport=False)
    assert value(far, "licence") > value(near, "licence")


def test_how_many_jobs_depend_on_the_licence_is_counted() -> None:
    found = value_of(rank(WORLD, replace(KNOWN, has_licence_b=None), 0), "licence", 0)
    assert found is not None and found.jobs_depending >= 1


@pytest.mark.parametrize(
    ("name", "known", "changes"),
    [
        ("public_transport", {"insee_code": CITY}, False),
        ("public_transport", {"insee_code": CITY, "vehicle": "none"}, True),
        ("max_minutes", {"insee_code": None}, False),
        ("max_minutes", {"insee_code": MOUNTAIN}, True),
    ],
    ids=["bus of a driver", "bus of a walker", "minutes from nowhere", "minutes from afar"],
)
def test_what_is_known_may_leave_nothing_to_learn(name, known, changes) -> None:
    field = {"public_transport": "has_public_transport", "max_minutes": "max_minutes"}[name]
    profile = replace(SOMEBODY, **{field: None, **known})
    assert can_change(bundled(), profile, name, 0) is changes


def test_a_question_declined_is_not_asked_again() -> None:
    profile = replace(KNOWN, hours_refused=None, training_accepted=None)
    first = next_question(WORLD, profile, (), 0)
    assert first is not None
    again = next_question(WORLD, profile, {first.question.name}, 0)
    assert again is None or again.question.name != first.question.name


def test_who_answers_nothing_is_not_asked_for_ever() -> None:
    asked: set[str] = set()
    while (following := next_question(WORLD, Profile(), asked, 0)) is not None:
        assert following.question.key not in asked
        asked.add(following.question.key)
    assert asked <= {*PLAUSIBLE, *STATEMENT_BY_ID}


def test_who_refuses_everything_still_comes_to_an_end() -> None:
    refused = {"hours_refused": frozenset(HOURS), "conditions_refused": frozenset(CONDITIONS)}
    profile = replace(KNOWN, statements={}, training_accepted="none", **refused)
    assert next_question(WORLD, profile, (), 0) is None


def test_the_statements_stop_for_who_never_knows() -> None:
    profile = Profile(insee_code="38001")
    while (statement := statement_to_ask(WORLD, profile, 0)) is not None:
        given = {**profile.statements, statement.statement_id: None}
        profile = replace(profile, statements=given)
    assert len(profile.statements) == LONGEST


def test_the_statements_do_not_stop_before_a_few() -> None:
    refused = {"hours_refused": frozenset(HOURS), "conditions_refused": frozenset(CONDITIONS)}
    profile = replace(KNOWN, statements={}, training_accepted="none", **refused)
    while (statement := statement_to_ask(WORLD, profile, 0)) is not None:
        given = {**profile.statements, statement.statement_id: 1.0}
        profile = replace(profile, statements=given)
    assert len(profile.statements) == SHORTEST


@pytest.mark.parametrize("agreement", [1.0, -1.0], ids=["always yes", "always no"])
def test_a_statement_is_never_asked_twice(agreement: float) -> None:
    profile = Profile(insee_code="38001")
    while (statement := statement_to_ask(WORLD, profile, 3)) is not None:
        assert statement.statement_id not in profile.statements
        given = {**profile.statements, statement.statement_id: agreement}
        profile = replace(profile, statements=given)
    assert SHORTEST <= len(profile.statements) <= LONGEST


def test_when_statements_are_over_none_is_proposed() -> None:
    each = value_of_each(WORLD, Profile(insee_code="38001"), {STATEMENT}, 0)
    assert each and STATEMENT not in {one.question.name for one in each}


@always
@given(PARTLY_KNOWN)
def test_values_go_from_zero_to_one_and_come_in_order(profile: Profile) -> None:
    each = value_of_each(WORLD, profile, (), 1)
    assert [one.value for one in each] == sorted((one.value for one in each), reverse=True)
    assert all(0 <= one.value <= 1 for one in each)
    first = next_question(WORLD, profile, (), 1)
    assert first == (each[0] if each and each[0].value >= WORTH_ASKING else None)


@always
@given(PARTLY_KNOWN)
def test_a_statement_is_worth_what_ranking_again_says(profile: Profile) -> None:
    """The batch of hypothetical answers against one whole ranking for each of them."""
    before = first_list(profile)
    for one in value_of_each(WORLD, profile, PLAUSIBLE, 1)[:4]:
        given = [
            replace(profile, statements={**profile.statements, one.question.key: agreement})
            for agreement in AGREEMENTS
        ]
        changed = [float(shown_list.change(before, first_list(person))) for person in given]
        assert one.value == pytest.approx(float(np.dot(changed, list(AGREEMENTS.values()))))


@always
@given(PARTLY_KNOWN, st.sampled_from(sorted(PLAUSIBLE)))
def test_a_question_is_worth_nothing_when_no_answer_changes_the_list(
    profile: Profile, name: str
) -> None:
    answers = tuple(PLAUSIBLE[name](WORLD, profile))
    found = value_of(rank(WORLD, profile, 1), name, 1)
    if not answers:
        assert found is None
        return
    before = first_list(profile)
    is_same = all(np.array_equal(before, first_list(one.profile)) for one in answers)
    assert found is not None and (found.value == 0) == is_same


@always
@given(PARTLY_KNOWN)
def test_the_order_of_the_answers_changes_nothing(profile: Profile) -> None:
    backwards = dict(reversed(tuple(profile.statements.items())))
    other = replace(profile, statements=backwards)
    one, two = (value_of_each(WORLD, person, (), 1) for person in (profile, other))
    assert [(v.question, v.value) for v in one] == [(v.question, v.value) for v in two]


@pytest.mark.parametrize("name", [*PLAUSIBLE, STATEMENT])
def test_every_question_has_words_of_fifteen_words_or_less(name: str) -> None:
    assert len(say(f"question.asked.{name}").split()) <= 15


def test_why_a_question_matters_is_said_with_the_number_of_jobs() -> None:
    profile = replace(KNOWN, training_accepted=None)
    left = value_of(rank(WORLD, profile, 0), "training", 0)
    assert left is not None
    assert left_sentence(left).endswith(f"{left.jobs_depending} métiers en dépendent.")
    rarely = replace(left, jobs_depending=0)
    assert left_sentence(rarely).endswith("Votre réponse peut changer la liste.")


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ([0.15, 0.15, 0.0], [0.15, 0.15, 0.0], 0.0),
        ([0.15, 0.15, 0.0], [0.15, 0.0, 0.15], 0.15),
        ([0.15, 0.04, 0.0], [0.04, 0.15, 0.0], 0.11),
        ([0.0, 0.0, 0.0], [0.15, 0.15, 0.15], 0.45),
    ],
    ids=["the same", "one leaves, one comes", "two change places", "nothing was shown"],
)
def test_how_much_of_a_list_changes(before, after, change) -> None:
    one, two = np.array(before), np.array(after)
    assert float(shown_list.change(one, two)) == pytest.approx(change)
    assert float(shown_list.change(two, one)) == pytest.approx(change)


@always
@given(PARTLY_KNOWN)
def test_the_first_jobs_are_the_best_of_each_family_in_the_order_of_the_ranking(
    profile: Profile,
) -> None:
    ranking = rank(WORLD, profile, 1)
    best: dict[str, int] = {}
    for match in ranking.matches:
        best.setdefault(match.job.fap_code, match.row)
    expected = np.zeros(len(WORLD.jobs))
    shown = list(best.values())[: len(shown_list.WEIGHTS)]
    expected[shown] = shown_list.WEIGHTS[: len(shown)]
    assert first_list(profile) == pytest.approx(expected)


def first_list(profile: Profile) -> np.ndarray:
    return shown_list.first_jobs_of(rank(WORLD, profile, 1))
