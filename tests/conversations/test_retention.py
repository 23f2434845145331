"""What is kept is erased after 30 days, and not before."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import sqlalchemy as sa

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.engine import connect
from bot.adapters.sql.leftovers import Leftovers
from bot.adapters.sql.rights import RightsStore
from bot.adapters.sql.session_tables import sessions
from bot.adapters.sql.sessions import SessionStore
from bot.secret import shared_secret
from bot.services.kept_for import ALONE
from bot.web.conversations import Conversations
from bot.web.retention import Retention
from bot.web.tokens import now
from tests.stack import Person, Stack


def test_a_conversation_of_thirty_one_days_is_gone_everywhere(stack: Stack) -> None:
    engine = connect(stack.settings.database_url)
    (old, old_id), (recent, recent_id) = begun(stack, engine), begun(stack, engine)
    with engine.begin() as connection:
        connection.execute(
            sa.update(sessions)
            .where(sessions.c.conversation_id == old_id)
            .values(created_at=now() - ALONE - timedelta(days=1))
        )
    assert asyncio.run(erase(stack, engine)) >= 1
    assert old.post({"text": "oui"}).status_code == 401
    recent.say("Privas")
    with engine.connect() as connection:
        senders = set(connection.execute(sa.text("SELECT sender_id FROM events")).scalars())
    # Other tests leave conversations in the same stack: only these two are asked for.
    assert recent_id in senders
    assert old_id not in senders


async def erase(stack: Stack, engine: sa.engine.Engine) -> int:
    rasa = RasaClient(stack.settings.rasa_url, shared_secret(stack.settings))
    conversations = Conversations(SessionStore(engine), rasa)
    try:
        return await Retention(
            RightsStore(engine), Leftovers(engine), conversations, rasa
        ).erase_old(now())
    finally:
        await rasa.close()


def begun(stack: Stack, engine: sa.engine.Engine) -> tuple[Person, str]:
    """A person who has agreed to begin, and the id of their conversation."""
    before = conversations(engine)
    person = stack.person()
    person.choose("C’est parti")
    (conversation_id,) = conversations(engine) - before
    return person, conversation_id


def conversations(engine: sa.engine.Engine) -> set[str]:
    with engine.connect() as connection:
        return set(connection.execute(sa.select(sessions.c.conversation_id)).scalars())
