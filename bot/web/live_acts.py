"""What two screens of one conversation do to each other; who may do what is decided here."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from starlette.concurrency import run_in_threadpool

from bot.adapters.sql.live import (
    ADVISOR,
    OPEN,
    PERSON,
    REQUESTED,
    Companion,
    LiveStore,
    Others,
)
from bot.web.accompaniments import Accompaniments
from bot.web.conversations import Answer, Conversations
from bot.web.errors import ApiError
from bot.web.live import REQUEST_LIFE, Live
from bot.web.live_requests import read_asked, read_proposed, read_reply, yes_or_no
from bot.web.live_state import advisor_of
from bot.web.recordings import Recordings
from bot.web.requests import Message
from bot.web.rights import Holder
from bot.web.tokens import now

TYPING = timedelta(seconds=6)
"""A screen says again that somebody types, sooner than this."""
BOTH = frozenset({PERSON, ADVISOR})
FOR_ONE = {PERSON: "person_only", ADVISOR: "advisor_only"}
"""The refusal of an act that belongs to the other seat."""


@dataclass(frozen=True)
class Act:
    """seats: who may. needs_advisor: only while somebody accompanies the conversation."""

    do: Callable[[Holder, Any], Awaitable[Answer | None]]
    seats: frozenset[str] = BOTH
    needs_advisor: bool = True


class LiveActs:
    """The acts by their name, over the store, the turns and the open screens."""

    def __init__(
        self,
        store: LiveStore,
        live: Live,
        conversations: Conversations,
        accompaniments: Accompaniments,
        recordings: Recordings,
    ) -> None:
        self._store = store
        self._live = live
        self._conversations = conversations
        self._accompaniments = accompaniments
        self._recordings = recordings
        person, advisor = frozenset({PERSON}), frozenset({ADVISOR})
        self._acts: Mapping[str, Act] = {
            "typing": Act(self._type, needs_advisor=False),
            "asked": Act(self._ask, advisor),
            "propose": Act(self._propose, advisor),
            "answer_proposal": Act(self._reply, person, needs_advisor=False),
            "paused": Act(self._pause),
            "hand_back": Act(self._hand_back, advisor),
            "agree": Act(self._agree, person, needs_advisor=False),
            "record": Act(self._record, person, needs_advisor=False),
            "end": Act(self._end),
        }

    async def do(self, holder: Holder, name: str, content: Any) -> Answer | None:
        """The answer, when the act has said something in the conversation. ApiError: it cannot."""
        act = self._acts.get(name)
        if act is None:
            raise ApiError("wrong_body")
        if holder.seat not in act.seats:
            raise ApiError(FOR_ONE[next(iter(act.seats))])
        if act.needs_advisor:
            await self._companion(holder, OPEN)
        try:
            answer = await act.do(holder, content)
        except LookupError as error:
            raise ApiError("unknown_session") from error
        self._live.changed(holder.conversation_id)
        return answer

    async def around(self, holder: Holder) -> dict[str, Any]:
        """Which seat asks, whether there is another screen to follow, and who accompanies."""
        found = await self._others(holder)
        advisor = advisor_of(found.companion)
        return {"seat": holder.seat, "live": found.is_live, "advisor": advisor}

    async def _others(self, holder: Holder) -> Others:
        since = now() - REQUEST_LIFE
        return await run_in_threadpool(self._store.others, holder.conversation_id, since)

    async def _companion(self, holder: Holder, *states: str) -> Companion:
        """Who accompanies the conversation, or asks to. ApiError: nobody does."""
        companion = (await self._others(holder)).companion
        if companion is None or companion.state not in states:
            raise ApiError("no_advisor")
        return companion

    async def _type(self, holder: Holder, content: Any) -> None:
        at = now()
        until = at + TYPING if yes_or_no(content) else at
        change = self._store.type
        await run_in_threadpool(change, holder.conversation_id, holder.seat, at, until)

    async def _ask(self, holder: Holder, content: Any) -> None:
        await self._change(holder, asked=read_asked(content))

    async def _propose(self, holder: Holder, content: Any) -> None:
        """For the question that waits now, and no other; None takes back what waits."""
        if content is None:
            await self._change(holder, proposal=None)
            return
        message = read_proposed(content)
        turn, title = await self._conversations.draft(holder.conversation_id, message)
        proposal = {
            "id": message.message_id,
            "turn": turn,
            "title": title,
            "text": message.text,
            "tokens": list(message.tokens),
            "is_list": message.is_list,
        }
        await self._change(holder, proposal=proposal)

    async def _reply(self, holder: Holder, content: Any) -> Answer | None:
        """Confirmed, the proposal becomes the person's own message, once. ApiError: it is gone."""
        proposal_id, is_confirmed = read_reply(content)
        key = holder.conversation_id
        proposal = await run_in_threadpool(self._store.proposal, key)
        if proposal is None or proposal["id"] != proposal_id or proposal.get("refused"):
            if not await self._conversations.is_known(key, proposal_id):
                raise ApiError("proposal_gone")
            return await self._conversations.answer(key, Message(proposal_id))
        if is_confirmed:
            return await self._conversations.answer(key, _confirmed(proposal))
        await run_in_threadpool(self._store.refuse, key, proposal)
        return None

    async def _pause(self, holder: Holder, content: Any) -> None:
        await self._change(holder, is_paused=yes_or_no(content))

    async def _hand_back(self, holder: Holder, content: Any) -> None:
        """The person goes on alone, under the advisor's eyes."""
        _only_true(content)
        await self._change(holder, is_paused=False, asked=None, proposal=None)

    async def _agree(self, holder: Holder, content: Any) -> None:
        """To the one whose notice was read, and to nobody who asked meanwhile."""
        read_of, is_agreed = read_reply(content)
        companion = await self._companion(holder, REQUESTED, OPEN)
        if companion.accompaniment_id != read_of:
            raise ApiError("no_advisor")
        agree = self._accompaniments.agree
        await agree(holder.conversation_id, companion.accompaniment_id, is_agreed)

    async def _record(self, holder: Holder, content: Any) -> None:
        """Yes or no to a copy of the conversation."""
        request_id, is_agreed = read_reply(content)
        await self._recordings.answer(holder.conversation_id, request_id, is_agreed)

    async def _end(self, holder: Holder, content: Any) -> None:
        _only_true(content)
        companion = await self._companion(holder, OPEN)
        by_person = holder.seat == PERSON
        end = self._accompaniments.end
        await end(holder.conversation_id, companion.accompaniment_id, by_person)

    async def _change(self, holder: Holder, **values: Any) -> None:
        def change() -> None:
            self._store.change(holder.conversation_id, **values)

        await run_in_threadpool(change)


def _confirmed(proposal: Mapping[str, Any]) -> Message:
    return Message(
        proposal["id"],
        text=proposal["text"],
        tokens=tuple(proposal["tokens"]),
        is_list=proposal["is_list"],
        proposed_after=proposal["turn"],
    )


def _only_true(content: Any) -> None:
    if content is not True:
        raise ApiError("wrong_body")
