"""Accounts of the console and the sessions of those who sit there; moments are UTC, naive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine, Row

from bot.adapters.sql.accompaniments import end_pages
from bot.adapters.sql.console_tables import advisors, console_audit, console_sessions, organisations


@dataclass(frozen=True)
class Organisation:
    """basins: codes of its employment basins. has_reference: whether its advisors may write a
    reference of their own beside a conversation."""

    org_id: str
    name: str
    basins: tuple[str, ...] = ()
    has_reference: bool = False


@dataclass(frozen=True)
class Account:
    """One person who may sit at the console; password_hash None: only by OpenID Connect."""

    advisor_id: str
    org: Organisation
    login: str
    name: str
    roles: frozenset[str]
    password_hash: str | None
    must_change: bool = False
    failures: int = 0
    locked_until: datetime | None = None
    disabled_at: datetime | None = None


@dataclass(frozen=True)
class ConsoleSession:
    """A session of the console with the account that it is of."""

    account: Account
    created_at: datetime
    seen_at: datetime


class AccountStore:
    """Reads and writes accounts and their sessions; every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add_organisation(self, org: Organisation, at: datetime) -> None:
        """IntegrityError: an organisation has this name."""
        values = {**vars(org), "basins": list(org.basins), "created_at": at}
        with self._engine.begin() as connection:
            connection.execute(sa.insert(organisations).values(values))

    def add(self, account: Account, at: datetime) -> None:
        """IntegrityError: somebody has this login."""
        values = {**vars(account), "roles": sorted(account.roles), "org_id": account.org.org_id}
        del values["org"]
        with self._engine.begin() as connection:
            connection.execute(sa.insert(advisors).values(**values, created_at=at))

    def with_login(self, login: str) -> Account | None:
        """The account of a login (lower case), disabled ones too; None: nobody's."""
        with self._engine.connect() as connection:
            row = connection.execute(_accounts().where(advisors.c.login == login)).one_or_none()
        return _account(row) if row else None

    def open_session(self, advisor_id: str, token_hash: str, at: datetime) -> None:
        row = {"token_hash": token_hash, "advisor_id": advisor_id, "created_at": at, "seen_at": at}
        with self._engine.begin() as connection:
            connection.execute(sa.insert(console_sessions).values(row))

    def session(self, token_hash: str) -> ConsoleSession | None:
        """None: there is no such session."""
        held = console_sessions.c.token_hash == token_hash
        moments = (
            console_sessions.c.created_at.label("began_at"),
            console_sessions.c.seen_at,
        )
        query = _accounts(*moments).join(
            console_sessions, console_sessions.c.advisor_id == advisors.c.advisor_id
        )
        with self._engine.connect() as connection:
            row = connection.execute(query.where(held)).one_or_none()
        return ConsoleSession(_account(row), row.began_at, row.seen_at) if row else None

    def see(self, token_hash: str, at: datetime) -> None:
        """Notes a request."""
        held = console_sessions.c.token_hash == token_hash
        with self._engine.begin() as connection:
            connection.execute(sa.update(console_sessions).where(held).values(seen_at=at))

    def end_session(self, token_hash: str) -> None:
        held = console_sessions.c.token_hash == token_hash
        with self._engine.begin() as connection:
            connection.execute(sa.delete(console_sessions).where(held))

    def leave(self, advisor_id: str, token_hash: str) -> None:
        """Ends a session that somebody leaves, and the pages of interviews that it opened."""
        self.end_session(token_hash)
        with self._engine.begin() as connection:
            end_pages(connection, advisor_id)

    def note(
        self,
        account: Account,
        act: str,
        at: datetime,
        accompaniment_id: str | None = None,
        detail: str | None = None,
    ) -> None:
        """One line of the audit log: who did what, when, in whose conversation."""
        of_it = {"org_id": account.org.org_id, "advisor_id": account.advisor_id}
        values = {"at": at, "act": act, "accompaniment_id": accompaniment_id, "detail": detail}
        with self._engine.begin() as connection:
            connection.execute(sa.insert(console_audit).values(**of_it, **values))

    def noted_since(
        self, advisor_id: str, act: str, accompaniment_id: str, since: datetime
    ) -> bool:
        """Whether the audit log has such a line since a moment."""
        query = sa.select(console_audit.c.number).where(
            console_audit.c.advisor_id == advisor_id,
            console_audit.c.act == act,
            console_audit.c.accompaniment_id == accompaniment_id,
            console_audit.c.at >= since,
        )
        with self._engine.connect() as connection:
            return connection.execute(query.limit(1)).first() is not None


def _accounts(*more: sa.sql.ColumnElement[Any]) -> sa.sql.Select:
    org = (organisations.c.name.label("org_name"), organisations.c.basins)
    wanted = (advisors, *org, organisations.c.has_reference, *more)
    return sa.select(*wanted).join(organisations, organisations.c.org_id == advisors.c.org_id)


def _account(row: Row) -> Account:
    org = Organisation(row.org_id, row.org_name, tuple(row.basins), row.has_reference)
    return Account(
        advisor_id=row.advisor_id,
        org=org,
        login=row.login,
        name=row.name,
        roles=frozenset(row.roles),
        password_hash=row.password_hash,
        must_change=row.must_change,
        failures=row.failures,
        locked_until=row.locked_until,
        disabled_at=row.disabled_at,
    )
