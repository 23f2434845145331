"""The testers' bench: runs, by whom they were launched and how they ended, and reactions to steps.

Whoever launched or wrote is named in words: that outlives an account. What was played is in files.
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

bench_reactions = sa.Table(
    "bench_reactions",
    metadata,
    sa.Column("reaction_id", sa.Integer, primary_key=True),
    sa.Column("run_id", sa.String(16), nullable=False, index=True),
    sa.Column("run_title", sa.Text, nullable=False),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("story_title", sa.Text, nullable=False),
    sa.Column("story_id", sa.Text),
    sa.Column("turn", sa.Integer, nullable=False),
    sa.Column("said", sa.Text, nullable=False),
    sa.Column("answered", sa.Text, nullable=False),
    sa.Column("kind", sa.String(12), nullable=False),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("organisation", sa.Text, nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("decision", sa.Text),
    sa.Column("decided_by", sa.Text),
    sa.Column("decided_at", sa.DateTime),
    sqlite_autoincrement=True,
)
