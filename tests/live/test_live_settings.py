"""Keys and switches of the live services, what is built from them, what the doctor says."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import wiring
from bot.adapters.live.build import build_live
from bot.diagnosis import live as diagnosis
from bot.settings import SettingError, Settings

ID, SECRET = "DECLIC_FRANCE_TRAVAIL_ID", "DECLIC_FRANCE_TRAVAIL_SECRET"
TOKEN, SWITCH = "DECLIC_DATA_INCLUSION_TOKEN", "DECLIC_GEOCODING"
ALL = {ID: "PAR_declic", SECRET: "s3cr3t-key", TOKEN: "t0k3n-key", SWITCH: "on"}
OF_FRANCE_TRAVAIL = {"vacancies", "companies", "titles", "market"}


def ports(environment: dict[str, str]) -> set[str]:
    """Names of the ports that are on."""
    live = build_live(Settings.from_environment(environment).live)
    return {name for name, port in vars(live).items() if port is not None}


@pytest.mark.parametrize(
    ("environment", "on"),
    [
        pytest.param({}, set(), id="nothing is set"),
        pytest.param({SWITCH: "on"}, {"addresses"}, id="addresses"),
        pytest.param({SWITCH: " OFF "}, set(), id="addresses switched off"),
        pytest.param({TOKEN: "key"}, {"services"}, id="local services"),
        pytest.param({ID: "id"}, set(), id="half of a key"),
        pytest.param({SECRET: "secret"}, set(), id="the other half"),
        pytest.param({ID: "id", SECRET: "secret"}, OF_FRANCE_TRAVAIL, id="France Travail"),
        pytest.param(ALL, {"addresses", "services", *OF_FRANCE_TRAVAIL}, id="all"),
    ],
)
def test_a_service_is_on_when_its_key_or_switch_is_set(
    environment: dict[str, str], on: set[str]
) -> None:
    assert ports(environment) == on
    assert Settings.from_environment(environment).live.is_any_on is bool(on)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (SWITCH, "oui"),
        (TOKEN, "a key with spaces"),
        (SECRET, "clé"),
        (ID, "a\nb"),
        ("DECLIC_DATA_INCLUSION_URL", "http://api.example"),
        ("DECLIC_FRANCE_TRAVAIL_URL", "api.example"),
        ("DECLIC_FRANCE_TRAVAIL_LOGIN_URL", "https://"),
        ("DECLIC_GEOCODING_URL", "ftp://127.0.0.1"),
    ],
)
def test_a_wrong_setting_is_named_and_a_key_is_not_shown(name: str, value: str) -> None:
    with pytest.raises(SettingError) as caught:
        Settings.from_environment({name: value})
    assert name in str(caught.value)
    assert name not in (ID, SECRET, TOKEN) or value not in str(caught.value)


def test_keys_are_in_no_repr() -> None:
    settings = Settings.from_environment({**ALL, "DECLIC_SECRET": "sh4red"})
    shown = repr(settings) + repr(build_live(settings.live))
    assert not [key for key in ("PAR_declic", "s3cr3t", "t0k3n", "sh4red") if key in shown]


def test_a_service_of_this_machine_needs_no_https() -> None:
    url = "http://127.0.0.1:8080/geocodage/"
    settings = Settings.from_environment({"DECLIC_GEOCODING_URL": url})
    assert settings.live.geocoding_url == "http://127.0.0.1:8080/geocodage"


def test_a_process_builds_its_services_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECLIC_VAR", str(tmp_path))
    monkeypatch.setenv(SWITCH, "on")
    wiring._live.cache_clear()
    try:
        assert wiring.live() is wiring.live()
        assert wiring.live().addresses is not None
    finally:
        wiring._live.cache_clear()


def test_without_keys_all_ports_are_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECLIC_VAR", str(tmp_path))
    for name in ALL:
        monkeypatch.delenv(name, raising=False)
    wiring._live.cache_clear()
    try:
        assert not any(vars(wiring.live()).values())
    finally:
        wiring._live.cache_clear()


@pytest.mark.parametrize(
    ("environment", "states"),
    [
        pytest.param({}, ["ok"] * 3, id="off is no fault"),
        pytest.param(ALL, ["ok"] * 3, id="all on"),
        pytest.param({ID: "id"}, ["fault", "ok", "ok"], id="no secret"),
        pytest.param({SECRET: "secret"}, ["fault", "ok", "ok"], id="no id"),
    ],
)
def test_the_doctor_tells_each_service(environment: dict[str, str], states: list[str]) -> None:
    findings = list(diagnosis.services(Settings.from_environment(environment).live))
    assert [one.state for one in findings] == states


def test_what_is_off_says_how_to_turn_it_on() -> None:
    findings = list(diagnosis.services(Settings.from_environment({}).live))
    assert {one.value for one in findings} == {"éteint"}
    advice = " ".join(one.advice for one in findings)
    assert all(name in advice for name in (ID, SECRET, TOKEN, SWITCH))
    assert "francetravail.io" in advice and "data.inclusion.gouv.fr" in advice


@pytest.mark.parametrize(("given", "missing"), [(ID, SECRET), (SECRET, ID)])
def test_half_of_a_key_names_the_other_half(given: str, missing: str) -> None:
    finding = next(diagnosis.services(Settings.from_environment({given: "half"}).live))
    assert missing in finding.value and "half" not in finding.value
