"""What a person may send: cleaned, and told apart into four kinds."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from bot.orientation.phrases import say
from bot.orientation.typography import french
from bot.web.errors import ApiError

TEXT_CHARACTERS = 2000
MOST_CHOICES = 50

COMMANDS = {
    "go_back": (french(say("title.menu.go_back")), "/go_back"),
    "restart": (french(say("title.menu.restart")), "/start_over"),
    "help": (french(say("title.menu.help")), "/help"),
    "human": (french(say("title.menu.human")), "/talk_to_human"),
    "feedback": (french(say("title.menu.feedback")), "/give_feedback"),
    "why_question": (french(say("title.menu.why_question")), "/why_question"),
    "sheet": (french(say("title.menu.sheet")), "/ask_sheet"),
    "easy": (french(say("title.menu.easy")), '/set_reading{"reading": "easy"}'),
    "standard": (french(say("title.menu.standard")), '/set_reading{"reading": "standard"}'),
}

ADVISOR_COMMANDS = ("go_back", "why_question", "sheet", "help")
"""Those that an advisor may give for the person; to begin again, or how one reads, is theirs."""

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,32}")
_BLANK_ENDS = re.compile(r"^[\s\u200d]+|[\s\u200d]+$")
_CONTENTS = ("text", "choice", "choices", "command")


@dataclass(frozen=True)
class Message:
    """A message of the person with at most one content; without any it asks for a known answer.

    tokens: the choices pressed; `is_list` when they were ticked in a list.
    command: a key of COMMANDS.
    made: words and payload that this server made itself, such as a correction.
    author: the accompaniment at whose seat it is said; None: the person says it.
    proposed_after: the turn after which an advisor proposed it, and after no other.
    """

    message_id: str
    text: str | None = None
    tokens: tuple[str, ...] = ()
    is_list: bool = False
    command: str | None = None
    made: tuple[str, str] | None = None
    author: str | None = None
    proposed_after: int | None = None


async def read_json(request: Request) -> Any:
    """The JSON body, whose size is already known to be small. ApiError: not JSON."""
    try:
        return json.loads(await request.body())
    except (ValueError, RecursionError) as error:
        raise ApiError("bad_json") from error


async def read_optional_json(request: Request) -> Any:
    """The JSON body; an empty object when there is none. ApiError: not JSON."""
    return await read_json(request) if await request.body() else {}


def read_message(body: Any) -> Message:
    """The message in a JSON body. ApiError says what is wrong with it."""
    if not isinstance(body, dict) or not _matches(_UUID, body.get("message_id")):
        raise ApiError("wrong_body")
    given = [name for name in _CONTENTS if body.get(name) is not None]
    if len(given) > 1:
        raise ApiError("wrong_body")
    message_id = body["message_id"].lower()
    if not given:
        return Message(message_id)
    return _with_content(message_id, given[0], body[given[0]])


def _with_content(message_id: str, name: str, content: Any) -> Message:
    if name == "text":
        return Message(message_id, text=clean_text(content))
    if name == "command":
        return Message(message_id, command=_command(content))
    tokens = content if name == "choices" else [content]
    if not isinstance(tokens, list) or not 0 < len(tokens) <= MOST_CHOICES:
        raise ApiError("wrong_body")
    if not all(isinstance(token, str) for token in tokens):
        raise ApiError("wrong_body")
    if not all(_matches(_TOKEN, token) for token in tokens):
        raise ApiError("unknown_choice")
    return Message(message_id, tokens=tuple(dict.fromkeys(tokens)), is_list=name == "choices")


def _command(content: Any) -> str:
    if not isinstance(content, str) or content not in COMMANDS:
        raise ApiError("wrong_body")
    return content


def _matches(pattern: re.Pattern[str], value: Any) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def clean_text(text: Any) -> str:
    """What the person typed, in NFC, without control, invisible or half characters, stripped.

    ApiError: not a text, nothing left, or more than TEXT_CHARACTERS.
    """
    if not isinstance(text, str):
        raise ApiError("wrong_body")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    visible = "".join(character for character in lines if _is_kept(character))
    cleaned = _BLANK_ENDS.sub("", unicodedata.normalize("NFC", visible))
    if not cleaned:
        raise ApiError("text_empty")
    if len(cleaned) > TEXT_CHARACTERS:
        raise ApiError("text_too_long")
    return cleaned


def _is_kept(character: str) -> bool:
    """Drops control (Cc), format (Cf) and half (Cs) characters; emoji need the joiner."""
    return character in "\n\u200d" or unicodedata.category(character) not in ("Cc", "Cf", "Cs")


def for_rasa(text: str) -> str:
    """Cleaned text that Rasa cannot take for a payload: the slashes in front of it are gone."""
    start = 0
    while start < len(text) and _is_in_front(text[start]):
        start += 1
    return text[start:] or "…"


def _is_in_front(character: str) -> bool:
    """A slash, or something that Rasa or a reader would not see before one (spaces, marks)."""
    return character == "/" or character.isspace() or unicodedata.category(character)[0] in "ZCM"
