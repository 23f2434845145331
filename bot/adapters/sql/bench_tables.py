"""The runs of the testers' bench: what was launched, by whom, and how it ended.

Whoever launched it is named in words: a run outlives their account. What was played is in files.
"""

from __future__ import annotations

import sqlalchemy as sa

from bot.adapters.sql.engine import metadata

bench_runs = sa.Table(
    "bench_runs",
    metadata,
    sa.Column("run_id", sa.String(16), primary_key=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("kind", sa.String(12), nullable=False),
    sa.Column("facts", sa.Text, nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("organisation", sa.Text, nullable=False),
    sa.Column("state", sa.String(12), nullable=False, index=True),
    sa.Column("created_at", sa.DateTime, nullable=False, index=True),
    sa.Column("started_at", sa.DateTime),
    sa.Column("ended_at", sa.DateTime),
    sa.Column("total", sa.Integer, nullable=False),
    sa.Column("done", sa.Integer, nullable=False),
    sa.Column("failed", sa.Integer, nullable=False),
    sa.Column("said", sa.Text, nullable=False),
    sa.Column("is_to_end", sa.Boolean, nullable=False),
    sa.Column("is_pinned", sa.Boolean, nullable=False),
)
