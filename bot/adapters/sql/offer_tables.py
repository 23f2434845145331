"""What editors do to the support offers: each published change, kept for good, and their drafts.

A change names its author and organisation in words: it outlives their account.
"""

from __future__ import annotations

import sqlalchemy as sa

from bot.adapters.sql.engine import metadata

offer_changes = sa.Table(
    "offer_changes",
    metadata,
    sa.Column("change_id", sa.Integer, primary_key=True),
    sa.Column("offer_id", sa.String(64), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("content", sa.Text, nullable=False),
    sa.Column("before", sa.Text),
    sa.Column("base_mark", sa.String(64)),
    sa.Column("advisor_id", sa.String(32), nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("organisation", sa.Text, nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("why", sa.Text, nullable=False),
    # When (UTC) a file was first seen to hold it.
    sa.Column("written_at", sa.DateTime),
    sa.UniqueConstraint("offer_id", "version"),
    # Processes look for a number they have not seen: none is ever given twice.
    sqlite_autoincrement=True,
)

offer_drafts = sa.Table(
    "offer_drafts",
    metadata,
    sa.Column("offer_id", sa.String(64), primary_key=True),
    sa.Column("advisor_id", sa.String(32), primary_key=True),
    sa.Column("fields", sa.JSON, nullable=False),
    sa.Column("base", sa.Text),
    sa.Column("saved_at", sa.DateTime, nullable=False),
)
