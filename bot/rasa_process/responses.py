"""Which wording of a response is said: a function of the conversation, where Rasa draws lots.

The same conversation says the same words again, so that it can be replayed, and a wording comes
back only when the others were said.
"""

from __future__ import annotations

import copy
import zlib
from typing import Any

from rasa.core.nlg.generator import ResponseVariationFilter
from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.nlu.constants import RESPONSE_SELECTOR_UTTER_ACTION_KEY as RESPONSE_SAID
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig


class SteadyResponses(TemplatedNaturalLanguageGenerator):  # type: ignore[misc]
    """Rasa's own responses of the domain, each wording in its turn."""

    def __init__(self, endpoint_config: EndpointConfig, domain: Domain) -> None:
        super().__init__(domain.responses)

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> dict[str, Any] | None:
        """The wording, its braces filled; None when no wording suits."""
        slots = tracker.current_slot_values()
        wordings = self._wordings(utter_action, output_channel, slots)
        if not wordings:
            return None
        chosen = wordings[place(utter_action, tracker, len(wordings))]
        filled: dict[str, Any] = self._fill_response(copy.deepcopy(chosen), slots, **kwargs)
        return filled

    def _wordings(
        self, utter_action: str, output_channel: str, slots: dict[str, Any]
    ) -> list[dict[str, Any]]:
        if utter_action not in self.responses:
            return []
        suitable = ResponseVariationFilter(self.responses)
        found = suitable.responses_for_utter_action(utter_action, output_channel, slots)
        return list(found or ())


def place(utter_action: str, tracker: DialogueStateTracker, wordings: int) -> int:
    """Which of the wordings comes now: the first depends on the conversation, then in order."""
    if wordings == 1:
        return 0
    said: int = sum(
        isinstance(event, BotUttered) and event.metadata.get(RESPONSE_SAID) == utter_action
        for event in tracker.events
    )
    first = zlib.crc32(f"{tracker.sender_id} {utter_action}".encode())
    return (first + said) % wordings
