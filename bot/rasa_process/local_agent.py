"""Rasa in this very process, for the commands that talk to it without a server."""

from __future__ import annotations

import logging
import os
from collections.abc import MutableMapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import structlog
from rasa.core.agent import Agent, load_agent
from rasa.utils.common import configure_logging_and_warnings
from rasa.utils.log_utils import configure_structlog

from bot import logs
from bot.rasa_process import patches
from bot.rasa_process.endpoints import STORE, endpoints
from bot.settings import Settings
from bot.training import model_path


class NoModel(RuntimeError):
    """No trained model matches the sources; the message says how to train one."""


def log_no_text() -> None:
    """Warnings only: below that, Rasa logs what people write. And nothing is sent to its makers."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    configure_structlog(logging.WARNING)
    configure_logging_and_warnings(logging.WARNING)
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, _keep_the_code],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


def _keep_the_code(
    _logger: Any, level: str, event: MutableMapping[str, Any]
) -> tuple[tuple[str], dict[str, Any]]:
    """Rasa's structured logs carry slots, texts and stack frames: only the event's name stays."""
    return (f"{level} {event.get('event')}",), {"extra": logs.nothing_private()}


def trained_model(settings: Settings) -> Path:
    """The model that matches the sources. Raises NoModel when it is not trained yet."""
    model = model_path(settings)
    if not model.exists():
        raise NoModel(f"No trained model matches the sources ({model.name}). Run `make train`.")
    return model


async def open_agent(
    settings: Settings, *, in_memory: bool, store: str = STORE, model: Path | None = None
) -> Agent:
    """The agent of a model, with the actions inside.

    in_memory: conversations are kept in this process only, else by the class named `store`.
    model: an archive; None: the one that matches the sources. Raises NoModel.
    """
    model = model or trained_model(settings)
    log_no_text()
    patches.apply()
    here = replace(settings, redis_url=None) if in_memory else settings
    where = endpoints(here, store)
    if in_memory:
        where.tracker_store = None
    return await load_agent(model_path=str(model), endpoints=where)
