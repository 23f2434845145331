"""What advisors prescribe, each step dated and signed, and what is agreed on when one parts.

While the conversation lives, all of it belongs to the person. When its time is over, what is
counted (offer, days, organisation) may stay for a year, without conversation, names or words.
"""

from __future__ import annotations

import sqlalchemy as sa

from bot.adapters.sql.engine import metadata
from bot.adapters.sql.session_tables import of_conversation


def _of_conversation_or_counted() -> sa.Column:
    """None: the conversation's time is over, and only what is counted stays."""
    belongs = sa.ForeignKey("web_sessions.conversation_id", ondelete="CASCADE")
    return sa.Column("conversation_id", sa.String(32), belongs, index=True)


prescriptions = sa.Table(
    "prescriptions",
    metadata,
    sa.Column("prescription_id", sa.String(16), primary_key=True),
    _of_conversation_or_counted(),
    sa.Column("org_id", sa.String(16), sa.ForeignKey("organisations.org_id"), nullable=False),
    sa.Column("offer_id", sa.String(64), nullable=False),
    sa.Column("offer_name", sa.Text, nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("note", sa.Text),
    sa.Column("created_at", sa.DateTime, nullable=False),
    sa.UniqueConstraint("conversation_id", "org_id", "offer_id", "attempt"),
    sa.Index("ix_prescriptions_offer", "org_id", "offer_id"),
)

prescription_steps = sa.Table(
    "prescription_steps",
    metadata,
    sa.Column(
        "prescription_id",
        sa.String(16),
        sa.ForeignKey("prescriptions.prescription_id", ondelete="CASCADE"),
        primary_key=True,
    ),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    _of_conversation_or_counted(),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("on_day", sa.Date, nullable=False),
    sa.Column("noted_at", sa.DateTime, nullable=False),
    sa.Column("by_name", sa.Text),
    sa.Column("reason", sa.String(16)),
    sa.Column("words", sa.Text),
    sa.Column("undone_at", sa.DateTime),
    sa.Column("undone_by", sa.Text),
)

departures = sa.Table(
    "departures",
    metadata,
    sa.Column(
        "accompaniment_id",
        sa.String(16),
        sa.ForeignKey("accompaniments.accompaniment_id", ondelete="CASCADE"),
        primary_key=True,
    ),
    of_conversation(index=True),
    sa.Column("understood", sa.Text),
    sa.Column("person_steps", sa.Text),
    sa.Column("advisor_steps", sa.Text),
    sa.Column("contact", sa.Text),
    sa.Column("changed_at", sa.DateTime, nullable=False),
)

TABLES = (prescriptions, prescription_steps, departures)
