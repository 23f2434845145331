"""The name of a support offer corrects what the classifier made of a message.

Names (Wimoov, Adie, AVIP) are few and change with the fiches: looking them up is surer than
training on them, and needs no new training when a fiche comes.
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

from bot import wiring
from bot.services.questions import Message
from bot.services.support_offers import names_an_offer

RANKING = "intent_ranking"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class OfferNames(GraphComponent, IntentClassifier):  # type: ignore[misc]
    """Last in the pipeline: it sees what the classifiers before it have understood."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> OfferNames:
        return cls()

    def process(self, messages: list[RasaMessage]) -> list[RasaMessage]:
        for message in messages:
            understood = message.get(INTENT) or {}
            heard = Message(
                message.get(TEXT) or "",
                understood.get("name"),
                float(understood.get("confidence") or 0.0),
            )
            if heard.text and names_an_offer(wiring.offers(), heard):
                intent = {"name": "ask_support_offer", "confidence": 1.0}
                message.set(INTENT, intent, add_to_output=True)
                ranking = [intent, *(message.get(RANKING) or [])]
                message.set(RANKING, ranking, add_to_output=True)
        return messages
