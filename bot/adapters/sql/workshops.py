"""Group workshops of an organisation, and the codes that open a conversation in one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, Row

from bot.adapters.sql.territory_tables import workshop_codes, workshops


@dataclass(frozen=True)
class Workshop:
    """tables: how many. minutes: how long it is meant to last. ended_at (UTC): None until then."""

    workshop_id: str
    org_id: str
    advisor_id: str
    name: str
    day: date
    tables: int
    minutes: int
    deck_id: str
    created_at: datetime
    ended_at: datetime | None = None


class WorkshopStore:
    """Every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, workshop: Workshop, code_hashes: Iterable[str]) -> None:
        """IntegrityError: another workshop has one of the codes."""
        rows = [{"workshop_id": workshop.workshop_id, "code_hash": one} for one in code_hashes]
        with self._engine.begin() as connection:
            connection.execute(sa.insert(workshops).values(vars(workshop)))
            connection.execute(sa.insert(workshop_codes), rows)

    def of_organisation(self, org_id: str) -> list[Workshop]:
        """The next one first, then the past ones."""
        query = sa.select(workshops).where(workshops.c.org_id == org_id)
        ordered = query.order_by(
            workshops.c.ended_at.is_not(None), workshops.c.day.desc(), workshops.c.created_at.desc()
        )
        with self._engine.connect() as connection:
            return [_workshop(row) for row in connection.execute(ordered)]

    def find(self, workshop_id: str, org_id: str) -> Workshop | None:
        """None: there is none, or it is another organisation's."""
        is_own = sa.and_(workshops.c.workshop_id == workshop_id, workshops.c.org_id == org_id)
        return self._one(sa.select(workshops).where(is_own))

    def of_code(self, code_hash: str) -> Workshop | None:
        """The workshop of a table's code; None when it has none, or no more."""
        query = sa.select(workshops).join(workshop_codes)
        return self._one(query.where(workshop_codes.c.code_hash == code_hash))

    def end(self, workshop_id: str, at: datetime) -> None:
        """Ended: its codes are forgotten."""
        this = workshops.c.workshop_id == workshop_id
        of_it = workshop_codes.c.workshop_id == workshop_id
        with self._engine.begin() as connection:
            is_open = sa.and_(this, workshops.c.ended_at.is_(None))
            connection.execute(sa.update(workshops).where(is_open).values(ended_at=at))
            connection.execute(sa.delete(workshop_codes).where(of_it))

    def _one(self, query: sa.sql.Select) -> Workshop | None:
        with self._engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        return _workshop(row) if row else None


def count_older(connection: Connection, before: datetime) -> int:
    """How many workshops were before a day (UTC, naive)."""
    query = sa.select(sa.func.count()).where(workshops.c.day < before.date())
    return int(connection.execute(query).scalar_one())


def erase_older(connection: Connection, before: datetime) -> int:
    """Deletes the workshops that were before a day (UTC, naive); returns how many."""
    is_old = workshops.c.day < before.date()
    old = sa.select(workshops.c.workshop_id).where(is_old)
    connection.execute(sa.delete(workshop_codes).where(workshop_codes.c.workshop_id.in_(old)))
    return int(connection.execute(sa.delete(workshops).where(is_old)).rowcount)


def _workshop(row: Row) -> Workshop:
    return Workshop(**row._mapping)
