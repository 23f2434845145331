"""Web sessions: their turns, and the choices still on offer.

A turn is written twice: when it is claimed (before Rasa is asked) and when it is answered. The keys
of the table make one turn at a time out of any number of web processes: two claims of the same
number, or of the same message, cannot both succeed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, Row
from sqlalchemy.exc import IntegrityError

from bot.adapters.sql import facts, personal_tables, prescriptions, team_box, trials
from bot.adapters.sql.live import asked_now, ring, ring_for_answer, ring_for_claim
from bot.adapters.sql.session_tables import choices, consents, sessions, tokens, turns
from bot.adapters.sql.sheets import NewSheet, keep_sheets


@dataclass(frozen=True)
class Opened:
    """A conversation that begins, and the first device that may read it.

    token_hash: SHA-256 of its token, the only form in which a token is stored; None: no device yet.
    consent: the version of the text that the welcome shows.
    is_shared: on a computer that others use. region: INSEE code of the region of the host's site.
    """

    token_hash: str | None
    conversation_id: str
    created_at: datetime
    consent: str
    is_shared: bool = False
    region: str | None = None


@dataclass(frozen=True)
class Turn:
    """One message of the person and the answer to it.

    you: what the person saw themselves say; None for the opening.
    payload: the Rasa payload of a chosen button; None for typed text.
    claimed_until (UTC, naive): until then a process is working on it; later, that process is gone.
    messages: the answer as the widget shows it; None while there is none.
    author: the accompaniment from whose seat it was said; None: the person said it.
    asked: the open question of the accompaniment that the person answered, as it is stored.
    is_proposed: the accompaniment proposed these words, and the person confirmed them.
    """

    number: int
    message_id: str
    you: str | None
    payload: str | None
    claimed_until: datetime
    messages: list[dict[str, Any]] | None = None
    author: str | None = None
    asked: str | None = None
    is_proposed: bool = False


@dataclass(frozen=True)
class Said:
    """A turn without its answer: who said what, under which message id."""

    number: int
    message_id: str
    you: str | None
    author: str | None


@dataclass(frozen=True)
class Choice:
    """Something the person may press: `kind` is "button", "option" (of a list) or "card"."""

    token: str
    turn: int
    kind: str
    title: str
    payload: str


class SessionStore:
    """Reads and writes web sessions; every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def open(self, opened: Opened, opening: Turn, offered: Sequence[Choice]) -> None:
        """Stores a new session with its first, answered turn."""
        of_it = {"conversation_id": opened.conversation_id}
        began = {**of_it, "created_at": opened.created_at}
        kept = {"is_shared": opened.is_shared, "region": opened.region}
        seen = {"seen_at": opened.created_at}
        shown = {**of_it, "version": opened.consent, "shown_at": opened.created_at}
        with self._engine.begin() as connection:
            connection.execute(sa.insert(sessions).values(**began, **kept, **seen))
            if opened.token_hash:
                connection.execute(sa.insert(tokens).values(token_hash=opened.token_hash, **began))
            connection.execute(sa.insert(consents).values(shown))
            turn = _turn_values(opened.conversation_id, opening)
            connection.execute(sa.insert(turns).values(turn))
            _offer(connection, opened.conversation_id, offered)

    def turns(self, conversation_id: str) -> list[Turn]:
        """All turns, oldest first."""
        query = _turns_of(conversation_id).order_by(turns.c.number)
        with self._engine.connect() as connection:
            return [_turn(row) for row in connection.execute(query)]

    def said(self, conversation_id: str) -> list[Said]:
        """What was said at each turn, oldest first."""
        wanted = (turns.c.number, turns.c.message_id, turns.c.you, turns.c.author)
        query = sa.select(*wanted).where(turns.c.conversation_id == conversation_id)
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(turns.c.number))
            return [Said(**row._mapping) for row in rows]

    def known_and_last(self, conversation_id: str, message_id: str) -> tuple[Turn | None, Turn]:
        """The turn of this message, None when it is new, and the last turn.

        LookupError: the conversation was erased meanwhile.
        """
        newest = (
            sa.select(sa.func.max(turns.c.number))
            .where(turns.c.conversation_id == conversation_id)
            .scalar_subquery()
        )
        query = (
            _turns_of(conversation_id)
            .where(sa.or_(turns.c.message_id == message_id, turns.c.number == newest))
            .order_by(turns.c.number)
        )
        with self._engine.connect() as connection:
            found = [_turn(row) for row in connection.execute(query)]
        if not found:
            raise LookupError("conversation erased")
        return next((turn for turn in found if turn.message_id == message_id), None), found[-1]

    def choices(self, conversation_id: str, tokens: Sequence[str]) -> list[Choice]:
        """The choices of these tokens, in the order of `tokens`; unknown ones are left out."""
        query = sa.select(choices).where(
            choices.c.conversation_id == conversation_id, choices.c.token.in_(tokens)
        )
        with self._engine.connect() as connection:
            found = {row.token: _choice(row) for row in connection.execute(query)}
        return [found[token] for token in tokens if token in found]

    def newest_cards_turn(self, conversation_id: str) -> int | None:
        """The turn that showed the newest set of cards; None when none was shown."""
        query = sa.select(sa.func.max(choices.c.turn)).where(
            choices.c.conversation_id == conversation_id, choices.c.kind == "card"
        )
        with self._engine.connect() as connection:
            newest: int | None = connection.execute(query).scalar_one_or_none()
            return newest

    def claim(self, conversation_id: str, turn: Turn) -> bool:
        """Takes the number and the message of `turn`; False when another process was faster.

        It answers the open question of the accompaniment, if there is one.
        """
        values = _turn_values(conversation_id, turn)
        values["asked"] = asked_now(conversation_id, turn.author)
        try:
            with self._engine.begin() as connection:
                connection.execute(sa.insert(turns).values(values))
                ring_for_claim(connection, conversation_id, turn.author)
        except IntegrityError:
            return False
        return True

    def reclaim(self, conversation_id: str, turn: Turn, claimed_until: datetime) -> bool:
        """Takes over a turn whose process is gone; False when another process was faster."""
        query = (
            sa.update(turns)
            .where(_is(conversation_id, turn), turns.c.claimed_until == turn.claimed_until)
            .values(claimed_until=claimed_until)
        )
        return self._changed_one(query)

    def release(self, conversation_id: str, turn: Turn) -> None:
        """Forgets a turn that was not answered: its message may come again as a new one."""
        with self._engine.begin() as connection:
            connection.execute(sa.delete(turns).where(_is(conversation_id, turn)))
            ring(connection, conversation_id)

    def save_answer(
        self,
        conversation_id: str,
        turn: Turn,
        messages: list[dict[str, Any]],
        offered: Sequence[Choice],
        agreed_at: datetime | None = None,
        sheets: Sequence[NewSheet] = (),
    ) -> bool:
        """Stores the answer; False when the turn has one already or was erased.

        agreed_at: the person agreed to the text of the welcome, now at the latest; None: not yet.
        """
        query = sa.update(turns).where(_is(conversation_id, turn)).values(messages=messages)
        with self._engine.begin() as connection:
            if connection.execute(query).rowcount != 1:
                return False
            _offer(connection, conversation_id, offered)
            if agreed_at:
                _agree(connection, conversation_id, agreed_at)
            keep_sheets(connection, conversation_id, sheets)
            ring_for_answer(connection, conversation_id, turn.number)
        return True

    def erase(self, conversation_id: str) -> None:
        """Deletes every row of the conversation, and the conversation itself."""
        with self._engine.begin() as connection:
            personal_tables.erase(connection, conversation_id)

    def detach_told(self, conversation_id: str) -> None:
        """What was told to the team, and what is counted of the person, stays without its
        conversation, whose time is over."""
        with self._engine.begin() as connection:
            team_box.detach(connection, conversation_id)
            prescriptions.detach(connection, conversation_id)
            facts.detach(connection, conversation_id)
            trials.detach(connection, conversation_id)

    def _changed_one(self, query: sa.sql.Executable) -> bool:
        with self._engine.begin() as connection:
            return bool(connection.execute(query).rowcount == 1)


