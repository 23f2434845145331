"""A correction by the advisor: what waits is asked again, a list that was shown is made again."""

from __future__ import annotations

from typing import Any

import pytest

from tests.actions.test_actions import WITH_JOBS, run, said
from tests.actions.test_keep import cards, titles


def correct(executor, fact: str, value: Any, slots: dict[str, Any], loop: str | None = None):  # type: ignore[no-untyped-def]
    entities = {"question": "correction", "fact": fact, "value": value}
    action = f"validate_{loop}" if loop in ("mobility_form",) else "action_not_understood"
    return run(executor, action, slots, entities=entities, loop=loop)


@pytest.fixture(scope="module")
def listed(executor) -> dict[str, Any]:  # type: ignore[no-untyped-def]
    slots, _, _ = run(executor, "action_propose_jobs", WITH_JOBS)
    return {**WITH_JOBS, **slots}


def test_during_the_interview_the_question_waits_on(executor) -> None:
    slots = {**WITH_JOBS, "licence": "no", "vehicle": None, "requested_slot": "vehicle"}
    changed, messages, _ = correct(executor, "licence", "yes", slots, "mobility_form")
    assert changed == {"vehicle": None, "licence": "yes"}
    assert said(messages) == ["utter_noted"]


def test_after_the_list_it_is_made_again(executor, listed) -> None:
    changed, messages, _ = correct(executor, "conditions_refused", ["outdoors"], listed)
    assert changed["conditions_refused"] == ["outdoors"] and changed["proposed"]
    assert said(messages)[:2] == ["utter_noted", "utter_answer_changed"] and cards(messages)


def test_what_ranks_no_job_leaves_the_list_alone(executor, listed) -> None:
    changed, messages, _ = correct(executor, "circumstances.age", "26", listed)
    assert changed == {"circumstances": {"age": "26"}} and not cards(messages)
    assert said(messages) == ["utter_noted", "utter_jobs_still_here"]


def test_on_pause_the_way_back_stays(executor) -> None:
    slots = {"consent": "yes", "licence": "no", "paused_form": "mobility_form"}
    changed, messages, _ = correct(executor, "licence", "yes", slots)
    assert changed == {"licence": "yes"}
    assert said(messages) == ["utter_noted", "utter_on_pause"]


def test_a_word_to_the_team_waits_on(executor, listed) -> None:
    slots = {**listed, "requested_slot": "feedback_face"}
    changed, messages, _ = correct(executor, "licence", "no", slots, "feedback_form")
    assert changed == {"licence": "no"} and said(messages) == ["utter_noted"]


def test_a_correction_that_came_too_late_changes_nothing_and_says_so(executor, listed) -> None:
    changed, messages, _ = correct(executor, "refusals.D1102", None, listed)
    assert changed == {}
    assert said(messages) == ["utter_correction_gone", "utter_jobs_still_here"]


def test_one_question_on_aids_can_be_asked_by_its_name(executor, listed) -> None:
    changed, messages, _ = run(
        executor, "action_tell_circumstance", listed, entities={"fact": "age"}
    )
    assert changed == {"asked_circumstance": {"fact": "age", "levers": []}}
    assert messages[0]["text"] == "Quel âge avez-vous ?"
    assert "Je préfère ne pas répondre" in titles(messages)
