"""Measures over synthetic people: each on a few hand-made lists whose answer is known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bot.evaluation.concentration import concentration, concentration_report, gini, top_share
from bot.evaluation.diversity import diversity
from bot.evaluation.fairness import fairness, renamed
from bot.evaluation.intervals import around_value
from bot.evaluation.missing_answers import REMOVED, kept_share, missing_answers
from bot.evaluation.people import Person, people
from bot.evaluation.proposals import Proposed, list_quality, proposed_to, proposed_to_all
from bot.evaluation.surprise_effect import surprise_effect
from bot.evaluation.unlocked_jobs import ENOUGH_PEOPLE, Gains, gains, spread, unlocked_jobs
from bot.orientation.levers import LEVERS
from bot.orientation.titles import TitleIndex
from tests.unit.small_world import CASHIER, DRIVER, WORLD

CROWD = people(WORLD, 60, seed=1)


def shown(*jobs: int, declic: int | None = None, far: int = 1) -> Proposed:
    declics = () if declic is None else (declic,)
    return Proposed(tuple(jobs), declics, (far,) * len(declics), coverage=0.5)


def rows(*codes: str) -> tuple[int, ...]:
    return tuple(WORLD.job_table.row_by_code[code] for code in codes)


def test_lists_are_counted_by_what_people_get() -> None:
    found = list_quality(
        [shown(1, 2, 3, declic=4), shown(1, 2, 3, declic=4, far=2), shown(1, 2), shown(1, 2, 3)]
    )
    assert (found.three_jobs.count, found.three_jobs.total) == (3, 4)
    assert found.has_declic.count == 2
    assert found.one_far_axis.count == 1


def test_a_list_is_that_of_the_conversation_the_declic_last() -> None:
    found = proposed_to(WORLD, DRIVER, seed=0)
    assert len(found.jobs) == 3
    assert set(found.jobs).isdisjoint(found.declics)
    assert len(found.far_axes) == len(found.declics)
    assert found.cards == found.jobs + found.declics
    assert proposed_to(WORLD, replace(DRIVER, surprise="near"), seed=0).declics == ()


def test_diversity_counts_domains_and_families_of_each_person() -> None:
    same = rows("D1505", "D1507")
    other = rows("D1102", "I1604")
    found = diversity(WORLD.job_table, [shown(*same), shown(*other), shown()])
    assert found.cards.value == 2
    assert found.domains.value == pytest.approx(1.5)
    assert found.families.value == 2
    assert (found.all_differ.count, found.all_differ.total) == (1, 2)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param([5.0, 5.0, 5.0, 5.0], 0.0, id="all alike"),
        pytest.param([0.0, 0.0, 0.0, 8.0], 0.75, id="one takes all"),
        pytest.param([1.0, 3.0], 0.25, id="one to three"),
        pytest.param([0.0, 0.0], 0.0, id="nothing at all"),
    ],
)
def test_gini(counts: list[float], expected: float) -> None:
    assert gini(np.array(counts)) == pytest.approx(expected)


def test_the_share_of_the_ten_most_frequent() -> None:
    assert top_share(np.ones(20)) == pytest.approx(0.5)
    assert top_share(np.ones(4)) == 1
    assert top_share(np.zeros(4)) == 0


def test_concentration_is_over_cards_of_all_people() -> None:
    possible = np.ones(len(WORLD.jobs), dtype=bool)
    found = concentration([shown(0, declic=1), shown(0), shown()], possible)
    assert found.ever == 2
    assert found.top_ten.value == 1
    counts = np.zeros(len(WORLD.jobs))
    counts[:2] = 2, 1
    assert found.gini.value == pytest.approx(gini(counts))


def test_the_interval_of_an_inequality_lies_around_its_value() -> None:
    cards = np.random.default_rng(0).integers(50, size=60)
    found = around_value(lambda drawn: gini(np.bincount(cards[drawn], minlength=50) * 1.0), 60)
    assert found.low < found.value < found.high
    assert found.value - found.low == pytest.approx(found.high - found.value)


def test_the_hiring_is_what_lists_are_compared_with() -> None:
    found = concentration_report(WORLD, [shown(0)], [shown(0)])
    assert [one.rome_code for one in found.most] == [WORLD.jobs[0].rome_code]
    assert 0 < found.most[0].hiring < 1
    assert 0 < found.hiring_gini < 1
    assert found.possible == len(WORLD.jobs)


def test_without_the_guard_everyone_has_one_seed() -> None:
    twins = [replace(CROWD[0], number=n, seed=n) for n in range(3)]
    alike = proposed_to_all(WORLD, twins, seed=0)
    assert len(set(alike)) == 1


def test_quartiles_of_what_is_gained() -> None:
    found = spread(range(101))
    assert found is not None
    assert (found.low, found.median.value, found.high) == (25, 50, 75)
    assert found.median.low < 50 < found.median.high
    assert spread([]) is None


def test_gains_are_told_by_lever_and_by_basin() -> None:
    some = [Gains("b1", {"car": (4, 10.0), "bike": (1, 2.0)})] * ENOUGH_PEOPLE
    none = [Gains("b2", {})] * ENOUGH_PEOPLE
    found = unlocked_jobs([*some, *none, Gains("b3", {}), Gains(None, {})])
    assert (found.anyone.count, found.anyone.total) == (ENOUGH_PEOPLE, 2 * ENOUGH_PEOPLE + 2)
    car = next(one for one in found.levers if one.lever == "car")
    assert car.jobs is not None and car.openings is not None
    assert (car.people.count, car.jobs.median.value, car.openings.high) == (ENOUGH_PEOPLE, 4, 10)
    assert [one.lever for one in found.levers] == list(LEVERS)
    assert [(one.basin_code, one.jobs.median.value) for one in found.basins] == [
        ("b1", 4),
        ("b2", 0),
    ]
    assert found.left_out == 1


def test_levers_are_counted_alone() -> None:
    person = Person(0, "R", 7, replace(DRIVER, training_accepted="none", max_minutes=15))
    found = gains(WORLD, person)
    assert found.basin_code == "b1"
    assert set(found.by_lever) <= set(LEVERS)
    assert found.by_lever["training"][0] > 0
    assert found.most_jobs == max(jobs for jobs, _ in found.by_lever.values())


def test_what_is_left_of_a_list() -> None:
    assert kept_share(shown(1, 2, 3), shown(3, 2, 9)) == pytest.approx(2 / 3)
    assert kept_share(shown(1), shown()) == 0


def test_each_answer_is_removed_and_tastes_little_by_little() -> None:
    crowd = CROWD[:8]
    found = missing_answers(WORLD, crowd, proposed_to_all(WORLD, crowd))
    assert [one.answer for one in found.each] == list(REMOVED)
    tastes = next(one for one in found.each if one.answer == "tastes")
    assert tastes.coverage.value < found.full_coverage.value
    assert found.statements[0].coverage.value == pytest.approx(tastes.coverage.value)
    assert found.statements[-1].coverage.value > found.statements[0].coverage.value


def test_every_removal_takes_one_answer_away() -> None:
    profile = replace(CROWD[0].profile, past_jobs=(CASHIER,))
    for name, remove in REMOVED.items():
        without = remove(profile)
        changed = [key for key, value in vars(profile).items() if getattr(without, key) != value]
        assert len(changed) == 1, name


def test_genders_and_names_move_nothing() -> None:
    found = fairness(WORLD, TitleIndex(WORLD), CROWD, most_jobs=5)
    assert found.words.value == found.commune.value == 1
    assert found.commune.total == len(CROWD)
    assert found.typed.total == 5


def test_renamed_communes_stay_where_they_are() -> None:
    before, after = WORLD.communes[0], renamed(WORLD).communes[0]
    assert after == replace(before, name="gruoB")


def test_the_dial_is_measured_on_people_who_worked() -> None:
    found = surprise_effect(WORLD, CROWD)
    near, middle, wide = found
    assert [one.dial for one in found] == ["near", "open", "surprise"]
    assert near.declics.value == 0 <= middle.declics.value <= wide.declics.value
    assert near.nearness.value >= wide.nearness.value
