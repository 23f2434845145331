"""The screen of an interview: the conversation, and beside it one of several panels."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.web.console.doors import PART, ConsoleRoute, Doors
from bot.web.console.forms import Form
from bot.web.console.pages import Pages, back_to
from bot.web.console.seats import ADVISOR, Seat
from bot.web.console.visits import Visit, Visits
from bot.web.errors import ApiError

Content = Callable[[Visit, Request], Awaitable[dict[str, Any]]]
Act = Callable[[Visit, Form], Awaitable["str | Response | None"]]
"""What a button of a panel does. It gives what to say about it, None when the screen shows it, or a
response of its own (a file)."""


@dataclass(frozen=True)
class Panel:
    """One part of the screen.

    name: its part of the address. template: its own markup only. acts: name -> what it does, under
    `POST <panel>/<act>`; afterwards the panel is shown again.
    """

    name: str
    title: str
    template: str
    content: Content
    acts: Mapping[str, Act] = field(default_factory=dict)


class Panels:
    """`/console/entretiens/<id>/<panel>` for each panel, and its acts.

    around: what the whole screen has beside its panel.
    """

    def __init__(
        self,
        doors: Doors,
        pages: Pages,
        visits: Visits,
        panels: Sequence[Panel],
        around: Callable[[Visit], Awaitable[dict[str, Any]]],
    ) -> None:
        self._around = around
        self._doors = doors
        self._pages = pages
        self._visits = visits
        self._panels = panels

    def routes(self) -> list[ConsoleRoute]:
        start = "/console/entretiens/{accompaniment_id}"
        return [
            self._doors.door(start, self._first, ADVISOR),
            *(
                self._doors.door(f"{start}/{panel.name}", self._shown(panel), ADVISOR)
                for panel in self._panels
            ),
            *(
                self._doors.door(
                    f"{start}/{panel.name}/{name}", self._done(panel, act), ADVISOR, method="POST"
                )
                for panel in self._panels
                for name, act in panel.acts.items()
            ),
        ]

    async def _first(self, request: Request, seat: Seat) -> Response:
        own = await self._visits.own(seat, request.path_params["accompaniment_id"])
        path = f"/console/entretiens/{own.accompaniment_id}/{self._panels[0].name}"
        return RedirectResponse(path, 303)

    def _shown(self, panel: Panel) -> Callable[[Request, Seat], Awaitable[Response]]:
        async def show(request: Request, seat: Seat) -> Response:
            visit = await self._visits.of(seat, request.path_params["accompaniment_id"])
            return await self._page(request, visit, panel)

        return show

    def _done(self, panel: Panel, act: Act) -> Callable[[Request, Seat], Awaitable[Response]]:
        async def do(request: Request, seat: Seat) -> Response:
            accompaniment_id = request.path_params["accompaniment_id"]
            visit = await self._visits.of(seat, accompaniment_id)
            try:
                said = await act(visit, request.state.form)
            except ApiError as error:
                return await self._page(request, visit, panel, error=error)
            if isinstance(said, Response):
                return said
            if PART not in request.headers:
                return back_to(f"{visit.path}/{panel.name}", request, said)
            again = await self._visits.of(seat, accompaniment_id)
            return await self._page(request, again, panel, said=said)

        return do

    async def _page(
        self,
        request: Request,
        visit: Visit,
        panel: Panel,
        said: str | None = None,
        error: ApiError | None = None,
    ) -> Response:
        """The whole screen, or the panel alone for console.js. The query of an act is that of the
        panel: its choices stay."""
        is_part = PART in request.headers
        template = "console/part_panel.html" if is_part else "console/interview.html"
        status = error.status if error else 200
        content = await panel.content(visit, request)
        shown = {"panel": panel, "panels": self._panels, "visit": visit, "content": content}
        told = {"said": said, "error": error.message if error else None}
        if not is_part:
            shown |= await self._around(visit)
        return self._pages.page(request, visit.seat, template, status, **shown, **told)
