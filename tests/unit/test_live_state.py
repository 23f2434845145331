"""What a screen is told, from what is stored: each rule with its case."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.adapters.sql.live import Companion, LastTurn, Others, Snapshot
from bot.services import accompanying
from bot.web.live_state import changes_at, is_held, state_of

NOW = datetime(2026, 11, 27, 9, 0)
LATER, EARLIER = NOW + timedelta(seconds=5), NOW - timedelta(seconds=5)
NOBODY = {"person": None, "advisor": None}
LAST = LastTurn(3, "id", "Bourgoin", None, is_pending=False)
OPEN = Companion("a" * 16, "open", False, accompanying.VERSION, "Claude Martin", "Mission locale")
QUIET = Snapshot(
    version=7,
    is_paused=False,
    asked=None,
    proposal=None,
    typing_until=NOBODY,
    here_until=NOBODY,
    last=LAST,
    companion=OPEN,
    holders={"device": None, "seat": OPEN.accompaniment_id, "old": "b" * 16},
)
PROPOSAL = {"id": "p", "turn": 3, "title": "Oui", "text": "Oui", "tokens": [], "is_list": False}


def told(seat: str = "person", **changes: object) -> dict[str, object]:
    return state_of(replace(QUIET, **changes), seat, NOW)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "last_turn", "pending"),
    [
        pytest.param({}, 3, None, id="all is answered"),
        pytest.param(
            {"last": replace(LAST, is_pending=True)},
            2,
            {"you": "Bourgoin", "author": None},
            id="the person waits",
        ),
        pytest.param(
            {"last": replace(LAST, is_pending=True, author="a" * 16)},
            2,
            {"you": "Bourgoin", "author": "advisor"},
            id="the advisor waits",
        ),
        pytest.param(
            {"last": replace(LAST, is_pending=True, message_id="erasure")},
            2,
            None,
            id="an erasure is under way",
        ),
    ],
)
def test_what_is_being_answered(
    changes: dict[str, object], last_turn: int, pending: object
) -> None:
    state = told(**changes)
    assert (state["last_turn"], state["pending"]) == (last_turn, pending)


@pytest.mark.parametrize(
    ("seat", "until", "typing"),
    [
        pytest.param("person", {"advisor": LATER}, "advisor", id="the other types"),
        pytest.param("advisor", {"person": LATER}, "person", id="the person types"),
        pytest.param("person", {"person": LATER}, None, id="not what one types oneself"),
        pytest.param("person", {"advisor": EARLIER}, None, id="not any more"),
        pytest.param("person", {"advisor": NOW}, None, id="over at this very moment"),
    ],
)
def test_who_types(seat: str, until: dict[str, datetime], typing: str | None) -> None:
    assert told(seat, typing_until={**NOBODY, **until})["typing"] == typing


def test_who_is_there_and_until_when() -> None:
    here = {"person": LATER, "advisor": EARLIER}
    state = told(here_until=here)
    assert state["person_is_here"] is True
    assert state["advisor"]["is_here"] is False  # type: ignore[index]
    assert changes_at(replace(QUIET, here_until=here), NOW) == LATER
    assert changes_at(QUIET, NOW) is None


@pytest.mark.parametrize(
    ("proposal", "last", "shown", "refused"),
    [
        pytest.param(PROPOSAL, LAST, {"id": "p", "title": "Oui"}, False, id="on offer"),
        pytest.param(PROPOSAL, replace(LAST, number=4), None, False, id="of a turn before"),
        pytest.param(
            PROPOSAL, replace(LAST, number=4, is_pending=True), None, False, id="being answered"
        ),
        pytest.param(
            {"id": "p", "turn": 3, "refused": True}, LAST, None, True, id="the person said no"
        ),
        pytest.param(
            {"id": "p", "turn": 2, "refused": True}, LAST, None, False, id="no, to another turn"
        ),
    ],
)
def test_a_proposal_is_for_its_turn(
    proposal: dict[str, object], last: LastTurn, shown: object, refused: bool
) -> None:
    state = told(proposal=proposal, last=last)
    assert (state["proposal"], state["refused"]) == (shown, refused)


@pytest.mark.parametrize(
    ("last", "is_shown"),
    [
        pytest.param(LAST, True, id="nobody writes"),
        pytest.param(replace(LAST, is_pending=True), False, id="the person's answer is sent"),
        pytest.param(replace(LAST, is_pending=True, author="a"), True, id="the advisor writes"),
    ],
)
def test_an_open_question_waits_for_the_person(last: LastTurn, is_shown: bool) -> None:
    assert (told(asked="Et avant ?", last=last)["asked"] is not None) is is_shown


@pytest.mark.parametrize(
    ("version", "is_agreed"),
    [
        pytest.param(accompanying.VERSION, True, id="today's text"),
        pytest.param("2020-01-01", False, id="an older text"),
        pytest.param(None, False, id="nothing yet"),
    ],
)
def test_the_person_is_told_until_they_agree(version: str | None, is_agreed: bool) -> None:
    advisor = told(companion=replace(OPEN, agreed_version=version))["advisor"]
    assert advisor["agreed"] is is_agreed  # type: ignore[index]
    assert (advisor["notice"] is None) is is_agreed  # type: ignore[index]


@pytest.mark.parametrize(
    ("token", "companion", "is_open"),
    [
        pytest.param("device", None, True, id="a device of the person"),
        pytest.param("seat", OPEN, True, id="the seat of who accompanies"),
        pytest.param("old", OPEN, False, id="the seat of who did before"),
        pytest.param("seat", None, False, id="nobody accompanies"),
        pytest.param("seat", replace(OPEN, state="requested"), False, id="not agreed to"),
        pytest.param("nothing", OPEN, False, id="an unknown token"),
    ],
)
def test_what_a_token_opens(token: str, companion: Companion | None, is_open: bool) -> None:
    assert is_held(replace(QUIET, companion=companion), token) is is_open


@pytest.mark.parametrize(
    ("companion", "devices", "is_live"),
    [(None, 1, False), (None, 2, True), (OPEN, 1, True), (OPEN, 0, True)],
)
def test_another_screen_is_an_accompaniment_or_a_second_device(
    companion: Companion | None, devices: int, is_live: bool
) -> None:
    assert Others(companion, devices).is_live is is_live
