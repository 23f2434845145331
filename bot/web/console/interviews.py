"""The interviews of an advisor: how one begins, is joined, is looked at and ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot import wiring
from bot.adapters.printing.codes import qr_svg
from bot.adapters.sql.accompaniments import OPEN, Accompaniment, AccompanimentStore
from bot.orientation.dates import day
from bot.orientation.phrases import say
from bot.services.open_questions import open_questions
from bot.web.access import Access
from bot.web.accompaniments import Accompaniments
from bot.web.console.asking import asking, has_said_yes
from bot.web.console.doors import PART, ConsoleRoute, Doors
from bot.web.console.pages import Pages, back_to
from bot.web.console.seats import ADVISOR, Seat
from bot.web.console.visits import Visit, Visits
from bot.web.errors import ApiError
from bot.web.live import REQUEST_LIFE
from bot.web.rights import ResumeCode
from bot.web.rights_requests import read_typed_code
from bot.web.tokens import now

START = "/console/entretiens"


@dataclass(frozen=True)
class Door:
    """How the person comes to the conversation that was begun for them: a code, and its QR code.

    is_open: nobody has spoken yet, so it is shown at once.
    """

    code: str
    url: str
    drawing: Markup
    is_open: bool


class Interviews:
    """`/console/entretiens`, and what stands around the panels of one. public_url: of people."""

    def __init__(
        self,
        doors: Doors,
        pages: Pages,
        visits: Visits,
        store: AccompanimentStore,
        accompaniments: Accompaniments,
        access: Access,
        public_url: str,
    ) -> None:
        self._doors = doors
        self._pages = pages
        self._visits = visits
        self._store = store
        self._accompaniments = accompaniments
        self._access = access
        self._public_url = public_url

    def routes(self) -> list[ConsoleRoute]:
        door, one = self._doors.door, f"{START}/{{accompaniment_id}}"
        return [
            door(START, self.show, ADVISOR),
            door(f"{START}/nouveau", self.start, ADVISOR, method="POST"),
            door(f"{START}/rejoindre", self.join, ADVISOR, method="POST"),
            door(f"{one}/questions", self.questions, ADVISOR),
            *asking(self._doors, f"{one}/terminer", self.end, ADVISOR),
        ]

    async def show(self, request: Request, seat: Seat) -> Response:
        return await self._page(request, seat)

    async def start(self, request: Request, seat: Seat) -> Response:
        """A conversation for somebody who has none yet; it counts as one of this address."""
        self._access.take_opening(request)
        begun = await self._accompaniments.start(seat.account)
        return RedirectResponse(_path(begun), 303)

    async def join(self, request: Request, seat: Seat) -> Response:
        """Asks the person whose code it is; a wrong code is a guess, and guesses are counted."""
        typed = request.state.form.one("code")
        try:
            self._access.take_guess(request)
            asked = await self._accompaniments.ask(seat.account, read_typed_code({"code": typed}))
        except ApiError as error:
            return await self._page(request, seat, error, typed)
        self._access.give_guess_back(request)
        if asked.state == OPEN:
            return RedirectResponse(_path(asked), 303)
        return back_to(START, request, say("web.join_asked"))

    async def end(self, request: Request, seat: Seat) -> Response:
        """Once its page has asked."""
        own = await self._visits.own(seat, request.path_params["accompaniment_id"])
        if not has_said_yes(request):
            return self._pages.page(request, seat, "console/interview_end.html", back=_path(own))
        await self._accompaniments.end(own.conversation_id, own.accompaniment_id)
        return back_to(START, request, say("web.interview_ended"))

    async def questions(self, request: Request, seat: Seat) -> Response:
        """The open questions of the moment, for the widget's list."""
        visit = await self._visits.of(seat, request.path_params["accompaniment_id"])
        asked = await self._asked(visit)
        return self._pages.page(request, seat, "console/part_questions.html", questions=asked)

    async def around(self, visit: Visit) -> dict[str, Any]:
        """What the page of an interview has beside its panel: a token of its own for the widget,
        the way in for the person, open questions."""
        return {
            "token": await self._accompaniments.token(visit.accompaniment),
            "door": await self._door(visit),
            "questions": await self._asked(visit),
        }

    async def _asked(self, visit: Visit) -> list[str]:
        def found() -> list[str]:
            return [one.text for one in open_questions(visit.case, wiring.catalogue())]

        return await run_in_threadpool(found)

    async def _door(self, visit: Visit) -> Door | None:
        """None for a conversation that the person has begun: its code is theirs."""
        if not visit.accompaniment.is_started:
            return None
        code = await self._accompaniments.code(visit.accompaniment)
        if code is None:
            return None
        url = code.address(self._public_url)
        drawing = Markup(qr_svg(url).decode())  # noqa: S704
        return Door(code.shown, url, drawing, is_open=len(visit.said) <= 1)

    async def _page(
        self, request: Request, seat: Seat, error: ApiError | None = None, typed: str = ""
    ) -> Response:
        found = await run_in_threadpool(self._store.of_advisor, seat.advisor_id)
        alive = [one for one in found if one.state == OPEN or _waits(one, now())]
        codes = await self._accompaniments.codes([one for one in alive if one.state == OPEN])
        template = "part_interviews" if PART in request.headers else "interviews"
        return self._pages.page(
            request,
            seat,
            f"console/{template}.html",
            error.status if error else 200,
            interviews=[_line(one, codes.get(one.conversation_id)) for one in alive],
            typed=typed,
            error=error.message if error else None,
        )


def _line(one: Accompaniment, code: ResumeCode | None) -> dict[str, Any]:
    """began_at is UTC: the browser tells the hour of the place. code: of an open interview; None
    on a shared computer, which has none, and before the person has agreed."""
    return {
        "began": day(one.created_at.date()),
        "began_at": f"{one.created_at:%Y-%m-%dT%H:%M}Z",
        "code": code.shown if code else None,
        "is_open": one.state == OPEN,
        "path": _path(one),
        "reference": one.reference,
    }


def _path(accompaniment: Accompaniment) -> str:
    return f"{START}/{accompaniment.accompaniment_id}"


def _waits(one: Accompaniment, at: datetime) -> bool:
    """Whether the person may still agree."""
    return at - one.created_at < REQUEST_LIFE
