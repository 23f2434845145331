"""A seat looks at a conversation that it accompanies: recalled, understood, noted in the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.exc import IntegrityError
from starlette.concurrency import run_in_threadpool

from bot.adapters.rasa_client import RasaError
from bot.adapters.sql.accompaniments import OPEN, Accompaniment, AccompanimentStore
from bot.adapters.sql.accounts import AccountStore
from bot.adapters.sql.sessions import Said, SessionStore
from bot.services import clock
from bot.services.case import Case, case_of
from bot.web.console.facts_keeper import FactsKeeper
from bot.web.console.seats import Seat
from bot.web.errors import ApiError
from bot.web.export import Recalls
from bot.web.tokens import now

NOTED_EVERY = timedelta(minutes=15)
COME_AGAIN_SECONDS = 2


@dataclass(frozen=True)
class Visit:
    """said: what was said at each turn and by whom, oldest first, without the answers."""

    seat: Seat
    accompaniment: Accompaniment
    case: Case
    said: Sequence[Said]

    @property
    def path(self) -> str:
        """Of the interview's page, without a panel."""
        return f"/console/entretiens/{self.accompaniment.accompaniment_id}"


class Visits:
    """Opens a conversation for the advisor whom it was given to."""

    def __init__(
        self,
        accompaniments: AccompanimentStore,
        accounts: AccountStore,
        sessions: SessionStore,
        rasa: Recalls,
        facts: FactsKeeper,
    ) -> None:
        self._accompaniments = accompaniments
        self._accounts = accounts
        self._sessions = sessions
        self._rasa = rasa
        self._facts = facts

    async def own(self, seat: Seat, accompaniment_id: str) -> Accompaniment:
        """The seat's own open accompaniment. ApiError: another's, ended, erased: all alike."""
        find = self._accompaniments.find
        found = await run_in_threadpool(find, accompaniment_id, seat.advisor_id)
        if found is None or found.state != OPEN:
            raise ApiError("no_accompaniment")
        return found

    async def of(self, seat: Seat, accompaniment_id: str) -> Visit:
        """ApiError: it is not the seat's, it is erased meanwhile, or Rasa is away."""
        accompaniment = await self.own(seat, accompaniment_id)
        conversation_id = accompaniment.conversation_id
        answered = await self._facts.answered(conversation_id)
        try:
            recalled = await self._rasa.recall(conversation_id)
        except RasaError as error:
            raise ApiError("bot_away", COME_AGAIN_SECONDS) from error
        said = await run_in_threadpool(self._sessions.said, conversation_id)
        try:
            await run_in_threadpool(self._note, seat, accompaniment_id)
        except IntegrityError as error:
            raise ApiError("no_accompaniment") from error
        if not said:
            raise ApiError("no_accompaniment")
        case = await run_in_threadpool(case_of, conversation_id, recalled, clock.today())
        await self._facts.note(accompaniment.org_id, case, answered)
        return Visit(seat, accompaniment, case, said)

    def _note(self, seat: Seat, accompaniment_id: str) -> None:
        """A line of the log for a while of looking, not for each refresh of the screen."""
        since = now() - NOTED_EVERY
        if not self._accounts.noted_since(seat.advisor_id, "read", accompaniment_id, since):
            self._accounts.note(seat.account, "read", now(), accompaniment_id)
