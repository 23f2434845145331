"""`declic advisor` on both databases: accounts made, listed, closed and given a new password."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result
from sqlalchemy.engine import Engine

from bot.adapters import passwords
from bot.adapters.sql import catalogue_store, migrate
from bot.adapters.sql.account_desk import AccountDesk
from bot.adapters.sql.accounts import AccountStore
from bot.adapters.sql.console_tables import advisors, console_sessions
from bot.adapters.sql.engine import connect
from bot.cli import main
from bot.settings import ROOT
from bot.web.tokens import now

ADD = ("add", "Lea.Martin@Mission.fr", "--name", "Léa Martin", "--organisation", "Mission locale")
PASSWORD = re.compile(r"(?:[2-9C-Y]{4}-){3}[2-9C-Y]{4}")


@pytest.fixture
def ready(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    monkeypatch.setenv("DECLIC_DATABASE_URL", database_url)
    engine = connect(database_url)
    migrate.upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def desk(ready: Engine) -> AccountDesk:
    return AccountDesk(ready)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["advisor", *arguments])


def shown_password(result: Result) -> str:
    found = PASSWORD.findall(result.output)
    assert result.exit_code == 0 and len(found) == 1, result.output
    return str(found[0])


def test_an_account_is_made_with_its_organisation_and_a_password_for_one_use(
    ready: Engine, desk: AccountDesk
) -> None:
    result = run(*ADD)
    account = AccountStore(ready).with_login("lea.martin@mission.fr")
    assert account and account.must_change and account.roles == {"advisor"}
    assert passwords.is_right(account.password_hash, shown_password(result))
    assert account.org.name == "Mission locale" and account.org.basins == ()
    assert "http://127.0.0.1:8000/console" in result.output
    member = desk.member("lea.martin@mission.fr")
    assert member and member.one_use_until
    assert timedelta(days=6) < member.one_use_until - now() < timedelta(days=8)


def test_the_password_is_stored_as_argon2id_only(ready: Engine) -> None:
    password = shown_password(run(*ADD))
    with ready.connect() as connection:
        row = connection.execute(sa.select(advisors)).one()
    assert row.password_hash.startswith("$argon2id$") and password not in str(row)


def test_a_second_account_joins_the_organisation_whatever_its_capitals(desk: AccountDesk) -> None:
    run(*ADD)
    run("add", "max", "--name", "Max", "--organisation", "MISSION locale", "--role", "admin")
    assert {member.org_name for member in desk.members()} == {"Mission locale"}


def test_an_organisation_has_the_basins_and_the_field_that_are_said(
    ready: Engine, desk: AccountDesk
) -> None:
    catalogue_store.fill(ready, ROOT / "data" / "catalogue")
    basin = next(iter(desk.known_basins()))
    result = run(*ADD, "--basin", basin, "--department", "38", "--reference", "on")
    org = desk.organisation("mission locale")
    assert result.exit_code == 0 and org and org.has_reference
    assert {basin, *desk.basins_of("38")} == set(org.basins) and len(org.basins) > 3
    run("add", "max", "--name", "Max", "--organisation", "Mission locale", "--reference", "off")
    org = desk.organisation("mission locale")
    assert org and not org.has_reference and len(org.basins) > 3


def test_the_list_tells_roles_organisation_last_login_and_state(ready: Engine) -> None:
    run(*ADD, "--role", "advisor", "--role", "admin")
    run("add", "max", "--name", "Max", "--organisation", "Cap emploi", "--no-password")
    output = run("list").output
    assert "lea.martin@mission.fr · Léa Martin · Mission locale" in output
    assert "accompagnement, administration · dernière entrée : jamais" in output
    assert "premier mot de passe" in output and "pas encore relié" in output
    assert output.index("Cap emploi") < output.index("Mission locale")
    assert "Léa" not in run("list", "--organisation", "cap emploi").output


def test_roles_are_changed_as_a_whole(desk: AccountDesk) -> None:
    run(*ADD)
    assert "rédaction" in run("roles", ADD[1], "--role", "editor").output
    member = desk.member("lea.martin@mission.fr")
    assert member and member.roles == {"editor"}


def test_a_closed_account_is_outside_at_once_and_opens_again_with_a_new_password(
    ready: Engine, desk: AccountDesk
) -> None:
    first = shown_password(run(*ADD))
    store = AccountStore(ready)
    account = store.with_login("lea.martin@mission.fr")
    assert account
    store.open_session(account.advisor_id, "a" * 64, now())
    assert "Ses sessions sont terminées" in run("disable", "LEA.martin@mission.fr").output
    with ready.connect() as connection:
        assert connection.execute(sa.select(console_sessions)).all() == []
    assert "· fermé" in run("list").output
    result = run("reset", "lea.martin@mission.fr")
    account = store.with_login("lea.martin@mission.fr")
    assert "Le compte est rouvert" in result.output and account and not account.disabled_at
    assert passwords.is_right(account.password_hash, shown_password(result))
    assert not passwords.is_right(account.password_hash, first)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(ADD, 1, "a déjà un compte", id="taken"),
        pytest.param(("add", "léa", *ADD[2:]), 2, "un mot sans espace ni accent", id="login"),
        pytest.param(("add", "l@m.fr; drop", *ADD[2:]), 2, "LOGIN", id="more than a login"),
        pytest.param((*ADD[:2], "--name", " ", *ADD[4:]), 2, "écrivez un nom", id="no name"),
        pytest.param((*ADD[:4], "--organisation", "x" * 81), 2, "écrivez un nom", id="long"),
        pytest.param((*ADD, "--role", "boss"), 2, "--role", id="role"),
        pytest.param((*ADD, "--basin", "9999"), 2, "bassin inconnu : 9999", id="basin"),
        pytest.param((*ADD, "--department", "99"), 2, "comme 38 ou 2A", id="department"),
        pytest.param(("disable", "max"), 1, "declic advisor list", id="nobody to close"),
        pytest.param(("reset", "max"), 1, "Aucun compte", id="nobody to reset"),
        pytest.param(("list", "--organisation", "X"), 1, "Aucun organisme « X »", id="none"),
    ],
)
def test_a_fault_is_told_in_french_with_what_to_do_and_changes_nothing(
    ready: Engine, desk: AccountDesk, arguments: tuple[str, ...], code: int, words: str
) -> None:
    run(*ADD)
    before = desk.members()
    result = run(*arguments)
    assert (result.exit_code, result.exception and type(result.exception)) == (code, SystemExit)
    assert words in result.output
    assert desk.members() == before


def test_a_closed_account_is_not_closed_twice_and_an_empty_list_says_what_to_do(
    ready: Engine,
) -> None:
    assert "declic advisor add" in run("list").output
    run(*ADD)
    run("disable", ADD[1])
    again = run("disable", ADD[1])
    assert again.exit_code == 1 and "déjà fermé" in again.output


def test_a_database_that_is_not_ready_is_told(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECLIC_DATABASE_URL", database_url)
    assert "declic data fill" in run("list").output


def test_without_a_provider_an_account_without_password_is_told_to_wait_for_one(
    ready: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "DECLIC_OIDC_ISSUER" in run(*ADD, "--no-password").output
    monkeypatch.setenv("DECLIC_OIDC_ISSUER", "https://connexion.example")
    monkeypatch.setenv("DECLIC_OIDC_CLIENT_ID", "declic")
    monkeypatch.setenv("DECLIC_OIDC_CLIENT_SECRET", "secret")
    other = run("add", "max", "--name", "Max", "--organisation", "Cap", "--no-password")
    assert "« ProConnect »" in other.output and not PASSWORD.search(other.output)
