"""The examples of `deploy/` and their guide: settings that exist, ports that are ours, no address.

They are read, not run: that needs Docker, nginx and systemd.
"""

from __future__ import annotations

import configparser
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from bot.cli import main
from bot.processes import GRACE_SECONDS
from bot.settings import ROOT, SETTINGS, Settings
from bot.web.bodies import BODY_BYTES

DEPLOY = ROOT / "deploy"
GIVEN = {
    "DECLIC_DATABASE_PASSWORD": "password",
    "DECLIC_SECRET": "secret",
    "DECLIC_PUBLIC_URL": "https://declic.example",
    "DECLIC_EMBED_ORIGINS": "https://www.mission.example",
}
DOCUMENTS = [*DEPLOY.glob("*"), ROOT / "docs" / "exploiter.md"]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    # The round trip's reader: Rasa makes the safe one look every "${…}" up in the environment.
    document: dict[str, Any] = YAML().load(DEPLOY / "compose.yml")
    return document


@pytest.fixture(scope="module")
def nginx() -> str:
    return (DEPLOY / "nginx.conf").read_text()


def filled(text: str) -> str:
    """A value of the compose file, with the variables of a filled `.env`."""
    return re.sub(r"\$\{(\w+):[?-]\}", lambda found: GIVEN[found.group(1)], text)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_only_settings_that_exist_are_named(path: Path) -> None:
    known = {setting.name for setting in SETTINGS} | {"DECLIC_DATABASE_PASSWORD"}
    assert set(re.findall(r"DECLIC_[A-Z_]+[A-Z]", path.read_text())) <= known


@pytest.mark.parametrize("name", ["prepare", "rasa", "web"])
def test_our_programs_accept_their_settings(compose: dict[str, Any], name: str) -> None:
    service = compose["services"][name]
    given = {key: filled(str(value)) for key, value in service["environment"].items()}
    settings = Settings.from_environment(given)
    assert settings.public_url == "https://declic.example"
    assert settings.redis_url and settings.database_url.startswith("postgresql://")
    assert settings.secret == "secret"
    module = service["command"][-1].removeprefix("bot.").replace(".", "/")
    assert (ROOT / "bot" / f"{module}.py").exists() or (ROOT / "bot" / module).is_dir()


def test_there_are_two_of_each_and_only_nginx_is_reached(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert {name for name, service in services.items() if "ports" in service} == {"proxy"}
    assert [services[name]["deploy"]["replicas"] for name in ("web", "rasa")] == [2, 2]
    assert compose["networks"]["private"] == {"internal": True}
    needed = {need for service in services.values() for need in service.get("depends_on", {})}
    joined = {network for service in services.values() for network in service["networks"]}
    assert needed <= services.keys() and joined == compose["networks"].keys()


def test_only_the_network_of_nginx_says_who_asks(compose: dict[str, Any]) -> None:
    (subnet,) = compose["networks"]["front"]["ipam"]["config"]
    given = compose["services"]["web"]["environment"]["DECLIC_PROXIES"]
    members = {n for n, service in compose["services"].items() if "front" in service["networks"]}
    assert given == subnet["subnet"] and members == {"web", "proxy"}


def test_nginx_writes_who_asks_anew_and_logs_no_address(nginx: str) -> None:
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in nginx
    assert "$proxy_add_x_forwarded_for" not in nginx
    logged = re.search(r"log_format without_people(.*?);", nginx, re.DOTALL)
    assert logged and re.findall(r"\$(\w+)", logged.group(1)) == [
        "time_iso8601",
        "status",
        "bytes_sent",
        "request_time",
    ]
    assert re.findall(r"access_log .*", nginx) == ["access_log /dev/stdout without_people;"]
    assert f"client_max_body_size {BODY_BYTES // 1024}k;" in nginx
    assert nginx.count("{") == nginx.count("}")


def test_the_unit_starts_what_exists_and_writes_where_it_may() -> None:
    unit = configparser.ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read_string((DEPLOY / "declic.service").read_text())
    assert unit.sections() == ["Unit", "Service", "Install"]
    service = unit["Service"]
    program, *arguments = service["ExecStart"].split()
    assert program == f"{service['WorkingDirectory']}/.venv/bin/declic"
    assert CliRunner().invoke(main, [*arguments, "--help"]).exit_code == 0
    assert service["ReadWritePaths"].split() == [
        f"{service['WorkingDirectory']}/{folder}" for folder in ("var", "models")
    ]
    assert int(service["TimeoutStopSec"]) > GRACE_SECONDS
