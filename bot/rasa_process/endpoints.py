"""What Rasa connects to, from the settings: actions, conversations, locks."""

from __future__ import annotations

from urllib.parse import urlsplit

from rasa.core.utils import AvailableEndpoints
from rasa.utils.endpoints import EndpointConfig

from bot.rasa_process.actions_endpoint import InProcessEndpoint, WatchedEndpoint
from bot.settings import Settings

STORE = "bot.rasa_process.tracker_store.ConversationStore"
RESPONSES = "bot.rasa_process.responses.SteadyResponses"


def endpoints(settings: Settings, store: str = STORE) -> AvailableEndpoints:
    """Where Rasa finds actions, conversations, locks and wordings, from the settings.

    store: class of the conversation store, by its full name.
    """
    return AvailableEndpoints(
        action=_action_endpoint(settings),
        tracker_store=EndpointConfig(url=settings.database_url, type=store),
        lock_store=_lock_store(settings.redis_url),
        nlg=EndpointConfig(type=RESPONSES),
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
