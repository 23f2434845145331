"""The cookies of the console: no script reads them, no other host sets them."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from bot.settings import Settings

SESSION, ENTRY, PROVIDER = "declic_console", "declic_entree", "declic_fournisseur"
SAID = "declic_said"
"""Who sits there; who has the login page open; who has gone to the provider; what was just done,
for the page that comes after."""


class Cookies:
    """With https, the prefix __Host- keeps other hosts of the same domain from setting them.

    SameSite=Lax: pages of other sites send none with a form, and a link to the console works.
    """

    def __init__(self, settings: Settings) -> None:
        self._is_https = settings.public_url.startswith("https://")

    def name(self, kind: str) -> str:
        return f"__Host-{kind}" if self._is_https else kind

    def read(self, request: Request, kind: str) -> str | None:
        """None: there is none, or an empty one."""
        return request.cookies.get(self.name(kind)) or None

    def put(self, response: Response, kind: str, value: str, seconds: int | None = None) -> None:
        """seconds: how long it lives; None: until the browser ends."""
        response.set_cookie(
            self.name(kind),
            value,
            max_age=seconds,
            path="/",
            httponly=True,
            samesite="lax",
            secure=self._is_https,
        )

    def drop(self, response: Response, kind: str) -> None:
        response.delete_cookie(
            self.name(kind), path="/", httponly=True, samesite="lax", secure=self._is_https
        )
