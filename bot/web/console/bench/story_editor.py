"""Stories are written, copied, changed and deleted in the browser: the files that are replayed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.adapters.whole_files import text_hash
from bot.adapters.yaml_records import BrokenContent
from bot.replay.authors import with_author_again
from bot.replay.editing import words
from bot.replay.editing.fields import FLAGS, SPEAKERS, WAYS, StepFields, suggestions
from bot.replay.editing.name_search import KINDS
from bot.replay.editing.to_text import text_of
from bot.replay.library import PERSONAS, shared
from bot.replay.shelf import OWN, Kept, Shelf, StoryChanged, story_name
from bot.services import clock
from bot.web.console.bench.story_forms import (
    FIELDS,
    TEXT,
    Editing,
    changed,
    checked,
    in_fields,
    name_search,
    opened,
    preview,
    sent,
)
from bot.web.console.bench.story_pages import STORIES, found
from bot.web.console.bench.tabs import BenchPages
from bot.web.console.doors import Doors
from bot.web.console.forms import Form
from bot.web.console.pages import back_to
from bot.web.console.seats import TESTER, Seat
from bot.web.errors import ApiError

NEW = f"{STORIES}/nouvelle"
KEEP, LOOK, REPLACE = "garder", "relire", "remplacer"


class StoryEditor:
    """The pages that write to the shelf."""

    def __init__(self, shelf: Shelf, doors: Doors, pages: BenchPages) -> None:
        self._shelf = shelf
        self._doors = doors
        self._pages = pages

    def routes(self) -> list[BaseRoute]:
        door = self._doors.door
        change, delete = (
            f"{STORIES}/modifier/{{story_id:path}}",
            f"{STORIES}/supprimer/{{story_id:path}}",
        )
        return [
            door(NEW, self.begin, TESTER),
            door(NEW, self.write, TESTER, method="POST"),
            door(change, self.edit, TESTER),
            door(change, self.write, TESTER, method="POST"),
            door(delete, self.confirm, TESTER),
            door(delete, self.delete, TESTER, method="POST"),
        ]

    async def begin(self, request: Request, seat: Seat) -> Response:
        """A story of one step."""
        title = words.NEW_TITLE
        head = {"title": title, "author": seat.name, "day": clock.today().isoformat()}
        name = await run_in_threadpool(self._shelf.free_name, story_name(title))
        return self._form(request, seat, opened(name, words.NEW_STORY.format(**head), None))

    async def edit(self, request: Request, seat: Seat) -> Response:
        """An own story as it is; any other as a copy that is own."""
        kept = await run_in_threadpool(found, self._shelf, request)
        text = await run_in_threadpool(self._shelf.read, kept)
        editing = await run_in_threadpool(self._opened, kept, text, seat.org.name)
        return self._form(request, seat, editing, kept)

    def _opened(self, kept: Kept, text: str, organisation: str) -> Editing:
        if kept.is_own:
            shown = self._shelf.read_for(kept, organisation)
            return opened(_name(kept), shown, text_hash(text))
        copy = opened(self._shelf.free_name(_name(kept)), text, None)
        if copy.fields is None:
            return copy
        # The golden ones are chosen: a copy is one more only when somebody says so.
        plain = replace(copy.fields, flags=copy.fields.flags - {"repère"})
        return opened(copy.name, text_of(plain, text), None)

    async def write(self, request: Request, seat: Seat) -> Response:
        """What was pressed below the form: look, change a step, see the other view, or keep."""
        story_id = request.path_params.get("story_id", "")
        kept = await run_in_threadpool(self._shelf.find, story_id)
        form, act = request.state.form, request.state.form.one("faire")
        # Also of a story that was deleted meanwhile: what was typed is not lost with it.
        own_name = story_id.removeprefix(f"{OWN}/") if story_id.startswith(f"{OWN}/") else None
        editing = await run_in_threadpool(sent, form, own_name)
        if act in (KEEP, REPLACE):
            return await self._keep(request, seat, editing, kept)
        if act == TEXT and not editing.problems:
            editing = replace(editing, fields=None)
        elif act == FIELDS:
            editing = in_fields(editing)
        else:
            editing = await run_in_threadpool(changed, editing, act)
        editing = await run_in_threadpool(checked, editing, self._shelf)
        return self._form(request, seat, editing, kept)

    async def _keep(
        self, request: Request, seat: Seat, editing: Editing, kept: Kept | None
    ) -> Response:
        """On the shelf, or the form again: with its faults, or with what another made of it."""
        editing = await run_in_threadpool(checked, editing, self._shelf)
        if editing.problems:
            return self._form(request, seat, editing, kept)
        is_replacing = request.state.form.one("faire") == REPLACE
        before = (request.state.form.one("maintenant") or None) if is_replacing else editing.before
        organisation = seat.org.name
        text = await run_in_threadpool(self._signed, editing.text, kept, organisation)
        try:
            save = self._shelf.save
            saved = await run_in_threadpool(save, editing.name, text, before, organisation)
        except BrokenContent as error:
            wrong = replace(editing, problems=error.problems)
            return self._form(request, seat, wrong, kept)
        except StoryChanged:
            return await self._conflict(request, seat, editing, kept)
        return back_to(f"{STORIES}/voir/{quote(saved.story_id)}", request, words.KEPT)

    def _signed(self, text: str, kept: Kept | None, organisation: str) -> str:
        """With the author's name again, where whoever edits it could not read it."""
        if kept is None or not kept.is_own or kept.author_for(organisation) == kept.author:
            return text
        return with_author_again(text, kept.author_for(organisation), self._shelf.read(kept))

    async def _conflict(
        self, request: Request, seat: Seat, editing: Editing, kept: Kept | None
    ) -> Response:
        """Somebody was faster: their text is shown beside one's own, and nothing is lost."""
        theirs = await run_in_threadpool(self._shelf.find, f"{OWN}/{editing.name}")
        now = await run_in_threadpool(self._shelf.read, theirs) if theirs else None
        hashed = text_hash(now) if now is not None else ""
        shown = self._shelf.read_for(theirs, seat.org.name) if theirs else None
        conflict = {"text": shown, "hash": hashed}
        return self._form(request, seat, editing, kept, conflict, status=409)

    async def confirm(self, request: Request, seat: Seat) -> Response:
        """Whether it is really to go."""
        kept = await run_in_threadpool(self._own, request)
        text = await run_in_threadpool(self._shelf.read, kept)
        page, before = self._pages.page, text_hash(text)
        return page(request, seat, "story_delete", kept=kept, before=before, wrong=None)

    async def delete(self, request: Request, seat: Seat) -> Response:
        """An own story goes, unless it changed since the page was shown."""
        kept = await run_in_threadpool(self._own, request)
        before = request.state.form.one("avant")
        if request.state.form.one("oui") != "1":
            page = self._pages.page
            wrong = words.SAY_DELETE
            return page(request, seat, "story_delete", 422, kept=kept, before=before, wrong=wrong)
        try:
            await run_in_threadpool(self._shelf.delete, _name(kept), before)
        except StoryChanged:
            raise ApiError("story_changed") from None
        return back_to(STORIES, request, words.DELETED)

    def _own(self, request: Request) -> Kept:
        kept = found(self._shelf, request)
        if not kept.is_own:
            raise ApiError("no_story")
        return kept

    def _form(
        self,
        request: Request,
        seat: Seat,
        editing: Editing,
        kept: Kept | None = None,
        conflict: Mapping[str, str | None] | None = None,
        status: int | None = None,
    ) -> Response:
        story, steps = preview(editing)
        form = request.state.form if request.method == "POST" else Form([])
        typed = form.one("chercher")
        content: dict[str, Any] = {
            "editing": editing,
            "kept": kept,
            "is_own": kept is not None and kept.is_own,
            "story": story,
            "rows": steps,
            "conflict": conflict,
            "personas": sorted(shared(self._shelf.own / "histoire.yml", PERSONAS)),
            "ways": WAYS,
            "speakers": SPEAKERS,
            "flags": FLAGS,
            "suggestions": suggestions(),
            "empty": StepFields(),
            "typed": typed,
            "step_of_name": form.one("dans"),
            "names": name_search().find(typed),
            "kinds": KINDS,
        }
        status = status or (422 if editing.problems else 200)
        return self._pages.page(request, seat, "story_edit", status, **content)


def _name(kept: Kept) -> str:
    return kept.story_id.partition("/")[2]
