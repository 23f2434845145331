"""Interviews begin and are asked for through the console, within the limits of everybody."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.session_tables import sessions
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.limits import Limit, Limits
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.console.conftest import ACCOUNTS, NO_LIMIT, SITE, Chair
from tests.integration.web.companions import code_of
from tests.integration.web.person import Person

Sit = Callable[[str], Chair]
PAGE = "/console/entretiens"


def test_interviews_of_an_address_count_among_its_openings(
    engine: Engine, rasa: FakeRasa, settings: Settings
) -> None:
    one = Limit(burst=1, per_second=0.001)
    limits = Limits(session=NO_LIMIT, address=NO_LIMIT, openings=one, entries=NO_LIMIT)
    app = create_app(engine, RasaClient(rasa.url, SECRET, 2.0), limits, settings)
    with TestClient(app, base_url=SITE) as web:
        chair = Chair(web)
        chair.enter(ACCOUNTS["advisor"].login)
        assert chair.post(f"{PAGE}/nouveau", on=PAGE).url.path.startswith(f"{PAGE}/")
        assert chair.post(f"{PAGE}/nouveau", on=PAGE).status_code == 429
    with engine.connect() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(sessions)).scalar() == 1


@pytest.mark.parametrize("typed", ["222-222-222", "rien"])
def test_a_code_of_nobody_asks_nobody(sit: Sit, typed: str) -> None:
    answer = sit("advisor").post(f"{PAGE}/rejoindre", {"code": typed}, on=PAGE)
    assert answer.status_code in (404, 422) and "Ce code ne marche pas" in answer.text
    assert "Aucun entretien n’est ouvert" in answer.text


def test_who_asks_waits_and_a_colleague_may_not_ask_too(sit: Sit, person: Person) -> None:
    code = {"code": code_of(person)}
    asked = sit("advisor").post(f"{PAGE}/rejoindre", {**code}, on=PAGE)
    assert asked.url.path == PAGE and "Attend son accord" in asked.text
    assert person.read().json()["advisor"]["name"] == "Camille"
    too = sit("colleague").post(f"{PAGE}/rejoindre", {**code}, on=PAGE)
    assert too.status_code == 409 and "Une autre personne suit ce dossier" in too.text
    assert person.read().json()["advisor"]["name"] == "Camille"


def test_an_open_interview_is_known_by_the_code_that_opens_it(sit: Sit) -> None:
    chair = sit("advisor")
    chair.post(f"{PAGE}/nouveau", on=PAGE)
    (code,) = set(re.findall(r"\b\w{3}-\w{3}-\w{3}\b", chair.get(PAGE).text))
    assert chair.web.post("/api/resume", json={"code": code}).status_code == 200


def test_a_code_is_not_shown_before_the_person_agrees(sit: Sit, person: Person) -> None:
    code = code_of(person)
    chair = sit("advisor")
    asked = chair.post(f"{PAGE}/rejoindre", {"code": code}, on=PAGE)
    assert code not in asked.text and "Attend son accord" in asked.text
