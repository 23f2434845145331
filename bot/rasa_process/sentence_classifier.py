"""The core's model of sentences as a Rasa component: trained with the examples, kept in the model.

It reads the text itself: no tokenizer and no featurizer stand before it.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import skops.io
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message as RasaMessage
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.orientation.sentence_model import SentenceModel, train

RANKING = "intent_ranking"
MOST_RANKED = 10
FILE = "sentences.skops"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SentenceClassifier(GraphComponent, IntentClassifier):  # type: ignore[misc]
    """First in the pipeline: the ranking of intents with their confidences."""

    def __init__(
        self, storage: ModelStorage, resource: Resource, model: SentenceModel | None = None
    ) -> None:
        self._storage, self._resource, self._model = storage, resource, model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceClassifier:
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SentenceClassifier:
        with model_storage.read_from(resource) as folder:
            path = folder / FILE
            parts = skops.io.load(path, trusted=skops.io.get_untrusted_types(file=path))
        return cls(model_storage, resource, SentenceModel(**parts))

    def train(self, training_data: TrainingData) -> Resource:
        examples = [(one.get(TEXT), one.get(INTENT)) for one in training_data.intent_examples]
        self._model = train([(text, intent) for text, intent in examples if text])
        parts = {part.name: getattr(self._model, part.name) for part in fields(self._model)}
        with self._storage.write_to(self._resource) as folder:
            skops.io.dump(parts, folder / FILE)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def process(self, messages: list[RasaMessage]) -> list[RasaMessage]:
        if self._model is None:
            return messages
        rows = self._model.confidences([one.get(TEXT) or "" for one in messages])
        for message, row in zip(messages, rows, strict=True):
            ranking = [
                {"name": self._model.intents[place], "confidence": float(row[place])}
                for place in row.argsort()[::-1][:MOST_RANKED]
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(RANKING, ranking, add_to_output=True)
        return messages
