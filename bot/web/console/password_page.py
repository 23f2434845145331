"""`/console/mot-de-passe`: a password of one's own."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.orientation.phrases import say
from bot.web.console.doors import PASSWORD, ConsoleRoute, Doors
from bot.web.console.entries import Entries
from bot.web.console.forms import Form
from bot.web.console.login import HOME
from bot.web.console.pages import Pages, back_to
from bot.web.console.seats import ROLES, Seat, Seats


class PasswordPage:
    """Until it is done, somebody who entered with a password for one use goes nowhere else."""

    def __init__(self, seats: Seats, entries: Entries, doors: Doors, pages: Pages) -> None:
        self._seats = seats
        self._entries = entries
        self._doors = doors
        self._pages = pages

    def routes(self) -> list[ConsoleRoute]:
        return [
            self._doors.always_open(PASSWORD, self.show, *ROLES),
            self._doors.always_open(PASSWORD, self.change, *ROLES, method="POST"),
        ]

    async def show(self, request: Request, seat: Seat) -> Response:
        return self._page(request, seat)

    async def change(self, request: Request, seat: Seat) -> Response:
        """The session goes on under a new token; all others end."""
        if seat.account.password_hash is None:
            return RedirectResponse(PASSWORD, 303)
        form: Form = request.state.form
        chosen = form.one("new")
        if chosen != form.one("again"):
            return self._page(request, seat, "twice")
        why = await self._entries.change(seat.account, form.one("current"), chosen)
        if why:
            return self._page(request, seat, why)
        response = back_to(HOME, request, say("account.password"))
        await self._seats.sit(request, seat.account, response)
        return response

    def _page(self, request: Request, seat: Seat, why: str | None = None) -> Response:
        status = 422 if why else 200
        return self._pages.page(request, seat, "console/password.html", status, why=why)
