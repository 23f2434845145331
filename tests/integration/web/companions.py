"""An advisor beside a person, over the API: the person agreed, or was told at the join."""

from __future__ import annotations

import asyncio
import secrets
from typing import Any
from uuid import uuid4

import httpx
from sqlalchemy.engine import Engine

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.accompaniments import Accompaniment, AccompanimentStore
from bot.adapters.sql.accounts import Account, AccountStore, Organisation
from bot.adapters.sql.rights import RightsStore
from bot.adapters.sql.sessions import SessionStore
from bot.web.accompaniments import Accompaniments
from bot.web.conversations import Conversations
from bot.web.openings import Openings
from bot.web.resume_codes import ResumeCodes
from bot.web.rights import Rights
from bot.web.tokens import now
from tests.fake_rasa import SECRET
from tests.integration.web.person import Person


class Advisor(Person):
    """Who sits at the console, with the token of the seat once there is one.

    rasa_url, secret: of the installation whose web app is at `url`.
    """

    def __init__(
        self,
        engine: Engine,
        rasa_url: str,
        url: str,
        name: str = "Claude Martin",
        secret: str = SECRET,
    ) -> None:
        self.web, self.last = httpx.Client(base_url=url, timeout=30, trust_env=False), {}  # type: ignore[assignment]
        self.engine, self._rasa_url, self._secret = engine, rasa_url, secret
        key = secrets.token_hex(8)
        org = Organisation(key, f"Mission locale {key}")
        self.account = Account(
            key, org, f"{key}@example.org", name, frozenset({"advisor"}), password_hash=None
        )
        AccountStore(engine).add_organisation(org, now())
        AccountStore(engine).add(self.account, now())

    def start(self) -> Accompaniment:
        """Begins a conversation, and sits down at it."""
        return self._sit(asyncio.run(self._run("start")))

    def ask(self, code: str) -> Accompaniment:
        return asyncio.run(self._run("ask", code.replace("-", "")))

    def code(self, one: Accompaniment) -> str:
        return str(asyncio.run(self._run("code", one)).shown)

    def sit(self, asked: Accompaniment) -> None:
        """Opens the page, once the person has agreed."""
        self._sit(asked)

    def join(self, person: Person) -> Accompaniment:
        """Asks with the person's code, is accepted, and sits down."""
        asked = self.ask(code_of(person))
        assert reply(person, True).status_code == 204
        return self._sit(asked)

    def _sit(self, one: Accompaniment) -> Accompaniment:
        self.token = asyncio.run(self._run("token", one))
        return one

    async def _run(self, name: str, *arguments: Any) -> Any:
        client = RasaClient(self._rasa_url, self._secret)
        sessions, rights_store = SessionStore(self.engine), RightsStore(self.engine)
        rights = Rights(rights_store, Conversations(sessions, client), ResumeCodes(self._secret))
        service = Accompaniments(
            AccompanimentStore(self.engine),
            AccountStore(self.engine),
            rights_store,
            rights,
            Openings(sessions, client),
        )
        given = arguments if name in ("token", "code") else (self.account, *arguments)
        try:
            return await getattr(service, name)(*given)
        finally:
            await client.close()


def act(who: Person, **content: Any) -> httpx.Response:
    return who.web.post("/api/session/live", json=content, headers=who.headers)


def reply(person: Person, is_agreed: bool) -> httpx.Response:
    """Yes or no to whom the person reads of now."""
    notice = person.read().json()["advisor"]["notice"]
    return act(person, agree={"id": notice["id"], "yes": is_agreed})


def code_of(person: Person) -> str:
    answer = person.web.post("/api/session/code", headers=person.headers)
    assert answer.status_code == 200, answer.text
    return str(answer.json()["code"])


def on_another_device(person: Person) -> Person:
    """The same person with a token of their own."""
    other = object.__new__(Person)
    other.web, other.last = person.web, {}
    resumed = person.web.post("/api/resume", json={"code": code_of(person)})
    assert resumed.status_code == 200, resumed.text
    other.token = resumed.json()["token"]
    return other


def new_id() -> str:
    return str(uuid4())
