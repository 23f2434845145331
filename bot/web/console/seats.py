"""Who sits at the console: a cookie, the session behind it, the account of the session."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import timedelta

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.adapters.sql.accounts import Account, AccountStore, Organisation
from bot.services.account_rules import ADMIN, ADVISOR, EDITOR, ROLES, TESTER
from bot.services.seat_life import is_over
from bot.web.console.cookies import SESSION, Cookies
from bot.web.tokens import new_token, now, token_hash

__all__ = ["ADMIN", "ADVISOR", "EDITOR", "ROLES", "TESTER", "Seat", "Seats"]

SEEN_EVERY = timedelta(minutes=1)
"""How often a session notes that it is used: not at each request."""


@dataclass(frozen=True)
class Seat:
    """A request's account, and the hash of its session."""

    account: Account
    session_hash: str

    @property
    def advisor_id(self) -> str:
        return self.account.advisor_id

    @property
    def login(self) -> str:
        return self.account.login

    @property
    def name(self) -> str:
        return self.account.name

    @property
    def roles(self) -> frozenset[str]:
        return self.account.roles

    @property
    def org(self) -> Organisation:
        return self.account.org


class Seats:
    """Opens, finds and ends sessions of the console, whose cookie no script reads."""

    def __init__(self, store: AccountStore, cookies: Cookies, secret: str) -> None:
        self._store = store
        self.cookies = cookies
        self._secret = secret.encode()

    async def seat_of(self, request: Request) -> Seat | None:
        """None: nobody sits there, or has not for too long. A page that asks again by itself is no
        sign of anybody."""
        token = self.cookies.read(request, SESSION)
        if not token:
            return None
        hashed, at = token_hash(token), now()
        session = await run_in_threadpool(self._store.session, hashed)
        if session is None or session.account.disabled_at:
            return None
        if is_over(session.created_at, session.seen_at, at):
            return None
        is_by_itself = request.headers.get("declic-part") == "again"
        if at - session.seen_at > SEEN_EVERY and not is_by_itself:
            await run_in_threadpool(self._store.see, hashed, at)
        return Seat(session.account, hashed)

    async def sit(self, request: Request, account: Account, response: Response) -> None:
        """A new session, whose token nobody knew before; the browser's former one ends."""
        former = self.cookies.read(request, SESSION)
        if former:
            await run_in_threadpool(self._store.end_session, token_hash(former))
        token = new_token()
        opened = (account.advisor_id, token_hash(token), now())
        await run_in_threadpool(self._store.open_session, *opened)
        self.cookies.put(response, SESSION, token)

    async def leave(self, seat: Seat, response: Response) -> None:
        """The next one at this computer finds no interview open either."""
        await run_in_threadpool(self._store.leave, seat.advisor_id, seat.session_hash)
        await run_in_threadpool(self._store.note, seat.account, "left", now())
        self.cookies.drop(response, SESSION)

    def form_token(self, session_hash: str) -> str:
        """What a form of this session carries, and a page of another site cannot know."""
        return self._keyed("form", session_hash)

    def entry_token(self, entry: str) -> str:
        """The same for the login page, before there is a session. entry: its cookie."""
        return self._keyed("entry", entry)

    def _keyed(self, use: str, text: str) -> str:
        return hmac.new(self._secret, f"{use} {text}".encode(), hashlib.sha256).hexdigest()
