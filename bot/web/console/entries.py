"""Who may enter: a login and its password, or a person of the OpenID provider."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

from bot.adapters import passwords
from bot.adapters.sql.accounts import Account, AccountStore
from bot.adapters.sql.entering import EnteringStore
from bot.logs import event
from bot.services import account_rules, password_rule
from bot.web.errors import ApiError
from bot.web.tokens import now

if TYPE_CHECKING:
    from bot.adapters.openid.provider import Person

logger = logging.getLogger(__name__)

AT_ONCE, MOST_WAITING = 2, 30
"""Passwords looked at together: each takes 64 MiB and a core for a moment."""
COME_AGAIN_SECONDS = 3
REFUSED_AFTER_SECONDS = 0.5
"""A refusal takes as long for a login that nobody has, or that is closed, as for a wrong word."""


class Entries:
    """Finds the account that somebody may sit down with; None says not what was wrong."""

    def __init__(self, accounts: AccountStore, entering: EnteringStore) -> None:
        self._accounts = accounts
        self._entering = entering
        self._looking = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0

    async def by_password(self, typed_login: str, password: str) -> Account | None:
        """ApiError: too many people enter at this moment."""
        began = time.monotonic()
        login = account_rules.login_of(typed_login) or ""
        tried = await run_in_threadpool(self._entering.take_try, login, now())
        is_right = await self.is_right(tried.password_hash if tried else None, password)
        if tried is None or not is_right:
            event(logger, "console_entry_refused")
            await _wait_until(began + REFUSED_AFTER_SECONDS)
            return None
        return await self._entered(login, "password")

    async def by_provider(self, person: Person) -> Account | None:
        """Tied to its account the first time, by the e-mail that was made an account beforehand."""
        login = await run_in_threadpool(self._entering.of_subject, person.subject)
        if login is None and person.email:
            login = await run_in_threadpool(self._entering.tie, person.email, person.subject)
        if login is None:
            event(logger, "console_person_unknown")
            return None
        return await self._entered(login, "provider")

    async def is_right(self, password_hash: str | None, password: str) -> bool:
        """ApiError: too many people enter at this moment."""
        if self._waiting >= MOST_WAITING:
            raise ApiError("too_many", COME_AGAIN_SECONDS)
        self._waiting += 1
        try:
            async with self._looking:
                return await run_in_threadpool(passwords.is_right, password_hash, password)
        finally:
            self._waiting -= 1

    async def change(self, account: Account, current: str, chosen: str) -> str | None:
        """Why the password may not be changed, as a code; None: it is, and all sessions ended."""
        why = self._fault(account, current, chosen)
        if why:
            return why
        tried = await run_in_threadpool(self._entering.take_try, account.login, now())
        if not await self.is_right(tried.password_hash if tried else None, current):
            return "wrong"
        hashed = await run_in_threadpool(passwords.hash_of, chosen)
        await run_in_threadpool(self._entering.change_password, account.advisor_id, hashed)
        await run_in_threadpool(self._accounts.note, account, "password", now())
        await run_in_threadpool(self._entering.entered, account.advisor_id, now())
        return None

    def _fault(self, account: Account, current: str, chosen: str) -> str | None:
        if chosen == current:
            return "same"
        known = (account.login, account.name, account.org.name)
        return password_rule.fault(chosen, *known)

    async def _entered(self, login: str, how: str) -> Account | None:
        account = await run_in_threadpool(self._accounts.with_login, login)
        if account is None or account.disabled_at:
            return None
        await run_in_threadpool(self._entering.entered, account.advisor_id, now())
        await run_in_threadpool(self._accounts.note, account, "entered", now(), None, how)
        event(logger, "console_entered", how=how)
        return account


async def _wait_until(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - time.monotonic()))