def _is(conversation_id: str, turn: Turn) -> sa.sql.ColumnElement[bool]:
    """This turn, as long as it has no answer."""
    return sa.and_(
        turns.c.conversation_id == conversation_id,
        turns.c.number == turn.number,
        turns.c.message_id == turn.message_id,
        turns.c.messages.is_(None),
    )


def _turns_of(conversation_id: str) -> sa.sql.Select:
    return sa.select(turns).where(turns.c.conversation_id == conversation_id)


def _turn_values(conversation_id: str, turn: Turn) -> dict[str, Any]:
    return {"conversation_id": conversation_id, **vars(turn)}


def _turn(row: Row) -> Turn:
    return Turn(
        number=row.number,
        message_id=row.message_id,
        you=row.you,
        payload=row.payload,
        claimed_until=row.claimed_until,
        messages=row.messages,
        author=row.author,
        asked=row.asked,
        is_proposed=row.is_proposed,
    )


def _choice(row: Row) -> Choice:
    return Choice(row.token, row.turn, row.kind, row.title, row.payload)


def _offer(connection: Connection, conversation_id: str, offered: Iterable[Choice]) -> None:
    rows = [{"conversation_id": conversation_id, **vars(choice)} for choice in offered]
    if rows:
        connection.execute(sa.insert(choices), rows)


def _agree(connection: Connection, conversation_id: str, at: datetime) -> None:
    waits = sa.and_(consents.c.conversation_id == conversation_id, consents.c.accepted_at.is_(None))
    connection.execute(sa.update(consents).where(waits).values(accepted_at=at))
