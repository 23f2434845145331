"""Makes and changes accounts and organisations; moments are UTC, naive.

Whoever loses an account, a password or a role loses at once the sessions and the devices that it
opened.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, Row
from sqlalchemy.exc import IntegrityError

from bot.adapters.sql.accompaniments import ENDED, end_one, end_pages
from bot.adapters.sql.accounts import Organisation
from bot.adapters.sql.catalogue_tables import basins, communes
from bot.adapters.sql.console_tables import (
    accompaniments,
    advisors,
    console_sessions,
    organisations,
)
from bot.services.account_rules import ADVISOR


class LoginTaken(Exception):
    """Somebody has this login, here or in another organisation."""


@dataclass(frozen=True)
class Member:
    """An account as those who keep accounts see it; never its password.

    entered_at: the last login; None: never. one_use_until: until then the password for one use
    opens; None: the password was chosen, or there is none.
    """

    advisor_id: str
    org_id: str
    org_name: str
    login: str
    name: str
    roles: frozenset[str]
    has_password: bool
    must_change: bool
    entered_at: datetime | None
    one_use_until: datetime | None
    locked_until: datetime | None
    disabled_at: datetime | None
    is_tied: bool

    def state(self, at: datetime) -> str:
        """What it opens with, or why it does not: closed, waits (wrong passwords), provider, untied
        (to the provider, so far), first (password, for one use), old (the same, too late), open."""
        if self.disabled_at:
            return "closed"
        if self.locked_until and at < self.locked_until:
            return "waits"
        if not self.has_password:
            return "provider" if self.is_tied else "untied"
        if self.must_change and self.one_use_until:
            return "first" if at < self.one_use_until else "old"
        return "open"


@dataclass(frozen=True)
class Newcomer:
    """An account to make. password_hash None: it enters by the OpenID provider only.

    one_use_until: until when its password, which is for one use, opens.
    """

    login: str
    name: str
    roles: frozenset[str]
    password_hash: str | None
    one_use_until: datetime | None


class AccountDesk:
    """For `declic advisor` and for the admins of an organisation; every method is one transaction.

    A method that takes an org_id changes nothing of another organisation, and gives False then.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def is_empty(self) -> bool:
        """Whether nobody has an account."""
        with self._engine.connect() as connection:
            return connection.execute(sa.select(advisors.c.advisor_id).limit(1)).first() is None

    def organisation(self, name: str) -> Organisation | None:
        """The organisation of a name, whatever its capitals; None: there is none."""
        named = sa.func.lower(organisations.c.name) == name.lower()
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(organisations).where(named)).first()
        return _organisation(row) if row else None

    def make_organisation(self, name: str, at: datetime) -> Organisation:
        """IntegrityError: one was made under this name meanwhile."""
        made = Organisation(secrets.token_hex(8), name)
        values = {**vars(made), "basins": [], "created_at": at}
        with self._engine.begin() as connection:
            connection.execute(sa.insert(organisations).values(values))
        return made

    def set_basins(self, org_id: str, codes: Iterable[str]) -> None:
        self._set_organisation(org_id, {"basins": sorted(set(codes))})

    def set_reference(self, org_id: str, has_reference: bool) -> None:
        """Switched off, the references that were written are erased."""
        self._set_organisation(org_id, {"has_reference": has_reference})
        if not has_reference:
            of_it = accompaniments.c.org_id == org_id
            with self._engine.begin() as connection:
                connection.execute(sa.update(accompaniments).where(of_it).values(reference=None))

    def known_basins(self) -> dict[str, str]:
        """Code -> name of the basins of the catalogue, by name."""
        query = sa.select(basins.c.basin_code, basins.c.name).order_by(basins.c.name)
        with self._engine.connect() as connection:
            return {row.basin_code: row.name for row in connection.execute(query)}

    def basins_of(self, department: str) -> list[str]:
        """Codes of the basins with communes in a department; empty when there is none."""
        query = sa.select(communes.c.basin_code).where(communes.c.department == department)
        with self._engine.connect() as connection:
            return sorted(connection.execute(query.distinct()).scalars())

    def members(self, org_id: str | None = None) -> list[Member]:
        """The accounts of an organisation, of all when None; by organisation, then by name."""
        query = _members().order_by(organisations.c.name, advisors.c.name)
        if org_id is not None:
            query = query.where(advisors.c.org_id == org_id)
        with self._engine.connect() as connection:
            return [_member(row) for row in connection.execute(query)]

    def member(self, login: str) -> Member | None:
        """The account of a login as it is kept; None: there is none."""
        with self._engine.connect() as connection:
            row = connection.execute(_members().where(advisors.c.login == login)).first()
        return _member(row) if row else None

    def add(self, org_id: str, newcomer: Newcomer, at: datetime) -> str:
        """The id of the new account. LoginTaken: the login is not free."""
        advisor_id = secrets.token_hex(8)
        values = {
            **vars(newcomer),
            "advisor_id": advisor_id,
            "org_id": org_id,
            "roles": sorted(newcomer.roles),
            "must_change": newcomer.password_hash is not None,
            "failures": 0,
            "created_at": at,
        }
        try:
            with self._engine.begin() as connection:
                connection.execute(sa.insert(advisors).values(values))
        except IntegrityError as error:
            raise LoginTaken(newcomer.login) from error
        return advisor_id

    def reset(
        self, org_id: str, advisor_id: str, password_hash: str, one_use_until: datetime
    ) -> bool:
        """A new password for one use; a disabled or closed account opens again."""
        return self._change(
            org_id,
            advisor_id,
            {
                "password_hash": password_hash,
                "one_use_until": one_use_until,
                "must_change": True,
                "failures": 0,
                "locked_until": None,
                "disabled_at": None,
            },
        )

    def disable(self, org_id: str, advisor_id: str, at: datetime) -> bool:
        """Nobody enters with it any more, who is inside is outside, and whom it accompanied may be
        accompanied by others."""
        return self._change(org_id, advisor_id, {"disabled_at": at}, leaves_at=at)

    def set_roles(self, org_id: str, advisor_id: str, roles: frozenset[str], at: datetime) -> bool:
        """Who accompanies nobody any more leaves them to others."""
        leaves_at = None if ADVISOR in roles else at
        return self._change(org_id, advisor_id, {"roles": sorted(roles)}, leaves_at)

    def _change(
        self,
        org_id: str,
        advisor_id: str,
        values: dict[str, Any],
        leaves_at: datetime | None = None,
    ) -> bool:
        """Changes an account of this organisation, and ends what it had opened; from leaves_at on,
        those whom it accompanied too."""
        is_its = sa.and_(advisors.c.advisor_id == advisor_id, advisors.c.org_id == org_id)
        with self._engine.begin() as connection:
            found = connection.execute(sa.update(advisors).where(is_its).values(values))
            if found.rowcount != 1:
                return False
            end_all(connection, advisor_id)
            if leaves_at:
                _leave_everybody(connection, advisor_id, leaves_at)
        return True

    def _set_organisation(self, org_id: str, values: dict[str, Any]) -> None:
        query = sa.update(organisations).where(organisations.c.org_id == org_id).values(values)
        with self._engine.begin() as connection:
            connection.execute(query)


