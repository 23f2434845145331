"""What a provider publishes about itself: its addresses and the keys it signs with."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

import requests
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from bot.adapters.openid.errors import ProviderAway

TIMEOUT_SECONDS = 5.0
KEPT_SECONDS = 3600.0
KEYS_ASKED_EVERY_SECONDS = 60.0
"""A token with a key that nobody knows makes us ask again: not more often than this."""
SIGNED_WITH = ("RS256", "ES256", "PS256", "RS384", "ES384", "RS512", "ES512")
"""Never without a signature, never with a secret that both sides have."""


@dataclass(frozen=True)
class Directory:
    """Addresses of a provider. issuer: as it signs. userinfo None: its tokens say everything."""

    issuer: str
    authorization: str
    token: str
    keys: str
    userinfo: str | None
    client_authentication: str
    algorithms: tuple[str, ...]

    @classmethod
    def of(cls, issuer: str, document: Mapping[str, Any]) -> Directory:
        """ProviderAway: the document is another's, or lacks something."""
        said = document.get("issuer")
        if not isinstance(said, str) or said.rstrip("/") != issuer:
            raise ProviderAway("another_issuer")
        offered = document.get("id_token_signing_alg_values_supported") or ["RS256"]
        userinfo = document.get("userinfo_endpoint")
        return cls(
            issuer=said,
            authorization=_address(issuer, document.get("authorization_endpoint")),
            token=_address(issuer, document.get("token_endpoint")),
            keys=_address(issuer, document.get("jwks_uri")),
            userinfo=_address(issuer, userinfo) if userinfo else None,
            client_authentication=_authentication(document),
            algorithms=tuple(one for one in SIGNED_WITH if one in offered),
        )


class Published:
    """Reads and keeps both for an hour; share one among all threads."""

    def __init__(self, issuer: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._issuer = issuer
        self._clock = clock
        self._lock = Lock()
        self._directory: tuple[Directory, float] | None = None
        self._keys: tuple[KeySet, float] | None = None

    def directory(self) -> Directory:
        """ProviderAway: it cannot be read."""
        with self._lock:
            if self._directory is None or self._is_old(self._directory[1], KEPT_SECONDS):
                document = _read(f"{self._issuer}/.well-known/openid-configuration")
                self._directory = Directory.of(self._issuer, document), self._clock()
            return self._directory[0]

    def keys(self, anew: bool = False) -> KeySet:
        """anew: the kept ones lack a key; they are read again if they were not just read.

        ProviderAway: they cannot be read.
        """
        address = self.directory().keys
        with self._lock:
            longest = KEYS_ASKED_EVERY_SECONDS if anew else KEPT_SECONDS
            if self._keys is None or self._is_old(self._keys[1], longest):
                self._keys = _key_set(_read(address)), self._clock()
            return self._keys[0]

    def _is_old(self, read_at: float, longest: float) -> bool:
        return self._clock() - read_at > longest


def _read(address: str) -> dict[str, Any]:
    try:
        answer = requests.get(address, timeout=TIMEOUT_SECONDS, allow_redirects=False)
        document = answer.json() if answer.status_code == 200 else None
    except (requests.RequestException, ValueError) as error:
        raise ProviderAway("away") from error
    if not isinstance(document, dict):
        raise ProviderAway("unreadable")
    return document


def _key_set(document: Any) -> KeySet:
    try:
        return KeySet.import_key_set(document)
    except (JoseError, KeyError, TypeError, ValueError) as error:
        raise ProviderAway("unreadable_keys") from error


def _address(issuer: str, value: Any) -> str:
    """Secrets and codes go there: https, or the host of an issuer that the settings let do without,
    which is this machine."""
    url, own = urlsplit(value if isinstance(value, str) else ""), urlsplit(issuer)
    is_here = url.scheme == own.scheme == "http" and url.hostname == own.hostname
    if not is_here and not (url.scheme == "https" and url.hostname):
        raise ProviderAway("address_without_https")
    return url.geturl()


def _authentication(document: Mapping[str, Any]) -> str:
    """How our secret is shown: as a header, which is usual, or in the form."""
    accepted = document.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    return "client_secret_basic" if "client_secret_basic" in accepted else "client_secret_post"
