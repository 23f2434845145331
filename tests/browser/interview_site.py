"""An interview of the console on a real port: an advisor beside a candidate, a FakeRasa behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.accompaniments import OPEN, Accompaniment, AccompanimentStore
from bot.adapters.sql.engine import connect
from bot.adapters.sql.rights import RightsStore
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.tokens import now, token_hash
from tests.accounts import have_account
from tests.asgi_server import AsgiServer
from tests.fake_rasa import SECRET, FakeRasa
from tests.integration.console.conftest import ACCOUNTS
from tests.servers import free_port
from tests.web_database import make_tables


@contextmanager
def interview_site(folder: Path) -> Iterator[tuple[str, FakeRasa]]:
    """The address of the interview's page, without a panel, and the Rasa behind it."""
    rasa, port, own = FakeRasa(), free_port(), ACCOUNTS["advisor"]
    engine = connect(f"sqlite:///{folder / 'declic.db'}")
    make_tables(engine)
    have_account(engine, own)
    client = RasaClient(rasa.url, SECRET, 5.0)
    server = AsgiServer(create_app(engine, client, settings=Settings.from_environment({})), port)
    rasa.start()
    server.start()
    site = f"http://127.0.0.1:{port}"
    token = httpx.post(f"{site}/api/sessions", json={}).json()["token"]
    session = RightsStore(engine).session_of(token_hash(token))
    assert session
    given = (session.conversation_id, own.advisor_id, own.org.org_id, OPEN)
    moments = {"created_at": now(), "opened_at": now(), "agreed_at": now()}
    made = Accompaniment("a" * 16, *given, is_started=False, **moments)
    AccompanimentStore(engine).add(made)
    yield f"{site}/console/entretiens/{made.accompaniment_id}", rasa
    server.stop()
    rasa.stop()
    engine.dispose()
