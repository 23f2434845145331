"""What two screens of one conversation share beside its turns.

Each change that a screen shows raises the version of the row in the same transaction: whoever
watches many conversations has one small query to ask. A conversation has no row before somebody
watches it or accompanies it, and raising nothing is no error. Moments are UTC, naive.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, Row
from sqlalchemy.exc import IntegrityError

from bot.adapters.sql.console_tables import accompaniments, advisors, organisations
from bot.adapters.sql.recording_requests import Asker, askers
from bot.adapters.sql.session_tables import live, tokens, turns
from bot.adapters.sql.transactions import snapshot

PERSON, ADVISOR = "person", "advisor"
REQUESTED, OPEN, ENDED = "requested", "open", "ended"


@dataclass(frozen=True)
class LastTurn:
    """The newest turn. author: the accompaniment from whose seat it was said."""

    number: int
    message_id: str
    you: str | None
    author: str | None
    is_pending: bool


@dataclass(frozen=True)
class Companion:
    """Who accompanies a conversation, or asks to. is_started: they began it. agreed_version: of
    the text that the person agreed to; None: not yet."""

    accompaniment_id: str
    state: str
    is_started: bool
    agreed_version: str | None
    name: str
    org: str


@dataclass(frozen=True)
class Others:
    """Who else may be at a conversation. devices: of the person, with a token each. recording:
    who asks for a copy of it."""

    companion: Companion | None
    devices: int
    recording: Asker | None = None

    @property
    def is_live(self) -> bool:
        """Whether there is another screen to follow."""
        is_asked = self.companion is not None or self.recording is not None
        return is_asked or self.devices > 1


@dataclass(frozen=True)
class Snapshot:
    """All that two screens show of one conversation, but for its turns.

    proposal: id, title, and what it would say after `turn`; `refused` once the person said no.
    typing_until, here_until: of each seat; None: not at all. holders: hash of each token that
    opens the conversation -> the accompaniment that it is of; None: a device of the person.
    recording: who asks the person for a copy; None: nobody does. confirmed: the answers that were
    proposed and that the person confirmed, each by its place among all that both people said.
    """

    version: int
    is_paused: bool
    asked: str | None
    proposal: Mapping[str, Any] | None
    typing_until: Mapping[str, datetime | None]
    here_until: Mapping[str, datetime | None]
    last: LastTurn
    companion: Companion | None = None
    holders: Mapping[str, str | None] = field(default_factory=dict)
    recording: Asker | None = None
    confirmed: tuple[int, ...] = ()


class LiveStore:
    """Reads and writes what is live; every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def versions(self, conversation_ids: Collection[str]) -> dict[str, int]:
        """The version of each; those that are erased are left out."""
        query = sa.select(live.c.conversation_id, live.c.version)
        query = query.where(live.c.conversation_id.in_(conversation_ids))
        with self._engine.connect() as connection:
            return {row.conversation_id: row.version for row in connection.execute(query)}

    def snapshots(
        self, conversation_ids: Collection[str], requested_since: datetime
    ) -> dict[str, Snapshot]:
        """Each conversation that is not erased; a request is one since that moment.

        All as it was at one moment: half of an erasure would look like the end of a token.
        """
        with snapshot(self._engine) as connection:
            rows = _rows(connection, live, conversation_ids)
            last = _last_turns(connection, conversation_ids)
            companions = _companions(connection, conversation_ids, requested_since)
            holders = _holders(connection, conversation_ids)
            asking = askers(connection, conversation_ids, requested_since)
            confirmed = _confirmed(connection, conversation_ids)
        return {
            key: replace(
                _snapshot(row, last[key], companions.get(key), holders.get(key, {})),
                recording=asking.get(key),
                confirmed=tuple(confirmed.get(key, ())),
            )
            for row in rows
            if (key := row.conversation_id) in last
        }

    def others(self, conversation_id: str, requested_since: datetime) -> Others:
        """Who else may be at a conversation, watched or not."""
        with self._engine.connect() as connection:
            companions = _companions(connection, (conversation_id,), requested_since)
            holders = _holders(connection, (conversation_id,)).get(conversation_id, {})
            asking = askers(connection, (conversation_id,), requested_since)
        devices = sum(accompaniment_id is None for accompaniment_id in holders.values())
        return Others(companions.get(conversation_id), devices, asking.get(conversation_id))

    def arrive(self, conversation_id: str, seat: str, at: datetime, until: datetime) -> None:
        """A screen of the seat is there until a moment. LookupError: the conversation is erased."""
        self._tell_until(conversation_id, f"{seat}_here_until", at, until)

    def stay(self, conversation_ids: Collection[str], seat: str, until: datetime) -> None:
        """Screens of the seat are still there: nothing that others see changes."""
        query = sa.update(live).where(live.c.conversation_id.in_(conversation_ids))
        with self._engine.begin() as connection:
            connection.execute(query.values({f"{seat}_here_until": until}))

    def type(self, conversation_id: str, seat: str, at: datetime, until: datetime) -> None:
        """The seat types until a moment; one that is over ends it."""
        self._tell_until(conversation_id, f"{seat}_typing_until", at, until)

    def change(self, conversation_id: str, **values: Any) -> None:
        """LookupError: the conversation is erased."""
        with self._engine.begin() as connection:
            if ring(connection, conversation_id, **values):
                return
        self._begin(conversation_id, values)

    def proposal(self, conversation_id: str) -> Mapping[str, Any] | None:
        """The newest proposal, whatever became of it; None: there is none."""
        query = sa.select(live.c.proposal).where(live.c.conversation_id == conversation_id)
        with self._engine.connect() as connection:
            found: Mapping[str, Any] | None = connection.execute(query).scalar_one_or_none()
            return found

    def refuse(self, conversation_id: str, proposal: Mapping[str, Any]) -> bool:
        """The person says no to a proposal; False when it is another one by now."""
        with self._engine.begin() as connection:
            query = sa.select(live.c.proposal).where(live.c.conversation_id == conversation_id)
            if connection.execute(query).scalar_one_or_none() != proposal:
                return False
            refused = {"id": proposal["id"], "turn": proposal["turn"], "refused": True}
            return ring(connection, conversation_id, proposal=refused)

    def _tell_until(self, conversation_id: str, name: str, at: datetime, until: datetime) -> None:
        """Seen by others only when it was over before, or is over now."""
        column = live.c[name]
        is_news = sa.or_(column.is_(None), column <= at, sa.literal(until <= at))
        version = live.c.version + sa.case((is_news, 1), else_=0)
        query = sa.update(live).where(live.c.conversation_id == conversation_id)
        with self._engine.begin() as connection:
            if connection.execute(query.values({"version": version, name: until})).rowcount:
                return
        self._begin(conversation_id, {name: until})

    def _begin(self, conversation_id: str, values: Mapping[str, Any]) -> None:
        """The first row. LookupError: the conversation is erased."""
        first = {"conversation_id": conversation_id, "version": 1, "is_paused": False}
        try:
            with self._engine.begin() as connection:
                connection.execute(sa.insert(live).values({**first, **values}))
        except IntegrityError as error:
            with self._engine.begin() as connection:
                if not ring(connection, conversation_id, **values):
                    raise LookupError("conversation erased") from error


