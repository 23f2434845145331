"""What an advisor wrote for the sheet in two voices; moments are UTC, naive."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.adapters.sql.prescription_tables import departures


@dataclass(frozen=True)
class Departure:
    """The advisor's words; a step a line. None: nothing is written."""

    understood: str | None = field(default=None, repr=False)
    person_steps: str | None = field(default=None, repr=False)
    advisor_steps: str | None = field(default=None, repr=False)
    contact: str | None = field(default=None, repr=False)


class DepartureStore:
    """One row for an accompaniment; every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of(self, accompaniment_id: str) -> Departure:
        """Empty when nothing was written."""
        wanted = [departures.c[name] for name in Departure.__dataclass_fields__]
        this = departures.c.accompaniment_id == accompaniment_id
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(*wanted).where(this)).one_or_none()
        return Departure(**row._mapping) if row else Departure()

    def keep(
        self, accompaniment_id: str, conversation_id: str, written: Departure, at: datetime
    ) -> None:
        """In the place of what was written before. IntegrityError: it was erased meanwhile."""
        this = departures.c.accompaniment_id == accompaniment_id
        row = {"accompaniment_id": accompaniment_id, "conversation_id": conversation_id}
        with self._engine.begin() as connection:
            connection.execute(sa.delete(departures).where(this))
            connection.execute(sa.insert(departures).values(**row, **vars(written), changed_at=at))
