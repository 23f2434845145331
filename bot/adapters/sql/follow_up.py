"""When the last thing was said in each conversation: all that its rows tell of time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.adapters.sql.session_tables import turns


class LastTurns:
    """Reads turns of many conversations at once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, conversation_ids: Sequence[str]) -> Mapping[str, datetime]:
        """Conversation -> about when its last turn was (UTC, naive): a turn is claimed for a few
        seconds, and that end is what is kept."""
        last = sa.func.max(turns.c.claimed_until)
        query = (
            sa.select(turns.c.conversation_id, last)
            .where(turns.c.conversation_id.in_(conversation_ids))
            .group_by(turns.c.conversation_id)
        )
        with self._engine.connect() as connection:
            return {one: at for one, at in connection.execute(query)}
