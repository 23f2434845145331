"""Pages for who comes with a code on paper (a workshop's table, a crash test), without the console.

They have forms, nobody frames them, and no cache or search engine keeps them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.responses import Response

from bot.web.console.pages import environment
from bot.web.edge import content_security_policy
from bot.web.errors import ApiError

HEADERS = {
    "Content-Security-Policy": content_security_policy(forms="'self'", framed_by=("'none'",)),
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
}

Words = Callable[..., str]
"""A sentence by its name, as a template asks for it."""


def draw(template: str, status: int, words: Words, **content: Any) -> Response:
    html = environment().get_template(template).render(words=words, **content)
    return Response(html, status, HEADERS, "text/html")


def with_wait(response: Response, error: ApiError) -> Response:
    """Says when to try again, where the refusal knows it."""
    if error.retry_after_seconds:
        response.headers["Retry-After"] = str(error.retry_after_seconds)
    return response
