"""Words of danger correct what the classifier made of a message.

A classifier trained on a few dozen sentences misses wordings; here none may be missed that the
core knows. And a saying that only sounds like danger goes to the next intent.
"""

from __future__ import annotations

from collections.abc import Sequence

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.rasa_process.correction import Correction, Intent
from bot.services.danger import corrected


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class DangerWords(Correction):
    """After the classifiers: it sees what they have understood."""

    def heard(self, text: str, understood: Intent, ranking: Sequence[Intent]) -> Intent | None:
        return corrected(text, understood, ranking)
