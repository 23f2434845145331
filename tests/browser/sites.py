"""Two sites on real ports: the web app in front of a FakeRasa, and a host page of somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.engine import connect
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.limits import Limit, Limits
from tests.asgi_server import AsgiServer
from tests.browser.desk import add_advisor
from tests.browser.host_site import host_app
from tests.fake_rasa import SECRET, FakeRasa
from tests.servers import free_port
from tests.web_database import make_tables

ANSWER_SECONDS = 3.0
NO_LIMIT = Limit(burst=10_000, per_second=10_000)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
"""Of Chromium: nothing asked of the network but what the page asks."""


def free_origin() -> str:
    return f"http://127.0.0.1:{free_port()}"


@contextmanager
def declic_site(folder: Path, host: str) -> Iterator[tuple[str, FakeRasa]]:
    """The address of the web app, which `host` may embed, and the Rasa behind it.

    An advisor has an account at its console.
    """
    rasa, port = FakeRasa(), free_port()
    engine = connect(f"sqlite:///{folder / 'declic.db'}")
    make_tables(engine)
    add_advisor(engine)
    limits = Limits(session=NO_LIMIT, address=NO_LIMIT, openings=NO_LIMIT)
    client = RasaClient(rasa.url, SECRET, ANSWER_SECONDS)
    environment = {"DECLIC_EMBED_ORIGINS": host, "DECLIC_PORT": str(port)}
    settings = Settings.from_environment(environment)
    server = AsgiServer(create_app(engine, client, limits, settings), port)
    rasa.start()
    server.start()
    yield f"http://127.0.0.1:{port}/", rasa
    server.stop()
    rasa.stop()
    engine.dispose()


@contextmanager
def host_site(declic: str, origin: str) -> Iterator[None]:
    """The pages of tests.browser.host_site at `origin`, with the widget of `declic`."""
    server = AsgiServer(host_app(declic.rstrip("/")), int(origin.rpartition(":")[2]))
    server.start()
    yield
    server.stop()
