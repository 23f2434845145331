"""Ranking, diversity and the congestion guard."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np

from bot.orientation.catalogue import Catalogue
from bot.orientation.chance import chance
from bot.orientation.choosing import choose
from bot.orientation.matching import TO_CHECK, YES, Match, Ranking, rank
from bot.orientation.profile import PastJob, Profile, Refusal
from tests.unit.small_world import (
    CASHIER,
    COMMUNES,
    DRIVER,
    WORLD,
    by_code,
    demand,
    job,
    with_jobs,
)

HANDS_ON = replace(DRIVER, statements={"repair": 1.0, "machines": 1.0, "care": -1.0, "tidy": -0.5})


def codes(ranking: Ranking) -> list[str]:
    return [match.job.rome_code for match in ranking.matches]


def match(profile: Profile, rome_code: str, catalogue: Catalogue = WORLD) -> Match:
    return rank(catalogue, profile, 1).match(rome_code)


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
    assert (tiers["I1604"], tiers["I1203"]) == (2, 0)


def test_fit_rests_on_what_is_known_and_coverage_says_how_much() -> None:
    nothing = match(DRIVER, "I1604")
    assert (nothing.fit, nothing.coverage) == (None, 0.0)
    something = match(HANDS_ON, "I1604")
    assert something.fit is not None and 0 < something.coverage <= 1


def test_what_is_to_check_keeps_its_numbers_and_costs_some_score() -> None:
    sure = match(HANDS_ON, "N4105")
    unsure = match(replace(HANDS_ON, has_licence_b=None), "N4105")
    assert (sure.feasible, unsure.feasible) == (YES, TO_CHECK)
    assert sure.fit == unsure.fit
    assert unsure.score < sure.score


def test_a_job_without_summary_is_never_proposed_but_can_be_explained() -> None:
    world = with_jobs(replace(by_code("I1604"), summary=None))
    assert "I1604" not in codes(rank(world, HANDS_ON, 1))
    assert match(HANDS_ON, "I1604", world).feasible == YES


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
    draws = np.array([chance(seed, WORLD.job_table) for seed in range(300)])
    assert (draws[3] == chance(3, WORLD.job_table)).all()
    assert (0 <= draws).all() and (draws < 1).all()
    assert (abs(draws.mean(axis=0) - 0.5) < 0.06).all()
    assert (abs(draws.mean(axis=1) - 0.5) < 0.35).all()


def test_a_refused_job_leaves_the_list() -> None:
    refused = replace(HANDS_ON, refusals=(Refusal("I1604", "not_interested"),))
    assert "I1604" not in codes(rank(WORLD, refused, 1))


def test_the_name_of_the_commune_changes_nothing() -> None:
    renamed = replace(WORLD, communes=tuple(replace(c, name="X") for c in COMMUNES))
    assert codes(rank(renamed, HANDS_ON, 1)) == codes(rank(WORLD, HANDS_ON, 1))


def test_what_a_person_wrote_is_in_no_repr() -> None:
    person = Profile(past_jobs=(PastJob("vendeuse chez mon oncle", "D1507"),))
    assert "oncle" not in repr(rank(WORLD, person, 1))
