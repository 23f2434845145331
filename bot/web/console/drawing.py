"""Charts and maps as SVG, made on the server: horizontal bars, grouped bars, a map of dots.

No script and no inline style. What is told by a colour is told by a pattern or a sign too, so that
a page printed in black and white says the same; a table or words beside each drawing tell the same
facts, since a drawing is one picture with a title to a screen reader. Nothing here knows of jobs
or of places: figures come in, markup goes out. Coordinates are in units of the viewBox (about a
CSS pixel at 1280).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from markupsafe import Markup, escape

from bot.orientation.job_table import Numbers

WIDTH = 640
ROW, THICK, GAP = 26, 14, 12
LABELS, TOLD = 210, 90
"""Left for the names of the rows, and right for their figures."""
SIGN_WIDTH = 7.2
"""About the width of a letter, to know which names would cover each other."""
PATTERNS = ("full", "hatched", "empty", "dotted")
"""How the bars of the first, second… series are filled."""
SIGNS = ("home", "reach", "gained", "out")
"""What a dot of the map may be."""


@dataclass(frozen=True)
class Bar:
    """One bar. value: None = not known, drawn as nothing with `told` alone; negative = to the left
    of the middle. told: the figure as it is read. pattern: one of PATTERNS."""

    label: str
    value: float | None
    told: str
    pattern: str = "full"


@dataclass(frozen=True)
class Group:
    """Bars that are read together, each of another series."""

    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Dots:
    """Dots of one sign: n x 2 coordinates in the viewBox, from the top left."""

    sign: str
    points: Numbers


@dataclass(frozen=True)
class Name:
    """A name on the map, at a place. Those given first are kept when names would overlap."""

    text: str
    x: float
    y: float
    is_strong: bool = False


@dataclass(frozen=True)
class Ring:
    """A circle, with what it stands for written at its top ("15 min")."""

    x: float
    y: float
    radius: float
    told: str


def bars(title: str, rows: Sequence[Bar], most: float | None = None) -> Markup:
    """One bar a row, its name on the left, its figure at the right. most: the value of a whole bar;
    None: the largest of the rows."""
    scale = _Scale.of([row.value for row in rows], most)
    drawn = [_row(row, scale, GAP / 2 + place * ROW) for place, row in enumerate(rows)]
    return _svg(title, ROW * len(rows) + GAP, [scale.axis(0, ROW * len(rows) + GAP), *drawn])


def grouped_bars(title: str, groups: Sequence[Group], most: float | None = None) -> Markup:
    """The bars of each group one under the other, below the name of the group, which no line
    crosses."""
    scale = _Scale.of([bar.value for group in groups for bar in group.bars], most)
    drawn, top = [], GAP / 2
    for group in groups:
        drawn.append(_text(0, top + ROW / 2, group.label, "d-group"))
        top += ROW
        drawn.append(scale.axis(top, top + ROW * len(group.bars)))
        for bar in group.bars:
            drawn.append(_row(bar, scale, top))
            top += ROW
        top += GAP
    return _svg(title, top, drawn)


def small_bar(value: float | None, most: float = 1.0, pattern: str = "full") -> Markup:
    """A bar for a cell of a table beside its figure; it says nothing of its own to a reader."""
    share = 0.0 if value is None or not most else min(1.0, abs(value) / most)
    box = _box(0.5, 0.5, 99 * share, 9, pattern)
    return Markup(
        '<svg class="d-small" viewBox="0 0 100 10" width="100" height="10" aria-hidden="true" '
        'focusable="false"><rect class="d-frame" x="0.5" y="0.5" width="99" height="9" '
        'fill="none" stroke="currentColor" stroke-width="1"/>{}</svg>'
    ).format(box)


def legend_bar(pattern: str) -> Markup:
    """The pattern of a series, for a legend in words."""
    return Markup(
        '<svg class="d-key" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true" '
        'focusable="false">{}</svg>'
    ).format(_box(0.5, 0.5, 23, 11, pattern))


def dots_map(
    title: str,
    height: float,
    dots: Sequence[Dots],
    names: Sequence[Name] = (),
    rings: Sequence[Ring] = (),
    width: float = WIDTH,
) -> Markup:
    """A map of dots, the signs given last above the others; rings and names on top."""
    drawn = [_dots(one) for one in dots if len(one.points)]
    drawn += [_ring(ring) for ring in rings]
    drawn += [_name(name) for name in _apart(names, width)]
    return _svg(title, height, drawn, width, "d-map")


def legend_dot(sign: str) -> Markup:
    """The sign of a dot, for a legend in words."""
    one = Dots(sign, np.array([[8.0, 8.0]]))
    return Markup(
        '<svg class="d-key d-map" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" '
        'focusable="false">{}</svg>'
    ).format(_dots(one))


@dataclass(frozen=True)
class _Scale:
    """left: where zero is. unit: length of a value of 1."""

    left: float
    unit: float
    is_signed: bool

    @classmethod
    def of(cls, values: Sequence[float | None], most: float | None) -> _Scale:
        known = [value for value in values if value is not None]
        is_signed = any(value < 0 for value in known)
        largest = most or max((abs(value) for value in known), default=0.0) or 1.0
        room = WIDTH - LABELS - TOLD
        if is_signed:
            return cls(LABELS + room / 2, room / 2 / largest, True)
        return cls(LABELS, room / largest, False)

    def axis(self, top: float, bottom: float) -> Markup:
        return Markup(
            '<path class="d-axis" d="M{} {}V{}" stroke="currentColor" stroke-width="1"/>'
        ).format(_n(self.left), _n(top), _n(bottom))


def _row(bar: Bar, scale: _Scale, top: float) -> Markup:
    middle = top + ROW / 2
    drawn = [_text(0, middle, _short(bar.label, LABELS), "d-label")]
    if bar.value is not None:
        length = min(abs(bar.value) * scale.unit, WIDTH - TOLD - scale.left)
        left = scale.left - length if bar.value < 0 else scale.left
        drawn.append(_box(left, middle - THICK / 2, length, THICK, bar.pattern))
    drawn.append(_text(WIDTH, middle, bar.told, "d-told", anchor="end"))
    return Markup("").join(drawn)


def _box(left: float, top: float, length: float, thick: float, pattern: str) -> Markup:
    """A bar filled by its pattern: the lines of a pattern are drawn, so that no id is needed."""
    fill = "currentColor" if pattern == "full" else "none"
    rect = Markup(
        '<rect class="d-bar d-{}" x="{}" y="{}" width="{}" height="{}" fill="{}" '
        'stroke="currentColor" stroke-width="1"/>'
    ).format(pattern, _n(left), _n(top), _n(length), _n(thick), fill)
    lines = {"hatched": _hatches, "dotted": _specks}.get(pattern)
    return rect + lines(left, top, length, thick) if lines else rect


def _hatches(left: float, top: float, length: float, thick: float) -> Markup:
    bottom = top + thick
    starts = np.arange(left + 5, left + length, 5)
    path = "".join(f"M{_n(x)} {_n(top)}L{_n(max(left, x - 5))} {_n(bottom)}" for x in starts)
    return _lines("hatched", path)


def _specks(left: float, top: float, length: float, thick: float) -> Markup:
    starts = np.arange(left + 3, left + length - 1, 6)
    return _lines("dotted", "".join(f"M{_n(x)} {_n(top + thick / 2)}h2" for x in starts))


def _lines(pattern: str, path: str) -> Markup:
    return Markup(
        '<path class="d-lines d-{}" d="{}" stroke="currentColor" stroke-width="1"/>'
    ).format(pattern, path)


def _dots(dots: Dots) -> Markup:
    """All dots of a sign as one path of lines without length, whose ends draw them."""
    path, wide = _steps(dots.points), _WIDE[dots.sign]
    drawn = _line(dots.sign, path, "currentColor", wide)
    return drawn + _line("hole", path, "#fff", 3) if dots.sign == "gained" else drawn


_WIDE = {"home": 6, "reach": 5, "gained": 6.5, "out": 2}


def _line(kind: str, path: str, colour: str, wide: float) -> Markup:
    cap = "square" if kind == "home" else "round"
    return Markup(
        '<path class="d-{}" d="{}" fill="none" stroke="{}" stroke-width="{}" stroke-linecap="{}"/>'
    ).format(kind, path, colour, wide, cap)


def _steps(points: Numbers) -> str:
    """Steps from dot to dot, to whole units; two dots at one place are one."""
    whole = np.unique(np.rint(points).astype(int), axis=0)
    moves = np.diff(whole, axis=0, prepend=whole[:1] * 0)
    first, *others = moves.tolist()
    return f"M{first[0]} {first[1]}h0" + "".join(
        f"m{x}{'' if y < 0 else ' '}{y}h0" for x, y in others
    )


def _ring(ring: Ring) -> Markup:
    circle = Markup(
        '<circle class="d-ring" cx="{}" cy="{}" r="{}" fill="none" stroke="currentColor" '
        'stroke-width="1" stroke-dasharray="4 4"/>'
    ).format(_n(ring.x), _n(ring.y), _n(ring.radius))
    return circle + _on_map(ring.x, ring.y - ring.radius, ring.told, "d-ring-told")


def _name(name: Name) -> Markup:
    kind = "d-name d-strong" if name.is_strong else "d-name"
    return _on_map(name.x, name.y, name.text, kind)


def _apart(names: Iterable[Name], width: float) -> list[Name]:
    """The names that cover none given before; near an edge they are moved inside."""
    kept: list[Name] = []
    for name in names:
        half = len(name.text) * SIGN_WIDTH / 2
        moved = Name(name.text, min(max(name.x, half), width - half), name.y, name.is_strong)
        if all(_is_apart(moved, other) for other in kept):
            kept.append(moved)
    return kept


def _is_apart(one: Name, other: Name) -> bool:
    wide = (len(one.text) + len(other.text)) * SIGN_WIDTH / 2
    return abs(one.x - other.x) > wide or abs(one.y - other.y) > 16


def _text(x: float, y: float, text: str, kind: str, anchor: str = "start") -> Markup:
    return Markup(
        '<text class="{}" x="{}" y="{}" text-anchor="{}" dominant-baseline="middle" '
        'fill="currentColor" stroke="none" font-size="13">{}</text>'
    ).format(kind, _n(x), _n(y), anchor, text)


def _on_map(x: float, y: float, text: str, kind: str) -> Markup:
    """Words on dots, with a light edge that keeps them readable."""
    return Markup(
        '<text class="{}" x="{}" y="{}" text-anchor="middle" dominant-baseline="middle" '
        'fill="currentColor" font-size="13" stroke="#fff" stroke-width="4" '
        'paint-order="stroke">{}</text>'
    ).format(kind, _n(x), _n(y), text)


def _short(label: str, width: float) -> str:
    """Names too long for their place lose their end; the table beside has them whole."""
    most = int(width / (SIGN_WIDTH - 0.4))
    return label if len(label) <= most else f"{label[: most - 1].rstrip()}…"


def _svg(
    title: str, height: float, drawn: Sequence[Markup], width: float = WIDTH, kind: str = "d-chart"
) -> Markup:
    return Markup('<svg class="{}" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        kind, _n(width), _n(height), escape(title), Markup("").join(drawn)
    )


def _n(value: float) -> str:
    """At most one decimal, and none when there is nothing in it."""
    return f"{round(float(value), 1):g}"
