"""Nobody passes a door of the console without a seat, its role and a form of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from bot.adapters.sql.accompaniments import Accompaniment
from tests.integration.console.conftest import Chair

Sit = Callable[[str], Chair]


def test_nobody_is_led_to_the_login_and_from_there_back(web: TestClient) -> None:
    answer = web.get("/console")
    assert answer.url.path == "/console/entrer"
    back = Chair(web).enter("camille")
    assert back.url.path == "/console" and "Bonjour Camille" in back.text


@pytest.mark.parametrize(
    ("login", "password"),
    [
        pytest.param("camille", "autre", id="a wrong password"),
        pytest.param("personne", "un-mot-de-passe-assez-long", id="a login of nobody"),
    ],
)
def test_what_is_wrong_is_not_told_apart(web: TestClient, login: str, password: str) -> None:
    answer = Chair(web).enter(login, password)
    assert answer.status_code == 422
    assert "L’identifiant ou le mot de passe n’est pas le bon" in answer.text
    assert web.get("/console").url.path == "/console/entrer"


@pytest.mark.parametrize("to", ["https://ailleurs.fr", "//ailleurs.fr", "/console/../x", "/api"])
def test_the_login_leads_nowhere_else(web: TestClient, to: str) -> None:
    answer = Chair(web).enter("camille", to=to)
    assert answer.url.path == "/console" and answer.url.host == "testserver"


def test_leaving_ends_the_session(sit: Sit) -> None:
    chair = sit("advisor")
    chair.post("/console/sortir")
    assert chair.get("/console").url.path == "/console/entrer"


def test_a_form_without_the_token_of_its_session_does_nothing(sit: Sit) -> None:
    chair = sit("advisor")
    answer = chair.web.post("/console/sortir", data={"csrf": "0" * 64})
    assert answer.status_code == 403 and "trop ancienne" in answer.text
    assert "Bonjour" in chair.get("/console").text


def test_a_form_of_another_site_does_nothing(sit: Sit) -> None:
    chair = sit("advisor")
    headers = {"Origin": "https://ailleurs.fr"}
    assert chair.web.post("/console/sortir", headers=headers).status_code == 403
    assert "Bonjour" in chair.get("/console").text


@pytest.mark.parametrize("kind", ["colleague", "stranger"])
def test_an_interview_is_the_advisors_own(
    sit: Sit, accompaniment: Accompaniment, kind: str
) -> None:
    path = f"/console/entretiens/{accompaniment.accompaniment_id}"
    assert sit(kind).get(path).status_code == 404


@pytest.mark.parametrize("kind", ["editor", "tester", "admin"])
def test_an_interview_is_for_advisors(sit: Sit, accompaniment: Accompaniment, kind: str) -> None:
    path = f"/console/entretiens/{accompaniment.accompaniment_id}"
    answer = sit(kind).get(path)
    assert answer.status_code == 403 and "n’ouvre pas cette page" in answer.text


def test_an_ended_interview_opens_no_more(sit: Sit, ended: Accompaniment) -> None:
    path = f"/console/entretiens/{ended.accompaniment_id}"
    assert sit("advisor").get(path).status_code == 404


def test_the_pages_are_never_kept_nor_framed(sit: Sit) -> None:
    headers = sit("advisor").get("/console").headers
    assert headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "form-action 'self'" in headers["Content-Security-Policy"]
