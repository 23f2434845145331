"""Reads what people told the team, for its editors, and notes what they decided."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.engine import Engine, Row

from bot.adapters.sql.team_tables import feedback, stale_reports
from bot.services.ports import Feedback, Shown, StaleReport
from bot.services.team_words import OPINION, REPORT, Closure, TeamWord

TABLES: Mapping[str, sa.Table] = {OPINION: feedback, REPORT: stale_reports}
LARGEST_ID = 2**31 - 1
_REFERENCE = re.compile(r"([as])\s?-?(\d{1,10})", re.IGNORECASE)


class TeamReading:
    """The words told to the team. SQLAlchemyError when the database does not answer."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def words(
        self,
        kinds: str = OPINION + REPORT,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
    ) -> list[TeamWord]:
        """The words of these kinds told from one day to another, both included, oldest first."""
        found: list[TeamWord] = []
        with self._engine.connect() as connection:
            for kind in kinds:
                table = TABLES[kind]
                query = sa.select(table).where(*_between(table, since, until))
                found += (_word(kind, row) for row in connection.execute(query))
        return sorted(found, key=lambda word: (word.given_at, word.reference))

    def one(self, reference: str) -> TeamWord | None:
        """The word of a reference such as "A12" or "s7"; None when there is none."""
        place = _place(reference)
        if place is None:
            return None
        kind, row_id = place
        query = sa.select(TABLES[kind]).where(_id(kind) == row_id)
        with self._engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else _word(kind, row)

    def close(self, reference: str, closure: Closure) -> bool:
        """Notes what was decided; False when there is no such word, or it was handled before."""
        place = _place(reference)
        if place is None:
            return False
        kind, row_id = place
        is_open = sa.and_(_id(kind) == row_id, TABLES[kind].c.closed_at.is_(None))
        values = {
            "closed_at": closure.at,
            "closed_by": closure.by,
            "decision": closure.decision,
        }
        with self._engine.begin() as connection:
            query = sa.update(TABLES[kind]).where(is_open).values(values)
            return bool(connection.execute(query).rowcount == 1)


def _place(reference: str) -> tuple[str, int] | None:
    found = _REFERENCE.fullmatch(reference.strip())
    if found is None or int(found[2]) > LARGEST_ID:
        return None
    return found[1].upper(), int(found[2])


def _id(kind: str) -> sa.Column[int]:
    (column,) = TABLES[kind].primary_key.columns
    return column


def _between(
    table: sa.Table, since: datetime.date | None, until: datetime.date | None
) -> list[sa.sql.ColumnElement[bool]]:
    limits = []
    if since:
        limits.append(table.c.given_at >= datetime.datetime.combine(since, datetime.time()))
    if until:
        after = until + datetime.timedelta(days=1)
        limits.append(table.c.given_at < datetime.datetime.combine(after, datetime.time()))
    return limits


def _word(kind: str, row: Row) -> TeamWord:
    closure = Closure(row.closed_at, row.closed_by, row.decision) if row.closed_at else None
    told = _feedback(row) if kind == OPINION else _report(row)
    row_id = row._mapping[_id(kind)]
    reference = f"{kind}{row_id}"
    return TeamWord(reference, row.given_at, row.moment, row.editions, told, closure)


def _feedback(row: Row) -> Feedback:
    return Feedback(row.face, row.keep, row.improve, row.start, row.stop)


def _report(row: Row) -> StaleReport:
    shown = Shown(row.kind, row.subject_id, row.name, row.sentence, row.source, row.verified_on)
    return StaleReport(shown, row.reason, row.detail)
