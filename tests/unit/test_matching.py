"""Ranking, diversity, the congestion guard, refusals and the déclic."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.orientation.catalogue import Catalogue
from bot.orientation.matching import NO, TO_CHECK, YES, Ranking, chance, choose, match_job, rank
from bot.orientation.opening import FAR, axis_distances, choose_declic, opening
from bot.orientation.profile import (
    CONDITIONS,
    HOURS,
    REFUSAL_REASONS,
    TRAINING,
    VEHICLES,
    PastJob,
    Profile,
    Refusal,
)
from bot.orientation.refusals import LEAST, refusal_factor
from bot.orientation.statements import STATEMENTS
from tests.unit.small_world import (
    CASHIER,
    COMMUNES,
    DRIVER,
    JOBS,
    WORLD,
    always,
    by_code,
    demand,
    job,
    seen,
    with_jobs,
)

HANDS_ON = replace(DRIVER, statements={"repair": 1.0, "machines": 1.0, "care": -1.0, "tidy": -0.5})
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
)


def codes(ranking: Ranking) -> list[str]:
    return [match.job.rome_code for match in ranking.matches]


def test_what_the_person_likes_comes_first() -> None:
    assert codes(rank(WORLD, HANDS_ON, 1))[0] == "I1604"
    liked = replace(DRIVER, statements={"care": 1.0, "repair": -1.0})
    assert codes(rank(WORLD, liked, 1))[0] in ("K1304", "K1801")


def test_a_disliked_job_comes_after_all_liked_ones_however_it_recruits() -> None:
    ranking = rank(WORLD, HANDS_ON, 1)
    tiers = [match.tier for match in ranking.matches]
    assert tiers == sorted(tiers)
    assert {match.job.rome_code for match in ranking.matches if match.tier} >= {"K1304"}


def test_a_job_whose_hiring_is_not_published_comes_after_those_with_a_figure() -> None:
    world = replace(WORLD, demand=tuple(d for d in WORLD.demand if d.fap_code != "garage"))
    world = replace(world, demand=(*world.demand, demand("garage", "b1", None)))
    ranking = rank(world, HANDS_ON, 1)
    tiers = {match.job.rome_code: match.tier for match in ranking.matches}
    assert (tiers["I1604"], tiers["I1203"]) == (1, 0)


def test_fit_rests_on_what_is_known_and_coverage_says_how_much() -> None:
    nothing = match_job(seen(DRIVER), by_code("I1604"), 1)
    assert (nothing.fit, nothing.coverage) == (None, 0.0)
    something = match_job(seen(HANDS_ON), by_code("I1604"), 1)
    assert something.fit is not None and 0 < something.coverage <= 1


def test_what_is_to_check_keeps_its_numbers_and_costs_some_score() -> None:
    sure = match_job(seen(HANDS_ON), by_code("N4105"), 1)
    unsure = match_job(seen(replace(HANDS_ON, has_licence_b=None)), by_code("N4105"), 1)
    assert (sure.feasible, unsure.feasible) == (YES, TO_CHECK)
    assert sure.fit == unsure.fit
    assert unsure.score < sure.score


def test_a_job_without_summary_is_never_proposed_but_can_be_explained() -> None:
    world = with_jobs(replace(by_code("I1604"), summary=None))
    assert "I1604" not in codes(rank(world, HANDS_ON, 1))
    assert match_job(seen(HANDS_ON, world), by_code("I1604", world), 1).feasible == YES


def test_a_rare_job_is_proposed_only_to_a_person_whose_past_job_is_near() -> None:
    world = with_jobs(job("L1202", "AS", "scene", "public_contact", near=("K1801",)))
    artist = replace(DRIVER, statements={"draw": 1.0})
    assert "L1202" not in codes(rank(world, artist, 1))
    counsellor = replace(artist, past_jobs=(PastJob("conseillère", "K1801"),))
    assert "L1202" in codes(rank(world, counsellor, 1))


def test_every_limit_says_how_many_jobs_it_removed() -> None:
    person = replace(
        HANDS_ON,
        has_licence_b=False,
        vehicle="none",
        has_public_transport=True,
        hours_refused=frozenset({"night"}),
        conditions_refused=frozenset({"heavy_loads"}),
        training_accepted="short",
    )
    removed = rank(WORLD, person, 1).removed
    assert removed == {
        ("conditions_refused", "heavy_loads"): 3,
        ("hours_refused", "night"): 2,
        ("licence_needed", ""): 1,
        ("training_too_long", ""): 1,
    }


def test_two_jobs_of_one_family_are_not_shown_together() -> None:
    world = with_jobs(
        job("H0001", "R", "garage", "hands"),
        job("H0002", "R", "garage", "hands"),
        job("B0001", "R", "garage", "hands"),
    )
    chosen = choose(rank(world, HANDS_ON, 1), 3)
    assert len({match.job.fap_code for match in chosen}) == len(chosen) == 3


def test_a_domain_gives_two_jobs_at_most_while_others_are_liked() -> None:
    families = ("f1", "f2", "f3")
    world = with_jobs(*(job(f"I100{i}", "RI", f, "hands") for i, f in enumerate(families)))
    world = replace(world, demand=(*WORLD.demand, *(demand(f, "b1", 500) for f in families)))
    chosen = choose(rank(world, HANDS_ON, 1), 3)
    assert max(Counter(match.job.domain for match in chosen).values()) == 2


def test_another_domain_is_preferred_among_jobs_nearly_as_good() -> None:
    twins = with_jobs(
        job("I0001", "R", "garage2", "hands"),
        job("H0001", "R", "usine", "hands"),
        job("I0002", "R", "garage3", "hands"),
    )
    world = replace(
        twins,
        demand=tuple(demand(family, "b1", 500) for family in ("garage2", "garage3", "usine")),
    )
    person = replace(DRIVER, statements={"machines": 1.0, "practice": 1.0})
    chosen = choose(rank(world, person, 1), 2)
    assert len({match.job.domain for match in chosen}) == 2


def test_a_past_job_comes_only_when_nothing_else_is_left() -> None:
    cashier = replace(DRIVER, past_jobs=(CASHIER,), statements={"tidy": 1.0})
    assert "D1505" not in [m.job.rome_code for m in choose(rank(WORLD, cashier, 1), 9)]
    alone = replace(WORLD, jobs=(by_code("D1505"),))
    assert [m.job.rome_code for m in choose(rank(alone, cashier, 1), 3)] == ["D1505"]


def test_jobs_already_shown_are_passed_over() -> None:
    ranking = rank(WORLD, HANDS_ON, 1)
    first = {m.job.rome_code for m in choose(ranking, 3)}
    assert not first & {m.job.rome_code for m in choose(ranking, 3, first)}


def test_among_equal_jobs_the_conversation_decides_so_that_not_all_get_the_same() -> None:
    twins = tuple(job(f"R00{number:02}", "R", f"f{number}") for number in range(20))
    world = replace(
        WORLD,
        jobs=twins,
        demand=tuple(demand(one.fap_code, "b1", 50) for one in twins),
        family_labels={one.fap_code: one.fap_code for one in twins},
    )
    firsts = Counter(codes(rank(world, HANDS_ON, seed))[0] for seed in range(60))
    assert len(firsts) >= 12
    assert codes(rank(world, HANDS_ON, 7)) == codes(rank(world, HANDS_ON, 7))


def test_the_guard_never_puts_a_clearly_better_job_behind() -> None:
    for seed in range(30):
        order = codes(rank(WORLD, HANDS_ON, seed))
        assert order.index("I1604") < order.index("D1104") < order.index("M1607")


def test_chance_is_fixed_by_seed_and_job_and_spreads_evenly() -> None:
    draws = [chance(seed, "I1604") for seed in range(300)]
    assert chance(3, "I1604") == chance(3, "I1604")
    assert all(0 <= draw < 1 for draw in draws)
    assert 0.4 < sum(draws) / len(draws) < 0.6


def test_a_refused_job_leaves_the_list() -> None:
    refused = replace(HANDS_ON, refusals=(Refusal("I1604", "not_interested"),))
    assert "I1604" not in codes(rank(WORLD, refused, 1))


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
    assert LEAST <= refusal_factor(person, by_code(lowered)) < 1
    assert refusal_factor(person, by_code(kept)) == 1


def test_too_far_lowers_long_trips_more() -> None:
    world = replace(WORLD, demand=(demand("garage", "b2", 90), demand("vert", "b1", 90)))
    person = seen(replace(DRIVER, max_minutes=60, refusals=(Refusal("D1507", "too_far"),)), world)
    assert refusal_factor(person, by_code("I1604")) < refusal_factor(person, by_code("A1203")) < 1


def test_a_reason_that_is_not_known_only_removes_the_job() -> None:
    person = seen(replace(DRIVER, refusals=(Refusal("I1604", "because"),)))
    assert refusal_factor(person, by_code("I1203")) == 1


def test_opening_is_the_largest_distance_over_one_plus_the_mean_of_the_others() -> None:
    person = seen(replace(DRIVER, statements={"repair": 1.0, "draw": -1.0, "outside": 0.5}))
    world_job = job("B1", "RA", "f", "outdoors")
    world = with_jobs(world_job)
    person = replace(person, catalogue=world)
    distances = axis_distances(person, world_job)
    others = [d for axis, d in distances.items() if axis != "A"]
    found = opening(person, world_job)
    assert found is not None
    assert (found.far_axis, distances["A"]) == ("A", 1.0)
    assert found.value == pytest.approx(1 / (1 + sum(others) / len(others)))


def test_opening_is_unknown_when_fewer_than_two_axes_are() -> None:
    assert opening(seen(DRIVER), by_code("I1604")) is None


def declic_of(profile: Profile, catalogue: Catalogue = WORLD) -> str | None:
    ranking = rank(catalogue, profile, 1)
    found = choose_declic(ranking, choose(ranking, 3))
    return found.job.rome_code if found else None


def test_the_declic_is_outside_the_past_domain_near_on_every_axis_but_one_and_recruits() -> None:
    cashier = replace(
        DRIVER,
        past_jobs=(CASHIER,),
        statements={"tidy": 1.0, "crowd": 1.0, "care": 1.0, "repair": 0.5},
    )
    ranking = rank(WORLD, cashier, 1)
    beside = choose(ranking, 1)
    found = choose_declic(ranking, beside)
    assert found is not None and found.recruits
    assert found.job.domain not in {"D", *(match.job.domain for match in beside)}
    distances = axis_distances(ranking.situation, found.job)
    assert sum(distance >= FAR for distance in distances.values()) == 1


def test_a_job_of_the_past_domain_is_never_a_declic_however_good() -> None:
    tempting = job("D0001", "CR", "rayon2", "public_contact")
    world = replace(WORLD, jobs=(by_code("D1505"), tempting), demand=(demand("rayon2", "b1", 900),))
    cashier = replace(DRIVER, past_jobs=(CASHIER,), statements={"tidy": 1.0, "crowd": 1.0})
    assert choose_declic(rank(world, cashier, 1), ()) is None
    elsewhere = replace(world, jobs=(*world.jobs, replace(tempting, rome_code="M0001", domain="M")))
    found = choose_declic(rank(elsewhere, cashier, 1), ())
    assert found is not None and found.job.rome_code == "M0001"


def test_a_surprise_never_goes_against_a_clear_no() -> None:
    only_outdoors = replace(WORLD, jobs=(by_code("A1203"),))
    likes = {"repair": 1.0, "machines": 1.0}
    assert declic_of(replace(DRIVER, statements={**likes, "outside": -1.0}), only_outdoors) is None


def test_no_declic_without_any_known_taste() -> None:
    assert declic_of(DRIVER) is None


@settings(always, max_examples=150)
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
    assert sorted([*codes(ranking), *ranking.ruled_out]) == sorted(set(CODES) - refused)
    assert all(ranking.ruled_out.values())
    assert ranking.matches == rank(WORLD, profile, seed).matches


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
    for one in JOBS:
        before = match_job(seen(profile), one, 1).coverage
        after = match_job(seen(replace(profile, statements=told)), one, 1).coverage
        assert after >= before - 1e-9


def test_the_name_of_the_commune_changes_nothing() -> None:
    renamed = replace(WORLD, communes=tuple(replace(c, name="X") for c in COMMUNES))
    assert codes(rank(renamed, HANDS_ON, 1)) == codes(rank(WORLD, HANDS_ON, 1))
