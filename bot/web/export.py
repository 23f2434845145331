"""All that is kept about a person, as one JSON text that they can read and take elsewhere."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from starlette.concurrency import run_in_threadpool

from bot.adapters.rasa_client import RasaError
from bot.adapters.sql.rights import RightsStore
from bot.orientation.phrases import say
from bot.orientation.typography import french
from bot.services.kept_words import other_marks, understood
from bot.web.errors import ApiError
from bot.web.tokens import now

AGAIN_SECONDS = 2

EXPORT_FILE = "declic-mes-donnees.json"


class Recalls(Protocol):
    """Who knows what was understood: Rasa behind its channel."""

    async def recall(self, conversation_id: str) -> dict[str, Any]: ...


class Export:
    """Reads every table of people, and what Rasa keeps."""

    def __init__(self, store: RightsStore, rasa: Recalls) -> None:
        self._store = store
        self._rasa = rasa

    async def everything(self, conversation_id: str) -> str:
        """The JSON text. ApiError: Rasa is away, and half of it would be no honest answer."""
        session = await run_in_threadpool(self._store.session, conversation_id)
        if session is None:
            raise ApiError("unknown_session")
        try:
            recalled = await self._rasa.recall(conversation_id)
        except RasaError as error:
            raise ApiError("cannot_export", AGAIN_SECONDS) from error
        rows = await run_in_threadpool(self._store.everything, conversation_id)
        companions = await run_in_threadpool(self._store.companions, conversation_id)
        kept = {**_about(session.kept_until), **_named(rows, companions)}
        return as_json({**kept, **_recalled(recalled)})


def _about(until: datetime) -> dict[str, Any]:
    return {
        "à savoir": french(say("web.export_note")),
        "téléchargé le": now(),
        "effacé au plus tard le": until,
    }


def _named(
    rows: dict[str, list[dict[str, Any]]], companions: Sequence[tuple[str, str]]
) -> dict[str, list[dict[str, Any]]]:
    """Who said each turn and who accompanied, in words: their ids say nothing."""
    for row, (name, org) in zip(rows["accompagnements"], companions, strict=False):
        row.update({"par": name, "organisme": org})
    for turn in rows["échanges"]:
        whose = "person" if turn["vous"] else "bot"
        turn["dit par"] = french(say(f"accompany.by_{'advisor' if turn['dit par'] else whose}"))
    return rows


def _recalled(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "ce que j’ai compris": understood(kept["slots"]),
        "autres repères": other_marks(kept["slots"]),
        "journal de la conversation": kept["events"],
    }


def as_json(content: Mapping[str, Any]) -> str:
    """Days and moments are written as ISO 8601, moments in UTC, to the second."""
    return json.dumps(content, ensure_ascii=False, indent=2, default=_moment)


def _moment(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{value.isoformat(timespec='seconds')}Z"
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
