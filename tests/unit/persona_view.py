"""What a persona is shown on the bundled catalogue and with the real offers, over several seeds."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache

from bot.adapters import catalogue_files, offer_files
from bot.orientation.catalogue import Catalogue
from bot.orientation.circumstance_answers import read_circumstances
from bot.orientation.counterfactual import why_not
from bot.orientation.counterfactual_sentences import why_not_sentences
from bot.orientation.job import Job
from bot.orientation.matching import rank
from bot.orientation.offer import Offer
from bot.orientation.offer_ranking import lever_offers, ranked_offers
from bot.orientation.person_facts import facts_known
from bot.orientation.profile import Profile
from bot.orientation.unlocking import Unlocked, unlocking
from bot.services.job_cards import Card
from bot.services.propose import Proposal, propose
from bot.settings import ROOT
from tests.personas import PERSONAS, Persona, interviewed

SEEDS = range(5)
DAY = datetime.date(2026, 11, 27)


@cache
def catalogue() -> Catalogue:
    return catalogue_files.read(ROOT / "data" / "catalogue")


@cache
def offers() -> tuple[Offer, ...]:
    return tuple(offer_files.read(ROOT / "data" / "offers"))


@cache
def _told(persona_name: str, seed: int) -> Profile:
    """What the persona has told at the end of the interview."""
    persona = next(one for one in PERSONAS if one.name == persona_name)
    return interviewed(persona, catalogue(), seed)


@cache
def _proposal(persona_name: str, seed: int) -> Proposal:
    return propose(catalogue(), _told(persona_name, seed), seed)


def proposal(persona: Persona, seed: int = 0) -> Proposal:
    return _proposal(persona.name, seed)


def cards(persona: Persona, seed: int = 0) -> tuple[Card, ...]:
    return proposal(persona, seed).cards


def job(card: Card) -> Job:
    return catalogue().job_by_code[card.rome_code]


def all_cards(persona: Persona) -> list[Card]:
    return [card for seed in SEEDS for card in cards(persona, seed)]


def jobs(persona: Persona) -> list[Job]:
    """Every job that the persona is shown, over several conversations."""
    shown = {card.rome_code for card in all_cards(persona)}
    return [catalogue().job_by_code[code] for code in sorted(shown)]


def said(card: Card) -> str:
    """All that the card says, with plain spaces."""
    parts = (card.summary, *card.reasons, *card.cautions, card.travel.sentence, card.training)
    return " ".join(parts).replace("\u00a0", " ")


@cache
def _opened(persona_name: str) -> dict[tuple[str, ...], Unlocked]:
    ranking = rank(catalogue(), _told(persona_name, 0), 0)
    return {one.levers: one for one in unlocking(ranking, 0)}


def opened(persona: Persona) -> dict[tuple[str, ...], Unlocked]:
    """What each lever and pair of levers would open, those that open most first."""
    return _opened(persona.name)


def why(persona: Persona, rome_code: str) -> tuple[str, ...]:
    """Why the persona is not shown a job, in French."""
    ranking = rank(catalogue(), _told(persona.name, 0), 0)
    return why_not_sentences(why_not(ranking, tuple(opened(persona).values()), rome_code))


def verdicts(persona: Persona, lever: str | None = None, **told: object) -> Mapping[str, str]:
    """Offer id -> verdict, best first; of one lever, or of all offers. told: told besides."""
    given = read_circumstances({**persona.circumstances, **told})
    facts = facts_known(persona.profile, given.facts, DAY)
    asked = (offers(), facts, persona.profile.insee_code, DAY, given.not_asked)
    found = lever_offers(*asked)[lever] if lever else ranked_offers(*asked)
    return {one.offer.offer_id: one.eligibility.verdict for one in found}
