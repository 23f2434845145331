"""What the terminal shows of cards, offers, tables and basins."""

from __future__ import annotations

from dataclasses import replace

from bot.commands.talk_text import as_text, buttons_of
from bot.services.compare import comparison
from bot.services.job_cards import cards_as_dicts
from bot.services.jobs_message import jobs_message
from bot.services.propose import propose
from bot.services.small_cards import called, item, places, state_of
from bot.services.where_to import where_to
from tests.unit.small_world import DRIVER, WORLD


def test_a_job_of_the_list_before_is_only_named() -> None:
    cards = propose(WORLD, DRIVER, seed=1).cards
    known = {cards[0].rome_code}
    lines = as_text(jobs_message(cards_as_dicts(cards, known=known))).splitlines()
    assert lines[0] == f"• {cards[0].title}"
    assert sum("Essayez-le" in line for line in lines) == len(cards) - 1


def test_a_comparison_is_read_row_by_row() -> None:
    text = as_text(comparison(WORLD, DRIVER, ["I1604", "K1304"], seed=1))
    assert "Trajet\n  Agent ou agente I1604 : Environ" in text


def test_basins_are_told_with_minutes_and_figures() -> None:
    message = where_to(WORLD, replace(DRIVER, max_minutes=60)).message
    assert message is not None
    assert "Bourg-le-Bassin : environ 5 minutes en voiture, 2010 embauches prévues" in as_text(
        message
    )


def test_an_offer_shows_its_state_its_number_and_its_buttons() -> None:
    button = {"title": "Est-ce pour moi ?", "payload": "/tell_circumstance"}
    more = {**state_of("to_check"), **called("Appelez le 0474000000."), "buttons": [button]}
    message = places([item("Une aide", ["Elle paie le bus."], **more)])
    text = as_text(message)
    assert "• Une aide (À vérifier)" in text and "Appeler le 04 74 00 00 00" in text
    assert list(buttons_of(message)) == [("Est-ce pour moi ? (Une aide)", "/tell_circumstance")]


def test_what_has_nothing_to_read_is_silent() -> None:
    assert as_text({"type": "progress", "step": 1, "total": 15}) == ""
