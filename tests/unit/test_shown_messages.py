"""The edge between the bot and the widget: what is shown, and what a hostile value becomes."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest

from bot.adapters.sql.sessions import Choice, Turn
from bot.services.jobs_message import jobs_message
from bot.web.offers import Offers, history, is_valid
from bot.web.shown import MOST_ITEMS, MOST_SIGNS, own_page
from tests.fake_conversation import (
    CARDS,
    COMPARISON,
    HOURS,
    LINKS,
    OFFERS,
    PICTURES,
    PLACES,
    REACH,
    VACANCIES,
    card,
    place,
)

LISTS: dict[str, dict[str, Any]] = {
    "cards": jobs_message(CARDS),
    "places": PLACES,
    "comparison": COMPARISON,
    "reach": REACH,
    "links": LINKS,
    "multiple": HOURS[-1]["custom"],
    "pictures": PICTURES[-1]["custom"],
}


def shown(custom: Any) -> list[dict[str, Any]]:
    return Offers(turn=1).translate([{"custom": custom}])


@pytest.mark.parametrize("kind", LISTS)
def test_what_the_bot_sends_is_shown_under_its_own_kind_and_can_be_heard(kind: str) -> None:
    (message,) = shown(LISTS[kind])
    assert message["type"] == kind
    assert message["heard"]


@pytest.mark.parametrize("wrong", [None, 7, True, [], {}, [[]], "text", [None], {"title": 1}])
@pytest.mark.parametrize("kind", LISTS)
def test_a_value_of_a_wrong_type_never_reaches_the_widget(kind: str, wrong: Any) -> None:
    """Each field in turn: the message is left out, or what is shown is a text, list or number."""
    for field in LISTS[kind]:
        for message in shown({**LISTS[kind], field: wrong}):
            assert message["type"] in LISTS
            assert_drawable(message)


def assert_drawable(message: dict[str, Any]) -> None:
    for card_ in (*message.get("cards", ()), *message.get("items", ())):
        assert isinstance(card_["title"], str)
        for part in (*card_["first"], *card_.get("rest", ())):
            assert all(isinstance(line, str) for line in part.get("lines", ()))
            assert all(isinstance(item, str) for item in part.get("items", ()))
    for row in message.get("rows", ()):
        assert len(row["cells"]) == len(message["columns"])
    assert isinstance(message.get("title") or "", str)


@pytest.mark.parametrize("field", ["title", "lines", "url", "notice", "state", "phone", "buttons"])
@pytest.mark.parametrize("wrong", [7, True, {}, {"number": 7}, [None], [{}], "\u202e"])
def test_a_wrong_field_of_a_place_is_left_out_or_its_message_is(field: str, wrong: Any) -> None:
    for message in shown({**PLACES, "items": [{**PLACES["items"][0], field: wrong}]}):
        assert_drawable(message)


def test_a_text_or_a_list_without_end_is_cut() -> None:
    long = place("t" * 100_000, *["line"] * 10_000, notice="n" * 100_000)
    (message,) = shown({**PLACES, "items": [long] * 1_000})
    assert len(message["items"]) == MOST_ITEMS
    first = message["items"][0]
    assert len(first["title"]) == MOST_SIGNS + 1
    assert first["title"].endswith("…")
    assert len(first["lines"]) == MOST_ITEMS
    assert len(first["notice"]) == MOST_SIGNS + 1


@pytest.mark.parametrize(
    ("given", "called"),
    [
        ("04 74 00 00 00", "0474000000"),
        ("+33 4 74 00 00 00", "+33474000000"),
        ("04.74-00(00)00", "0474000000"),
        ("39 49", "3949"),
        ("javascript:alert(1)", None),
        ("0474000000;ext=1", None),
        ("*#21#", None),
        ("1" * 40, None),
        ("", None),
    ],
)
def test_a_telephone_is_called_only_by_a_number(given: str, called: str | None) -> None:
    item = place("Mission locale", phone={"title": "Appeler", "number": given})
    (message,) = shown({**PLACES, "items": [item]})
    links = [part["link"]["url"] for part in message["items"][0]["first"] if "link" in part]
    assert links == ([f"tel:{called}"] if called else [])


@pytest.mark.parametrize(
    ("url", "is_kept"),
    [
        ("/fiche/bZ3-x_9", True),
        ("/fiche/bZ3-x_9.pdf", True),
        ("https://www.francetravail.fr/", True),
        ("//example.org/fiche", False),
        ("/\\example.org", False),
        ("/fiche/../api/session", False),
        ("/fiche/a?next=https://example.org", False),
        ("/fiche/a\n", False),
        ("javascript:alert(1)", False),
        ("data:text/html,1", False),
        (None, False),
    ],
)
def test_a_link_leads_to_this_server_or_over_https(url: Any, is_kept: bool) -> None:
    found = shown({**LINKS, "links": [{"title": "Ouvrir", "url": url}]})
    assert [link["url"] for message in found for link in message["links"]] == [url] * is_kept


def test_a_page_of_this_server_has_one_folder_and_a_plain_name() -> None:
    assert own_page("/fiche/abc.pdf") == "/fiche/abc.pdf"
    assert own_page("/fiche") is None


def test_a_row_that_lacks_a_cell_leaves_the_comparison_out() -> None:
    row = {"title": "Trajet", "cells": ["25 minutes"]}
    assert shown({**COMPARISON, "rows": [row]}) == []


def test_a_basin_says_in_words_what_its_bar_shows() -> None:
    (message,) = shown(REACH)
    near, edge, far, away = (basin["first"][0] for basin in message["items"])
    assert near["bar"] == [18, 68]
    assert near["lines"][0].startswith("12 minutes")
    assert "90\u00a0%" in near["lines"][0]
    assert edge["bar"] == [60, 68]
    assert far["bar"] == [98, 68]
    assert [basin["kind"] for basin in message["items"]] == ["", "", "over", ""]
    assert away == {"bar": [0, 68], "lines": ["Hors de portée"]}


def test_without_a_figure_nothing_is_said_of_hiring() -> None:
    basin = {"name": "Belley", "minutes": 30, "share": None, "projects": None}
    (message,) = shown({**REACH, "basins": [basin]})
    assert message["items"][0]["first"][0]["lines"] == ["30 minutes"]


def test_a_job_is_read_at_once_by_what_decides_and_opened_for_the_rest() -> None:
    job = card("N1103", "Préparatrice", vacancies=VACANCIES, kept=True)
    (message,) = shown(jobs_message([job]))
    drawn = message["cards"][0]
    assert [part.get("sign") for part in drawn["first"]] == [
        None,
        "hiring",
        "vacancies",
        "travel",
        "first_step",
    ]
    assert drawn["first"][0]["items"] == job["reasons"][:1]
    told = [
        text for part in drawn["rest"] for text in (*part.get("lines", ()), *part.get("items", ()))
    ]
    for text in (job["summary"], *job["reasons"][1:], *job["cautions"], *VACANCIES["titles"]):
        assert text in told
    assert any(job["hiring"]["source"] in text and "2025" in text for text in told)
    assert drawn["state"] == ["kept", message["labels"]["kept"]]
    assert drawn["kept"] is True
    assert drawn["place"] == "Métier 1 sur 1"


@pytest.mark.parametrize(
    ("kind", "turn", "is_pressed"),
    [
        ("button", 5, True),
        ("button", 3, False),
        ("card", 4, True),
        ("card", 3, False),
        ("place", 1, True),
    ],
)
def test_what_may_still_be_pressed(kind: str, turn: int, is_pressed: bool) -> None:
    choice = Choice("token", turn, kind, "Titre", "/help")
    assert is_valid(choice, last_turn=5, newest_cards_turn=4) is is_pressed


def test_the_buttons_of_a_place_stay_in_the_history_and_those_of_older_cards_do_not() -> None:
    told = [jobs_message(CARDS), OFFERS, jobs_message(CARDS[:1])]
    turns = [
        Turn(
            number,
            f"id-{number}",
            None,
            "/help",
            datetime(2026, 11, 27, tzinfo=timezone.utc),
            Offers(number).translate([{"custom": one}]),
        )
        for number, one in enumerate(told, 1)
    ]
    older, offers, newest = (turn["messages"][0] for turn in history(turns))
    assert not any(one["buttons"] for one in older["cards"])
    assert [len(item["buttons"]) for item in offers["items"]] == [1, 1, 0]
    assert newest["cards"][0]["buttons"]
