"""What a screen may do beside the turns, read from JSON: one thing at a time."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from bot.web.errors import ApiError
from bot.web.requests import Message, clean_text, read_message

ASKED_CHARACTERS = 300


def read_act(body: Any) -> tuple[str, Any]:
    """The name of the one act in a JSON body, and what it brings. ApiError: none, or several."""
    if not isinstance(body, dict) or len(body) != 1:
        raise ApiError("wrong_body")
    [(name, content)] = body.items()
    return name, content


def yes_or_no(content: Any) -> bool:
    if not isinstance(content, bool):
        raise ApiError("wrong_body")
    return content


def read_asked(content: Any) -> str | None:
    """An open question; None: none any more. ApiError: it is not one."""
    if content is None:
        return None
    asked = clean_text(content)
    if len(asked) > ASKED_CHARACTERS:
        raise ApiError("text_too_long")
    return asked


def read_proposed(content: Any) -> Message:
    """What the person would say. Its id is that of the message, once confirmed: given once."""
    if not isinstance(content, dict) or len(content) != 1 or "command" in content:
        raise ApiError("wrong_body")
    message = read_message({"message_id": str(uuid4()), **content})
    if message.text is None and not message.tokens:
        raise ApiError("wrong_body")
    return message


def read_reply(content: Any) -> tuple[str, bool]:
    """Which proposal or request is answered, and whether with yes."""
    if not isinstance(content, dict) or set(content) != {"id", "yes"}:
        raise ApiError("wrong_body")
    if not isinstance(content["id"], str):
        raise ApiError("wrong_body")
    return content["id"], yes_or_no(content["yes"])
