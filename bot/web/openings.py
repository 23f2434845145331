"""A conversation begins: Rasa's welcome, then the session that keeps it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool

from bot.adapters.rasa_client import RasaAway, RasaError, Turns
from bot.adapters.sql.sessions import Opened, SessionStore, Turn
from bot.services import consent
from bot.web.conversations import Answer
from bot.web.errors import ApiError
from bot.web.offers import Offers
from bot.web.rights_requests import Opening
from bot.web.tokens import new_token, now, random_id, token_hash

logger = logging.getLogger(__name__)

OPENING = "opening"


class Openings:
    """Opens web sessions, over the store and Rasa.

    new_id: 32 hex digits for each new conversation; only a replay gives ids that come back.
    """

    def __init__(
        self, store: SessionStore, rasa: Turns, new_id: Callable[[], str] = random_id
    ) -> None:
        self._store = store
        self._rasa = rasa
        self._new_id = new_id

    async def open(self, wanted: Opening) -> tuple[str, Answer]:
        """A new session: its token and Rasa's welcome. When it fails, nothing of it is kept."""
        token = new_token()
        _, answer = await self._open(wanted, token_hash(token))
        return token, answer

    async def open_unheld(self, wanted: Opening) -> str:
        """A new session that no device holds yet: its conversation."""
        conversation_id, _ = await self._open(wanted, None)
        return conversation_id

    async def _open(self, wanted: Opening, hashed: str | None) -> tuple[str, Answer]:
        conversation_id = self._new_id()
        opened = Opened(
            hashed, conversation_id, now(), consent.VERSION, wanted.is_shared, wanted.region
        )
        try:
            said = await self._rasa.turn(conversation_id, OPENING, payload="/greet")
            return conversation_id, await self._keep(opened, said)
        except RasaAway as error:
            raise ApiError("cannot_open") from error
        except RasaError as error:
            await self._forget_quietly(conversation_id)
            raise ApiError("cannot_open") from error
        except Exception:
            await self._forget_quietly(conversation_id)
            raise

    async def _keep(self, opened: Opened, said: list[dict[str, Any]]) -> Answer:
        offers = Offers(turn=1)
        messages = offers.translate(said)
        opening = Turn(1, OPENING, None, "/greet", opened.created_at, messages)
        await run_in_threadpool(self._store.open, opened, opening, offers.choices)
        return Answer(1, messages)

    async def _forget_quietly(self, conversation_id: str) -> None:
        """When this fails too, the welcome stays until the next look for what was left in Rasa."""
        try:
            await self._rasa.forget(conversation_id)
        except RasaError:
            logger.warning("opening_left_in_rasa")
