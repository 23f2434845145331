"""Who sits at the console: a cookie, the session behind it, the account of the session."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.adapters import passwords
from bot.adapters.sql.accounts import Account, AccountStore, ConsoleSession, Organisation
from bot.settings import Settings
from bot.web.tokens import new_token, now, token_hash

ADVISOR, EDITOR, TESTER, ADMIN = ROLES = ("advisor", "editor", "tester", "admin")
IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
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

    def __init__(self, store: AccountStore, settings: Settings, secret: str) -> None:
        self._store = store
        self._is_https = settings.public_url.startswith("https://")
        self._secret = secret.encode()

    @property
    def cookie(self) -> str:
        """With the prefix __Host-, no other host of the domain can set it."""
        return "__Host-declic_console" if self._is_https else "declic_console"

    async def seat_of(self, request: Request) -> Seat | None:
        """None: nobody sits there, or has not for too long."""
        token = request.cookies.get(self.cookie)
        if not token:
            return None
        hashed = token_hash(token)
        session = await run_in_threadpool(self._store.session, hashed)
        if session is None or session.account.disabled_at or not _is_alive(session, now()):
            return None
        if now() - session.seen_at > SEEN_EVERY:
            await run_in_threadpool(self._store.see, hashed, now())
        return Seat(session.account, hashed)

    async def account(self, login: str, password: str) -> Account | None:
        """The account that a login and a password open; None: neither is told apart."""
        found = await run_in_threadpool(self._store.with_login, login.lower())
        known = found.password_hash if found else None
        is_right = await run_in_threadpool(passwords.is_right, known, password)
        return found if found and is_right and not found.disabled_at else None

    async def sit(self, account: Account, response: Response) -> None:
        """A new session, whose token nobody knew before; its cookie goes with the response."""
        token = new_token()
        await run_in_threadpool(
            self._store.open_session, account.advisor_id, token_hash(token), now()
        )
        response.set_cookie(
            self.cookie, token, path="/", httponly=True, samesite="lax", secure=self._is_https
        )

    async def leave(self, seat: Seat, response: Response) -> None:
        await run_in_threadpool(self._store.end_session, seat.session_hash)
        response.delete_cookie(
            self.cookie, path="/", httponly=True, samesite="lax", secure=self._is_https
        )

    def form_token(self, session_hash: str) -> str:
        """What a form of this session carries, and a page of another site cannot know."""
        return hmac.new(self._secret, f"form {session_hash}".encode(), hashlib.sha256).hexdigest()


def _is_alive(session: ConsoleSession, at: datetime) -> bool:
    return at - session.seen_at <= IDLE and at - session.created_at <= LONGEST
