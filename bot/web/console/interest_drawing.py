"""The interests drawn: the six letters as a hexagon, one axis as a dot between its two ends.

In the hexagon far from the middle is liked, the middle is disliked.

Drawn as drawing.py draws: no script, no inline style, told by shapes as well as by colours. A
corner nobody spoke of has no dot; one that little is known of has a hollow one. The table beside it
tells the same facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from markupsafe import Markup, escape

WIDE, HIGH = 480, 310
MIDDLE_X, MIDDLE_Y, RADIUS = WIDE / 2, HIGH / 2, 105
BESIDE = 14
"""From a corner to its name."""
LEAST_OUTLINED = 3
TRACK = 104
"""Length of the line of an axis."""


@dataclass(frozen=True)
class Corner:
    """name: in a few words; lines are cut at "|". score: from -1 (disliked) to 1 (liked), None:
    not known. is_sure: enough was said of it."""

    name: str
    score: float | None
    is_sure: bool = True


def hexagon(title: str, corners: Sequence[Corner]) -> Markup:
    """One corner a name, clockwise from the top."""
    drawn = [*_web(len(corners)), *_outline(corners)]
    for place, corner in enumerate(corners):
        drawn += [*_dot(corner, place, len(corners)), _name(corner, place, len(corners))]
    return Markup(
        '<svg class="d-hexagon" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>'
    ).format(WIDE, HIGH, escape(title), Markup("").join(drawn))


def balance(score: float | None, is_sure: bool = True) -> Markup:
    """A dot between the low end of an axis, on the left, and the high one: for a cell of a table
    whose words tell the same, so that it says nothing of its own to a reader."""
    dot = Markup("")
    if score is not None:
        dot = Markup(
            '<circle class="d-point" cx="{:.1f}" cy="9" r="5" fill="{}" stroke="currentColor" '
            'stroke-width="2"/>'
        ).format(TRACK / 2 * (1 + score) + 8, "currentColor" if is_sure else "#fff")
    return Markup(
        '<svg class="d-balance" viewBox="0 0 {} 18" width="{}" height="18" aria-hidden="true" '
        'focusable="false"><path class="d-track" d="M8 9H{}M{} 3V15" stroke="currentColor"/>'
        "{}</svg>"
    ).format(TRACK + 16, TRACK + 16, TRACK + 8, TRACK / 2 + 8, dot)


def _point(place: int, count: int, share: float) -> tuple[float, float]:
    """share: 0 in the middle, 1 on the edge."""
    turn = 2 * pi * place / count - pi / 2
    return MIDDLE_X + RADIUS * share * cos(turn), MIDDLE_Y + RADIUS * share * sin(turn)


def _share(score: float) -> float:
    return (score + 1) / 2


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def _web(count: int) -> Iterator[Markup]:
    """The edge, the line of "neither liked nor disliked", and a spoke to each corner."""
    for share, kind, dashes in ((1.0, "d-edge", "none"), (0.5, "d-zero", "4 4")):
        ring = _path([_point(place, count, share) for place in range(count)])
        yield Markup(
            '<path class="{}" d="{}" fill="none" stroke="currentColor" stroke-dasharray="{}"/>'
        ).format(kind, ring, dashes)
    spokes = "".join(
        f"M{MIDDLE_X:.1f} {MIDDLE_Y:.1f}L{x:.1f} {y:.1f}"
        for x, y in (_point(place, count, 1.0) for place in range(count))
    )
    yield Markup('<path class="d-spoke" d="{}" stroke="currentColor"/>').format(spokes)


def _outline(corners: Sequence[Corner]) -> Iterator[Markup]:
    """The shape, through the corners that are known; two points make none."""
    known = [
        _point(place, len(corners), _share(corner.score))
        for place, corner in enumerate(corners)
        if corner.score is not None
    ]
    if len(known) >= LEAST_OUTLINED:
        yield Markup(
            '<path class="d-shape" d="{}" fill="currentColor" fill-opacity="0.15" '
            'stroke="currentColor" stroke-width="2"/>'
        ).format(_path(known))


def _dot(corner: Corner, place: int, count: int) -> Iterator[Markup]:
    if corner.score is None:
        return
    x, y = _point(place, count, _share(corner.score))
    yield Markup(
        '<circle class="d-point" cx="{:.1f}" cy="{:.1f}" r="5.5" fill="{}" '
        'stroke="currentColor" stroke-width="2"/>'
    ).format(x, y, "currentColor" if corner.is_sure else "#fff")


def _name(corner: Corner, place: int, count: int) -> Markup:
    """The name outside its corner, a line under another."""
    x, y = _point(place, count, 1.0 + BESIDE / RADIUS)
    side = x - MIDDLE_X
    anchor = "middle" if abs(side) < 1 else "start" if side > 0 else "end"
    lines = corner.name.split("|")
    rise = (MIDDLE_Y - y) / RADIUS  # Above the hexagon a name ends, below it a name begins.
    first = y - 8 * (len(lines) - 1) * (1 + max(-1.0, min(1.0, rise)))
    kind = "d-label" if corner.score is not None else "d-label d-unknown"
    spans = (
        Markup('<tspan x="{:.1f}" y="{:.1f}">{}</tspan>').format(x, first + 16 * row, line)
        for row, line in enumerate(lines)
    )
    return Markup(
        '<text class="{}" text-anchor="{}" dominant-baseline="middle" fill="currentColor" '
        'font-size="13">{}</text>'
    ).format(kind, anchor, Markup("").join(spans))
