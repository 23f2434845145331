"""The installation under load: its processes, its database and its lock store, all on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import httpx
import sqlalchemy as sa

from bot import outside_programs
from tests import servers
from tests.bench.load import parts
from tests.servers import free_port
from tests.stack import Stack


@dataclass(frozen=True)
class Servers:
    """A PostgreSQL database and a Redis of their own: settings, and their processes."""

    environment: dict[str, str]
    parts: parts.Parts


@contextmanager
def own_servers() -> Iterator[Servers]:
    """SystemExit when PostgreSQL or Redis is missing."""
    with ExitStack() as stack:
        postgresql = stack.enter_context(servers.postgresql(_program("PostgreSQL")))
        redis = stack.enter_context(servers.redis(_program("Redis")))
        environment = {
            "DECLIC_DATABASE_URL": _new_database(postgresql),
            "DECLIC_REDIS_URL": redis,
        }
        yield Servers(
            environment,
            {
                "postgresql": [parts.found_with("postgres", f"-p {_port(postgresql)}")],
                "redis": [parts.found_with("redis-server", f":{_port(redis)}")],
            },
        )


@dataclass(frozen=True)
class House:
    """A running installation. urls: of its web processes."""

    stack: Stack
    urls: tuple[str, ...]
    parts: parts.Parts


@contextmanager
def house(folder: Path, of_each: int = 1, on: Servers | None = None) -> Iterator[House]:
    """`of_each` web and Rasa processes; on SQLite without servers, which is for one of each.

    Each web process asks a Rasa of its own: who takes web processes in turn takes Rasas in turn.
    """
    stack = Stack(folder, on.environment if on else None)
    urls = [stack.url]
    for number in range(2, of_each + 1):
        web, rasa = free_port(), free_port()
        ports = {"DECLIC_PORT": str(web), "DECLIC_RASA_PORT": str(rasa)}
        for kind in ("rasa", "web"):
            stack.commands[f"{kind} {number}"] = stack.commands[kind]
            stack.environment_of[f"{kind} {number}"] = ports
        urls.append(f"http://127.0.0.1:{web}")
    try:
        stack.start()
        for url in urls:
            stack.wait_until(partial(is_ready, url))
        yield House(stack, tuple(urls), {**_kinds(stack), **(on.parts if on else {})})
    finally:
        stack.stop()


def is_ready(url: str) -> bool:
    return httpx.get(f"{url}/readyz", timeout=5).status_code == 200


def _kinds(stack: Stack) -> dict[str, list[int]]:
    return {
        kind: [stack.process_id(name) for name in stack.commands if name.split()[0] == kind]
        for kind in ("web", "rasa")
    }


def _port(url: str) -> int | None:
    return urlsplit(url).port


def _new_database(server_url: str) -> str:
    name = f"load_{uuid4().hex}"
    engine = sa.create_engine(f"{server_url}/postgres", isolation_level="AUTOCOMMIT", future=True)
    with engine.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return f"{server_url}/{name}"


def _program(name: str) -> Path:
    found = outside_programs.found()[name]
    if found is None:
        package = outside_programs.DEBIAN_PACKAGES[name]
        raise SystemExit(f"{name} est absent : apt-get install {package}")
    return found
