"""Draws the pages of participants of a crash test, under a policy of their own."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from bot.orientation.phrases import say
from bot.orientation.typography import french
from bot.services.trial_steps import task_of
from bot.web.console.pages import environment
from bot.web.errors import ApiError
from bot.web.trial_place import Placed

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
}


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

    html = environment().get_template(f"trial_{name}.html").render(words=words, **given)
    return Response(html, status, HEADERS, "text/html")


def refused(error: ApiError) -> Response:
    """Where one types a code, with what is wrong; a script reads the status."""
    response = page("door", error.status, error=error.message)
    if error.retry_after_seconds:
        response.headers["Retry-After"] = str(error.retry_after_seconds)
    return response
