"""What one answer settles of other facts, surely: nobody is asked what they have already said.

Only what follows from the words of the questions, such as "no registration, so none for months".
A fact that was answered is never replaced.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping

from bot.orientation.circumstances import INFINITY
from bot.orientation.condition_truth import Facts, Value

Derive = Callable[[Value, datetime.date], Value | None]
"""The value that follows on a day; None when none does."""

SAME: tuple[tuple[str, Value, str, Value], ...] = (
    ("farm_employer", True, "private_employer", True),
    ("has_worked", False, "employed_months", 0.0),
    ("has_worked", False, "employed_months_last_5_years", 0.0),
    ("has_worked", False, "working", False),
    ("in_cej", True, "intensive_support", True),
    ("intensive_support", False, "in_cej", False),
    ("private_employer", False, "farm_employer", False),
    ("receives_aah", True, "receives_aah_asi_or_aspa", True),
    ("receives_aah_asi_or_aspa", False, "receives_aah", False),
    ("receives_aah_asi_or_aspa", False, "receives_aspa", False),
    ("receives_aspa", True, "receives_aah_asi_or_aspa", True),
    ("registered_jobseeker", False, "registered_months", 0.0),
    ("status", "employee", "working", True),
    ("status", "rsa", "receives_rsa", True),
    ("unemployment_benefit", False, "benefit_below_minimum_wage", True),
    ("unemployment_benefit", False, "daily_allowance_eur", 0.0),
    ("unemployment_benefit", True, "unemployment_rights", True),
    ("unemployment_rights", False, "unemployment_benefit", False),
    ("working", True, "has_worked", True),
    ("youngest_child_age", INFINITY, "single_parent", False),
)
"""An answer, and the answer to another fact that follows from it."""


def _same(given: Value, found: Value) -> Derive:
    return lambda value, _: found if value == given else None


def _born_before_1988(age: Value, today: datetime.date) -> bool | None:
    """The birthday of the year may be still to come: two years of birth are possible."""
    latest = today.year - int(age)
    if latest < 1988:
        return True
    return False if latest - 1 >= 1988 else None


def _if_some(value: Value, _: datetime.date) -> bool | None:
    return True if float(value) > 0 else None


RULES: tuple[tuple[str, str, Derive], ...] = (
    ("age", "born_before_1988", _born_before_1988),
    ("daily_allowance_eur", "unemployment_benefit", lambda value, _: float(value) > 0),
    ("employed_months", "has_worked", _if_some),
    ("employed_months_last_5_years", "has_worked", _if_some),
    ("prescriber", "prescribed", lambda value, _: True),
    ("registered_months", "registered_jobseeker", _if_some),
    *((premise, fact, _same(given, found)) for premise, given, fact, found in SAME),
)


def _by_premise() -> Mapping[str, tuple[tuple[str, Derive], ...]]:
    premises = {premise for premise, _, _ in RULES}
    return {
        one: tuple((fact, derive) for premise, fact, derive in RULES if premise == one)
        for one in premises
    }


_BY_PREMISE = _by_premise()


def with_implied(facts: Facts, today: datetime.date) -> dict[str, Value]:
    """The facts, and those that follow from them."""
    found = dict(facts)
    for fact, value in facts.items():
        found.update(answer_and_implied(fact, value, found, today))
    return found


def answer_and_implied(
    fact: str, value: Value, facts: Facts, today: datetime.date
) -> dict[str, Value]:
    """An answer, with what follows from it and is not among the facts."""
    found = {fact: value}
    waiting = [fact]
    while waiting:
        premise = waiting.pop()
        for other, derive in _BY_PREMISE.get(premise, ()):
            derived = None if other in facts or other in found else derive(found[premise], today)
            if derived is not None:
                found[other] = derived
                waiting.append(other)
    return found
