"""A trial while it lasts: where each participant is, what they say, what one notes of it.

A conversation is read only with the participant's agreement, and each reading is in the audit log.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.adapters.sql.accounts import AccountStore
from bot.adapters.sql.trial_seats import SeatStore
from bot.services.trial_records import (
    ALOUD,
    MOST_WORDS,
    QUADRANTS,
    REACTIONS,
    UNHEARD,
    Gathered,
    Participant,
)
from bot.services.trial_steps import hearing, steps_of
from bot.web.console.asking import asking, has_said_yes
from bot.web.console.bench.trial_desk import ONE, PATH, ROLE, TrialDesk, in_words
from bot.web.console.bench.trial_forms import read_note
from bot.web.console.doors import PART, Doors
from bot.web.console.forms import Form
from bot.web.console.pages import back_to
from bot.web.console.seats import Seat
from bot.web.errors import ApiError
from bot.web.tokens import now
from bot.web.trial_talk import Talk, said_in, talk_of

MOST_SHOWN = 30
"""Reactions on the page that follows the trial, the newest ones."""


@dataclass(frozen=True)
class Line:
    """One participant, as they are now. minutes: at this step. turns, last_words: None: not to be
    read, or no conversation."""

    who: Participant
    heard: str
    minutes: int | None
    turns: int | None
    last_words: str | None
    taps: dict[str, int]


class TrialWatch:
    """The pages of who follows a trial."""

    def __init__(
        self, desk: TrialDesk, seats: SeatStore, accounts: AccountStore, doors: Doors
    ) -> None:
        self._desk = desk
        self._seats = seats
        self._accounts = accounts
        self._doors = doors

    def routes(self) -> list[BaseRoute]:
        door, one = self._doors.door, f"{ONE}/participants/{{place}}"
        return [
            door(f"{ONE}/observer", self.follow, ROLE),
            door(one, self.show, ROLE),
            door(f"{one}/note", self.note, ROLE, method="POST"),
            door(f"{one}/entendre", self.hear, ROLE, method="POST"),
            door(f"{one}/liberer", self.free, ROLE, method="POST"),
            *asking(self._doors, f"{one}/effacer-note", self.drop, ROLE),
            *asking(self._doors, f"{one}/retirer", self.withdraw, ROLE),
        ]

    async def follow(self, request: Request, seat: Seat) -> Response:
        """Everybody at a glance; a script asks for its part again and again."""
        trial = await self._desk.own(request, seat)
        found = await self._desk.gathered(trial)
        lines = await run_in_threadpool(self._lines, found)
        by_id = {one.participant_id: one for one in found.participants}
        told = [(by_id[one.participant_id], one) for one in reversed(found.inputs)]
        taps = [pair for pair in told if pair[1].kind in REACTIONS]
        name = "part_trial_watch" if PART in request.headers else "trial_watch"
        shown = taps[:MOST_SHOWN]
        return self._desk.page(request, seat, name, trial, lines=lines, told=shown)

    async def show(self, request: Request, seat: Seat) -> Response:
        """One participant: what they said, the notes, and their conversation if they agreed."""
        trial = await self._desk.own(request, seat)
        who = await self._desk.participant(request, trial)
        talk = await run_in_threadpool(self._talk, who)
        if talk and PART not in request.headers:
            await self._note_reading(seat, f"{trial.title} · {who.name}")
        found = await self._desk.gathered(trial)
        inputs = found.of(who)
        return self._desk.page(
            request,
            seat,
            "trial_participant",
            trial,
            who=who,
            heard=hearing(who, inputs),
            inputs=inputs,
            notes=[one for one in found.notes if one.participant_id == who.participant_id],
            steps=steps_of(trial.protocol),
            quadrants=QUADRANTS,
            talk=[(turn, said_in(turn)) for turn in talk.turns] if talk else None,
            may_be_story=who.participant_id in found.stories,
        )

    async def note(self, request: Request, seat: Seat) -> Response:
        """An observation, or a note of the empathy map, at a step."""
        trial = await self._desk.own(request, seat)
        who = await self._desk.participant(request, trial)
        form: Form = request.state.form
        text, step = read_note(form, "words", MOST_WORDS), form.one("step")
        quadrant = form.one("quadrant") or None
        if step not in steps_of(trial.protocol) or quadrant not in (None, *QUADRANTS):
            raise ApiError("wrong_note")
        _may_be_noted(who)
        of_it = (who.participant_id, step, quadrant, text, now())
        await run_in_threadpool(self._desk.store.note, *of_it)
        return back_to(_path(trial.trial_id, who), request, in_words("noted"))

    async def drop(self, request: Request, seat: Seat) -> Response:
        """A note, once its page has asked. ApiError: it is not, or no more, about them."""
        trial = await self._desk.own(request, seat)
        who = await self._desk.participant(request, trial)
        is_sure = has_said_yes(request)
        asked = request.state.form.one("note") if is_sure else request.query_params.get("note", "")
        notes = (await self._desk.gathered(trial)).notes
        mine = (one for one in notes if one.participant_id == who.participant_id)
        note = next((one for one in mine if str(one.note_id) == asked), None)
        if note is None:
            raise ApiError("not_found")
        if not is_sure:
            return self._desk.page(request, seat, "trial_note_erase", trial, who=who, note=note)
        await run_in_threadpool(self._desk.store.drop_note, trial.trial_id, note.note_id)
        return back_to(_path(trial.trial_id, who), request)

    async def hear(self, request: Request, seat: Seat) -> Response:
        """What somebody said aloud, or why they could not be heard."""
        trial = await self._desk.opened(request, seat)
        who = await self._desk.participant(request, trial)
        form: Form = request.state.form
        kind = form.one("kind")
        if kind not in (ALOUD, UNHEARD) or not who.entered_at:
            raise ApiError("wrong_note")
        _may_be_noted(who)
        text = read_note(form, "words", MOST_WORDS)
        await run_in_threadpool(
            self._desk.store.say, who.participant_id, kind, who.step, text, now()
        )
        return back_to(_path(trial.trial_id, who), request, in_words("noted"))

    async def free(self, request: Request, seat: Seat) -> Response:
        """Their telephone broke: another one may take the place. What was said there stays."""
        trial = await self._desk.opened(request, seat)
        who = await self._desk.participant(request, trial)
        await run_in_threadpool(self._desk.store.free, who.participant_id)
        return back_to(_path(trial.trial_id, who), request, in_words("freed"))

    async def withdraw(self, request: Request, seat: Seat) -> Response:
        """They ask for it without the device on which they took part; its page asks first."""
        trial = await self._desk.own(request, seat)
        who = await self._desk.participant(request, trial)
        if not has_said_yes(request):
            return self._desk.page(request, seat, "trial_withdraw", trial, who=who)
        await run_in_threadpool(self._seats.withdraw, who.participant_id, now())
        return back_to(_path(trial.trial_id, who), request, in_words("mine.taken_back"))

    def _lines(self, found: Gathered) -> list[Line]:
        at, ids = now(), [one.participant_id for one in found.participants if one.is_observed]
        linked = self._desk.store.conversations(ids)
        return [
            self._line(found, one, linked.get(one.participant_id), at) for one in found.participants
        ]

    def _line(
        self, found: Gathered, who: Participant, conversation_id: str | None, at: datetime
    ) -> Line:
        talk = talk_of(self._desk.sessions, conversation_id) if conversation_id else None
        inputs = found.of(who)
        since = int((at - who.step_at).total_seconds() // 60) if who.step_at else None
        counted = Counter(one.kind for one in inputs if one.kind in REACTIONS)
        return Line(
            who,
            hearing(who, inputs),
            since,
            talk.length if talk else None,
            talk.last_words if talk else None,
            {kind: counted[kind] for kind in REACTIONS},
        )

    def _talk(self, who: Participant) -> Talk | None:
        """None: they did not agree to be read, or there is no conversation any more."""
        if not who.is_observed:
            return None
        found = self._desk.store.conversations([who.participant_id]).get(who.participant_id)
        return talk_of(self._desk.sessions, found) if found else None

    async def _note_reading(self, seat: Seat, detail: str) -> None:
        def note() -> None:
            self._accounts.note(seat.account, "trial_read", now(), detail=detail)

        await run_in_threadpool(note)


def _may_be_noted(who: Participant) -> None:
    """ApiError: they took their words back, and the notes on them went too."""
    if who.withdrawn_at:
        raise ApiError("trial_withdrawn")


def _path(trial_id: str, who: Participant) -> str:
    return f"{PATH}/{trial_id}/participants/{who.number}"
