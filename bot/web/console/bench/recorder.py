"""Conversations are copied for testers: from a stage, with the person's agreement, or of a trial.

A copy is scrubbed before anything of it is written down.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from starlette.concurrency import run_in_threadpool

from bot import wiring
from bot.adapters.rasa_client import RasaError
from bot.adapters.sql.recording_requests import RecordingRequest
from bot.adapters.sql.sessions import SessionStore
from bot.adapters.sql.trials import TrialStore
from bot.replay.record import TurnRecord
from bot.replay.recording.communes import Communes
from bot.replay.recording.desk import RecordingDesk
from bot.replay.recording.draft import CONVERSATION, Draft, scrubbed
from bot.replay.recording.heard import Heard, from_records, from_turns
from bot.replay.recording.rehearsals import Rehearsals
from bot.replay.shelf import RECORDED_TOPIC, Shelf, story_name
from bot.replay.stage.keeping import StageGone, Stages
from bot.services import clock
from bot.web.console.seats import Seat
from bot.web.errors import ApiError
from bot.web.export import Recalls


class Recorder:
    """Makes drafts, and has them rehearsed."""

    def __init__(
        self,
        sessions: SessionStore,
        rasa: Recalls,
        shelf: Shelf,
        desk: RecordingDesk,
        rehearsals: Rehearsals,
    ) -> None:
        self._sessions = sessions
        self._rasa = rasa
        self._shelf = shelf
        self.desk = desk
        self.rehearsals = rehearsals
        self._communes: Communes | None = None

    async def copy(self, request: RecordingRequest) -> None:
        """The person has just agreed. ApiError: Rasa is away; they may say yes again."""
        await self.of_conversation(request.conversation_id, request.advisor_id, CONVERSATION)

    async def of_conversation(self, conversation_id: str, owner: str, origin: str) -> Draft:
        """A draft of a conversation that somebody agreed to have copied, for an account.

        ApiError: Rasa is away, or nothing was said.
        """
        try:
            recalled = await self._rasa.recall(conversation_id)
        except RasaError as error:
            raise ApiError("bot_away", 2) from error
        turns = await run_in_threadpool(self._sessions.turns, conversation_id)
        heard = from_turns(turns, recalled["events"])
        home = recalled["slots"].get("commune")
        return await run_in_threadpool(self._keep, heard, home, owner, origin)

    async def of_records(self, turns: Sequence[TurnRecord], owner: str, origin: str) -> Draft:
        """A draft of what was held on a stage. ApiError: nothing was said."""
        home = _last_commune(turns)
        return await run_in_threadpool(self._keep, from_records(turns), home, owner, origin)

    def _keep(self, heard: Sequence[Heard], home: object, owner: str, origin: str) -> Draft:
        day = clock.today()
        code = home if isinstance(home, str) else None
        clean = scrubbed(heard, self.communes(), code)
        if not clean.steps:
            raise ApiError("nothing_to_record")
        title = f"{origin.capitalize()} du {day:%d/%m/%Y}"
        draft = Draft(
            draft_id=secrets.token_hex(8),
            owner=owner,
            origin=origin,
            title=title,
            name=self._shelf.free_name(f"{RECORDED_TOPIC}/{story_name(title)}"),
            author="",
            day=day.isoformat(),
            seed=secrets.randbelow(9_000) + 1,
            steps=clean.steps,
            replaced=clean.replaced,
            commune=clean.commune,
        )
        self.rehearse(draft)
        return draft

    def communes(self) -> Communes:
        """Those of the catalogue in use, read once."""
        catalogue = wiring.catalogue()
        if self._communes is None or self._communes.catalogue is not catalogue:
            self._communes = Communes(catalogue)
        return self._communes

    def rehearse(self, draft: Draft) -> None:
        """Keeps the draft, and has it held once more."""
        self.desk.keep(draft)
        self.rehearsals.add(draft.draft_id)


def _last_commune(turns: Sequence[TurnRecord]) -> str | None:
    told: list[Mapping[str, Any]] = [turn.kept for turn in turns if "commune" in turn.kept]
    return told[-1]["commune"] if told else None


def turns_of(stages: Stages) -> Callable[[str, Seat], Awaitable[Sequence[TurnRecord] | None]]:
    """What was held on the stage of a seat, by its key; None: it is not theirs, or it is over."""

    async def of_stage(key: str, seat: Seat) -> Sequence[TurnRecord] | None:
        hosted = stages.by_key(key)
        if hosted is None or hosted.owner != seat.advisor_id:
            return None
        try:
            return await stages.turns_to_record(hosted)
        except StageGone:
            return None

    return of_stage


def conversation_of(store: TrialStore) -> Callable[[str, int, Seat], Awaitable[str | None]]:
    """The conversation that a participant of a trial lets become a story; None: there is none."""

    async def of_trial(trial_id: str, number: int, seat: Seat) -> str | None:
        return await run_in_threadpool(store.for_story, trial_id, seat.org.org_id, number)

    return of_trial
