"""Figures inside sentences: hidden in a text, an amount or a measure outlives its validity."""

from __future__ import annotations

import re

_NUMBER = r"\d[\d\s.,]*"
_IN_WORDS = (
    r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|"
    r"vingts?|trente|quarante|cinquante|soixante|cents?|mille|centaines?|dizaines?|douzaines?|"
    r"quinzaines?|vingtaines?|milliers?)\b"
)
_UNITS = (
    r"(?:k?€|%|(?:euros?|eur|centimes?|pour cent|ans?|années?|mois|jours?|journées?|semaines?|"
    r"heures?|h|minutes?|min|km|kilometres?|kilomètres?)\b)"
)
_COUNTED = r"(?:trajets?|voyages?|arrêts?|lignes?|communes?|fois|leçons?|nuits?|repas|places?)\b"
_SHARES = r"\b(?:moitié|demi-tarif|quarts?|tiers|doubles?|triples?)\b"
MONEY = re.compile(rf"{_NUMBER}(?:k?€|%|euros?\b|eur\b|centimes?\b|pour cent\b)", re.IGNORECASE)
MEASURE = re.compile(
    rf"{_NUMBER}(?:{_UNITS}|{_COUNTED})|{_IN_WORDS}(?: (?:de |d')?|-)(?:{_UNITS}|{_COUNTED})"
    rf"|\bune? {_UNITS}|{_SHARES}",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, cut after their full stop."""
    return [sentence for sentence in _SENTENCE.split(text.strip()) if sentence]


def without_measures(text: str) -> str:
    """The sentences that bear no measure, in digits or in words; a telephone is none."""
    return " ".join(part for part in sentences_of(text) if not MEASURE.search(part))
