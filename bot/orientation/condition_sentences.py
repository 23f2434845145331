"""Conditions -> short French lines. They state a possibility, never a right."""

from __future__ import annotations

from bot.orientation.circumstances import CIRCUMSTANCES, Circumstance
from bot.orientation.french_values import measure, with_unit
from bot.orientation.offer import AllOf, AnyOf, Condition, IsTrue, Not, OneOf, Within

ONE_IS_ENOUGH, ALL_TOGETHER = "Un de ces cas suffit :", "Tout ceci à la fois :"
ANY_EXCLUDES, ALL_EXCLUDE = "Aucun de ces cas :", "Pas tout ceci à la fois :"
MARKS = ("", "• ", "– ", "· ")
MOST_CHOICES_IN_A_LINE, MOST_WORDS_IN_A_LINE = 3, 18


def condition_lines(condition: Condition) -> list[str]:
    """One line per condition; alternatives are marked below a heading."""
    parts = condition.parts if isinstance(condition, AllOf) else (condition,)
    exclusions_last = sorted(parts, key=lambda part: isinstance(part, Not))
    return [line for part in exclusions_last for line in _lines(part, 0, holds=True)]


def _lines(condition: Condition, depth: int, holds: bool) -> list[str]:
    if isinstance(condition, Not):
        return _lines(condition.part, depth, not holds)
    if isinstance(condition, (AllOf, AnyOf)):
        heading = _heading(condition, holds)
        inner = [line for part in condition.parts for line in _lines(part, depth + 1, holds=True)]
        return [_marked(heading, depth), *inner]
    lines = _leaf(condition, holds, depth)
    return [_marked(lines[0], depth), *(_marked(line, depth + 1) for line in lines[1:])]


def _heading(condition: AllOf | AnyOf, holds: bool) -> str:
    if isinstance(condition, AnyOf):
        return ONE_IS_ENOUGH if holds else ANY_EXCLUDES
    return ALL_TOGETHER if holds else ALL_EXCLUDE


def _marked(line: str, depth: int) -> str:
    return MARKS[min(depth, len(MARKS) - 1)] + line


def _leaf(leaf: IsTrue | OneOf | Within, holds: bool, depth: int) -> list[str]:
    """A sentence; for a long list of choices, a heading and the choices.

    "Sauf" only stands outside lists: below "Un de ces cas suffit" it would read as an exclusion of
    its own. The deepest list has no mark left for another below.
    """
    is_inside = depth > 0
    circumstance = CIRCUMSTANCES[leaf.fact]
    statement = circumstance.statement
    if isinstance(leaf, IsTrue):
        return [statement if holds else _denied(circumstance, is_inside)]
    if isinstance(leaf, Within):
        allowed = (limits if holds else outside_limits)(leaf, circumstance.unit)
        return [f"{_capital(statement)} : {allowed}."]
    words = [circumstance.choices[value] for value in leaf.values]
    start = f"{_choice_beginning(statement, holds, is_inside)} :"
    *first, last = words
    line = f"{start} {', '.join(first)}{' ou ' if first else ''}{last}."
    is_short = len(words) <= MOST_CHOICES_IN_A_LINE and len(line.split()) <= MOST_WORDS_IN_A_LINE
    return [line] if is_short or depth >= len(MARKS) - 1 else [start, *words]


def _denied(circumstance: Circumstance, is_inside: bool) -> str:
    statement = circumstance.statement[:1].lower() + circumstance.statement[1:]
    if not is_inside:
        return f"Sauf si {statement}"
    return circumstance.denial or f"Ceci n'est pas votre cas : {statement}"


def _choice_beginning(statement: str, holds: bool, is_inside: bool) -> str:
    if holds:
        return _capital(statement)
    return f"{_capital(statement)}, sauf" if is_inside else f"Sauf {statement}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def outside_limits(leaf: Within, unit: str | None) -> str:
    """The opposite of the limits, which belong to them: "plus de 15 km", "moins de 60 ans"."""
    below = None if leaf.at_least is None else f"moins de {with_unit(leaf.at_least, unit)}"
    above = None if leaf.at_most is None else f"plus de {with_unit(leaf.at_most, unit)}"
    return " ou ".join(part for part in (below, above) if part)


def limits(leaf: Within, unit: str | None) -> str:
    """ "au plus 25 ans", "de 16 à 25 ans"."""
    if leaf.at_least is None or leaf.at_most is None:
        limit = leaf.at_most if leaf.at_least is None else leaf.at_least
        return f"{'au plus' if leaf.at_least is None else 'au moins'} {with_unit(limit or 0, unit)}"
    if leaf.at_least == leaf.at_most:
        return with_unit(leaf.at_least, unit)
    return f"de {measure(leaf.at_least)} à {with_unit(leaf.at_most, unit)}"
