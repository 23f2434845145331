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
from tests.stack import Stack


def test_a_conversation_of_thirty_one_days_is_gone_everywhere(stack: Stack) -> None:
    old, recent = stack.person(), stack.person()
    old.choose("C’est parti")
    recent.choose("C’est parti")
    engine = connect(stack.settings.database_url)
    newest = recent_conversation(engine)
    with engine.begin() as connection:
        connection.execute(
            sa.update(sessions)
            .where(sessions.c.conversation_id != newest)
            .values(created_at=now() - ALONE - timedelta(days=1))
        )
    assert asyncio.run(erase(stack, engine)) >= 1
    assert old.post({"text": "oui"}).status_code == 401
    recent.say("Privas")
    with engine.connect() as connection:
        senders = set(connection.execute(sa.text("SELECT sender_id FROM events")).scalars())
    assert senders == {newest}


async def erase(stack: Stack, engine: sa.engine.Engine) -> int:
    rasa = RasaClient(stack.settings.rasa_url, shared_secret(stack.settings))
    conversations = Conversations(SessionStore(engine), rasa)
    try:
        return await Retention(
            RightsStore(engine), Leftovers(engine), conversations, rasa
        ).erase_old(now())
    finally:
        await rasa.close()


def recent_conversation(engine: sa.engine.Engine) -> str:
    query = sa.select(sessions.c.conversation_id).order_by(sessions.c.created_at.desc()).limit(1)
    with engine.connect() as connection:
        return str(connection.execute(query).scalar_one())
