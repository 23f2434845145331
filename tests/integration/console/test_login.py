"""Entering the console: what opens, what slows down, what ends, and what a browser keeps of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.account_desk import AccountDesk
from bot.adapters.sql.console_tables import advisors, console_audit, console_sessions
from bot.services.seat_life import IDLE, LONGEST
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.console import entries
from bot.web.limits import Limit, Limits
from bot.web.tokens import now, token_hash
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.console.conftest import ACCOUNTS, NO_LIMIT, PASSWORD, SITE, Chair

Sit = Callable[[str], Chair]
REFUSED = "L’identifiant ou le mot de passe n’est pas le bon"
SESSION = "declic_console"


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "REFUSED_AFTER_SECONDS", 0.0)


def account_of(engine: Engine, kind: str = "advisor") -> sa.engine.Row:
    with engine.connect() as connection:
        query = sa.select(advisors).where(advisors.c.login == ACCOUNTS[kind].login)
        return connection.execute(query).one()


def change(engine: Engine, table: sa.Table, **values: object) -> None:
    with engine.begin() as connection:
        connection.execute(sa.update(table).values(values))


def browser(web: TestClient) -> Chair:
    return Chair(TestClient(web.app, base_url=SITE))


def test_a_login_is_read_whatever_its_capitals(web: TestClient) -> None:
    assert "Bonjour Camille" in browser(web).enter(" CAMILLE ").text


def test_five_wrong_passwords_close_the_account_for_the_right_one_too(
    web: TestClient, engine: Engine
) -> None:
    for _ in range(5):
        assert REFUSED in browser(web).enter("camille", "faux").text
    assert REFUSED in browser(web).enter("camille").text
    wait = account_of(engine).locked_until - now()
    assert timedelta(seconds=50) < wait <= timedelta(minutes=1)


def test_a_closed_account_opens_when_its_wait_is_over_and_forgets(
    web: TestClient, engine: Engine
) -> None:
    change(engine, advisors, failures=7, locked_until=now() - timedelta(seconds=1))
    assert "Bonjour" in browser(web).enter("camille").text
    row = account_of(engine)
    assert (row.failures, row.locked_until) == (0, None) and row.entered_at


def test_the_wait_grows_with_what_was_wrong_before(web: TestClient, engine: Engine) -> None:
    change(engine, advisors, failures=8, locked_until=now() - timedelta(seconds=1))
    browser(web).enter("camille", "faux")
    wait = account_of(engine).locked_until - now()
    assert timedelta(minutes=15) < wait <= timedelta(minutes=16)


def test_tries_during_the_wait_do_not_lengthen_it(web: TestClient, engine: Engine) -> None:
    until = now().replace(microsecond=0) + timedelta(minutes=1)
    change(engine, advisors, failures=5, locked_until=until)
    browser(web).enter("camille", "faux")
    row = account_of(engine)
    assert (row.failures, row.locked_until) == (5, until)


def test_wrong_passwords_of_one_account_do_not_close_another(web: TestClient) -> None:
    for _ in range(6):
        browser(web).enter("camille", "faux")
    assert "Bonjour" in browser(web).enter("dominique").text


def test_an_address_that_guesses_waits_and_a_right_password_does_not_count(
    engine: Engine, rasa: FakeRasa, settings: Settings
) -> None:
    limits = Limits(NO_LIMIT, NO_LIMIT, NO_LIMIT, entries=Limit(burst=3, per_second=0.001))
    app = create_app(engine, RasaClient(rasa.url, SECRET), limits, settings)
    with TestClient(app, base_url=SITE) as web:
        for _ in range(5):
            assert "Bonjour" in browser(web).enter("camille").text
        for login in ("un", "deux", "trois"):
            assert browser(web).enter(login, "faux").status_code == 422
        answer = browser(web).enter("camille")
    assert answer.status_code == 429 and int(answer.headers["retry-after"]) > 0
    assert "Bonjour" not in answer.text


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"disabled_at": "now"}, id="a disabled account"),
        pytest.param({"password_hash": None}, id="an account without password"),
        pytest.param({"must_change": True, "one_use_until": "now"}, id="a password too old"),
        pytest.param({"password_hash": "not a hash"}, id="a hash that cannot be read"),
    ],
)
def test_what_does_not_open_says_the_same_as_a_wrong_password(
    web: TestClient, engine: Engine, values: dict[str, object]
) -> None:
    wrong = browser(web).enter("personne", "faux").text
    moment = now() - timedelta(minutes=1)
    change(engine, advisors, **{k: moment if v == "now" else v for k, v in values.items()})
    refused = browser(web).enter("camille").text
    for text, login in ((wrong, "personne"), (refused, "camille")):
        assert REFUSED in text and login in text
    same = [re.sub(r'value="[^"]*"', "", text) for text in (wrong, refused)]
    assert same[0] == same[1]


def test_a_refusal_takes_as_long_for_nobody_as_for_somebody(
    web: TestClient, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The password is looked at in all cases, and the rest is waited for."""
    asked: list[str | None] = []
    waits = []
    right = entries.passwords.is_right

    def noted(password_hash: str | None, password: str) -> bool:
        asked.append(password_hash)
        return right(password_hash, password)

    async def no_wait(moment: float) -> None:
        waits.append(moment)

    monkeypatch.setattr(entries.passwords, "is_right", noted)
    monkeypatch.setattr(entries, "_wait_until", no_wait)
    for login in ("camille", "personne", "é è", "x" * 300):
        browser(web).enter(login, "faux")
    assert len(asked) == len(waits) == 4 and asked[0] and asked[1:] == [None] * 3


