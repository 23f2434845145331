"""What a form of the console sends: read once, cleaned, without invisible characters."""

from __future__ import annotations

import unicodedata
from urllib.parse import parse_qsl

from starlette.requests import Request

from bot.web.bodies import FILES, SENT_BYTES, collected
from bot.web.console.sent_files import read_parts
from bot.web.errors import ApiError

MOST_FIELDS = 1000
FIELD_CHARACTERS = 20_000


class Form:
    """The fields of a form, each with its values in order. file: the one that was sent, None:
    there is none."""

    def __init__(self, pairs: list[tuple[str, str]], file: bytes | None = None) -> None:
        self._pairs = [(name, clean(value)) for name, value in pairs]
        self.file = file

    def one(self, name: str, default: str = "") -> str:
        """The first value of a field, without blanks around it."""
        return next((value for known, value in self._pairs if known == name), default)

    def all(self, name: str) -> list[str]:
        return [value for known, value in self._pairs if known == name]


async def read_form(request: Request) -> Form:
    """ApiError: not a form, or one with too many fields or too long ones."""
    media_type = request.headers.get("content-type", "")
    if media_type.lower().startswith(FILES):
        sent = read_parts(media_type, await collected(request.receive, SENT_BYTES))
        return Form(sent.texts, sent.file)
    try:
        body = (await request.body()).decode()
        pairs = parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise ApiError("wrong_body") from error
    if any(len(value) > FIELD_CHARACTERS for _, value in pairs):
        raise ApiError("text_too_long")
    return Form(pairs)


def clean(text: str) -> str:
    """In NFC, with plain line ends, without control, format or half characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = (one for one in lines if one == "\n" or unicodedata.category(one) not in _DROPPED)
    return unicodedata.normalize("NFC", "".join(kept)).strip()


_DROPPED = ("Cc", "Cf", "Cs")
