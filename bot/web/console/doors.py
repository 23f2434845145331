"""The doors of the console: no route is reached without a seat, its role and its own form."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.web.console.forms import read_form
from bot.web.console.pages import HEADERS, Pages
from bot.web.console.seats import Seat, Seats
from bot.web.errors import ApiError

Handler = Callable[[Request, Seat], Awaitable[Response]]
LOGIN, PASSWORD = "/console/entrer", "/console/mot-de-passe"
PART = "declic-part"
"""The header of console.js, which wants a part of a page and says so."""


class ConsoleRoute(Route):
    """A route with the roles that may use it; none: it is open (the login)."""

    def __init__(self, path: str, endpoint: Any, method: str, roles: frozenset[str]) -> None:
        super().__init__(path, endpoint, methods=[method])
        self.roles = roles


class Doors:
    """Makes routes out of handlers that may trust their seat."""

    def __init__(self, seats: Seats, pages: Pages) -> None:
        self._seats = seats
        self._pages = pages

    def door(self, path: str, handler: Handler, *roles: str, method: str = "GET") -> ConsoleRoute:
        """A route for the seats that have one of the roles. A POST has its form read and its token
        checked before the handler, which finds it in `request.state.form`."""

        async def only_with_own_password(request: Request, seat: Seat) -> Response:
            if seat.account.must_change:
                return _led_to(request, PASSWORD)
            return await handler(request, seat)

        return self.always_open(path, only_with_own_password, *roles, method=method)

    def always_open(
        self, path: str, handler: Handler, *roles: str, method: str = "GET"
    ) -> ConsoleRoute:
        """The same, also for who has still to choose a password."""
        wanted = frozenset(roles)

        async def endpoint(request: Request) -> Response:
            request.state.cookies = self._seats.cookies
            seat = await self._seats.seat_of(request)
            if seat is None:
                return _to_login(request)
            try:
                if not seat.roles & wanted:
                    raise ApiError("no_role")
                if method == "POST":
                    await self._read(request, seat)
                response = await handler(request, seat)
            except ApiError as error:
                return self.refusal(request, seat, error)
            # Also on what a handler made without `Pages`: nobody frames or keeps it.
            response.headers.update(HEADERS)
            return response

        return ConsoleRoute(path, endpoint, method, wanted)

    def refusal(self, request: Request, seat: Seat | None, error: ApiError) -> Response:
        """The page of a refusal; for a script, the sentence alone."""
        template = (
            "console/part_refused.html" if PART in request.headers else "console/refused.html"
        )
        page = self._pages.page(request, seat, template, error.status, message=error.message)
        if error.retry_after_seconds:
            page.headers["Retry-After"] = str(error.retry_after_seconds)
        return page

    async def _read(self, request: Request, seat: Seat) -> None:
        form = await read_form(request)
        wanted = self._seats.form_token(seat.session_hash)
        if not hmac.compare_digest(form.one("csrf").encode(), wanted.encode()):
            raise ApiError("wrong_form")
        request.state.form = form


def _to_login(request: Request) -> Response:
    """The login, which leads back here."""
    back = quote(request.url.path, safe="") if request.method == "GET" else ""
    return _led_to(request, f"{LOGIN}?vers={back}" if back else LOGIN)


def _led_to(request: Request, path: str) -> Response:
    """A script is told to load the page again instead."""
    return Response(status_code=401) if PART in request.headers else RedirectResponse(path, 303)
