"""How costs grow: the same catalogue 1, 2, 4, 8 times, with jobs and communes of new codes.

Each copy has its own jobs, titles, families and hiring; its communes lie between the others, in
the same basins, so that a person reaches as many times more of them.
"""

from __future__ import annotations

import gc
import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from bot.adapters.no_search_for_cycles import no_search_for_cycles
from bot.evaluation.people import Person, people
from bot.orientation.catalogue import Catalogue
from bot.orientation.choosing import choose
from bot.orientation.job import Job
from bot.orientation.matching import rank
from bot.orientation.opening import choose_declics
from bot.orientation.places import PlaceIndex
from bot.orientation.territory import Commune
from bot.orientation.titles import TitleIndex
from bot.orientation.unlocking import unlocking
from tests.bench.timing import Work, timed

LINEAR = 1.1
"""A fitted exponent up to this one counts as linear: the noise of a busy machine is in it."""
SHIFT_DEGREES = 0.02
"""Each copy of a commune is some two kilometres further than the one before."""


@dataclass(frozen=True)
class Size:
    """Median milliseconds of CPU at one size, which other programs do not lengthen.

    Loading is what is built from a catalogue once it is read.
    """

    times: int
    jobs: int
    communes: int
    demand: int
    cpu_ms: dict[str, float]


@dataclass(frozen=True)
class Scaling:
    sizes: tuple[Size, ...]

    def exponent(self, name: str) -> float:
        """Slope of log(time) on log(size) by least squares: 1 is linear, 0 is constant."""
        x = [math.log(one.times) for one in self.sizes]
        y = [math.log(one.cpu_ms[name]) for one in self.sizes]
        return float(np.polyfit(x, y, 1)[0])

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.sizes[0].cpu_ms)


def scaling(
    catalogue: Catalogue, times: Sequence[int], count: int, texts: Sequence[str], seed: int
) -> Scaling:
    """Each size with `count` people of its own."""
    return Scaling(tuple(_size(catalogue, one, count, texts, seed) for one in times))


def multiplied(catalogue: Catalogue, times: int) -> Catalogue:
    """The catalogue and times - 1 copies of its jobs, titles, families, hiring and communes."""
    copies = range(times)
    return Catalogue(
        jobs=tuple(_job(job, n) for n in copies for job in catalogue.jobs),
        titles=tuple(
            replace(title, text=_named(title.text, n), rome_code=_coded(title.rome_code, n))
            for n in copies
            for title in catalogue.titles
        ),
        family_labels={
            _coded(code, n): _named(label, n)
            for n in copies
            for code, label in catalogue.family_labels.items()
        },
        domain_labels=catalogue.domain_labels,
        demand=tuple(
            replace(row, fap_code=_coded(row.fap_code, n))
            for n in copies
            for row in catalogue.demand
        ),
        communes=tuple(_commune(one, n) for n in copies for one in catalogue.communes),
        basins=catalogue.basins,
        editions=catalogue.editions,
        skills=catalogue.skills,
    )


def _coded(code: str, copy: int) -> str:
    return f"{code}-{copy}" if copy else code


def _named(text: str, copy: int) -> str:
    """Another wording, so that the words of a title are not those of eight jobs."""
    return f"{text} {'bcdfghj'[copy - 1] * 3}" if copy else text


def _job(job: Job, copy: int) -> Job:
    return replace(
        job,
        rome_code=_coded(job.rome_code, copy),
        fap_code=_coded(job.fap_code, copy),
        label_masculine=_named(job.label_masculine, copy),
        label_feminine=_named(job.label_feminine, copy),
        near=tuple(_coded(code, copy) for code in job.near),
    )


def _commune(commune: Commune, copy: int) -> Commune:
    return replace(
        commune,
        insee_code=_coded(commune.insee_code, copy),
        name=_named(commune.name, copy),
        latitude=commune.latitude + SHIFT_DEGREES * copy,
    )


def _size(catalogue: Catalogue, times: int, count: int, texts: Sequence[str], seed: int) -> Size:
    bigger = multiplied(catalogue, times)
    titles, built = _built(bigger)
    crowd = people(bigger, count, seed)
    rankings = [rank(bigger, one.profile, one.seed) for one in crowd]
    asked: dict[str, list[Callable[[], object]]] = {
        "liste classée": [partial(_list, bigger, one) for one in crowd],
        "déblocage": [partial(unlocking, one, seed) for one in rankings],
        "recherche d'un métier": [partial(titles.search, text) for text in texts],
    }
    return Size(
        times,
        len(bigger.jobs),
        len(bigger.communes),
        len(bigger.demand),
        {name: _median_ms(works) for name, works in asked.items()}
        | {"chargement": sum(built.values())}
        | built,
    )


def _built(catalogue: Catalogue) -> tuple[TitleIndex, dict[str, float]]:
    """The title index, and the milliseconds of each thing that a process builds once.

    The collector of cycles rests meanwhile, then leaves them alone, as in wiring.understanding.
    """
    kept: list[TitleIndex] = []
    geography = catalogue.geography
    works: dict[str, Work] = {
        "table des métiers": lambda: catalogue.job_table,
        "table des embauches": lambda: catalogue.demand_table,
        "géographie": lambda: (geography.density, geography.island, geography.basin_population),
        "autres tables": catalogue.prepare,
        "index des métiers": lambda: kept.append(TitleIndex(catalogue)),
        "index des communes": lambda: PlaceIndex(catalogue),
    }
    with no_search_for_cycles():
        built = {name: timed(work)[1] for name, work in works.items()}
    gc.collect()
    gc.freeze()
    return kept[0], built


def _median_ms(works: Sequence[Work]) -> float:
    """Of CPU; the first runs are warm-up."""
    gc.collect()
    for work in works[:2]:
        work()
    return statistics.median(timed(work)[1] for work in works)


def _list(catalogue: Catalogue, one: Person) -> object:
    ranking = rank(catalogue, one.profile, one.seed)
    chosen = choose(ranking, 3)
    return [match.reasons for match in (*chosen, *choose_declics(ranking, 1, chosen))]
