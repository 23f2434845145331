"""France Travail's APIs: how to reach each of them with the keys of one application."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import requests

from bot.adapters.live.caching import AnswerCache
from bot.adapters.live.france_travail_token import FranceTravailToken, Keys
from bot.adapters.live.http_api import HttpApi
from bot.adapters.live.limits import Limits, Time

HOUR, DAY = 3600.0, 86_400.0


@dataclass(frozen=True)
class Service:
    """One API. name: French, shown to people. requests_per_second: what its documents allow.

    essence: see HttpApi.
    """

    name: str
    path: str
    scope: str
    requests_per_second: float
    answer_bytes: int = 2_000_000
    essence: Callable[[Any], Any] | None = None


class FranceTravail:
    """Opens the APIs; all of them share the keys, the connections and the cache.

    limits: other ones than those of a conversation; each service keeps its own rate.
    """

    def __init__(
        self,
        keys: Keys,
        api_url: str,
        login_url: str,
        *,
        session: requests.Session | None = None,
        cache: AnswerCache | None = None,
        limits: Limits | None = None,
        time: Time | None = None,
    ) -> None:
        self._keys = keys
        self._api_url = api_url
        self._session = session or requests.Session()
        self._cache = cache
        self._limits = limits or Limits()
        self._time = time or Time()
        self._connection = HttpApi(
            "La connexion à France Travail",
            login_url,
            self._session,
            limits=self._limits,
            time=self._time,
        )

    def open(self, service: Service) -> HttpApi:
        """Call it once per API: the limits hold for the calls through one object."""
        token = FranceTravailToken(
            self._connection, self._keys, service.scope, service.name, self._time
        )
        return self._open(service, self._api_url + service.path, token)

    def open_without_key(self, service: Service, url: str) -> HttpApi:
        """The same service at another address, which the token is not meant for."""
        return self._open(service, url, None)

    def _open(self, service: Service, url: str, token: FranceTravailToken | None) -> HttpApi:
        return HttpApi(
            service.name,
            url,
            self._session,
            limits=replace(
                self._limits,
                requests_per_second=service.requests_per_second,
                answer_bytes=service.answer_bytes,
            ),
            authorisation=token,
            cache=self._cache,
            essence=service.essence,
            time=self._time,
        )


def only(row: Any, fields: tuple[str, ...]) -> dict[str, Any]:
    """These fields of a row, as far as it has them. Raises TypeError when it is no row."""
    if not isinstance(row, dict):
        raise TypeError
    return {field: row[field] for field in fields if field in row}


def only_in_each(rows: Any, fields: tuple[str, ...]) -> list[dict[str, Any]]:
    """`only`, for each row of a list. Raises TypeError when it is no list of rows."""
    if not isinstance(rows, list):
        raise TypeError
    return [only(row, fields) for row in rows]
