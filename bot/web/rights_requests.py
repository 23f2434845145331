"""What a person may ask about the conversation as a whole, read from JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.orientation.administrative_areas import REGIONS
from bot.web.errors import ApiError
from bot.web.resume_codes import read_code

MOST_TYPED = 64


@dataclass(frozen=True)
class Opening:
    """How a conversation begins. region: INSEE code of the region of the host's site."""

    is_shared: bool = False
    region: str | None = None


def read_opening(body: Any) -> Opening:
    """ApiError: a field that is unknown (nobody chooses an id or a code) or wrong."""
    if not isinstance(body, dict) or not body.keys() <= {"shared", "region"}:
        raise ApiError("wrong_body")
    shared, region = body.get("shared", False), body.get("region")
    if not isinstance(shared, bool):
        raise ApiError("wrong_body")
    if region is not None and not (isinstance(region, str) and region in REGIONS):
        raise ApiError("wrong_region")
    return Opening(shared, region)


def read_shared(body: Any) -> bool:
    """Whether others use this computer. ApiError: it is not said."""
    return bool(_only(body, "shared", bool))


def read_version(body: Any) -> str:
    """The version of the consent that a person accepts. ApiError: it is not said."""
    return str(_only(body, "version", str))


def read_typed_code(body: Any) -> str:
    """The resume code, cleaned. ApiError: none, or it cannot be one."""
    typed = str(_only(body, "code", str))
    code = read_code(typed) if len(typed) <= MOST_TYPED else None
    if code is None:
        raise ApiError("unknown_code")
    return code


def _only(body: Any, name: str, kind: type) -> Any:
    if not isinstance(body, dict) or set(body) != {name} or not isinstance(body[name], kind):
        raise ApiError("wrong_body")
    return body[name]
