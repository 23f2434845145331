"""Conditions -> short French lines. They state a possibility, never a right."""

from __future__ import annotations

from bot.orientation.circumstances import CIRCUMSTANCES, Circumstance
from bot.orientation.french_values import measure, with_unit
from bot.orientation.labels import listing, upper_first
from bot.orientation.offer import AllOf, AnyOf, Condition, IsTrue, Not, OneOf, Within
from bot.orientation.phrases import say

MARKS = ("", "• ", "– ", "· ")
MOST_CHOICES_IN_A_LINE, MOST_WORDS_IN_A_LINE = 3, 18


def condition_lines(condition: Condition, easy: bool = False) -> list[str]:
    """One line per condition; alternatives are marked below a heading."""
    parts = condition.parts if isinstance(condition, AllOf) else (condition,)
    exclusions_last = sorted(parts, key=lambda part: isinstance(part, Not))
    return [line for part in exclusions_last for line in _lines(part, 0, True, easy)]


def _lines(condition: Condition, depth: int, holds: bool, easy: bool) -> list[str]:
    if isinstance(condition, Not):
        return _lines(condition.part, depth, not holds, easy)
    if isinstance(condition, (AllOf, AnyOf)):
        heading = _heading(condition, holds, easy)
        inner = [line for part in condition.parts for line in _lines(part, depth + 1, True, easy)]
        return [_marked(heading, depth), *inner]
    lines = _leaf(condition, holds, depth, easy)
    return [_marked(lines[0], depth), *(_marked(line, depth + 1) for line in lines[1:])]


def _heading(condition: AllOf | AnyOf, holds: bool, easy: bool) -> str:
    kind = "any" if isinstance(condition, AnyOf) else "all"
    return say(f"condition.{kind}" if holds else f"condition.not_{kind}", easy)


def _marked(line: str, depth: int) -> str:
    return MARKS[min(depth, len(MARKS) - 1)] + line


def _leaf(leaf: IsTrue | OneOf | Within, holds: bool, depth: int, easy: bool) -> list[str]:
    """A sentence; for a long list of choices, a heading and the choices.

    "Sauf" only stands outside lists: below "Un de ces cas suffit" it would read as an exclusion of
    its own. The deepest list has no mark left for another below.
    """
    is_inside = depth > 0
    circumstance = CIRCUMSTANCES[leaf.fact]
    statement = circumstance.statement
    if isinstance(leaf, IsTrue):
        return [statement if holds else _denied(circumstance, is_inside, easy)]
    if isinstance(leaf, Within):
        allowed = (limits if holds else outside_limits)(leaf, circumstance.unit, easy)
        return [say("condition.is", easy, what=upper_first(statement), allowed=allowed)]
    words = [circumstance.choices[value] for value in leaf.values]
    start = _choice_beginning(statement, holds, is_inside, easy)
    line = say("condition.choices", easy, start=start, choices=listing(words, "ou"))
    is_short = len(words) <= MOST_CHOICES_IN_A_LINE and len(line.split()) <= MOST_WORDS_IN_A_LINE
    if is_short or depth >= len(MARKS) - 1:
        return [line]
    return [say("condition.choices.heading", easy, start=start), *words]


def _denied(circumstance: Circumstance, is_inside: bool, easy: bool) -> str:
    statement = circumstance.statement[:1].lower() + circumstance.statement[1:]
    if not is_inside:
        return say("condition.unless", easy, statement=statement)
    return circumstance.denial or say("condition.not_yours", easy, statement=statement)


def _choice_beginning(statement: str, holds: bool, is_inside: bool, easy: bool) -> str:
    if holds:
        return upper_first(statement)
    if is_inside:
        return say("condition.choices.but", easy, what=upper_first(statement))
    return say("condition.choices.unless", easy, what=statement)


def outside_limits(leaf: Within, unit: str | None, easy: bool = False) -> str:
    """The opposite of the limits, which belong to them: "plus de 15 km", "moins de 60 ans"."""
    ends = (("under", leaf.at_least), ("over", leaf.at_most))
    told = [
        say(f"condition.{side}", easy, value=with_unit(end, unit))
        for side, end in ends
        if end is not None
    ]
    return listing(told, "ou")


def limits(leaf: Within, unit: str | None, easy: bool = False) -> str:
    """ "au plus 25 ans", "de 16 à 25 ans"."""
    least, most = leaf.at_least, leaf.at_most
    if least is None or most is None:
        side, end = ("at_most", most) if least is None else ("at_least", least)
        return say(f"condition.{side}", easy, value=with_unit(end or 0, unit))
    if least == most:
        return with_unit(least, unit)
    return say("condition.between", easy, least=measure(least), most=with_unit(most, unit))
