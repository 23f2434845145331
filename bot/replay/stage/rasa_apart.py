"""Rasa inside the stage's own process, as the web app knows its client."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot import channel
from bot.replay.rasa_here import RasaHere


@dataclass
class RasaApart(RasaHere):
    """Takes turns without HTTP. secret: of the stage's web app alone, for its codes."""

    secret: str = ""

    async def recall(self, conversation_id: str) -> dict[str, Any]:
        """What is kept of a conversation: `slots` and `events`."""
        return await channel.recalled(conversation_id, self.agent)

    async def is_ready(self) -> bool:
        return bool(self.agent.is_ready())

    async def close(self) -> None:
        """Nothing is open: Rasa ends with its process."""
