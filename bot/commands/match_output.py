"""A proposal, the ways to open more and the reasons of one job, for people or for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from bot.orientation.eligibility_sentences import verdict_words
from bot.services.job_cards import Card, card_as_dict
from bot.services.offers_for_person import offer_as_dict
from bot.services.propose import Proposal
from bot.services.unlock import Way

MOST_OFFERS = 3


def as_json(proposal: Proposal, ways: Sequence[Way], why: Sequence[str]) -> str:
    answer = {
        "cards": [_card_as_dict(card) for card in proposal.cards],
        "removed": proposal.removed,
        "notes": proposal.notes,
        "ways": [_way_as_dict(way) for way in ways],
        "why": why,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def as_text(proposal: Proposal, ways: Sequence[Way], why: Sequence[str]) -> str:
    parts = [
        *("\n".join(_card_lines(card)) for card in proposal.cards),
        "\n".join((*proposal.notes, *proposal.removed)),
        *("\n".join(_way_lines(way)) for way in ways),
        "\n".join(why),
    ]
    return "\n\n".join(part for part in parts if part)


def _card_as_dict(card: Card) -> dict[str, Any]:
    return {**card_as_dict(card), "feasible": card.feasible, "score": round(card.score, 4)}


def _way_as_dict(way: Way) -> dict[str, Any]:
    return {
        "levers": way.levers,
        "is_given": way.is_given,
        "sentences": way.sentences,
        "jobs": [_card_as_dict(card) for card in way.jobs],
        "offers": {
            lever: [offer_as_dict(one) for one in offers] for lever, offers in way.offers.items()
        },
    }


def _card_lines(card: Card) -> Iterator[str]:
    mark = "Déclic : " if card.is_declic else ""
    yield f"{mark}{card.title} ({card.rome_code}, {card.feasible}, {card.score:.2f})"
    yield f"  {card.summary}"
    yield from (f"  + {reason}" for reason in card.reasons)
    yield from (f"  ! {caution}" for caution in card.cautions)
    yield f"  {card.hiring.sentence} Source : {card.hiring.source}."
    yield f"  {card.travel.sentence}"
    yield f"  {card.training}"


def _way_lines(way: Way) -> Iterator[str]:
    yield " ".join(way.sentences)
    for card in way.jobs:
        yield f"  > {card.title} ({card.rome_code}, {card.feasible})"
        yield from (f"      {line}" for line in card.travel.changes)
    for offers in way.offers.values():
        for one in offers[:MOST_OFFERS]:
            state = verdict_words(one.eligibility.verdict).lower()
            yield f"  * {one.published.name} ({one.offer.offer_id}) : {state}"
    if not way.is_given:
        yield "  Je ne connais pas d'aide pour cela près de chez vous."
