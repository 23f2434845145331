"""Choosing pictures and living the story, question by question, without Rasa."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.adapters import game_files, picture_files
from bot.orientation.matching import rank
from bot.orientation.pictures import LEAST
from bot.services import interview, spark
from bot.services.picture_readers import picture_asked
from bot.services.profile import profile_from_slots
from bot.services.questions import FORMS, Message, Outcome, Situation
from bot.services.story_place import scene_on_screen, strengths_shown
from bot.services.understanding import Understanding
from bot.settings import ROOT
from tests.unit.small_world import WORLD

Say = Callable[..., Outcome]
DECK = picture_files.read(ROOT / "data" / "pictures")
STORY = game_files.read(ROOT / "data" / "game" / "workshop.yml")
FIRST = STORY.scene_by_id[STORY.first_id]
IDS = [picture.picture_id for picture in DECK.pictures]
IN_PICTURES = spark.way_opened("pictures", {})
IN_GAME = spark.way_opened("game", {})


@pytest.fixture(scope="module")
def understanding() -> Understanding:
    return Understanding.of(WORLD)


@pytest.fixture
def after(understanding: Understanding) -> Callable[..., dict[str, Any]]:
    """The slots after a message at a question: text typed, or `value` of a button or a list."""

    def after(question: str, text: str, slots: dict[str, Any], value: Any = None) -> dict[str, Any]:
        entities = {} if value is None else {"question": question, "value": value}
        message = Message(text, "answer" if entities else None, float(bool(entities)), entities)
        situation = Situation(question, message, slots, understanding, deck=DECK, story=STORY)
        outcome = interview.answer(situation)
        replies = [reply.response for reply in outcome.replies]
        return {**slots, question: None, **outcome.slots, "said": replies}

    return after


def waits_for(slots: dict[str, Any]) -> str | None:
    return next((q for q in FORMS["interests_form"] if slots.get(q) is None), None)


def chosen(slots: dict[str, Any]) -> dict[str, bool]:
    """Pictures that count -> whether with words."""
    return {
        one.source_id: one.is_own_words
        for one in profile_from_slots(slots).choices
        if one.kind == "picture"
    }


def test_typed_numbers_equal_clicks(after) -> None:
    numbers = {DECK.by_id[name].number for name in IDS[:3]}
    typed = after("pictures", ", ".join(map(str, numbers)), IN_PICTURES)
    clicked = after("pictures", "", IN_PICTURES, IDS[:3])
    assert typed == clicked and waits_for(typed) == "picture_why"
    assert chosen(typed) == dict.fromkeys(IDS[:3], False)


def test_too_few_then_one_more(after) -> None:
    few = after("pictures", "", IN_PICTURES, IDS[:2])
    assert few["said"] == ["utter_pictures_too_few"] and waits_for(few) == "pictures"
    more = after("pictures", f"la {DECK.by_id[IDS[5]].number}", few)
    assert more["pictures_chosen"] == [*IDS[:2], IDS[5]] and waits_for(more) == "picture_why"


def test_too_many_then_those_kept(after) -> None:
    many = after("pictures", "", IN_PICTURES, IDS[:7])
    assert many["said"] == ["utter_pictures_too_many"] and waits_for(many) == "pictures"
    kept = after("pictures", " ".join(str(DECK.by_id[one].number) for one in IDS[2:6]), many)
    assert kept["pictures_chosen"] == IDS[2:6]


def test_an_unknown_number_is_told_and_the_others_are_kept(after) -> None:
    numbers = [DECK.by_id[one].number for one in IDS[:3]]
    told = after("pictures", f"{numbers} et 98", IN_PICTURES)
    assert told["said"] == ["utter_picture_unknown"] and told["pictures_chosen"] == IDS[:3]
    assert waits_for(after("pictures", "c'est bon", told)) == "picture_why"


@pytest.mark.parametrize(
    ("text", "value"), [("", "skip"), ("", []), ("aucune", None), ("rien", None)]
)
def test_no_picture_is_an_answer(after, text: str, value: Any) -> None:
    slots = after("pictures", text, IN_PICTURES, value)
    assert waits_for(slots) == "portrait" and chosen(slots) == {}


@pytest.fixture
def three(after) -> dict[str, Any]:
    return after("pictures", "", IN_PICTURES, IDS[:LEAST])


def test_words_make_a_picture_count_as_a_statement_and_tell_more(after, three) -> None:
    slots = after("picture_why", "j'adore la musique et voir du monde", three)
    piece = profile_from_slots(slots).choices[0]
    assert piece.text == "j'adore la musique et voir du monde" and piece.is_own_words
    assert piece.weights == {**DECK.pictures[0].weights, "people": 1, "A": 1}
    assert set(piece.domains) == set(DECK.pictures[0].domains) | {"L"}
    assert picture_asked(slots, DECK) == DECK.pictures[1]


@pytest.mark.parametrize(
    ("text", "value", "count", "asked"),
    [
        ("en fait non", None, 2, 1),
        ("", "remove", 2, 1),
        ("passer", None, 3, 1),
        ("", "skip", 3, 1),
        ("", "skip_all", 3, None),
        ("stop", None, 3, None),
    ],
)
def test_a_picture_is_passed_or_taken_back(after, three, text, value, count, asked) -> None:
    slots = after("picture_why", text, three, value)
    assert len(chosen(slots)) == count and not any(chosen(slots).values())
    if asked is None:
        assert waits_for(slots) == "portrait"
    else:
        assert picture_asked(slots, DECK) == DECK.pictures[asked]


def test_other_pictures_replace_those_of_before(after, three) -> None:
    slots = after("picture_why", "les couleurs", three)
    again = {**slots, **spark.way_opened("pictures", slots)}
    replaced = after("pictures", "", again, IDS[:1] + IDS[4:6])
    assert chosen(replaced) == {IDS[0]: True, IDS[4]: False, IDS[5]: False}
    assert picture_asked(replaced, DECK) == DECK.by_id[IDS[4]]


@pytest.mark.parametrize(
    "say", [FIRST.choices[0].title, "la première", "1", f"je veux {FIRST.choices[0].did}"]
)
def test_a_choice_is_meant_by_its_words_or_its_rank(after, say: str) -> None:
    slots = after("scene", say, IN_GAME)
    assert slots["scenes_played"] == [
        {"scene": FIRST.scene_id, "choice": FIRST.choices[0].choice_id}
    ]
    assert slots["said"] == ["utter_story_then"] and waits_for(slots) == "scene"


@pytest.mark.parametrize("scene", STORY.scenes, ids=lambda scene: scene.scene_id)
def test_each_choice_is_meant_by_its_title(after, scene) -> None:
    for choice in scene.choices:
        at = {**IN_GAME, "scenes_played": path_to(scene.scene_id)}
        assert after("scene", choice.title, at)["scenes_played"][-1] == {
            "scene": scene.scene_id,
            "choice": choice.choice_id,
        }


def path_to(scene_id: str) -> list[dict[str, str | None]]:
    """Choices that lead to the scene."""
    route = next(route for route in STORY.routes() if scene_id in route)
    path: list[dict[str, str | None]] = []
    for here, following in zip(route, route[1:], strict=False):
        if here == scene_id:
            break
        ways = {one.next_id: one.choice_id for one in STORY.scene_by_id[here].choices}
        path.append({"scene": here, "choice": ways.get(following)})
    return path


def test_words_that_mean_no_choice_are_asked_again(after) -> None:
    slots = after("scene", "je mange une pomme", IN_GAME)
    assert slots["said"] == ["utter_ask_scene_again"] and waits_for(slots) == "scene"


def to_the_end(after, choose: Callable[[Any], str]) -> dict[str, Any]:
    slots = dict(IN_GAME)
    while waits_for(slots) == "scene":
        scene = scene_on_screen(STORY, slots)
        slots = after("scene", "", slots, choose(scene))
    return slots


@pytest.mark.parametrize("place", [0, -1])
def test_the_story_ends_with_what_was_done_and_what_it_shows(after, place: int) -> None:
    slots = to_the_end(after, lambda scene: scene.choices[place].choice_id)
    assert slots["said"][-1] == "utter_story_ending" and slots["portrait_view"] == "story"
    done = profile_from_slots(slots).choices
    assert len(done) == len(slots["scenes_played"]) >= 5
    assert strengths_shown(STORY, slots)
    kept = after("portrait", "", slots, [spark.key_of(done[0])])
    assert profile_from_slots(kept).choices == done[:1]
    assert len(strengths_shown(STORY, kept)) <= 1


def test_who_passes_all_scenes_reaches_an_ending_and_no_list(after) -> None:
    slots = to_the_end(after, lambda scene: "skip")
    assert slots["said"] == ["utter_story_ending"] and not slots.get("portrait_view")
    assert profile_from_slots(slots).choices == ()


def test_a_story_that_ended_begins_anew_and_one_that_was_left_goes_on(after) -> None:
    ended = to_the_end(after, lambda scene: scene.choices[0].choice_id)
    again = after("portrait", "", {**ended, "portrait_view": None}, "game")
    assert scene_on_screen(STORY, again) == FIRST
    second = after("scene", "1", IN_GAME)
    left = after("scene", "stop l'histoire", second)
    assert left["portrait_view"] == "story"
    back = after("portrait", "plutôt le jeu", {**left, "portrait_view": None})
    assert scene_on_screen(STORY, back) == scene_on_screen(STORY, second)


@pytest.mark.parametrize(
    ("question", "reached"), [("pictures", "spark_way"), ("scene", "spark_way")]
)
def test_from_the_first_question_of_a_way_one_chooses_again(question, reached) -> None:
    slots = spark.way_opened(spark.WAY_OF[question], {})
    assert interview.reopened_question(interview.step_back(question, slots)) == reached


def test_one_goes_back_picture_by_picture_then_to_the_choice(after, three) -> None:
    slots = after("picture_why", "les couleurs", three)
    back = {**slots, **interview.step_back("picture_why", slots)}
    assert picture_asked(back, DECK) == DECK.pictures[0]
    assert interview.reopened_question(interview.step_back("picture_why", back)) == "pictures"


def test_one_goes_back_scene_by_scene_and_the_last_choice_is_undone(after) -> None:
    slots = after("scene", "2", after("scene", "1", IN_GAME))
    back = {**slots, **interview.step_back("scene", slots)}
    assert len(back["scenes_played"]) == 1 == len(profile_from_slots(back).choices)


def test_pictures_and_the_story_move_the_ranking(after, three) -> None:
    before = rank(WORLD, profile_from_slots({}), 0).order.tolist()
    pictures = rank(WORLD, profile_from_slots(three), 0)
    assert pictures.situation.interests.scores
    ended = to_the_end(after, lambda scene: scene.choices[-1].choice_id)
    story = rank(WORLD, profile_from_slots(ended), 0).order.tolist()
    assert before != pictures.order.tolist() or before != story


def test_pictures_named_while_asking_for_them_come_ticked(after) -> None:
    slots = spark.way_opened("statements", {})
    slots = after("statement", "en fait je préfère les images, 7, 12 et 23", slots)
    assert waits_for(slots) == "pictures"
    assert slots["pictures_chosen"] == [DECK.by_number[n].picture_id for n in (7, 12, 23)]


def test_a_scene_that_has_left_the_story_begins_it_anew() -> None:
    gone = {"scenes_played": [{"scene": "grenier", "choice": "balai"}]}
    assert scene_on_screen(STORY, gone) == FIRST
    assert strengths_shown(STORY, gone) == []
    changed = {"scenes_played": [{"scene": STORY.first_id, "choice": "balai"}]}
    assert scene_on_screen(STORY, changed) == FIRST
