"""Entering the console, and leaving it."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web.access import Access
from bot.web.console.doors import LOGIN, ConsoleRoute, Doors
from bot.web.console.forms import read_form
from bot.web.console.pages import Pages
from bot.web.console.seats import ROLES, Seat, Seats

HOME = "/console"
_OWN_PATH = re.compile(r"/console(/[A-Za-z0-9_/-]*)?")


class Login:
    """`/console/entrer`, and the way out."""

    def __init__(self, seats: Seats, pages: Pages, doors: Doors, access: Access) -> None:
        self._seats = seats
        self._pages = pages
        self._doors = doors
        self._access = access

    def routes(self) -> list[ConsoleRoute]:
        nobody: frozenset[str] = frozenset()
        return [
            ConsoleRoute(LOGIN, self.show, "GET", nobody),
            ConsoleRoute(LOGIN, self.enter, "POST", nobody),
            self._doors.door("/console/sortir", self.leave, *ROLES, method="POST"),
        ]

    async def show(self, request: Request) -> Response:
        if await self._seats.seat_of(request):
            return RedirectResponse(own_path(request.query_params.get("vers", "")), 303)
        return self._form(request, request.query_params.get("vers", ""))

    async def enter(self, request: Request) -> Response:
        self._access.take_look(request)
        form = await read_form(request)
        account = await self._seats.account(form.one("login"), form.one("password"))
        if account is None:
            return self._form(request, form.one("vers"), form.one("login"), is_wrong=True)
        response = RedirectResponse(own_path(form.one("vers")), 303)
        await self._seats.sit(account, response)
        return response

    async def leave(self, request: Request, seat: Seat) -> Response:
        response = RedirectResponse(LOGIN, 303)
        await self._seats.leave(seat, response)
        return response

    def _form(self, request: Request, to: str, login: str = "", is_wrong: bool = False) -> Response:
        told = {"to": own_path(to), "login": login, "is_wrong": is_wrong}
        status = 422 if is_wrong else 200
        return self._pages.page(request, None, "console/login.html", status, **told)


def own_path(path: str) -> str:
    """A path of the console as it is; the console's home for anything else."""
    return path if _OWN_PATH.fullmatch(path) else HOME
