"""What answers in time counts; nothing is waited for beyond that, nothing is raised."""

from __future__ import annotations

import threading

import pytest

from bot.services.in_time import AT_ONCE, in_time
from bot.services.ports import RequestRefused, ServiceUnavailable

A_MOMENT, LONG = 0.05, 30.0


def fails(error: Exception):  # type: ignore[no-untyped-def]
    def question() -> str:
        raise error

    return question


def test_all_answers_that_come_in_time_are_given() -> None:
    answers = in_time({"a": lambda: 1, "b": lambda: 2}, LONG)
    assert answers.given == {"a": 1, "b": 2} and not answers.missing


def test_a_late_answer_is_missing_and_comes_after_all() -> None:
    free, came = threading.Event(), threading.Event()

    def late() -> str:
        free.wait(LONG)
        came.set()
        return "late"

    answers = in_time({"late": late, "quick": lambda: "quick"}, A_MOMENT)
    assert answers.given == {"quick": "quick"}
    assert answers.missing == {"late"}
    free.set()
    assert came.wait(LONG), "the question goes on behind, for the cache"


@pytest.mark.parametrize(
    "error", [ServiceUnavailable("x"), RequestRefused("x"), KeyError("12 rue des Lilas")]
)
def test_a_failure_is_missing_and_never_raised(error: Exception) -> None:
    answers = in_time({"bad": fails(error), "good": lambda: "good"}, LONG)
    assert answers.given == {"good": "good"} and answers.missing == {"bad"}


def test_a_fault_of_ours_is_logged_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    in_time({"bad": fails(KeyError("12 rue des Lilas"))}, LONG)
    assert "live_answer_failed error=KeyError" in caplog.text
    assert "Lilas" not in caplog.text


def test_a_service_that_is_away_is_no_fault_of_ours(caplog: pytest.LogCaptureFixture) -> None:
    in_time({"bad": fails(ServiceUnavailable("x"))}, LONG)
    assert caplog.text == ""


def test_nothing_asked_nothing_missing() -> None:
    answers = in_time({}, A_MOMENT)
    assert not answers.given and not answers.missing


def test_questions_that_have_not_begun_are_dropped() -> None:
    free, begun = threading.Event(), []

    def late(number: int):  # type: ignore[no-untyped-def]
        def question() -> None:
            begun.append(number)
            free.wait(LONG)

        return question

    in_time({number: late(number) for number in range(60)}, A_MOMENT, "slow")
    free.set()
    assert in_time({"after": lambda: 1}, LONG, "slow").given == {"after": 1}
    assert len(begun) == AT_ONCE


@pytest.mark.parametrize("service", [None, "quick"], ids=["named by its key", "named apart"])
def test_a_service_that_hangs_keeps_no_other_waiting(service: str | None) -> None:
    free = threading.Event()
    for _ in range(3):
        in_time({number: lambda: free.wait(LONG) for number in range(20)}, A_MOMENT, "hangs")
    assert in_time({"well": lambda: 1}, 5.0, service).given == {"well": 1}
    free.set()
