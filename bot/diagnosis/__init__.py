"""What `declic doctor` looks at: each check gives findings, and changes nothing."""

from __future__ import annotations

from bot.diagnosis import database, live, machine, network, setup
from bot.diagnosis.finding import Finding
from bot.settings import Settings

__all__ = ["Finding", "examine"]


def examine(settings: Settings) -> list[Finding]:
    """All findings, in the order in which a reader needs them."""
    return [
        *setup.versions(),
        *setup.given_settings(),
        *setup.model(settings),
        *setup.pictures(settings),
        *database.database(settings),
        *live.services(settings.live),
        *network.public_side(settings),
        *network.ports(settings),
        *network.other_servers(settings),
        *machine.disk(settings),
        *machine.test_programs(),
    ]
