"""What a message does in the story: one acts, passes the scene, or leaves the story."""

from __future__ import annotations

from typing import Any

from bot.orientation import answers
from bot.orientation.evidence import SCENE
from bot.orientation.game import Scene, SceneChoice, scene_evidence
from bot.orientation.near_words import Nameable
from bot.orientation.picture_words import has_nothing_to_say
from bot.orientation.reading_words import EASY
from bot.orientation.spark_words import GAME
from bot.services import spark
from bot.services.common_answers import declines, doubts
from bot.services.questions import Outcome, Reply, Situation
from bot.services.spark_readers import SKIP, change_of_way
from bot.services.story_place import place_after, scene_on_screen

STOP = "stop"


def scene(situation: Situation) -> Outcome | None:
    """What one does in the scene on screen; not understood, it is asked again with its buttons."""
    changed = change_of_way(situation)
    if changed is not None:
        return _with_review(situation, changed)
    here = scene_on_screen(situation.story, situation.slots)
    if here is None or situation.chosen == STOP:
        return _with_review(situation, Outcome(spark.way_left("scene")))
    if situation.chosen == SKIP or _passes(situation):
        return _moved(situation, here, None)
    choice = here.by_id.get(str(situation.chosen)) or _named_choice(here, situation.message.text)
    return _moved(situation, here, choice) if choice else None


def names_a_choice(situation: Situation) -> bool:
    """Whether the words mean one of the choices of the scene on screen."""
    here = scene_on_screen(situation.story, situation.slots)
    return here is not None and _named_choice(here, situation.message.text) is not None


def _passes(situation: Situation) -> bool:
    return declines(situation) or doubts(situation) or has_nothing_to_say(situation.message.text)


def _named_choice(here: Scene, text: str) -> SceneChoice | None:
    """The choice that the words mean: its rank, or its own words more than those of the others."""
    rank = answers.read_rank(text)
    if rank is not None and rank <= len(here.choices):
        return here.choices[rank - 1]
    told = {one.choice_id: " ".join((one.title, one.did, *one.said)) for one in here.choices}
    named = Nameable(told).named_in(text)
    return here.by_id[named] if named else None


def _moved(situation: Situation, here: Scene, choice: SceneChoice | None) -> Outcome:
    """The choice is kept, what follows is told, then the next scene or the ending."""
    choice_id = choice.choice_id if choice else None
    played = [
        *(situation.slots.get("scenes_played") or []),
        {"scene": here.scene_id, "choice": choice_id},
    ]
    pieces = [scene_evidence(here, choice)] if choice else []
    slots = {**spark.with_pieces(situation.slots, pieces), "scenes_played": played, "scene": None}
    replies = (Reply("utter_story_then", {"then": choice.then}),) if choice else ()
    following = place_after(situation.story, here.scene_id, choice_id)
    ending = situation.story.ending_by_id.get(following)
    if ending is None:
        return Outcome(slots, replies)
    text = ending.easy if situation.slots.get("reading") == EASY else ending.text
    closed = Reply("utter_story_ending", {"title": ending.title, "text": text})
    left = Outcome({**slots, **spark.way_left("scene")}, (*replies, closed))
    return _with_review(situation, left)


def _with_review(situation: Situation, left: Outcome) -> Outcome:
    """Out of the story, what one did in it is shown before the portrait."""
    slots: dict[str, Any] = {**situation.slots, **left.slots}
    is_over = slots.get("spark_way") == GAME and slots.get("scene") is not None
    has_acted = any(piece.kind == SCENE for piece in spark.given(slots))
    if not (is_over and has_acted):
        return left
    return Outcome({**left.slots, "portrait_view": spark.STORY}, left.replies)
