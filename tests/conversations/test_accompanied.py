"""What an advisor's console says in a real conversation: a question, an answer, the sheet."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.adapters.sql.accompaniments import OPEN, Accompaniment, AccompanimentStore
from bot.adapters.sql.engine import connect
from bot.adapters.sql.session_tables import sessions
from bot.services import clock
from bot.web.tokens import now
from tests.accounts import have_account
from tests.integration.console.conftest import ACCOUNTS, PASSWORD
from tests.stack import Person, Stack

OFFER = "microcredit-accompagne"


class Advisor:
    """At the console of the real installation, beside one person."""

    def __init__(self, stack: Stack, engine: Engine) -> None:
        self.http = httpx.Client(base_url=stack.url, timeout=30, follow_redirects=True)
        self.path = f"/console/entretiens/{beside_the_newest(engine)}"
        entered = {"login": ACCOUNTS["advisor"].login, "password": PASSWORD}
        assert self._send("/console/entrer", "/console/entrer", entered).url.path == "/console"

    def post(self, act: str, **fields: str) -> str:
        answer = self._send(f"{self.path}/{act.split('/')[0]}", f"{self.path}/{act}", fields)
        answer.raise_for_status()
        return answer.text

    def _send(self, page: str, to: str, fields: dict[str, str]) -> httpx.Response:
        """The form of a page, with the token that it has."""
        found = re.search(r'name="csrf" value="([^"]+)"', self.http.get(page).text)
        assert found
        return self.http.post(to, data={"csrf": found.group(1), **fields})


def beside_the_newest(engine: Engine) -> str:
    """The id of the advisor's accompaniment of the conversation that was opened last."""
    own = ACCOUNTS["advisor"]
    newest = sa.select(sessions.c.conversation_id).order_by(sessions.c.created_at.desc()).limit(1)
    with engine.connect() as connection:
        conversation_id = str(connection.execute(newest).scalar_one())
    have_account(engine, own)
    given = (own.advisor_id, own.org.org_id, OPEN)
    dates = {"created_at": now(), "opened_at": now(), "agreed_at": now()}
    made = Accompaniment(conversation_id[:16], conversation_id, *given, is_started=False, **dates)
    AccompanimentStore(engine).add(made)
    return made.accompaniment_id


@pytest.fixture
def advisor(stack: Stack, settled: Person) -> Advisor:
    return Advisor(stack, connect(stack.settings.database_url))


def last(person: Person) -> dict[str, Any]:
    return person.history()[-1]


def test_a_sheet_comes_into_the_conversation_and_the_question_comes_again(
    advisor: Advisor, settled: Person
) -> None:
    before = [m for m in settled.messages if m.get("buttons")]
    advisor.post("partir/garder", personne="J’appelle le garage.")
    advisor.post("partir/partager")
    turn = last(settled)
    (links,) = [m for m in turn["messages"] if m["type"] == "links"]
    page = advisor.http.get(links["links"][0]["url"])
    assert "J’appelle le garage." in page.text
    again = [m for m in turn["messages"] if m.get("buttons")]
    assert [b["title"] for b in again[-1]["buttons"]] == [b["title"] for b in before[-1]["buttons"]]
    settled.messages = turn["messages"]
    settled.choose(again[-1]["buttons"][0]["title"])
    assert settled.messages


def test_the_deciding_question_is_asked_and_its_answer_is_understood(
    advisor: Advisor, settled: Person
) -> None:
    advisor.post("prescrire/question", offre=OFFER)
    asked = last(settled)
    assert "Microcrédit" in asked["you"] and asked["author"] == "advisor"
    settled.messages = asked["messages"]
    settled.choose("Oui")
    page = advisor.http.get(f"{advisor.path}/dossier/{OFFER}").text
    assert "<q>Oui</q>" in page


def test_what_was_answered_aloud_decides_and_is_read_on_both_screens(
    advisor: Advisor, settled: Person
) -> None:
    advisor.post("prescrire/reponse", fait="age", nombre="34")
    assert "34" in last(settled)["you"]
    assert clock.today().isoformat() in advisor.http.get(f"{advisor.path}/prescrire").text
    kept = settled._own("GET", "/api/session/export").json()
    assert kept["ce que j’ai compris"]["dit pour les aides"]["age"] == "34"
