"""`python -m bot.rasa_process`: the Rasa server of Déclic, on loopback, with the actions inside.

The same as `rasa run`, except for the action endpoint (in this process, unless DECLIC_ACTIONS_URL
names a server), the lock store (Redis when DECLIC_REDIS_URL is given) and the model (the one that
matches the sources).
"""

from __future__ import annotations

import logging
import os
import sys
from urllib.parse import urlsplit

import rasa.core.run
from rasa.core.utils import AvailableEndpoints
from rasa.utils.common import configure_logging_and_warnings
from rasa.utils.endpoints import EndpointConfig
from rasa.utils.log_utils import configure_structlog

from bot.rasa_process import patches
from bot.rasa_process.actions_endpoint import InProcessEndpoint, WatchedEndpoint
from bot.settings import ROOT, Settings
from bot.training import model_path


def main() -> None:
    settings = Settings.from_environment()
    model = model_path(settings)
    if not model.exists():
        sys.exit(f"No trained model matches the sources ({model.name}). Run `make train`.")
    _log_no_text()
    patches.apply()
    rasa.core.run.serve_application(
        model_path=str(model),
        interface="127.0.0.1",
        port=settings.rasa_port,
        credentials=str(ROOT / "credentials.yml"),
        enable_api=False,
        endpoints=endpoints(settings),
    )


def _log_no_text() -> None:
    """Warnings only: below that, Rasa logs what people write. And nothing is sent to its makers."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    configure_structlog(logging.WARNING)
    configure_logging_and_warnings(logging.WARNING)


def endpoints(settings: Settings) -> AvailableEndpoints:
    """Where Rasa finds the actions, the conversations and the locks, from the settings."""
    return AvailableEndpoints(
        action=_action_endpoint(settings),
        tracker_store=EndpointConfig(
            url=settings.database_url, type="bot.rasa_process.tracker_store.ConversationStore"
        ),
        lock_store=_lock_store(settings.redis_url),
    )


def _action_endpoint(settings: Settings) -> EndpointConfig:
    if settings.actions_url:
        return WatchedEndpoint(url=settings.actions_url, enable_selective_domain=True)
    return InProcessEndpoint("actions", enable_selective_domain=True)


def _lock_store(redis_url: str | None) -> EndpointConfig | None:
    if redis_url is None:
        return None
    parts = urlsplit(redis_url)
    return EndpointConfig(
        url=parts.hostname,
        type="redis",
        port=parts.port or 6379,
        db=int(parts.path.strip("/") or 1),
        username=parts.username,
        password=parts.password,
        use_ssl=parts.scheme == "rediss",
        socket_timeout=2,
    )


if __name__ == "__main__":
    main()
