"""Draws the pages of participants of a crash test."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from bot.orientation.phrases import say
from bot.orientation.typography import french
from bot.services.trial_steps import task_of
from bot.web.errors import ApiError
from bot.web.guest_pages import draw, with_wait
from bot.web.trial_place import Placed


def page(name: str, status: int, placed: Placed | None = None, **content: Any) -> Response:
    """The template `trial_<name>.html`, in the way of reading of who is there."""
    is_easy = bool(placed and placed.is_easy)
    given: dict[str, Any] = {"error": None, "done": None, "is_easy": is_easy, "is_doubtful": False}
    given |= {"written": {}, **content}
    if placed:
        given |= {"trial": placed.trial, "me": placed.participant, "here": placed.path}
        given["is_seated"] = placed.is_seated
        given["number"] = task_of(placed.participant.step)

    def words(code: str, **facts: object) -> str:
        return french(say(f"trial.{code}", is_easy, **facts))

    return draw(f"trial_{name}.html", status, words, **given)


def refused(error: ApiError) -> Response:
    """Where one types a code, with what is wrong; a script reads the status."""
    return with_wait(page("door", error.status, error=error.message), error)
