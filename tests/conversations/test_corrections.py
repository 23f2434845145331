"""An advisor corrects what was understood, with the real Rasa: both screens see it, nothing waits
in vain."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest

from bot.adapters.sql.accompaniments import OPEN, Accompaniment, AccompanimentStore
from bot.adapters.sql.engine import connect
from bot.adapters.sql.rights import RightsStore
from bot.web.tokens import now, token_hash
from tests.accounts import have_account
from tests.integration.console.conftest import MISSION, PASSWORD, account
from tests.interview_steps import a_bit, answer_statements
from tests.stack import Person, Stack, plain

ADVISOR = account("louise", MISSION, "advisor")


class Advisor:
    """At the panel "Comprendre" of one person's conversation."""

    def __init__(self, stack: Stack, person: Person) -> None:
        self._open(stack, person)
        self.web = httpx.Client(base_url=stack.url, timeout=30, follow_redirects=True)
        entered = {"login": ADVISOR.login, "password": PASSWORD, "vers": "/console"}
        door = self.web.get("/console/entrer").text
        self.web.post("/console/entrer", data={"csrf": _token(door), **entered})

    def _open(self, stack: Stack, person: Person) -> None:
        engine = connect(stack.settings.database_url)
        have_account(engine, ADVISOR)
        session = RightsStore(engine).session_of(token_hash(person.token))
        assert session
        given = (session.conversation_id, ADVISOR.advisor_id, MISSION.org_id, OPEN)
        made_id = session.conversation_id[:16]
        made = Accompaniment(made_id, *given, False, created_at=now(), opened_at=now())
        AccompanimentStore(engine).add(made)
        engine.dispose()
        self.path = f"/console/entretiens/{made_id}/comprendre"

    @property
    def panel(self) -> str:
        return self.web.get(self.path).text

    def line(self, fact: str) -> str:
        """A line as it reads."""
        row = re.search(rf'id="ligne-{fact}">(.*?)</tr>', self.panel, re.DOTALL)
        assert row, fact
        return plain(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row.group(1))))

    def post(self, act: str, **fields: Any) -> httpx.Response:
        page = self.panel
        fact = fields.get("fact", "")
        seen = re.search(rf'value="{fact}">\s*<input[^>]*name="seen" value="(\w*)"', page)
        data = {"csrf": _token(page), "seen": seen.group(1) if seen else "", **fields}
        return self.web.post(f"{self.path}/{act}", data=data)


def _token(page: str) -> str:
    """Of the forms of a page."""
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found
    return found.group(1)


def last(person: Person) -> dict[str, Any]:
    """The last turn on the person's screen; its buttons may be pressed there."""
    turn = person.history()[-1]
    person.messages = turn["messages"]
    return turn


@pytest.fixture
def asked_about_licence(settled: Person) -> Person:
    answer_statements(settled, a_bit)
    settled.choose("Je n’ai jamais travaillé")
    assert "permis B" in settled.texts
    return settled


def test_during_the_interview_the_question_is_asked_again_after_a_correction(
    stack: Stack, asked_about_licence: Person
) -> None:
    person, advisor = asked_about_licence, Advisor(stack, asked_about_licence)
    assert "« Bourgoin-Jallieu »" in advisor.line("commune") or "Bourgoin" in advisor.line(
        "commune"
    )
    advisor.post("corriger", fact="commune", value="38185")
    turn = last(person)
    assert plain(turn["you"]) == "Correction : commune, Grenoble (38000)"
    assert turn["author"] == "advisor"
    assert "J’ai noté" in person.texts and "permis B" in person.texts
    assert "Grenoble" in advisor.line("commune") and "accompagnement" in advisor.line("commune")
    assert "avant : Bourgoin-Jallieu" in advisor.line("commune")

    advisor.post("corriger", fact="training", value="short")
    advisor.post("retirer", fact="training")
    advisor.post("corriger", fact="licence", value="no")
    last(person)
    assert "permis B" not in person.texts.replace("permis B, non", "") and person.buttons


def test_after_the_list_a_correction_makes_it_again_and_a_question_is_asked_at_will(
    stack: Stack, asked_about_licence: Person
) -> None:
    person, advisor = asked_about_licence, Advisor(stack, asked_about_licence)
    for answer in ("Oui", "Une voiture", "30 minutes"):
        person.choose(answer)
    person.tick()
    person.tick()
    person.choose("Oui, quelques mois")
    assert person.cards
    advisor.post("corriger", fact="max_minutes", value="60")
    turn = last(person)
    assert plain(turn["you"]) == "Correction : trajet accepté, 60 minutes au plus"
    assert "liste" in person.texts and person.cards

    advisor.post("corriger", fact="circumstances.age", value="26")
    last(person)
    assert "26 ans" in person.texts and not person.cards

    advisor.post("demander", question="circumstances.status")
    assert plain(last(person)["you"]).startswith("Parlons de ceci : quelle est votre situation")
    assert "Je préfère ne pas répondre" in person.buttons

    advisor.post("demander", question="past_job")
    last(person)
    assert "métiers" in person.texts and "Je n’ai jamais travaillé" in person.buttons
    person.say("j'étais boulanger")
    assert person.options
    assert "posée en ce moment" in advisor.panel or "à son tour" in advisor.panel
