"""What keeps the programs running, with small real programs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import processes, supervisor
from bot.supervisor import CannotKeepRunning, Keeper, Program, Restarts
from tests.servers import free_port

WAIT_SECONDS = 20.0
SERVER = """
import http.server, sys
class Ready(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers()
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Ready).serve_forever()
"""
WITH_A_CHILD = """
import subprocess, sys, time
print(subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]).pid, flush=True)
time.sleep(600)
"""


class Watched:
    """A keeper, with what it has said."""

    def __init__(self, program: Program) -> None:
        self.said: list[str] = []
        quick = Restarts(shortest_pause_seconds=0.01)
        self.keeper = Keeper(program, dict(os.environ), self.said.append, quick)

    def look_until(self, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + WAIT_SECONDS
        while not condition():
            assert time.monotonic() < deadline, self.said
            self.keeper.look()
            time.sleep(0.02)


def python(tmp_path: Path, script: str, port: int) -> Program:
    command = (sys.executable, "-c", script, str(port))
    return Program("Le programme", command, f"http://127.0.0.1:{port}/", tmp_path / "program.log")


def is_running(process_id: int) -> bool:
    """Whether the process runs; one that has ended and waits for its parent does not."""
    status = Path(f"/proc/{process_id}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def wait_until_gone(process_id: int) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while is_running(process_id):
        assert time.monotonic() < deadline, f"process {process_id} still runs"
        time.sleep(0.02)


@pytest.mark.parametrize(
    ("runs", "pauses"),
    [
        pytest.param([(3, True)], [1], id="one death: a second"),
        pytest.param([(3, True)] * 6, [1, 2, 4, 4, 4, 4], id="deaths in a row: up to 4 s"),
        pytest.param([(3, True), (3, True), (90, True)], [1, 2, 1], id="a long run forgives"),
        pytest.param([(1, False)] * 5, [1, 2, 4, 4, None], id="five failed starts: give up"),
        pytest.param(
            [(1, False)] * 4 + [(1, True)] + [(1, False)] * 2,
            [1, 2, 4, 4, 4, 4, 4],
            id="a start that succeeds forgives the failed ones",
        ),
    ],
)
def test_the_pause_before_a_restart_follows_the_deaths(
    runs: list[tuple[float, bool]], pauses: list[float | None]
) -> None:
    restarts = Restarts()
    assert [restarts.died(seconds, answered) for seconds, answered in runs] == pauses


def test_a_program_that_is_killed_answers_again(tmp_path: Path) -> None:
    watched = Watched(python(tmp_path, SERVER, free_port()))
    keeper = watched.keeper
    try:
        watched.look_until(lambda: keeper.is_ready)
        assert watched.said == []
        assert keeper.child is not None
        first = keeper.child.pid
        os.kill(first, signal.SIGKILL)
        watched.look_until(lambda: not keeper.is_ready)
        watched.look_until(lambda: keeper.is_ready)
        assert keeper.child.pid != first
        assert watched.said == [
            "Le programme s'est arrêté (code -9). Redémarrage dans 0 s.",
            "Le programme répond de nouveau.",
        ]
    finally:
        processes.stop([keeper.child] if keeper.child else [])


def test_a_program_that_dies_at_every_start_ends_with_its_last_words(tmp_path: Path) -> None:
    script = "import sys; print('no configuration here'); sys.exit(7)"
    watched = Watched(python(tmp_path, script, free_port()))
    with pytest.raises(CannotKeepRunning) as given_up:
        watched.look_until(lambda: False)
    assert str(given_up.value).endswith("no configuration here")
    assert len(watched.said) == supervisor.FAILED_STARTS_ALLOWED - 1
    assert watched.said[0].startswith("Le programme s'est arrêté (code 7 : no configuration here).")


def test_stopping_ends_a_program_and_what_it_started(tmp_path: Path) -> None:
    with (tmp_path / "output").open("wb") as output:
        child = processes.spawn([sys.executable, "-c", WITH_A_CHILD], output)
    grandchild = _read_number(tmp_path / "output")
    processes.stop([child])
    assert child.poll() is not None
    wait_until_gone(grandchild)


def test_stopping_kills_a_program_that_refuses(tmp_path: Path) -> None:
    script = "import signal, time; signal.signal(15, signal.SIG_IGN); print(1, flush=True); "
    with (tmp_path / "output").open("wb") as output:
        child = processes.spawn([sys.executable, "-c", script + "time.sleep(600)"], output)
    _read_number(tmp_path / "output")
    processes.stop([child], grace_seconds=0.1)
    assert child.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_a_parent_that_is_killed_leaves_no_child(tmp_path: Path) -> None:
    script = (
        "import sys, time; from bot import processes; "
        "print(processes.spawn(['sleep', '600'], -3).pid, flush=True); time.sleep(600)"
    )
    with (tmp_path / "output").open("wb") as output:
        parent = subprocess.Popen([sys.executable, "-c", script], stdout=output)
    child = _read_number(tmp_path / "output")
    assert is_running(child)
    parent.kill()
    parent.wait()
    wait_until_gone(child)


def test_a_program_without_an_answer_is_not_ready() -> None:
    assert not supervisor.answers(f"http://127.0.0.1:{free_port()}/")


def test_a_long_log_is_set_aside_and_the_oldest_is_forgotten(tmp_path: Path) -> None:
    log = tmp_path / "log" / "rasa.log"
    supervisor.rotate(log)
    for content in ("a", "b", "c", "d"):
        log.write_text(content * supervisor.LOG_BYTES)
        supervisor.rotate(log)
    kept = {path.name: path.read_text()[:1] for path in log.parent.iterdir()}
    assert kept == {"rasa.log": "", "rasa.log.1": "d", "rasa.log.2": "c", "rasa.log.3": "b"}


def test_a_program_that_runs_goes_on_writing_in_its_log(tmp_path: Path) -> None:
    log = tmp_path / "rasa.log"
    with log.open("ab", buffering=0) as end_of_log:
        end_of_log.write(b"a" * supervisor.LOG_BYTES)
        supervisor.rotate(log)
        end_of_log.write(b"b")
    assert log.read_bytes() == b"b"


def test_a_short_log_is_kept_as_it_is(tmp_path: Path) -> None:
    log = tmp_path / "rasa.log"
    log.write_text("short")
    supervisor.rotate(log)
    assert log.read_text() == "short"


def _read_number(path: Path) -> int:
    deadline = time.monotonic() + WAIT_SECONDS
    while not path.read_text().endswith("\n"):
        assert time.monotonic() < deadline, f"{path} stays empty"
        time.sleep(0.02)
    return int(path.read_text())
