"""What words surely mean corrects what the classifier made of a message, without training."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message as RasaMessage

RANKING = "intent_ranking"

Intent = Mapping[str, Any]
"""Of Rasa: `name` and `confidence`."""


class Correction(GraphComponent, IntentClassifier):  # type: ignore[misc]
    """A component after the classifiers: it sees what they have understood, and may know better."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Correction:
        return cls()

    def heard(self, text: str, understood: Intent, ranking: Sequence[Intent]) -> Intent | None:
        """The intent that the words surely have; None: the one understood stays."""
        raise NotImplementedError

    def entities(self, text: str) -> list[dict[str, Any]] | None:
        """What the corrected intent says, instead of the entities found; None: these stay."""
        return None

    def process(self, messages: list[RasaMessage]) -> list[RasaMessage]:
        for message in messages:
            text, ranking = message.get(TEXT) or "", message.get(RANKING) or []
            intent = self.heard(text, message.get(INTENT) or {}, ranking)
            if intent is None:
                continue
            message.set(INTENT, intent, add_to_output=True)
            message.set(RANKING, [intent, *ranking], add_to_output=True)
            entities = self.entities(text)
            if entities is not None:
                message.set(ENTITIES, entities, add_to_output=True)
        return messages
