"""What all tests share: private servers, and what happens when a program is missing.

A test that needs Chromium, PostgreSQL or Redis asks for `chromium`, `postgresql_url` or
`redis_url`. Without the program it is skipped with the name of what is missing. With
DECLIC_REQUIRE_ALL=1 every skipped test fails, but for those that need the reference files, which
no clone has.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa
from hypothesis import settings

from bot import outside_programs
from tests import servers
from tests.stack import Stack

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")

# The same examples in each run, as long as they may take: a red test is a fault, never chance.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")

REFERENCE_FILES = "reference files"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests last: Playwright keeps an event loop running in this thread until the end."""
    items.sort(key=lambda item: "browser" in item.path.relative_to(item.config.rootpath).parts)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for name, path in outside_programs.found().items():
        if path is None:
            package = outside_programs.DEBIAN_PACKAGES[name]
            terminalreporter.write_line(
                f"{name} est absent : ses tests n'ont pas tourné (apt-get install {package})."
            )


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, object, None]:
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if not (report.skipped and os.environ.get("DECLIC_REQUIRE_ALL") == "1"):
        return
    if hasattr(report, "wasxfail") or REFERENCE_FILES in str(report.longrepr):
        return
    report.outcome = "failed"
    report.longrepr = f"DECLIC_REQUIRE_ALL=1 and the test was skipped: {report.longrepr}"


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Path of the browser."""
    return _needed("Chromium")


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """URL of a Redis server of this test run."""
    with servers.redis(_needed("Redis")) as url:
        yield url


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """One real installation for all conversations of this test run: Rasa, actions, web app."""
    running = Stack(tmp_path_factory.mktemp("installation"))
    try:
        yield running.start()
    finally:
        running.stop()


@pytest.fixture(scope="session")
def _postgresql_server() -> Iterator[str]:
    with servers.postgresql(_needed("PostgreSQL")) as url:
        yield url


@pytest.fixture
def postgresql_url(_postgresql_server: str) -> Iterator[str]:
    """URL of a new, empty database on the PostgreSQL server of this test run."""
    name = f"test_{uuid4().hex}"
    engine = sa.create_engine(f"{_postgresql_server}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    yield f"{_postgresql_server}/{name}"
    # Hundreds of databases of 8 MB each would stay on the disk until the end of the run.
    with engine.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


def _needed(name: str) -> Path:
    path = outside_programs.found()[name]
    if path is None:
        pytest.skip(f"{name} is missing: apt-get install {outside_programs.DEBIAN_PACKAGES[name]}")
    return path
