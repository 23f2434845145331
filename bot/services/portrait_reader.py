"""What a message does to the portrait: agreed, corrected in words, something taken away."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.orientation import answers
from bot.orientation.evidence import SCENE, Evidence
from bot.orientation.interests import settled
from bot.orientation.labels import listing, quote
from bot.orientation.near_words import Nameable
from bot.orientation.spark_words import wants_to_go_on, wants_to_stop
from bot.orientation.taste_words import Taste, read_tastes, taste_evidence
from bot.orientation.wording import plain
from bot.services import spark
from bot.services.common_answers import as_list, unanswered
from bot.services.questions import DONE, Outcome, Reply, Situation
from bot.services.spark_readers import change_of_way, opened

AGREED, REMOVE, KEEP = "ok", "remove", "keep"
MOST_LEFT_OUT = 2
_TAKES_AWAY = re.compile(r"\b(?:enleve|retire|supprime|oublie|efface)[rsz]?\b")
_EVERYTHING = re.compile(r"\btout(?:es?)?\b")


def portrait(situation: Situation) -> Outcome | None:
    """The portrait is right, wrong in a way that is told, or completed in another way."""
    if situation.slots.get("portrait_view"):
        return _on_the_list(situation)
    if situation.chosen == AGREED:
        return Outcome({"portrait": DONE})
    if situation.chosen == REMOVE:
        return Outcome({"portrait": None, "portrait_view": spark.ALL})
    if situation.chosen in spark.QUESTIONS_OF:
        return opened(situation, str(situation.chosen))
    return change_of_way(situation) or _taken_away(situation) or _in_words(situation)


def _in_words(situation: Situation) -> Outcome | None:
    """A correction comes before the yes or no beside it: "oui mais pas dehors"."""
    text = situation.message.text
    tastes = read_tastes(text)
    if tastes:
        return _corrected(situation, tastes)
    if _TAKES_AWAY.search(plain(text)):
        return Outcome({"portrait": None, "portrait_view": spark.ALL})
    said = answers.read_yes_no(text)
    is_agreed = situation.message.intent == "affirm" or answers.read_done(text)
    is_yes = said or (said is None and is_agreed)
    if is_yes or unanswered(situation) or wants_to_stop(text) or wants_to_go_on(text):
        return Outcome({"portrait": DONE})
    if said is False:
        return Outcome({"portrait": None}, (Reply("utter_portrait_which"),))
    return None


def _corrected(situation: Situation, tastes: Sequence[Taste]) -> Outcome:
    """What the person names counts from now on, and settles what it contradicts."""
    slots = spark.with_pieces(situation.slots, [taste_evidence(taste) for taste in tastes])
    before = settled(spark.given(situation.slots))
    after = {spark.key_of(piece) for piece in settled(spark.given({**situation.slots, **slots}))}
    left_out = [piece for piece in before if spark.key_of(piece) not in after]
    replies = (*_noted(tastes), *_left_out(left_out))
    return Outcome({**slots, "portrait": None, "portrait_view": None}, replies)


def _noted(tastes: Sequence[Taste]) -> list[Reply]:
    """Refusing a setting is wanting its other end, and its name says so ("pas dehors")."""
    refused = [t.name for t in tastes if not t.is_liked and not t.topic.opposite]
    noted = [t.name for t in tastes if t.is_liked or t.topic.opposite]
    found = (("utter_portrait_liked", noted), ("utter_portrait_refused", refused))
    return [Reply(response, {"things": listing(names)}) for response, names in found if names]


def _left_out(pieces: Sequence[Evidence]) -> list[Reply]:
    if not pieces:
        return []
    quoted = listing([quote(piece.text) for piece in pieces[:MOST_LEFT_OUT]])
    return [Reply("utter_portrait_left_out", {"things": quoted})]


def pieces_on_screen(situation_slots: spark.Slots) -> tuple[Evidence, ...]:
    """What may be removed now: all that was given, or what was done in the story."""
    found = spark.given(situation_slots)
    if situation_slots.get("portrait_view") == spark.STORY:
        return tuple(piece for piece in found if piece.kind == SCENE)
    return found


def _on_the_list(situation: Situation) -> Outcome | None:
    """What is unticked is removed; in words, what is named."""
    if situation.chosen is not None and situation.chosen != KEEP:
        kept = as_list(situation.chosen)
        keys = {spark.key_of(piece) for piece in pieces_on_screen(situation.slots)}
        return _without(situation, keys.difference(kept))
    text = situation.message.text
    if situation.chosen == KEEP or answers.read_done(text) or answers.read_yes_no(text):
        return _without(situation, ())
    return change_of_way(situation) or _taken_away(situation, is_asked=True) or _in_words(situation)


def _taken_away(situation: Situation, is_asked: bool = False) -> Outcome | None:
    """ "Enlève le potager", "enlevez tout". is_asked: on the list, the name alone is enough."""
    said = plain(situation.message.text)
    if not said or not (is_asked or _TAKES_AWAY.search(said)):
        return None
    pieces = {spark.key_of(piece): piece.text for piece in pieces_on_screen(situation.slots)}
    rest = _TAKES_AWAY.sub(" ", said)
    if _EVERYTHING.fullmatch(rest.strip()):
        return _without(situation, pieces)
    named = Nameable(pieces).named_in(rest)
    return _without(situation, [named]) if named else None


def _without(situation: Situation, keys: Collection[str]) -> Outcome:
    reply = Reply("utter_portrait_removed" if keys else "utter_portrait_kept")
    slots = spark.without_pieces(situation.slots, keys) if keys else {}
    return Outcome({**slots, "portrait": None, "portrait_view": None}, (reply,))
