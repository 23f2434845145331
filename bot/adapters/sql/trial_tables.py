"""Crash tests: the trial, who takes part by a number, what they say, what is made of it.

No table but two knows a conversation: the tie of a participant to theirs, and the answers of Déclic
that reactions are about. Both go with the conversation; what was said of it stays, without a name.
"""

from __future__ import annotations

import sqlalchemy as sa

from bot.adapters.sql import console_tables, session_tables  # noqa: F401 (the tables named below)
from bot.adapters.sql.engine import metadata


def _of(target: str, length: int | None = 16, **options: bool) -> sa.Column:
    """The column of this name in another table: where that row goes, this one goes."""
    kind = sa.Integer if length is None else sa.String(length)
    belongs = sa.ForeignKey(target, ondelete="CASCADE")
    return sa.Column(target.partition(".")[2], kind, belongs, **{"nullable": False, **options})


trials = sa.Table(
    "trials",
    metadata,
    sa.Column("trial_id", sa.String(16), primary_key=True),
    sa.Column("org_id", sa.ForeignKey("organisations.org_id"), nullable=False, index=True),
    sa.Column("advisor_id", sa.ForeignKey("advisors.advisor_id"), nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("places", sa.Integer, nullable=False),
    sa.Column("protocol", sa.JSON, nullable=False),
    sa.Column("is_voting", sa.Boolean, nullable=False),
    sa.Column("created_at", sa.DateTime, nullable=False),
    sa.Column("opened_at", sa.DateTime),
    sa.Column("closed_at", sa.DateTime),
)

trial_participants = sa.Table(
    "trial_participants",
    metadata,
    sa.Column("participant_id", sa.String(16), primary_key=True),
    _of("trials.trial_id"),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("code_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("seat_hash", sa.String(64)),
    sa.Column("is_observed", sa.Boolean, nullable=False),
    sa.Column("is_for_story", sa.Boolean, nullable=False),
    sa.Column("is_easy", sa.Boolean, nullable=False),
    sa.Column("step", sa.String(16), nullable=False),
    sa.Column("step_at", sa.DateTime),
    sa.Column("entered_at", sa.DateTime),
    sa.Column("finished_at", sa.DateTime),
    sa.Column("withdrawn_at", sa.DateTime),
    sa.UniqueConstraint("trial_id", "number"),
)

trial_conversations = sa.Table(
    "trial_conversations",
    metadata,
    _of("web_sessions.conversation_id", 32, primary_key=True),
    _of("trial_participants.participant_id", index=True),
    sa.Column("joined_at", sa.DateTime, nullable=False),
)

trial_tasks = sa.Table(
    "trial_tasks",
    metadata,
    _of("trial_participants.participant_id", primary_key=True),
    sa.Column("task", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("outcome", sa.String(8), nullable=False),
    sa.Column("seconds", sa.Integer, nullable=False),
    sa.Column("turns", sa.Integer),
    sa.Column("misunderstood", sa.Integer),
)

trial_inputs = sa.Table(
    "trial_inputs",
    metadata,
    sa.Column("input_id", sa.Integer, primary_key=True),
    _of("trial_participants.participant_id", index=True),
    sa.Column("kind", sa.String(12), nullable=False),
    sa.Column("step", sa.String(16), nullable=False),
    sa.Column("place", sa.Integer),
    sa.Column("words", sa.Text),
    sa.Column("at", sa.DateTime, nullable=False),
    sqlite_autoincrement=True,
)

trial_moments = sa.Table(
    "trial_moments",
    metadata,
    _of("trial_inputs.input_id", None, primary_key=True, autoincrement=False),
    _of("web_sessions.conversation_id", 32, nullable=True, index=True),
    sa.Column("turn", sa.Integer, nullable=False),
    sa.Column("said", sa.Text),
)

trial_notes = sa.Table(
    "trial_notes",
    metadata,
    sa.Column("note_id", sa.Integer, primary_key=True),
    _of("trial_participants.participant_id", index=True),
    sa.Column("step", sa.String(16), nullable=False),
    sa.Column("quadrant", sa.String(8)),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
)

trial_ideas = sa.Table(
    "trial_ideas",
    metadata,
    sa.Column("idea_id", sa.Integer, primary_key=True),
    _of("trials.trial_id", index=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("worth", sa.Integer),
    sa.Column("effort", sa.Integer),
    sa.Column("decision", sa.Text),
    sa.Column("who", sa.Text),
    sa.Column("due", sa.Date),
    sqlite_autoincrement=True,
)

trial_idea_inputs = sa.Table(
    "trial_idea_inputs",
    metadata,
    _of("trial_ideas.idea_id", None, primary_key=True, autoincrement=False),
    _of("trial_inputs.input_id", None, primary_key=True, autoincrement=False),
)

trial_votes = sa.Table(
    "trial_votes",
    metadata,
    _of("trial_ideas.idea_id", None, primary_key=True, autoincrement=False),
    sa.Column("voter", sa.String(18), primary_key=True),
    sa.Column("dots", sa.Integer, nullable=False),
)

TABLES = (
    trials,
    trial_participants,
    trial_conversations,
    trial_tasks,
    trial_inputs,
    trial_moments,
    trial_notes,
    trial_ideas,
    trial_idea_inputs,
    trial_votes,
)
