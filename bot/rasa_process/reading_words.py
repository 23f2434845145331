"""Asking for easy-read French corrects what the classifier made of a message.

Who reads with effort must be heard at any question, whatever the classifier was trained on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.orientation.reading_words import read_reading
from bot.rasa_process.correction import Correction, Intent
from bot.services.questions import URGENT


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class ReadingWords(Correction):
    """Last in the pipeline, and silent on words that lead to humans."""

    def heard(self, text: str, understood: Intent, ranking: Sequence[Intent]) -> Intent | None:
        if read_reading(text) is None or understood.get("name") in URGENT:
            return None
        return {"name": "set_reading", "confidence": 1.0}

    def entities(self, text: str) -> list[dict[str, Any]]:
        return [{"entity": "reading", "value": read_reading(text)}]
