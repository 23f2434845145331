"""Private PostgreSQL and Redis servers for the tests, on free ports of the loopback."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WAIT_SECONDS = 30.0


def free_port() -> int:
    """A port of the loopback that nothing listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def postgresql(programs: Path) -> Iterator[str]:
    """URL of an empty server that lives as long as the block, without its database's name."""
    folder = Path(tempfile.mkdtemp(prefix="declic-postgresql-"))
    user = _unprivileged()
    if user:
        shutil.chown(folder, user)
    data, port = folder / "data", free_port()
    initdb = [programs / "initdb", "-D", data, "-U", "declic", "-A", "trust", "-E", "UTF8"]
    subprocess.run(initdb, check=True, capture_output=True, cwd=folder, user=user)
    server = [programs / "postgres", "-D", data, "-p", str(port), "-k", folder, "-c", "fsync=off"]
    with _running(server, port, folder, user):
        yield f"postgresql://declic@127.0.0.1:{port}"


@contextmanager
def redis(program: Path, port: int | None = None) -> Iterator[str]:
    """URL of an empty Redis that lives as long as the block."""
    folder = Path(tempfile.mkdtemp(prefix="declic-redis-"))
    port = port or free_port()
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder]
    with _running(command, port, folder):
        yield f"redis://127.0.0.1:{port}/0"


@contextmanager
def _running(
    command: list[str | Path], port: int, folder: Path, user: str | None = None
) -> Iterator[None]:
    log = (folder / "log").open("wb")
    process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, user=user)
    try:
        _wait_until_listening(process, port, folder / "log")
        yield
    finally:
        # For PostgreSQL: stop now, also when a test has left a connection open.
        process.send_signal(signal.SIGINT)
        process.wait(WAIT_SECONDS)
        log.close()
        shutil.rmtree(folder, ignore_errors=True)


def _wait_until_listening(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"{process.args!r} does not listen:\n{log.read_text(errors='replace')}")


def _unprivileged() -> str | None:
    """PostgreSQL refuses to run as root: the user to run it as, or None to stay oneself."""
    return "nobody" if os.geteuid() == 0 else None