def _leave_everybody(connection: Connection, advisor_id: str, at: datetime) -> None:
    query = sa.select(accompaniments).where(
        accompaniments.c.advisor_id == advisor_id, accompaniments.c.state != ENDED
    )
    for one in connection.execute(query).all():
        end_one(connection, one.accompaniment_id, one.conversation_id, at)


def end_all(connection: Connection, advisor_id: str) -> None:
    """Ends the sessions of an account, and what they opened: the devices through which it takes
    part in conversations."""
    held = console_sessions.c.advisor_id == advisor_id
    connection.execute(sa.delete(console_sessions).where(held))
    end_pages(connection, advisor_id)


def _members() -> sa.sql.Select:
    wanted = (advisors, organisations.c.name.label("org_name"))
    return sa.select(*wanted).join(organisations, organisations.c.org_id == advisors.c.org_id)


def _member(row: Row) -> Member:
    return Member(
        advisor_id=row.advisor_id,
        org_id=row.org_id,
        org_name=row.org_name,
        login=row.login,
        name=row.name,
        roles=frozenset(row.roles),
        has_password=row.password_hash is not None,
        must_change=row.must_change,
        entered_at=row.entered_at,
        one_use_until=row.one_use_until,
        locked_until=row.locked_until,
        disabled_at=row.disabled_at,
        is_tied=row.oidc_subject is not None,
    )


def _organisation(row: Row) -> Organisation:
    return Organisation(row.org_id, row.name, tuple(row.basins), row.has_reference)
