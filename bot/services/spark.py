"""What the conversation keeps of tastes, and how one moves between the three ways to tell them.

`spark_way` is the way taken last: PICTURES, GAME, STATEMENTS, or SKIPPED. Each way has questions of
its own, SKIPPED while another one is taken; what they gave is kept in `statements` (id ->
agreement) and `choices` (as profile_json.read_choices reads them). `portrait` closes the subject;
`portrait_view` says which list is on screen to remove things from, if any.
`pictures_chosen` are ids, in the order chosen; `pictures_told` those whose why was asked;
`scenes_played` the scenes with the choice made in each, None when it was passed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from bot.orientation.evidence import PICTURE, SCENE, STATEMENT, Evidence
from bot.orientation.interests import interest_profile, settled
from bot.orientation.portrait import Portrait, portrait_of
from bot.orientation.spark_words import GAME, PICTURES, STATEMENTS
from bot.orientation.statements import statement_evidence
from bot.services.profile_json import choice_as_json, read_choices
from bot.services.questions import DONE, SKIPPED

QUESTIONS_OF: Mapping[str, tuple[str, ...]] = {
    PICTURES: ("pictures", "picture_why"),
    GAME: ("scene",),
    STATEMENTS: ("statement",),
}
WAY_OF = {question: way for way, questions in QUESTIONS_OF.items() for question in questions}
ALL, STORY = "all", "story"
"""What may be removed on screen: everything, or what one has just done in the story."""

Slots = Mapping[str, Any]


def way_opened(way: str, slots: Slots) -> dict[str, Any]:
    """Slots that ask the questions of this way next; those of the others wait, or stay answered."""
    opened: dict[str, Any] = {"spark_way": way, "portrait": None, "portrait_view": None}
    for question, owner in WAY_OF.items():
        opened[question] = None if owner == way else slots.get(question) or SKIPPED
    return opened


def way_left(question: str) -> dict[str, Any]:
    """Slots that end the way of this question and show the portrait."""
    return {**dict.fromkeys(QUESTIONS_OF[WAY_OF[question]], DONE), "portrait": None}


def all_passed() -> dict[str, Any]:
    """Slots of who would rather not speak of tastes now."""
    return {**dict.fromkeys(("spark_way", *WAY_OF), SKIPPED), "portrait": DONE}


def menu_again(slots: Slots) -> dict[str, Any]:
    """Slots that ask which way again; nothing that was given is lost."""
    waiting = {question: slots.get(question) or SKIPPED for question in WAY_OF}
    return {**waiting, "spark_way": None, "portrait": None, "portrait_view": None}


def given(slots: Slots) -> tuple[Evidence, ...]:
    """All that the person gave, as they gave it, in the order of the list shown to them."""
    agreements = {
        name: None if value is None else float(value)
        for name, value in (slots.get("statements") or {}).items()
    }
    return read_choices("choices", slots.get("choices") or []) + statement_evidence(agreements)


def portrait_from(slots: Slots) -> Portrait:
    """What was understood of all that the person gave."""
    evidence = settled(given(slots))
    return portrait_of(evidence, interest_profile(evidence))


def key_of(piece: Evidence) -> str:
    """How a piece is named in a list on screen."""
    return f"{piece.kind}:{piece.source_id}"


def with_pieces(slots: Slots, pieces: Collection[Evidence]) -> dict[str, Any]:
    """`choices` with these pieces, each in the place of the one it replaces."""
    kept = {(one["kind"], one["source_id"]): one for one in slots.get("choices") or []}
    kept |= {(one.kind, one.source_id): choice_as_json(one) for one in pieces}
    return {"choices": list(kept.values())}


def without_pieces(slots: Slots, keys: Collection[str]) -> dict[str, Any]:
    """The slots without these pieces; a statement taken back is as one without an opinion."""
    choices = [
        one for one in slots.get("choices") or [] if f"{one['kind']}:{one['source_id']}" not in keys
    ]
    statements = {
        name: None if f"{STATEMENT}:{name}" in keys else agreement
        for name, agreement in (slots.get("statements") or {}).items()
    }
    pictures = [one for one in slots.get("pictures_chosen") or [] if f"{PICTURE}:{one}" not in keys]
    return {"choices": choices, "statements": statements, "pictures_chosen": pictures}


def step_back(question: str, slots: Slots) -> dict[str, Any]:
    """Slots that bring the person back by one answer on tastes; empty: to the question before.

    From the first question of a way, one chooses the way again.
    """
    if question == "spark_way":
        return {}
    if question == "portrait":
        return _back_from_portrait(slots)
    return _back_within(question, slots) or menu_again(slots)


def _back_from_portrait(slots: Slots) -> dict[str, Any]:
    """Out of the list, else to the last answer of the way taken last."""
    if slots.get("portrait_view") == ALL:
        return {"portrait_view": None, "portrait": None}
    question = QUESTIONS_OF.get(slots.get("spark_way") or "", ("spark_way",))[-1]
    return _back_within(question, slots) or menu_again(slots)


def _back_within(question: str, slots: Slots) -> dict[str, Any]:
    """The last answer of a way is taken back and waits, the very same one; empty: there is none."""
    if question == "statement":
        return _last_statement_again(slots)
    if question == "scene":
        return _last_scene_again(slots)
    return _last_picture_again(slots) if question == "picture_why" else {}


def _last_picture_again(slots: Slots) -> dict[str, Any]:
    """The picture last told about, or the choice of pictures."""
    told = slots.get("pictures_told") or []
    if told:
        return {"picture_why": None, "pictures_told": told[:-1], "portrait": None}
    return {"pictures": None, "picture_why": None, "portrait": None}


def _last_scene_again(slots: Slots) -> dict[str, Any]:
    played = slots.get("scenes_played") or []
    if not played:
        return {}
    gone = without_pieces(slots, {f"{SCENE}:{played[-1]['scene']}"})
    again = {"scene": None, "scenes_played": played[:-1], "portrait": None, "portrait_view": None}
    return {**gone, **again}


def _last_statement_again(slots: Slots) -> dict[str, Any]:
    told = dict(slots.get("statements") or {})
    if not told:
        return {}
    last = told.popitem()[0]
    return {"statements": told, "statement": None, "statement_asked": last, "portrait": None}


def portrait_again(slots: Slots) -> dict[str, Any]:
    """Slots that show the portrait again, or the ways to who had passed them over."""
    if slots.get("spark_way") == SKIPPED:
        return menu_again(slots)
    return {"portrait": None, "portrait_view": None}
