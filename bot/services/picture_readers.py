"""What a message does at the pictures: which ones are chosen, then what speaks to the person."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from bot.orientation import answers
from bot.orientation.evidence import PICTURE
from bot.orientation.labels import listing
from bot.orientation.picture_words import (
    PicturesSaid,
    has_nothing_to_say,
    passes_all,
    quotable,
    read_pictures,
    rejects,
)
from bot.orientation.pictures import LEAST, MOST, Deck, Picture, picture_evidence
from bot.services import spark
from bot.services.common_answers import as_list, declines, doubts
from bot.services.questions import DECLINED, DONE, UNKNOWN, Outcome, Reply, Situation
from bot.services.spark_readers import SKIP, change_of_way

SKIP_ALL, REMOVE = "skip_all", "remove"


def pictures(situation: Situation) -> Outcome | None:
    """LEAST to MOST pictures, ticked or said; what is said too few or too many is kept."""
    chosen = situation.chosen
    if chosen in (SKIP, UNKNOWN, DECLINED):
        return Outcome(spark.way_left("pictures"))
    if chosen is not None:
        return _settled(situation, _known(situation.deck, as_list(chosen)))
    return change_of_way(situation) or _in_words(situation)


def _in_words(situation: Situation) -> Outcome | None:
    said, text = read_pictures(situation.message.text, situation.deck), situation.message.text
    if said.chosen or said.removed:
        return _settled(situation, _selection(situation, said), said.unknown)
    if said.unknown:
        return Outcome({"pictures": None}, (_unknown(situation.deck, said.unknown),))
    chosen = chosen_pictures(situation.slots, situation.deck)
    if chosen and (answers.read_done(text) or answers.read_yes_no(text)):
        return _settled(situation, [one.picture_id for one in chosen])
    if declines(situation) or doubts(situation) or has_nothing_to_say(text):
        return Outcome(spark.way_left("pictures"))
    return _settled(situation, []) if answers.read_yes_no(text) is False else None


def _selection(situation: Situation, said: PicturesSaid) -> list[str]:
    """What is said completes too few pictures, and picks among too many; else it replaces."""
    now = [one.picture_id for one in chosen_pictures(situation.slots, situation.deck)]
    if said.removed:
        now = [one for one in now if one not in said.removed]
        return [*now, *(one for one in said.chosen if one not in now)]
    if len(now) > MOST and set(said.chosen) <= set(now):
        return list(said.chosen)
    is_complete = LEAST <= len(now) <= MOST and len(said.chosen) >= LEAST
    return list(dict.fromkeys((*([] if is_complete else now), *said.chosen)))


def _settled(situation: Situation, ids: Sequence[str], unknown: Sequence[int] = ()) -> Outcome:
    """The choice is kept; it is asked again while it is not LEAST to MOST pictures."""
    replies = [_unknown(situation.deck, unknown)] if unknown else []
    if ids and len(ids) < LEAST:
        replies.append(_count("utter_pictures_too_few", len(ids), LEAST - len(ids)))
    if len(ids) > MOST:
        replies.append(_count("utter_pictures_too_many", len(ids), len(ids) - MOST))
    if replies:
        return Outcome({"pictures": None, "pictures_chosen": list(ids)}, tuple(replies))
    return Outcome(_chosen(situation, ids))


def _chosen(situation: Situation, ids: Sequence[str]) -> dict[str, Any]:
    """The pictures of this choice are evidence at once, those of the one before no more."""
    slots = situation.slots
    gone = {f"{PICTURE}:{one}" for one in _chosen_before(slots) if one not in ids}
    kept = {**slots, **spark.without_pieces(slots, gone)}
    known = {piece.source_id for piece in spark.given(kept) if piece.kind == PICTURE}
    new = [situation.deck.by_id[one] for one in ids if one not in known]
    told = [one for one in slots.get("pictures_told") or [] if one in ids]
    return {
        **spark.with_pieces(kept, [picture_evidence(one, None) for one in new]),
        "pictures": DONE,
        "pictures_chosen": list(ids),
        "pictures_told": told,
        "picture_why": DONE if len(told) == len(ids) else None,
        "portrait": None,
    }


def _chosen_before(slots: spark.Slots) -> list[str]:
    return [piece.source_id for piece in spark.given(slots) if piece.kind == PICTURE]


def _known(deck: Deck, ids: Collection[str]) -> list[str]:
    return [one for one in ids if one in deck.by_id]


def _unknown(deck: Deck, numbers: Sequence[int]) -> Reply:
    facts = {"numbers": listing([str(one) for one in numbers]), "last": max(deck.by_number)}
    return Reply("utter_picture_unknown", facts)


def _count(response: str, count: int, difference: int) -> Reply:
    return Reply(response, {"count": count, "difference": difference})


def chosen_pictures(slots: spark.Slots, deck: Deck) -> list[Picture]:
    """The pictures chosen so far, in order; one that left the deck is passed over."""
    return [deck.by_id[one] for one in slots.get("pictures_chosen") or [] if one in deck.by_id]


def picture_asked(slots: spark.Slots, deck: Deck) -> Picture | None:
    """The chosen picture to speak about now; None when all were."""
    told = slots.get("pictures_told") or []
    return next((one for one in chosen_pictures(slots, deck) if one.picture_id not in told), None)


def picture_why(situation: Situation) -> Outcome | None:
    """What speaks to the person in a picture they chose; all that they write is an answer."""
    picture = picture_asked(situation.slots, situation.deck)
    if picture is None or situation.chosen == SKIP_ALL:
        return _all_told(situation)
    if situation.chosen == SKIP:
        return _told(situation, picture, None)
    if situation.chosen == REMOVE:
        return _removed(situation, picture)
    if situation.chosen is not None:
        return None
    return change_of_way(situation) or _words_on(situation, picture)


def _words_on(situation: Situation, picture: Picture) -> Outcome | None:
    text = situation.message.text
    if passes_all(text):
        return _all_told(situation)
    if rejects(text):
        return _removed(situation, picture)
    if has_nothing_to_say(text) or declines(situation) or doubts(situation):
        return _told(situation, picture, None)
    return _told(situation, picture, quotable(text)) if any(map(str.isalpha, text)) else None


def _told(situation: Situation, picture: Picture, words: str | None) -> Outcome:
    """The picture counts, with the words if any, and the next one is asked about."""
    pieces = spark.with_pieces(situation.slots, [picture_evidence(picture, words)])
    told = [*(situation.slots.get("pictures_told") or []), picture.picture_id]
    return Outcome(_next(situation, {**pieces, "pictures_told": told}))


def _removed(situation: Situation, picture: Picture) -> Outcome:
    gone = spark.without_pieces(situation.slots, {f"{PICTURE}:{picture.picture_id}"})
    reply = Reply("utter_picture_removed", {"picture": picture.name})
    return Outcome(_next(situation, gone), (reply,))


def _all_told(situation: Situation) -> Outcome:
    chosen = chosen_pictures(situation.slots, situation.deck)
    told = {"pictures_told": [one.picture_id for one in chosen]}
    return Outcome({**told, **spark.way_left("picture_why")})


def _next(situation: Situation, slots: dict[str, Any]) -> dict[str, Any]:
    following = picture_asked({**situation.slots, **slots}, situation.deck)
    return {**slots, **({"picture_why": None} if following else spark.way_left("picture_why"))}
