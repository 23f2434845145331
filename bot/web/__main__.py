"""`python -m bot.web`: serves the public web app on the address and port of the settings."""

from __future__ import annotations

import logging

import uvicorn

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.engine import connect
from bot.secret import shared_secret
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.connections import BoundedConnection

# Sooner than processes.GRACE_SECONDS, after which the supervisor kills.
STOP_SECONDS = 6


def main() -> None:
    settings = Settings.from_environment()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    rasa = RasaClient(settings.rasa_url, shared_secret(settings))
    app = create_app(connect(settings.database_url), rasa, settings=settings)
    # Requests are not logged: an address with a time is personal data.
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        access_log=False,
        http=BoundedConnection,
        ws="none",
        log_level="warning",
        server_header=False,
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=list(settings.proxies),
        timeout_graceful_shutdown=STOP_SECONDS,
    )


if __name__ == "__main__":
    main()
