"""crash tests: trials, participants by number, what they say, ideas, votes and decisions"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0017"
branch_labels = None
depends_on = None

TABLES = (
    "trial_votes",
    "trial_idea_inputs",
    "trial_ideas",
    "trial_notes",
    "trial_moments",
    "trial_inputs",
    "trial_tasks",
    "trial_conversations",
    "trial_participants",
    "trials",
)


def upgrade() -> None:
    _trials()
    _what_is_said()
    _what_is_made_of_it()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _trials() -> None:
    op.create_table(
        "trials",
        sa.Column("trial_id", sa.String(16), primary_key=True),
        sa.Column("org_id", sa.String(16), sa.ForeignKey("organisations.org_id"), nullable=False),
        sa.Column(
            "advisor_id", sa.String(16), sa.ForeignKey("advisors.advisor_id"), nullable=False
        ),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("places", sa.Integer, nullable=False),
        sa.Column("protocol", sa.JSON, nullable=False),
        sa.Column("is_voting", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("opened_at", sa.DateTime),
        sa.Column("closed_at", sa.DateTime),
    )
    op.create_index("ix_trials_org_id", "trials", ["org_id"])
    op.create_table(
        "trial_participants",
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
    op.create_table(
        "trial_conversations",
        _of("web_sessions.conversation_id", 32, primary_key=True),
        _of("trial_participants.participant_id"),
        sa.Column("joined_at", sa.DateTime, nullable=False),
    )
    _index("trial_conversations", "participant_id")


def _what_is_said() -> None:
    op.create_table(
        "trial_tasks",
        _of("trial_participants.participant_id", primary_key=True),
        sa.Column("task", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("outcome", sa.String(8), nullable=False),
        sa.Column("seconds", sa.Integer, nullable=False),
        sa.Column("turns", sa.Integer),
        sa.Column("misunderstood", sa.Integer),
    )
    op.create_table(
        "trial_inputs",
        sa.Column("input_id", sa.Integer, primary_key=True),
        _of("trial_participants.participant_id"),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("step", sa.String(16), nullable=False),
        sa.Column("place", sa.Integer),
        sa.Column("words", sa.Text),
        sa.Column("at", sa.DateTime, nullable=False),
        sqlite_autoincrement=True,
    )
    _index("trial_inputs", "participant_id")
    op.create_table(
        "trial_moments",
        _of("trial_inputs.input_id", None, primary_key=True, autoincrement=False),
        _of("web_sessions.conversation_id", 32, nullable=True),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("said", sa.Text),
    )
    _index("trial_moments", "conversation_id")
    op.create_table(
        "trial_notes",
        sa.Column("note_id", sa.Integer, primary_key=True),
        _of("trial_participants.participant_id"),
        sa.Column("step", sa.String(16), nullable=False),
        sa.Column("quadrant", sa.String(8)),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    _index("trial_notes", "participant_id")


def _what_is_made_of_it() -> None:
    op.create_table(
        "trial_ideas",
        sa.Column("idea_id", sa.Integer, primary_key=True),
        _of("trials.trial_id"),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("worth", sa.Integer),
        sa.Column("effort", sa.Integer),
        sa.Column("decision", sa.Text),
        sa.Column("who", sa.Text),
        sa.Column("due", sa.Date),
        sqlite_autoincrement=True,
    )
    _index("trial_ideas", "trial_id")
    op.create_table(
        "trial_idea_inputs",
        _of("trial_ideas.idea_id", None, primary_key=True, autoincrement=False),
        _of("trial_inputs.input_id", None, primary_key=True, autoincrement=False),
    )
    op.create_table(
        "trial_votes",
        _of("trial_ideas.idea_id", None, primary_key=True, autoincrement=False),
        sa.Column("voter", sa.String(18), primary_key=True),
        sa.Column("dots", sa.Integer, nullable=False),
    )


def _of(target: str, length: int | None = 16, **options: bool) -> sa.Column:
    """The column of this name in another table: where that row goes, this one goes."""
    kind = sa.Integer if length is None else sa.String(length)
    belongs = sa.ForeignKey(target, ondelete="CASCADE")
    return sa.Column(target.partition(".")[2], kind, belongs, **{"nullable": False, **options})


def _index(table: str, column: str) -> None:
    op.create_index(f"ix_{table}_{column}", table, [column])
