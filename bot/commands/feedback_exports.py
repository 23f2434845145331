"""A table of what was told to the team, as CSV, JSON, and a page without network."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from bot.orientation.csv_cells import as_cell

STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:80rem;margin:auto;padding:1rem;color:#1d1d2b}
table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid #ccc;padding:.5rem;text-align:left;vertical-align:top}
td{white-space:pre-line;overflow-wrap:anywhere}
"""


@dataclass(frozen=True)
class Table:
    """rows: column -> value, None for what is not known. notice: what to heed when sharing it."""

    title: str
    notice: str
    rows: Sequence[Mapping[str, object]]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for row in self.rows for name in row))


def as_csv(table: Table) -> str:
    """With a header. A text that a spreadsheet would run as a formula is told to be a text."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([as_cell(row.get(name)) for name in table.columns])
    return written.getvalue()


def as_json(table: Table) -> str:
    content = {"titre": table.title, "à savoir": table.notice, "lignes": list(table.rows)}
    return json.dumps(content, ensure_ascii=False, indent=2, default=str) + "\n"


def as_html(table: Table) -> str:
    header = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.columns)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_text(row.get(name))}</td>' for name in table.columns)}</tr>"
        for row in table.rows
    )
    return (
        f'<!doctype html><html lang="fr"><meta charset="utf-8"><title>{escape(table.title)}</title>'
        f"<style>{STYLE}</style><h1>{escape(table.title)}</h1><p>{escape(table.notice)}</p>"
        f"<table><tr>{header}</tr>{rows}</table></html>\n"
    )


def _text(value: object) -> str:
    return "" if value is None else escape(str(value))
