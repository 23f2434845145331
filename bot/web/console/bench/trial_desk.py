"""What the pages of trials share: the trial of a request, its participants, its pages."""

from __future__ import annotations

from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.adapters.sql.sessions import SessionStore
from bot.adapters.sql.trial_ideas import IdeaStore
from bot.adapters.sql.trials import TrialStore
from bot.orientation.phrases import say
from bot.orientation.typography import french
from bot.services.trial_records import Gathered, Participant, Trial
from bot.services.trial_steps import hearing, task_of
from bot.web.console.bench.tabs import BENCH, BenchPages
from bot.web.console.seats import TESTER, Seat
from bot.web.errors import ApiError

PATH = f"{BENCH}/essais"
ONE = f"{PATH}/{{trial_id}}"
ROLE = TESTER


def in_words(code: str, **facts: object) -> str:
    """A phrase of trials, as it is shown."""
    return french(say(f"trial.{code}", False, **facts))


def step_name(step: str) -> str:
    """Where a participant is: "Tâche 2", "Questions"."""
    number = task_of(step)
    if number is None:
        return in_words(f"step.{step}")
    return in_words("step.task", number=number + 1)


class TrialDesk:
    """Finds trials for seats of their own organisation only."""

    def __init__(
        self, store: TrialStore, ideas: IdeaStore, sessions: SessionStore, pages: BenchPages
    ) -> None:
        self.store = store
        self.ideas = ideas
        self.sessions = sessions
        self._pages = pages

    async def own(self, request: Request, seat: Seat) -> Trial:
        """ApiError: there is none of this id in the organisation."""
        trial_id = request.path_params["trial_id"]
        found = await run_in_threadpool(self.store.find, trial_id, seat.org.org_id)
        if found is None:
            raise ApiError("not_found")
        return found

    async def opened(self, request: Request, seat: Seat) -> Trial:
        """The same. ApiError: it is not open, or no more."""
        trial = await self.own(request, seat)
        if trial.closed_at:
            raise ApiError("trial_closed")
        if not trial.opened_at:
            raise ApiError("trial_not_open")
        return trial

    async def participant(self, request: Request, trial: Trial) -> Participant:
        """Who has the number of the address. ApiError: nobody does."""
        number = number_of(request.path_params["place"])
        found = await run_in_threadpool(self.store.participant, trial.trial_id, number)
        if found is None:
            raise ApiError("not_found")
        return found

    async def gathered(self, trial: Trial) -> Gathered:
        """All of a trial."""
        found = await run_in_threadpool(self.store.gathered, trial)
        ideas = await run_in_threadpool(self.ideas.of_trial, trial.trial_id)
        return replace(found, ideas=ideas)

    def page(
        self,
        request: Request,
        seat: Seat,
        name: str,
        trial: Trial,
        error: ApiError | None = None,
        **content: object,
    ) -> Response:
        """A page of a trial, with what went wrong on it."""
        given = {
            "trial": trial,
            "here": f"{PATH}/{trial.trial_id}",
            "words": in_words,
            "step_name": step_name,
            "hearing": hearing,
            "error": error.message if error else None,
            **content,
        }
        return self._pages.page(request, seat, name, error.status if error else 200, **given)


def number_of(text: str) -> int:
    """A number in an address. ApiError: it is none."""
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise ApiError("not_found")
    return int(text)
