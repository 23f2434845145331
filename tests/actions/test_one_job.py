"""One job in the conversation: its reasons, or its card to look at it together."""

from __future__ import annotations

from typing import Any

from tests.actions.test_actions import WITH_JOBS, run, said
from tests.actions.test_keep import BAKER, cards


def shown(executor: Any, slots: dict[str, Any], **entities: str) -> tuple[dict, list]:  # type: ignore[type-arg]
    changed, messages, _ = run(executor, "action_why_job", slots, entities=entities)
    return changed, messages


def test_a_card_is_shown_and_the_list_stays_as_it_is(executor) -> None:  # type: ignore[no-untyped-def]
    slots = {**WITH_JOBS, "proposed": ["H2913"]}
    changed, messages = shown(executor, slots, rome_code=BAKER, view="card")
    assert changed == {} and said(messages)[0] == "utter_job_shown"
    (card,) = cards(messages)
    assert card["rome_code"] == BAKER and card["buttons"]


def test_without_asking_for_its_card_the_reasons_are_told(executor) -> None:  # type: ignore[no-untyped-def]
    _, messages = shown(executor, {**WITH_JOBS, "proposed": [BAKER]}, rome_code=BAKER)
    assert not cards(messages) and "utter_job_shown" not in said(messages)


def test_another_view_is_no_card(executor) -> None:  # type: ignore[no-untyped-def]
    _, messages = shown(executor, {**WITH_JOBS, "proposed": []}, rome_code=BAKER, view="map")
    assert not cards(messages)


def test_the_card_of_a_job_that_does_not_exist_is_asked_back(executor) -> None:  # type: ignore[no-untyped-def]
    slots = {**WITH_JOBS, "proposed": [BAKER, "H2913"]}
    _, messages = shown(executor, slots, rome_code="Z9999", view="card")
    assert said(messages) == ["utter_which_job"]
