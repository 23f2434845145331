"""Counts of an organisation's conversations, by period, department and job; few people are none."""

from __future__ import annotations

import datetime
from itertools import product

import numpy as np

from bot.orientation.feedback_words import FACES
from bot.orientation.small_numbers import is_small
from bot.services.conversation_facts import ASKED, BARRIERS, ConversationFacts
from bot.services.territory_figures import DatedFacts, Lines, TerritoryFigures

TODAY = datetime.date(2026, 11, 27)


def given(days: int, count: int = 1, **told: object) -> list[DatedFacts]:
    """So many conversations that began some days ago."""
    day = TODAY - datetime.timedelta(days=days)
    return [DatedFacts(day, ConversationFacts(**told)) for _ in range(count)]  # type: ignore[arg-type]


def figures(*some: list[DatedFacts]) -> TerritoryFigures:
    return TerritoryFigures([one for part in some for one in part], TODAY)


def test_each_period_holds_the_shorter_ones() -> None:
    found = figures(given(1, 6), given(40, 7), given(200, 8), given(400, 9))
    assert found.people == (21, 13, 6)


def test_a_barrier_of_few_people_is_hidden_and_one_of_nobody_is_zero() -> None:
    found = figures(given(1, 3, barriers=("licence",)), given(1, 9))
    assert found.barriers["licence"] == (None, None, None)
    assert found.barriers["training"] == (0, 0, 0)
    assert list(found.barriers) == list(BARRIERS)


def test_a_question_of_few_people_is_not_even_named() -> None:
    found = figures(given(1, 6, asked=("ask_pay",)), given(1, 2, asked=("talk_to_human",)))
    both = figures(given(1, 6, asked=("ask_pay",)), given(1, 7))
    assert both.asked == {"ask_pay": (6, 6, 6)}
    assert found.asked == {}, "all but two people asked for pay"


def test_declics_kept_are_told_of_those_who_were_shown_one() -> None:
    found = figures(
        given(1, 8, declics=("G1602",), kept=("G1602",)),
        given(1, 9, declics=("D1106",), kept=("A1203",)),
        given(1, 10),
    )
    assert found.declics == {"shown": (17, 17, 17), "kept": (8, 8, 8)}


def test_declics_that_all_but_two_kept_are_hidden() -> None:
    found = figures(
        given(1, 8, declics=("G1602",), kept=("G1602",)),
        given(1, 2, declics=("D1106",)),
        given(1, 10),
    )
    assert found.declics == {"shown": (10, 10, 10), "kept": (None, None, None)}


def test_jobs_are_told_most_shown_first_and_rare_ones_are_not() -> None:
    found = figures(
        given(1, 6, shown=("A1203", "G1602"), kept=("A1203",)),
        given(1, 6, shown=("G1602",)),
        given(1, 6, shown=("A1203", "D1106")),
        given(1, 2, shown=("N1103",)),
        given(1, 9),
    )
    assert list(found.jobs) == ["A1203", "G1602", "D1106"]
    assert found.jobs["A1203"] == (12, 6)
    assert found.jobs["D1106"] == (6, 0)


def test_departments_with_few_people_are_told_together_with_unknown_places() -> None:
    found = figures(
        given(1, 12, department="38", barriers=("licence",)),
        given(1, 3, department="01"),
        given(1, 4),
    ).barriers_by_department
    assert found.groups == (("38",), (None, "01"))
    assert found.people == (12, 7)
    assert found.lines["licence"] == (12, 0)


def test_the_only_small_department_is_not_found_back_from_the_total() -> None:
    found = figures(
        given(1, 6, department="38", barriers=("licence",)),
        given(1, 6, department="38"),
        given(1, 2, department="69", barriers=("licence",)),
        given(1, 9, department="69"),
    )
    assert found.barriers["licence"][0] == 8
    assert found.barriers_by_department.lines["licence"] == (None, None)


def test_faces_hide_each_other() -> None:
    found = figures(given(1, 9, face="good"), given(1, 2, face="bad"), given(1, 9))
    assert found.opinions == (11, 11, 11)
    assert found.faces == dict.fromkeys(FACES, 0) | {"good": None, "bad": None}


def test_nobody_gives_no_figure_but_zero() -> None:
    found = figures()
    assert found.people == (0, 0, 0)
    assert found.barriers_by_department.groups == ()
    assert found.jobs == {} and found.asked == {}


def shown(lines: Lines) -> list[int]:
    return [count for counts in lines.values() for count in counts if count is not None]


def test_no_random_organisation_shows_a_small_count_or_two_that_differ_by_one() -> None:
    chance = np.random.default_rng(13)
    for _ in range(150):
        some = []
        for _ in range(int(chance.integers(0, 60))):
            some += given(
                int(chance.integers(0, 380)),
                department=str(chance.choice(["38", "69", "01", "73"], p=[0.5, 0.3, 0.15, 0.05])),
                barriers=tuple(one for one in BARRIERS if chance.random() < 0.4),
                lacking=tuple(one for one in ("licence", "car") if chance.random() < 0.2),
                asked=tuple(one for one in ASKED if chance.random() < 0.15),
                shown=tuple(one for one in ("A1203", "G1602") if chance.random() < 0.5),
                kept=("A1203",) if chance.random() < 0.3 else (),
                declics=("G1602",) if chance.random() < 0.5 else (),
                face=str(chance.choice(FACES)) if chance.random() < 0.4 else None,
            )
        found = figures(some)
        by_period = (found.barriers, found.asked, found.declics, {"": found.people})
        tables = (
            *by_period,
            found.jobs,
            found.barriers_by_department.lines,
            found.lacking_by_department.lines,
            {face: (count,) for face, count in found.faces.items()},
        )
        assert not any(is_small(count) for table in tables for count in shown(table))
        for counts in (counts for table in by_period for counts in table.values()):
            for longer, shorter in product(counts, counts):
                if longer is not None and shorter is not None:
                    assert not is_small(longer - shorter)
        assert not any(is_small(size) for size in found.barriers_by_department.people)
