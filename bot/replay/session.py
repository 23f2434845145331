"""One conversation through the product's own web layer: messages in, what the person sees out."""

from __future__ import annotations

import datetime
import hashlib
import time
import uuid
from collections.abc import Awaitable, Mapping, Sequence
from typing import Any

from sqlalchemy.engine import Engine

from bot.adapters.sql.sessions import SessionStore, Turn
from bot.orientation.catalogue import Catalogue
from bot.replay.looking import Looking
from bot.replay.names import ERASE
from bot.replay.rasa_here import RasaHere
from bot.replay.record import TurnRecord
from bot.replay.screen import Choice, Screen
from bot.replay.story import ADVISOR, CANDIDATE
from bot.replay.tracing import Tracing, offered, slots_of
from bot.services import clock
from bot.web.conversations import Conversations
from bot.web.errors import ApiError
from bot.web.openings import Openings
from bot.web.requests import COMMANDS, Message, clean_text
from bot.web.rights_requests import Opening

ADVISOR_MARK = "advisor"
ERASED = "Vos données sont effacées."


class Session:
    """A conversation on a frozen day, whose identifiers come from its name and seed."""

    def __init__(
        self, engine: Engine, rasa: RasaHere, tracing: Tracing, looking: Looking, name: str,
        seed: int, day: datetime.date,
    ) -> None:  # fmt: skip
        self.conversation_id = hashlib.sha256(f"{name} {seed}".encode()).hexdigest()[:32]
        self.engine = engine
        self.screen = Screen()
        self.is_erased = False
        self.token = ""
        """The one that the person's device was given at the welcome."""
        self._rasa = rasa
        self._tracing = tracing
        self._looking = looking
        self._day = day
        self._turns = 0
        self._store = SessionStore(engine)
        self._openings = Openings(self._store, rasa, lambda: self.conversation_id)
        self._web = Conversations(self._store, rasa)

    @property
    def slots(self) -> dict[str, Any]:
        """What is kept now."""
        return slots_of(self._rasa.tracker(self.conversation_id))

    @property
    def catalogue(self) -> Catalogue:
        """The one that this conversation is held with."""
        return self._looking.catalogue()

    async def open(self) -> TurnRecord:
        """The welcome."""
        return await self._take(TurnRecord(said=None), self._opened())

    async def forget(self) -> None:
        """Nothing of an earlier conversation of the same name and seed remains."""
        self._store.erase(self.conversation_id)
        await self._rasa.forget(self.conversation_id)

    async def say(self, text: str, speaker: str = CANDIDATE) -> TurnRecord:
        """Typed words; empty or far too long, they are refused as the page would be told."""
        record = TurnRecord(speaker=speaker, said=text)
        try:
            message = Message(self._message_id(), text=clean_text(text))
        except ApiError as error:
            record.refusal = error.message
            record.question_after = self.slots.get("requested_slot")
            return record
        return await self._take(record, self._answered(message))

    async def press(self, choices: Sequence[Choice], speaker: str = CANDIDATE) -> TurnRecord:
        """A button, or the options ticked in a list."""
        record = TurnRecord(speaker=speaker, said=", ".join(one.title for one in choices))
        tokens = tuple(one.token for one in choices)
        message = Message(self._message_id(), tokens=tokens, is_list=choices[0].is_option)
        return await self._take(record, self._answered(message))

    async def menu(self, command: str, speaker: str = CANDIDATE) -> TurnRecord:
        """An entry of the page's menu, among them the erasure."""
        if command == ERASE:
            return await self._erase(speaker)
        record = TurnRecord(speaker=speaker, said=COMMANDS[command][0])
        return await self._take(
            record, self._answered(Message(self._message_id(), command=command))
        )

    async def overhear(self, happening: Awaitable[object]) -> TurnRecord | None:
        """The turn that another screen of this conversation takes, told like one's own; None: no
        turn came of what happened there."""
        known, record = self._newest(), TurnRecord()
        shown, before, begun = self.screen, self.slots, self._watched(record)
        with clock.frozen(self._day):
            await happening
        newest = self._newest()
        if newest is None:
            return self._erased(CANDIDATE)
        if newest.messages is None or (known and newest.number == known.number):
            return None
        record.seconds = time.perf_counter() - begun
        record.said, record.messages = newest.you, newest.messages
        self.screen = shown.then(record.messages)
        self._told(record, before)
        return record

    def _newest(self) -> Turn | None:
        """The last turn; None: the conversation is erased."""
        turns = self._store.turns(self.conversation_id)
        return turns[-1] if turns else None

    async def _opened(self) -> list[dict[str, Any]]:
        self.token, answer = await self._openings.open(Opening())
        return answer.messages

    async def _answered(self, message: Message) -> list[dict[str, Any]]:
        return (await self._web.answer(self.conversation_id, message)).messages

    async def _erase(self, speaker: str) -> TurnRecord:
        await self._web.erase(self.conversation_id)
        return self._erased(speaker)

    def _erased(self, speaker: str) -> TurnRecord:
        self.is_erased = True
        self.screen = Screen()
        return TurnRecord(speaker=speaker, said="Effacer mes données", messages=[_note(ERASED)])

    async def _take(self, record: TurnRecord, answering: Any) -> TurnRecord:
        before, begun = self.slots, self._watched(record)
        try:
            with clock.frozen(self._day):
                record.messages = await answering
            self.screen = self.screen.then(record.messages)
        except ApiError as error:
            record.refusal = error.message
        record.seconds = time.perf_counter() - begun
        self._told(record, before)
        return record

    def _watched(self, record: TurnRecord) -> float:
        """What Rasa does from now on is of this turn; when it begins."""
        self._rasa.faults, self._rasa.sent = record.faults, []
        self._rasa.author = ADVISOR_MARK if record.speaker == ADVISOR else None
        return time.perf_counter()

    def _told(self, record: TurnRecord, before: dict[str, Any]) -> None:
        after = self.slots
        record.kept = changed(before, after)
        record.question_after = record.kept.pop("requested_slot", after.get("requested_slot"))
        if record.refusal:
            return
        record.offered = offered(self._rasa.sent)
        tracker = self._rasa.tracker(self.conversation_id)
        record.trace = self._tracing.last_turn(tracker, self._rasa.payload)
        actions = [spoke.action for spoke in record.trace.spoke]
        looking, sent = self._looking, self._rasa.sent
        record.ranked = looking.jobs(self.conversation_id, after, sent, actions)
        record.offers = looking.offers_of(after, sent, actions, self._day)

    def _message_id(self) -> str:
        self._turns += 1
        return str(uuid.uuid5(uuid.UUID(self.conversation_id), str(self._turns)))


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """What a turn set anew; of a slot that is a mapping, what changed in it. None: emptied."""
    found: dict[str, Any] = dict.fromkeys(name for name in before if name not in after)
    for name, value in after.items():
        old = before.get(name)
        if isinstance(value, Mapping) and isinstance(old, Mapping):
            gone = dict.fromkeys(key for key in old if key not in value)
            value = gone | {key: one for key, one in value.items() if old.get(key, ...) != one}
            old = {}
        if value != old:
            found[name] = value
    return found


def _note(text: str) -> dict[str, Any]:
    return {"type": "text", "text": text, "buttons": []}
