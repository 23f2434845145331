"""What it takes to read a person's French: the catalogue and its search indexes, built once."""

from __future__ import annotations

from dataclasses import dataclass

from bot.orientation.catalogue import Catalogue
from bot.orientation.places import PlaceIndex
from bot.orientation.titles import TitleIndex


@dataclass(frozen=True)
class Understanding:
    """The catalogue with the indexes that find communes and jobs in it."""

    catalogue: Catalogue
    places: PlaceIndex
    titles: TitleIndex

    @classmethod
    def of(cls, catalogue: Catalogue) -> Understanding:
        """Builds the tables and the indexes of a catalogue (about a second for all of France)."""
        catalogue.prepare()
        return cls(catalogue, PlaceIndex(catalogue), TitleIndex(catalogue))
