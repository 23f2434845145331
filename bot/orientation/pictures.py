"""Photolangage: pictures among which a person chooses those that speak to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.orientation.evidence import PICTURE, Evidence, weakened
from bot.orientation.taste_words import read_tastes

ALONE = 0.5
"""What a picture weighs when the person does not say why they chose it: the why is guessed."""
LEAST, MOST = 3, 5
"""How many pictures a person is invited to choose."""


@dataclass(frozen=True)
class Picture:
    """number: printed on its card, from 1. file: its image, in the folder of the deck.

    name: what it shows, in a few words, to be quoted. description: for who does not see it.
    weights: axis -> from -1 to 1, what choosing it says; the main axis comes first.
    why: axis -> the reason of its weight, for editors. domains: as in Evidence.
    """

    number: int
    picture_id: str
    file: str
    name: str
    description: str
    weights: Mapping[str, float]
    why: Mapping[str, str]
    domains: str = ""


@dataclass(frozen=True)
class Deck:
    """The pictures among which one chooses, by number; LEAST to MOST of them."""

    deck_id: str
    pictures: tuple[Picture, ...]

    @cached_property
    def by_number(self) -> Mapping[int, Picture]:
        """As people say them at a table: "7, 12 et 23"."""
        return {picture.number: picture for picture in self.pictures}

    @cached_property
    def by_id(self) -> Mapping[str, Picture]:
        return {picture.picture_id: picture for picture in self.pictures}


def picture_evidence(picture: Picture, own_words: str | None) -> Evidence:
    """What choosing this picture tells; not choosing it tells nothing.

    own_words: why the person chose it, which makes it weigh as a statement; None or blank: not
    said. What they name that the picture does not tell ("cuisiner pour les autres") counts too.
    Words that reject the picture ("ça me fait peur") are no choice: the caller leaves it out.
    """
    said = (own_words or "").strip()
    named = [taste.topic for taste in read_tastes(said) if taste.is_liked]
    more = {axis: weight for topic in named for axis, weight in topic.weights.items()}
    domains = "".join([picture.domains, *(topic.domains for topic in named)])
    return Evidence(
        kind=PICTURE,
        source_id=picture.picture_id,
        text=said or picture.name,
        weights={**picture.weights, **_unlike(picture.weights, more)}
        if said
        else weakened(picture.weights, ALONE),
        agreement=1.0,
        domains="".join(dict.fromkeys(domains)),
        is_own_words=bool(said),
    )


def _unlike(told: Mapping[str, float], more: Mapping[str, float]) -> dict[str, float]:
    """The axes that are not told yet: nothing counts twice."""
    return {axis: weight for axis, weight in more.items() if axis not in told}
