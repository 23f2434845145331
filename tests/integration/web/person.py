"""A person at the widget, over the API."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx
from starlette.testclient import TestClient


class Person:
    """Opens a conversation and keeps its last answer; buttons are pressed by their title."""

    def __init__(self, web: TestClient, **wanted: Any) -> None:
        self.web = web
        opened = web.post("/api/sessions", json=wanted)
        assert opened.status_code == 201, opened.text
        self.token = opened.json()["token"]
        self.last = opened.json()

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def post(self, message_id: str | None = None, **content: Any) -> httpx.Response:
        """One message as it is; the answer, when there is one, becomes `last`."""
        body = {"message_id": message_id or str(uuid4()), **content}
        response = self.web.post("/api/messages", json=body, headers=self.headers)
        if response.status_code == 200:
            self.last = response.json()
        return response

    def post_raw(self, body: bytes) -> httpx.Response:
        headers = {**self.headers, "Content-Type": "application/json"}
        return self.web.post("/api/messages", content=body, headers=headers)

    def say(self, text: str) -> httpx.Response:
        return self.post(text=text)

    def press(self, title: str) -> httpx.Response:
        return self.post(choice=self.token_of(title))

    def tick(self, *titles: str) -> httpx.Response:
        return self.post(choices=[self.token_of(title) for title in titles])

    def read(self) -> httpx.Response:
        return self.web.get("/api/session", headers=self.headers)

    def erase(self) -> httpx.Response:
        return self.web.delete("/api/session", headers=self.headers)

    def token_of(self, title: str, answer: dict[str, Any] | None = None) -> str:
        """The token behind the first thing called `title` in an answer (the last by default)."""
        found = offers(answer or self.last)
        assert title in found, f"{title!r} is not among {list(found)}"
        return found[title]


def offers(answer: dict[str, Any]) -> dict[str, str]:
    """Everything that can be pressed in an answer: title -> token, the first of a name kept."""
    pressable: list[dict[str, str]] = []
    for message in answer["messages"]:
        pressable += message.get("buttons", [])
        pressable += message.get("options", [])
        pressable += [message["none"]] if message.get("none") else []
        pressable += message.get("others", [])
        for card in message.get("cards", []):
            pressable += card["buttons"]
    return {one["title"]: one["choice"] for one in reversed(pressable)}


def texts(answer: dict[str, Any]) -> list[str]:
    return [message["text"] for message in answer["messages"] if message["type"] == "text"]
