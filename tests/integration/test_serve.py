"""`declic serve` as a person uses it: it starts, survives deaths, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.supervisor import answers
from tests.servers import free_port

DECLIC = Path(sys.executable).with_name("declic")
WAIT_SECONDS = 120.0


class Serving:
    """One `declic serve` with local state of its own."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.port, self.rasa_port = free_port(), free_port()
        self.environment = {
            **os.environ,
            "DECLIC_VAR": str(folder / "var"),
            "DECLIC_PORT": str(self.port),
            "DECLIC_RASA_PORT": str(self.rasa_port),
            **environment,
        }
        self.output = folder / "output"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, *options: str) -> Serving:
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [DECLIC, "serve", *options],
                env=self.environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        return self

    @property
    def said(self) -> str:
        return self.output.read_text(encoding="utf-8")

    def wait_until(self, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + WAIT_SECONDS
        while not condition():
            assert time.monotonic() < deadline, self.said
            time.sleep(0.1)

    def wait_until_ready(self) -> None:
        self.wait_until(lambda: "Déclic est prêt" in self.said or self.ended)
        assert not self.ended, self.said

    def wait_for_children(self) -> list[int]:
        """Process numbers of the web app and of Rasa, once both have been started."""
        assert self.process
        parent = self.process.pid
        self.wait_until(lambda: self.ended or len(children(parent)) == 2)
        return children(parent)

    @property
    def ended(self) -> bool:
        assert self.process
        return self.process.poll() is not None

    def finish(self) -> int:
        """Exit code, once it has ended by itself."""
        assert self.process
        return self.process.wait(WAIT_SECONDS)

    def is_up(self) -> bool:
        web = answers(f"http://127.0.0.1:{self.port}/readyz")
        return web and answers(f"http://127.0.0.1:{self.rasa_port}/webhooks/declic/health")

    def child(self, module: str) -> int:
        """Process number of `python -m module` started by this `declic serve`."""
        assert self.process
        return next(pid for pid in children(self.process.pid) if module in command_line(pid))


def children(parent: int) -> list[int]:
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True)
    pairs = (line.split() for line in listed.stdout.splitlines())
    return [int(pid) for pid, ppid in pairs if int(ppid) == parent]


def command_line(pid: int) -> str:
    shown = ["ps", "-o", "args=", "-p", str(pid)]
    return subprocess.run(shown, capture_output=True, text=True).stdout


def is_gone(pid: int) -> bool:
    """Ended, also when nobody has asked for its exit code yet."""
    shown = ["ps", "-o", "stat=", "-p", str(pid)]
    state = subprocess.run(shown, capture_output=True, text=True).stdout.strip()
    return not state or state.startswith("Z")


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    serving = Serving(tmp_path)
    yield serving
    if serving.process:
        serving.process.terminate()
        serving.process.wait(WAIT_SECONDS)


def test_it_survives_the_death_of_each_program_and_stops_on_ctrl_c(serving: Serving) -> None:
    serving.start()
    serving.wait_until_ready()
    assert f"http://127.0.0.1:{serving.port}" in serving.said
    for module, name in (("bot.web", "Le site web"), ("bot.rasa_process", "Le moteur")):
        pid = serving.child(module)
        os.kill(pid, signal.SIGKILL)
        serving.wait_until(lambda: is_gone(pid))  # noqa: B023 (called before the next turn)
        serving.wait_until(serving.is_up)
        assert serving.child(module) != pid
        assert f"{name} " in serving.said.partition("Déclic est prêt")[2]
    assert serving.process
    left = children(serving.process.pid)
    serving.process.send_signal(signal.SIGINT)
    assert serving.finish() == 0
    assert serving.said.endswith("Déclic est arrêté.\n")
    assert len(left) == 2 and all(is_gone(pid) for pid in left)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopped_while_it_starts_it_leaves_nothing(
    serving: Serving, number: signal.Signals
) -> None:
    left = serving.start().wait_for_children()
    assert serving.process
    serving.process.send_signal(number)
    assert serving.finish() == 0
    assert all(is_gone(pid) for pid in left)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_killed_it_leaves_nothing(serving: Serving) -> None:
    left = serving.start().wait_for_children()
    assert serving.process
    serving.process.kill()
    serving.process.wait()
    serving.wait_until(lambda: all(is_gone(pid) for pid in left))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells that a parent has ended")
def test_it_stops_with_the_program_that_started_it(serving: Serving) -> None:
    script = (
        "import subprocess, sys; "
        "print(subprocess.Popen([sys.argv[1], 'serve', '--with-parent']).pid, flush=True); "
        "import time; time.sleep(600)"
    )
    with serving.output.open("wb") as output:
        serving.process = subprocess.Popen(
            [sys.executable, "-c", script, DECLIC], env=serving.environment, stdout=output
        )
    serving.wait_until(lambda: len(children(serving.process.pid)) == 1)  # type: ignore[union-attr]
    served = children(serving.process.pid)[0]
    serving.wait_until(lambda: len(children(served)) == 2)
    left = [served, *children(served)]
    serving.process.kill()
    serving.wait_until(lambda: all(is_gone(pid) for pid in left))


@pytest.mark.parametrize("setting", ["DECLIC_PORT", "DECLIC_RASA_PORT"])
def test_a_port_that_is_taken_is_told_before_anything_slow(
    setting: str, serving: Serving, tmp_path: Path
) -> None:
    port = int(serving.environment[setting])
    with socket.create_server(("127.0.0.1", port)):
        assert serving.start().finish() == 1
    assert serving.said.startswith(f"Le port {port} est déjà pris. Fermez l'autre programme")
    assert f"lancez : {setting}=" in serving.said
    assert len(serving.said.splitlines()) == 1
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize(
    ("environment", "options", "exit_code", "sentence"),
    [
        pytest.param({"DECLIC_PORT": "web"}, [], 2, "DECLIC_PORT='web'", id="a port of letters"),
        pytest.param({}, ["--port", "0"], 2, "--port", id="a port that does not exist"),
        pytest.param(
            {"DECLIC_HOST": "203.0.113.1"}, [], 1, "Impossible d'écouter", id="a host that is not"
        ),
        pytest.param(
            {"DECLIC_VAR": "/proc/nowhere"}, [], 1, "Impossible d'écrire", id="no right to write"
        ),
        pytest.param(
            {"DECLIC_DATABASE_URL": "postgresql://declic:hidden@127.0.0.1:1/declic"},
            [],
            1,
            "La base de données ne répond pas (postgresql://declic:***@127.0.0.1:1/declic)",
            id="a database that is away",
        ),
        pytest.param(
            {"DECLIC_DATABASE_URL": "declic"}, [], 1, "DECLIC_DATABASE_URL", id="not a URL"
        ),
    ],
)
def test_what_is_in_the_way_is_one_sentence(
    tmp_path: Path,
    environment: dict[str, str],
    options: list[str],
    exit_code: int,
    sentence: str,
) -> None:
    serving = Serving(tmp_path, **environment)
    assert serving.start(*options).finish() == exit_code
    assert sentence in serving.said
    assert "Traceback" not in serving.said and "hidden" not in serving.said


def test_without_training_an_old_model_is_refused(tmp_path: Path) -> None:
    serving = Serving(tmp_path, DECLIC_MODELS=str(tmp_path / "models"))
    assert serving.start("--no-train").finish() == 1
    assert serving.said == "Le modèle n'est pas à jour. Lancez : make train\n"
