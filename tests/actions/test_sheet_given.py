"""A sheet in two voices that an advisor gives: the conversation shows the way to it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.actions.test_actions import WITH_JOBS, run
from tests.actions.test_keep import of_type

ENDS = ["", ".pdf", ".ics"]


@pytest.mark.parametrize("slots", [{}, WITH_JOBS], ids=["before any job", "with jobs"])
@pytest.mark.parametrize(
    ("value", "ends"), [("shared:t1cket", ENDS[:2]), ("shared:t1cket:ics", ENDS)]
)
def test_the_links_of_the_ticket_are_shown(
    executor, slots: dict[str, Any], value: str, ends: list[str]
) -> None:
    changed, messages, _ = run(executor, "action_show_sheet", slots, entities={"value": value})
    (links,) = of_type(messages, "links")
    assert [one["url"] for one in links["links"]] == [f"/fiche/t1cket{end}" for end in ends]
    assert changed == {} and not of_type(messages, "sheet")
