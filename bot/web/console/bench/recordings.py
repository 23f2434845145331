"""`/console/banc/histoires/enregistrer`: a conversation is asked for, looked over, and kept."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute

from bot import wiring
from bot.adapters.yaml_records import BrokenContent
from bot.orientation.phrases import say
from bot.replay.editing import words
from bot.replay.record import TurnRecord
from bot.replay.recording.communes import Communes
from bot.replay.recording.draft import READY, STAGE, TRIAL, Draft, DraftStep, again, with_commune
from bot.replay.recording.showing import shown
from bot.replay.recording.writing import as_story
from bot.replay.shelf import Shelf, StoryChanged
from bot.web.access import Access
from bot.web.console.asking import asking, has_said_yes
from bot.web.console.bench.recorder import Recorder
from bot.web.console.bench.story_pages import STORIES
from bot.web.console.bench.tabs import BenchPages
from bot.web.console.doors import PART, Doors
from bot.web.console.forms import Form
from bot.web.console.pages import back_to
from bot.web.console.seats import TESTER, Seat
from bot.web.errors import ApiError
from bot.web.live import REQUEST_LIFE
from bot.web.recordings import Recordings
from bot.web.rights_requests import read_typed_code
from bot.web.tokens import now

RECORD = f"{STORIES}/enregistrer"
OfStage = Callable[[str, Seat], Awaitable[Sequence[TurnRecord] | None]]
OfTrial = Callable[[str, int, Seat], Awaitable[str | None]]


@dataclass(frozen=True)
class Sources:
    """of_stage: the turns of a seat's own stage by its key. of_trial: the conversation of a
    participant who agreed. They give None when there is none, or when it is not the seat's."""

    of_stage: OfStage
    of_trial: OfTrial


