"""`/essai/<code>`: a participant of a crash test, from the welcome to the thanks.

The code opens a place once: the browser that takes it is known by a cookie, so that a printed code
does not open what somebody says. The server holds the step, so that a reload changes nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.adapters.sql.sessions import SessionStore
from bot.adapters.sql.trial_ideas import IdeaStore
from bot.adapters.sql.trial_seats import Agreed, SeatStore
from bot.services import trial_steps as steps
from bot.services.trial_records import ANSWER, DOTS, OUTCOMES, REACTIONS, SHEET_PARTS, WORD
from bot.settings import Settings
from bot.web.access import Access
from bot.web.console.cookies import Cookies
from bot.web.console.forms import Form, read_form
from bot.web.console.table_codes import TableCodes, read_table_code
from bot.web.errors import ApiError
from bot.web.openings import Openings
from bot.web.resume_codes import in_groups
from bot.web.rights import Rights
from bot.web.rights_requests import Opening
from bot.web.tokens import new_token, now, token_hash
from bot.web.trial_pages import page, refused
from bot.web.trial_place import Place, Placed, Written, read_dots

PATH = "/essai"
SEAT = "declic_essai"
SEAT_SECONDS = 30 * 24 * 3600
PART = "declic-part"
Act = Callable[[Request, Placed, Form], Awaitable[Response]]


class TrialDoor:
    """The pages of participants, over the use cases of the chat."""

    def __init__(
        self,
        seats: SeatStore,
        ideas: IdeaStore,
        sessions: SessionStore,
        codes: TableCodes,
        access: Access,
        openings: Openings,
        rights: Rights,
        settings: Settings,
    ) -> None:
        self._seats = seats
        self._ideas = ideas
        self._place = Place(seats, sessions)
        self._codes = codes
        self._access = access
        self._openings = openings
        self._rights = rights
        self._cookies = Cookies(settings)

    def routes(self) -> list[BaseRoute]:
        one = f"{PATH}/{{code}}"
        acts: dict[str, Act] = {
            "tache": self._task,
            "reaction": self._react,
            "questions": self._answer,
            "avis": self._sheet,
            "mot": self._last_word,
            "arreter": self._leave,
            "voter": self._vote,
        }
        return [
            Route(PATH, self.ask, methods=["GET"]),
            Route(one, self.show, methods=["GET"]),
            Route(one, self.enter, methods=["POST"]),
            Route(f"{one}/moi", self.mine, methods=["GET"]),
            Route(f"{one}/arreter", self._asking("leave_ask"), methods=["GET"]),
            Route(f"{one}/retirer", self._asking("withdraw_ask"), methods=["GET"]),
            Route(f"{one}/accords", self._act(self._agree, even_closed=True), methods=["POST"]),
            Route(f"{one}/retirer", self._act(self._withdraw, True, True), methods=["POST"]),
            Route(f"{one}/reprendre", self._act(self._speak_again, True), methods=["POST"]),
            *(
                Route(f"{one}/{name}", self._act(act), methods=["POST"])
                for name, act in acts.items()
            ),
        ]

    async def ask(self, request: Request) -> Response:
        """Where one types a code; a typed one leads to its page."""
        typed = request.query_params.get("code", "")
        code = read_table_code(typed)
        if code:
            return RedirectResponse(f"{PATH}/{code}", 303)
        if typed.strip():
            return refused(ApiError("unknown_trial_code"))
        return page("door", 200)

    async def show(self, request: Request) -> Response:
        """The welcome, or the step of who sits there."""
        try:
            placed = await self._placed(request)
            if not placed.is_seated or placed.trial.closed_at:
                return self._outside(request, placed)
            return await self._step(request, placed)
        except ApiError as error:
            return refused(error)

    async def mine(self, request: Request) -> Response:
        """What one agreed to and said, and how to take it back."""
        try:
            placed = await self._placed(request)
            if not placed.is_seated:
                return self._outside(request, placed)
            said = await run_in_threadpool(self._seats.inputs, placed.participant.participant_id)
        except ApiError as error:
            return refused(error)
        told = [one for one in said if one.words and one.kind not in ("aloud", "unheard")]
        return page("mine", 200, placed, said=told, done=request.query_params.get("fait"))

    async def enter(self, request: Request) -> Response:
        """Sits down with one's agreements, and begins a conversation of one's own."""
        try:
            placed = await self._placed(request)
            if placed.is_seated or placed.participant.seat_hash or not placed.trial.is_open:
                return self._outside(request, placed)
            return await self._begin(request, placed, await read_form(request))
        except ApiError as error:
            return refused(error)

    async def _begin(self, request: Request, placed: Placed, form: Form) -> Response:
        self._access.take_opening(request)
        seat, agreed = new_token(), _agreed(form)
        who = placed.participant.participant_id
        if not await run_in_threadpool(self._seats.sit, who, token_hash(seat), agreed, now()):
            return page("taken", 409, placed)
        is_shared = form.one("appareil") == "prete"
        try:
            token, _ = await self._openings.open(Opening(is_shared))
        except ApiError:
            await run_in_threadpool(self._seats.stand_up, who, token_hash(seat))
            raise
        conversation_id = (await self._rights.enter(token)).conversation_id
        first = steps.task_step(0)
        await run_in_threadpool(self._seats.begin, who, conversation_id, first, now())
        code = None if is_shared else (await self._rights.code(conversation_id)).code
        shown = {"token": token, "resume": code, "shown": in_groups(code) if code else None}
        response = page("begin", 201, placed.read_easily(agreed.is_easy), **shown)
        self._cookies.put(response, SEAT, seat, SEAT_SECONDS)
        return response

    def _outside(self, request: Request, placed: Placed) -> Response:
        """For who does not sit there, and for all once the trial is closed."""
        if placed.trial.closed_at:
            return page("closed", 200, placed)
        if placed.is_seated:
            return RedirectResponse(placed.path, 303)
        if placed.participant.seat_hash:
            return page("taken", 409, placed)
        is_easy = request.query_params.get("facile") == "1"
        return page("welcome", 200, placed.read_easily(is_easy))

    async def _step(self, request: Request, placed: Placed) -> Response:
        step = placed.participant.step
        if placed.participant.withdrawn_at:
            return page("withdrawn", 200, placed)
        if steps.task_of(step) is not None:
            return page("task", 200, placed, reactions=REACTIONS)
        if step == steps.THANKS:
            return page(step, 200, placed, **await self._thanks(request, placed))
        written = await run_in_threadpool(self._place.written, placed)
        return page(step, 200, placed, parts=SHEET_PARTS, written=written)

    def _asking(self, name: str) -> Callable[..., Awaitable[Response]]:
        """The page that asks before what cannot be undone."""

        async def endpoint(request: Request) -> Response:
            try:
                placed = await self._placed(request)
            except ApiError as error:
                return refused(error)
            if not placed.is_seated:
                return self._outside(request, placed)
            return page(name, 200, placed)

        return endpoint

    async def _thanks(self, request: Request, placed: Placed) -> dict[str, Any]:
        """The ideas to vote for, while one may."""
        if not placed.trial.is_voting:
            return {"ideas": [], "votes": {}, "dots": DOTS, "done": None}
        of_it = (placed.trial.trial_id, placed.participant.participant_id)
        ideas = await run_in_threadpool(self._ideas.of_trial, of_it[0])
        votes = await run_in_threadpool(self._ideas.votes_of, *of_it)
        done = request.query_params.get("fait")
        return {"ideas": ideas, "votes": votes, "dots": DOTS, "done": done}

    # --- What a participant does ------------------------------------------------------------------

    def _act(
        self, act: Act, even_withdrawn: bool = False, even_closed: bool = False
    ) -> Callable[..., Awaitable[Response]]:
        """A form of who sits there. Once the trial is closed, one may only take back; who took
        their words back says nothing before another yes."""

        async def endpoint(request: Request) -> Response:
            try:
                placed = await self._placed(request)
                if not placed.is_seated or (placed.trial.closed_at and not even_closed):
                    return self._outside(request, placed)
                if placed.participant.withdrawn_at and not even_withdrawn:
                    return placed.back()
                return await act(request, placed, await read_form(request))
            except ApiError as error:
                return refused(error)

        return endpoint

    async def _task(self, request: Request, placed: Placed, form: Form) -> Response:
        outcome = form.one("fin")
        if outcome in OUTCOMES and form.one("tache") == placed.participant.step:
            await self._keep_typed(placed, form)
            await run_in_threadpool(self._place.end_task, placed, outcome)
            await run_in_threadpool(self._place.go_on, placed)
        return placed.back()

    async def _react(self, request: Request, placed: Placed, form: Form) -> Response:
        kind = form.one("avis")
        if kind not in REACTIONS:
            raise ApiError("wrong_body")
        is_joined = form.one("joindre") == "1"
        await run_in_threadpool(self._place.react, placed, kind, form.one("mots"), is_joined)
        return Response(status_code=204) if PART in request.headers else placed.back()

    async def _answer(self, request: Request, placed: Placed, form: Form) -> Response:
        words = _written(placed, form, steps.QUESTIONS)
        await run_in_threadpool(self._place.write, placed, steps.QUESTIONS, words)
        return placed.back()

    async def _sheet(self, request: Request, placed: Placed, form: Form) -> Response:
        words = _written(placed, form, steps.SHEET)
        await run_in_threadpool(self._place.write, placed, steps.SHEET, words)
        return placed.back()

    async def _last_word(self, request: Request, placed: Placed, form: Form) -> Response:
        """Words that stand there beside "nothing to add" are neither sent nor lost."""
        words = form.one("mots")
        if words and form.one("rien") == "1":
            written = {(WORD, None): words}
            return page(steps.LAST_WORD, 422, placed, written=written, is_doubtful=True)
        given = [Written(WORD, words)]
        await run_in_threadpool(self._place.write, placed, steps.LAST_WORD, given)
        return placed.back()

    async def _leave(self, request: Request, placed: Placed, form: Form) -> Response:
        """To the last page, on which one may speak: nobody leaves without having seen it.

        What is typed on the page is kept before one is asked whether to leave.
        """
        await self._keep_typed(placed, form)
        if not _has_said_yes(form):
            return placed.back("arreter")
        await run_in_threadpool(self._place.leave, placed)
        return placed.back()

    async def _keep_typed(self, placed: Placed, form: Form) -> None:
        step, kind, words = placed.participant.step, form.one("avis"), form.one("mots")
        if form.one("page") == step in (steps.QUESTIONS, steps.SHEET):
            await run_in_threadpool(self._place.keep, placed, step, _written(placed, form, step))
        elif steps.task_of(step) is not None and kind in REACTIONS and words:
            is_joined = form.one("joindre") == "1"
            await run_in_threadpool(self._place.react, placed, kind, words, is_joined)

    async def _agree(self, request: Request, placed: Placed, form: Form) -> Response:
        who = placed.participant.participant_id
        await run_in_threadpool(self._seats.agree, who, _agreed(form))
        return placed.back("moi", fait="accords")

    async def _withdraw(self, request: Request, placed: Placed, form: Form) -> Response:
        if not _has_said_yes(form):
            return placed.back("retirer")
        await run_in_threadpool(self._seats.withdraw, placed.participant.participant_id, now())
        return placed.back("moi", fait="retrait")

    async def _speak_again(self, request: Request, placed: Placed, form: Form) -> Response:
        """Says yes again, with agreements of now: what was taken back stays gone."""
        who = placed.participant
        if who.withdrawn_at and _has_said_yes(form):
            of_it = (who.participant_id, _agreed(form), steps.again(who.step), now())
            await run_in_threadpool(self._seats.speak_again, *of_it)
        return placed.back()

    async def _vote(self, request: Request, placed: Placed, form: Form) -> Response:
        if not placed.trial.is_voting:
            return placed.back()
        trial_id, who = placed.trial.trial_id, placed.participant.participant_id
        ideas = await run_in_threadpool(self._ideas.of_trial, trial_id)
        dots = read_dots(form, (one.idea_id for one in ideas))
        await run_in_threadpool(self._ideas.vote, trial_id, who, dots)
        return placed.back(fait="vote")

    async def _placed(self, request: Request) -> Placed:
        """What the code opens. ApiError: nothing; too many guesses."""
        self._access.take_guess(request)
        code = read_table_code(request.path_params["code"])
        found = await run_in_threadpool(self._seats.of_code, self._codes.hash_of(code or ""))
        if code is None or found is None:
            raise ApiError("unknown_trial_code")
        self._access.give_guess_back(request)
        seat = self._cookies.read(request, SEAT)
        is_seated = bool(seat) and token_hash(seat or "") == found[1].seat_hash
        return Placed(*found, f"{PATH}/{code}", is_seated, found[1].is_easy)


def _has_said_yes(form: Form) -> bool:
    return form.one("oui") == "1"


def _written(placed: Placed, form: Form, step: str) -> list[Written]:
    """The fields of the page of questions, or of the sheet."""
    if step == steps.SHEET:
        return [Written(part, form.one(part)) for part in SHEET_PARTS]
    many = range(len(placed.trial.protocol.questions))
    return [Written(ANSWER, form.one(f"question-{place}"), place) for place in many]


def _agreed(form: Form) -> Agreed:
    return Agreed(*(form.one(name) == "1" for name in ("observer", "histoire", "facile")))
