"""The access tokens of France Travail: OAuth2 client credentials, one token per set of scopes.

Each API asks for its own scopes only, so that one API the application is not subscribed to does
not take the others down: the whole request would be refused with `invalid_scope`.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any, NoReturn

from bot.adapters.live.exchange import Answer
from bot.adapters.live.http_api import HttpApi
from bot.adapters.live.limits import Time
from bot.services.ports import LiveError, RequestRefused, ServiceUnavailable

MARGIN_SECONDS = 60.0
"""A token is renewed this long before its end, so that it does not end on the way."""
RETRY_SECONDS = 5.0
"""Between two tries to renew a token that still holds."""
REFUSED_FOR_SECONDS = 300.0
"""A refused key is not sent again for that long: repeating it could lock the account."""


@dataclass(frozen=True)
class Keys:
    """The identifier and the secret of the application declared on francetravail.io."""

    client_id: str
    client_secret: str = field(repr=False)


class FranceTravailToken:
    """The `Authorization` of one API (http_api.Authorisation), shared by all threads.

    One thread asks for a token while the others wait for it within their budget.
    """

    def __init__(
        self, connection: HttpApi, keys: Keys, scope: str, service: str, time: Time
    ) -> None:
        self._connection = connection
        self._keys = keys
        self._scope = scope
        self._service = service
        self._clock = time.clock
        self._lock = threading.Lock()
        self._header: str | None = None
        self._good_until = 0.0
        self._ends_at = 0.0
        self._refusal: str | None = None

    def header(self, budget_seconds: float) -> str:
        """Raises RequestRefused (wrong keys, no subscription) or ServiceUnavailable."""
        until = self._clock() + budget_seconds
        if not self._lock.acquire(timeout=max(0.0, budget_seconds)):
            raise ServiceUnavailable(f"{self._connection.name} ne répond pas pour le moment.")
        try:
            if self._clock() >= self._good_until:
                self._renew_or_go_on(max(0.0, until - self._clock()))
            if self._header is None:
                raise RequestRefused(self._refusal)
            return self._header
        finally:
            self._lock.release()

    def _renew_or_go_on(self, budget_seconds: float) -> None:
        """While the token still holds, a renewal that fails is put off by a few seconds.

        It may then use half of the budget: the call itself needs the rest.
        """
        holds = self._header is not None and self._clock() < self._ends_at
        try:
            self._renew(budget_seconds / 2 if holds else budget_seconds)
        except LiveError:
            if not holds or self._header is None:
                raise
            self._good_until = min(self._clock() + RETRY_SECONDS, self._ends_at)

    def was_refused(self, header: str) -> bool:
        """Drops the token; a newer one, had by another thread meanwhile, stays."""
        with self._lock:
            if header == self._header:
                self._good_until = self._ends_at = 0.0
        return True

    def _renew(self, budget_seconds: float) -> None:
        answer = self._connection.post(
            "",
            form={
                "grant_type": "client_credentials",
                "client_id": self._keys.client_id,
                "client_secret": self._keys.client_secret,
                "scope": self._scope,
            },
            accepts=_is_refusal,
            budget_seconds=budget_seconds,
        )
        if _is_refusal(answer):
            self._remember_refusal(answer.document)
        with self._connection.reading():
            self._keep(answer.document)

    def _keep(self, told: dict[str, Any]) -> None:
        seconds, token = float(told["expires_in"]), told["access_token"]
        if not isinstance(token, str) or not token.isascii() or not token.isprintable():
            raise ValueError
        self._header = f"Bearer {token}"
        self._ends_at = self._clock() + seconds
        self._good_until = self._ends_at - MARGIN_SECONDS

    def _remember_refusal(self, told: Any) -> NoReturn:
        error = told.get("error") if isinstance(told, dict) else None
        self._header = None
        self._good_until = self._clock() + REFUSED_FOR_SECONDS
        self._refusal = (
            f"Votre application n'a pas accès à « {self._service} » : "
            "ajoutez cette API sur francetravail.io."
            if error == "invalid_scope"
            else "France Travail ne reconnaît pas la clé : "
            "vérifiez DECLIC_FRANCE_TRAVAIL_ID et DECLIC_FRANCE_TRAVAIL_SECRET."
        )
        raise RequestRefused(self._refusal)


def _is_refusal(answer: Answer) -> bool:
    return answer.status in (400, 401, 403)
