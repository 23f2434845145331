"""Which other sites may show the widget and use the API: those of the settings, by equality."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy.engine import Engine
from starlette.testclient import TestClient

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.engine import connect
from bot.settings import Settings
from bot.web.app import create_app
from tests.fake_rasa import SECRET, FakeRasa
from tests.web_database import make_tables

SITE = "https://www.mission.example"
OTHER = "http://127.0.0.1:9000"
STRANGERS = [
    "https://mission.example",
    "https://evil-www.mission.example",
    "https://www.mission.example.evil.example",
    "https://www.mission.example:8443",
    "https://WWW.mission.example",
    "https://www.mission.example/",
    "http://www.mission.example",
    "https://evil.example",
    "null",
    "*",
    "",
]
PATHS = ["/static/declic-chat.js", "/api/session", "/api/absent", "/pictures/a/b"]


@pytest.fixture
def engine(sqlite_url: str) -> Engine:
    opened = connect(sqlite_url)
    make_tables(opened)
    return opened


def web_of(engine: Engine, rasa: FakeRasa, **environment: str) -> TestClient:
    settings = Settings.from_environment(environment)
    return TestClient(create_app(engine, RasaClient(rasa.url, SECRET), settings=settings))


@pytest.fixture
def web(engine: Engine, rasa: FakeRasa) -> Iterator[TestClient]:
    """Shown by two other sites."""
    with web_of(engine, rasa, DECLIC_EMBED_ORIGINS=f"{SITE} {OTHER}") as client:
        yield client


@pytest.fixture
def closed(engine: Engine, rasa: FakeRasa) -> Iterator[TestClient]:
    """Shown by no other site."""
    with web_of(engine, rasa) as client:
        yield client


def preflight(web: TestClient, origin: str, method: str = "POST", headers: str = "") -> dict:
    asked = {"Origin": origin, "Access-Control-Request-Method": method}
    if headers:
        asked["Access-Control-Request-Headers"] = headers
    answer = web.options("/api/messages", headers=asked)
    return {"status": answer.status_code, **answer.headers}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("origin", [SITE, OTHER])
def test_a_site_of_the_list_may_read(web: TestClient, origin: str, path: str) -> None:
    headers = web.get(path, headers={"Origin": origin}).headers
    assert headers["access-control-allow-origin"] == origin
    assert "access-control-allow-credentials" not in headers
    assert headers["access-control-expose-headers"] == "ETag, Retry-After"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("origin", STRANGERS)
def test_a_stranger_may_not_read(web: TestClient, origin: str, path: str) -> None:
    headers = web.get(path, headers={"Origin": origin}).headers
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("origin", [SITE, None, "https://evil.example"])
@pytest.mark.parametrize("path", PATHS)
def test_no_cache_gives_one_site_the_answer_of_another(
    web: TestClient, path: str, origin: str | None
) -> None:
    headers = web.get(path, headers={"Origin": origin} if origin else {}).headers
    assert "Origin" in headers["vary"]


@pytest.mark.parametrize("method", ["GET", "POST", "PATCH", "DELETE"])
def test_a_site_of_the_list_asks_first_and_remembers_two_hours(
    web: TestClient, method: str
) -> None:
    answer = preflight(web, SITE, method, "authorization, content-type, if-none-match")
    assert (answer["status"], answer["access-control-allow-origin"]) == (200, SITE)
    assert answer["access-control-allow-methods"] == "GET, POST, PATCH, DELETE"
    assert answer["access-control-max-age"] == "7200"
    assert answer["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("origin", "method", "headers"),
    [
        *((origin, "POST", "content-type") for origin in STRANGERS),
        (SITE, "PUT", ""),
        (SITE, "TRACE", ""),
        (SITE, "POST", "x-http-method-override"),
        (SITE, "POST", "cookie"),
    ],
)
def test_whatever_else_is_refused_before_it_is_asked(
    web: TestClient, origin: str, method: str, headers: str
) -> None:
    answer = preflight(web, origin, method, headers)
    assert answer["status"] == 400
    assert origin == SITE or "access-control-allow-origin" not in answer


@pytest.mark.parametrize("origin", [origin for origin in STRANGERS if origin])
def test_a_stranger_cannot_even_open_a_conversation(
    web: TestClient, rasa: FakeRasa, origin: str
) -> None:
    refused = web.post("/api/sessions", headers={"Origin": origin})
    assert (refused.status_code, refused.json()["error"]) == (403, "wrong_origin")
    assert rasa.handled == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({}, 201, id="no browser"),
        pytest.param({"Origin": SITE}, 201, id="a site of the list"),
        pytest.param({"Origin": SITE, "Sec-Fetch-Site": "cross-site"}, 201, id="its browser says"),
        pytest.param({"Origin": "http://testserver"}, 201, id="our page, an old browser"),
        pytest.param(
            {"Origin": "https://declic.example", "Sec-Fetch-Site": "same-origin"},
            201,
            id="our page, behind a proxy that changes Host",
        ),
        pytest.param(
            {"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"},
            403,
            id="a page that has our host's name elsewhere",
        ),
        pytest.param(
            {"Origin": "https://evil.example", "Sec-Fetch-Site": "same-site"}, 403, id="a sibling"
        ),
    ],
)
def test_who_may_change_something(web: TestClient, headers: dict[str, str], status: int) -> None:
    assert web.post("/api/sessions", headers=headers).status_code == status


def test_our_public_address_is_ours(engine: Engine, rasa: FakeRasa) -> None:
    with web_of(engine, rasa, DECLIC_PUBLIC_URL="https://declic.example") as web:
        answer = web.post("/api/sessions", headers={"Origin": "https://declic.example"})
    assert answer.status_code == 201


def test_only_sites_of_the_list_frame_the_page(web: TestClient, closed: TestClient) -> None:
    framed = f"frame-ancestors 'self' {SITE} {OTHER};"
    assert framed in web.get("/").headers["content-security-policy"]
    assert "frame-ancestors 'self';" in closed.get("/").headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/static/declic-chat.js", "/pictures/absent/1.svg"])
def test_other_sites_load_our_files_only_when_there_are_some(
    web: TestClient, closed: TestClient, path: str
) -> None:
    name = "cross-origin-resource-policy"
    assert web.get(path).headers[name] == "cross-origin"
    assert closed.get(path).headers[name] == "same-origin"


@pytest.mark.parametrize("path", ["/", "/api/session", "/healthz"])
def test_what_is_private_is_never_loaded_as_a_file_of_another_site(
    web: TestClient, path: str
) -> None:
    assert web.get(path).headers["cross-origin-resource-policy"] == "same-origin"


def test_without_other_sites_nobody_elsewhere_reads_or_changes(closed: TestClient) -> None:
    read = closed.get("/api/session", headers={"Origin": SITE})
    assert "access-control-allow-origin" not in read.headers
    assert closed.post("/api/sessions", headers={"Origin": SITE}).status_code == 403


def test_a_failure_can_be_read_by_a_site_of_the_list(web: TestClient, rasa: FakeRasa) -> None:
    rasa.stop()
    away = web.post("/api/sessions", headers={"Origin": SITE})
    assert (away.status_code, away.headers["access-control-allow-origin"]) == (503, SITE)


@pytest.mark.parametrize(("url", "sent"), [("https://declic.example", True), ("", False)])
def test_browsers_keep_to_https_where_people_reach_us_by_it(
    engine: Engine, rasa: FakeRasa, url: str, sent: bool
) -> None:
    with web_of(engine, rasa, DECLIC_PUBLIC_URL=url) as web:
        headers = web.get("/").headers
    assert headers.get("strict-transport-security") == ("max-age=31536000" if sent else None)


@pytest.mark.parametrize("path", ["/", "/static", "/api", "/api/sessions/", "/static/declic.svg"])
def test_the_host_that_a_request_claims_is_never_repeated(web: TestClient, path: str) -> None:
    answer = web.get(path, headers={"Host": "evil.example"}, follow_redirects=False)
    assert "evil.example" not in f"{answer.headers} {answer.text}"
    assert not answer.is_redirect
