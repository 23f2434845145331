"""Entering through the OpenID provider: away to it, and back."""

from __future__ import annotations

import base64
import hashlib
import hmac
import logging
import time

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.adapters.openid.errors import OpenIdError, ProviderAway
from bot.adapters.openid.provider import Flow, OpenIdProvider
from bot.adapters.sql.accounts import Account
from bot.logs import event
from bot.settings import OpenIdSettings
from bot.web.access import Access
from bot.web.console.cookies import PROVIDER, Cookies
from bot.web.console.doors import LOGIN, ConsoleRoute
from bot.web.console.entries import Entries
from bot.web.console.login import Sitting, own_path
from bot.web.console.pages import Pages
from bot.web.tokens import new_token

logger = logging.getLogger(__name__)

AWAY, BACK = f"{LOGIN}/fournisseur", f"{LOGIN}/retour"
AWAY_SECONDS = 600
"""How long somebody may take to say who they are."""
NOBODY: frozenset[str] = frozenset()
STATUS = {"lost": 400, "refused": 403, "unknown": 403, "away": 503}


class OpenIdLogin:
    """What is kept of a login between the two is in a cookie of that browser: the secrets of the
    flow are computed from it and from the secret of the installation. Nobody can begin a login
    here and let another person end it."""

    def __init__(
        self,
        settings: OpenIdSettings,
        provider: OpenIdProvider,
        secret: str,
        entries: Entries,
        sitting: Sitting,
        cookies: Cookies,
        pages: Pages,
        access: Access,
    ) -> None:
        self._settings = settings
        self._provider = provider
        self._secret = secret.encode()
        self._entries = entries
        self._sitting = sitting
        self._cookies = cookies
        self._pages = pages
        self._access = access

    def routes(self) -> list[ConsoleRoute]:
        return [
            ConsoleRoute(AWAY, self.leave, "GET", NOBODY),
            ConsoleRoute(BACK, self.come_back, "GET", NOBODY),
        ]

    async def leave(self, request: Request) -> Response:
        """To the provider, which sends the browser back."""
        self._access.take_look(request)
        path = own_path(request.query_params.get("vers", ""))
        kept = f"{int(time.time())}.{new_token()}.{path}"
        try:
            address = await run_in_threadpool(self._provider.address, self._flow(kept))
        except OpenIdError as error:
            return self._refusal(request, "away", error.reason)
        response = RedirectResponse(address, 303)
        self._cookies.put(response, PROVIDER, kept, AWAY_SECONDS)
        return response

    async def come_back(self, request: Request) -> Response:
        """The cookie is used once, whatever comes of it."""
        self._access.take_look(request)
        kept = self._cookies.read(request, PROVIDER) or ""
        response = await self._answer(request, kept)
        self._cookies.drop(response, PROVIDER)
        return response

    async def _answer(self, request: Request, kept: str) -> Response:
        given = request.query_params
        if not self._is_ours(kept, given.get("state", "")) or "code" not in given:
            return self._refusal(request, "lost", "error" if "error" in given else "state")
        try:
            account = await self._account(given["code"], kept)
        except ProviderAway as error:
            return self._refusal(request, "away", error.reason)
        except OpenIdError as error:
            return self._refusal(request, "refused", error.reason)
        if account is None:
            return self._refusal(request, "unknown", "no_account")
        return await self._sitting.sit(request, account, kept.split(".", 2)[2])

    async def _account(self, code: str, kept: str) -> Account | None:
        person = await run_in_threadpool(self._provider.person, code, self._flow(kept))
        return await self._entries.by_provider(person)

    def _is_ours(self, kept: str, state: str) -> bool:
        """Whether this browser began this login, not too long ago."""
        began, _, rest = kept.partition(".")
        if not rest or not began.isdecimal() or time.time() - int(began) > AWAY_SECONDS:
            return False
        return hmac.compare_digest(self._flow(kept).state.encode(), state.encode())

    def _flow(self, kept: str) -> Flow:
        return Flow(*(self._keyed(use, kept) for use in ("state", "nonce", "verifier")))

    def _keyed(self, use: str, kept: str) -> str:
        digest = hmac.new(self._secret, f"openid {use} {kept}".encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")

    def _refusal(self, request: Request, why: str, reason: str) -> Response:
        event(logger, "console_openid_refused", logging.WARNING, reason=reason)
        told = {"why": why, "label": self._settings.label}
        return self._pages.page(request, None, "console/openid_refused.html", STATUS[why], **told)
