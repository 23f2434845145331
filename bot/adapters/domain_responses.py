"""The responses of domain.yml: what the bot says as it is, with their easy-read variations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.services.all_sentences import Response


def read_responses(path: Path) -> tuple[Response, ...]:
    """The responses in the order of the file. OSError or yaml.YAMLError: it cannot be read."""
    domain = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(_response(name, some) for name, some in domain["responses"].items())


def _response(name: str, variations: list[Mapping[str, Any]]) -> Response:
    usual = [one for one in variations if not _is_easy(one)]
    easy = [one for one in variations if _is_easy(one)]
    return Response(
        name,
        tuple(one["text"] for one in usual),
        tuple(one["text"] for one in easy),
        tuple(dict.fromkeys(_titles(variations))),
    )


def _is_easy(variation: Mapping[str, Any]) -> bool:
    conditions = variation.get("condition", ())
    return any((one["name"], one["value"]) == ("reading", "easy") for one in conditions)


def _titles(variations: list[Mapping[str, Any]]) -> Iterator[str]:
    for one in variations:
        yield from (button["title"] for button in one.get("buttons", ()))
