"""One conversation that cannot be erased never keeps the others from being erased."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql import sessions
from bot.adapters.sql.leftovers import Leftovers
from bot.adapters.sql.rights import RightsStore
from bot.services.kept_for import ALONE
from bot.web.conversations import Conversations
from bot.web.retention import Retention
from bot.web.tokens import now
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.web.person import Person
from tests.web_database import PERSONAL_TABLES


class OneFails(Conversations):
    """Fails on one conversation in a way that nobody foresaw."""

    failing = ""

    async def erase(self, conversation_id: str) -> None:
        if conversation_id == self.failing:
            raise RuntimeError("Je suis boulangère")
        await super().erase(conversation_id)


def erase_all(engine: Engine, rasa: FakeRasa, failing: str = "") -> int:
    """How many are erased; `failing` is the conversation on which erasing breaks."""

    async def run() -> int:
        client, store = RasaClient(rasa.url, SECRET, 1.0), sessions.SessionStore(engine)
        conversations = OneFails(store, client)
        conversations.failing = failing
        later = now() + ALONE + timedelta(seconds=1)
        try:
            return await Retention(
                RightsStore(engine), Leftovers(engine), conversations, client
            ).erase_old(later)
        finally:
            await client.close()

    return asyncio.run(run())


def test_a_failure_nobody_foresaw_leaves_one_and_erases_the_others(
    person: Person, engine: Engine, rasa: FakeRasa, caplog: pytest.LogCaptureFixture
) -> None:
    others = [Person(person.web) for _ in range(2)]
    first = rasa.handled[0]["conversation_id"]
    assert erase_all(engine, rasa, failing=first) == 2
    assert rasa.conversations() == {first}
    assert person.read().status_code == 200
    assert [other.read().status_code for other in others] == [401, 401]
    assert "retention_postponed RuntimeError at bot/web/conversations.py" in caplog.text
    assert "boulangère" not in caplog.text


def test_without_its_tables_nothing_is_erased_and_nothing_is_raised(
    engine: Engine, rasa: FakeRasa, caplog: pytest.LogCaptureFixture
) -> None:
    with engine.begin() as connection:
        # The access log of the console names accompaniments, and may stay.
        how = "CASCADE" if engine.dialect.name == "postgresql" else ""
        for table in PERSONAL_TABLES:
            connection.execute(sa.text(f"DROP TABLE {table.name} {how}"))
    assert erase_all(engine, rasa) == 0
    assert "retention_postponed" in caplog.text
