"""A trial of the tests: how the team opens one, and a participant's phone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

import httpx
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot.web.tokens import now
from tests.integration.console.conftest import SITE, Chair

Sit = Callable[[str], Chair]
Fields = dict[str, str | list[str]]
YES = "1"
PATH = "/console/banc/essais"


def made(chair: Chair, places: int = 5, protocol: str = "declic/premier-essai") -> str:
    """The path of a trial of today, in preparation."""
    day = now().date().isoformat()
    fields: Fields = {"title": "Essai du jeudi", "day": day, "places": str(places)}
    answer = chair.post(PATH, {**fields, "from": protocol}, on=PATH)
    assert re.fullmatch(rf"{PATH}/[0-9a-f]{{16}}", answer.url.path), answer.text
    return str(answer.url.path)


def opened(chair: Chair, places: int = 5) -> tuple[str, list[str]]:
    """A trial that is open, and its codes."""
    path = made(chair, places)
    assert "L’essai est ouvert" in chair.post(f"{path}/ouvrir", on=path).text
    shown = re.findall(r'class="code">([^<]+)<', chair.get(f"{path}/codes").text)
    return path, [code.replace("-", "") for code in shown]


def close(chair: Chair, path: str) -> httpx.Response:
    """Says that one is sure, as the page that asks does."""
    return chair.post(f"{path}/clore", {"oui": YES}, on=path)


@dataclass
class Phone:
    """A participant's browser at a place of a trial."""

    web: TestClient
    code: str
    token: str = ""

    @classmethod
    def at(cls, web: TestClient, code: str) -> Phone:
        client = TestClient(web.app, base_url=SITE)
        client.portal = web.portal
        return cls(client, code)

    @property
    def path(self) -> str:
        return f"/essai/{self.code}"

    def enter(self, **agreed: str) -> Phone:
        answer = self.web.post(self.path, data=agreed)
        assert answer.status_code == 201, answer.text
        found = re.search(r'data-token="([^"]+)"', answer.text)
        assert found
        self.token = found.group(1)
        return self

    def say(self, text: str) -> httpx.Response:
        body = {"message_id": str(uuid4()), "text": text}
        answer = self.web.post("/api/messages", json=body, headers=self.headers)
        assert answer.status_code == 200, answer.text
        return answer

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def post(self, part: str, **fields: str) -> httpx.Response:
        return self.web.post(f"{self.path}/{part}", data=fields)

    def leave(self) -> httpx.Response:
        """Says that one is sure, as the page that asks does."""
        return self.post("arreter", oui=YES)

    def take_back(self) -> httpx.Response:
        return self.post("retirer", oui=YES)

    def react(self, kind: str, words: str = "", joined: bool = True) -> httpx.Response:
        return self.post("reaction", avis=kind, mots=words, joindre="1" if joined else "")

    def do_tasks(self, outcome: str = "done", tasks: int = 4) -> Phone:
        for number in range(tasks):
            self.post("tache", tache=f"task:{number}", fin=outcome)
        return self

    def page(self) -> str:
        return self.web.get(self.path).text


def rows(engine: Engine, table: sa.Table) -> list[sa.engine.Row]:
    with engine.connect() as connection:
        return list(connection.execute(sa.select(table)))


def squeezed(text: str) -> str:
    return "".join(text.replace("\u00ad", "").replace("\ufffe", "").split())
