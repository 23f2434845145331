"""The pages of the console: Jinja templates, escaped, under a policy of their own."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.orientation.french_values import day, measure
from bot.orientation.typography import french
from bot.web.console.cookies import SAID
from bot.web.console.seats import ROLES, Seat, Seats
from bot.web.edge import content_security_policy

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent.parent / "templates"
POLICY = content_security_policy(
    forms="'self'", framed_by=("'none'",), more=("trusted-types declic-console",)
)
"""That of the public pages, but for forms, and the one place where a script takes our markup."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
SAID_SECONDS = 30
ROLE_NAMES = {
    "advisor": "accompagnement",
    "editor": "rédaction",
    "tester": "essais",
    "admin": "administration",
}
assert set(ROLE_NAMES) == set(ROLES)


class Pages:
    """Draws pages for a seat. `links`: title, path and roles of the entries of the menu."""

    def __init__(self, seats: Seats, links: tuple[tuple[str, str, frozenset[str]], ...]) -> None:
        self._seats = seats
        self._links = links

    def page(
        self,
        request: Request,
        seat: Seat | None,
        template: str,
        status: int = 200,
        **content: Any,
    ) -> Response:
        """The template with `seat`, `menu`, `path`, `csrf`, what was done just before, and its
        content."""
        content.setdefault("said", None)
        content.setdefault("error", None)
        before = unquote(self._seats.cookies.read(request, SAID) or "")
        content["said"] = content["said"] or before or None
        html = (
            environment()
            .get_template(template)
            .render(
                seat=seat,
                menu=[(title, path) for title, path, roles in self._links if _may(seat, roles)],
                path=request.url.path,
                csrf=self._seats.form_token(seat.session_hash) if seat else "",
                **content,
            )
        )
        response = Response(html, status, HEADERS, "text/html")
        if before:
            self._seats.cookies.drop(response, SAID)
        return response


def back_to(path: str, request: Request, said: str | None = None) -> Response:
    """To a page after a change, with the query of the request, and what is said there once.

    The request has come through a door of the console, which lends it the cookies.
    """
    query = f"?{request.url.query}" if request.url.query else ""
    response = RedirectResponse(f"{path}{query}", 303)
    if said:
        request.state.cookies.put(response, SAID, quote(said), SAID_SECONDS)
    return response


def _may(seat: Seat | None, roles: frozenset[str]) -> bool:
    return seat is not None and bool(seat.roles & roles)


def _utc(at: datetime) -> str:
    return f"{at:%d/%m/%Y à %H:%M} (UTC)"


def _moment(at: datetime) -> Markup:
    """A moment (UTC, naive); a script tells it as the hour of the place."""
    iso = at.isoformat(timespec="seconds")
    return Markup('<time datetime="{}Z">{}</time>').format(iso, _utc(at))


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Everything is escaped; a name that is missing is a fault, not an empty place."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["fr"] = french
    made.filters["jour"] = day
    made.filters["nombre"] = measure
    made.filters["utc"] = _utc
    made.filters["moment"] = _moment
    made.filters["role"] = ROLE_NAMES.__getitem__
    return made
