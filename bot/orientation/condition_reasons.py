"""Which conditions of an offer a person's answers meet and which they miss, as reason codes."""

from __future__ import annotations

from collections.abc import Iterator

from bot.orientation.condition_truth import Facts, holds
from bot.orientation.finding import AGAINST, FOR, Reason
from bot.orientation.offer import AllOf, AnyOf, Condition, IsTrue, Not, OneOf, Within

Leaf = IsTrue | OneOf | Within
MOST_NAMED = 2
"""Answers named for one condition; an "any of" that misses more is told as a whole."""


def condition_reasons(
    condition: Condition, facts: Facts, verdict: bool | None, is_checked: bool
) -> tuple[Reason, ...]:
    """What fails first, then what is met; nothing of what is unknown.

    verdict: of the whole, which may be decided although no part is, since answers add up.
    """
    parts = condition.parts if isinstance(condition, AllOf) else (condition,)
    truths = [(part, holds(part, facts)) for part in parts]
    failed = [
        reason
        for part, truth in truths
        if truth is False
        for reason in _failed(part, facts, is_checked)
    ]
    if verdict is False and not failed:
        failed = [Reason("no_case_fits", AGAINST, {"is_checked": is_checked})]
    met = [reason for part, truth in truths if truth for reason in _met(part, facts)]
    return (*failed, *met)


def _failed(part: Condition, facts: Facts, is_checked: bool) -> list[Reason]:
    """One answer that fails is told with what is asked; of several, one might have been enough."""
    causes = list(_causes(part, facts, True))
    if len(causes) > MOST_NAMED:
        return [Reason("no_case_fits", AGAINST, {"is_checked": is_checked})]
    known = {"is_checked": is_checked, "is_alone": len(causes) == 1}
    found = {
        leaf.fact: Reason("condition_failed", AGAINST, {**_told(leaf, wanted, facts), **known})
        for leaf, wanted in causes
    }
    return list(found.values())


def _met(part: Condition, facts: Facts) -> list[Reason]:
    return [
        Reason("condition_met", FOR, _told(leaf, wanted, facts))
        for leaf, wanted in list(_causes(part, facts, True))[:MOST_NAMED]
    ]


def _told(leaf: Leaf, wanted: bool, facts: Facts) -> dict[str, object]:
    return {"leaf": leaf, "wanted": wanted, "answer": facts[leaf.fact]}


def _causes(condition: Condition, facts: Facts, wanted: bool) -> Iterator[tuple[Leaf, bool]]:
    """The answers that make a decided condition true or false, and whether each is wanted: one is
    enough where one settles the whole, all count where all are needed."""
    if isinstance(condition, Not):
        yield from _causes(condition.part, facts, not wanted)
    elif isinstance(condition, (AllOf, AnyOf)):
        truth = holds(condition, facts)
        same = [part for part in condition.parts if holds(part, facts) is truth]
        is_settled_by_one = truth is isinstance(condition, AnyOf)
        for part in same[:1] if is_settled_by_one else same:
            yield from _causes(part, facts, wanted)
    else:
        yield condition, wanted
