"""What the editors of a deck should still do; its files are checked when they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.orientation.balance import imbalances
from bot.orientation.content_check import imbalance_words, long_sentences
from bot.orientation.pictures import ALONE, Deck

FEW, MANY = 16, 40
"""Under FEW there is no real choice; over MANY nobody looks at all of them."""

Rule = Callable[[Deck], Iterator[str]]


def check_deck(deck: Deck) -> list[str]:
    """All remarks, in French; a deck with remarks can be used."""
    return [remark for rule in RULES for remark in rule(deck)]


def size(deck: Deck) -> Iterator[str]:
    count = len(deck.pictures)
    if not FEW <= count <= MANY:
        yield f"{count} images ; visez de {FEW} à {MANY}"


def untold_axes(deck: Deck) -> Iterator[str]:
    """A taste that nobody could show, or to which the deck draws everybody."""
    for one in imbalances([picture.weights for picture in deck.pictures], ALONE):
        change = "ajoutez des images qui en parlent" if one.kind == "thin" else "changez des images"
        yield f"{imbalance_words(one)} ; {change}"


def long_descriptions(deck: Deck) -> Iterator[str]:
    for picture in deck.pictures:
        for message in long_sentences(picture.description):
            yield f"image {picture.number} : {message}"


RULES: tuple[Rule, ...] = (size, untold_axes, long_descriptions)
