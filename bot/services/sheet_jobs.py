"""The jobs of a person's sheet: those they kept first, then those proposed, with their facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.orientation.catalogue import Catalogue
from bot.orientation.matching import rank
from bot.services.job_cards import Card, card_of
from bot.services.propose import propose
from bot.services.sheet_room import QUOTED_SIGNS
from bot.services.sheet_said import briefer
from bot.services.unlock import Person

MOST_JOBS = 4


@dataclass(frozen=True)
class Chosen:
    """Codes of the slots: jobs kept, jobs on screen, jobs shown before those."""

    kept: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()

    @property
    def rome_codes(self) -> tuple[str, ...]:
        """Each once, those kept first; at most MOST_JOBS."""
        return tuple(dict.fromkeys((*self.kept, *self.proposed)))[:MOST_JOBS]


def sheet_cards(catalogue: Catalogue, person: Person, chosen: Chosen) -> tuple[Card, ...]:
    """The cards as the conversation shows them today; what one tells is not told on the next.

    Long words of the person are quoted in part: that changes no ranking."""
    known = [code for code in chosen.rome_codes if code in catalogue.job_by_code]
    if not known:
        return ()
    ranking = rank(catalogue, briefer(person.profile, QUOTED_SIGNS), person.seed)
    declics = _declics(catalogue, person, chosen)
    cards: list[Card] = []
    for rome_code in known:
        read = {reason for card in cards for reason in card.reasons}
        cards.append(
            card_of(ranking.match(rome_code), rome_code in declics, read, easy=person.easy)
        )
    return tuple(cards)


def _declics(catalogue: Catalogue, person: Person, chosen: Chosen) -> Sequence[str]:
    """The déclics of the list on screen, which is the same for the same answers."""
    again = propose(catalogue, person.profile, person.seed, shown=chosen.shown, easy=person.easy)
    return [card.rome_code for card in again.cards if card.is_declic]
