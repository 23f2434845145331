"""What a person may decide about a conversation: who reads it, for how long, what they agree to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy.exc import IntegrityError
from starlette.concurrency import run_in_threadpool

from bot.adapters.domain_responses import read_responses
from bot.adapters.sql.live import ADVISOR, PERSON
from bot.adapters.sql.rights import RightsStore, Session
from bot.orientation.typography import french
from bot.services import consent
from bot.services.seat_life import LONGEST
from bot.settings import ROOT
from bot.web.conversations import Conversations
from bot.web.errors import ApiError
from bot.web.resume_codes import ResumeCodes, in_groups
from bot.web.tokens import new_token, now, token_hash

SHARED_IDLE = timedelta(minutes=30)


@lru_cache(maxsize=1)
def consent_words() -> dict[str, str]:
    """What the welcome says today of what is kept, to be shown to who agreed to an older text."""
    found = {one.name: one for one in read_responses(ROOT / "domain.yml")}[consent.RESPONSE]
    return {"text": french(found.texts[0]), "easy": french(found.easy[0])}


@dataclass(frozen=True)
class ResumeCode:
    """code: as it is stored nowhere, without hyphens. expires: the last day on which it opens."""

    code: str
    expires: date

    @property
    def shown(self) -> str:
        return in_groups(self.code)

    def address(self, public_url: str) -> str:
        """It holds the code behind a #: browsers send that part to no server's log."""
        return f"{public_url}/#code={self.code}"


@dataclass(frozen=True)
class Holder:
    """Who asks, by their token. accompaniment_id: an advisor's seat; None: the person's device."""

    conversation_id: str
    token_hash: str
    accompaniment_id: str | None = None

    @property
    def seat(self) -> str:
        return PERSON if self.accompaniment_id is None else ADVISOR


class Rights:
    """The use cases around a conversation, over the store, for one installation's codes."""

    def __init__(
        self, store: RightsStore, conversations: Conversations, codes: ResumeCodes
    ) -> None:
        self._store = store
        self._conversations = conversations
        self._codes = codes

    async def enter(self, token: str) -> Holder:
        """Who holds a token. ApiError: unknown, or ended on a shared computer."""
        hashed = token_hash(token)
        held = await run_in_threadpool(self._store.held, hashed, now() - LONGEST)
        if held is None:
            raise ApiError("unknown_session")
        holder = Holder(held.session.conversation_id, hashed, held.accompaniment_id)
        await self._stay_open(held.session, is_seen=holder.seat == PERSON)
        return holder

    async def _stay_open(self, session: Session, is_seen: bool) -> None:
        """is_seen: the person is there; an advisor elsewhere does not keep a shared one open."""
        if not session.is_shared:
            return
        if now() - session.seen_at > SHARED_IDLE:
            await self._end(session.conversation_id)
            raise ApiError("session_expired")
        if is_seen:
            await run_in_threadpool(self._store.see, session.conversation_id, now())

    async def _end(self, conversation_id: str) -> None:
        """Erased, now or at the next look: it opens no more in either case."""
        try:
            await self._conversations.end(conversation_id)
        except ApiError:
            return

    async def state(self, conversation_id: str) -> dict[str, Any]:
        """Whether the computer is shared, and whether the text agreed to is still the same."""
        session = await self.session(conversation_id)
        agreed = await run_in_threadpool(self._store.consents, conversation_id)
        is_current = consent.VERSION in agreed
        asked = {} if is_current else await run_in_threadpool(consent_words)
        about = {"version": consent.VERSION, "is_current": is_current, **asked}
        return {"shared": session.is_shared, "consent": about}

    async def set_shared(self, conversation_id: str, is_shared: bool) -> None:
        await run_in_threadpool(self._store.set_shared, conversation_id, is_shared, now())

    async def accept(self, conversation_id: str, version: str) -> None:
        """ApiError: the version is not the one that is shown now."""
        if version != consent.VERSION:
            raise ApiError("old_consent")
        try:
            await run_in_threadpool(self._store.accept, conversation_id, version, now())
        except IntegrityError as error:
            raise ApiError("unknown_session") from error

    async def code(self, conversation_id: str) -> ResumeCode:
        """The code of a conversation. ApiError: it ends too soon, being shared."""
        session = await self.session(conversation_id)
        if session.is_shared:
            raise ApiError("no_code_shared")
        codes = await run_in_threadpool(self._codes_of, {conversation_id: session})
        return codes[conversation_id]

    async def codes(self, conversation_ids: Sequence[str]) -> Mapping[str, ResumeCode]:
        """The code of each conversation that has one, read together."""
        return await run_in_threadpool(self._found_codes, conversation_ids)

    def _found_codes(self, conversation_ids: Sequence[str]) -> Mapping[str, ResumeCode]:
        found = self._store.sessions(conversation_ids)
        return self._codes_of({key: one for key, one in found.items() if not one.is_shared})

    def _codes_of(self, sessions: Mapping[str, Session]) -> Mapping[str, ResumeCode]:
        """The code that is kept, or a first one, kept from now on."""
        known = self._store.codes_kept(sessions)
        codes: dict[str, ResumeCode] = {}
        for key, session in sessions.items():
            kept, ended = known.get(key, (None, 0))
            code = self._codes.present(key, kept, ended)
            code_hash = self._codes.hash_of(code)
            if code_hash != kept:
                self._store.keep_code(key, code_hash)
            codes[key] = ResumeCode(code, session.kept_until.date())
        return codes

    async def resume(self, code: str) -> str:
        """A new token of the conversation that a code opens. ApiError: it opens none."""
        token, conversation_id = new_token(), await self.conversation_of_code(code)
        try:
            await run_in_threadpool(
                self._store.add_token, conversation_id, token_hash(token), now()
            )
        except IntegrityError as error:
            raise ApiError("unknown_code") from error
        return token

    async def conversation_of_code(self, code: str) -> str:
        """The conversation that a code opens. ApiError: it opens none."""
        found = await run_in_threadpool(self._store.session_of_code, self._codes.hash_of(code))
        if found is None or found.is_shared or now() >= found.kept_until:
            raise ApiError("unknown_code")
        return found.conversation_id

    async def session(self, conversation_id: str) -> Session:
        """The conversation as a whole. ApiError: it was erased meanwhile."""
        session = await run_in_threadpool(self._store.session, conversation_id)
        if session is None:
            raise ApiError("unknown_session")
        return session
