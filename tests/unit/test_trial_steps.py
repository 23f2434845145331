"""The way through a trial, and who counts as heard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.services import trial_steps as steps
from bot.services.trial_records import Input
from tests.unit.trial_people import FOUND, LATE, PEOPLE, PROTOCOL, START, participant


def given(kind: str, words: str | None = None) -> Input:
    return Input(1, "p1", kind, "task:0", None, words, START)


def test_the_steps_lead_through_every_page_and_stay_at_the_end() -> None:
    walked, step = [], steps.WELCOME
    while not walked or walked[-1] != steps.THANKS:
        step = steps.after(step, PROTOCOL)
        walked.append(step)
    assert walked == [
        "task:0", "task:1", "task:2", "task:3", "questions", "sheet", "word", "thanks",
    ]  # fmt: skip
    assert steps.after(steps.THANKS, PROTOCOL) == steps.THANKS


def test_without_questions_there_is_no_page_of_questions() -> None:
    assert steps.QUESTIONS not in steps.steps_of(replace(PROTOCOL, questions=()))


@pytest.mark.parametrize(
    ("known", "inputs", "heard"),
    [
        pytest.param({"entered_at": None}, [], "absent", id="never came"),
        pytest.param({}, [], "waiting", id="came and said nothing"),
        pytest.param({}, [given("liked")], "waiting", id="tapped once and went"),
        pytest.param({}, [given("liked", "  ")], "waiting", id="blanks are no words"),
        pytest.param({}, [given("wrong", "non")], "told", id="wrote beside a reaction"),
        pytest.param({}, [given("answer", "Oui")], "told", id="chose an answer"),
        pytest.param({"finished_at": LATE}, [], "nothing", id="had nothing to add"),
        pytest.param({"finished_at": LATE}, [given("liked")], "told", id="taps, then the end"),
        pytest.param({}, [given("aloud", "J’ai aimé.")], "aloud", id="said aloud"),
        pytest.param({}, [given("unheard", "Parti.")], "why_not", id="could not be heard"),
        pytest.param({"withdrawn_at": LATE}, [], "withdrawn", id="took everything back"),
    ],
)
def test_how_somebody_was_heard(known: dict[str, object], inputs: list[Input], heard: str) -> None:
    assert steps.hearing(participant(1, **known), inputs) == heard


def test_only_those_who_came_and_were_not_heard_are_waited_for() -> None:
    without = [one for one in FOUND.inputs if one.kind != "unheard"]
    assert steps.waited_for(PEOPLE, FOUND.inputs) == []
    assert [one.name for one in steps.waited_for(PEOPLE, without)] == ["P2"]
