"""Nobody finds a hidden count of people back, neither alone nor out of totals and other counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

import numpy as np
import pytest

from bot.orientation.small_numbers import (
    LEAST,
    is_small,
    large_groups,
    over_groups,
    over_parts,
    over_periods,
    people_over_periods,
)

Shown = tuple[int | None, ...]


@pytest.mark.parametrize(
    ("having", "people", "shown"),
    [
        pytest.param([9, 7], [20, 14], (9, None), id="two people are older than the short period"),
        pytest.param([12, 6], [30, 15], (12, 6), id="enough on every side"),
        pytest.param([3, 0], [30, 15], (None, 0), id="three people, of whom none is recent"),
        pytest.param([28, 14], [30, 15], (None, None), id="all but two people"),
        pytest.param([30, 15], [30, 15], (30, 15), id="all of them"),
        pytest.param([14, 6], [20, 10], (14, None), id="the others of the longer period are two"),
        pytest.param([4], [4], (None,), id="four people in all"),
        pytest.param([6], [None], (None,), id="it is hidden how many there are"),
    ],
)
def test_a_count_is_told_when_nothing_small_is_left(
    having: list[int], people: list[int | None], shown: Shown
) -> None:
    assert over_periods(having, people) == shown


@pytest.mark.parametrize(
    ("having", "people", "shown"),
    [
        pytest.param([6, 7], [12, 14], (6, 7), id="nothing small"),
        pytest.param([2, 7, 9], [12, 14, 20], (None, None, 9), id="the smallest group hides it"),
        pytest.param([1, 1, 9], [12, 14, 30], (None, None, None), id="two small ones do not do"),
        pytest.param([0, 8], [12, 14], (0, 8), id="nobody"),
        pytest.param([10, 9, 8], [12, 14, 20], (None, None, 8), id="all but two of a group"),
    ],
)
def test_a_small_group_is_hidden_with_others(
    having: list[int], people: list[int], shown: Shown
) -> None:
    assert over_groups(having, people) == shown


@pytest.mark.parametrize(
    ("people", "groups"),
    [
        pytest.param({"38": 12, "69": 8}, (("38",), ("69",)), id="large ones stay alone"),
        pytest.param({"38": 12, "69": 3, "01": 2}, (("38",), ("69", "01")), id="small ones join"),
        pytest.param({"38": 12, "69": 8, "01": 2}, (("38",), ("69", "01")), id="a large one helps"),
        pytest.param({"38": 2, "69": 2}, (), id="too few in all"),
        pytest.param({}, (), id="nobody"),
        pytest.param({"38": 9, None: 6}, (("38",), (None,)), id="unknown places stand last"),
        pytest.param({"38": 9, None: 6, "69": 1}, (("38",), (None, "69")), id="with small ones"),
    ],
)
def test_groups_have_five_people(
    people: dict[str | None, int], groups: tuple[tuple[str | None, ...], ...]
) -> None:
    assert large_groups(people, (None,)) == groups


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        pytest.param([9, 7, 0], (9, 7, 0), id="nothing small"),
        pytest.param([9, 7, 2], (9, None, None), id="the smallest part hides it"),
        pytest.param([9, 3, 2], (9, None, None), id="two small ones hide each other"),
        pytest.param([9, 1, 1], (None, None, None), id="but not with two people in all"),
        pytest.param([12, 1, 0], (None, None, 0), id="only one other"),
        pytest.param([2, 1, 1], (None, None, None), id="four people in all"),
        pytest.param([8, 0, 0], (8, 0, 0), id="everybody the same"),
    ],
)
def test_the_parts_of_a_whole_hide_each_other(counts: list[int], shown: Shown) -> None:
    assert over_parts(counts) == shown


def found_back(tables: Iterable[tuple[Sequence[int], object, Shown]]) -> list[object]:
    """Views in which a hidden count can be only one thing. `tables`: the counts, all that is told
    beside them, and what is shown of them."""
    tables = list(tables)
    possible: dict[object, list[set[int]]] = {}
    for counts, told, shown in tables:
        if None not in shown:
            continue
        for place, (count, cell) in enumerate(zip(counts, shown, strict=True)):
            assert cell in (None, count)
            sets = possible.setdefault((told, shown), [set() for _ in counts])
            sets[place].add(count)
    for counts, told, _ in tables:
        for (other, shown), sets in possible.items():
            fits = all(cell in (None, one) for one, cell in zip(counts, shown, strict=True))
            if other == told and fits:
                for place, count in enumerate(counts):
                    sets[place].add(count)
    return [
        view
        for view, sets in possible.items()
        if any(cell is None and len(sets[n]) < 2 for n, cell in enumerate(view[1]))  # type: ignore[index]
    ]


def sums_left(counts: Sequence[int], shown: Shown) -> int:
    return sum(one for one, cell in zip(counts, shown, strict=True) if cell is None)


@pytest.mark.parametrize("people", [(5, 5), (6, 8), (5, 7, 6), (9, 5, 5), (5, 6, 5, 5)])
def test_no_table_of_groups_is_solved_with_its_total(people: tuple[int, ...]) -> None:
    everyone = sum(people)
    tables = []
    for having in product(*(range(size + 1) for size in people)):
        shown = over_groups(having, people)
        (total,) = over_periods([sum(having)], [everyone])
        tables.append((having, total, shown))
        left, size = sums_left(having, shown), sums_left(people, shown)
        if total is not None:
            assert not is_small(left) and not is_small(size - left)
    assert found_back(tables) == []


@pytest.mark.parametrize(("parts", "most"), [(2, 16), (3, 13), (5, 7)])
def test_no_parts_are_solved_with_their_whole(parts: int, most: int) -> None:
    tables = []
    for counts in product(range(most + 1), repeat=parts):
        if LEAST <= sum(counts) <= most:
            shown = over_parts(counts)
            tables.append((counts, sum(counts), shown))
            assert not is_small(sums_left(counts, shown))
    assert found_back(tables) == []


@pytest.mark.parametrize(
    "people", [(20, 12, 6), (15, 10, 5), (12, 12, 12), (12, 6, 6), (25, 16, 8)]
)
def test_no_period_is_solved_with_the_others(people: tuple[int, int, int]) -> None:
    told = people_over_periods(people)
    steps = [earlier - later for earlier, later in zip(people, (*people[1:], 0), strict=True)]
    tables = []
    for parts in product(*(range(step + 1) for step in steps)):
        having = tuple(sum(parts[start:]) for start in range(len(parts)))
        shown = over_periods(having, told)
        tables.append((having, told, shown))
        for one, other in ((0, 1), (0, 2), (1, 2)):
            longer, shorter = shown[one], shown[other]
            if longer is not None and shorter is not None:
                assert not is_small(longer - shorter)
                assert not is_small(people[one] - people[other] - longer + shorter)
    assert found_back(tables) == []


def test_a_period_with_nearly_the_same_people_is_hidden_whole() -> None:
    told = people_over_periods((11, 9, 7))
    assert told == (11, None, None)
    assert over_periods((6, 5, 0), told) == (6, None, None)


def test_large_tables_leave_no_small_sum() -> None:
    chance = np.random.default_rng(25)
    for _ in range(2_000):
        people = chance.integers(LEAST, 60, size=chance.integers(1, 12)).tolist()
        having = [int(chance.binomial(size, chance.choice([0.02, 0.3, 0.97]))) for size in people]
        shown = over_groups(having, people)
        left, size = sums_left(having, shown), sums_left(people, shown)
        (total,) = over_periods([sum(having)], [sum(people)])
        for one, of, cell in zip(having, people, shown, strict=True):
            assert cell is None or not (is_small(one) or is_small(of - one))
        if total is not None:
            assert not is_small(left) and not is_small(size - left)
