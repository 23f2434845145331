"""The actions as rasa_sdk's executor knows them, on the bundled catalogue."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rasa_sdk.executor import ActionExecutor

from bot import wiring
from bot.adapters.catalogue_files import read
from bot.services.understanding import Understanding
from bot.settings import ROOT


@pytest.fixture(scope="module", autouse=True)
def bundled() -> Iterator[Understanding]:
    understanding = Understanding.of(read(ROOT / "data" / "catalogue"))
    patch = pytest.MonkeyPatch()
    patch.setattr(wiring, "understanding", lambda: understanding)
    yield understanding
    patch.undo()


@pytest.fixture(scope="module")
def executor() -> ActionExecutor:
    executor = ActionExecutor()
    executor.register_package("actions")
    return executor
