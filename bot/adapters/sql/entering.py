"""What changes in an account by entering, or trying to; moments are UTC, naive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

from bot.adapters.sql.account_desk import end_all
from bot.adapters.sql.console_tables import advisors
from bot.services.lock_out import is_closed, wait_after


@dataclass(frozen=True)
class Try:
    """A password that may be tried. password_hash None: nothing opens the account by a password,
    for now or at all."""

    advisor_id: str
    password_hash: str | None


class EnteringStore:
    """Every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def take_try(self, login: str, at: datetime) -> Try | None:
        """Counts a wrong password before it is looked at, so that many at once count too.

        None: there is no such account. Right or wrong, a try while the account waits opens nothing
        and does not lengthen the wait.
        """
        with self._engine.begin() as connection:
            # Taken first: two tries at once would both read the same count.
            one = sa.update(advisors).where(advisors.c.login == login)
            connection.execute(one.values(failures=advisors.c.failures))
            row = connection.execute(sa.select(advisors).where(advisors.c.login == login)).first()
            if row is None:
                return None
            is_old = row.must_change and row.one_use_until is not None and row.one_use_until < at
            if row.disabled_at or is_old or is_closed(row.locked_until, at):
                return Try(row.advisor_id, None)
            wait = wait_after(row.failures + 1)
            until = at + wait if wait else None
            connection.execute(one.values(failures=row.failures + 1, locked_until=until))
            return Try(row.advisor_id, row.password_hash)

    def entered(self, advisor_id: str, at: datetime) -> None:
        """It was the right person: wrong passwords of before do not count any more."""
        with self._engine.begin() as connection:
            _set(connection, advisor_id, failures=0, locked_until=None, entered_at=at)

    def change_password(self, advisor_id: str, password_hash: str) -> None:
        """A password of one's own. All sessions end."""
        chosen = {"password_hash": password_hash, "must_change": False, "one_use_until": None}
        with self._engine.begin() as connection:
            _set(connection, advisor_id, **chosen)
            end_all(connection, advisor_id)

    def of_subject(self, subject: str) -> str | None:
        """The login that the provider's person was tied to, if the account is not disabled."""
        query = sa.select(advisors.c.login).where(
            advisors.c.oidc_subject == subject, advisors.c.disabled_at.is_(None)
        )
        with self._engine.connect() as connection:
            found: str | None = connection.execute(query).scalar_one_or_none()
            return found

    def tie(self, login: str, subject: str) -> str | None:
        """Ties a person of the provider to the account of an e-mail, the first time; its login.

        None: nobody made this account, it is disabled, or it is another person's already. A
        password for one use that nobody used opens no more.
        """
        free = sa.and_(
            advisors.c.login == login,
            advisors.c.oidc_subject.is_(None),
            advisors.c.disabled_at.is_(None),
        )
        unused = {
            "password_hash": sa.case(
                (advisors.c.must_change, None), else_=advisors.c.password_hash
            ),
            "must_change": False,
            "one_use_until": None,
        }
        query = sa.update(advisors).where(free).values(oidc_subject=subject, **unused)
        try:
            with self._engine.begin() as connection:
                if connection.execute(query).rowcount != 1:
                    return None
        except IntegrityError:
            return None
        return self.of_subject(subject)


def _set(connection: Connection, advisor_id: str, **values: object) -> None:
    query = sa.update(advisors).where(advisors.c.advisor_id == advisor_id)
    connection.execute(query.values(values))
