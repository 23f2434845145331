"""A real OpenID provider on a port of its own: pyop, by other authors than our client's library.

`user` is who sits in front of it. `bend` makes it sign what a thief or a wrong provider would show.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from Cryptodome.PublicKey import RSA
from jwkest.jwk import RSAKey
from jwkest.jws import JWS
from pyop.authz_state import AuthorizationState
from pyop.exceptions import InvalidAccessToken, OAuthError
from pyop.provider import Provider
from pyop.subject_identifier import HashBasedSubjectIdentifierFactory
from pyop.userinfo import Userinfo
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.asgi_server import AsgiServer
from tests.servers import free_port

CLIENT, SECRET = "declic", "secret-of-the-tests"
OTHER_CLIENT = "another-service"


class BentProvider(Provider):
    """What is in `bent` replaces the arguments with which a token is made and signed."""

    bent: dict[str, Any] = {}

    def _create_signed_id_token(self, client_id: str, sub: str, *more: Any) -> str:
        claims, nonce, *rest = more
        client_id = self.bent.get("client_id", client_id)
        return super()._create_signed_id_token(
            client_id, sub, claims, self.bent.get("nonce", nonce), *rest
        )


class OpenIdServer:
    """Discovery, authorization (`user` agrees at once), token, userinfo and keys."""

    def __init__(self, redirect_uri: str) -> None:
        self.port = free_port()
        self.issuer = f"http://127.0.0.1:{self.port}"
        self.user = "nadia"
        self.people: dict[str, dict[str, Any]] = {}
        self.signs_userinfo = False
        self.requests: list[dict[str, str]] = []
        self.key = new_key("first")
        client = {
            "client_secret": SECRET,
            "redirect_uris": [redirect_uri],
            "response_types": ["code"],
            "token_endpoint_auth_method": "client_secret_basic",
        }
        clients = {CLIENT: client, OTHER_CLIENT: dict(client)}
        self.provider = BentProvider(
            self.key,
            {**self._configuration(), "issuer": "https://checked.example"},
            AuthorizationState(HashBasedSubjectIdentifierFactory("salt")),
            clients,
            Userinfo(self.people),
        )
        # It takes no issuer without https, which this machine has not.
        self.provider.configuration_information["issuer"] = self.issuer
        self._server: AsgiServer | None = None

    def _configuration(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "scopes_supported": ["openid", "email"],
        }

    def start(self) -> None:
        self._server = AsgiServer(Starlette(routes=self._routes()), self.port)
        self._server.start()

    def stop(self) -> None:
        if self._server:
            self._server.stop()
            self._server = None

    def know(self, name: str, email: str, is_verified: bool | None = True) -> None:
        """A person who can say who they are here."""
        said = {} if is_verified is None else {"email_verified": is_verified}
        self.people[name] = {"email": email, **said}

    @contextlib.contextmanager
    def bend(self, **arguments: Any) -> Iterator[None]:
        """lifetime, issuer, key, client_id, nonce: others than the right ones, for a while."""
        provider = self.provider
        before = provider.id_token_lifetime, provider.signing_key
        provider.bent = arguments
        provider.id_token_lifetime = arguments.get("lifetime", before[0])
        provider.signing_key = arguments.get("key", before[1])
        provider.configuration_information["issuer"] = arguments.get("issuer", self.issuer)
        yield
        provider.bent = {}
        provider.id_token_lifetime, provider.signing_key = before
        provider.configuration_information["issuer"] = self.issuer

    def _routes(self) -> list[Route]:
        return [
            Route("/.well-known/openid-configuration", self._discover),
            Route("/jwks", self._jwks),
            Route("/authorize", self._authorize),
            Route("/token", self._token, methods=["POST"]),
            Route("/userinfo", self._userinfo),
        ]

    async def _discover(self, request: Request) -> Response:
        return JSONResponse(self._configuration())

    async def _jwks(self, request: Request) -> Response:
        return JSONResponse(self.provider.jwks)

    async def _authorize(self, request: Request) -> Response:
        self.requests.append(dict(request.query_params))
        asked = self.provider.parse_authentication_request(str(request.url.query))
        answer = self.provider.authorize(asked, self.user)
        return RedirectResponse(answer.request(asked["redirect_uri"], False), 302)

    async def _token(self, request: Request) -> Response:
        body = (await request.body()).decode()
        try:
            answer = self.provider.handle_token_request(body, _headers(request))
        except OAuthError as error:
            return JSONResponse({"error": error.oauth_error}, 400)
        except Exception:
            return JSONResponse({"error": "invalid_client"}, 401)
        return JSONResponse(answer.to_dict())

    async def _userinfo(self, request: Request) -> Response:
        try:
            told = self.provider.handle_userinfo_request("", _headers(request)).to_dict()
        except InvalidAccessToken:
            return JSONResponse({"error": "invalid_token"}, 401)
        if not self.signs_userinfo:
            return JSONResponse(told)
        audience = self.provider.bent.get("client_id", CLIENT)
        claims = {**told, "iss": self.issuer, "aud": audience}
        signed = JWS(claims, alg="RS256").sign_compact([self.provider.signing_key])
        return Response(signed, media_type="application/jwt")


@lru_cache(maxsize=4)
def new_key(kid: str, number: int = 0) -> RSAKey:
    """A key under a name; another number, another key."""
    return RSAKey(kid=kid, key=RSA.generate(2048), use="sig", alg="RS256")


def _headers(request: Request) -> Mapping[str, str]:
    given = request.headers.get("authorization")
    return {"Authorization": given} if given else {}
