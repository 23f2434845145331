"""An advisor beside a person: how it begins, what was agreed to, how it ends.

An advisor reaches a conversation in two ways: they begin it, or the person agrees on their own
screen. They lose it when either ends it, when it is erased, or when its time is over.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from starlette.concurrency import run_in_threadpool

from bot.adapters.sql.accompaniments import OPEN, REQUESTED, Accompaniment, AccompanimentStore
from bot.adapters.sql.accounts import Account, AccountStore
from bot.adapters.sql.rights import RightsStore
from bot.services import accompanying
from bot.web.errors import ApiError
from bot.web.live import REQUEST_LIFE
from bot.web.openings import Openings
from bot.web.rights import ResumeCode, Rights
from bot.web.rights_requests import Opening
from bot.web.tokens import new_token, now, token_hash


class Accompaniments:
    """The use cases, over the stores. changed: told of conversations whose screens must follow."""

    def __init__(
        self,
        store: AccompanimentStore,
        accounts: AccountStore,
        rights_store: RightsStore,
        rights: Rights,
        openings: Openings,
        changed: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._store = store
        self._accounts = accounts
        self._rights_store = rights_store
        self._rights = rights
        self._openings = openings
        self._changed = changed

    async def start(self, account: Account, region: str | None = None) -> Accompaniment:
        """A new conversation with its code, which the advisor may follow from now on.

        ApiError: Rasa is away. The person is told at the join, and may stop it then.
        """
        conversation_id = await self._openings.open_unheld(Opening(region=region))
        await self._rights.code(conversation_id)
        begun = _new(account, conversation_id, OPEN, now())
        await self._add(account, "started", begun)
        return begun

    async def ask(self, account: Account, code: str) -> Accompaniment:
        """The person is asked on their own screen; asked again, it is the same request.

        ApiError: the code opens nothing, or somebody accompanies the conversation already, or waits
        for an answer: the person must not agree to another one than they read of.
        """
        conversation_id = await self._rights.conversation_of_code(code)
        for one in await run_in_threadpool(self._store.of_conversation, conversation_id):
            is_own = one.advisor_id == account.advisor_id
            if is_own and one.state == OPEN:
                return one
            if not is_own and (one.state == OPEN or one.created_at > now() - REQUEST_LIFE):
                raise ApiError("accompanied_already")
            await run_in_threadpool(self._store.end, one.accompaniment_id, now())
        asked = _new(account, conversation_id, REQUESTED, now())
        try:
            await self._add(account, "asked", asked)
        except IntegrityError as error:
            raise ApiError("unknown_code") from error
        self._changed(conversation_id)
        return asked

    async def _add(self, account: Account, act: str, one: Accompaniment) -> None:
        """With its line in the access log."""
        await run_in_threadpool(self._store.add, one)
        note = self._accounts.note
        await run_in_threadpool(note, account, act, now(), one.accompaniment_id)

    async def agree(self, conversation_id: str, accompaniment_id: str, is_agreed: bool) -> None:
        """The person says yes to the text of today, or ends it. ApiError: it is over already."""
        if not is_agreed:
            await self.end(conversation_id, accompaniment_id, by_person=True)
            return
        agree = self._store.agree
        version = accompanying.VERSION
        if not await run_in_threadpool(agree, accompaniment_id, version, now()):
            raise ApiError("no_advisor")
        self._changed(conversation_id)

    async def end(
        self, conversation_id: str, accompaniment_id: str, by_person: bool = False
    ) -> None:
        """By either, with a line in the access log; the seat's tokens open nothing from now on.

        by_person: nor does the code, for whoever was sent away knows it.
        """
        act = "ended_by_person" if by_person else "ended"
        await run_in_threadpool(self._store.end, accompaniment_id, now(), act, by_person)
        self._changed(conversation_id)

    async def token(self, accompaniment: Accompaniment) -> str:
        """A token for one page of the seat. ApiError: it is not open any more."""
        token = new_token()
        add = self._rights_store.add_token
        key, hashed = accompaniment.conversation_id, token_hash(token)
        try:
            await run_in_threadpool(add, key, hashed, now(), accompaniment.accompaniment_id)
        except IntegrityError as error:
            raise ApiError("no_accompaniment") from error
        return token

    async def codes(self, some: Sequence[Accompaniment]) -> Mapping[str, ResumeCode]:
        """Conversation -> its code, of those that have one, read together."""
        return await self._rights.codes([one.conversation_id for one in some])

    async def code(self, accompaniment: Accompaniment) -> ResumeCode | None:
        """The code of its conversation; None on a shared computer, which has none."""
        try:
            return await self._rights.code(accompaniment.conversation_id)
        except ApiError:
            return None


def _new(account: Account, conversation_id: str, state: str, at: datetime) -> Accompaniment:
    is_open = state == OPEN
    return Accompaniment(
        accompaniment_id=secrets.token_hex(8),
        conversation_id=conversation_id,
        advisor_id=account.advisor_id,
        org_id=account.org.org_id,
        state=state,
        is_started=is_open,
        created_at=at,
        opened_at=at if is_open else None,
    )
