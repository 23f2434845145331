"""Figures inside sentences: hidden in a text, an amount or a measure outlives its validity."""

from __future__ import annotations

import re

_NUMBER = r"\d[\d\s.,]*"
MONEY = re.compile(rf"{_NUMBER}(?:€|%|euros?\b|eur\b|centimes?\b|pour cent\b)", re.IGNORECASE)
MEASURE = re.compile(
    rf"{_NUMBER}(?:€|%|(?:euros?|eur|centimes?|pour cent|ans?|mois|jours?|semaines?|heures?|h|"
    r"minutes?|min|km|kilometres?|kilomètres?)\b)",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, cut after their full stop."""
    return [sentence for sentence in _SENTENCE.split(text.strip()) if sentence]


def without_measures(text: str) -> str:
    """The sentences that bear no figure with a unit; a telephone number is none."""
    return " ".join(part for part in sentences_of(text) if not MEASURE.search(part))
