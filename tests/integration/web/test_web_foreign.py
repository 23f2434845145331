"""Another site can neither act for a person nor choose what opens their conversation."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.integration.web.person import Person

ROUTES = [
    ("POST", "/api/sessions"),
    ("GET", "/api/session"),
    ("PATCH", "/api/session"),
    ("DELETE", "/api/session"),
    ("POST", "/api/session/code"),
    ("POST", "/api/session/consent"),
    ("GET", "/api/session/export"),
    ("POST", "/api/resume"),
    ("POST", "/api/messages"),
]
WITHOUT_TOKEN = {"/api/sessions", "/api/resume"}
FORMS = ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"]


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_no_answer_ever_sets_a_cookie_and_none_is_read(
    person: Person, method: str, path: str
) -> None:
    cookies = {"Cookie": f"token={person.token}; session={person.token}"}
    for headers in (cookies, {**cookies, **person.headers}):
        answer = person.web.request(method, path, headers=headers)
        assert "set-cookie" not in answer.headers
        if headers is cookies and path not in WITHOUT_TOKEN:
            assert answer.status_code == 401


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("path", ["/api/sessions", "/api/resume", "/api/messages"])
def test_the_form_of_another_site_is_refused(person: Person, path: str, kind: str) -> None:
    headers = {"Content-Type": kind, **person.headers}
    refused = person.web.post(path, content=b'{"shared": true}', headers=headers)
    assert (refused.status_code, refused.json()["error"]) == (415, "wrong_type")


@pytest.mark.parametrize(
    "body",
    [
        {"token": "mine"},
        {"conversation_id": "0" * 32},
        {"code": "K7R-M4X-TPQ"},
        {"shared": False, "id": 1},
        {"shared": "yes"},
        [],
        "shared",
    ],
    ids=str,
)
def test_nobody_chooses_what_opens_their_conversation(web: TestClient, body: object) -> None:
    refused = web.post("/api/sessions", json=body)
    assert (refused.status_code, refused.json()["error"]) == (422, "wrong_body")


def test_a_token_that_was_made_up_never_becomes_one(person: Person, web: TestClient) -> None:
    mine = {"Authorization": "Bearer made-up"}
    opened = web.post("/api/sessions", headers=mine).json()["token"]
    assert opened not in ("made-up", person.token)
    assert web.get("/api/session", headers=mine).status_code == 401


@pytest.mark.parametrize("region", ["99", "ARA", 84, "", {}])
def test_a_region_that_does_not_exist_is_told_to_the_webmaster(
    web: TestClient, region: object
) -> None:
    refused = web.post("/api/sessions", json={"region": region})
    assert (refused.status_code, refused.json()["error"]) == (422, "wrong_region")


def test_the_region_of_the_site_is_kept_and_told(web: TestClient) -> None:
    person = Person(web, region="84")
    kept = web.get("/api/session/export", headers=person.headers).json()
    assert kept["conversation"][0]["région du site"] == "84"


@pytest.mark.parametrize(
    ("method", "path"),
    [(m, p) for m, p in ROUTES if m in ("POST", "PATCH") and p != "/api/session/code"],
)
def test_a_large_body_is_refused_before_it_is_read(person: Person, method: str, path: str) -> None:
    headers = {**person.headers, "Content-Type": "application/json"}
    refused = person.web.request(method, path, content=b'"' + b"a" * 20_000 + b'"', headers=headers)
    assert (refused.status_code, refused.json()["error"]) == (413, "body_too_large")