def test_a_session_ends_after_half_an_hour_without_a_request(sit: Sit, engine: Engine) -> None:
    chair = sit("advisor")
    change(engine, console_sessions, seen_at=now() - IDLE + timedelta(minutes=1))
    assert "Bonjour" in chair.get("/console").text
    change(engine, console_sessions, seen_at=now() - IDLE - timedelta(seconds=1))
    assert chair.get("/console").url.path == "/console/entrer"


def test_a_session_ends_after_twelve_hours_however_used(sit: Sit, engine: Engine) -> None:
    chair = sit("advisor")
    change(engine, console_sessions, created_at=now() - LONGEST - timedelta(seconds=1))
    assert chair.get("/console").url.path == "/console/entrer"


def test_a_request_keeps_a_session_alive(sit: Sit, engine: Engine) -> None:
    chair = sit("advisor")
    change(engine, console_sessions, seen_at=now() - timedelta(minutes=20))
    chair.get("/console")
    with engine.connect() as connection:
        seen = connection.execute(sa.select(console_sessions.c.seen_at)).scalar_one()
    assert now() - seen < timedelta(minutes=1)


def test_a_token_that_was_there_before_is_never_the_session(
    web: TestClient, engine: Engine
) -> None:
    """Fixation: whoever put a cookie in a browser does not sit there afterwards."""
    chair = browser(web)
    chair.web.cookies.set(SESSION, "planted-by-somebody", domain="testserver.local")
    chair.enter("camille")
    thief = browser(web)
    thief.web.cookies.set(SESSION, "planted-by-somebody", domain="testserver.local")
    assert thief.get("/console").url.path == "/console/entrer"
    with engine.connect() as connection:
        hashes = set(connection.execute(sa.select(console_sessions.c.token_hash)).scalars())
    assert token_hash("planted-by-somebody") not in hashes and len(hashes) == 1


def test_entering_again_ends_the_session_of_before(sit: Sit, web: TestClient) -> None:
    chair = sit("advisor")
    before = chair.web.cookies[SESSION]
    entering = chair.web.get("/console/entrer", follow_redirects=False)
    assert entering.headers["location"] == "/console"
    chair.web.cookies.delete(SESSION)
    kept = browser(web)
    kept.web.cookies.set(SESSION, before, domain="testserver.local")
    assert "Bonjour" in kept.get("/console").text
    form = re.search(r'name="csrf" value="([^"]+)"', browser_form(kept, before))
    assert form
    fields = {"csrf": form.group(1), "login": "camille", "password": PASSWORD}
    kept.web.post("/console/entrer", data=fields)
    assert kept.web.cookies[SESSION] != before
    old = browser(web)
    old.web.cookies.set(SESSION, before, domain="testserver.local")
    assert old.get("/console").url.path == "/console/entrer"


def browser_form(chair: Chair, session: str) -> str:
    """The login page that was open before the session began."""
    chair.web.cookies.delete(SESSION)
    page = chair.web.get("/console/entrer").text
    chair.web.cookies.set(SESSION, session, domain="testserver.local")
    return page


def test_another_site_cannot_make_somebody_enter_as_another(web: TestClient) -> None:
    chair, thief = browser(web), browser(web)
    own = re.search(r'name="csrf" value="([^"]+)"', thief.get("/console/entrer").text)
    assert own
    fields = {"login": "camille", "password": PASSWORD}
    for token in ("", "0" * 64, own.group(1)):
        answer = chair.web.post("/console/entrer", data={**fields, "csrf": token})
        assert answer.status_code == 403 and SESSION not in chair.web.cookies
    headers = {"Origin": "https://ailleurs.fr"}
    answer = thief.web.post(
        "/console/entrer", data={**fields, "csrf": own.group(1)}, headers=headers
    )
    assert answer.status_code == 403 and SESSION not in thief.web.cookies


