"""Words of danger correct what the classifier made of a message.

A classifier trained on a few dozen sentences misses wordings; here none may be missed that the
core knows. And a saying that only sounds like danger goes to the next intent.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message as RasaMessage

from bot.services.danger import corrected

RANKING = "intent_ranking"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class DangerWords(GraphComponent, IntentClassifier):  # type: ignore[misc]
    """After the classifiers: it sees what they have understood."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DangerWords:
        return cls()

    def process(self, messages: list[RasaMessage]) -> list[RasaMessage]:
        for message in messages:
            ranking = message.get(RANKING) or []
            heard = corrected(message.get(TEXT) or "", message.get(INTENT) or {}, ranking)
            if heard is not None:
                message.set(INTENT, heard, add_to_output=True)
                message.set(RANKING, [heard, *ranking], add_to_output=True)
        return messages
