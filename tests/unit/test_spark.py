"""The questions on tastes: ways are mixed, changed, left and gone back on, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot import wiring
from bot.orientation.statements import STATEMENT_BY_ID
from bot.services import interview, spark
from bot.services.profile import profile_from_slots
from bot.services.questions import FORMS, Message, Outcome, Situation
from bot.services.spark_progress import SPARK_STEPS
from bot.services.understanding import Understanding
from tests.unit.small_world import WORLD

Say = Callable[..., Outcome]
IN_STATEMENTS = spark.way_opened("statements", {})
TOLD = {**IN_STATEMENTS, "statements": {"repair": 1.0, "outside": 1.0}}


@pytest.fixture(scope="module")
def understanding() -> Understanding:
    return Understanding.of(WORLD)


@pytest.fixture
def say(understanding: Understanding) -> Say:
    """What a message does at a question: text typed, or `value` of a button."""

    def say(question: str, text: str, slots: dict[str, Any], value: Any = None) -> Outcome:
        entities = {} if value is None else {"question": question, "value": value}
        message = Message(text, "answer" if entities else None, float(bool(entities)), entities)
        return interview.answer(Situation(question, message, slots, understanding))

    return say


def next_question(slots: dict[str, Any]) -> str | None:
    """As Rasa's form asks them: the first one without a value."""
    return next((q for q in FORMS["interests_form"] if slots.get(q) is None), None)


@pytest.mark.parametrize(
    ("text", "value"), [("", "skip"), ("je préfère ne pas répondre", None), ("on passe", None)]
)
def test_tastes_can_be_passed_over(say: Say, text: str, value: str | None) -> None:
    slots = dict(say("spark_way", text, {}, value).slots)
    assert next_question(slots) is None
    assert interview.progress({"commune": "38001", **slots})[0] == 2 + SPARK_STEPS


def test_a_way_is_chosen_and_left_for_another_with_nothing_lost(say: Say) -> None:
    slots = dict(say("spark_way", "des phrases", {}).slots)
    assert next_question(slots) == "statement"
    slots |= {**TOLD, **say("statement", "une autre façon ?", {**slots, **TOLD}).slots}
    assert next_question(slots) == "spark_way"
    assert slots["statements"] == TOLD["statements"]
    slots |= say("spark_way", "", slots, "statements").slots
    assert next_question(slots) == "statement"


@pytest.mark.parametrize(
    ("text", "value"), [("", "skip"), ("stop", None), ("je veux passer à la suite", None)]
)
def test_statements_stop_at_any_time_and_the_portrait_comes(
    say: Say, text: str, value: str | None
) -> None:
    slots = {**IN_STATEMENTS, "statement_asked": "repair"}
    left = say("statement", text, slots, value).slots
    assert next_question({**slots, **left}) == "portrait"


def test_a_statement_is_answered_and_another_one_comes(say: Say) -> None:
    slots = {**IN_STATEMENTS, "statement_asked": "repair"}
    told = say("statement", "oui beaucoup", slots).slots
    assert told["statements"] == {"repair": 1.0}
    assert told["statement"] is None and told["statement_asked"] not in (None, "repair")


def test_who_has_answered_all_statements_is_told_so(say: Say) -> None:
    told = dict.fromkeys([str(number) for number in range(12)], 1.0)
    outcome = say("spark_way", "", {"statements": told}, "statements")
    assert [reply.response for reply in outcome.replies] == ["utter_statements_all_answered"]
    assert next_question(dict(outcome.slots)) == "portrait"


@pytest.mark.parametrize(
    "text", ["oui", "c'est juste", "tout à fait", "on continue", "passer", "je ne sais pas"]
)
def test_the_portrait_is_agreed_with_or_left(say: Say, text: str) -> None:
    assert say("portrait", text, TOLD).slots["portrait"] == "done"


def test_a_no_to_the_portrait_asks_what_is_wrong(say: Say) -> None:
    outcome = say("portrait", "non", TOLD)
    assert [reply.response for reply in outcome.replies] == ["utter_portrait_which"]
    assert outcome.slots["portrait"] is None


def corrected(say: Say, text: str) -> tuple[dict[str, Any], list[str]]:
    """(slots after, what was said with its facts)."""
    outcome = say("portrait", text, TOLD)
    said = [f"{one.response}: {one.facts.get('things', '')}" for one in outcome.replies]
    assert outcome.slots["portrait"] is None, "the new portrait is shown"
    return {**TOLD, **outcome.slots}, said


def test_a_correction_changes_the_evidence_and_says_what_no_longer_counts(say: Say) -> None:
    slots, said = corrected(say, "oui mais non pas dehors")
    assert said[0] == "utter_portrait_liked: pas dehors"
    assert said[1].startswith("utter_portrait_left_out: «") and "Dehors" in said[1]
    assert spark.portrait_from(slots).settings[0] == ("outdoors", -1)
    assert profile_from_slots(slots).choices[0].is_own_words


def test_something_is_added_and_something_refused(say: Say) -> None:
    slots, said = corrected(say, "et aussi la musique, mais j'aime pas les machines")
    assert said == ["utter_portrait_liked: la musique", "utter_portrait_refused: les machines"]
    portrait = spark.portrait_from(slots)
    assert (portrait.named, portrait.refused) == (("la musique",), ("les machines",))


