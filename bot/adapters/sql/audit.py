"""The access log of an organisation, read by its admins; moments are UTC, naive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Engine, Row

from bot.adapters.sql.console_tables import accompaniments, advisors, console_audit
from bot.adapters.sql.live import ENDED
from bot.adapters.sql.session_tables import sessions


@dataclass(frozen=True)
class Line:
    """Who did what, when. conversation_id: of the conversation that it was done to; None: to none,
    or to one that is erased. code_hash, ended: of that conversation, to tell its code by."""

    number: int
    at: datetime
    login: str
    name: str
    act: str
    detail: str | None
    conversation_id: str | None
    code_hash: str | None
    ended: int


class Audit:
    """Reads the log. SQLAlchemyError when the database does not answer."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def lines(
        self, org_id: str, most: int, before: int | None = None, code_hash: str | None = None
    ) -> list[Line]:
        """The newest lines of an organisation, of the conversation of a code when it is given.

        before: only lines with a smaller number, for the next page.
        """
        others = accompaniments.alias()
        ended = (
            sa.select(sa.func.count())
            .where(others.c.conversation_id == accompaniments.c.conversation_id)
            .where(others.c.state == ENDED)
            .scalar_subquery()
        )
        wanted = (
            console_audit,
            advisors.c.login,
            advisors.c.name,
            accompaniments.c.conversation_id,
            sessions.c.code_hash,
            ended.label("ended"),
        )
        query = (
            sa.select(*wanted)
            .join(advisors, advisors.c.advisor_id == console_audit.c.advisor_id)
            .outerjoin(
                accompaniments,
                accompaniments.c.accompaniment_id == console_audit.c.accompaniment_id,
            )
            .outerjoin(sessions, sessions.c.conversation_id == accompaniments.c.conversation_id)
            .where(console_audit.c.org_id == org_id)
            .order_by(console_audit.c.number.desc())
            .limit(most)
        )
        if before is not None:
            query = query.where(console_audit.c.number < before)
        if code_hash is not None:
            of_it = sa.select(sessions.c.conversation_id).where(sessions.c.code_hash == code_hash)
            query = query.where(accompaniments.c.conversation_id.in_(of_it))
        with self._engine.connect() as connection:
            return [_line(row) for row in connection.execute(query)]


def _line(row: Row) -> Line:
    return Line(
        number=row.number,
        at=row.at,
        login=row.login,
        name=row.name,
        act=row.act,
        detail=row.detail,
        conversation_id=row.conversation_id,
        code_hash=row.code_hash,
        ended=row.ended,
    )
