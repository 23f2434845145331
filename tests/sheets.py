"""Sheets of personas on the bundled catalogue, as the web app shows and prints them."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cache
from typing import Any

from bot import wiring
from bot.channel import typeset
from bot.orientation.circumstance_answers import read_circumstances
from bot.orientation.evidence import PICTURE, WORDS, Evidence
from bot.orientation.profile import CONDITIONS, HOURS, PastJob, Profile, Refusal
from bot.services.sheet import Sheet, sheet
from bot.services.sheet_back import Code, WayBack, with_way_back
from bot.services.sheet_jobs import Chosen
from bot.services.unlock import Person
from tests.personas import PERSONAS, Persona, interviewed
from tests.unit.persona_view import DAY, cards, catalogue, offers

LAST_DAY = datetime.date(2026, 12, 27)
ADDRESS = "https://declic.exemple.fr/#code=K7RM4XTPQ"
WAY = WayBack("declic.exemple.fr", LAST_DAY, Code("K7R-M4X-TPQ", ADDRESS, LAST_DAY))
HOSTILE = (
    '#panic("x") *gras* _i_ $x^2$ \\u{1F600} @ref <label> // fin',
    "<script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}",
    "\u202eà l’envers\u202c \u200fdroite\u200e \ufeff",
    "emoji 😀✨👩‍🍳 et 漢字 ici",
    "أريد أن أعمل خبازاً",
    "W" * 2000,
    "mot " * 500,
)


def persona(name: str) -> Persona:
    return next(one for one in PERSONAS if one.name == name)


@cache
def told(name: str, seed: int = 0) -> Profile:
    """What the persona has told at the end of the interview."""
    return interviewed(persona(name), catalogue(), seed)


def sheet_of(
    name: str,
    seed: int = 0,
    easy: bool = False,
    kept: tuple[str, ...] = (),
    profile: Profile | None = None,
) -> Sheet:
    """profile: instead of what the persona has told."""
    if profile is None:
        return _sheet_of(name, seed, easy, kept)
    return _made(name, seed, easy, kept, profile)


@cache
def _sheet_of(name: str, seed: int, easy: bool, kept: tuple[str, ...]) -> Sheet:
    return _made(name, seed, easy, kept, told(name, seed))


def _made(name: str, seed: int, easy: bool, kept: tuple[str, ...], profile: Profile) -> Sheet:
    one = persona(name)
    who = Person(profile, read_circumstances(one.circumstances), DAY, seed, easy)
    proposed = tuple(card.rome_code for card in cards(one, seed))
    return sheet(catalogue(), offers(), wiring.deck(), who, Chosen(kept, proposed))


def content_of(made: Sheet, way: WayBack = WAY) -> dict[str, Any]:
    """As the web app hands it to the page, the print and programs."""
    content: dict[str, Any] = typeset(with_way_back(made.as_dict(), way))
    return content


def with_words(profile: Profile, *texts: str) -> Profile:
    """The same person, who wrote these texts on pictures, as tastes and as past jobs."""
    pictures = [
        Evidence(PICTURE, picture.picture_id, text, {"R": 1}, 1.0, is_own_words=True)
        for picture, text in zip(wiring.deck().pictures, texts, strict=False)
    ]
    named = [
        Evidence(WORDS, f"said {n}", text, {"S": 1}, 1.0, is_own_words=True)
        for n, text in enumerate(texts)
    ]
    jobs = list(catalogue().job_by_code)
    past = tuple(PastJob(text, jobs[n]) for n, text in enumerate(texts))
    return replace(profile, choices=(*pictures, *named), past_jobs=past)


def with_everything(profile: Profile) -> Profile:
    """The same person, who wrote much, refuses all hours and conditions, and put jobs aside."""
    longest = sorted(catalogue().job_by_code.values(), key=lambda job: -len(job.label_feminine))
    return replace(
        with_words(profile, *HOSTILE),
        hours_refused=frozenset(HOURS),
        conditions_refused=frozenset(CONDITIONS),
        refusals=tuple(Refusal(job.rome_code, "not_interested") for job in longest[:9]),
    )
