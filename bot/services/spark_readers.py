"""What a message does at the questions on tastes: a way taken or left, a statement."""

from __future__ import annotations

from typing import Any

from bot.orientation import answers
from bot.orientation.list_answers import ranked
from bot.orientation.picture_words import read_pictures
from bot.orientation.spark_words import (
    GAME,
    PICTURES,
    STATEMENTS,
    WAYS,
    read_way,
    takes_any_way,
    takes_no_way,
    wants_another_way,
    wants_to_stop,
)
from bot.services import spark
from bot.services.common_answers import declines, unanswered
from bot.services.questions import UNKNOWN, Outcome, Reply, Situation
from bot.services.story_place import scene_on_screen
from bot.services.what_to_ask import statement_on_screen

SKIP = "skip"
EASIEST = PICTURES
"""The way taken for who has no preference: the first shown, with the least to read."""


def spark_way(situation: Situation) -> Outcome | None:
    """Which way to tell what one likes; all of it may be passed over."""
    chosen = situation.chosen
    if chosen in spark.QUESTIONS_OF:
        return opened(situation, str(chosen))
    text = situation.message.text
    if chosen == SKIP or declines(situation) or wants_to_stop(text) or takes_no_way(text):
        return Outcome(spark.all_passed())
    way = read_way(text, is_asked=True) or ranked(text, WAYS)
    if way is None and takes_any_way(text):
        way = EASIEST
    return opened(situation, way) if way else None


def change_of_way(situation: Situation) -> Outcome | None:
    """Another way, the choice of ways, or the end of this one, asked for in the middle of it."""
    text = situation.message.text
    if wants_another_way(text):
        return Outcome(spark.menu_again(situation.slots))
    if situation.question in spark.WAY_OF and wants_to_stop(text):
        return Outcome(spark.way_left(situation.question))
    way = read_way(text)
    if way is None or way == spark.WAY_OF.get(situation.question):
        return None
    return opened(situation, way)


def opened(situation: Situation, way: str) -> Outcome:
    """The questions of the way; statements may be all answered, a story that ended begins anew.

    Pictures named in the same message come ticked ("plutôt les images, 7, 12 et 23").
    """
    slots = spark.way_opened(way, situation.slots)
    named = read_pictures(situation.message.text, situation.deck).chosen if way == PICTURES else ()
    if named:
        slots["pictures_chosen"] = list(named)
    if way == GAME and scene_on_screen(situation.story, situation.slots) is None:
        slots["scenes_played"] = []
    if way == STATEMENTS and _statement_to_ask(situation, slots) is None:
        ended = {**slots, **spark.way_left("statement")}
        return Outcome(ended, (Reply("utter_statements_all_answered"),))
    return Outcome(slots)


def statement(situation: Situation) -> Outcome | None:
    """An opinion on the statement on screen, or the end of the statements."""
    changed = change_of_way(situation)
    if changed is not None:
        return changed
    asked = statement_on_screen(situation.understanding.catalogue, situation.slots, situation.seed)
    if asked is None or situation.message.intent == "resume":
        return Outcome(spark.way_left("statement"))
    if situation.chosen == SKIP:
        return Outcome(spark.way_left("statement"))
    is_answered, agreement = _agreement(situation)
    return _answered(situation, asked.statement_id, agreement) if is_answered else None


def _answered(situation: Situation, statement_id: str, agreement: float | None) -> Outcome:
    """The opinion is kept and the next statement chosen, or the portrait."""
    told = {**(situation.slots.get("statements") or {}), statement_id: agreement}
    slots = {"statements": told, "statement_asked": None}
    following = _statement_to_ask(situation, slots)
    if following is None:
        return Outcome({**slots, **spark.way_left("statement")})
    return Outcome({**slots, "statement_asked": following, "statement": None})


def _agreement(situation: Situation) -> tuple[bool, float | None]:
    """(whether there is an answer, the agreement); None: no opinion."""
    chosen = situation.chosen
    if chosen == UNKNOWN or unanswered(situation) or situation.message.intent == "dont_know":
        return True, None
    if chosen is not None:
        return True, float(chosen)
    agreement = answers.read_agreement(situation.message.text)
    return agreement is not None, agreement


def _statement_to_ask(situation: Situation, changed: dict[str, Any]) -> str | None:
    slots = {**situation.slots, **changed}
    following = statement_on_screen(situation.understanding.catalogue, slots, situation.seed)
    return following.statement_id if following else None
