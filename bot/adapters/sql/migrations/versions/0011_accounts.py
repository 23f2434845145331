"""accounts: the last login, and until when a password for one use opens"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("advisors", sa.Column("entered_at", sa.DateTime))
    op.add_column("advisors", sa.Column("one_use_until", sa.DateTime))


def downgrade() -> None:
    op.drop_column("advisors", "one_use_until")
    op.drop_column("advisors", "entered_at")
