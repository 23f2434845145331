"""`declic doctor`: what can be wrong is told with what to do about it; secrets stay secret."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result

from bot.adapters.sql import catalogue_tables
from bot.adapters.sql.engine import connect
from bot.cli import main
from bot.diagnosis import database, setup
from bot.preparation import prepare_database
from bot.settings import SETTINGS, Settings
from tests.servers import free_port


class Installation:
    """Settings with local state of their own, and what the doctor says of them."""

    def __init__(self, folder: Path) -> None:
        self.environment = {
            "DECLIC_VAR": str(folder / "var"),
            "DECLIC_PORT": str(free_port()),
            "DECLIC_RASA_PORT": str(free_port()),
        }

    @property
    def settings(self) -> Settings:
        return Settings.from_environment(self.environment)

    def ask(self, *options: str) -> Result:
        unset = {setting.name: None for setting in SETTINGS}
        environment = {**unset, **self.environment}
        return CliRunner().invoke(main, ["doctor", *options], env=environment)

    def findings(self) -> dict[str, dict[str, str]]:
        listed = json.loads(self.ask("--json").output)["findings"]
        return {finding["name"]: finding for finding in listed}


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return Installation(tmp_path)


def test_a_new_clone_has_no_fault_and_nothing_is_made(
    installation: Installation, tmp_path: Path
) -> None:
    result = installation.ask()
    assert result.exit_code == 0, result.output
    assert "à créer" in result.output
    assert not (tmp_path / "var").exists()


def test_a_deck_of_pictures_that_cannot_be_used_deserves_attention(
    installation: Installation, tmp_path: Path
) -> None:
    assert installation.findings()["Images"]["state"] == "ok"
    installation.environment["DECLIC_PICTURES"] = str(tmp_path)
    found = installation.findings()["Images"]
    assert found["state"] == "attention"
    assert found["advice"] == f"Lancez declic pictures check {tmp_path}"


def test_a_prepared_database_is_well(installation: Installation) -> None:
    prepare_database(installation.settings)
    findings = installation.findings()
    assert [findings[name]["state"] for name in ("Base de données", "Tables", "Catalogue")] == (
        ["ok"] * 3
    )
    assert findings["Données BMO"]["value"].startswith("édition 20")


def test_a_prepared_postgresql_is_well(installation: Installation, postgresql_url: str) -> None:
    installation.environment["DECLIC_DATABASE_URL"] = postgresql_url
    assert installation.findings()["Tables"]["state"] == "attention"
    prepare_database(installation.settings)
    assert installation.findings()["Catalogue"]["state"] == "ok"


def test_another_catalogue_in_the_database_deserves_attention(installation: Installation) -> None:
    prepare_database(installation.settings)
    engine = connect(installation.settings.database_url)
    with engine.begin() as connection:
        connection.execute(sa.update(catalogue_tables.fills).values(content_hash="another"))
    engine.dispose()
    assert installation.findings()["Catalogue"]["state"] == "attention"


def test_a_file_that_is_no_database_is_a_fault(installation: Installation, tmp_path: Path) -> None:
    (tmp_path / "junk.db").write_text("this is not a database, whatever its name says")
    installation.environment["DECLIC_DATABASE_URL"] = f"sqlite:///{tmp_path / 'junk.db'}"
    assert installation.findings()["Base de données"]["state"] == "fault"


@pytest.mark.parametrize(
    ("name", "value", "finding"),
    [
        pytest.param("DECLIC_DATABASE_URL", "declic", "Base de données", id="not a URL"),
        pytest.param(
            "DECLIC_DATABASE_URL",
            "postgresql://declic@127.0.0.1:1/declic",
            "Base de données",
            id="PostgreSQL away",
        ),
        pytest.param("DECLIC_REDIS_URL", "redis://127.0.0.1:1/0", "Redis", id="Redis away"),
        pytest.param(
            "DECLIC_ACTIONS_URL", "http://127.0.0.1:1/webhook", "Serveur d'actions", id="actions"
        ),
    ],
)
def test_a_server_that_is_away_is_a_fault_with_its_setting(
    installation: Installation, name: str, value: str, finding: str
) -> None:
    installation.environment[name] = value
    assert installation.ask().exit_code == 1
    found = installation.findings()[finding]
    assert found["state"] == "fault" and name in found["advice"]


def test_redis_that_answers_is_well(installation: Installation, redis_url: str) -> None:
    installation.environment["DECLIC_REDIS_URL"] = redis_url
    assert installation.findings()["Redis"]["state"] == "ok"


def test_a_port_of_another_program_is_a_fault(installation: Installation) -> None:
    port = installation.environment["DECLIC_PORT"]
    with socket.create_server(("127.0.0.1", int(port))):
        assert installation.findings()[f"Port {port}"]["state"] == "fault"


@pytest.mark.parametrize(
    ("url", "state"),
    [("", "ok"), ("https://declic.example", "ok"), ("http://declic.example", "attention")],
)
def test_a_public_address_without_https_is_told(
    installation: Installation, url: str, state: str
) -> None:
    installation.environment["DECLIC_PUBLIC_URL"] = url
    assert installation.findings()["Adresse publique"]["state"] == state


def test_the_sites_that_show_the_widget_are_listed(installation: Installation) -> None:
    assert installation.findings()["Sites qui montrent Déclic"]["value"] == "aucun autre"
    installation.environment["DECLIC_EMBED_ORIGINS"] = "https://a.fr https://b.fr"
    found = installation.findings()["Sites qui montrent Déclic"]
    assert found["value"] == "https://a.fr, https://b.fr"


def test_a_wrong_setting_is_a_wrong_usage(installation: Installation) -> None:
    installation.environment["DECLIC_PORT"] = "web"
    result = installation.ask()
    assert result.exit_code == 2 and "DECLIC_PORT" in result.output


def test_every_setting_is_listed_and_a_misspelt_one_is_told() -> None:
    findings = list(setup.given_settings({"DECLIC_PROT": "8001"}))
    assert [f.name for f in findings] == [*(s.name for s in SETTINGS), "DECLIC_PROT"]
    assert findings[-1].state == "attention"


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("DECLIC_SECRET", "hidden", "***"),
        ("DECLIC_FRANCE_TRAVAIL_ID", "hidden", "***"),
        ("DECLIC_FRANCE_TRAVAIL_SECRET", "hidden", "***"),
        ("DECLIC_DATA_INCLUSION_TOKEN", "hidden", "***"),
        ("DECLIC_PORT", "8001", "8001"),
        ("DECLIC_DATABASE_URL", "postgresql://a:hidden@h/d", "postgresql://a:***@h/d"),
        ("DECLIC_DATABASE_URL", "postgresql://a:hi@den@h/d", "postgresql://a:***@h/d"),
        ("DECLIC_DATABASE_URL", "postgresql://a@h/d", "postgresql://a@h/d"),
        (
            "DECLIC_DATABASE_URL",
            "postgresql://h/d?user=a&password=hidden",
            "postgresql://h/d?user=a&password=***",
        ),
        ("DECLIC_REDIS_URL", "redis://:hidden@h:6379/0", "redis://:***@h:6379/0"),
    ],
)
def test_secrets_are_masked(name: str, value: str, shown: str) -> None:
    assert setup.masked(name, value) == shown


@pytest.mark.parametrize(
    ("name", "edition", "state"),
    [
        pytest.param("BMO", "2025", "ok", id="this year's"),
        pytest.param("BMO", "2024", "ok", id="last year's"),
        pytest.param("BMO", "2023", "attention", id="older"),
        pytest.param("FAP", "2021", "ok", id="a classification does not age"),
        pytest.param("ROME", "4.0 version 60", "ok", id="an edition that is no year"),
    ],
)
def test_old_recruiting_figures_deserve_attention(name: str, edition: str, state: str) -> None:
    assert database.freshness(name, edition, this_year=2025).state == state
