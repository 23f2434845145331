"""The web app as its own process, on a real port, in front of a FakeRasa."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from bot.settings import ROOT
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.web.person import Person
from tests.servers import free_port


class WebProcess:
    """`python -m bot.web` on a database, in front of a FakeRasa."""

    def __init__(self, rasa: FakeRasa, database_url: str, var: Path, **settings: str) -> None:
        self.port = free_port()
        host = settings.get("DECLIC_HOST", "127.0.0.1")
        self.url = f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"
        self._environment = {
            **os.environ,
            "DECLIC_PORT": str(self.port),
            "DECLIC_RASA_URL": rasa.url,
            "DECLIC_SECRET": SECRET,
            "DECLIC_DATABASE_URL": database_url,
            "DECLIC_VAR": str(var),
            **settings,
        }

    def start(self) -> WebProcess:
        self._log = (Path(self._environment["DECLIC_VAR"]) / "web.log").open("ab")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot.web"],
            cwd=ROOT,
            env=self._environment,
            stdout=self._log,
            stderr=self._log,
        )
        while not self._answers():
            assert self._process.poll() is None, "python -m bot.web has stopped"
            time.sleep(0.1)
        return self

    def signal(self, number: int) -> None:
        self._process.send_signal(number)

    def wait(self, seconds: float) -> int:
        """The exit code."""
        return self._process.wait(seconds)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        self._log.close()

    def log(self) -> str:
        return (Path(self._environment["DECLIC_VAR"]) / "web.log").read_text()

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/healthz").status_code == 200
        except httpx.TransportError:
            return False


@contextmanager
def someone(process: WebProcess) -> Iterator[Person]:
    with httpx.Client(base_url=process.url, timeout=30) as client:
        yield Person(client)
