"""CPU and memory of the parts of an installation, read from /proc (Linux)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

PROC = Path("/proc")
TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
OWN_AND_OF_ENDED_CHILDREN = slice(11, 15)
PARENT = 1

Parts = Mapping[str, Sequence[int]]
"""Name of each part, and the numbers of its processes."""


def cpu_seconds(pid: int) -> float:
    """User and system time of a process, and of its children that have ended."""
    return sum(map(int, _stat(pid)[OWN_AND_OF_ENDED_CHILDREN])) / TICKS_PER_SECOND


def memory_mb(pid: int) -> float:
    """Proportional set size: what is shared with other processes is counted in shares."""
    lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("Pss:"))) / 1024


def cpu_of(parts: Parts) -> dict[str, float]:
    """CPU seconds of each part so far, with the children of its processes."""
    return {name: _sum(cpu_seconds, pids) for name, pids in parts.items()}


def memory_of(parts: Parts) -> dict[str, float]:
    """Megabytes of each part now, with the children of its processes."""
    return {name: _sum(memory_mb, pids) for name, pids in parts.items()}


def used(after: Mapping[str, float], before: Mapping[str, float]) -> dict[str, float]:
    """What each part has used between two readings."""
    return {name: after[name] - before[name] for name in after}


def children(pid: int) -> list[int]:
    """The processes that a process has started and that are there."""
    return [other for other in _all() if _parent(other) == pid]


def found_with(*words: str) -> int:
    """The oldest process whose command line has these words. StopIteration when there is none."""
    return next(pid for pid in sorted(_all()) if has_words(pid, *words))


def has_words(pid: int, *words: str) -> bool:
    """Whether the command line of a process has all these words; False when it has ended."""
    try:
        command = (PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return all(word in command for word in words)


def _sum(measure: Callable[[int], float], pids: Iterable[int]) -> float:
    total = 0.0
    for pid in _with_descendants(pids):
        try:
            total += measure(pid)
        except (FileNotFoundError, ProcessLookupError):
            continue  # ended meanwhile
    return total


def _with_descendants(pids: Iterable[int]) -> Iterator[int]:
    for pid in pids:
        yield pid
        yield from _with_descendants(children(pid))


def _all() -> list[int]:
    return [int(entry.name) for entry in PROC.iterdir() if entry.name.isdecimal()]


def _parent(pid: int) -> int | None:
    try:
        return int(_stat(pid)[PARENT])
    except (FileNotFoundError, ProcessLookupError):
        return None


def _stat(pid: int) -> list[str]:
    """Fields of /proc/PID/stat after the command's name, which may hold spaces."""
    return (PROC / str(pid) / "stat").read_text().rsplit(")", 1)[1].split()
