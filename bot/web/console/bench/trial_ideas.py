"""After a trial: what was said is put together by hand, voted for, weighed and decided."""

from __future__ import annotations

from datetime import date
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.services.trial_records import DOTS, LEVELS, UNHEARD, Gathered, Trial
from bot.web.console.asking import asking, has_said_yes
from bot.web.console.bench.trial_desk import ONE, PATH, ROLE, TrialDesk, in_words, number_of
from bot.web.console.doors import Doors
from bot.web.console.forms import Form
from bot.web.console.pages import back_to
from bot.web.console.seats import Seat
from bot.web.errors import ApiError
from bot.web.trial_place import read_dots

MOST_TITLE, MOST_DECISION, MOST_WHO = 200, 1000, 80


class TrialIdeas:
    """The page of ideas, over the store."""

    def __init__(self, desk: TrialDesk, doors: Doors) -> None:
        self._desk = desk
        self._doors = doors

    def routes(self) -> list[BaseRoute]:
        door, one = self._doors.door, f"{ONE}/idees"
        return [
            door(one, self.show, ROLE),
            door(one, self.add, ROLE, method="POST"),
            door(f"{one}/vote", self.open_vote, ROLE, method="POST"),
            door(f"{one}/voter", self.vote, ROLE, method="POST"),
            door(f"{one}/{{idea_id}}", self.change, ROLE, method="POST"),
            *asking(self._doors, f"{one}/{{idea_id}}/effacer", self.drop, ROLE),
        ]

    async def show(self, request: Request, seat: Seat) -> Response:
        return await self._page(request, seat, await self._desk.own(request, seat))

    async def add(self, request: Request, seat: Seat) -> Response:
        """An idea out of the inputs that were ticked, or into one that exists."""
        trial = await self._desk.own(request, seat)
        form: Form = request.state.form
        inputs = [int(one) for one in form.all("input") if one.isdecimal() and len(one) < 10]
        found = await self._desk.gathered(trial)
        into = next((one for one in found.ideas if str(one.idea_id) == form.one("into")), None)
        if into:
            joined = into.input_ids | set(inputs)
            of_it = (trial.trial_id, into.idea_id, {"title": into.title}, joined)
            await run_in_threadpool(self._desk.ideas.change, *of_it)
        else:
            title = form.one("title")
            if not title or len(title) > MOST_TITLE:
                return await self._page(request, seat, trial, ApiError("wrong_idea"))
            await run_in_threadpool(self._desk.ideas.add, trial.trial_id, title, inputs)
        return _back(trial, request)

    async def change(self, request: Request, seat: Seat) -> Response:
        """Its title, worth, effort, decision; inputs that are no longer ticked leave it."""
        trial = await self._desk.own(request, seat)
        idea_id, form = number_of(request.path_params["idea_id"]), request.state.form
        try:
            values = _values(form)
        except ApiError as error:
            return await self._page(request, seat, trial, error)
        inputs = [int(one) for one in form.all("input") if one.isdecimal() and len(one) < 10]
        of_it = (trial.trial_id, idea_id, values, inputs)
        if not await run_in_threadpool(self._desk.ideas.change, *of_it):
            raise ApiError("not_found")
        return _back(trial, request, in_words("saved"))

    async def drop(self, request: Request, seat: Seat) -> Response:
        """The idea, once its page has asked; what was said stays."""
        trial = await self._desk.own(request, seat)
        idea_id = number_of(request.path_params["idea_id"])
        ideas = await run_in_threadpool(self._desk.ideas.of_trial, trial.trial_id)
        idea = next((one for one in ideas if one.idea_id == idea_id), None)
        if idea is None:
            raise ApiError("not_found")
        if not has_said_yes(request):
            return self._desk.page(request, seat, "trial_idea_erase", trial, idea=idea)
        await run_in_threadpool(self._desk.ideas.drop, trial.trial_id, idea_id)
        return _back(trial, request)

    async def open_vote(self, request: Request, seat: Seat) -> Response:
        """Participants may vote on their telephones, or no longer."""
        trial = await self._desk.opened(request, seat)
        is_voting = request.state.form.one("vote") == "1"
        await run_in_threadpool(self._desk.store.set_voting, trial.trial_id, is_voting)
        return _back(trial, request)

    async def vote(self, request: Request, seat: Seat) -> Response:
        """The dots of the facilitator who sits there."""
        trial = await self._desk.own(request, seat)
        ideas = await run_in_threadpool(self._desk.ideas.of_trial, trial.trial_id)
        try:
            dots = read_dots(request.state.form, (one.idea_id for one in ideas))
        except ApiError as error:
            return await self._page(request, seat, trial, error)
        await run_in_threadpool(self._desk.ideas.vote, trial.trial_id, _voter(seat), dots)
        return _back(trial, request, in_words("vote.noted"))

    async def _page(
        self, request: Request, seat: Seat, trial: Trial, error: ApiError | None = None
    ) -> Response:
        found = await self._desk.gathered(trial)
        of_it = (trial.trial_id, _voter(seat))
        mine = await run_in_threadpool(self._desk.ideas.votes_of, *of_it)
        return self._desk.page(
            request, seat, "trial_ideas", trial, error, mine=mine, dots=DOTS, **_sorted(found)
        )


def _sorted(found: Gathered) -> dict[str, Any]:
    """What was said in own words, by whether an idea has it already."""
    names = {one.participant_id: one.name for one in found.participants}
    chosen = {place for place, one in enumerate(found.trial.protocol.questions) if one.answers}
    told = [
        (names[one.participant_id], one)
        for one in found.inputs
        if one.words and one.kind != UNHEARD and one.place not in chosen
    ]
    taken = {one for idea in found.ideas for one in idea.input_ids}
    return {
        "found": found,
        "told": told,
        "free": [pair for pair in told if pair[1].input_id not in taken],
        "levels": LEVELS,
    }


def _values(form: Form) -> dict[str, Any]:
    title, decision, who = (form.one(name) for name in ("title", "decision", "who"))
    if not title or len(title) > MOST_TITLE:
        raise ApiError("wrong_idea")
    if len(decision) > MOST_DECISION or len(who) > MOST_WHO:
        raise ApiError("text_too_long")
    return {
        "title": title,
        "worth": _level(form.one("worth")),
        "effort": _level(form.one("effort")),
        "decision": decision or None,
        "who": who or None,
        "due": _day(form.one("due")),
    }


def _level(text: str) -> int | None:
    return int(text) if text in [str(one) for one in LEVELS] else None


def _day(text: str) -> date | None:
    """ApiError: something else is written."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ApiError("wrong_idea") from error


def _voter(seat: Seat) -> str:
    """A facilitator among the voters, whom participants' ids cannot be taken for."""
    return f"a:{seat.advisor_id}"


def _back(trial: Trial, request: Request, said: str | None = None) -> Response:
    return back_to(f"{PATH}/{trial.trial_id}/idees", request, said)
