"""The databases that Déclic promises: what runs on one runs on the other; a Rasa that is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from bot.adapters.sql.engine import connect
from tests import reference_excerpt
from tests.fake_rasa import FakeRasa


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """URL of a new, empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'declic.db'}"
    return str(request.getfixturevalue("postgresql_url"))


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on a new, empty database."""
    engine = connect(database_url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def _rasa_server() -> Iterator[FakeRasa]:
    server = FakeRasa()
    yield server
    server.stop()


@pytest.fixture
def rasa(_rasa_server: FakeRasa) -> FakeRasa:
    """A Rasa that runs and knows nobody."""
    _rasa_server.reset()
    _rasa_server.start()
    return _rasa_server


@pytest.fixture(scope="session")
def small_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a catalogue of four jobs, compiled from files of our own making; not to change."""
    reference = reference_excerpt.write_reference(tmp_path_factory.mktemp("reference"))
    folder = reference_excerpt.write_notes(tmp_path_factory.mktemp("catalogue"))
    return reference_excerpt.write_catalogue(reference, folder)
