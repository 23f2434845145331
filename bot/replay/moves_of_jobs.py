"""Which jobs left, came or moved in a turn, and which figures of a card are others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from bot.replay.cause_words import cause_sentence
from bot.replay.causes import NOTHING, UNTOLD_RANKING, Cause, why_came, why_left, why_moved
from bot.replay.kept_in_french import root_sentence
from bot.replay.move import DECLIC, JOB_FACT, JOB_IN, JOB_MOVED, JOB_OUT, Move
from bot.replay.record import StoryRecord, TurnRecord

Card = Mapping[str, Any]
Titles = Mapping[str, str]
PARTS = {"hiring": "embauches", "travel": "trajet", "training": "formation"}


def titles_of(records: Iterable[StoryRecord]) -> Titles:
    """ROME code -> the title on its cards, the newest first."""
    return {
        card["rome_code"]: card["title"]
        for record in records
        for turn in record.turns
        for card in cards_of(turn)
    }


def cards_of(turn: TurnRecord) -> list[Card]:
    """The job cards of a turn, in their order."""
    return [card for message in turn.messages for card in message.get("cards") or ()]


def job_moves(was: TurnRecord, now: TurnRecord, titles: Titles, root: str | None) -> Iterator[Move]:
    """root: a fact of the person that was kept otherwise, from which the rest may follow."""
    before = {card["rome_code"]: card for card in cards_of(was)}
    after = {card["rome_code"]: card for card in cards_of(now)}
    left = [code for code in before if code not in after]
    came = [code for code in after if code not in before]
    places = {code: place for place, code in enumerate(before, 1)}
    for code in left:
        cause = why_left(was.ranked, now.ranked, code, came)
        yield _job(JOB_OUT, before[code], _place(places[code]), None, cause, titles, root)
    for place, code in enumerate(after, 1):
        if code in came:
            cause = why_came(was.ranked, now.ranked, code, left)
            yield _job(JOB_IN, after[code], None, _place(place), cause, titles, root)
            continue
        old, new = _order(before, after).index(code), _order(after, before).index(code)
        if old != new:
            cause = why_moved(was.ranked, now.ranked, code, has_risen=new < old)
            then = _place(places[code])
            yield _job(JOB_MOVED, after[code], then, _place(place), cause, titles, root)
        yield from _card_moves(before[code], after[code])


def _order(cards: Mapping[str, Card], others: Mapping[str, Card]) -> list[str]:
    """Those of the cards that the other list has too: a job that left moves none of the rest."""
    return [code for code in cards if code in others]


def _place(place: int) -> str:
    return "1ʳᵉ place" if place == 1 else f"{place}ᵉ place"


def _job(
    kind: str, card: Card, before: str | None, after: str | None, cause: Cause, titles: Titles,
    root: str | None,
) -> Move:  # fmt: skip
    why = cause_sentence(cause, titles)
    note = root_sentence(root) if root is not None and cause.factor != UNTOLD_RANKING else ""
    if note and cause.factor == NOTHING:
        why = ""
    return Move(kind, card["title"], before, after, why, cause.factor, card["rome_code"], note)


def _card_moves(was: Card, now: Card) -> Iterator[Move]:
    """A figure or a sentence of a card that both show. Reasons and cautions are words."""
    title, code = now["title"], now["rome_code"]
    for part, name in PARTS.items():
        before, after = was[part]["sentence"], now[part]["sentence"]
        if before != after:
            yield Move(JOB_FACT, f"{title} : {name}", before, after, factor=part, code=code)
    for part, name in (("reasons", "raisons"), ("cautions", "points d’attention")):
        before, after = _lines(was[part], now[part]), _lines(now[part], was[part])
        if before or after:
            yield Move(JOB_FACT, f"{title} : {name}", before, after, factor=part, code=code)
    if was["is_declic"] != now["is_declic"]:
        names = {True: "un déclic", False: "un métier de la liste"}
        yield Move(DECLIC, title, names[was["is_declic"]], names[now["is_declic"]], code=code)


def _lines(sentences: Iterable[str], others: Collection[str]) -> str | None:
    """Those that the others lack: their order tells nothing."""
    return " / ".join(one for one in sentences if one not in others) or None
