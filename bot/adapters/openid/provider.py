"""Asks an OpenID provider who somebody is, and believes only what it has signed for us."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from bot.adapters.openid.directory import TIMEOUT_SECONDS, Directory, Published
from bot.adapters.openid.errors import ProviderAway, ProviderRefused
from bot.settings import OpenIdSettings

SCOPE = "openid email"
LEEWAY_SECONDS = 30
"""Between two clocks."""
SIGNED_ANSWER = "application/jwt"
MOST_SUBJECT = 255


@dataclass(frozen=True)
class Flow:
    """The secrets of one login: what the browser brings back, what the token repeats, and what
    proves that we began (PKCE)."""

    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True)
class Person:
    """subject: who it is, for this provider, for ever. email: None when it may not be believed."""

    subject: str
    email: str | None


class OpenIdProvider:
    """One provider. redirect_uri: where it sends the browser back. Raises ProviderAway (later) or
    ProviderRefused (what came cannot be believed)."""

    def __init__(self, settings: OpenIdSettings, redirect_uri: str) -> None:
        self._settings = settings
        self._redirect_uri = redirect_uri
        self._published = Published(settings.issuer)

    def address(self, flow: Flow) -> str:
        """Where the browser goes to say who it is."""
        directory = self._published.directory()
        with self._session(directory) as session:
            address, _ = session.create_authorization_url(
                directory.authorization,
                state=flow.state,
                code_verifier=flow.verifier,
                nonce=flow.nonce,
            )
        return str(address)

    def person(self, code: str, flow: Flow) -> Person:
        """Who the code was given for."""
        directory = self._published.directory()
        with self._session(directory) as session:
            token = self._token(session, directory, code, flow)
            claims = self._id_token(directory, token, flow)
            told = {**claims, **self._userinfo(session, directory, claims["sub"])}
        subject = f"{directory.issuer} {claims['sub']}"
        if len(subject) > MOST_SUBJECT:
            raise ProviderRefused("long_subject")
        return Person(subject, self._email(told))

    def _session(self, directory: Directory) -> OAuth2Session:
        session = OAuth2Session(
            self._settings.client_id,
            self._settings.client_secret,
            token_endpoint_auth_method=directory.client_authentication,
            scope=SCOPE,
            redirect_uri=self._redirect_uri,
            code_challenge_method="S256",
            default_timeout=TIMEOUT_SECONDS,
        )
        session.max_redirects = 0
        return session

    def _token(
        self, session: OAuth2Session, directory: Directory, code: str, flow: Flow
    ) -> dict[str, Any]:
        try:
            token = session.fetch_token(directory.token, code=code, code_verifier=flow.verifier)
        except OAuthError as error:
            raise ProviderRefused("code_refused") from error
        except (requests.RequestException, ValueError) as error:
            raise ProviderAway("away") from error
        return dict(token)

    def _id_token(
        self, directory: Directory, token: Mapping[str, Any], flow: Flow
    ) -> dict[str, Any]:
        """The claims of a token that is signed by the provider, for us, for this login, now."""
        signed = self._signed(directory, token.get("id_token"))
        claims = CodeIDToken(
            signed.claims,
            signed.header,
            {
                "iss": {"essential": True, "value": directory.issuer},
                "aud": {"essential": True, "value": self._settings.client_id},
                "nonce": {"essential": True, "value": flow.nonce},
            },
            {
                "client_id": self._settings.client_id,
                "nonce": flow.nonce,
                "access_token": token.get("access_token"),
            },
        )
        try:
            claims.validate(leeway=LEEWAY_SECONDS)
        except JoseError as error:
            raise ProviderRefused(f"claims:{error.error}") from error
        return dict(claims)

    def _userinfo(
        self, session: OAuth2Session, directory: Directory, subject: str
    ) -> dict[str, Any]:
        """What else it tells of the same person, as JSON or signed; nothing without an address."""
        if directory.userinfo is None:
            return {}
        try:
            answer = session.get(directory.userinfo, allow_redirects=False)
            answer.raise_for_status()
            is_signed = answer.headers.get("content-type", "").startswith(SIGNED_ANSWER)
            told = self._signed_userinfo(directory, answer.text) if is_signed else answer.json()
        except (requests.RequestException, OAuthError, ValueError) as error:
            raise ProviderAway("userinfo_away") from error
        if not isinstance(told, dict) or told.get("sub") != subject:
            raise ProviderRefused("another_subject")
        return told

    def _signed_userinfo(self, directory: Directory, text: str) -> dict[str, Any]:
        told = self._signed(directory, text.strip()).claims
        audience = told.get("aud", self._settings.client_id)
        ours = audience if isinstance(audience, list) else [audience]
        if told.get("iss", directory.issuer) != directory.issuer:
            raise ProviderRefused("userinfo_of_another_issuer")
        if self._settings.client_id not in ours:
            raise ProviderRefused("userinfo_for_another")
        return dict(told)

    def _signed(self, directory: Directory, text: Any) -> jwt.Token:
        """A signed text that was checked; a key that is new to us is asked for once."""
        if not isinstance(text, str):
            raise ProviderRefused("no_token")
        try:
            return _checked(text, self._published.keys(), directory.algorithms)
        except InvalidKeyIdError:
            keys = self._published.keys(anew=True)
        except (JoseError, ValueError) as error:
            raise ProviderRefused("signature") from error
        try:
            return _checked(text, keys, directory.algorithms)
        except (JoseError, ValueError) as error:
            raise ProviderRefused("signature") from error

    def _email(self, told: Mapping[str, Any]) -> str | None:
        email = told.get("email")
        is_believed = self._settings.trusts_email or told.get("email_verified") is True
        return email.strip().lower() if isinstance(email, str) and is_believed else None


def _checked(text: str, keys: KeySet, algorithms: tuple[str, ...]) -> jwt.Token:
    registry = JWSRegistry(algorithms=list(algorithms), strict_check_header=False)
    return jwt.decode(text, key=keys, registry=registry)
