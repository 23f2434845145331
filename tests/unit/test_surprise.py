"""The dial of surprise: near what one knows, open, or quite elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.orientation.matching import rank
from bot.orientation.surprise import declic_count
from bot.services.propose import propose
from tests.unit.small_world import CASHIER, DRIVER, WORLD

LIKES = {"tidy": 1.0, "crowd": 1.0, "care": 1.0, "repair": 0.5, "steps": 1.0}
PERSON = replace(DRIVER, past_jobs=(CASHIER,), statements=LIKES)


@pytest.mark.parametrize(
    ("dial", "total", "declics"),
    [("near", 4, 0), ("open", 4, 1), (None, 4, 1), ("surprise", 4, 3), ("open", 1, 0)],
)
def test_how_many_jobs_are_declics(dial: str | None, total: int, declics: int) -> None:
    assert declic_count(dial, total) == declics


@pytest.mark.parametrize(("dial", "declics"), [("near", 0), ("open", 1), ("surprise", 2)])
def test_the_dial_decides_how_many_surprises_are_shown(dial: str, declics: int) -> None:
    proposal = propose(WORLD, replace(PERSON, surprise=dial), 1, count=2)
    assert sum(card.is_declic for card in proposal.cards) == declics
    assert len(proposal.cards) == 3


def test_jobs_fill_the_places_of_surprises_that_are_missing() -> None:
    nobody = replace(DRIVER, surprise="surprise")
    proposal = propose(WORLD, nobody, 1)
    assert len(proposal.cards) == 3 and not any(card.is_declic for card in proposal.cards)
    some = propose(WORLD, replace(PERSON, surprise="surprise"), 1, count=8)
    assert len(some.cards) == 9
    assert 1 <= sum(card.is_declic for card in some.cards) < 8


def test_near_puts_the_neighbours_of_a_past_job_first_and_surprise_puts_them_back() -> None:
    def place(dial: str) -> int:
        order = [m.job.rome_code for m in rank(WORLD, replace(PERSON, surprise=dial), 1).matches]
        return order.index("D1507")

    assert place("near") <= place("open") <= place("surprise")
    assert place("near") < place("surprise")


def test_without_a_past_job_the_dial_moves_no_score() -> None:
    nobody = replace(PERSON, past_jobs=())
    scores = [rank(WORLD, replace(nobody, surprise=dial), 1).score for dial in ("near", "surprise")]
    assert (scores[0] == scores[1]).all()
