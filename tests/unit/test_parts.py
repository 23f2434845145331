"""What is read at once of a job card: everything that decides, or only its name."""

from __future__ import annotations

from typing import Any

from bot.services.job_cards import cards_as_dicts
from bot.services.jobs_message import jobs_message
from bot.services.propose import propose
from bot.web.offers import Offers
from tests.unit.small_world import DRIVER, WORLD


def shown(**marks: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """The first two cards of a list, the first one with marks."""
    cards = propose(WORLD, DRIVER, seed=1).cards[:2]
    code = {cards[0].rome_code}
    dicts = cards_as_dicts(cards, **{name: code for name in marks if marks[name]})
    (message,) = Offers(1).translate([{"custom": jobs_message(dicts)}])
    return tuple(message["cards"])


def test_a_job_of_the_list_before_is_named_and_opens_whole() -> None:
    known, new = shown(known=True)[0], shown()[0]
    assert known["first"] == [] and new["first"] != []
    assert known["rest"] == [*new["first"], *new["rest"]]
    assert [one["title"] for one in known["buttons"]] == [one["title"] for one in new["buttons"]]


def test_a_kept_job_says_so_and_may_be_let_go() -> None:
    kept, other = shown(kept=True)
    assert kept["state"] == ["kept", "Métier gardé"]
    assert (kept["kept"], other["kept"]) == (True, False)
    assert [card["buttons"][1]["title"] for card in (kept, other)] == ["Ne plus garder", "Garder"]
