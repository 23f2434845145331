"""The real product for the tests: Rasa with its actions, the web app, a database of their own."""

from __future__ import annotations

import os
import sys
import time
import uuid
from collections.abc import Callable, Mapping
from pathlib import Path
from subprocess import Popen
from typing import Any

import httpx

from bot import processes, wiring
from bot.preparation import prepare_database
from bot.settings import Settings
from bot.training import train_if_needed
from tests.servers import free_port

START_SECONDS = 90.0


class Stack:
    """Processes of one installation. Each can be killed and started again by its name."""

    def __init__(self, var: Path, environment: Mapping[str, str] | None = None) -> None:
        self.environment = {
            **os.environ,
            "DECLIC_VAR": str(var),
            "DECLIC_PORT": str(free_port()),
            "DECLIC_RASA_PORT": str(free_port()),
            "DECLIC_OPENINGS_PER_MINUTE": "6000",
            **(environment or {}),
        }
        self.settings = Settings.from_environment(self.environment)
        self.url = f"http://127.0.0.1:{self.settings.port}"
        self.commands = {"rasa": ["-m", "bot.rasa_process"], "web": ["-m", "bot.web"]}
        self.environment_of: dict[str, dict[str, str]] = {}
        self._running: dict[str, Popen[bytes]] = {}
        self.log = var / "stack.log"

    def start(self) -> Stack:
        """Starts everything and waits until it answers."""
        self.settings.var.mkdir(parents=True, exist_ok=True)
        train_if_needed(self.settings, print)
        prepare_database(self.settings)
        for name in self.commands:
            self.launch(name)
        self.wait_until_ready()
        return self

    def launch(self, name: str) -> None:
        with self.log.open("ab") as log:
            command = [sys.executable, "-W", "ignore", *self.commands[name]]
            environment = {**self.environment, **self.environment_of.get(name, {})}
            self._running[name] = processes.spawn(command, log, environment)

    def process_id(self, name: str) -> int:
        return self._running[name].pid

    def kill(self, name: str) -> None:
        """kill -9, as a machine that loses power would."""
        process = self._running.pop(name)
        process.kill()
        process.wait()

    def wait_until_ready(self) -> None:
        def is_ready() -> bool:
            return httpx.get(f"{self.url}/readyz", timeout=5).status_code == 200

        self.wait_until(is_ready)

    def wait_until(self, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                if condition():
                    return
            except httpx.TransportError:
                pass
            if any(process.poll() is not None for process in self._running.values()):
                break
            time.sleep(0.2)
        raise TimeoutError(self.log.read_text(errors="replace")[-4000:])

    def stop(self) -> None:
        processes.stop(self._running.values())

    def person(self) -> Person:
        """Somebody who opens a conversation."""
        return Person(self.url)

    def catalogue(self) -> Any:
        return wiring.load_catalogue(self.settings)


class Person:
    """Speaks through the public API, as the widget does.

    token: of a conversation that was opened elsewhere; None: opens one.
    """

    def __init__(self, url: str, token: str | None = None) -> None:
        self._http = httpx.Client(base_url=url, timeout=30)
        self.messages: list[dict[str, Any]] = []
        if token is None:
            opened = self._patiently("POST", "/api/sessions")
            opened.raise_for_status()
            token, self.messages = opened.json()["token"], opened.json()["messages"]
        self._token = token
        self._headers = {"Authorization": f"Bearer {token}"}
        if not self.messages:
            self.messages = self.history()[-1]["messages"]

    def say(self, text: str) -> list[dict[str, Any]]:
        return self.send({"text": text})

    def choose(self, title: str) -> list[dict[str, Any]]:
        """Presses the button with this title among those of the last answer."""
        return self.send({"choice": self._button(title)})

    def tick(self, *titles: str) -> list[dict[str, Any]]:
        """Ticks options of the last list and confirms; no title: the way to say none."""
        listed = next(m for m in self.messages if m["type"] in ("multiple", "pictures"))
        if not titles:
            return self.send({"choice": listed["none"]["choice"]})
        by_title = {plain(option["title"]): option["choice"] for option in listed["options"]}
        return self.send({"choices": [by_title[title] for title in titles]})

    def send(self, message: dict[str, Any], message_id: str | None = None) -> list[dict[str, Any]]:
        response = self.post(message, message_id)
        response.raise_for_status()
        self.messages = response.json()["messages"]
        return self.messages

    def post(self, message: dict[str, Any], message_id: str | None = None) -> httpx.Response:
        body = {"message_id": message_id or str(uuid.uuid4()), **message}
        return self._own("POST", "/api/messages", json=body)

    def _own(self, method: str, path: str, **request: Any) -> httpx.Response:
        return self._patiently(method, path, headers=self._headers, **request)

    def _patiently(self, method: str, path: str, **request: Any) -> httpx.Response:
        """The answer, asked for again as long as the server asks to wait."""
        while True:
            response = self._http.request(method, path, **request)
            if response.status_code != 429:
                return response
            time.sleep(float(response.headers["Retry-After"]))

    def history(self) -> list[dict[str, Any]]:
        response = self._own("GET", "/api/session")
        response.raise_for_status()
        return list(response.json()["turns"])

    @property
    def token(self) -> str:
        return str(self._token)

    def export(self) -> str:
        """The file of all that is kept."""
        response = self._own("GET", "/api/session/export")
        response.raise_for_status()
        return response.text

    def erase(self) -> httpx.Response:
        return self._own("DELETE", "/api/session")

    @property
    def texts(self) -> str:
        """All that the bot said in its last answer, as one text."""
        return plain("\n".join(m["text"] for m in self.messages if m["type"] == "text"))

    @property
    def buttons(self) -> list[str]:
        return [plain(b["title"]) for m in self.messages for b in m.get("buttons", ())]

    @property
    def options(self) -> list[str]:
        return [plain(o["title"]) for m in self.messages for o in m.get("options", ())]

    @property
    def cards(self) -> list[dict[str, Any]]:
        return [card for m in self.messages if m["type"] == "cards" for card in m["cards"]]

    def _button(self, title: str) -> str:
        offered = [b for m in self.messages for b in m.get("buttons", ())]
        offered += [b for m in self.messages for b in m.get("others", ())]
        offered += [b for card in self.cards for b in card["buttons"]]
        found = next((b["choice"] for b in offered if plain(b["title"]) == title), None)
        assert found, f"no button {title!r} among {[b['title'] for b in offered]}"
        return str(found)


def plain(text: str) -> str:
    """Text with ordinary spaces, as one types it."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")