class RecordingPages:
    """The pages of a recording, from the request to the story."""

    def __init__(
        self,
        recorder: Recorder,
        recordings: Recordings,
        shelf: Shelf,
        access: Access,
        doors: Doors,
        pages: BenchPages,
        sources: Sources,
    ) -> None:
        self._recorder = recorder
        self._recordings = recordings
        self._shelf = shelf
        self._access = access
        self._doors = doors
        self._pages = pages
        self._sources = sources
        recordings.copied_by(recorder.copy)

    def routes(self) -> list[BaseRoute]:
        door, one = self._doors.door, f"{RECORD}/{{draft_id}}"
        return [
            door(RECORD, self.begin, TESTER),
            door(RECORD, self.record, TESTER, method="POST"),
            door(one, self.show, TESTER),
            door(one, self.decide, TESTER, method="POST"),
            *asking(self._doors, f"{one}/jeter", self.throw_away, TESTER),
        ]

    async def begin(self, request: Request, seat: Seat) -> Response:
        """How a conversation can be recorded, and what waits."""
        return await self._begin(request, seat)

    async def _begin(
        self, request: Request, seat: Seat, error: ApiError | None = None, typed: str = ""
    ) -> Response:
        waiting = self._recordings.store.of_advisor
        query = request.query_params
        content = {
            "drafts": await run_in_threadpool(self._recorder.desk.of_owner, seat.advisor_id),
            "waiting": await run_in_threadpool(waiting, seat.advisor_id, now() - REQUEST_LIFE),
            "stage": query.get("scene", ""),
            "trial": query.get("essai", ""),
            "participant": query.get("participant", ""),
            "typed": typed,
            "wrong": error.message if error else None,
        }
        name = "part_recordings" if PART in request.headers else "record"
        page, status = self._pages.page, error.status if error else 200
        return page(request, seat, name, status, **content)

    async def record(self, request: Request, seat: Seat) -> Response:
        """From a stage, from a trial, or by asking the person whose code is given."""
        form: Form = request.state.form
        if form.one("scene"):
            return _to(await self._stage(form.one("scene"), seat))
        if form.one("essai"):
            return _to(await self._trial(form, seat))
        typed = form.one("code")
        try:
            self._access.take_guess(request)
            await self._recordings.ask(seat.account, read_typed_code({"code": typed}))
        except ApiError as error:
            return await self._begin(request, seat, error, typed)
        self._access.give_guess_back(request)
        return back_to(RECORD, request, say("web.record_asked"))

    async def _stage(self, key: str, seat: Seat) -> Draft:
        turns = await self._sources.of_stage(key, seat)
        if turns is None:
            raise ApiError("not_found")
        return await self._recorder.of_records(turns, seat.advisor_id, STAGE)

    async def _trial(self, form: Form, seat: Seat) -> Draft:
        number = form.one("participant")
        participant = int(number) if number.isdecimal() and len(number) < 6 else 0
        conversation_id = await self._sources.of_trial(form.one("essai"), participant, seat)
        if conversation_id is None:
            raise ApiError("not_found")
        return await self._recorder.of_conversation(conversation_id, seat.advisor_id, TRIAL)

    async def show(self, request: Request, seat: Seat) -> Response:
        """A draft: what was replaced, what to look at, and the checks that it may make."""
        return self._draft(request, seat, await self._own(request, seat))

    async def decide(self, request: Request, seat: Seat) -> Response:
        """Kept as a story, or held again with other words."""
        draft, form = await self._own(request, seat), request.state.form
        act = form.one("faire")
        changed = _with_words(draft, form)
        renamed = form.one("commune")
        if renamed:
            changed, problem = _with_commune(changed, renamed, self._recorder.communes())
            if problem:
                return self._draft(request, seat, draft, (problem,))
        if act == "repeter" or changed.steps != draft.steps or changed.name != draft.name:
            await run_in_threadpool(self._recorder.rehearse, again(changed))
            return _to(draft)
        return await self._keep(request, seat, changed)

    async def throw_away(self, request: Request, seat: Seat) -> Response:
        """Once its page has asked."""
        draft = await self._own(request, seat)
        if not has_said_yes(request):
            return self._pages.page(request, seat, "draft_erase", draft=draft)
        await run_in_threadpool(self._recorder.desk.throw_away, draft.draft_id)
        return back_to(RECORD, request, words.THROWN_AWAY)

    async def _keep(self, request: Request, seat: Seat, draft: Draft) -> Response:
        if draft.state != READY:
            return _to(draft)
        form: Form = request.state.form
        ticked = frozenset(form.all("verifier"))
        named = replace(draft, author=form.one("auteur") or seat.name)
        golden = {"repère": "oui"} if form.one("repere") else {}
        text = as_story(named, lambda step, place: f"{step} {place}" in ticked, golden)
        try:
            kept = await run_in_threadpool(self._shelf.save, draft.name, text, None, seat.org.name)
        except BrokenContent as error:
            told = tuple(one.reason for one in error.problems)
            return self._draft(request, seat, draft, told, ticked)
        except StoryChanged:
            return self._draft(request, seat, draft, (words.NAME_TAKEN,), ticked)
        await run_in_threadpool(self._recorder.desk.throw_away, draft.draft_id)
        return back_to(f"{STORIES}/voir/{quote(kept.story_id)}", request, words.KEPT)

    def _draft(
        self,
        request: Request,
        seat: Seat,
        draft: Draft,
        wrong: Sequence[str] = (),
        ticked: frozenset[str] | None = None,
    ) -> Response:
        commune = wiring.catalogue().commune_by_code.get(draft.commune or "")
        content = {
            "draft": draft,
            "steps": shown(draft, wiring.catalogue(), ticked),
            "commune": commune.name if commune else None,
            "wrong": wrong,
            "author": seat.name,
            "is_part": PART in request.headers,
        }
        name = "part_draft" if PART in request.headers else "draft"
        return self._pages.page(request, seat, name, 422 if wrong else 200, **content)

    async def _own(self, request: Request, seat: Seat) -> Draft:
        draft_id = request.path_params["draft_id"]
        draft = await run_in_threadpool(self._recorder.desk.find, draft_id, seat.advisor_id)
        if draft is None:
            raise ApiError("no_story")
        return draft


def _with_words(draft: Draft, form: Form) -> Draft:
    """The words that a tester changed, the steps that they took out, the title and the name."""
    out = frozenset(form.all("enlever"))
    kept: list[DraftStep] = []
    for place, step in enumerate(draft.steps):
        if str(place) in out:
            continue
        typed = form.one(f"mots-{place}")
        is_changed = isinstance(step.saying, str) and typed and typed != step.saying
        kept.append(replace(step, saying=typed, doubts=()) if is_changed else step)
    title, name = form.one("titre") or draft.title, form.one("nom") or draft.name
    return replace(draft, steps=tuple(kept), title=title, name=name)


def _with_commune(draft: Draft, name: str, communes: Communes) -> tuple[Draft, str | None]:
    """With another commune; a reason when there is none of this name."""
    before = communes.catalogue.commune_by_code.get(draft.commune or "")
    found = communes.named(name)
    if found is None or before is None:
        return draft, words.UNKNOWN_COMMUNE
    if found == before:
        return draft, None
    return with_commune(draft, before.name, found.name, found.insee_code), None


def _to(draft: Draft) -> Response:
    return RedirectResponse(f"{RECORD}/{draft.draft_id}", 303)
