"""What a log line holds: an event, its codes, and nothing that a person or a library wrote."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest

from bot import logs
from bot.logs import JsonLines, PlainLines

SECRET = "Amina de Privas"


def record(name: str, message: str, *arguments: object, **more: Any) -> logging.LogRecord:
    return logging.getLogger(name).makeRecord(
        name, logging.WARNING, "/somewhere/module.py", 12, message, arguments, None, **more
    )


def failing(error: Exception) -> Any:
    try:
        raise error
    except type(error) as raised:
        return (type(raised), raised, raised.__traceback__)


def test_an_event_is_one_json_line_with_its_facts() -> None:
    heard: list[logging.LogRecord] = []
    logger = logging.getLogger("bot.tests")
    logger.setLevel(logging.INFO)
    logger.addFilter(lambda one: heard.append(one) or False)  # type: ignore[func-returns-value]
    logs.event(logger, "request", route="/api/messages", status=200, ms=31, turn=None)
    (one,) = heard
    line = json.loads(JsonLines().format(one))
    assert line.pop("time").endswith("Z")
    assert line == {
        "level": "info",
        "event": "request",
        "route": "/api/messages",
        "status": 200,
        "ms": 31,
    }
    assert PlainLines().format(one).endswith(" info request route=/api/messages status=200 ms=31")


@pytest.mark.parametrize("lines", [JsonLines(), PlainLines()], ids=["json", "text"])
@pytest.mark.parametrize(
    "one",
    [
        pytest.param(record("sqlalchemy.engine", f"INSERT {SECRET}"), id="a library's message"),
        pytest.param(record("rasa.core", "slot %s", SECRET), id="a library's argument"),
        pytest.param(record("asyncio", f"exception=ValueError('{SECRET}')"), id="asyncio"),
        pytest.param(record("botany", SECRET), id="a library with a name like ours"),
    ],
)
def test_of_a_library_only_the_place_is_written(
    lines: logging.Formatter, one: logging.LogRecord
) -> None:
    line = lines.format(one)
    assert SECRET not in line
    assert one.name in line and "module:12" in line


@pytest.mark.parametrize("name", ["bot.web.edge", "sqlalchemy", "uvicorn.error"])
def test_of_an_error_only_the_kind_is_written(name: str) -> None:
    one = record(name, "failed")
    one.exc_info = failing(ValueError(SECRET))
    line = JsonLines().format(one)
    assert SECRET not in line and "ValueError at " in line


@pytest.mark.parametrize("lines", [JsonLines(), PlainLines()], ids=["json", "text"])
def test_a_message_with_line_breaks_stays_one_line(lines: logging.Formatter) -> None:
    line = lines.format(record("bot.a", "one\ntwo\u2028three"))
    assert len(line.splitlines()) == 1 and "three" in line
