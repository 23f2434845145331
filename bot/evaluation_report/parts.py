"""What a report is made of, before it is HTML or text; all texts are French and not escaped."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """The first cell of each row is its heading."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Bar:
    """value, low and high as parts of the chart's width, 0 to 1; no interval: low and high None.

    text: the figure in words, which stands beside the bar.
    """

    label: str
    text: str
    value: float
    low: float | None = None
    high: float | None = None
    is_ours: bool = True


@dataclass(frozen=True)
class Chart:
    caption: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Section:
    """meaning: what is measured, in a sentence. good: what would be good. note: a caution."""

    anchor: str
    title: str
    meaning: str
    good: str
    blocks: tuple[Chart | Table, ...]
    note: str = ""


@dataclass(frozen=True)
class Key:
    """One of the figures at the top of the report."""

    label: str
    figure: str
    interval: str


@dataclass(frozen=True)
class Report:
    """facts: name and value of what was measured on: day, data, people, seed."""

    title: str
    facts: tuple[tuple[str, str], ...]
    keys: tuple[Key, ...]
    sections: tuple[Section, ...]
    assumptions: tuple[str, ...]
    assumptions_title: str = "Les personnes inventées"
