"""What the twelve people read on their cards, in both ways of writing, on the bundled catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from statistics import fmean

import pytest

from bot.orientation.circumstance_answers import read_circumstances
from bot.orientation.readability import longest_line, longest_sentence, reading_ease
from bot.services.aids_for_levers import Aids, aids_for
from bot.services.explain import explain_job
from bot.services.job_cards import Card, Hiring
from bot.services.propose import Proposal, propose
from bot.services.unlock import Person, Way, ways
from tests.personas import PERSONAS, Persona
from tests.unit.persona_view import DAY, catalogue, offers

MOST_WORDS, MOST_EASY_WORDS = 15, 10
NAMED = re.compile(r"Emplois|[A-ZÉ][\w'’-]+(?: [A-ZÉ][\w'’-]+)+")
"""Names of services, aids and places, of several capitals; they are not ours to shorten."""

people = pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.name)


BY_NAME = {persona.name: persona for persona in PERSONAS}


@cache
def proposed(name: str, easy: bool) -> Proposal:
    return propose(catalogue(), BY_NAME[name].profile, 1, easy=easy)


@cache
def opened(name: str, easy: bool) -> tuple[Way, ...]:
    return ways(catalogue(), offers(), _person(BY_NAME[name], easy), most=2)


def aids(persona: Persona, easy: bool) -> Aids:
    return aids_for(offers(), _person(persona, easy), ["licence", "childcare"])


def _person(persona: Persona, easy: bool) -> Person:
    return Person(persona.profile, read_circumstances(persona.circumstances), DAY, 1, easy)


def told_on(card: Card) -> Iterator[str]:
    """What a card says, but its summary, which tells the job, and what is quoted."""
    yield from (*card.reasons, *card.cautions, card.training, card.first_step)
    yield from (card.hiring.sentence, card.travel.sentence, *card.travel.changes)


def told_to(persona: Persona, easy: bool) -> Iterator[str]:
    proposal = proposed(persona.name, easy)
    yield from (*proposal.removed, *proposal.notes, *proposal.changes)
    for card in proposal.cards:
        yield from told_on(card)
    for way in opened(persona.name, easy):
        yield from way.sentences
    shown = [card.rome_code for card in proposal.cards]
    for code in (shown[0], "J1506", "K1304"):
        yield from explain_job(catalogue(), persona.profile, code, 1, shown, easy=easy)


@people
def test_sentences_keep_to_fifteen_words_and_easy_lines_to_ten(persona: Persona) -> None:
    told = set(told_to(persona, easy=False))
    assert [text for text in told if longest_sentence(text) > MOST_WORDS] == []
    simple = set(told_to(persona, easy=True))
    assert [text for text in simple if longest_line(text) > MOST_EASY_WORDS] == []


@people
def test_both_ways_show_the_same_jobs_figures_and_sources(persona: Persona) -> None:
    usual, easy = proposed(persona.name, False).cards, proposed(persona.name, True).cards
    for one, other in zip(usual, easy, strict=True):
        assert one.rome_code == other.rome_code and one.feasible == other.feasible
        assert told_of(one.hiring) == told_of(other.hiring)
        assert replace(one.travel, sentence="") == replace(other.travel, sentence="")
        assert len(other.reasons) <= min(3, len(one.reasons)) and len(other.cautions) <= 2


def told_of(hiring: Hiring) -> Hiring:
    """Without the words: the sentence, and what the source counts, which follows its name."""
    return replace(hiring, sentence="", source=hiring.source.partition(".")[0])


@people
def test_the_easy_way_is_easier_to_read(persona: Persona) -> None:
    def ease(easy: bool) -> float:
        return fmean(reading_ease(_of_ours(text)) for text in told_to(persona, easy))

    assert ease(True) > ease(False) > 65


def _of_ours(text: str) -> str:
    """Quoted words count as one word, and names as one."""
    return NAMED.sub("Nom", re.sub(r"«[^»]*»", "mot", text))


@people
def test_cards_of_aids_have_fewer_and_shorter_lines(persona: Persona) -> None:
    usual, easy = (aids(persona, way).cards or {"items": []} for way in (False, True))
    for one, other in zip(usual["items"], easy["items"], strict=True):
        usual_title = one["title"].partition(" (")[0]
        assert (usual_title, one["url"]) == (other["title"].partition(" (")[0], other["url"])
        assert len(other["lines"]) <= min(4, len(one["lines"]))
        ours = [line for line in other["lines"] if not line.startswith("À qui demander")]
        assert [line for line in ours if longest_line(line) > MOST_EASY_WORDS] == []
