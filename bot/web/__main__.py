"""`python -m bot.web`: serves the public web app on the address and port of the settings."""

from __future__ import annotations

import socket
import sys
from contextlib import suppress

import uvicorn
from prometheus_client import start_http_server

from bot import wiring
from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.engine import connect
from bot.logs import write_events
from bot.secret import shared_secret
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.connections import BoundedConnection
from bot.web.live import Live
from bot.web.metrics import Metrics

# Sooner than processes.GRACE_SECONDS, after which the supervisor kills.
STOP_SECONDS = 6


def main() -> None:
    settings = Settings.from_environment()
    write_events(settings.has_json_logs)
    rasa = RasaClient(settings.rasa_url, shared_secret(settings))
    app = create_app(connect(settings.database_url), rasa, settings=settings)
    wiring.follow_catalogue()
    if settings.metrics_port:
        _show_metrics(settings.metrics_port, app.state.metrics)
    # The server's own log of requests has addresses: ours, of `watch.py`, has none.
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        access_log=False,
        http=BoundedConnection,
        ws="none",
        log_config=None,
        server_header=False,
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=list(settings.proxies),
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    with suppress(KeyboardInterrupt):
        Stoppable(config, app.state.live).run()


class Stoppable(uvicorn.Server):
    """Ends the open streams before it waits for what it has begun to answer."""

    def __init__(self, config: uvicorn.Config, live: Live) -> None:
        super().__init__(config)
        self._live = live

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._live.close()
        await super().shutdown(sockets)


def _show_metrics(port: int, metrics: Metrics) -> None:
    """On loopback only: they tell how much Déclic is used, which is nobody else's affair."""
    try:
        start_http_server(port, addr="127.0.0.1", registry=metrics.registry)
    except OSError as error:
        sys.exit(f"DECLIC_METRICS_PORT={port} : {error.strerror}. Changez ce port.")


if __name__ == "__main__":
    main()
