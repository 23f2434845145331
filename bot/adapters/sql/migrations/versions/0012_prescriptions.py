"""what advisors prescribe, step by step, and what is agreed on when one parts"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0014"
branch_labels = None
depends_on = None


def _conversation(*, is_kept: bool) -> sa.Column:
    """is_kept: a row may stay, counted, without its conversation."""
    belongs = sa.ForeignKey("web_sessions.conversation_id", ondelete="CASCADE")
    return sa.Column("conversation_id", sa.String(32), belongs, nullable=is_kept)


def upgrade() -> None:
    organisation = sa.ForeignKey("organisations.org_id")
    op.create_table(
        "prescriptions",
        sa.Column("prescription_id", sa.String(16), primary_key=True),
        _conversation(is_kept=True),
        sa.Column("org_id", sa.String(16), organisation, nullable=False),
        sa.Column("offer_id", sa.String(64), nullable=False),
        sa.Column("offer_name", sa.Text, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("note", sa.Text),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.UniqueConstraint("conversation_id", "org_id", "offer_id", "attempt"),
    )
    op.create_index("ix_prescriptions_offer", "prescriptions", ["org_id", "offer_id"])
    whole = sa.ForeignKey("prescriptions.prescription_id", ondelete="CASCADE")
    op.create_table(
        "prescription_steps",
        sa.Column("prescription_id", sa.String(16), whole, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        _conversation(is_kept=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("on_day", sa.Date, nullable=False),
        sa.Column("noted_at", sa.DateTime, nullable=False),
        sa.Column("by_name", sa.Text),
        sa.Column("reason", sa.String(16)),
        sa.Column("words", sa.Text),
        sa.Column("undone_at", sa.DateTime),
        sa.Column("undone_by", sa.Text),
    )
    seat = sa.ForeignKey("accompaniments.accompaniment_id", ondelete="CASCADE")
    op.create_table(
        "departures",
        sa.Column("accompaniment_id", sa.String(16), seat, primary_key=True),
        _conversation(is_kept=False),
        sa.Column("understood", sa.Text),
        sa.Column("person_steps", sa.Text),
        sa.Column("advisor_steps", sa.Text),
        sa.Column("contact", sa.Text),
        sa.Column("changed_at", sa.DateTime, nullable=False),
    )
    for table in ("prescriptions", "prescription_steps", "departures"):
        op.create_index(f"ix_{table}_conversation_id", table, ["conversation_id"])


def downgrade() -> None:
    for table in ("departures", "prescription_steps", "prescriptions"):
        op.drop_table(table)
