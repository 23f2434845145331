"""The log of a process: one event a line, and nothing about people.

A line has its time (UTC), level and event; then the facts given by `event`, which are codes and
numbers. Our own messages hold codes only (CONTRIBUTING, house rules). Those of libraries may quote
what a person wrote: of them only the logger, the place in its source and the kind of error stay.
"""

from __future__ import annotations

import json
import logging
import sys
from datetime import datetime, timezone
from typing import Any

from bot.traces import where

OURS = ("bot", "actions", "uvicorn")
"""Packages whose messages hold no text of people; uvicorn's access log is off."""
_FACTS = "declic_facts"


def event(
    logger: logging.Logger, name: str, level: int = logging.INFO, **facts: str | int | float | None
) -> None:
    """Logs an event with its facts: codes and numbers, never a text, an address or a token."""
    logger.log(level, name, extra={_FACTS: facts})


def nothing_private() -> dict[str, Any]:
    """`extra` of a library's message that was made safe to be logged as it is."""
    return {_FACTS: {}}


def write_events(as_json: bool) -> None:
    """From now on this process writes its events on its error output: JSON, or for the eye."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if as_json else PlainLines())
    logging.root.handlers = [handler]
    logging.root.setLevel(logging.WARNING)
    for package in OURS[:2]:
        logging.getLogger(package).setLevel(logging.INFO)


class JsonLines(logging.Formatter):
    """`{"time": "2026-11-27T10:00:00.000Z", "level": "info", "event": "request", …}`"""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(facts_of(record))


class PlainLines(logging.Formatter):
    """The same facts, as `time level event name=value …`."""

    def format(self, record: logging.LogRecord) -> str:
        facts = facts_of(record)
        first = [str(facts.pop(name)) for name in ("time", "level", "event")]
        line = " ".join([*first, *(f"{name}={value}" for name, value in facts.items())])
        return " ".join(line.split())


def facts_of(record: logging.LogRecord) -> dict[str, Any]:
    """What may be written of a record, in the order of a line."""
    moment = datetime.fromtimestamp(record.created, timezone.utc)
    facts: dict[str, Any] = {
        "time": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "level": record.levelname.lower(),
    }
    if record.name.partition(".")[0] in OURS or hasattr(record, _FACTS):
        facts["event"] = record.getMessage().strip()
        given = getattr(record, _FACTS, {})
        facts.update({name: value for name, value in given.items() if value is not None})
    else:
        place = f"{record.module}:{record.lineno}"
        facts.update({"event": "library", "logger": record.name, "place": place})
    if record.exc_info and record.exc_info[1]:
        facts["error"] = where(record.exc_info[1])
    return facts
