"""Whether a condition holds for a person: yes, no, or unknown while an answer is missing.

Strong three-valued logic of Kleene: one part that fails settles "all", one that holds settles
"any", whatever the others; unknown stays unknown otherwise, also in "this or not this". What is
decided although answers are missing is found in condition_rule.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.orientation.offer import AllOf, AnyOf, Condition, IsTrue, Not, OneOf, Within

Value = bool | float | str
Facts = Mapping[str, Value]
"""A fact that is absent is not known. Booleans, numbers, and codes of choices."""


def holds(condition: Condition, facts: Facts) -> bool | None:
    """True, False, or None when what is known does not tell."""
    if isinstance(condition, Not):
        return _opposite(holds(condition.part, facts))
    if isinstance(condition, AllOf):
        return _first(False, condition.parts, facts)
    if isinstance(condition, AnyOf):
        return _first(True, condition.parts, facts)
    value = facts.get(condition.fact)
    return None if value is None else LEAVES[type(condition)](condition, value)


def _opposite(truth: bool | None) -> bool | None:
    return None if truth is None else not truth


def _first(settling: bool, parts: tuple[Condition, ...], facts: Facts) -> bool | None:
    """The value that settles the whole as soon as one part has it; else unknown if one part is."""
    is_open = False
    for part in parts:
        truth = holds(part, facts)
        if truth is settling:
            return settling
        is_open = is_open or truth is None
    return None if is_open else not settling


def _within(leaf: Within, value: float) -> bool:
    above = leaf.at_least is None or leaf.at_least <= value
    return above and (leaf.at_most is None or value <= leaf.at_most)


LEAVES: Mapping[type, Callable[..., bool]] = {
    IsTrue: lambda leaf, value: value is True,
    OneOf: lambda leaf, value: value in leaf.values,
    Within: _within,
}
