"""What `declic bench core` times for each person: one function a measure, and a list of them."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

import numpy as np

import tests.plain.matching as plain
import tests.plain.opening as plain_opening
from bot.evaluation.people import Person
from bot.evaluation.title_search import plain_search
from bot.orientation.catalogue import Catalogue
from bot.orientation.choosing import choose
from bot.orientation.circumstance_answers import Circumstances
from bot.orientation.matching import rank
from bot.orientation.offer import Offer
from bot.orientation.opening import choose_declics
from bot.orientation.profile import Profile
from bot.orientation.questionnaire import next_question
from bot.orientation.reach_map import reach_map
from bot.orientation.surprise import declic_count
from bot.orientation.unlocking import unlocking
from bot.services.job_factors import job_factors
from bot.services.job_list import JobWords, ListOfJobs, Marks, Wanted
from bot.services.offers_for_person import offers_for
from bot.services.propose import propose
from bot.services.switches import board
from bot.services.understanding import Understanding
from bot.services.unlock import Person as Asking
from bot.services.unlock import offers_by_lever, ways
from tests.bench.timing import Result, Work, measure

TITLE_CASES = Path(__file__).parent.parent / "evaluation" / "title_cases.csv"
LIST_MS, UNLOCKING_MS, SEARCH_MS, EXPLORE_MS = 10.0, 50.0, 10.0, 100.0
PRESSED = ("licence", "car")
CARDS = 4
FIRST_STATEMENTS = 4
Sample = TypeVar("Sample")


@dataclass(frozen=True)
class World:
    """What is measured on. texts: free words about jobs. with_plain: the plain versions too."""

    understanding: Understanding
    offers: tuple[Offer, ...]
    today: datetime.date
    people: tuple[Person, ...]
    texts: tuple[str, ...]
    places: tuple[str, ...]
    with_plain: bool = True

    @property
    def catalogue(self) -> Catalogue:
        return self.understanding.catalogue


def ranked_list(world: World) -> Result:
    """Ranking, three jobs, the déclics, their reasons, and what the limits removed."""
    return _timed(
        "liste classée, cartes et raisons",
        LIST_MS,
        world.people,
        partial(_list, world),
        partial(_plain_list, world) if world.with_plain else None,
    )


def proposal(world: World) -> Result:
    """The same as a person gets it: whole cards with their French sentences."""
    return _timed(
        "proposition complète, en français",
        LIST_MS,
        world.people,
        lambda one: propose(world.catalogue, one.profile, one.seed),
    )


def whole_list(world: World) -> Result:
    """Every job that may be proposed with all of its reasons, as an advisor sees it."""
    return _timed(
        "liste entière, toutes les raisons",
        None,
        world.people,
        partial(_whole, world),
        partial(_plain_whole, world) if world.with_plain else None,
    )


def explored(world: World) -> Result:
    """All that a page of the panel "Explorer" may need: the ranking, every switch and two of them
    pressed, the first page, the first job taken apart, the map before and after."""
    words = JobWords(world.catalogue)
    return _timed(
        "panneau Explorer, sans la page",
        EXPLORE_MS,
        [_asking(world, one) for one in world.people],
        partial(_explored, world, words),
    )


def levers(world: World) -> Result:
    """All levers alone and in pairs, from a ranking that is already there."""
    rankings = [rank(world.catalogue, one.profile, one.seed) for one in world.people]
    return _timed(
        "déblocage, leviers seuls et par deux",
        UNLOCKING_MS,
        list(zip(rankings, world.people, strict=True)),
        lambda pair: unlocking(pair[0], pair[1].seed),
    )


def levers_with_offers(world: World) -> Result:
    """The same as a person gets it: with the offers that give each lever, trips and costs."""
    return _timed(
        "déblocage complet, aides et trajets",
        UNLOCKING_MS,
        [_asking(world, one) for one in world.people],
        lambda person: ways(world.catalogue, world.offers, person),
    )


def title_search(world: World) -> Result:
    """One text as a job title, against cosine over groups of characters."""
    index = world.understanding.titles
    search = plain_search(world.catalogue) if world.with_plain else None
    return _timed("recherche d'un métier (search)", SEARCH_MS, world.texts, index.search, search)


def title_recognition(world: World) -> Result:
    """One text as a sentence, with the jobs it names."""
    return _timed(
        "métiers d'une phrase (recognise)",
        SEARCH_MS,
        world.texts,
        world.understanding.titles.recognise,
    )


def place_search(world: World) -> Result:
    """One text as a commune: names, misspelt names, sentences, postcodes."""
    return _timed(
        "recherche d'une commune", SEARCH_MS, world.places, world.understanding.places.find
    )


def eligibility(world: World) -> Result:
    """Every support offer for one person who told nothing of their circumstances, and what to ask:
    the most that can be open."""
    return _timed(
        "aides pour une personne, et questions",
        LIST_MS,
        world.people,
        lambda one: offers_for(world.offers, one.profile, Circumstances(), world.today),
    )


def questionnaire(world: World) -> Result:
    """The next question for a person who told their home and first tastes: most is still open."""
    halfway = [
        (
            Profile(
                insee_code=one.profile.insee_code,
                statements=dict(islice(one.profile.statements.items(), FIRST_STATEMENTS)),
            ),
            one.seed,
        )
        for one in world.people
    ]
    return _timed(
        "question suivante",
        None,
        halfway,
        lambda pair: next_question(world.catalogue, pair[0], (), pair[1]),
    )


MEASURES: tuple[Callable[[World], Result], ...] = (
    ranked_list,
    proposal,
    whole_list,
    explored,
    levers,
    levers_with_offers,
    title_search,
    title_recognition,
    place_search,
    eligibility,
    questionnaire,
)


def title_texts(count: int, seed: int) -> tuple[str, ...]:
    """Some of the hard texts of tests/evaluation."""
    with TITLE_CASES.open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    chance = np.random.default_rng(seed)
    return tuple(texts[row] for row in chance.permutation(len(texts))[:count])


def place_texts(catalogue: Catalogue, count: int, seed: int) -> tuple[str, ...]:
    """Communes as people type them: plain, in lower case in a sentence, misspelt, by postcode."""
    chance = np.random.default_rng(seed)
    rows = chance.integers(len(catalogue.communes), size=count)
    named = [catalogue.communes[row] for row in rows if catalogue.communes[row].postcodes]
    forms = (
        lambda one: one.name,
        lambda one: f"j'habite à {one.name.lower()}",
        lambda one: _misspelt(one.name, int(chance.integers(len(one.name)))),
        lambda one: f"{one.postcodes[0]} {one.name}",
        lambda one: one.postcodes[0],
    )
    return tuple(forms[place % len(forms)](one) for place, one in enumerate(named))


def _misspelt(name: str, place: int) -> str:
    return name[:place] + name[place + 1 :]


def _asking(world: World, one: Person) -> Asking:
    return Asking(one.profile, Circumstances(), world.today, one.seed)


def _list(world: World, one: Person) -> object:
    ranking = rank(world.catalogue, one.profile, one.seed)
    surprises = declic_count(one.profile.surprise, CARDS)
    chosen = choose(ranking, CARDS - surprises)
    cards = (*chosen, *choose_declics(ranking, surprises, chosen))
    return [match.reasons for match in cards], ranking.removed, int(ranking.is_ruled_out.sum())


def _plain_list(world: World, one: Person) -> object:
    ranking = plain.rank(world.catalogue, one.profile, one.seed)
    chosen = plain.choose(ranking, CARDS - 1)
    declic = plain_opening.choose_declic(ranking, chosen)
    cards = (*chosen, *([declic] if declic else []))
    return [match.reasons for match in cards], ranking.removed


def _whole(world: World, one: Person) -> object:
    ranking = rank(world.catalogue, one.profile, one.seed)
    return [match.reasons for match in ranking.matches]


def _plain_whole(world: World, one: Person) -> object:
    ranking = plain.rank(world.catalogue, one.profile, one.seed)
    return [match.reasons for match in ranking.matches]


def _explored(world: World, words: JobWords, person: Asking) -> object:
    ranking = rank(world.catalogue, person.profile, person.seed)
    pressed = board(ranking, world.offers, person, PRESSED)
    unlocked = pressed.gains.unlocked
    listed = ListOfJobs(ranking, Marks(gained=unlocked.rows) if unlocked else Marks())
    giving = offers_by_lever(world.offers, person)
    first = [
        job_factors(match, pressed.unlocked, giving, person.seed) for match in ranking.matches[:1]
    ]
    after = unlocked.situation if unlocked else ranking.situation
    return listed.page(Wanted(), words), first, reach_map(ranking.situation, after)


def _timed(
    name: str,
    target_ms: float | None,
    samples: Sequence[Sample],
    fast: Callable[[Sample], object],
    slow: Callable[[Sample], object] | None = None,
) -> Result:
    quick: list[Work] = [partial(fast, one) for one in samples]
    plainly: list[Work] = [partial(slow, one) for one in samples] if slow else []
    return measure(name, target_ms, quick, plainly)
