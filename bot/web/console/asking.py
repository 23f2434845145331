"""One way to ask before what cannot be undone: a page of its own, which works without a script.

A GET of the path asks (a template that includes `console/ask_form.html`); only that form, a POST
with `oui`, does it. A button elsewhere that posts there directly is asked too.
"""

from __future__ import annotations

from starlette.requests import Request

from bot.web.console.doors import ConsoleRoute, Doors, Handler


def asking(doors: Doors, path: str, handler: Handler, *roles: str) -> list[ConsoleRoute]:
    """The routes of a handler that asks until `has_said_yes`."""
    return [doors.door(path, handler, *roles, method=method) for method in ("GET", "POST")]


def has_said_yes(request: Request) -> bool:
    """Whether the form of the page that asks was sent."""
    return request.method == "POST" and request.state.form.one("oui") == "1"