@pytest.mark.parametrize(
    ("public_url", "name", "secure"),
    [
        ("http://testserver", "declic_console", False),
        ("https://declic.example", "__Host-declic_console", True),
    ],
)
def test_the_cookies_are_for_this_host_and_for_no_script(
    engine: Engine, rasa: FakeRasa, public_url: str, name: str, secure: bool
) -> None:
    settings = Settings.from_environment({"DECLIC_PUBLIC_URL": public_url})
    app = create_app(engine, RasaClient(rasa.url, SECRET), Limits(), settings)
    with TestClient(app, base_url="https://testserver") as web:
        chair = Chair(web)
        answer = chair.enter("camille")
        entering = answer.history[0]
    cookies = entering.headers.get_list("set-cookie")
    session = next(one for one in cookies if one.startswith(f"{name}="))
    assert "httponly" in session.lower() and "samesite=lax" in session.lower()
    assert "path=/" in session.lower() and "domain" not in session.lower()
    assert ("secure" in session.lower()) == secure
    assert "max-age" not in session.lower() and "expires" not in session.lower()


@pytest.mark.parametrize(
    ("to", "path"),
    [
        ("/console/organisation", "/console/organisation"),
        ("/console", "/console"),
        ("", "/console"),
        ("https://ailleurs.fr/console", "/console"),
        ("//ailleurs.fr/console", "/console"),
        ("/\\ailleurs.fr", "/console"),
        ("/console/../api/session", "/console"),
        ("/console/%2e%2e/", "/console"),
        ("/console?x=//ailleurs.fr", "/console"),
        ("/consoleailleurs", "/console"),
        ("/console\r\nSet-Cookie: a=b", "/console"),
        ("javascript:alert(1)", "/console"),
        ("/console@ailleurs.fr", "/console"),
    ],
)
def test_one_is_led_to_pages_of_the_console_only(web: TestClient, to: str, path: str) -> None:
    chair = browser(web)
    entered = first_step(chair, to)
    assert entered.status_code == 303 and entered.headers["location"] == path
    again = chair.web.get("/console/entrer", params={"vers": to}, follow_redirects=False)
    assert again.headers["location"] == path


def first_step(chair: Chair, to: str) -> httpx.Response:
    chair.web.follow_redirects = False
    return chair.enter(ACCOUNTS["admin"].login, to=to)


def test_no_word_of_the_login_is_logged(web: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    chair = browser(web)
    chair.enter("camille", "un-faux-mot-de-passe")
    chair.enter("camille")
    token = chair.web.cookies[SESSION]
    for record in caplog.records:
        if record.name.startswith("bot"):
            said = f"{record.getMessage()} {vars(record)}"
            for secret in ("camille", "un-faux-mot-de-passe", PASSWORD, token, token_hash(token)):
                assert secret not in said
    names = {record.getMessage() for record in caplog.records}
    assert {"console_entry_refused", "console_entered"} <= names


def test_the_log_of_accesses_has_who_entered_and_left(sit: Sit, engine: Engine) -> None:
    sit("advisor").post("/console/sortir")
    with engine.connect() as connection:
        noted = connection.execute(sa.select(console_audit.c.act)).scalars().all()
    assert noted == ["entered", "left"]


def test_who_is_disabled_is_outside_at_once(sit: Sit, engine: Engine) -> None:
    chair = sit("advisor")
    own = ACCOUNTS["advisor"]
    AccountDesk(engine).disable(own.org.org_id, own.advisor_id, now())
    assert chair.get("/console").url.path == "/console/entrer"


def test_many_at_once_are_told_to_come_again(
    web: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entries, "MOST_WAITING", 0)
    answer = browser(web).enter("camille")
    assert answer.status_code == 429 and answer.headers["retry-after"] == "3"


def test_tries_at_once_count_all(web: TestClient, engine: Engine) -> None:
    """No number of guesses in the same instant gets past the five."""
    from concurrent.futures import ThreadPoolExecutor

    from bot.adapters.sql.entering import EnteringStore

    store, at = EnteringStore(engine), now()
    with ThreadPoolExecutor(8) as pool:
        tried = list(pool.map(lambda _: store.take_try("camille", at), range(24)))
    assert sum(1 for one in tried if one and one.password_hash) == 5
    assert account_of(engine).failures == 5
