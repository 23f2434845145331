"""Evidence of every kind: what it adds to a profile, and that it can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.orientation.evidence import Evidence
from bot.orientation.interests import InterestProfile, evidence_of, interest_profile
from bot.orientation.profile import CONDITIONS, Profile
from bot.orientation.statements import AXES
from tests.unit.small_world import always


def picture(source_id: str = "garden", agreement: float = 1.0, **weights: float) -> Evidence:
    return Evidence("picture", source_id, "Un jardin au soleil", weights, agreement)


def likes_and(evidence: list[Evidence], *refused: str) -> list[tuple[str, str, str]]:
    """(axis, what is quoted for it, what against it) of each contradiction."""
    found = interest_profile(evidence, refused).contradictions
    return [
        (
            one.axis,
            one.liked.source_id,
            one.against if isinstance(one.against, str) else one.against.source_id,
        )
        for one in found
    ]


def test_a_no_is_evidence_on_the_main_axis_only() -> None:
    assert interest_profile([picture(R=1, I=0.5)]).evidence == {"R": 1, "I": 0.5}
    assert interest_profile([picture(R=1, I=0.5, agreement=-1)]).evidence == {"R": 1}
    assert interest_profile([picture(R=1, I=0.5, agreement=0)]).scores == {"R": 0}


def test_statements_come_before_choices_and_those_without_an_opinion_are_left_out() -> None:
    profile = Profile(statements={"tidy": 1.0, "sell": None}, choices=(picture(R=0.5),))
    assert [piece.source_id for piece in evidence_of(profile)] == ["tidy", "garden"]


def test_a_picture_moves_a_score_half_as_much_as_a_statement() -> None:
    profile = Profile(statements={"tidy": -1.0}, choices=(picture(C=0.5),))
    assert interest_profile(evidence_of(profile)).scores["C"] == pytest.approx(-0.5 / 1.5)


CROWD, QUIET = picture("crowd", people=1), picture("quiet", people=-1, team=-0.5)
OUTSIDE = picture("outside", outdoors=1)
REPAIR = [picture("repair", R=1), picture("build", R=0.75)]
NO_MACHINES = [picture("machines", R=1, agreement=-1), picture("dig", R=0.5, agreement=-1)]


@pytest.mark.parametrize(
    ("evidence", "refused", "expected"),
    [
        pytest.param([CROWD, QUIET], [], [("people", "crowd", "quiet")], id="people and calm"),
        pytest.param([CROWD, picture(people=-0.5)], [], [], id="one side is thin"),
        pytest.param([CROWD, replace(QUIET, agreement=-1.0)], [], [], id="a no to the opposite"),
        pytest.param([REPAIR[0], NO_MACHINES[0]], [], [], id="two activities of one letter"),
        pytest.param(
            [*REPAIR, *NO_MACHINES], [], [("R", "repair", "machines")], id="a letter, both ways"
        ),
        pytest.param(
            [OUTSIDE],
            ["outdoors"],
            [("outdoors", "outside", "outdoors")],
            id="likes what is refused",
        ),
        pytest.param([OUTSIDE], ["noise", "repetitive"], [], id="refuses something else"),
        pytest.param([picture(outdoors=0.5)], ["outdoors"], [], id="thin against a limit"),
        pytest.param(
            [CROWD, QUIET],
            ["public_contact"],
            [("people", "crowd", "public_contact"), ("people", "crowd", "quiet")],
            id="the limit comes first",
        ),
    ],
)
def test_contradictions(
    evidence: list[Evidence], refused: list[str], expected: list[tuple[str, str, str]]
) -> None:
    assert likes_and(evidence, *refused) == expected


@st.composite
def pieces(draw: st.DrawFn) -> list[Evidence]:
    """Different pieces, whose main axis is the heaviest."""
    names = draw(st.lists(st.sampled_from("abcdefgh"), unique=True))
    made = []
    for name in names:
        axes = draw(st.lists(st.sampled_from(AXES), min_size=1, max_size=4, unique=True))
        sizes = draw(st.lists(st.floats(0.05, 1), min_size=len(axes), max_size=len(axes)))
        signs = draw(st.lists(st.sampled_from([1, -1]), min_size=len(axes), max_size=len(axes)))
        heaviest = sorted(sizes, reverse=True)
        weights = {a: s * w for a, s, w in zip(axes, signs, heaviest, strict=True)}
        agreement = draw(st.floats(-1, 1))
        made.append(Evidence("scene", name, "aidé quelqu'un", weights, agreement))
    return made


@always
@given(pieces(), st.randoms(use_true_random=False), st.sets(st.sampled_from(CONDITIONS)))
def test_the_order_of_evidence_changes_nothing(
    evidence: list[Evidence], random: object, refused: set[str]
) -> None:
    shuffled = list(evidence)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert interest_profile(shuffled, refused) == interest_profile(evidence, refused)


@always
@given(pieces(), st.sampled_from(AXES), st.floats(0.05, 1), st.floats(-1, 1))
def test_more_evidence_never_lowers_an_amount_and_taking_it_back_restores_the_profile(
    evidence: list[Evidence], axis: str, weight: float, agreement: float
) -> None:
    before = interest_profile(evidence)
    after = interest_profile([picture("new", agreement, **{axis: weight}), *evidence])
    assert all(after.evidence[known] >= amount for known, amount in before.evidence.items())
    assert after.evidence[axis] > before.evidence.get(axis, 0.0)
    profile = Profile(choices=(*evidence, picture("new", agreement, **{axis: weight})))
    kept = tuple(piece for piece in profile.choices if piece.source_id != "new")
    assert interest_profile(evidence_of(replace(profile, choices=kept))) == before


@always
@given(pieces())
def test_scores_stay_between_minus_one_and_one_and_rest_on_evidence(
    evidence: list[Evidence],
) -> None:
    profile = interest_profile(evidence)
    assert all(-1 <= score <= 1 for score in profile.scores.values())
    assert set(profile.scores) == set(profile.evidence)
    assert all(amount > 0 for amount in profile.evidence.values())


@always
@given(pieces())
def test_what_says_the_opposite_of_everything_gives_the_opposite_scores(
    evidence: list[Evidence],
) -> None:
    opposite = [
        replace(piece, weights={axis: -weight for axis, weight in piece.weights.items()})
        for piece in evidence
    ]
    scores = interest_profile(evidence).scores
    assert interest_profile(opposite).scores == {axis: -score for axis, score in scores.items()}
    assert interest_profile(opposite).evidence == interest_profile(evidence).evidence


def test_a_profile_is_called_flat_only_when_most_letters_are_well_known() -> None:
    well_known = dict.fromkeys("RIAS", 1.0)
    assert InterestProfile(dict.fromkeys("RIAS", 0.9), well_known).is_flat
    assert not InterestProfile(dict.fromkeys("RIAS", 0.9), {**well_known, "S": 0.5}).is_flat
    assert not InterestProfile({**dict.fromkeys("RIA", 0.9), "S": 0.4}, well_known).is_flat