def ring(connection: Connection, conversation_id: str, **values: Any) -> bool:
    """Raises the version, with what else changes; False when nobody has ever watched."""
    query = sa.update(live).where(live.c.conversation_id == conversation_id)
    changed = connection.execute(query.values(version=live.c.version + 1, **values))
    return bool(changed.rowcount == 1)


def asked_now(conversation_id: str, author: str | None) -> Any:
    """The open question that a new turn answers: only what the person says answers one."""
    if author is not None:
        return None
    return (
        sa.select(live.c.asked).where(live.c.conversation_id == conversation_id).scalar_subquery()
    )


def ring_for_claim(connection: Connection, conversation_id: str, author: str | None) -> None:
    """Somebody has spoken: they type no more; the person speaks after a pause by speaking."""
    seat = PERSON if author is None else ADVISOR
    resumed = {"is_paused": False} if author is None else {}
    ring(connection, conversation_id, **{f"{seat}_typing_until": None}, **resumed)


def ring_for_answer(connection: Connection, conversation_id: str, number: int) -> None:
    """A turn has its answer: the open question that it answers is over, unless it changed."""
    answered = sa.select(turns.c.asked).where(
        turns.c.conversation_id == conversation_id, turns.c.number == number
    )
    is_over = live.c.asked == answered.scalar_subquery()
    ring(connection, conversation_id, asked=sa.case((is_over, None), else_=live.c.asked))


