"""Pictures, scenes and the way of writing at the edge of the web app."""

from __future__ import annotations

from typing import Any

import pytest

from bot.web.offers import Offers, chosen
from tests.fake_conversation import PICTURES, a_picture

ASKED = PICTURES[-1]["custom"]


def shown(custom: dict[str, Any]) -> list[dict[str, Any]]:
    return Offers(turn=1).translate([{"custom": custom}])


def test_pictures_hide_what_they_answer_and_keep_what_is_seen() -> None:
    offers = Offers(turn=1)
    (message,) = offers.translate([{"custom": ASKED}])
    assert message["type"] == "pictures"
    assert message["most"] == 5
    first = message["options"][0]
    assert {key: first[key] for key in ("title", "number", "url", "description", "ticked")} == {
        **{key: a_picture(1)[key] for key in ("title", "number", "url", "description")},
        "ticked": False,
    }
    assert "picture-1" not in str(message)
    ticked = [choice for choice in offers.choices if choice.kind == "option"][:3]
    title, payload = chosen(ticked, is_list=True)
    assert title == ", ".join(choice.title for choice in ticked)
    assert '"values": ["picture-1", "picture-2", "picture-3"]' in payload


@pytest.mark.parametrize(
    "url", ["https://example.org/7.svg", "//example.org/7.svg", "javascript:alert(1)", "data:,x"]
)
def test_a_picture_from_elsewhere_is_left_out(url: str) -> None:
    assert shown({"type": "picture", **a_picture(7), "url": url}) == []
    assert shown({**ASKED, "options": [{**a_picture(7), "url": url}]}) == []


def test_the_way_of_writing_is_told_to_the_widget() -> None:
    assert shown({"type": "reading", "reading": "easy"}) == [{"type": "reading", "is_easy": True}]
