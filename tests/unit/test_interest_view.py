"""Tastes drawn to be read together: what is liked, how sure it is, and what it rests on."""

from __future__ import annotations

import re

import pytest

from bot.orientation.profile import Profile
from bot.services.interest_view import InterestView, interest_view
from bot.web.console.interest_drawing import Corner, balance, hexagon

TOLD = Profile(
    statements={
        "repair": 1.0, "build": 1.0, "care": -1.0, "outside": 1.0, "inside": 1.0, "tidy": None,
    }
)  # fmt: skip


def axis(view: InterestView, code: str):  # type: ignore[no-untyped-def]
    return next(one for one in view.axes if one.code == code)


def test_all_axes_are_there_the_letters_first() -> None:
    view = interest_view(TOLD)
    assert [one.code for one in view.letters] == ["R", "I", "A", "S", "E", "C"]
    assert [one.code for one in view.settings] == ["outdoors", "people", "team", "hands", "variety"]
    assert view.pieces == 5


@pytest.mark.parametrize(
    ("code", "sure", "sign"),
    [("R", "enough", 1), ("S", "little", -1), ("E", "nothing", 0), ("outdoors", "both_ways", 0)],
)
def test_each_axis_says_how_sure_it_is(code, sure, sign) -> None:
    found = axis(interest_view(TOLD), code)
    assert found.sure == sure
    assert (found.score is None) if sure == "nothing" else (found.score * sign >= 0)


def test_an_axis_rests_on_what_was_said_what_weighs_most_first() -> None:
    pieces = axis(interest_view(TOLD), "R").pieces
    assert [abs(one.lean) for one in pieces] == sorted(
        (abs(one.lean) for one in pieces), reverse=True
    )
    assert any("Réparer" in one.words for one in pieces)


def test_a_letter_has_everyday_words_and_a_setting_two_ends() -> None:
    view = interest_view(TOLD)
    assert axis(view, "R").more == "réparer et fabriquer" and axis(view, "R").less == ""
    assert axis(view, "outdoors").less == "plutôt à l'intérieur"


def test_nothing_told_is_said_to_be_nothing() -> None:
    view = interest_view(Profile())
    assert view.is_empty and not view.is_flat and view.pieces == 0
    assert {one.sure for one in view.axes} == {"nothing"}


def test_the_hexagon_has_a_dot_for_each_known_corner_hollow_when_unsure() -> None:
    corners = [Corner(name, score, is_sure) for name, score, is_sure in (
        ("réparer", 1.0, True), ("chercher", None, False), ("créer", -1.0, True),
        ("aider", 0.0, False), ("convaincre", None, False), ("ranger", 0.5, True),
    )]  # fmt: skip
    drawn = str(hexagon("Les goûts", corners))
    assert drawn.count("<circle") == 4 and drawn.count('fill="#fff"') == 1
    assert drawn.count("d-unknown") == 2 and "d-shape" in drawn
    assert 'cx="240.0" cy="50.0"' in drawn  # liked: on the edge, at the top
    assert 'cx="240.0" cy="50.0"' not in str(hexagon("x", [Corner("a", -1.0)] * 6))


def test_a_corner_that_is_disliked_stands_in_the_middle() -> None:
    drawn = str(hexagon("x", [Corner("a", -1.0)] * 6))
    assert set(re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', drawn)) == {("240.0", "155.0")}


def test_two_known_corners_make_no_shape_and_names_are_escaped() -> None:
    drawn = str(hexagon("<b>", [Corner("<i>", 1.0)] * 2 + [Corner("x|y", None)] * 4))
    assert "d-shape" not in drawn and "<i>" not in drawn and 'aria-label="&lt;b&gt;"' in drawn
    assert drawn.count("<tspan") == 2 + 4 * 2


@pytest.mark.parametrize(("score", "place"), [(-1.0, "8.0"), (0.0, "60.0"), (1.0, "112.0")])
def test_a_balance_has_its_dot_between_the_two_ends(score, place) -> None:
    assert f'cx="{place}"' in str(balance(score))


def test_a_balance_without_a_score_has_no_dot_and_an_unsure_one_a_hollow_one() -> None:
    assert "<circle" not in str(balance(None))
    assert 'fill="#fff"' in str(balance(0.5, is_sure=False))
