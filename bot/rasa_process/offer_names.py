"""The name of a support offer corrects what the classifier made of a message.

Names (Wimoov, Adie, AVIP) are few and change with the fiches: looking them up is surer than
training on them, and needs no new training when a fiche comes.
"""

from __future__ import annotations

from collections.abc import Sequence

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot import wiring
from bot.rasa_process.correction import Correction, Intent
from bot.services.questions import Message
from bot.services.support_offers import names_an_offer


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class OfferNames(Correction):
    """A message that names an offer asks about it."""

    def heard(self, text: str, understood: Intent, ranking: Sequence[Intent]) -> Intent | None:
        confidence = float(understood.get("confidence") or 0.0)
        message = Message(text, understood.get("name"), confidence)
        if not text or not names_an_offer(wiring.offers(), message):
            return None
        return {"name": "ask_support_offer", "confidence": 1.0}
