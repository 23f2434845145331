"""Tables of the official files as imported: one for each kind of record, rows in their file order.

`catalogue_…` tables are what the product reads; these are what it is compiled from, and what two
editions are compared by.
"""

from __future__ import annotations

from typing import Any, get_type_hints

import sqlalchemy as sa

from bot.adapters.official_files import records
from bot.adapters.sql.engine import metadata

LOADING, WHOLE, REPLACED = "loading", "whole", "replaced"

editions = sa.Table(
    "official_editions",
    metadata,
    sa.Column("edition_id", sa.Integer, primary_key=True),
    sa.Column("data_set", sa.String(32), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("published_on", sa.Text),
    sa.Column("content_hash", sa.String(64), nullable=False),
    sa.Column("rows", sa.Integer, nullable=False),
    sa.Column("parts", sa.JSON, nullable=False),
    sa.Column("set_aside", sa.JSON, nullable=False),
    sa.Column("origins", sa.JSON, nullable=False),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("imported_at", sa.DateTime, nullable=False),
)

KINDS: dict[Any, Any] = {
    str: sa.Text,
    str | None: sa.Text,
    int: sa.Integer,
    int | None: sa.Integer,
    float | None: sa.Float,
    bool: sa.Boolean,
    tuple[str, ...]: sa.JSON,
}


def _table(name: str, record: Any) -> sa.Table:
    """Columns as the fields of the record; `row_number` is its place in the file."""
    return sa.Table(
        f"official_{name}",
        metadata,
        sa.Column("edition_id", sa.ForeignKey(editions.c.edition_id), primary_key=True),
        sa.Column("part", sa.String(32), primary_key=True),
        sa.Column("row_number", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(field, KINDS[kind]) for field, kind in get_type_hints(record).items()),
        sqlite_with_rowid=False,
    )


TABLES: dict[Any, sa.Table] = {
    records.RomeJob: _table("rome_jobs", records.RomeJob),
    records.RomeRiasec: _table("rome_riasec", records.RomeRiasec),
    records.RomeTitle: _table("rome_titles", records.RomeTitle),
    records.RomeItem: _table("rome_items", records.RomeItem),
    records.RomeMacroRiasec: _table("rome_macro_riasec", records.RomeMacroRiasec),
    records.RomeJobItem: _table("rome_job_items", records.RomeJobItem),
    records.RomeCoreItem: _table("rome_core_items", records.RomeCoreItem),
    records.RomeNear: _table("rome_near", records.RomeNear),
    records.RomeText: _table("rome_texts", records.RomeText),
    records.RomeDomain: _table("rome_domains", records.RomeDomain),
    records.RomeInterest: _table("rome_interests", records.RomeInterest),
    records.BmoRow: _table("bmo", records.BmoRow),
    records.FapFamily: _table("fap_families", records.FapFamily),
    records.FapPassage: _table("fap_passage", records.FapPassage),
    records.TensionJob: _table("tension", records.TensionJob),
    records.PlaceFact: _table("places", records.PlaceFact),
}
