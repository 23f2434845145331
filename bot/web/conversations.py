"""One conversation of a web session: take a turn, read it again, erase it.

A turn is claimed in the database, asked of Rasa, then saved. What can go wrong in between:

- the same message comes twice: the second waits for the first, then reads its answer;
- another message comes while one runs: it waits for its turn, then is told to come again;
- Rasa did nothing (RasaAway): the claim is dropped, the message may come again as new;
- nobody knows what Rasa did (RasaSilent, or this process died): the claim stays. Rasa handles a
  message once, so the same message is asked again, by the person or before their next message.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from starlette.concurrency import run_in_threadpool

from bot.adapters.rasa_client import RasaAway, RasaError, RasaRefused, RasaSilent, Turns
from bot.adapters.sql.live import ADVISOR
from bot.adapters.sql.sessions import SessionStore, Turn
from bot.web.errors import ApiError
from bot.web.offers import Offers, chosen, has_begun, history, is_valid
from bot.web.requests import COMMANDS, Message, for_rasa
from bot.web.tokens import now

logger = logging.getLogger(__name__)

ERASURE = "erasure"
CLAIM_MARGIN_SECONDS = 2.0
LOOK_AGAIN_SECONDS = 0.1
COME_AGAIN_SECONDS = 2


@dataclass(frozen=True)
class Answer:
    """A turn that was answered."""

    turn: int
    messages: list[dict[str, Any]]


class Conversations:
    """The turns of a web session, over the store and Rasa.

    changed: told of each conversation whose turns are others now, so that its screens follow.
    """

    def __init__(
        self, store: SessionStore, rasa: Turns, changed: Callable[[str], None] = lambda _: None
    ) -> None:
        self._store = store
        self._rasa = rasa
        self._changed = changed

    async def read(self, conversation_id: str) -> dict[str, Any]:
        """All turns, and the id of the message that still waits for its answer, if any."""
        stored = await run_in_threadpool(self._store.turns, conversation_id)
        turns = [turn for turn in stored if turn.message_id != ERASURE]
        if not turns:
            raise ApiError("unknown_session")
        pending = turns[-1].message_id if turns[-1].messages is None else None
        return {"turns": history(turns), "pending": pending}

    async def state(self, conversation_id: str) -> str:
        """A short text that is another one whenever `read` is."""
        _, last = await self._look(conversation_id, ERASURE)
        is_answered = last.messages is not None
        return f"{last.number}{'' if is_answered else f' {last.message_id}'}"

    async def answer(self, conversation_id: str, message: Message) -> Answer:
        """The answer to a message, given once. ApiError when there is none."""

        async def new_turn(last: Turn) -> Turn:
            return await self._new_turn(conversation_id, message, last)

        turn, is_first = await self._own(conversation_id, message.message_id, new_turn)
        if turn.messages is not None:
            return Answer(turn.number, turn.messages)
        try:
            return await self._ask(conversation_id, turn, is_first)
        except RasaRefused as error:
            raise ApiError("refused") from error
        except RasaError as error:
            raise ApiError("bot_away", COME_AGAIN_SECONDS) from error

    async def draft(self, conversation_id: str, message: Message) -> tuple[int, str]:
        """The last turn, and what a message would say after it. ApiError: it could not be sent."""
        _, last = await self._look(conversation_id, message.message_id)
        if last.messages is None:
            raise ApiError("busy", COME_AGAIN_SECONDS)
        turn = await self._new_turn(conversation_id, message, last)
        return last.number, turn.you or ""

    async def is_known(self, conversation_id: str, message_id: str) -> bool:
        """Whether the conversation has a turn of this message."""
        known, _ = await self._look(conversation_id, message_id)
        return known is not None

    async def erase(self, conversation_id: str) -> None:
        """Deletes the conversation from Rasa, then from here. ApiError: it is all still there.

        A turn that runs is waited for; one without an answer is taken over, not asked again.
        """
        await self._finish_erasure(conversation_id, await self._own_for_erasure(conversation_id))

    async def end(self, conversation_id: str) -> None:
        """Its time is over: erased, but for what was told to the team, which loses its tie to it.

        ApiError: it is still there.
        """
        await run_in_threadpool(self._store.detach_told, conversation_id)
        await self.erase(conversation_id)

    async def _own_for_erasure(self, conversation_id: str) -> Turn:
        while True:
            _, last, _ = await self._wait_until_idle(conversation_id, ERASURE)
            if last.messages is None:
                if taken := await self._take_over(conversation_id, last):
                    return taken
                continue
            turn = self._turn_after(last, ERASURE, None, None)
            if await run_in_threadpool(self._store.claim, conversation_id, turn):
                return turn

    async def _finish_erasure(self, conversation_id: str, turn: Turn) -> None:
        """`turn` is the erasure's own, forgotten when Rasa fails, or a message's, left to it."""
        try:
            await self._rasa.forget(conversation_id)
        except RasaError as error:
            await self._drop_claim(conversation_id, turn, is_final=turn.message_id == ERASURE)
            raise ApiError("cannot_erase", COME_AGAIN_SECONDS) from error
        await run_in_threadpool(self._store.erase, conversation_id)
        self._changed(conversation_id)

    async def _own(
        self,
        conversation_id: str,
        message_id: str,
        new_turn: Callable[[Turn], Awaitable[Turn]],
    ) -> tuple[Turn, bool]:
        """The turn of a message: answered already, or claimed by this call.

        The second value tells whether Rasa can be sure to see the message for the first time.
        """
        while True:
            known, last = await self._look_when_idle(conversation_id, message_id)
            if known and known.messages is not None:
                return known, False
            if known:
                if taken := await self._take_over(conversation_id, known):
                    return taken, False
            elif last.messages is None:
                await self._settle(conversation_id, last)
            else:
                turn = await new_turn(last)
                if await run_in_threadpool(self._store.claim, conversation_id, turn):
                    self._changed(conversation_id)
                    return turn, True

    async def _look_when_idle(
        self, conversation_id: str, message_id: str
    ) -> tuple[Turn | None, Turn]:
        """The message's turn and the last one, once nobody works on them. ApiError: still busy."""
        known, last, is_idle = await self._wait_until_idle(conversation_id, message_id)
        if not is_idle:
            raise ApiError("busy", COME_AGAIN_SECONDS)
        return known, last

    async def _wait_until_idle(
        self, conversation_id: str, message_id: str
    ) -> tuple[Turn | None, Turn, bool]:
        """The message's turn, the last one, and whether the wait ended with nobody at work."""
        for _ in range(int(self._rasa.answer_seconds / LOOK_AGAIN_SECONDS) + 1):
            known, last = await self._look(conversation_id, message_id)
            if last.messages is not None or last.claimed_until <= now():
                return known, last, True
            await asyncio.sleep(LOOK_AGAIN_SECONDS)
        return known, last, False

    async def _look(self, conversation_id: str, message_id: str) -> tuple[Turn | None, Turn]:
        try:
            return await run_in_threadpool(self._store.known_and_last, conversation_id, message_id)
        except LookupError as error:
            raise ApiError("unknown_session") from error

    async def _take_over(self, conversation_id: str, turn: Turn) -> Turn | None:
        until = self._claim_end()
        taken = await run_in_threadpool(self._store.reclaim, conversation_id, turn, until)
        return replace(turn, claimed_until=until) if taken else None

    async def _settle(self, conversation_id: str, last: Turn) -> None:
        """Ends a turn that was left without an answer, because the person goes on.

        Asked once more; when Rasa stays silent on it again, or refuses it, the turn is given up.
        """
        turn = await self._take_over(conversation_id, last)
        if turn is None:
            return
        if turn.message_id == ERASURE:
            await self._finish_erasure(conversation_id, turn)
            raise ApiError("unknown_session")
        try:
            await self._ask(conversation_id, turn, is_first=False)
        except RasaAway as error:
            raise ApiError("bot_away", COME_AGAIN_SECONDS) from error
        except (RasaSilent, RasaRefused):
            await self._release(conversation_id, turn)

    async def _new_turn(self, conversation_id: str, message: Message, last: Turn) -> Turn:
        is_proposed = message.proposed_after is not None
        if is_proposed and message.proposed_after != last.number:
            raise ApiError("proposal_gone")
        said = await self._said(conversation_id, message, last)
        turn = self._turn_after(last, message.message_id, *said)
        return replace(turn, author=message.author, is_proposed=is_proposed)

    async def _said(
        self, conversation_id: str, message: Message, last: Turn
    ) -> tuple[str, str | None]:
        """The words of a new message, and its payload; None: they were typed."""
        if message.text is not None:
            return message.text, None
        if message.command is not None:
            return COMMANDS[message.command]
        if message.made is not None:
            return message.made
        if message.tokens:
            return await run_in_threadpool(self._chosen, conversation_id, message, last)
        raise ApiError("unknown_message")

    def _chosen(self, conversation_id: str, message: Message, last: Turn) -> tuple[str, str]:
        found = self._store.choices(conversation_id, message.tokens)
        if len(found) < len(message.tokens):
            raise ApiError("unknown_choice")
        newest_cards = self._store.newest_cards_turn(conversation_id)
        if not all(is_valid(choice, last.number, newest_cards) for choice in found):
            raise ApiError("stale_choice")
        return chosen(found, message.is_list)

    def _turn_after(
        self, last: Turn, message_id: str, you: str | None, payload: str | None
    ) -> Turn:
        return Turn(last.number + 1, message_id, you, payload, self._claim_end())

    async def _ask(self, conversation_id: str, turn: Turn, is_first: bool) -> Answer:
        """Rasa's answer to a claimed turn, saved. Raises a RasaError, once the claim is sorted."""
        try:
            said = await self._send(conversation_id, turn)
        except RasaError as error:
            logger.warning("turn_failed reason=%s", type(error).__name__)
            is_final = isinstance(error, RasaRefused) or (is_first and isinstance(error, RasaAway))
            await self._drop_claim(conversation_id, turn, is_final)
            raise
        return await self._save(conversation_id, turn, said)

    async def _send(self, conversation_id: str, turn: Turn) -> list[dict[str, Any]]:
        author = ADVISOR if turn.author else None
        said: dict[str, Any] = {"payload": turn.payload, "title": turn.you}
        if turn.payload is None:
            said = {"text": for_rasa(turn.you or "")}
        return await self._rasa.turn(conversation_id, turn.message_id, author=author, **said)

    async def _drop_claim(self, conversation_id: str, turn: Turn, is_final: bool) -> None:
        """Forgets the turn, or leaves it open for whoever asks again."""
        if is_final:
            await self._release(conversation_id, turn)
        else:
            await run_in_threadpool(self._store.reclaim, conversation_id, turn, now())

    async def _release(self, conversation_id: str, turn: Turn) -> None:
        await run_in_threadpool(self._store.release, conversation_id, turn)
        self._changed(conversation_id)

    async def _save(self, conversation_id: str, turn: Turn, said: list[dict[str, Any]]) -> Answer:
        offers = Offers(turn.number)
        messages = offers.translate(said)
        agreed_at = now() if turn.author is None and has_begun(messages) else None
        saved = await run_in_threadpool(
            self._store.save_answer,
            conversation_id,
            turn,
            messages,
            offers.choices,
            agreed_at,
            offers.sheets,
        )
        self._changed(conversation_id)
        if saved:
            return Answer(turn.number, messages)
        known, _ = await self._look(conversation_id, turn.message_id)
        if known is None or known.messages is None:
            raise ApiError("busy", COME_AGAIN_SECONDS)
        return Answer(known.number, known.messages)

    def _claim_end(self) -> datetime:
        return now() + timedelta(seconds=self._rasa.answer_seconds + CLAIM_MARGIN_SECONDS)
