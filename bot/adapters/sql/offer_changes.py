"""Keeps the changes that editors publish, and their drafts. SQLAlchemyError when it cannot."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Engine, Row
from sqlalchemy.exc import IntegrityError

from bot.adapters.sql.engine import connect
from bot.adapters.sql.offer_tables import offer_changes, offer_drafts
from bot.adapters.sql.team_box import wait_briefly
from bot.services.editing.changes import AlreadyChanged, Change, Draft, Signature


class OfferChanges:
    """The table `offer_changes`: rows are added; only that a file holds one is noted later."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def at(cls, database_url: str) -> OfferChanges:
        """On connections of its own, that do not make a turn wait when the database does not
        answer."""
        engine = connect(database_url)
        sa.event.listen(engine, "connect", wait_briefly(engine.dialect.name))
        return cls(engine)

    def edition(self) -> tuple[int, int]:
        """What differs after each change: the last number, and how many there are (of two changes
        at once, the first number may be seen last)."""
        query = sa.select(sa.func.max(offer_changes.c.change_id), sa.func.count())
        with self._engine.connect() as connection:
            last, count = connection.execute(query.select_from(offer_changes)).one()
        return last or 0, count

    def histories(self) -> dict[str, tuple[Change, ...]]:
        """The changes of each offer that has some, oldest first."""
        query = sa.select(offer_changes).order_by(offer_changes.c.change_id)
        found: dict[str, tuple[Change, ...]] = {}
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                found[row.offer_id] = (*found.get(row.offer_id, ()), _change(row))
        return found

    def history(self, offer_id: str) -> tuple[Change, ...]:
        """The changes of an offer, oldest first."""
        query = sa.select(offer_changes).where(offer_changes.c.offer_id == offer_id)
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(offer_changes.c.version))
            return tuple(_change(row) for row in rows)

    def publish(
        self,
        offer_id: str,
        after: int,
        content: str,
        before: str | None,
        base_mark: str | None,
        signature: Signature,
    ) -> Change:
        """Adds the change that follows version `after`. AlreadyChanged: another one does.

        Of two at the same moment, the database admits one.
        """
        row = {
            "offer_id": offer_id,
            "version": after + 1,
            "content": content,
            "before": before,
            "base_mark": base_mark,
            **vars(signature),
        }
        try:
            with self._engine.begin() as connection:
                present = self._version(connection, offer_id)
                if present != after:
                    raise AlreadyChanged(present)
                made = connection.execute(sa.insert(offer_changes).values(row))
        except IntegrityError as error:
            raise AlreadyChanged(after + 1) from error
        (number,) = made.inserted_primary_key
        return Change(number, offer_id, after + 1, content, before, base_mark, signature)

    def note_written(self, numbers: Collection[int], at: datetime) -> None:
        """That files hold these changes since a moment (UTC)."""
        is_new = offer_changes.c.change_id.in_(numbers), offer_changes.c.written_at.is_(None)
        with self._engine.begin() as connection:
            connection.execute(sa.update(offer_changes).where(*is_new).values(written_at=at))

    def _version(self, connection: sa.engine.Connection, offer_id: str) -> int:
        query = sa.select(sa.func.max(offer_changes.c.version))
        return connection.execute(query.where(offer_changes.c.offer_id == offer_id)).scalar() or 0


class OfferDrafts:
    """The table `offer_drafts`: one draft of an offer for each editor."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, offer_id: str, advisor_id: str) -> Draft | None:
        query = sa.select(offer_drafts).where(*_its(offer_id, advisor_id))
        with self._engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else Draft(**row._mapping)

    def all(self) -> tuple[Draft, ...]:
        """Every editor's, the newest first."""
        query = sa.select(offer_drafts).order_by(offer_drafts.c.saved_at.desc())
        with self._engine.connect() as connection:
            return tuple(Draft(**row._mapping) for row in connection.execute(query))

    def keep(self, draft: Draft) -> None:
        """Puts it in the place of the editor's former one."""
        fields = {name: list(some) for name, some in draft.fields.items()}
        row = {**vars(draft), "fields": fields}
        with self._engine.begin() as connection:
            mine = _its(draft.offer_id, draft.advisor_id)
            if not connection.execute(sa.update(offer_drafts).where(*mine).values(row)).rowcount:
                connection.execute(sa.insert(offer_drafts).values(row))

    def drop(self, offer_id: str, advisor_id: str) -> None:
        with self._engine.begin() as connection:
            connection.execute(sa.delete(offer_drafts).where(*_its(offer_id, advisor_id)))


def _its(offer_id: str, advisor_id: str) -> tuple[sa.sql.ColumnElement[bool], ...]:
    return offer_drafts.c.offer_id == offer_id, offer_drafts.c.advisor_id == advisor_id


def _change(row: Row) -> Change:
    signature = Signature(row.advisor_id, row.author, row.organisation, row.at, row.why)
    its = (row.change_id, row.offer_id, row.version, row.content, row.before, row.base_mark)
    return Change(*its, signature, row.written_at is not None)