def test_what_was_said_is_replaced_by_what_is_said_last(say: Say) -> None:
    slots, _ = corrected(say, "j'aime pas la musique")
    slots |= say("portrait", "en fait la musique j'aime bien", slots).slots
    assert [choice.agreement for choice in profile_from_slots(slots).choices] == [1.0]


def test_what_is_unticked_is_removed(say: Say) -> None:
    opened = {**TOLD, **say("portrait", "", TOLD, "remove").slots}
    assert opened["portrait_view"] == "all"
    kept = say("portrait", "", opened, ["statement:repair"])
    after = {**opened, **kept.slots}
    assert after["statements"] == {"repair": 1.0, "outside": None}
    assert after["portrait_view"] is None
    assert [reply.response for reply in kept.replies] == ["utter_portrait_removed"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("dehors", ["repair"]),
        ("l'objet cassé", ["outside"]),
        ("tout", []),
        ("rien", ["repair", "outside"]),
        ("c'est bon", ["repair", "outside"]),
    ],
)
def test_on_the_list_a_name_is_enough(say: Say, text: str, left: list[str]) -> None:
    opened = {**TOLD, "portrait_view": "all"}
    after = {**opened, **say("portrait", text, opened).slots}
    kept = [name for name, agreement in after["statements"].items() if agreement is not None]
    assert kept == left and after["portrait_view"] is None


def test_off_the_list_a_thing_is_taken_away_by_name(say: Say) -> None:
    after = say("portrait", "enlevez l'objet cassé", TOLD).slots
    assert after["statements"]["repair"] is None
    assert say("portrait", "je veux enlever quelque chose", TOLD).slots["portrait_view"] == "all"


@pytest.mark.parametrize(
    ("slots", "question", "reached"),
    [
        pytest.param({"commune": "38001"}, "spark_way", "commune", id="from the first question"),
        pytest.param({"spark_way": "statements"}, "statement", "spark_way", id="from a first one"),
        pytest.param(TOLD, "statement", "statement", id="one statement back"),
        pytest.param(
            {**TOLD, "statement": "done"}, "portrait", "statement", id="from the portrait"
        ),
        pytest.param(
            {**TOLD, "statement": "done", "portrait_view": "all"},
            "portrait",
            "portrait",
            id="from the list",
        ),
        pytest.param(
            {**TOLD, "statement": "done", "portrait": "done"},
            "past_job",
            "portrait",
            id="from what comes after",
        ),
        pytest.param(
            dict(spark.all_passed()), "past_job", "spark_way", id="who had passed chooses again"
        ),
    ],
)
def test_one_goes_back_one_step(slots: dict[str, Any], question: str, reached: str) -> None:
    reopened = interview.step_back(question, slots)
    assert interview.reopened_question(reopened) == reached


def test_the_last_statement_waits_again_and_is_the_only_one_lost() -> None:
    reopened = interview.step_back("statement", TOLD)
    assert reopened["statements"] == {"repair": 1.0} and reopened["statement_asked"] == "outside"


STORY = wiring.story()
OTHERS = {**IN_STATEMENTS, "statement_asked": None}
PICTURES = {**spark.way_opened("pictures", {}), "pictures": "done"}
GAME = spark.way_opened("game", {})


def told(count: int) -> dict[str, float]:
    return dict.fromkeys(list(STATEMENT_BY_ID)[:count], 1.0)


def played(count: int) -> list[dict[str, str]]:
    """The first scenes, with the first choice in each."""
    scenes: list[dict[str, str]] = []
    place = STORY.first_id
    while len(scenes) < count:
        choice = STORY.scene_by_id[place].choices[0]
        scenes.append({"scene": place, "choice": choice.choice_id})
        place = choice.next_id
    return scenes


@pytest.mark.parametrize(
    ("slots", "step"),
    [
        pytest.param({}, 0, id="the ways"),
        pytest.param({"spark_way": "statements"}, 0, id="no statement yet"),
        pytest.param({**OTHERS, "statements": told(3)}, 1, id="three statements"),
        pytest.param({**OTHERS, "statements": told(11)}, 4, id="eleven statements"),
        pytest.param({**OTHERS, "statements": told(8), "statement": "done"}, 5, id="the portrait"),
        pytest.param(
            {**PICTURES, "pictures_chosen": ["a", "b", "c"], "pictures_told": []}, 1, id="chosen"
        ),
        pytest.param(
            {**PICTURES, "pictures_chosen": ["a", "b", "c"], "pictures_told": ["a", "b"]},
            3,
            id="two pictures told",
        ),
        pytest.param(
            {**PICTURES, "pictures_chosen": ["a", "b", "c"], "statement": "done"},
            5,
            id="pictures after the statements",
        ),
        pytest.param({**GAME, "scenes_played": played(2)}, 1, id="two scenes"),
        pytest.param({**GAME, "scenes_played": played(5)}, 3, id="five scenes"),
        pytest.param({**GAME, "scenes_played": []}, 0, id="no scene"),
    ],
)
def test_pictures_scenes_and_statements_move_the_progress(slots: dict[str, Any], step: int) -> None:
    assert interview.progress({"commune": "38001", **slots}, STORY)[0] == 2 + step


def test_the_number_of_steps_never_changes() -> None:
    slots: dict[str, Any] = {"commune": "38001"}
    for more in ({}, OTHERS, {"statement": "done"}, {"portrait": "done"}, {"past_job": "done"}):
        slots |= more
        assert interview.progress(slots, STORY)[1] == interview.progress({})[1]
