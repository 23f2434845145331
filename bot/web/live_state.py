"""What one screen of a conversation is told of the other: always the whole, so that a screen that
missed something is right again with the next telling."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.adapters.sql.live import ADVISOR, OPEN, PERSON, Companion, Snapshot
from bot.adapters.sql.recording_requests import Asker
from bot.services import accompanying, recording
from bot.web.conversations import ERASURE

State = dict[str, Any]


def state_of(snapshot: Snapshot, seat: str, at: datetime) -> State:
    """All that a screen of the seat shows beside the turns, at a moment (UTC)."""
    last = snapshot.last
    other = ADVISOR if seat == PERSON else PERSON
    is_proposed = _is_on_offer(snapshot)
    refused = snapshot.proposal and snapshot.proposal.get("refused") and is_proposed
    return {
        "version": snapshot.version,
        "last_turn": last.number - 1 if last.is_pending else last.number,
        "pending": _pending(snapshot),
        "seat": seat,
        "advisor": advisor_of(snapshot.companion, _is_in(snapshot.here_until, ADVISOR, at)),
        "recording": _recording(snapshot.recording) if seat == PERSON else None,
        "person_is_here": _is_in(snapshot.here_until, PERSON, at),
        "typing": other if _is_in(snapshot.typing_until, other, at) else None,
        "asked": {"text": snapshot.asked} if _is_asked(snapshot) else None,
        "proposal": _proposal(snapshot.proposal) if is_proposed and not refused else None,
        "refused": bool(refused),
        "paused": snapshot.is_paused,
        "confirmed": list(snapshot.confirmed),
    }


def changes_at(snapshot: Snapshot, at: datetime) -> datetime | None:
    """When the state changes by itself, after a moment (UTC); None: it does not."""
    moments = (*snapshot.typing_until.values(), *snapshot.here_until.values())
    return min((moment for moment in moments if moment and moment > at), default=None)


def is_held(snapshot: Snapshot, token_hash: str) -> bool:
    """Whether a token still opens the conversation; a seat's, while its accompaniment is open."""
    if token_hash not in snapshot.holders:
        return False
    accompaniment_id, companion = snapshot.holders[token_hash], snapshot.companion
    if accompaniment_id is None:
        return True
    if companion is None or companion.state != OPEN:
        return False
    return companion.accompaniment_id == accompaniment_id


def _pending(snapshot: Snapshot) -> State | None:
    last = snapshot.last
    if not last.is_pending or last.message_id == ERASURE:
        return None
    return {"you": last.you, "author": ADVISOR if last.author else None}


def advisor_of(companion: Companion | None, is_here: bool = False) -> State | None:
    """notice: what the person has to be told, as long as they have not agreed to it."""
    if companion is None:
        return None
    is_agreed = companion.agreed_version == accompanying.VERSION
    words = accompanying.notice(companion.name, companion.org, companion.is_started)
    notice = {"id": companion.accompaniment_id, **words}
    return {
        "name": companion.name,
        "org": companion.org,
        "state": companion.state,
        "is_here": is_here,
        "agreed": is_agreed,
        "notice": None if is_agreed else notice,
    }


def _recording(asker: Asker | None) -> State | None:
    """Who asks the person for a copy of the conversation, and what is to be read first."""
    if asker is None:
        return None
    notice = {"id": asker.request_id, **recording.notice(asker.name, asker.org)}
    return {"name": asker.name, "org": asker.org, "notice": notice}


def _is_in(until: Mapping[str, datetime | None], seat: str, at: datetime) -> bool:
    moment = until[seat]
    return moment is not None and moment > at


def _is_asked(snapshot: Snapshot) -> bool:
    """Not while the person's answer to it is on its way."""
    last = snapshot.last
    is_being_answered = last.is_pending and last.author is None
    return snapshot.asked is not None and not is_being_answered


def _is_on_offer(snapshot: Snapshot) -> bool:
    """A proposal is for one moment: the turn after which it was made, and no other."""
    last, proposal = snapshot.last, snapshot.proposal
    return proposal is not None and not last.is_pending and proposal["turn"] == last.number


def _proposal(proposal: Mapping[str, Any] | None) -> State | None:
    return {"id": proposal["id"], "title": proposal["title"]} if proposal else None
