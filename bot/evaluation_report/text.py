"""The report for a terminal: each section with its tables in columns."""

from __future__ import annotations

from collections.abc import Iterator

from bot.evaluation_report.parts import Chart, Report, Section, Table


def as_text(report: Report) -> str:
    facts = [f"{name} : {value}" for name, value in report.facts]
    sections = [line for section in report.sections for line in _section(section)]
    return "\n".join([report.title, *facts, "Entre parenthèses : intervalle à 95 %.", *sections])


def _section(section: Section) -> Iterator[str]:
    yield ""
    yield section.title.upper()
    for block in section.blocks:
        rows = _bars(block) if isinstance(block, Chart) else _rows(block)
        yield f"  {block.caption}"
        yield from (f"    {line}" for line in _columns(rows))


def _bars(chart: Chart) -> list[tuple[str, ...]]:
    return [(bar.label, bar.text) for bar in chart.bars]


def _rows(table: Table) -> list[tuple[str, ...]]:
    return [table.header, *table.rows]


def _columns(rows: list[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
