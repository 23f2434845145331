"""The life of a prescription: what may follow what, what is due, and how long answers take."""

from __future__ import annotations

import datetime
import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.orientation.prescription import (
    ACCEPTED,
    ASKED,
    CHASED,
    EXPIRED,
    FEWEST,
    PROPOSED,
    REFUSED,
    STEPS,
    Delay,
    Step,
    WrongStep,
    checked_step,
    delays,
    last_to_undo,
    next_steps,
    reminder_of,
    state_of,
    waiting_days,
)

START = datetime.date(2026, 11, 1)


def after(days: int) -> datetime.date:
    return START + datetime.timedelta(days=days)


def steps(*kinds: tuple[str, int]) -> tuple[Step, ...]:
    """Each kind with its day, counted from START."""
    return tuple(
        Step(number, kind, after(day), "Camille", "papers" if kind == REFUSED else None)
        for number, (kind, day) in enumerate(kinds, 1)
    )


def undone(known: Sequence[Step], number: int) -> tuple[Step, ...]:
    return tuple(
        replace(one, undone_by="Camille") if one.number == number else one for one in known
    )


@pytest.mark.parametrize(
    ("known", "state", "following"),
    [
        pytest.param(steps(), None, {PROPOSED}, id="nothing yet"),
        pytest.param(steps((PROPOSED, 0)), PROPOSED, {ASKED, EXPIRED}, id="proposed"),
        pytest.param(
            steps((PROPOSED, 0), (ASKED, 1)),
            ASKED,
            {ACCEPTED, REFUSED, CHASED, EXPIRED},
            id="asked",
        ),
        pytest.param(
            steps((PROPOSED, 0), (ASKED, 1), (CHASED, 12)),
            ASKED,
            {ACCEPTED, REFUSED, CHASED, EXPIRED},
            id="chased, which changes no state",
        ),
        pytest.param(steps((PROPOSED, 0), (ASKED, 1), (REFUSED, 9)), REFUSED, set(), id="refused"),
        pytest.param(
            undone(steps((PROPOSED, 0), (ASKED, 1), (REFUSED, 9)), 3),
            ASKED,
            {ACCEPTED, REFUSED, CHASED, EXPIRED},
            id="an answer taken back",
        ),
        pytest.param(undone(steps((PROPOSED, 0)), 1), None, {PROPOSED}, id="all taken back"),
    ],
)
def test_the_state_and_what_may_follow(
    known: tuple[Step, ...], state: str | None, following: set[str]
) -> None:
    assert state_of(known) == state
    assert set(next_steps(known)) == following


@pytest.mark.parametrize("kind", STEPS)
def test_a_step_is_taken_exactly_when_it_may_follow(kind: str) -> None:
    for known in (steps(), steps((PROPOSED, 0)), steps((PROPOSED, 0), (ASKED, 1))):
        step = Step(9, kind, after(2), "Camille", "papers" if kind == REFUSED else None)
        if kind in next_steps(known):
            assert checked_step(known, step, after(2)) is step
        else:
            with pytest.raises(WrongStep, match="order"):
                checked_step(known, step, after(2))


@pytest.mark.parametrize(
    ("step", "fault"),
    [
        pytest.param(Step(3, ACCEPTED, after(6), "C"), "future", id="after today"),
        pytest.param(Step(3, ACCEPTED, after(1), "C"), "before", id="before the asking"),
        pytest.param(Step(3, REFUSED, after(4), "C"), "reason", id="a refusal without a reason"),
        pytest.param(Step(3, REFUSED, after(4), "C", "why"), "reason", id="an unknown reason"),
        pytest.param(Step(3, REFUSED, after(4), "C", "other"), "words", id="another, not told"),
    ],
)
def test_a_wrong_step_is_refused_with_its_fault(step: Step, fault: str) -> None:
    with pytest.raises(WrongStep, match=fault):
        checked_step(steps((PROPOSED, 0), (ASKED, 2)), step, after(5))


def test_only_the_last_standing_step_can_be_taken_back() -> None:
    known = steps((PROPOSED, 0), (ASKED, 2), (CHASED, 12))
    for number in (3, 2, 1):
        last = last_to_undo(known)
        assert last is not None and last.number == number
        known = undone(known, number)
    assert last_to_undo(known) is None


