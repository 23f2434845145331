"""The first account, to try the console: made once, on one's own machine only."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from sqlalchemy.engine import Engine

from bot import demonstration
from bot.adapters import passwords
from bot.adapters.sql import migrate
from bot.adapters.sql.account_desk import AccountDesk
from bot.adapters.sql.accounts import AccountStore
from bot.commands.serve import _first_account
from bot.services.account_rules import ROLES
from bot.settings import Settings
from bot.web.tokens import now


@pytest.fixture
def ready(engine: Engine) -> Iterator[Engine]:
    migrate.upgrade(engine)
    yield engine


def settings(**environment: str) -> Settings:
    return Settings.from_environment(environment)


def test_the_first_start_makes_an_account_that_opens_once(ready: Engine) -> None:
    made = demonstration.first_account(ready, settings())
    account = AccountStore(ready).with_login("demo")
    assert made and account and account.roles == set(ROLES) and account.must_change
    assert passwords.is_right(account.password_hash, made.password)
    assert account.org.name == demonstration.ORGANISATION


def test_it_is_never_made_again_whatever_becomes_of_it(ready: Engine) -> None:
    demonstration.first_account(ready, settings())
    assert demonstration.first_account(ready, settings()) is None
    desk = AccountDesk(ready)
    (member,) = desk.members()
    desk.disable(member.org_id, member.advisor_id, now())
    assert demonstration.first_account(ready, settings()) is None


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({"DECLIC_PUBLIC_URL": "https://declic.example"}, id="a public address"),
        pytest.param({"DECLIC_PUBLIC_URL": "http://127.0.0.1:8000"}, id="an address at all"),
        pytest.param({"DECLIC_HOST": "0.0.0.0"}, id="every address of the machine"),
        pytest.param({"DECLIC_HOST": "192.0.2.7"}, id="an address that others reach"),
    ],
)
def test_where_others_come_nobody_gets_an_account_unasked(
    ready: Engine, environment: dict[str, str]
) -> None:
    assert demonstration.first_account(ready, settings(**environment)) is None
    assert AccountDesk(ready).is_empty()


def test_the_start_tells_address_login_and_password_the_first_time_only(
    ready: Engine, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECLIC_DATABASE_URL", database_url)
    chosen = Settings.from_environment()
    environment = {**os.environ, "DECLIC_DATABASE_URL": database_url}
    told = "\n".join(_first_account(chosen, environment))
    account = AccountStore(ready).with_login("demo")
    assert "http://127.0.0.1:8000/console" in told and "declic advisor reset demo" in told
    password = told.split("une seule fois : ")[1].split()[0]
    assert account and passwords.is_right(account.password_hash, password)
    assert _first_account(chosen, environment) == []
