"""A form with a file, as browsers send it (multipart/form-data, RFC 7578), read strictly."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.web.errors import ApiError

MOST_PARTS = 20
MOST_HEADER_BYTES, MOST_TEXT_BYTES = 2_000, 20_000
_BOUNDARY = re.compile(
    r'multipart/form-data\s*;\s*boundary="?([A-Za-z0-9\'()+_,./:=?-]{1,70})"?\s*',
    re.IGNORECASE,
)
_NAME = re.compile(rb'form-data;.*?\bname="([A-Za-z0-9_-]{1,40})"')


@dataclass
class Sent:
    """The texts of a form, and the file that comes with it; None: there is none."""

    texts: list[tuple[str, str]] = field(default_factory=list)
    file: bytes | None = None


def read_parts(media_type: str, body: bytes) -> Sent:
    """ApiError: not such a form, or more than one file in it. An empty file field is no file."""
    found = _BOUNDARY.fullmatch(media_type)
    if found is None:
        raise ApiError("wrong_body")
    # One more than there may be, so that a body of nothing but boundaries stays small.
    pieces = (b"\r\n" + body).split(b"\r\n--" + found[1].encode(), MOST_PARTS)
    if len(pieces) > MOST_PARTS or pieces[0] or pieces[-1].strip() != b"--":
        raise ApiError("wrong_body")
    sent = Sent()
    for piece in pieces[1:-1]:
        _take(piece, sent)
    return sent


def _take(piece: bytes, sent: Sent) -> None:
    head, separator, content = piece.partition(b"\r\n\r\n")
    named = _NAME.search(head)
    if not separator or len(head) > MOST_HEADER_BYTES or named is None:
        raise ApiError("wrong_body")
    if b"filename" not in head:
        sent.texts.append((named[1].decode(), _text(content)))
    elif content:
        if sent.file is not None:
            raise ApiError("wrong_body")
        sent.file = content


def _text(content: bytes) -> str:
    if len(content) > MOST_TEXT_BYTES:
        raise ApiError("text_too_long")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise ApiError("wrong_body") from error
