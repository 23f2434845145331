"""runs of the testers' bench"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bench_runs",
        sa.Column("run_id", sa.String(16), primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("organisation", sa.Text, nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("started_at", sa.DateTime),
        sa.Column("ended_at", sa.DateTime),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("is_to_end", sa.Boolean, nullable=False),
        sa.Column("is_pinned", sa.Boolean, nullable=False),
    )
    op.create_index("ix_bench_runs_state", "bench_runs", ["state"])
    op.create_index("ix_bench_runs_created_at", "bench_runs", ["created_at"])


def downgrade() -> None:
    op.drop_table("bench_runs")
