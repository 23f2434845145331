"""`python -m bot.web`: serves the public web app on the address and port of the settings."""

from __future__ import annotations

import sys

import uvicorn
from prometheus_client import start_http_server

from bot.adapters.rasa_client import RasaClient
from bot.adapters.sql.engine import connect
from bot.logs import write_events
from bot.secret import shared_secret
from bot.settings import Settings
from bot.web.app import create_app
from bot.web.connections import BoundedConnection
from bot.web.metrics import Metrics

# Sooner than processes.GRACE_SECONDS, after which the supervisor kills.
STOP_SECONDS = 6


def main() -> None:
    settings = Settings.from_environment()
    write_events(settings.has_json_logs)
    rasa = RasaClient(settings.rasa_url, shared_secret(settings))
    app = create_app(connect(settings.database_url), rasa, settings=settings)
    if settings.metrics_port:
        _show_metrics(settings.metrics_port, app.state.metrics)
    # The server's own log of requests has addresses: ours, of `watch.py`, has none.
    uvicorn.run(
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


def _show_metrics(port: int, metrics: Metrics) -> None:
    """On loopback only: they tell how much Déclic is used, which is nobody else's affair."""
    try:
        start_http_server(port, addr="127.0.0.1", registry=metrics.registry)
    except OSError as error:
        sys.exit(f"DECLIC_METRICS_PORT={port} : {error.strerror}. Changez ce port.")


if __name__ == "__main__":
    main()
