"""reactions of testers to what was replayed"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bench_reactions",
        sa.Column("reaction_id", sa.Integer, primary_key=True),
        sa.Column("run_id", sa.String(16), nullable=False),
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
    op.create_index("ix_bench_reactions_run_id", "bench_reactions", ["run_id"])


def downgrade() -> None:
    op.drop_table("bench_reactions")
