"""The edge: headers, paths, limits, readiness, and no trace of a failure."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql import migrate
from bot.adapters.sql.engine import connect, metadata
from bot.settings import Settings
from bot.web import app as web_app
from bot.web.app import create_app
from bot.web.errors import ApiError
from bot.web.kept_files import KeptFiles
from bot.web.limits import Buckets, Limit, Limits
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.web.person import Person
from tests.web_database import make_tables

STATIC = sorted(path.name for path in (web_app.FOLDER / "static").iterdir())
TOO_SMALL = "sheet.js"
"""Gzip would make it larger."""
LARGE = ["/", *(f"/static/{name}" for name in STATIC if name != TOO_SMALL)]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
    "require-trusted-types-for 'script'"
)


@pytest.fixture
def engine(sqlite_url: str) -> Engine:
    """One database is enough here: the edge does not look at it."""
    opened = connect(sqlite_url)
    make_tables(opened)
    return opened


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/static/declic-chat.js"),
        ("GET", "/static/absent.js"),
        ("GET", "/healthz"),
        ("POST", "/api/sessions"),
        ("GET", "/api/session"),
        ("PUT", "/api/session"),
        ("GET", "/absent"),
    ],
)
def test_every_answer_bears_the_security_headers_and_no_cookie(
    web: TestClient, method: str, path: str
) -> None:
    headers = web.request(method, path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] in ("no-store", "no-cache")
    assert "set-cookie" not in headers


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/absent", 404, "not_found"),
        ("GET", "/api/", 404, "not_found"),
        ("GET", "/static/../app.py", 404, "not_found"),
        ("GET", "/static/%2e%2e/app.py", 404, "not_found"),
        ("GET", "/static/", 404, "not_found"),
        ("GET", "/api/messages", 405, "wrong_method"),
        ("PUT", "/api/session", 405, "wrong_method"),
        ("POST", "/", 405, "wrong_method"),
    ],
)
def test_a_wrong_path_or_method_is_told_in_json(
    web: TestClient, method: str, path: str, status: int, code: str
) -> None:
    response = web.request(method, path)
    assert (response.status_code, response.json()["error"]) == (status, code)


@pytest.mark.parametrize("name", STATIC)
def test_an_unchanged_file_is_not_sent_again(web: TestClient, name: str) -> None:
    first = web.get(f"/static/{name}")
    again = web.get(f"/static/{name}", headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


@pytest.mark.parametrize("path", LARGE)
def test_files_travel_compressed_as_well_as_gzip_can(web: TestClient, path: str) -> None:
    plain = web.get(path, headers={"Accept-Encoding": "identity"})
    with web.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as packed:
        content = b"".join(packed.iter_raw())
    assert packed.headers["content-encoding"] == "gzip"
    assert content == gzip.compress(plain.content, 9, mtime=0)
    assert int(packed.headers["content-length"]) < len(plain.content)
    assert packed.headers["etag"] == plain.headers["etag"]
    for answer in (plain, packed):
        assert "Accept-Encoding" in answer.headers["vary"]
        assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("", None),
        ("br, deflate", None),
        ("gzip;q=0, br", None),
        ("gzip; q=0.0", None),
        ("xgzip", None),
        ("GZIP;q=0.5", "gzip"),
        ("deflate, gzip, br", "gzip"),
    ],
)
def test_only_who_takes_gzip_gets_it(web: TestClient, accepted: str, encoding: str | None) -> None:
    answer = web.get("/static/declic-chat.js", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("content-encoding") == encoding


@pytest.mark.parametrize(
    ("tags", "status"),
    [("{tag}", 304), ('"a", {tag}', 304), ("*", 304), ('"a"', 200), ('W/"a"', 200), ("", 200)],
)
def test_a_file_is_known_by_its_tag(web: TestClient, tags: str, status: int) -> None:
    tag = web.get("/static/declic-chat.css").headers["etag"]
    headers = {"If-None-Match": tags.format(tag=tag)}
    answer = web.get("/static/declic-chat.css", headers=headers)
    assert (answer.status_code, answer.headers["etag"]) == (status, tag)


def test_a_file_that_gzip_makes_larger_travels_as_it_is(web: TestClient) -> None:
    answer = web.get(f"/static/{TOO_SMALL}", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in answer.headers
    assert len(gzip.compress(answer.content, 9, mtime=0)) > len(answer.content)


def test_a_changed_file_is_sent_again(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a { color: red }")
    files = KeptFiles("static", tmp_path)
    with TestClient(Starlette(routes=files.routes())) as web:
        old = web.get("/static/a.css")
        (tmp_path / "a.css").write_text("a { color: blue }")
        os.utime(tmp_path / "a.css", ns=(1, 1))
        new = web.get("/static/a.css", headers={"If-None-Match": old.headers["etag"]})
    assert (new.status_code, new.text) == (200, "a{color:blue}")


def test_scripts_and_styles_say_their_encoding(web: TestClient) -> None:
    script, styles = web.get("/static/declic-chat.js"), web.get("/static/declic-chat.css")
    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    assert styles.headers["content-type"] == "text/css; charset=utf-8"


def test_the_page_is_french_and_helps_without_javascript(web: TestClient) -> None:
    page = web.get("/")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="fr">' in page.text
    assert "39&nbsp;49" in page.text
    assert "<style" not in page.text and "style=" not in page.text and "onclick" not in page.text


def test_ready_names_who_is_away(web: TestClient, engine: Engine, rasa: FakeRasa) -> None:
    metadata.drop_all(engine)
    migrate.upgrade(engine)
    assert web.get("/readyz").json() == {"status": "ok", "away": [], "schema": "current"}
    rasa.stop()
    away = web.get("/readyz")
    assert (away.status_code, away.json()["away"]) == (503, ["rasa"])
    assert web.get("/healthz").status_code == 200


def test_an_empty_database_is_not_ready(rasa: FakeRasa, tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'empty.db'}")
    with TestClient(create_app(engine, RasaClient(rasa.url, SECRET))) as web:
        assert web.get("/readyz").json()["away"] == ["migrations"]
        refused = web.post("/api/sessions")
    assert (refused.status_code, refused.json()["error"]) == (503, "storage_away")
    assert rasa.conversations() == set()


def test_a_session_that_goes_too_fast_is_asked_to_wait(engine: Engine, rasa: FakeRasa) -> None:
    slow = Limits(session=Limit(burst=2, per_second=0.1))
    with TestClient(create_app(engine, RasaClient(rasa.url, SECRET), slow)) as web:
        person, other = Person(web), Person(web)
        answers = [person.read() for _ in range(3)]
        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert answers[-1].headers["Retry-After"] == "10"
        assert other.read().status_code == 200


def test_openings_are_limited_by_address(engine: Engine, rasa: FakeRasa) -> None:
    slow = Limits(openings=Limit(burst=1, per_second=0.1))
    with TestClient(create_app(engine, RasaClient(rasa.url, SECRET), slow)) as web:
        assert [web.post("/api/sessions").status_code for _ in range(2)] == [201, 429]


def test_an_address_may_open_as_many_conversations_as_the_settings_say(
    engine: Engine, rasa: FakeRasa
) -> None:
    settings = Settings.from_environment({"DECLIC_OPENINGS_PER_MINUTE": "3"})
    client = RasaClient(rasa.url, SECRET)
    with TestClient(create_app(engine, client, settings=settings)) as web:
        opened = [web.post("/api/sessions") for _ in range(4)]
    assert [answer.status_code for answer in opened] == [201, 201, 201, 429]
    assert opened[-1].headers["Retry-After"] == "20"


def test_guessing_tokens_is_limited_by_address(engine: Engine, rasa: FakeRasa) -> None:
    slow = Limits(address=Limit(burst=2, per_second=0.1))
    with TestClient(create_app(engine, RasaClient(rasa.url, SECRET), slow)) as web:
        guess = {"Authorization": "Bearer guess"}
        codes = [web.get("/api/session", headers=guess).status_code for _ in range(3)]
    assert codes == [401, 401, 429]


def test_a_bucket_fills_again_with_time() -> None:
    now = [0.0]
    buckets = Buckets(Limit(burst=1, per_second=0.5), clock=lambda: now[0])
    buckets.take("a")
    with pytest.raises(ApiError) as refused:
        buckets.take("a")
    assert refused.value.retry_after_seconds == 2
    now[0] = 2.0
    buckets.take("a")


def test_only_the_keys_used_last_are_kept() -> None:
    buckets = Buckets(Limit(burst=1, per_second=0.001), most=2)
    for key in ("a", "b", "c"):
        buckets.take(key)
    buckets.take("a")
    with pytest.raises(ApiError):
        buckets.take("c")
