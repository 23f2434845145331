"""Settings of the public side: what is read, what is refused, and what to write instead."""

from __future__ import annotations

import pytest

from bot.settings import SettingError, Settings


def read(**environment: str) -> Settings:
    return Settings.from_environment(environment)


@pytest.mark.parametrize(
    ("given", "origins"),
    [
        pytest.param("", (), id="none"),
        pytest.param("https://www.mission.fr", ("https://www.mission.fr",), id="one"),
        pytest.param("https://a.fr  https://b.fr", ("https://a.fr", "https://b.fr"), id="two"),
        pytest.param("https://a.fr https://a.fr:443", ("https://a.fr",), id="one, written twice"),
        pytest.param("https://WWW.Mission.FR", ("https://www.mission.fr",), id="capitals"),
        pytest.param("https://a.fr:8443", ("https://a.fr:8443",), id="a port of its own"),
        pytest.param("http://127.0.0.1:80", ("http://127.0.0.1",), id="this machine"),
        pytest.param("http://[::1]:81", ("http://[::1]:81",), id="this machine by IPv6"),
        pytest.param("https://xn--mtier-bsa.fr", ("https://xn--mtier-bsa.fr",), id="punycode"),
    ],
)
def test_origins_are_kept_as_browsers_write_them(given: str, origins: tuple[str, ...]) -> None:
    assert read(DECLIC_EMBED_ORIGINS=given).embed_origins == origins


@pytest.mark.parametrize(
    "given",
    [
        "*",
        "null",
        "www.mission.fr",
        "https://",
        "https://*.mission.fr",
        "https://www.mission.fr/",
        "https://www.mission.fr/emploi",
        "https://www.mission.fr?",
        "https://www.mission.fr#a",
        "https://moi@www.mission.fr",
        "https://www.mission.fr;script-src",
        "https://a.fr,https://b.fr",
        "https://a.fr:0",
        "https://a.fr:99999",
        "https://[::1",
        "https://métier.fr",
        "http://www.mission.fr",
        "http://127.0.0.1.mission.fr",
        "ftp://www.mission.fr",
    ],
)
def test_what_is_no_origin_is_refused(given: str) -> None:
    with pytest.raises(SettingError, match="DECLIC_EMBED_ORIGINS.*write https:// and a host"):
        read(DECLIC_EMBED_ORIGINS=given)


@pytest.mark.parametrize(
    ("given", "public_url"),
    [
        ("", "http://127.0.0.1:8001"),
        ("https://declic.example", "https://declic.example"),
        ("https://declic.example/", "https://declic.example"),
        ("http://192.0.2.7:8000", "http://192.0.2.7:8000"),
    ],
)
def test_where_people_reach_declic(given: str, public_url: str) -> None:
    assert read(DECLIC_PUBLIC_URL=given, DECLIC_PORT="8001").public_url == public_url


@pytest.mark.parametrize("given", ["declic.example", "https://declic.example/chat", "https://a b"])
def test_a_public_address_with_more_than_a_host_is_refused(given: str) -> None:
    with pytest.raises(SettingError, match="DECLIC_PUBLIC_URL.*without a path"):
        read(DECLIC_PUBLIC_URL=given)


def test_proxies_are_addresses_and_networks() -> None:
    given = "10.0.0.5 fd00::5 10.1.0.0/24"
    assert read(DECLIC_PROXIES=given).proxies == ("10.0.0.5", "fd00::5", "10.1.0.0/24")


@pytest.mark.parametrize(
    "given", ["*", "0.0.0.0/0", "::/0", "proxy", "10.0.0.1/24", "10.0.0.5,::1"]
)
def test_a_proxy_that_could_be_anybody_is_refused(given: str) -> None:
    with pytest.raises(SettingError, match="DECLIC_PROXIES.*no address of a proxy"):
        read(DECLIC_PROXIES=given)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("DECLIC_METRICS_PORT", "0"),
        ("DECLIC_METRICS_PORT", "on"),
        ("DECLIC_OPENINGS_PER_MINUTE", "0"),
        ("DECLIC_OPENINGS_PER_MINUTE", "-1"),
        ("DECLIC_OPENINGS_PER_MINUTE", "1.5"),
    ],
)
def test_a_wrong_number_is_refused_by_name(name: str, given: str) -> None:
    with pytest.raises(SettingError, match=name):
        read(**{name: given})


def test_without_settings_nothing_is_open_to_others() -> None:
    settings = read()
    assert settings.embed_origins == () and settings.proxies == ()
    assert settings.metrics_port is None and settings.given_public_url is None


OPENID = {
    "DECLIC_OIDC_ISSUER": "https://connexion.example/api/v2",
    "DECLIC_OIDC_CLIENT_ID": "declic",
    "DECLIC_OIDC_CLIENT_SECRET": "un-secret",
}


def test_a_provider_of_the_console_is_whole_or_not_there() -> None:
    assert read().openid is None
    openid = read(**OPENID).openid
    assert openid and openid.label == "ProConnect" and not openid.trusts_email
    assert "un-secret" not in repr(openid)
    for name in OPENID:
        with pytest.raises(SettingError, match=name):
            read(**{**OPENID, name: ""})


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("DECLIC_OIDC_ISSUER", "http://connexion.example"),
        ("DECLIC_OIDC_ISSUER", "connexion.example"),
        ("DECLIC_OIDC_CLIENT_SECRET", "un secret"),
        ("DECLIC_OIDC_EMAIL", "oui"),
    ],
)
def test_a_provider_that_cannot_be_used_is_refused(name: str, given: str) -> None:
    with pytest.raises(SettingError, match=name):
        read(**{**OPENID, name: given})
