"""`declic live` and the building of ports, against a local France Travail."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from bot.adapters.live.build import build_live, build_live_rome
from bot.commands.live import command
from bot.settings import ROOT, Settings
from tests.live.france_travail_server import (
    CLIENT_ID,
    CLIENT_SECRET,
    TOKEN_PATH,
    Answer,
    Fault,
    FranceTravailServer,
)

CATALOGUE = ["--catalogue", str(ROOT / "data" / "catalogue")]
Run = Callable[..., Result]


@pytest.fixture
def environment(server: FranceTravailServer) -> dict[str, str]:
    return {
        "DECLIC_FRANCE_TRAVAIL_ID": CLIENT_ID,
        "DECLIC_FRANCE_TRAVAIL_SECRET": CLIENT_SECRET,
        "DECLIC_FRANCE_TRAVAIL_URL": f"{server.url}/partenaire",
        "DECLIC_FRANCE_TRAVAIL_LOGIN_URL": f"{server.url}{TOKEN_PATH}?realm=%2Fpartenaire",
        "DECLIC_DATA_INCLUSION_TOKEN": "",
        "DECLIC_GEOCODING": "off",
    }


@pytest.fixture
def run(environment: dict[str, str]) -> Run:
    def running(*arguments: str, **settings: str) -> Result:
        return CliRunner().invoke(command, arguments, env={**environment, **settings})

    return running


def test_the_keys_switch_four_ports_on(environment: dict[str, str]) -> None:
    settings = Settings.from_environment(environment).live
    live = build_live(settings)
    assert None not in (live.vacancies, live.companies, live.market, live.titles)
    assert (live.services, live.addresses) == (None, None)
    assert build_live_rome(settings) is not None


@pytest.mark.parametrize("missing", ["DECLIC_FRANCE_TRAVAIL_ID", "DECLIC_FRANCE_TRAVAIL_SECRET"])
def test_half_of_the_keys_switches_nothing_on(environment: dict[str, str], missing: str) -> None:
    settings = Settings.from_environment({**environment, missing: ""}).live
    live = build_live(settings)
    assert (live.vacancies, live.companies, live.market, live.titles) == (None,) * 4
    assert build_live_rome(settings) is None


def test_vacancies_are_counted_and_the_newest_shown(run: Run) -> None:
    result = run("vacancies", "d1102", "38185", "--radius", "10", *CATALOGUE)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0].startswith("320 offres pour D1102 à 10 km")
    assert lines[1] == (
        "  Boulanger / Boulangère 319 (H/F)  (38 - Saint-Martin-d'Hères, CDI, 08/11/2026)"
    )
    assert lines[-1].startswith("https://candidat.francetravail.fr/offres/recherche?lieux=38185")


def test_all_vacancies_are_told_on_demand(run: Run) -> None:
    result = run("vacancies", "D1102", "38185", "--radius", "10", "--all", "--json", *CATALOGUE)
    found = json.loads(result.stdout)
    assert len(found["newest"]) == found["count"] == 320
    assert found["newest"][0]["published_on"] == "2026-11-08"


def test_no_vacancy_ends_with_one(run: Run) -> None:
    result = run("vacancies", "F1703", "38185", *CATALOGUE)
    assert (result.exit_code, result.output[:20]) == (1, "0 offre pour F1703 à")


def test_companies_are_listed(run: Run) -> None:
    result = run("companies", "D1102", "38185", "--count", "2", *CATALOGUE)
    assert result.exit_code == 0
    assert "FOURNIL 0  (SIRET 80000000000000)\n  GRENOBLE, " in result.output
    assert ", 1 à 5 personnes, Boulangerie et boulangerie-pâtisserie\n" in result.output


def test_the_market_is_told_or_said_to_have_no_figure(run: Run) -> None:
    told, none = run("market", "D1102", "2a"), run("market", "D1102", "01")
    assert told.output == "Corse-du-Sud, 2025 : 2 sur 5, recruter est facile.\n"
    assert (none.exit_code, none.output) == (1, "Aucun chiffre pour ce métier ici.\n")
    assert json.loads(run("market", "D1102", "38", "--json").stdout)["level"] == 4


def test_words_become_titles(run: Run) -> None:
    result = run("titles", "je faisais le pain", "--count", "2")
    assert result.output == (
        "D1102   91%  Boulanger / Boulangère\n"
        "D1102        Ouvrier boulanger / Ouvrière boulangère\n"
    )


def test_a_job_of_today_is_shown_beside_the_stored_edition(
    run: Run, server: FranceTravailServer
) -> None:
    shown = run("job", "D1102", *CATALOGUE)
    assert shown.exit_code == 0
    assert "D1102  Boulanger / Boulangère\nVersion du ROME en ligne : 61 ;" in shown.output
    assert "La vôtre est plus ancienne." in shown.output
    server.rome_version = {"version": "1", "lastModifiedDate": "2020-01-01T00:00:00Z"}
    assert "plus ancienne" not in run("job", "D1102", *CATALOGUE).output


def test_a_job_is_shown_although_its_version_cannot_be_had(
    run: Run, server: FranceTravailServer
) -> None:
    server.misbehave("/partenaire/rome-metiers/v1/metiers/version", Fault(Answer(404)))
    result = run("job", "D1102", "--json", *CATALOGUE)
    told = json.loads(result.stdout)
    assert (told["versions"]["live"], told["job"]["label"]) == (None, "Boulanger / Boulangère")
    assert told["skills"] == ["Pétrir une pâte", "Cuire le pain"]


def test_a_code_that_is_gone_ends_with_one(run: Run) -> None:
    result = run("job", "A1416", *CATALOGUE)
    assert (result.exit_code, result.output) == (
        1,
        "Le ROME d'aujourd'hui n'a pas de code A1416.\n",
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("vacancies", "D1102", "38185", *CATALOGUE),
        ("companies", "D1102", "38185", *CATALOGUE),
        ("market", "D1102", "38"),
        ("titles", "pain"),
        ("job", "D1102", *CATALOGUE),
    ],
    ids=lambda arguments: arguments[0],
)
@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"DECLIC_FRANCE_TRAVAIL_ID": ""}, "ce service est éteint"),
        ({"DECLIC_FRANCE_TRAVAIL_SECRET": "autre"}, "ne reconnaît pas la clé"),
        ({"DECLIC_FRANCE_TRAVAIL_URL": "ftp://x"}, "DECLIC_FRANCE_TRAVAIL_URL"),
    ],
    ids=["off", "wrong keys", "wrong address"],
)
def test_what_cannot_be_used_ends_with_two_and_says_why(
    run: Run, arguments: tuple[str, ...], settings: dict[str, str], told: str
) -> None:
    result = run(*arguments, **settings)
    assert result.exit_code == 2
    assert told in result.output
    assert "autre" not in result.output


@pytest.mark.parametrize("code", ["X", "D11022", "١٢٣٤٥", "../x"])
def test_what_is_no_rome_code_is_said_to_be_none(run: Run, code: str) -> None:
    result = run("market", code, "38")
    assert result.exit_code == 2
    assert "comme D1102" in result.output


def test_the_status_tells_of_each_service(run: Run, server: FranceTravailServer) -> None:
    server.subscribed -= {"api_romeov2"}
    result = run("status", "--json")
    states = {one["service"]: one["state"] for one in json.loads(result.stdout)}
    assert result.exit_code == 1
    assert states == {
        "Adresses (Géoplateforme)": "off",
        "Aides locales (data·inclusion)": "off",
        "Offres d'emploi (France Travail)": "ok",
        "La Bonne Boîte (France Travail)": "ok",
        "Marché du travail (France Travail)": "ok",
        "ROMEO (France Travail)": "refused",
    }
