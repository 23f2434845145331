"""What somebody does at their place of a trial: tasks, reactions, words, and the way on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from bot.adapters.sql.sessions import SessionStore
from bot.adapters.sql.trial_seats import Said, SeatStore
from bot.services import trial_steps as steps
from bot.services.trial_records import (
    DOTS,
    LEFT,
    MOST_WORDS,
    NOTHING,
    WORD,
    Input,
    Participant,
    TaskDone,
    Trial,
)
from bot.web.console.forms import Form
from bot.web.errors import ApiError
from bot.web.tokens import now
from bot.web.trial_talk import Talk, talk_of

MOST_INPUTS = 200
"""Of one participant: more is no person."""


@dataclass(frozen=True)
class Placed:
    """A request at a place. path: of the place. is_seated: by the browser that took it."""

    trial: Trial
    participant: Participant
    path: str
    is_seated: bool
    is_easy: bool

    def read_easily(self, is_easy: bool) -> Placed:
        return replace(self, is_easy=is_easy)

    def back(self, part: str = "", **query: str) -> Response:
        """To the page of the step, or to another part."""
        path = f"{self.path}/{part}" if part else self.path
        return RedirectResponse(f"{path}?{urlencode(query)}" if query else path, 303)


@dataclass(frozen=True)
class Written:
    """A field of a page. kind, place: as of an Input; words: "" when it was left empty."""

    kind: str
    words: str
    place: int | None = None

    @property
    def field(self) -> tuple[str, int | None]:
        return self.kind, self.place


class Place:
    """The acts of a participant, over the stores."""

    def __init__(self, seats: SeatStore, sessions: SessionStore) -> None:
        self._seats = seats
        self._sessions = sessions

    def end_task(self, placed: Placed, outcome: str) -> None:
        """Notes how the task of this step ended, and what it took."""
        participant = placed.participant
        number = steps.task_of(participant.step)
        if number is None or participant.step_at is None:
            return
        who, talk = participant.participant_id, self._talk(participant)
        before = self._seats.first_turn(who)
        self._seats.finish_task(
            TaskDone(
                who,
                number,
                outcome,
                int((now() - participant.step_at).total_seconds()),
                max(talk.length - before, 0) if talk else None,
                talk.misunderstood(before) if talk else None,
            )
        )

    def go_on(self, placed: Placed) -> None:
        step = placed.participant.step
        new = steps.after(step, placed.trial.protocol)
        self._seats.go(placed.participant.participant_id, step, new, now())

    def leave(self, placed: Placed) -> None:
        """From wherever they are to the last word."""
        self.end_task(placed, LEFT)
        participant = placed.participant
        if participant.step != steps.THANKS:
            self._seats.go(participant.participant_id, participant.step, steps.LAST_WORD, now())

    def react(self, placed: Placed, kind: str, words: str, is_joined: bool) -> None:
        """A tap on the last answer. is_joined: its words may be read beside the reaction."""
        conversation_id = self._seats.conversation_of(placed.participant.participant_id)
        talk = talk_of(self._sessions, conversation_id) if conversation_id else None
        self._say(
            placed,
            Said(
                kind,
                placed.participant.step,
                _checked(words) or None,
                conversation_id=conversation_id,
                turn=talk.last_turn if talk else None,
                said=(talk.last_answer if is_joined else None) if talk else None,
            ),
        )

    def write(self, placed: Placed, step: str, given: Iterable[Written]) -> None:
        """Keeps what was written on the page of a step, and goes on from it."""
        self.keep(placed, step, given)
        self._pass(placed, step)

    def keep(self, placed: Placed, step: str, given: Iterable[Written]) -> None:
        """Keeps what was written on the page of a step, each text once.

        While one is there, it takes the place of what was kept of that page before. A page that is
        sent again later, after a step back in the browser, loses nothing.
        """
        for one in given:
            text = _checked(one.words)
            known = [was for was in self._inputs(placed) if (was.kind, was.place) == one.field]
            if text in {was.words for was in known}:
                continue
            kept = next((was for was in known if was.step == step), None)
            if kept and placed.participant.step == step:
                self._seats.reword(kept.input_id, text)
            elif text:
                self._say(placed, Said(one.kind, step, text, one.place))

    def written(self, placed: Placed) -> dict[tuple[str, int | None], str]:
        """What was kept of the page on which one is, by kind and place."""
        here = (one for one in self._inputs(placed) if one.step == placed.participant.step)
        return {(one.kind, one.place): one.words for one in here if one.words}

    def _inputs(self, placed: Placed) -> tuple[Input, ...]:
        return self._seats.inputs(placed.participant.participant_id)

    def _pass(self, placed: Placed, step: str) -> None:
        who, new = placed.participant.participant_id, steps.after(step, placed.trial.protocol)
        if step != steps.LAST_WORD:
            self._seats.go(who, step, new, now())
        elif self._seats.go(who, step, new, now(), finished_at=now()):
            if not any(one.kind == WORD for one in self._seats.inputs(who)):
                self._seats.say(who, Said(NOTHING, step), now())

    def _say(self, placed: Placed, said: Said) -> None:
        who = placed.participant.participant_id
        if len(self._seats.inputs(who)) >= MOST_INPUTS:
            raise ApiError("too_many", 60)
        self._seats.say(who, said, now())

    def _talk(self, participant: Participant) -> Talk | None:
        """None: there is no conversation any more."""
        conversation_id = self._seats.conversation_of(participant.participant_id)
        return talk_of(self._sessions, conversation_id) if conversation_id else None


def read_dots(form: Form, idea_ids: Iterable[int]) -> dict[int, int]:
    """The dots of a voter. ApiError: more than there are, or no numbers."""
    given = {one: form.one(f"idee-{one}") or "0" for one in idea_ids}
    if not all(text in ("0", "1", "2", "3") for text in given.values()):
        raise ApiError("wrong_dots")
    dots = {one: int(text) for one, text in given.items()}
    if sum(dots.values()) > DOTS:
        raise ApiError("wrong_dots")
    return dots


def _checked(words: str) -> str:
    """ApiError: more than anybody reads."""
    if len(words) > MOST_WORDS:
        raise ApiError("text_too_long")
    return words
