"""Ports that Déclic listens on, and servers that it was told to use."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import redis

from bot import setting_values
from bot.checks import is_free
from bot.diagnosis.finding import Finding
from bot.diagnosis.setup import masked
from bot.settings import Settings
from bot.supervisor import answers


def ports(settings: Settings) -> Iterator[Finding]:
    """Each port: free, ours already, or somebody else's."""
    yield _port("DECLIC_PORT", settings.host, settings.port, f"{settings.web_url}/healthz")
    rasa_health = f"http://127.0.0.1:{settings.rasa_port}/webhooks/declic/health"
    yield _port("DECLIC_RASA_PORT", "127.0.0.1", settings.rasa_port, rasa_health)
    if settings.metrics_port:
        metrics = f"http://127.0.0.1:{settings.metrics_port}/metrics"
        yield _port("DECLIC_METRICS_PORT", "127.0.0.1", settings.metrics_port, metrics)


def public_side(settings: Settings) -> Iterator[Finding]:
    """Where people reach Déclic, and which sites show it."""
    url = urlsplit(settings.public_url)
    if url.scheme == "https" or setting_values.is_this_machine(url.hostname):
        yield Finding("Adresse publique", "ok", settings.public_url)
    else:
        advice = "Réglez DECLIC_PUBLIC_URL sur une adresse en https://."
        yield Finding(
            "Adresse publique", "attention", f"{settings.public_url} : sans https", advice
        )
    sites = ", ".join(settings.embed_origins) or "aucun autre"
    yield Finding("Sites qui montrent Déclic", "ok", sites)


def other_servers(settings: Settings) -> Iterator[Finding]:
    """The action server and Redis, when the settings name them."""
    if settings.actions_url:
        url = urlsplit(settings.actions_url)
        reached = answers(f"{url.scheme}://{url.netloc}/health")
        yield _server("Serveur d'actions", settings.actions_url, reached, "DECLIC_ACTIONS_URL")
    if settings.redis_url:
        shown = masked("DECLIC_REDIS_URL", settings.redis_url)
        yield _server("Redis", shown, _pings(settings.redis_url), "DECLIC_REDIS_URL")


def _port(setting: str, host: str, port: int, health_url: str) -> Finding:
    name = f"Port {port}"
    try:
        if is_free(host, port):
            return Finding(name, "ok", "libre")
    except OSError as error:
        value = f"inutilisable sur {host} : {error.strerror}"
        return Finding(name, "fault", value, f"Changez DECLIC_HOST ou {setting}.")
    if answers(health_url):
        return Finding(name, "ok", "Déclic y répond")
    return Finding(name, "fault", "pris par un autre programme", f"Changez {setting}.")


def _server(name: str, shown: str, reached: bool, setting: str) -> Finding:
    if reached:
        return Finding(name, "ok", f"{shown} répond")
    return Finding(name, "fault", f"{shown} ne répond pas", f"Vérifiez {setting}.")


def _pings(url: str) -> bool:
    try:
        with redis.Redis.from_url(url, socket_timeout=2, socket_connect_timeout=2) as client:
            return bool(client.ping())
    except (redis.RedisError, ValueError):
        return False
