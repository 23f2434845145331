"""The library of stories in the browser: found by topic, source or words, and read in French."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from bot import wiring
from bot.replay.in_french import told
from bot.replay.reading import read_text
from bot.replay.runs.desk import RunDesk
from bot.replay.runs.last_results import LastResults
from bot.replay.shelf import DECLIC, OWN, Kept, Shelf
from bot.web.console.bench.tabs import BENCH, BenchPages
from bot.web.console.doors import Doors
from bot.web.console.seats import TESTER, Seat
from bot.web.errors import ApiError

STORIES = f"{BENCH}/histoires"


@dataclass(frozen=True)
class Group:
    """The stories of one topic."""

    topic: str
    stories: tuple[Kept, ...]


class StoryPages:
    """Reading the shelf; what changes it is in story_editor.py."""

    def __init__(self, shelf: Shelf, desk: RunDesk, doors: Doors, pages: BenchPages) -> None:
        self._shelf = shelf
        self._results = LastResults(desk)
        self._doors = doors
        self._pages = pages

    def routes(self) -> list[BaseRoute]:
        door = self._doors.door
        return [
            door(STORIES, self.browse, TESTER),
            door(f"{STORIES}/voir/{{story_id:path}}", self.show, TESTER),
            door(f"{STORIES}/fichier/{{story_id:path}}", self.download, TESTER),
        ]

    async def browse(self, request: Request, seat: Seat) -> Response:
        """All stories, or those of a topic, a source, or with the words that are looked for."""
        asked = {name: request.query_params.get(name, "") for name in ("sujet", "source", "mots")}
        everything = await run_in_threadpool(self._shelf.all)
        results = await run_in_threadpool(self._results.of_all)
        return self._pages.page(
            request,
            seat,
            "stories",
            asked=asked,
            only_golden=bool(request.query_params.get("reperes")),
            groups=groups_of(_chosen(everything, request.query_params, seat.org.name)),
            topics=sorted({kept.topic for kept in everything}),
            sources=sorted({kept.source for kept in everything}, key=(DECLIC, OWN).__contains__),
            all_count=len(everything),
            results=results,
        )

    async def show(self, request: Request, seat: Seat) -> Response:
        """One story: who speaks, what is said, what must come of it, and its file."""
        kept = await run_in_threadpool(found, self._shelf, request)
        text = await run_in_threadpool(self._shelf.read_for, kept, seat.org.name)
        story, problems = await run_in_threadpool(read_text, kept.path, text)
        steps = told(story, wiring.catalogue()) if story else []
        return self._pages.page(
            request,
            seat,
            "story",
            kept=kept,
            story=story,
            steps=steps,
            fragments=sorted({step.fragment for step in steps if step.fragment}),
            problems=problems,
            text=text,
            address=quote(kept.story_id),
        )

    async def download(self, request: Request, seat: Seat) -> Response:
        """The file as it is."""
        kept = await run_in_threadpool(found, self._shelf, request)
        text = await run_in_threadpool(self._shelf.read_for, kept, seat.org.name)
        named = {"Content-Disposition": f'attachment; filename="{kept.path.name}"'}
        return Response(text, media_type="application/yaml", headers=named)


def found(shelf: Shelf, request: Request) -> Kept:
    """The story of the address. ApiError: there is none."""
    kept = shelf.find(request.path_params["story_id"])
    if kept is None:
        raise ApiError("no_story")
    return kept


def _chosen(stories: Iterable[Kept], query: Mapping[str, str], organisation: str) -> list[Kept]:
    words, topic, source = (query.get(name, "") for name in ("mots", "sujet", "source"))
    return [
        kept
        for kept in stories
        if kept.is_found(words, organisation)
        and topic in ("", kept.topic or "personnes")
        and source in ("", kept.source)
        and (kept.is_golden or not query.get("reperes"))
    ]


def groups_of(stories: Iterable[Kept]) -> list[Group]:
    """Own stories first, in each topic; topics by name, people first."""
    ordered = sorted(stories, key=lambda kept: (kept.topic, kept.source != OWN, kept.title))
    topics = dict.fromkeys(kept.topic for kept in ordered)
    return [Group(one, tuple(k for k in ordered if k.topic == one)) for one in topics]