def _rows(connection: Connection, table: sa.Table, ids: Iterable[str]) -> list[Row]:
    query = sa.select(table).where(table.c.conversation_id.in_(ids))
    return list(connection.execute(query))


def _last_turns(connection: Connection, ids: Iterable[str]) -> dict[str, LastTurn]:
    newest = (
        sa.select(turns.c.conversation_id, sa.func.max(turns.c.number).label("number"))
        .where(turns.c.conversation_id.in_(ids))
        .group_by(turns.c.conversation_id)
        .subquery()
    )
    is_newest = sa.and_(
        turns.c.conversation_id == newest.c.conversation_id, turns.c.number == newest.c.number
    )
    wanted = (turns.c.conversation_id, turns.c.number, turns.c.message_id, turns.c.you)
    is_pending = turns.c.messages.is_(None).label("is_pending")
    query = sa.select(*wanted, turns.c.author, is_pending).join(newest, is_newest)
    return {
        row.conversation_id: LastTurn(
            row.number, row.message_id, row.you, row.author, bool(row.is_pending)
        )
        for row in connection.execute(query)
    }


def _companions(
    connection: Connection, ids: Iterable[str], requested_since: datetime
) -> dict[str, Companion]:
    """Of several, the one that is open, else the newest request."""
    is_there = sa.or_(
        accompaniments.c.state == OPEN,
        sa.and_(accompaniments.c.state == REQUESTED, accompaniments.c.created_at > requested_since),
    )
    query = (
        sa.select(accompaniments, advisors.c.name, organisations.c.name.label("org"))
        .join(advisors, advisors.c.advisor_id == accompaniments.c.advisor_id)
        .join(organisations, organisations.c.org_id == accompaniments.c.org_id)
        .where(accompaniments.c.conversation_id.in_(ids), is_there)
        .where(advisors.c.disabled_at.is_(None))
        .order_by(accompaniments.c.created_at)
    )
    return {
        row.conversation_id: Companion(
            row.accompaniment_id,
            row.state,
            row.is_started,
            row.agreed_version,
            row.name,
            row.org,
        )
        for row in sorted(connection.execute(query), key=lambda row: row.state == OPEN)
    }


def _holders(connection: Connection, ids: Iterable[str]) -> dict[str, dict[str, str | None]]:
    found: dict[str, dict[str, str | None]] = {}
    for row in _rows(connection, tokens, ids):
        found.setdefault(row.conversation_id, {})[row.token_hash] = row.accompaniment_id
    return found


def _confirmed(connection: Connection, ids: Iterable[str]) -> dict[str, list[int]]:
    """Conversation -> where the confirmed answers are among what both people said, from 0: the
    open questions above their answers count too."""
    before = turns.alias()
    said = sa.case((before.c.you.is_(None), 0), else_=1)
    asked = sa.case((before.c.asked.is_(None), 0), else_=1)
    up_to = sa.and_(
        before.c.conversation_id == turns.c.conversation_id, before.c.number <= turns.c.number
    )
    place = sa.select(sa.func.sum(said + asked) - 1).where(up_to).scalar_subquery()
    is_confirmed = sa.and_(turns.c.is_proposed, turns.c.messages.is_not(None))
    query = (
        sa.select(turns.c.conversation_id, place)
        .where(turns.c.conversation_id.in_(ids), is_confirmed)
        .order_by(turns.c.number)
    )
    found: dict[str, list[int]] = {}
    for key, at in connection.execute(query):
        found.setdefault(key, []).append(int(at))
    return found


def _snapshot(
    row: Row,
    last: LastTurn,
    companion: Companion | None,
    holders: Mapping[str, str | None],
) -> Snapshot:
    return Snapshot(
        version=row.version,
        is_paused=row.is_paused,
        asked=row.asked,
        proposal=row.proposal,
        typing_until={PERSON: row.person_typing_until, ADVISOR: row.advisor_typing_until},
        here_until={PERSON: row.person_here_until, ADVISOR: row.advisor_here_until},
        last=last,
        companion=companion,
        holders=holders,
    )
