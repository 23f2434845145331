"""Who a person is, asked of a real OpenID provider that runs here, and of what thieves show."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from bot.adapters.openid.errors import OpenIdError, ProviderAway, ProviderRefused
from bot.adapters.openid.provider import Flow, OpenIdProvider
from bot.settings import OpenIdSettings
from tests.openid_server import CLIENT, OTHER_CLIENT, SECRET, OpenIdServer, new_key
from tests.servers import free_port

BACK = "https://declic.example/console/entrer/retour"
FLOW = Flow(state="s" * 43, nonce="n" * 43, verifier="v" * 43)


@pytest.fixture
def server() -> Iterator[OpenIdServer]:
    running = OpenIdServer(BACK)
    running.know("nadia", "Nadia.Benali@Mission.fr")
    running.start()
    yield running
    running.stop()


def settings_of(issuer: str, secret: str = SECRET, trusts_email: bool = False) -> OpenIdSettings:
    return OpenIdSettings(issuer, CLIENT, secret, "ProConnect", trusts_email)


@pytest.fixture
def provider(server: OpenIdServer) -> OpenIdProvider:
    return OpenIdProvider(settings_of(server.issuer), BACK)


def agree(provider: OpenIdProvider, flow: Flow = FLOW) -> dict[str, str]:
    """What the browser brings back from the provider."""
    answer = httpx.get(provider.address(flow))
    assert answer.status_code == 302, answer.text
    query = parse_qs(urlsplit(answer.headers["location"]).query)
    return {name: values[0] for name, values in query.items()}


def test_a_person_is_told_by_subject_and_verified_email(
    server: OpenIdServer, provider: OpenIdProvider
) -> None:
    back = agree(provider)
    person = provider.person(back["code"], FLOW)
    assert back["state"] == FLOW.state
    assert person.email == "nadia.benali@mission.fr"
    assert person.subject.startswith(f"{server.issuer} ")


def test_the_browser_carries_no_secret_and_asks_for_the_least(
    server: OpenIdServer, provider: OpenIdProvider
) -> None:
    agree(provider)
    asked = server.requests[0]
    assert asked["scope"] == "openid email" and asked["redirect_uri"] == BACK
    assert asked["response_type"] == "code" and asked["code_challenge_method"] == "S256"
    assert asked["nonce"] == FLOW.nonce
    assert FLOW.verifier not in str(asked) and SECRET not in str(asked)


def test_somebody_is_the_same_one_each_time(provider: OpenIdProvider) -> None:
    subjects = {provider.person(agree(provider)["code"], FLOW).subject for _ in range(2)}
    assert len(subjects) == 1


def test_userinfo_may_come_signed(server: OpenIdServer, provider: OpenIdProvider) -> None:
    server.signs_userinfo = True
    assert provider.person(agree(provider)["code"], FLOW).email == "nadia.benali@mission.fr"


@pytest.mark.parametrize(
    ("is_verified", "trusts_email", "is_told"),
    [
        pytest.param(True, False, True, id="verified"),
        pytest.param(False, False, False, id="not verified"),
        pytest.param(None, False, False, id="nothing is said of it"),
        pytest.param(None, True, True, id="a provider that vouches for all"),
    ],
)
def test_an_email_counts_only_when_it_may_be_believed(
    server: OpenIdServer, is_verified: bool | None, trusts_email: bool, is_told: bool
) -> None:
    server.know("nadia", "nadia@mission.fr", is_verified)
    provider = OpenIdProvider(settings_of(server.issuer, trusts_email=trusts_email), BACK)
    person = provider.person(agree(provider)["code"], FLOW)
    assert person.email == ("nadia@mission.fr" if is_told else None)


@pytest.mark.parametrize(
    ("bent", "reason"),
    [
        pytest.param({"lifetime": -3600}, "claims:expired_token", id="a token that is over"),
        pytest.param({"client_id": OTHER_CLIENT}, "claims:invalid_claim", id="another audience"),
        pytest.param({"nonce": "n" * 42 + "x"}, "claims:invalid_claim", id="another nonce"),
        pytest.param({"nonce": None}, "claims:missing_claim", id="no nonce"),
        pytest.param({"issuer": "http://127.0.0.1:1"}, "claims:invalid_claim", id="issuer"),
        pytest.param({"key": new_key("first", 2)}, "signature", id="a key under a known name"),
    ],
)
def test_a_token_that_is_not_ours_of_now_is_refused(
    server: OpenIdServer, provider: OpenIdProvider, bent: dict[str, object], reason: str
) -> None:
    code = agree(provider)["code"]
    provider.person(agree(provider)["code"], FLOW)  # the keys are known from now on
    with server.bend(**bent), pytest.raises(ProviderRefused) as refused:
        provider.person(code, FLOW)
    assert refused.value.reason == reason


def test_signed_userinfo_for_another_service_is_refused(
    server: OpenIdServer, provider: OpenIdProvider
) -> None:
    code = agree(provider)["code"]
    server.signs_userinfo = True
    server.provider.bent = {}
    original = server.provider._create_signed_id_token

    def for_us(*arguments: object) -> str:
        token = original(*arguments)
        server.provider.bent = {"client_id": OTHER_CLIENT}
        return str(token)

    server.provider._create_signed_id_token = for_us
    with pytest.raises(ProviderRefused, match="userinfo_for_another"):
        provider.person(code, FLOW)


def test_the_userinfo_of_another_person_is_refused(
    server: OpenIdServer, provider: OpenIdProvider
) -> None:
    code = agree(provider)["code"]
    server.people["nadia"]["sub"] = "somebody else"
    with pytest.raises(ProviderRefused, match="another_subject"):
        provider.person(code, FLOW)


def test_a_new_key_of_the_provider_is_learnt(
    server: OpenIdServer, provider: OpenIdProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider.person(agree(provider)["code"], FLOW)
    monkeypatch.setattr("bot.adapters.openid.directory.KEYS_ASKED_EVERY_SECONDS", 0.0)
    server.provider.signing_key = new_key("second")
    assert provider.person(agree(provider)["code"], FLOW).email


def test_a_code_works_once_and_with_its_verifier_only(provider: OpenIdProvider) -> None:
    code = agree(provider)["code"]
    with pytest.raises(ProviderRefused, match="code_refused"):
        provider.person(code, Flow(FLOW.state, FLOW.nonce, "w" * 43))
    code = agree(provider)["code"]
    provider.person(code, FLOW)
    for wrong in (code, "invented", ""):
        with pytest.raises(ProviderRefused, match="code_refused"):
            provider.person(wrong, FLOW)


def test_a_wrong_secret_of_ours_is_told_apart_from_a_person(server: OpenIdServer) -> None:
    provider = OpenIdProvider(settings_of(server.issuer, secret="wrong"), BACK)
    with pytest.raises(ProviderRefused, match="code_refused"):
        provider.person(agree(provider)["code"], FLOW)


def test_a_provider_that_is_away_is_said_to_be(
    server: OpenIdServer, provider: OpenIdProvider
) -> None:
    code = agree(provider)["code"]
    server.stop()
    with pytest.raises(ProviderAway):
        provider.person(code, FLOW)
    with pytest.raises(ProviderAway):
        OpenIdProvider(settings_of(f"http://127.0.0.1:{free_port()}"), BACK).address(FLOW)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("issuer", "https://another.example"),
        ("issuer", None),
        ("token_endpoint", "http://another.example/token"),
        ("authorization_endpoint", "javascript:alert(1)"),
        ("jwks_uri", None),
    ],
)
def test_a_directory_of_another_or_without_https_is_not_followed(
    server: OpenIdServer, monkeypatch: pytest.MonkeyPatch, name: str, value: str | None
) -> None:
    wrong = {**server._configuration(), name: value}
    monkeypatch.setattr(server, "_configuration", lambda: wrong)
    with pytest.raises(OpenIdError):
        OpenIdProvider(settings_of(server.issuer), BACK).address(FLOW)
