"""Counts what conversations tell, whenever somebody recalls them anyway."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping, Sequence

from sqlalchemy.exc import IntegrityError
from starlette.concurrency import run_in_threadpool

from bot import wiring
from bot.adapters.rasa_client import RasaError
from bot.adapters.sql.facts import Behind, Counted, FactsStore
from bot.adapters.sql.workshops import Workshop
from bot.services import clock
from bot.services.case import Case, case_of
from bot.services.conversation_facts import ConversationFacts, facts_of
from bot.web.export import Recalls
from bot.web.tokens import now

logger = logging.getLogger(__name__)

AT_ONCE = 25
"""Conversations of a workshop that are recalled for one look at its wall."""
LOOK_EVERY_SECONDS = 3.0
MOST_AT_ONCE = 4
"""Conversations recalled from Rasa at the same time: each has a turn's worth of work there."""
Kept = tuple[str, ...] | None


class FactsKeeper:
    """Keeps the facts of conversations up to date, over the store and Rasa."""

    def __init__(self, store: FactsStore, rasa: Recalls) -> None:
        self._store = store
        self._rasa = rasa
        self._looks: dict[str, float] = {}
        self._looking = asyncio.Lock()

    async def answered(self, conversation_id: str) -> int:
        """The last answer of a conversation; read before it is recalled, so that what comes
        meanwhile is counted later, not left out."""
        return await run_in_threadpool(self._store.answered, conversation_id)

    async def note(self, org_id: str, case: Case, turn: int) -> None:
        """An advisor has looked at a conversation, whose last answer was this."""
        await run_in_threadpool(self._note, org_id, case, turn)

    async def kept(self, org_id: str, conversation_ids: Sequence[str]) -> Mapping[str, Kept]:
        """ROME codes of the jobs kept in each conversation; only those that went on since they were
        counted are recalled. None: Rasa is away."""
        at_once = asyncio.Semaphore(MOST_AT_ONCE)

        async def kept_in(one: Counted) -> tuple[str, Kept]:
            if one.counted is not None and one.counted >= one.turn:
                return one.conversation_id, one.kept
            async with at_once:
                facts = await self._recall(org_id, Behind(one.conversation_id, one.turn))
            return one.conversation_id, facts.kept if facts else None

        counted = await run_in_threadpool(self._store.counted, org_id, conversation_ids)
        return dict(await asyncio.gather(*map(kept_in, counted)))

    def _note(self, org_id: str, case: Case, turn: int) -> None:
        if self._store.turn(case.conversation_id, org_id) != turn:
            self._keep(org_id, case, turn)

    def _keep(self, org_id: str, case: Case, turn: int) -> ConversationFacts:
        facts = facts_of(case, wiring.catalogue(), wiring.offers())
        try:
            self._store.keep(case.conversation_id, org_id, now(), turn, facts)
        except IntegrityError:
            logger.info("facts_of_erased_conversation")
        return facts

    async def catch_up(self, workshop: Workshop, *, all_of_it: bool = False) -> None:
        """Counts what people of a workshop did since the last look: some of them, for there is a
        next look soon, or all. Who cannot be recalled now is counted later."""
        if self._looking.locked() and not all_of_it:
            return
        async with self._looking:
            if not all_of_it and not self._is_due(workshop.workshop_id):
                return
            most = workshop.tables * MOST_AT_A_TABLE if all_of_it else AT_ONCE
            behind = await run_in_threadpool(self._store.behind, workshop.workshop_id, most)
            for one in behind:
                await self._recall(workshop.org_id, one)

    def _is_due(self, workshop_id: str) -> bool:
        """Several walls on screen, or an impatient hand, cost no more than one."""
        at = time.monotonic()
        is_due = at - self._looks.get(workshop_id, float("-inf")) >= LOOK_EVERY_SECONDS
        if is_due:
            self._looks[workshop_id] = at
        return is_due

    async def _recall(self, org_id: str, one: Behind) -> ConversationFacts | None:
        """Its facts, now counted; None: Rasa is away."""
        try:
            recalled = await self._rasa.recall(one.conversation_id)
        except RasaError:
            return None
        case = await run_in_threadpool(case_of, one.conversation_id, recalled, clock.today())
        return await run_in_threadpool(self._keep, org_id, case, one.turn)


MOST_AT_A_TABLE = 12
"""People of a table; more conversations than that are nobody's."""
