"""A copy of a conversation, with the person's agreement, which is asked for that and nothing else.

To accompany is no agreement to record: an advisor who is beside the person asks in the same way.
On yes the copy is made at once, by whoever keeps copies, and the request is over; on no, too.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable

from sqlalchemy.exc import IntegrityError
from starlette.concurrency import run_in_threadpool

from bot.adapters.sql.accounts import Account, AccountStore
from bot.adapters.sql.recording_requests import RecordingRequest, RecordingRequestStore
from bot.web.errors import ApiError
from bot.web.live import REQUEST_LIFE
from bot.web.rights import Rights
from bot.web.tokens import now

Copy = Callable[[RecordingRequest], Awaitable[None]]


class Recordings:
    """The use cases, over the store. changed: told of conversations whose screens must follow."""

    def __init__(
        self,
        store: RecordingRequestStore,
        accounts: AccountStore,
        rights: Rights,
        changed: Callable[[str], None],
    ) -> None:
        self.store = store
        self._accounts = accounts
        self._rights = rights
        self._changed = changed
        self._copy: Copy | None = None

    def copied_by(self, copy: Copy) -> None:
        """Who makes the copies: the bench, which knows what a story is."""
        self._copy = copy

    async def ask(self, account: Account, code: str) -> RecordingRequest:
        """The person is asked on their own screen. ApiError: the code opens nothing."""
        conversation_id = await self._rights.conversation_of_code(code)
        asked = RecordingRequest(secrets.token_hex(8), conversation_id, account.advisor_id, now())
        try:
            await run_in_threadpool(self.store.add, asked)
        except IntegrityError as error:
            raise ApiError("unknown_code") from error
        await run_in_threadpool(self._accounts.note, account, "record_asked", now())
        self._changed(conversation_id)
        return asked

    async def answer(self, conversation_id: str, request_id: str, is_agreed: bool) -> None:
        """The person says yes or no. ApiError: the request is over, or the copy cannot be made."""
        found = await run_in_threadpool(self.store.find, request_id, now() - REQUEST_LIFE)
        if found is None or found.conversation_id != conversation_id:
            raise ApiError("no_advisor")
        if is_agreed and self._copy:
            await self._copy(found)
        await run_in_threadpool(self.store.take, request_id)
        self._changed(conversation_id)
