"""Entering through a real OpenID provider: who is let in, once tied, and who is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot.adapters.sql.account_desk import AccountDesk, Newcomer
from bot.adapters.sql.console_tables import advisors
from bot.adapters.sql.entering import EnteringStore
from bot.settings import Settings
from bot.web.console import openid_login
from bot.web.tokens import now
from tests.integration.console.conftest import ACCOUNTS, MISSION, SITE, Chair, on_sqlite
from tests.openid_server import CLIENT, OTHER_CLIENT, SECRET, OpenIdServer

BACK = f"{SITE}/console/entrer/retour"
EMAIL = "nadia.benali@mission.fr"


@pytest.fixture
def server() -> Iterator[OpenIdServer]:
    running = OpenIdServer(BACK)
    running.know("nadia", EMAIL.title())
    running.start()
    yield running
    running.stop()


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = on_sqlite(tmp_path)
    yield opened
    opened.dispose()


@pytest.fixture
def settings(server: OpenIdServer) -> Settings:
    return Settings.from_environment(
        {
            "DECLIC_PUBLIC_URL": SITE,
            "DECLIC_OIDC_ISSUER": server.issuer,
            "DECLIC_OIDC_CLIENT_ID": CLIENT,
            "DECLIC_OIDC_CLIENT_SECRET": SECRET,
        }
    )


@pytest.fixture
def nadia(engine: Engine) -> str:
    """An account that was made for her e-mail; its id."""
    newcomer = Newcomer(EMAIL, "Nadia Benali", frozenset({"advisor"}), None, None)
    return AccountDesk(engine).add(MISSION.org_id, newcomer, now())


def browser(web: TestClient) -> Chair:
    return Chair(TestClient(web.app, base_url=SITE))


def go(chair: Chair, to: str = "") -> str:
    """To the provider, where one agrees; the address to which it sends the browser back."""
    away = chair.web.get("/console/entrer/fournisseur", params={"vers": to}, follow_redirects=False)
    assert away.status_code == 303, away.text
    return str(httpx.get(away.headers["location"]).headers["location"])


def enter(chair: Chair, to: str = "") -> httpx.Response:
    return chair.web.get(go(chair, to))


def subject(engine: Engine, advisor_id: str) -> str | None:
    query = sa.select(advisors.c.oidc_subject).where(advisors.c.advisor_id == advisor_id)
    with engine.connect() as connection:
        found: str | None = connection.execute(query).scalar_one()
        return found


def test_the_login_page_offers_the_provider(web: TestClient) -> None:
    assert "Entrer avec ProConnect" in browser(web).get("/console/entrer").text


def test_somebody_enters_the_account_that_was_made_for_them(
    web: TestClient, engine: Engine, nadia: str
) -> None:
    answer = enter(browser(web))
    assert answer.url.path == "/console" and "Bonjour Nadia Benali" in answer.text
    assert subject(engine, nadia)


def test_one_is_led_to_where_one_wanted_to_go_and_only_in_the_console(
    web: TestClient, nadia: str
) -> None:
    assert enter(browser(web), "/console/mot-de-passe").url.path == "/console/mot-de-passe"
    assert enter(browser(web), "https://ailleurs.fr/").url == f"{SITE}/console"


def test_once_tied_it_is_the_person_that_counts_not_the_email(
    web: TestClient, engine: Engine, server: OpenIdServer, nadia: str
) -> None:
    enter(browser(web))
    server.people["nadia"]["email"] = "nadia.nouveau-nom@mission.fr"
    assert "Bonjour Nadia Benali" in enter(browser(web)).text


def test_another_person_with_a_tied_email_does_not_enter(
    web: TestClient, server: OpenIdServer, nadia: str
) -> None:
    enter(browser(web))
    server.know("thief", EMAIL)
    server.user = "thief"
    answer = enter(browser(web))
    assert answer.status_code == 403 and "Aucun compte Déclic" in answer.text


@pytest.mark.parametrize("is_verified", [False, None])
def test_an_email_that_nobody_verified_ties_nothing(
    web: TestClient, engine: Engine, server: OpenIdServer, nadia: str, is_verified: bool | None
) -> None:
    server.people.clear()
    server.know("nadia", EMAIL, is_verified)
    assert enter(browser(web)).status_code == 403
    assert subject(engine, nadia) is None


def test_somebody_without_an_account_does_not_get_one(web: TestClient, engine: Engine) -> None:
    chair = browser(web)
    answer = enter(chair)
    assert answer.status_code == 403 and "Aucun compte Déclic" in answer.text
    assert chair.get("/console").url.path == "/console/entrer"
    assert len(AccountDesk(engine).members()) == len(ACCOUNTS)


def test_a_disabled_account_opens_neither_the_first_time_nor_later(
    web: TestClient, engine: Engine, nadia: str
) -> None:
    desk = AccountDesk(engine)
    desk.disable(MISSION.org_id, nadia, now())
    assert enter(browser(web)).status_code == 403
    desk.reset(MISSION.org_id, nadia, "x", now())
    enter(browser(web))
    desk.disable(MISSION.org_id, nadia, now())
    assert enter(browser(web)).status_code == 403


def test_the_password_for_one_use_that_was_not_needed_opens_no_more(
    web: TestClient, engine: Engine
) -> None:
    newcomer = Newcomer(EMAIL, "Nadia", frozenset({"advisor"}), "hash", now())
    AccountDesk(engine).add(MISSION.org_id, newcomer, now())
    assert enter(browser(web)).url.path == "/console"
    tried = EnteringStore(engine).take_try(EMAIL, now())
    assert tried and tried.password_hash is None


def test_a_login_that_another_browser_began_is_not_ended_here(web: TestClient, nadia: str) -> None:
    """Who sends their own answer of the provider to somebody does not make them enter as them."""
    thief, victim = browser(web), browser(web)
    back = go(thief)
    for chair in (victim, browser(web)):
        answer = chair.web.get(back)
        assert answer.status_code == 400 and "pas allé au bout" in answer.text
    go(victim)
    assert victim.web.get(back).status_code == 400
    assert victim.get("/console").url.path == "/console/entrer"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"state": "autre"}, id="another state"),
        pytest.param({"state": ""}, id="no state"),
        pytest.param({"code": ""}, id="no code"),
        pytest.param({"code": "inventé"}, id="an invented code"),
    ],
)
def test_an_answer_that_was_changed_opens_nothing(
    web: TestClient, nadia: str, change: dict[str, str]
) -> None:
    chair = browser(web)
    query = {name: one for name, (one,) in parse_qs(urlsplit(go(chair)).query).items()}
    answer = chair.web.get(f"{BACK}?{urlencode({**query, **change})}")
    assert answer.status_code in (400, 403)
    assert chair.get("/console").url.path == "/console/entrer"


def test_an_answer_is_used_once(web: TestClient, nadia: str) -> None:
    chair = browser(web)
    back = go(chair)
    assert chair.web.get(back).url.path == "/console"
    assert chair.web.get(back).status_code == 400


def test_an_answer_that_comes_too_late_opens_nothing(
    web: TestClient, nadia: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    chair = browser(web)
    back = go(chair)
    real = openid_login.time.time
    monkeypatch.setattr(openid_login.time, "time", lambda: real() + 601)
    assert chair.web.get(back).status_code == 400


@pytest.mark.parametrize(
    "bent",
    [
        pytest.param({"nonce": "another"}, id="another nonce"),
        pytest.param({"client_id": OTHER_CLIENT}, id="another audience"),
        pytest.param({"lifetime": -600}, id="expired"),
        pytest.param({"issuer": "http://127.0.0.1:1"}, id="another issuer"),
    ],
)
def test_a_token_that_is_not_for_this_login_opens_nothing(
    web: TestClient, server: OpenIdServer, nadia: str, bent: dict[str, object]
) -> None:
    chair = browser(web)
    back = go(chair)
    with server.bend(**bent):
        answer = chair.web.get(back)
    assert answer.status_code == 403 and "ne peut pas être vérifiée" in answer.text
    assert chair.get("/console").url.path == "/console/entrer"


def test_who_says_no_at_the_provider_is_told_kindly(web: TestClient) -> None:
    chair = browser(web)
    query = parse_qs(urlsplit(go(chair)).query)
    refused = {"error": "access_denied", "state": query["state"][0]}
    answer = chair.web.get(f"{BACK}?{urlencode(refused)}")
    assert answer.status_code == 400 and "Revenir à l’entrée" in answer.text


def test_a_provider_that_is_away_leaves_the_passwords(
    web: TestClient, server: OpenIdServer
) -> None:
    server.stop()
    answer = browser(web).get("/console/entrer/fournisseur")
    assert answer.status_code == 503 and "ProConnect ne répond pas" in answer.text
    assert "Bonjour Camille" in browser(web).enter("camille").text


def test_no_word_of_the_provider_is_logged(
    web: TestClient, server: OpenIdServer, nadia: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    chair = browser(web)
    back = go(chair)
    code = parse_qs(urlsplit(back).query)["code"][0]
    with server.bend(nonce="another"):
        chair.web.get(back)
    enter(browser(web))
    ours = [record for record in caplog.records if record.name.startswith("bot")]
    said = " ".join(f"{record.getMessage()} {vars(record)}" for record in ours)
    assert "console_openid_refused" in said and "console_entered" in said
    for secret in (code, EMAIL, SECRET, "access_token"):
        assert secret not in said
