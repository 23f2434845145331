"""What people type: cleaned, bounded, and never taken for a payload."""

from __future__ import annotations

import json
from uuid import uuid4

import httpx
import pytest

from tests.fake_rasa import FakeRasa
from tests.integration.web.person import Person

EMOJI = "👩‍🍳 boulangère 🥖"


@pytest.mark.parametrize(
    "typed",
    [
        "/restart",
        " /restart",
        "\t\n/restart",
        "//restart",
        "/ /restart",
        "\u00a0/restart",
        "\u200b/restart",
        "\ufeff/restart",
        "\u2060\u200e/restart",
        "\u200d/restart",
        "\ufe0f/restart",
        "\u0000/restart",
        "\u001b/restart",
        "\ud800/restart",
        "\u3000/restart",
    ],
    ids=ascii,
)
def test_a_typed_slash_never_reaches_rasa_as_a_payload(
    person: Person, rasa: FakeRasa, typed: str
) -> None:
    body = json.dumps({"message_id": str(uuid4()), "text": typed})
    assert person.post_raw(body.encode()).status_code == 200
    assert rasa.handled[-1]["payload"] is None
    assert rasa.handled[-1]["text"] == "restart"


def test_a_typed_payload_arrives_as_words(person: Person, rasa: FakeRasa) -> None:
    person.say('/answer{"question": "licence", "value": "yes"}')
    assert rasa.handled[-1]["text"].startswith("answer{")
    assert person.read().json()["turns"][-1]["you"].startswith("/answer{")


def test_slashes_alone_are_a_text_without_words(person: Person, rasa: FakeRasa) -> None:
    assert person.say("///").status_code == 200
    assert rasa.handled[-1]["text"] == "…"


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        pytest.param("cafe\u0301", "café", id="composed"),
        pytest.param("a\u0000b", "ab", id="NUL"),
        pytest.param("a\ud83db", "ab", id="lone surrogate"),
        pytest.param("a\u001b[2Jb", "a[2Jb", id="escape"),
        pytest.param("a\u202eb", "ab", id="right-to-left override"),
        pytest.param("a\r\nb\tc", "a\nb c", id="lines and tabs"),
        pytest.param("  a  ", "a", id="blank ends"),
        pytest.param(EMOJI, EMOJI, id="emoji"),
        pytest.param("1/2 temps", "1/2 temps", id="a slash inside"),
        pytest.param("<b>gras</b>", "<b>gras</b>", id="markup is text"),
    ],
)
def test_text_is_cleaned_and_kept(person: Person, rasa: FakeRasa, typed: str, cleaned: str) -> None:
    body = json.dumps({"message_id": str(uuid4()), "text": typed})
    assert person.post_raw(body.encode()).status_code == 200
    assert rasa.handled[-1]["text"] == cleaned
    assert person.read().json()["turns"][-1]["you"] == cleaned


@pytest.mark.parametrize("length", [1999, 2000])
def test_two_thousand_characters_pass(person: Person, length: int) -> None:
    assert person.say("é" * length).status_code == 200


def refusal(response: httpx.Response) -> tuple[int, str]:
    """Status and code, once it is sure that a person can read the message."""
    body = response.json()
    assert set(body) == {"error", "message"}
    assert body["message"].endswith(".")
    assert "Traceback" not in response.text
    return response.status_code, body["error"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("é" * 2001, (422, "text_too_long"), id="2001 characters"),
        pytest.param("", (422, "text_empty"), id="empty"),
        pytest.param(" \n\u200b\u200d ", (422, "text_empty"), id="nothing to see"),
        pytest.param("a" * 1_000_000, (413, "body_too_large"), id="1 MB"),
        pytest.param(["a"], (422, "wrong_body"), id="list"),
        pytest.param({"a": 1}, (422, "wrong_body"), id="object"),
        pytest.param(3, (422, "wrong_body"), id="number"),
    ],
)
def test_a_text_that_cannot_be_a_message_is_refused(
    person: Person, rasa: FakeRasa, text: object, expected: tuple[int, str]
) -> None:
    assert refusal(person.post(text=text)) == expected
    assert rasa.said() == ["/greet"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(b"", (400, "bad_json"), id="empty"),
        pytest.param(b"{", (400, "bad_json"), id="cut"),
        pytest.param(b"\xff\xfe\x00", (400, "bad_json"), id="not UTF-8"),
        pytest.param(b"[" * 15_000, (400, "bad_json"), id="deep"),
        pytest.param(b"[]", (422, "wrong_body"), id="list"),
        pytest.param(b"null", (422, "wrong_body"), id="null"),
        pytest.param(b"{}", (422, "wrong_body"), id="nothing in it"),
        pytest.param(b'{"message_id": 3, "text": "a"}', (422, "wrong_body"), id="number as id"),
        pytest.param(b'{"message_id": "x", "text": "a"}', (422, "wrong_body"), id="id is no uuid"),
        pytest.param(b'{"message_id": "opening"}', (422, "wrong_body"), id="id of the opening"),
    ],
)
def test_a_body_that_is_no_message_is_refused(
    person: Person, body: bytes, expected: tuple[int, str]
) -> None:
    assert refusal(person.post_raw(body)) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param({}, (404, "unknown_message"), id="nothing said"),
        pytest.param({"text": "a", "command": "help"}, (422, "wrong_body"), id="two contents"),
        pytest.param({"command": "erase"}, (422, "wrong_body"), id="unknown command"),
        pytest.param({"command": ["help"]}, (422, "wrong_body"), id="command in a list"),
        pytest.param({"choice": "nothing"}, (400, "unknown_choice"), id="unknown choice"),
        pytest.param({"choice": "/greet"}, (400, "unknown_choice"), id="payload as choice"),
        pytest.param({"choice": 3}, (422, "wrong_body"), id="number as choice"),
        pytest.param({"choices": []}, (422, "wrong_body"), id="nothing ticked"),
        pytest.param({"choices": "abc"}, (422, "wrong_body"), id="ticked text"),
        pytest.param({"choices": [["a"]]}, (422, "wrong_body"), id="list in a list"),
        pytest.param({"choices": ["a"] * 51}, (422, "wrong_body"), id="too many ticked"),
    ],
)
def test_a_content_that_is_no_message_is_refused(
    person: Person, rasa: FakeRasa, content: dict[str, object], expected: tuple[int, str]
) -> None:
    assert refusal(person.post(**content)) == expected
    assert rasa.said() == ["/greet"]


def test_a_body_without_announced_length_is_bounded_too(person: Person) -> None:
    chunks = (b"a" * 4096 for _ in range(1000))
    headers = {**person.headers, "Content-Type": "application/json"}
    response = person.web.post("/api/messages", content=chunks, headers=headers)
    assert refusal(response) == (413, "body_too_large")
