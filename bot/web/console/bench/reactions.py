"""`/console/banc/reactions`: what testers say of a step, and what is decided of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.adapters.sql.bench_reactions import Reaction, Reactions
from bot.adapters.sql.bench_runs import BenchRun
from bot.orientation.phrases import say
from bot.orientation.typography import french
from bot.replay.record import StoryRecord, TurnRecord
from bot.replay.screen import Screen
from bot.services.trial_records import MOST_WORDS, REACTIONS
from bot.web.console.bench.tabs import BENCH, BenchPages
from bot.web.console.doors import Doors
from bot.web.console.forms import Form
from bot.web.console.pages import back_to
from bot.web.console.seats import TESTER, Seat
from bot.web.errors import ApiError
from bot.web.tokens import now

PATH = f"{BENCH}/reactions"
LONGEST_ANSWER = 1000


@dataclass(frozen=True)
class About:
    """The conversation of a run that a reaction is about. number: its place in the run."""

    run: BenchRun
    number: int
    record: StoryRecord
    story_id: str | None


def kinds() -> Mapping[str, str]:
    """The three reactions, in the words that participants of a trial read too."""
    return {kind: french(say(f"trial.kind.{kind}")) for kind in REACTIONS}


def reaction_of(about: About, form: Form, seat: Seat) -> Reaction:
    """ApiError: no step of the conversation, no reaction of the three, or too many words."""
    turn, kind, words = form.one("etape"), form.one("reaction"), form.one("mots")
    turns = about.record.turns
    is_known = turn.isascii() and turn.isdecimal() and len(turn) < 6 and int(turn) < len(turns)
    if not is_known or kind not in REACTIONS or len(words) > MOST_WORDS:
        raise ApiError("wrong_reaction")
    one = turns[int(turn)]
    return Reaction(
        run_id=about.run.run_id,
        run_title=about.run.title,
        place=about.number,
        story_title=about.record.title,
        story_id=about.story_id,
        turn=int(turn),
        said=one.said or "",
        answered=_answer(one),
        kind=kind,
        words=words,
        author=seat.name,
        organisation=seat.org.name,
        at=now(),
    )


def _answer(turn: TurnRecord) -> str:
    text = turn.refusal or Screen(turn.messages).text
    return text if len(text) <= LONGEST_ANSWER else f"{text[:LONGEST_ANSWER]}…"


class ReactionPages:
    """All reactions, and what is decided of each."""

    def __init__(self, reactions: Reactions, doors: Doors, pages: BenchPages) -> None:
        self._reactions = reactions
        self._doors = doors
        self._pages = pages

    def routes(self) -> list[BaseRoute]:
        decide = f"{PATH}/{{reaction_id:int}}"
        return [
            self._doors.door(PATH, self.all, TESTER),
            self._doors.door(decide, self.decide, TESTER, method="POST"),
        ]

    async def all(self, request: Request, seat: Seat) -> Response:
        """What waits for a decision first."""
        found = await run_in_threadpool(self._reactions.all)
        kind = request.query_params.get("genre", "")
        shown = [one for one in found if kind in ("", one.kind)]
        return self._pages.page(
            request, seat, "reactions", shown=shown, count=len(found), kinds=kinds(), kind=kind
        )

    async def decide(self, request: Request, seat: Seat) -> Response:
        """A decision closes a reaction; the button that takes it back opens it again."""
        form, reaction_id = request.state.form, request.path_params["reaction_id"]
        is_reopened = form.one("rouvrir") == "oui"
        decision = None if is_reopened else form.one("decision")
        if decision == "" or len(decision or "") > MOST_WORDS:
            raise ApiError("wrong_decision")
        is_there = await run_in_threadpool(
            self._reactions.decide, reaction_id, decision, seat.name, now()
        )
        if not is_there:
            raise ApiError("not_found")
        return back_to(PATH, request)
