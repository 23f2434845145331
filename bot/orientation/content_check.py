"""What editors of pictures and of the story are told alike: sentences too long, tastes untold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.orientation.balance import Imbalance
from bot.orientation.figures import sentences_of

MOST_WORDS = 15
AXIS_WORDS: Mapping[tuple[str, int], str] = {
    ("R", 1): "faire (R)",
    ("I", 1): "comprendre (I)",
    ("A", 1): "créer (A)",
    ("S", 1): "aider (S)",
    ("E", 1): "entreprendre (E)",
    ("C", 1): "ordonner (C)",
    ("outdoors", 1): "dehors (outdoors)",
    ("outdoors", -1): "dedans (outdoors: -1)",
    ("people", 1): "des gens (people)",
    ("people", -1): "des choses (people: -1)",
    ("team", 1): "en équipe (team)",
    ("team", -1): "sans personne (team: -1)",
    ("hands", 1): "avec les mains (hands)",
    ("hands", -1): "devant un écran (hands: -1)",
    ("variety", 1): "du changement (variety)",
    ("variety", -1): "du calme (variety: -1)",
}
"""Axis and end -> how an editor reads it."""


def long_sentences(*texts: str) -> Iterator[str]:
    """One message, in French, for each sentence that is not read at ease."""
    for sentence in (sentence for text in texts for sentence in sentences_of(text)):
        words = len(sentence.split())
        if words > MOST_WORDS:
            yield f"« {sentence} » a {words} mots ; {MOST_WORDS} au plus, coupez la phrase"


def imbalance_words(one: Imbalance) -> str:
    """What there is too little or too much of, in French: "trop peu de « créer (A) »"."""
    few_or_many = "trop peu" if one.kind == "thin" else "trop"
    return f"{few_or_many} de « {AXIS_WORDS[one.axis, one.end]} »"