@pytest.mark.parametrize(
    ("known", "day", "due"),
    [
        (steps((PROPOSED, 0)), 40, None),
        (steps((PROPOSED, 0), (ASKED, 5)), 14, None),
        (steps((PROPOSED, 0), (ASKED, 5)), 15, 10),
        (steps((PROPOSED, 0), (ASKED, 5)), 34, 10),
        (steps((PROPOSED, 0), (ASKED, 5)), 35, 30),
        (steps((PROPOSED, 0), (ASKED, 5), (CHASED, 9)), 15, 10),
        (steps((PROPOSED, 0), (ASKED, 5), (CHASED, 15)), 20, None),
        (steps((PROPOSED, 0), (ASKED, 5), (CHASED, 15)), 35, 30),
        (steps((PROPOSED, 0), (ASKED, 5), (CHASED, 35)), 60, None),
        (steps((PROPOSED, 0), (ASKED, 5), (ACCEPTED, 36)), 60, None),
        (undone(steps((PROPOSED, 0), (ASKED, 5), (ACCEPTED, 16)), 3), 16, 10),
        (undone(steps((PROPOSED, 0), (ASKED, 5)), 2), 60, None),
    ],
    ids=[
        "not asked yet", "nine days", "ten days", "twenty-nine days", "thirty days",
        "chased before it was due", "chased since", "chased, but thirty days", "chased twice",
        "answered", "an answer taken back", "an asking taken back",
    ],
)  # fmt: skip
def test_a_reminder_counts_from_the_asking(
    known: tuple[Step, ...], day: int, due: int | None
) -> None:
    assert reminder_of(known, after(day)) == due


def test_days_of_waiting_end_with_the_answer() -> None:
    asked = steps((PROPOSED, 0), (ASKED, 5), (CHASED, 9))
    assert waiting_days(asked, after(12)) == 7
    assert waiting_days(steps((PROPOSED, 0), (ASKED, 5), (ACCEPTED, 6)), after(12)) is None


def test_delays_are_the_medians_of_a_plain_recomputation() -> None:
    chance = random.Random(7)
    for _ in range(200):
        many, expected_ask, expected_answer, all_steps = chance.randint(0, 14), [], [], []
        for _ in range(many):
            day, made = 0, [(PROPOSED, 0)]
            if chance.random() < 0.8:
                day += chance.randint(0, 20)
                expected_ask.append(day)
                made.append((ASKED, day))
                if chance.random() < 0.7:
                    waited = chance.randint(0, 60)
                    expected_answer.append(waited)
                    made.append((chance.choice((ACCEPTED, REFUSED)), day + waited))
            all_steps.append(steps(*made))
        found = delays(all_steps)
        assert found.to_ask == plain(expected_ask)
        assert found.to_answer == plain(expected_answer)


def plain(days: list[int]) -> Delay:
    """The middle of the sorted days, or the mean of the two in the middle."""
    if len(days) < FEWEST:
        return Delay()
    known, half = sorted(days), len(days) // 2
    middle = known[half] if len(days) % 2 else (known[half - 1] + known[half]) / 2
    return Delay(len(days), float(middle))


def test_few_cases_are_masked_with_their_count() -> None:
    one = steps((PROPOSED, 0), (ASKED, 3), (ACCEPTED, 15))
    assert delays([one] * (FEWEST - 1)).to_answer == Delay(None, None)
    assert delays([one] * FEWEST).to_answer == Delay(FEWEST, 12.0)


def test_an_offer_without_follow_up_is_no_answer() -> None:
    lost = steps((PROPOSED, 0), (ASKED, 3), (EXPIRED, 40))
    assert delays([lost] * 9).to_answer == Delay()
    assert delays([lost] * 9).to_ask == Delay(9, 3.0)


def test_an_answer_taken_back_is_not_counted() -> None:
    wrong = undone(steps((PROPOSED, 0), (ASKED, 3), (REFUSED, 4)), 3)
    assert delays([wrong] * 9).to_answer == Delay()
