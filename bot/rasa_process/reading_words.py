"""Asking for easy-read French corrects what the classifier made of a message.

Who reads with effort must be heard at any question, whatever the classifier was trained on.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message as RasaMessage

from bot.orientation.reading_words import read_reading
from bot.services.questions import URGENT

RANKING = "intent_ranking"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class ReadingWords(GraphComponent, IntentClassifier):  # type: ignore[misc]
    """Last in the pipeline, and silent on words that lead to humans."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ReadingWords:
        return cls()

    def process(self, messages: list[RasaMessage]) -> list[RasaMessage]:
        for message in messages:
            reading = read_reading(message.get(TEXT) or "")
            if reading is None or (message.get(INTENT) or {}).get("name") in URGENT:
                continue
            intent = {"name": "set_reading", "confidence": 1.0}
            message.set(INTENT, intent, add_to_output=True)
            ranking = [intent, *(message.get(RANKING) or [])]
            message.set(RANKING, ranking, add_to_output=True)
            entities = [{"entity": "reading", "value": reading}]
            message.set(ENTITIES, entities, add_to_output=True)
        return messages
