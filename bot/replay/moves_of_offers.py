"""Which offers left, came or changed state in a turn, and what decides it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from bot.orientation import dates
from bot.replay.kept_in_french import root_sentence
from bot.replay.move import OFFER_IN, OFFER_OUT, OFFER_STATE, OFFER_WORDS, Move
from bot.replay.ranked import OfferSeen, OffersSeen
from bot.replay.record import TurnRecord

STATES = {
    "open": "ouverte",
    "check": "à vérifier",
    "closed": "non ouverte",
    "elsewhere": "prévue ailleurs",
    "ended": "terminée",
    "suspended": "suspendue",
    "hidden": "sans source sûre",
}
GONE = "Elle n’est plus dans les aides de cette installation."
NEW = "Elle est nouvelle parmi les aides."
ENDED, SUSPENDED = "Elle est dite terminée", "Elle est dite suspendue."
UNSURE = "Elle n’a plus de source sûre."
NOT_KEPT = "Les aides n’ont pas été gardées à cette étape : la raison n’est pas connue."
OF_THE_OFFER = (GONE, NEW, ENDED, SUSPENDED, UNSURE, NOT_KEPT)
"""Reasons that do not depend on what the person said."""


def offer_moves(was: TurnRecord, now: TurnRecord, root: str | None) -> Iterator[Move]:
    """Nothing when neither turn shows any."""
    before, after = _shown(was.offers), _shown(now.offers)
    for offer_id, seen in before.items():
        if offer_id not in after:
            other = now.offers.by_id.get(offer_id) if now.offers else None
            why = _why(seen, other) if now.offers else NOT_KEPT
            note = _note(why, root)
            yield Move(OFFER_OUT, seen.name, STATES[seen.state], None, why, "offer", offer_id, note)
    for offer_id, seen in after.items():
        if offer_id in before:
            if before[offer_id].state != seen.state:
                yield _state(before[offer_id], seen, root)
            continue
        other = was.offers.by_id.get(offer_id) if was.offers else None
        why = _why_back(other, seen) if was.offers else NOT_KEPT
        note = _note(why, root)
        yield Move(OFFER_IN, seen.name, None, STATES[seen.state], why, "offer", offer_id, note)
    yield from _words(was, now)


def _words(was: TurnRecord, now: TurnRecord) -> Iterator[Move]:
    """The lines of a small card that both show."""
    before = _items(was)
    for title, lines in _items(now).items():
        if before.get(title, lines) != lines:
            yield Move(OFFER_WORDS, title, before[title], lines)


def _items(turn: TurnRecord) -> Mapping[str, str]:
    """Title -> lines and caution of the small cards of a turn."""
    items: list[dict[str, Any]] = [
        item for message in turn.messages for item in message.get("items") or ()
        if message["type"] == "places"
    ]  # fmt: skip
    return {one["title"]: _lines(one) for one in items}


def _lines(item: Mapping[str, Any]) -> str:
    told = [*item["lines"], item.get("notice"), item.get("url")]
    return " / ".join(line for line in told if line)


def _shown(offers: OffersSeen | None) -> dict[str, OfferSeen]:
    if offers is None:
        return {}
    return {offer_id: offers.by_id[offer_id] for offer_id in offers.shown}


def _state(was: OfferSeen, now: OfferSeen, root: str | None) -> Move:
    why = _why(was, now)
    before, after = STATES[was.state], STATES[now.state]
    note = _note(why, root)
    return Move(OFFER_STATE, now.name, before, after, why, "offer", now.offer_id, note)


def _why(was: OfferSeen, now: OfferSeen | None) -> str:
    """Why an offer is less open than it was."""
    if now is None:
        return GONE
    if now.state == "ended":
        since = f" depuis le {_day(now.since)}" if now.since else ""
        return f"{ENDED}{since}."
    if now.state == "suspended":
        return SUSPENDED
    if now.state == "hidden":
        return UNSURE
    if now.state == "elsewhere":
        return "Elle n’est plus prévue pour cette commune."
    if now.state != was.state or now.why != was.why:
        return f"Ce qui décide maintenant : {now.why or 'rien de plus'}"
    return "Son état n’a pas changé : d’autres aides passent devant."


def _why_back(was: OfferSeen | None, now: OfferSeen) -> str:
    """Why an offer is shown that was not."""
    if was is None:
        return NEW
    if was.state != now.state:
        return f"Elle était {STATES[was.state]}."
    return "Son état n’a pas changé : d’autres aides ne sont plus devant."


def _note(why: str, root: str | None) -> str:
    """Nothing when what was kept of the person has no part in it."""
    return "" if root is None or why.startswith(OF_THE_OFFER) else root_sentence(root)


def _day(written: str) -> str:
    """ "2026-03-31" -> "31 mars 2026"; a month or a year stays as it is written."""
    try:
        return dates.day(datetime.date.fromisoformat(written))
    except ValueError:
        return written
