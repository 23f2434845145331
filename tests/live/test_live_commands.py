"""`declic live …` against local services: what people read, what programs read, how it ends."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from click.testing import CliRunner, Result

from bot.cli import main
from bot.settings import ROOT, SETTINGS
from tests.live.contracts import TOKEN, data_inclusion, geocoding, service
from tests.live.server import LocalServer, answers

CATALOGUE = ["--catalogue", str(ROOT / "data" / "catalogue")]
GARAGE = "mobilite--entretenir-reparer-son-vehicule"
RESULTS = ((service(1), 2), (service(2, thematiques=["famille--garde-denfants"]), None))


class Terminal:
    """Runs commands with the settings of a test and no other."""

    def __init__(self, server: LocalServer) -> None:
        self.environment = {
            "DECLIC_GEOCODING": "on",
            "DECLIC_GEOCODING_URL": f"{server.url}/geocodage",
            "DECLIC_DATA_INCLUSION_TOKEN": TOKEN,
            "DECLIC_DATA_INCLUSION_URL": f"{server.url}/api/v1",
        }

    def run(self, *arguments: str) -> Result:
        unset = {setting.name: None for setting in SETTINGS}
        return CliRunner().invoke(main, ["live", *arguments], env={**unset, **self.environment})


@pytest.fixture
def server() -> Iterator[LocalServer]:
    services = {
        "/geocodage/search": geocoding,
        "/api/v1/search/services": data_inclusion(*RESULTS),
    }
    with LocalServer(services) as running:
        yield running


@pytest.fixture
def terminal(server: LocalServer) -> Terminal:
    return Terminal(server)


def states(result: Result) -> dict[str, str]:
    """State of the two services that these tests switch on and off."""
    told = {one["service"]: one["state"] for one in json.loads(result.output)}
    return {
        name: told[name] for name in ("Adresses (Géoplateforme)", "Aides locales (data·inclusion)")
    }


def test_status_asks_each_service_once(terminal: Terminal, server: LocalServer) -> None:
    result = terminal.run("status")
    assert result.exit_code == 0, result.output
    assert result.output.count(" ms") == 2 and "éteint" in result.output
    assert len(server.asked) == 2


def test_status_is_well_when_all_is_off(terminal: Terminal, server: LocalServer) -> None:
    terminal.environment.clear()
    result = terminal.run("status", "--json")
    assert result.exit_code == 0 and set(states(result).values()) == {"off"}
    assert server.asked == []


def test_status_tells_a_refused_key(terminal: Terminal) -> None:
    terminal.environment["DECLIC_DATA_INCLUSION_TOKEN"] = "another-key"
    result = terminal.run("status", "--json")
    assert result.exit_code == 1 and list(states(result).values()) == ["ok", "refused"]
    assert "la clé d'accès" in result.output and "another-key" not in result.output


def test_status_tells_a_service_that_is_down(terminal: Terminal, server: LocalServer) -> None:
    server.always = answers(404)
    assert terminal.run("status").output.count("REFUS") == 2
    server.always = answers(503, Retry_After="3600")
    result = terminal.run("status")
    assert result.exit_code == 1 and result.output.count("PANNE") == 2


def test_an_address_is_shown(terminal: Terminal) -> None:
    result = terminal.run("address", "12 rue de Siam, Brest")
    assert result.exit_code == 0
    assert "12 Rue de Siam 29200 Brest" in result.output and "29019" in result.output
    document = json.loads(terminal.run("address", "rue de Siam", "--json").output)
    assert document["insee_code"] == "29019"


def test_an_address_that_is_not_found_ends_with_1(terminal: Terminal) -> None:
    result = terminal.run("address", "nulle part")
    assert result.exit_code == 1 and "Aucune adresse" in result.output
    assert json.loads(terminal.run("address", "nulle part", "--json").output) is None


def test_services_near_a_commune_are_shown(terminal: Terminal) -> None:
    result = terminal.run("services", "38185", *CATALOGUE)
    assert result.exit_code == 0, result.output
    assert "Garage solidaire 1  (2 km)" in result.output
    assert "Garage solidaire 2  (à distance)" in result.output
    assert "Association 1, Grenoble, 0400000000" in result.output


def test_services_of_a_theme_are_shown(terminal: Terminal) -> None:
    arguments = ["services", "38185", "--theme", GARAGE, "--json", *CATALOGUE]
    found = json.loads(terminal.run(*arguments).output)
    assert [one["name"] for one in found] == ["Garage solidaire 1"]
    assert found[0]["updated_on"] == "2026-10-05"


def test_no_service_near_ends_with_1(terminal: Terminal) -> None:
    theme = ["--theme", "mobilite--preparer-un-permis"]
    result = terminal.run("services", "38185", *theme, *CATALOGUE)
    assert result.exit_code == 1 and "Rien trouvé" in result.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["services", "38000", *CATALOGUE], "38000", id="a postcode, no commune"),
        pytest.param(
            ["services", "38185", "--theme", "voler", *CATALOGUE], "422", id="no such theme"
        ),
        pytest.param(["services", "38185", "--count", "0", *CATALOGUE], "count", id="no count"),
        pytest.param(["address"], "ADRESSE", id="no address"),
    ],
)
def test_what_cannot_be_used_ends_with_2(
    terminal: Terminal, arguments: list[str], told: str
) -> None:
    result = terminal.run(*arguments)
    assert result.exit_code == 2 and told in result.output


@pytest.mark.parametrize(
    "arguments", [["address", "rue de Siam"], ["services", "38185", *CATALOGUE]]
)
def test_a_service_that_is_off_says_where_to_look(terminal: Terminal, arguments: list[str]) -> None:
    terminal.environment.clear()
    result = terminal.run(*arguments)
    assert result.exit_code == 2 and "declic doctor" in result.output


def test_a_wrong_setting_ends_with_2(terminal: Terminal) -> None:
    terminal.environment["DECLIC_GEOCODING"] = "oui"
    result = terminal.run("status")
    assert result.exit_code == 2 and "DECLIC_GEOCODING" in result.output
