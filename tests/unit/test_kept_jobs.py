"""Jobs kept, let go, compared; what a new answer does to them, and what "too far" changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.adapters.catalogue_files import read
from bot.orientation.matching import rank
from bot.services import kept_jobs
from bot.services.compare import ROWS, comparison
from bot.services.job_cards import cards_as_dicts
from bot.services.kept_jobs import job_meant, jobs_to_compare, ruled_out_sentences, with_job
from bot.services.propose import propose
from bot.services.questions import Message
from bot.services.refusing import refused
from bot.services.understanding import Understanding
from bot.services.where_to import where_to
from bot.settings import ROOT
from tests.unit.small_world import DRIVER, WORLD

UNDERSTANDING = Understanding.of(WORLD)
BUNDLED = Understanding.of(read(ROOT / "data" / "catalogue"))
WALKER = replace(DRIVER, has_licence_b=False, vehicle="none", max_minutes=15)


def words(text: str) -> Message:
    return Message(text, "keep_job", 0.9)


def press(rome_code: str) -> Message:
    return Message("", "keep_job", 1.0, {"rome_code": rome_code})


@pytest.mark.parametrize(
    ("kept", "message", "after"),
    [
        pytest.param([], press("I1604"), ["I1604"], id="a button keeps"),
        pytest.param(["I1604"], press("I1604"), [], id="the same button lets go"),
        pytest.param([], words("je garde le premier"), ["I1604"], id="words keep"),
        pytest.param(["I1604"], words("je garde le premier"), ["I1604"], id="words keep once"),
        pytest.param(["I1604"], words("je ne garde plus le premier"), [], id="words let go"),
        pytest.param([], words("je ne garde plus le premier"), [], id="nothing to let go"),
        pytest.param(["I1604", "D1505"], press("K1304"), ["I1604", "D1505", "K1304"], id="last"),
    ],
)
def test_a_job_is_kept_or_let_go(kept: list[str], message: Message, after: list[str]) -> None:
    assert with_job(kept, message.entities.get("rome_code", "I1604"), message) == after


def test_a_rank_names_a_job_of_the_list_and_of_the_kept_ones_when_one_lets_go() -> None:
    slots = {"proposed": ["D1505", "I1604"], "kept": ["K1304", "D1507"]}
    assert job_meant(words("je garde le deuxième"), slots, UNDERSTANDING) == "I1604"
    assert job_meant(words("je ne garde plus le premier"), slots, UNDERSTANDING) == "K1304"
    assert job_meant(words("je garde"), slots, UNDERSTANDING) is None


@pytest.mark.parametrize(
    ("text", "kept", "told"),
    [
        pytest.param("comparer", ["D1505", "K1304"], ("D1505", "K1304"), id="the kept ones"),
        pytest.param("compare le 1 et le 2", [], ("D1505", "I1604"), id="by rank"),
        pytest.param("compare le premier", ["K1304"], ("D1505", "K1304"), id="one beside the kept"),
        pytest.param("comparer", ["K1304"], ("K1304",), id="one alone"),
        pytest.param("comparer", ["gone"], (), id="a job that the catalogue lost"),
    ],
)
def test_which_jobs_are_compared(text: str, kept: list[str], told: tuple[str, ...]) -> None:
    slots = {"proposed": ["D1505", "I1604"], "kept": kept}
    assert jobs_to_compare(words(text), slots, UNDERSTANDING) == told


def rows(message: dict[str, Any]) -> dict[str, list[str]]:
    return {row["title"]: row["cells"] for row in message["rows"]}


def test_a_comparison_has_a_row_for_each_question_and_a_cell_for_each_job() -> None:
    message = comparison(WORLD, DRIVER, ["I1604", "M1607", "J1506"], seed=1)
    assert message["columns"][0] == "Agent ou agente I1604"
    assert [len(row["cells"]) for row in message["rows"]] == [3] * len(ROWS)
    assert all(cell for row in message["rows"] for cell in row["cells"])
    told = rows(message)
    assert (
        "2025" in told["Embauches prévues"][0] and "Bourg-le-Bassin" in told["Embauches prévues"][0]
    )
    assert "minutes en voiture" in told["Trajet"][0]


def test_what_tells_the_jobs_apart_comes_before_what_they_share() -> None:
    likes = replace(DRIVER, statements={"repair": 1.0, "care": 1.0})
    told = rows(comparison(WORLD, likes, ["I1604", "K1304", "I1203"], seed=1))
    assert len(set(told["Ce qui vous correspond"])) == 3
    assert all("\n" not in cell for cell in told["Ce qui vous correspond"])


def test_a_masked_figure_is_unknown_and_not_zero() -> None:
    message = comparison(WORLD, WALKER, ["M1607", "K1304"], seed=1)
    masked, minimum = rows(message)["Embauches prévues"]
    assert masked == "Chiffre non publié autour de Bourg-le-Bassin."
    assert minimum.startswith("Au moins 200")


def test_a_comparison_without_home_says_what_is_missing() -> None:
    message = comparison(WORLD, replace(DRIVER, insee_code=None), ["I1604", "K1304"], seed=1)
    assert set(rows(message)["Trajet"]) == {"Il me manque votre commune."}


def test_a_job_ruled_out_says_what_it_lacks_and_with_what_it_becomes_possible() -> None:
    person = replace(DRIVER, has_licence_b=False)
    driver, mechanic = rows(comparison(WORLD, person, ["N4105", "I1604"], seed=1))[
        "Possible pour vous ?"
    ]
    assert "le permis B" in driver and "Avec le permis" in driver
    assert mechanic != driver


def test_both_ways_of_writing_tell_the_same_jobs() -> None:
    codes = ["I1604", "J1506"]
    usual, easy = (comparison(WORLD, DRIVER, codes, 1, easy=easy) for easy in (False, True))
    assert usual["columns"] == easy["columns"]
    assert usual["rows"] != easy["rows"]


def test_a_kept_job_that_the_answers_rule_out_is_said_with_the_reason() -> None:
    ranking = rank(WORLD, replace(DRIVER, has_licence_b=False), seed=1)
    told = ruled_out_sentences(ranking, ["I1604", "N4105"])
    assert "N4105" in told[0] and "I1604" not in " ".join(told)
    assert any("permis B" in one for one in told)
    assert ruled_out_sentences(rank(WORLD, DRIVER, seed=1), ["I1604", "N4105"]) == ()


def test_who_refuses_a_kept_job_keeps_it_no_more() -> None:
    assert kept_jobs.let_go({"kept": ["I1604", "D1505"]}, "I1604") == {"kept": ["D1505"]}
    assert kept_jobs.let_go({"kept": ["D1505"]}, "I1604") == {}
    assert kept_jobs.let_go({}, "I1604") == {}


def test_cards_say_which_jobs_are_kept_and_which_were_there_before() -> None:
    cards = propose(WORLD, DRIVER, seed=1).cards
    first, second = (card.rome_code for card in cards[:2])
    dicts = cards_as_dicts(cards, kept={first}, known={second})
    assert [one["kept"] for one in dicts] == [True, *[False] * (len(cards) - 1)]
    assert [one["is_known"] for one in dicts][:2] == [False, True]
    assert [one["buttons"][1]["title"] for one in dicts][:2] == ["Ne plus garder", "Garder"]


def test_a_job_too_far_shortens_the_trips_so_that_no_card_has_the_same_minutes() -> None:
    person = replace(DRIVER, insee_code="38053", max_minutes=60)
    far = max(propose(BUNDLED.catalogue, person, 1).cards, key=lambda one: one.travel.minutes or 0)
    change = refused(BUNDLED.catalogue, person, far.rome_code, "too_far")
    assert far.travel.minutes is not None
    assert change.slots == {"max_minutes": far.travel.minutes - 5}
    after = propose(BUNDLED.catalogue, replace(person, **change.slots), seed=1)
    assert after.cards
    assert all((card.travel.minutes or 0) < far.travel.minutes for card in after.cards)
    assert str(change.slots["max_minutes"]) in change.sentences[0]


@pytest.mark.parametrize("reason", ["hours", "physical", "not_interested"])
def test_another_reason_shortens_nothing(reason: str) -> None:
    assert refused(WORLD, DRIVER, "I1604", reason).slots == {}


def test_when_nothing_is_nearer_the_answers_stay_and_that_is_said() -> None:
    assert propose(WORLD, DRIVER, seed=1).cards[0].travel.minutes == 5
    change = refused(WORLD, DRIVER, "I1604", "too_far")
    assert change.slots == {}
    assert "aucun métier plus près" in change.sentences[0]


def test_without_home_too_far_changes_no_minutes() -> None:
    assert refused(WORLD, replace(DRIVER, insee_code=None), "I1604", "too_far").slots == {}


def test_where_one_can_go_is_sorted_by_minutes_with_figures() -> None:
    found = where_to(WORLD, replace(DRIVER, max_minutes=60))
    assert found.message is not None
    basins = found.message["basins"]
    assert [one["name"] for one in basins] == ["Bourg-le-Bassin", "Grande Ville"]
    assert [one["minutes"] for one in basins] == sorted(one["minutes"] for one in basins)
    assert basins[0]["projects"] == sum(
        row.projects or 0 for row in WORLD.demand if row.basin_code == "b1"
    )
    assert all(0 < one["share"] <= 1 and one["mode"] == "en voiture" for one in basins)
    assert "60 minutes" in found.message["title"]
    assert not found.is_nowhere


def test_without_home_there_is_no_map() -> None:
    found = where_to(WORLD, replace(DRIVER, insee_code=None))
    assert found.message is None
    assert "votre commune" in found.sentences[0]


def test_who_can_go_nowhere_is_told_kindly_what_would_change_it() -> None:
    lonely = replace(WALKER, insee_code="38003", max_minutes=5, has_public_transport=False)
    found = where_to(WORLD, lonely)
    assert found.is_nowhere and found.message is not None
    assert [one["minutes"] for one in found.message["basins"]] == [None]
    assert "Quelques minutes de plus" in found.sentences[0]
    assert [one["payload"] for one in found.buttons] == [
        '/go_back{"question": "max_minutes"}',
        '/go_back{"question": "vehicle"}',
    ]


def test_assumed_minutes_and_unknown_transport_are_said() -> None:
    found = where_to(WORLD, replace(DRIVER, max_minutes=None, has_licence_b=None, vehicle=None))
    assert any("30 minutes" in one for one in found.sentences)


def test_a_basin_without_a_published_figure_has_none() -> None:
    silent = replace(WORLD, demand=tuple(row for row in WORLD.demand if row.basin_code == "b1"))
    found = where_to(silent, replace(DRIVER, max_minutes=60))
    assert found.message is not None
    figures = {one["name"]: one["projects"] for one in found.message["basins"]}
    assert figures["Grande Ville"] is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("compare soudeur et cariste", ("H2913", "N1101")),
        ("compare boulanger et cariste", ("D1102", "N1101")),
        ("j'hésite entre cariste et aide-soignante", ("N1101", "J1501")),
    ],
)
def test_jobs_told_by_name_are_found_in_the_real_catalogue(
    text: str, codes: tuple[str, ...]
) -> None:
    slots: dict[str, Any] = {"proposed": ["K1304"], "kept": []}
    assert jobs_to_compare(words(text), slots, BUNDLED) == codes


def test_a_job_kept_by_its_name_need_not_be_on_screen() -> None:
    slots: dict[str, Any] = {"proposed": ["K1304"], "kept": []}
    assert job_meant(words("garde cariste"), slots, BUNDLED) == "N1101"
