"""Whether statements, a deck of pictures or a game give every axis its chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.orientation.statements import AXES, ENOUGH, LETTERS, SETTINGS

DOMINANT = 2.0
"""An axis told more than this many times the mean of its like draws everybody to it."""


@dataclass(frozen=True)
class Imbalance:
    """kind: "thin", "dominant" or "unexplained". axis: which. end: 1 the axis, -1 its opposite.

    place: number of the faulty weights in what was given, from 0; None when it is the whole.
    """

    kind: str
    axis: str
    end: int = 1
    place: int | None = None


def imbalances(weights: Sequence[Mapping[str, float]], amount: float) -> tuple[Imbalance, ...]:
    """Axes that are too little or too much told by what can be chosen.

    amount: what one choice weighs (pictures.ALONE, game.ACTED). Thin: who chooses all that speaks
    of an axis still has less than ENOUGH. A choice cannot be a no, so settings need both ends,
    or nobody could lean to the side of indoors, calm or screens.
    """
    told = {(axis, 1): _told(weights, axis, 1) for axis in AXES}
    told |= {(axis, -1): _told(weights, axis, -1) for axis in SETTINGS}
    thin = (
        Imbalance("thin", axis, end)
        for (axis, end), total in told.items()
        if total * amount < ENOUGH[axis]
    )
    return (*thin, *_dominant(told, LETTERS), *_dominant(told, SETTINGS))


def unexplained(
    weights: Sequence[Mapping[str, float]], reasons: Sequence[Mapping[str, str]]
) -> tuple[Imbalance, ...]:
    """Weights without a reason, and reasons without a weight."""
    return tuple(
        Imbalance("unexplained", axis, place=place)
        for place, (given, why) in enumerate(zip(weights, reasons, strict=True))
        for axis in sorted(set(given) ^ {axis for axis, reason in why.items() if reason.strip()})
    )


def _told(weights: Sequence[Mapping[str, float]], axis: str, end: int) -> float:
    return sum(max(0.0, given.get(axis, 0.0) * end) for given in weights)


def _dominant(told: Mapping[tuple[str, int], float], axes: Sequence[str]) -> list[Imbalance]:
    totals = {key: total for key, total in told.items() if key[0] in axes}
    most = DOMINANT * sum(totals.values()) / len(totals)
    return [Imbalance("dominant", *key) for key, total in totals.items() if total > most]
