"""Accounts of the console in a database that several tests share."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from bot.adapters.sql.accounts import Account, AccountStore
from bot.web.tokens import now


def have_account(engine: Engine, one: Account) -> None:
    """The account may enter; it and its organisation may be there from another test."""
    store = AccountStore(engine)
    if store.with_login(one.login) is None:
        with suppress(IntegrityError):
            store.add_organisation(one.org, now())
        store.add(one, now())
