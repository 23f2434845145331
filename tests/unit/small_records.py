"""Stories as they were played, made without Rasa: the list of a persona over a catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.orientation.catalogue import Catalogue
from bot.orientation.matching import rank
from bot.orientation.profile import Profile
from bot.replay.looking import ranked_of
from bot.replay.ranked import OfferSeen, OffersSeen, Ranked
from bot.replay.record import StoryRecord, Trace, TurnRecord
from bot.services.job_cards import cards_as_dicts
from bot.services.propose import propose

SEED = 7


def text(words: str, *titles: str) -> dict[str, Any]:
    buttons = [{"title": title, "choice": title} for title in titles]
    return {"type": "text", "text": words, "buttons": buttons}


def said(
    words: str, answer: str = "C’est noté.", question: str | None = None, **more: Any
) -> TurnRecord:
    trace = Trace(question=question, intent=more.pop("intent", "answer"))
    return TurnRecord(said=words, messages=[text(answer)], trace=trace, **more)


WELCOME = TurnRecord(messages=[text("Bonjour.", "C’est parti")])


def listed(catalogue: Catalogue, profile: Profile) -> TurnRecord:
    """The turn that shows the list of a person."""
    proposal = propose(catalogue, profile, SEED)
    codes = tuple(card.rome_code for card in proposal.cards)
    declics = tuple(card.rome_code for card in proposal.cards if card.is_declic)
    ranked: Ranked = ranked_of(rank(catalogue, profile, SEED), codes, declics)
    cards = {"type": "cards", "cards": [*map(_as_shown, cards_as_dicts(proposal.cards))]}
    return TurnRecord(said="tout me va", messages=[text("Voilà !"), cards], ranked=ranked)


def _as_shown(card: dict[str, Any]) -> dict[str, Any]:
    """As the web app gives it out: buttons without their payload."""
    buttons = [{"title": one["title"], "choice": one["title"]} for one in card["buttons"]]
    return {**card, "buttons": buttons}


def record(turns: Sequence[TurnRecord], name: str = "nadia", who: str = "Nadia, 34 ans, de Bourgoin.") -> StoryRecord:  # fmt: skip # noqa: E501
    return StoryRecord(
        name, f"Histoire {name}", "test", f"{name}.yml", "2026-11-27", 1, who, [*turns]
    )


def with_projects(catalogue: Catalogue, fap_code: str, basin_code: str, count: int) -> Catalogue:
    """The same facts, but for one hiring figure; 0 removes it."""
    kept = [r for r in catalogue.demand if (r.fap_code, r.basin_code) != (fap_code, basin_code)]
    found = [r for r in catalogue.demand if (r.fap_code, r.basin_code) == (fap_code, basin_code)]
    changed = [replace(row, projects=count) for row in found if count]
    return replace(catalogue, demand=(*kept, *changed))


def offers(shown: str, **states: str) -> OffersSeen:
    seen = tuple(OfferSeen(code, f"Aide {code}", state, "Rien.") for code, state in states.items())
    return OffersSeen(tuple(shown.split()), seen)
