"""Entering the console by a password, and leaving it."""

from __future__ import annotations

import hmac
import re

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.adapters.sql.accounts import Account
from bot.web.access import Access
from bot.web.console.cookies import ENTRY, Cookies
from bot.web.console.doors import LOGIN, PASSWORD, ConsoleRoute, Doors
from bot.web.console.entries import Entries
from bot.web.console.forms import Form, read_form
from bot.web.console.pages import Pages
from bot.web.console.seats import ROLES, Seat, Seats
from bot.web.errors import ApiError
from bot.web.tokens import new_token

HOME = "/console"
NOBODY: frozenset[str] = frozenset()
_OWN_PATH = re.compile(r"/console(/[A-Za-z0-9_/-]*)?")


class Sitting:
    """What happens once it is known who enters."""

    def __init__(self, seats: Seats, cookies: Cookies) -> None:
        self._seats = seats
        self._cookies = cookies

    async def sit(self, request: Request, account: Account, path: str) -> Response:
        """To the page that was wanted, or first to a password of one's own."""
        response = RedirectResponse(PASSWORD if account.must_change else own_path(path), 303)
        await self._seats.sit(request, account, response)
        self._cookies.drop(response, ENTRY)
        return response


class Login:
    """`/console/entrer`, and the way out. provider: what the OpenID provider is called, if any."""

    def __init__(
        self,
        seats: Seats,
        entries: Entries,
        sitting: Sitting,
        cookies: Cookies,
        pages: Pages,
        doors: Doors,
        access: Access,
        provider: str | None,
    ) -> None:
        self._seats = seats
        self._entries = entries
        self._sitting = sitting
        self._cookies = cookies
        self._pages = pages
        self._doors = doors
        self._access = access
        self._provider = provider

    def routes(self) -> list[ConsoleRoute]:
        return [
            ConsoleRoute(LOGIN, self.show, "GET", NOBODY),
            ConsoleRoute(LOGIN, self.enter, "POST", NOBODY),
            self._doors.always_open("/console/sortir", self.leave, *ROLES, method="POST"),
        ]

    async def show(self, request: Request) -> Response:
        self._access.take_look(request)
        path = request.query_params.get("vers", "")
        if await self._seats.seat_of(request):
            return RedirectResponse(own_path(path), 303)
        return self._form(request, path)

    async def enter(self, request: Request) -> Response:
        """Every wrong password counts, for the account and for the address."""
        try:
            form = await read_form(request)
            self._check(request, form)
            self._access.take_entry(request)
            account = await self._entries.by_password(form.one("login"), form.one("password"))
        except ApiError as error:
            return self._doors.refusal(request, None, error)
        if account is None:
            return self._form(request, form.one("vers"), form.one("login"), is_wrong=True)
        self._access.give_entry_back(request)
        return await self._sitting.sit(request, account, form.one("vers"))

    async def leave(self, request: Request, seat: Seat) -> Response:
        response = RedirectResponse(LOGIN, 303)
        await self._seats.leave(seat, response)
        return response

    def _check(self, request: Request, form: Form) -> None:
        """A page of another site must not let somebody enter as another. ApiError: it is not the
        form of this browser."""
        entry = self._cookies.read(request, ENTRY)
        wanted = self._seats.entry_token(entry) if entry else ""
        if not entry or not hmac.compare_digest(form.one("csrf").encode(), wanted.encode()):
            raise ApiError("wrong_form")

    def _form(self, request: Request, to: str, login: str = "", is_wrong: bool = False) -> Response:
        entry = self._cookies.read(request, ENTRY) or new_token()
        told = {"to": own_path(to), "login": login[:254], "is_wrong": is_wrong}
        page = self._pages.page(
            request,
            None,
            "console/login.html",
            422 if is_wrong else 200,
            entry_token=self._seats.entry_token(entry),
            provider=self._provider,
            **told,
        )
        self._cookies.put(page, ENTRY, entry)
        return page


def own_path(path: str) -> str:
    """A path of the console as it is; the console's home for anything else."""
    return path if _OWN_PATH.fullmatch(path) else HOME
