"""Starts and stops other programs so that none is ever left behind."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import IO

from bot.settings import ROOT

GRACE_SECONDS = 8.0
_PR_SET_PDEATHSIG = 1
# Looked up before any fork: a child may not load libraries before it runs its program.
_prctl = ctypes.CDLL(None).prctl if sys.platform == "linux" else None


def spawn(
    command: Sequence[str], output: IO[bytes] | int, environment: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """Runs `command` in the project's folder, in a process group of its own.

    On Linux the kernel kills it when this process ends, in whatever way; elsewhere only `stop`
    does.
    """
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=None if environment is None else dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=_ending_with(os.getpid()),
    )


def stop_with_parent() -> None:
    """Has this process asked to stop (SIGTERM) when the one that started it ends; Linux only."""
    if _prctl is not None:
        _prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def stop(children: Iterable[subprocess.Popen[bytes]], grace_seconds: float = GRACE_SECONDS) -> None:
    """Asks all groups to end at once, and kills what is still there after `grace_seconds`."""
    children = list(children)
    for child in children:
        if child.poll() is None:
            _signal_group(child, signal.SIGTERM)
    deadline = time.monotonic() + grace_seconds
    while time.monotonic() < deadline and any(child.poll() is None for child in children):
        time.sleep(0.05)
    for child in children:
        _signal_group(child, signal.SIGKILL)
        child.wait()


def is_running(process_id: int) -> bool:
    """Whether a process of this number exists, ours or another user's."""
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def _signal_group(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    """Signals the child and all that it started; the group outlives a child that has died."""
    try:
        os.killpg(child.pid, number)
    except ProcessLookupError:
        pass


def _ending_with(parent: int) -> Callable[[], None] | None:
    if _prctl is None:
        return None

    def in_child() -> None:
        _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)

    return in_child
