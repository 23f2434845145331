"""Speed and memory of the core, beside their targets: `declic bench core`.

Nothing is asserted: on a busy machine a target may be missed. Plain versions (tests/plain) and the
core run in turn in this process, so that their ratio holds whatever the load.
"""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bot.evaluation.people import people
from bot.orientation.offer import Offer
from bot.services.understanding import Understanding
from tests.bench.loading import MEGABYTES, SECONDS, Loading, loading
from tests.bench.measures import MEASURES, World, place_texts, title_texts
from tests.bench.scaling import LINEAR, Scaling, scaling
from tests.bench.timing import Result, machine

OTHERS = " (tenue en temps CPU)"
"""Missed on the clock only: the time went to other programs of the machine."""


@dataclass(frozen=True)
class Amount:
    """How much is run."""

    people: int
    texts: int
    rounds: int
    sizes: tuple[int, ...]
    people_a_size: int


WHOLE = Amount(people=60, texts=200, rounds=3, sizes=(1, 2, 4, 8), people_a_size=12)
QUICK = Amount(people=6, texts=10, rounds=1, sizes=(1, 2), people_a_size=3)


@dataclass(frozen=True)
class Report:
    facts: dict[str, Any]
    results: tuple[Result, ...]
    loading: Loading
    scaling: Scaling


def run(
    understanding: Understanding,
    offers: tuple[Offer, ...],
    today: datetime.date,
    from_database: bool,
    seed: int,
    is_quick: bool,
) -> Report:
    """Everything that is measured, on a catalogue and offers that are already loaded.

    The collector of cycles no longer looks at them, as in the processes of the product.
    """
    gc.collect()
    gc.freeze()
    amount, catalogue = QUICK if is_quick else WHOLE, understanding.catalogue
    texts = title_texts(amount.texts, seed)
    world = World(
        understanding,
        offers,
        today,
        people(catalogue, amount.people, seed),
        texts,
        place_texts(catalogue, amount.texts, seed),
    )
    before = machine()
    results = tuple(measure(world) for measure in MEASURES)
    return Report(
        facts={
            "seed": seed,
            "jobs": len(catalogue.jobs),
            "demand_rows": len(catalogue.demand),
            "communes": len(catalogue.communes),
            "regions": len({basin.region for basin in catalogue.basins}),
            "people": amount.people,
            **before,
        },
        results=results,
        loading=loading(from_database, amount.rounds),
        scaling=scaling(catalogue, amount.sizes, amount.people_a_size, texts[:40], seed),
    )


def as_text(report: Report) -> str:
    """The report for a terminal, in French."""
    return "\n".join(
        [*_head(report), "", *_times(report.results), "", *_loading(report.loading), ""]
        + [*_scaling(report.scaling)]
    )


def as_dict(report: Report) -> dict[str, Any]:
    """The same figures for a program; milliseconds of each run are kept."""
    return {
        "facts": report.facts,
        "times": [
            {
                **asdict(one),
                "p50_ms": one.fast.p50,
                "p95_ms": one.fast.p95,
                "cpu_p95_ms": one.fast.cpu_p95,
                "is_met": one.is_met,
            }
            for one in report.results
        ],
        "loading": {
            "steps": [asdict(step) for step in report.loading.steps],
            "seconds": report.loading.seconds,
            "cpu_seconds": report.loading.cpu_seconds,
            "memory_mb": report.loading.memory_mb,
        },
        "scaling": {
            "sizes": [asdict(one) for one in report.scaling.sizes],
            "exponents": {name: report.scaling.exponent(name) for name in report.scaling.names},
        },
    }


def _head(report: Report) -> Iterator[str]:
    facts = report.facts
    yield (
        f"{facts['jobs']} métiers, {facts['demand_rows']} lignes d'embauches, "
        f"{facts['communes']} communes ; {facts['people']} personnes, graine {facts['seed']}."
    )
    if facts["regions"] == 1:
        yield "Une seule région : les cibles valent pour toute la France (declic data import)."
    yield (
        f"Machine : {facts['processors']} processeurs, charge {facts['load_1_minute']} "
        "(au-delà d'un par processeur, les durées s'allongent)."
    )


def _verdict(is_met: bool | None, target: str) -> str:
    return "" if is_met is None else f"{'ok' if is_met else 'manqué':6} cible {target}"


def _time_verdict(one: Result) -> str:
    """Whether the target is met, on the clock."""
    if one.target_ms is None:
        return ""
    others = OTHERS if one.fast.p95 > one.target_ms >= one.fast.cpu_p95 else ""
    return _verdict(one.is_met, f"p95 <= {one.target_ms:g}{others}")


def _times(results: Sequence[Result]) -> Iterator[str]:
    yield f"{'Durées, en millisecondes':40}{'médiane':>9}{'p95':>9}{'p95 CPU':>9}{'simple':>10}"
    for one in results:
        slower = f"x {_median(one.ratios):.1f}" if one.ratios else ""
        figures = f"{one.fast.p50:9.2f}{one.fast.p95:9.2f}{one.fast.cpu_p95:9.2f}{slower:>10}"
        yield f"{one.name:40}{figures}  {_time_verdict(one)}".rstrip()
    yield "« simple » : combien de fois plus de CPU pour la version simple, médiane par paires."


def _loading(found: Loading) -> Iterator[str]:
    yield f"{'Chargement':40}{'s':>9}{'s CPU':>9}{'Mo':>9}"
    for one in found.steps:
        yield f"{one.name:40}{one.seconds:9.2f}{one.cpu_seconds:9.2f}{one.memory_mb:9.0f}"
    others = OTHERS if found.seconds > SECONDS >= found.cpu_seconds else ""
    verdict = _verdict(found.is_met, f"<= {SECONDS:g} s et {MEGABYTES:g} Mo{others}")
    total = f"{found.seconds:9.2f}{found.cpu_seconds:9.2f}{found.memory_mb:9.0f}"
    yield f"{'total sans les imports':40}{total}  {verdict}"


def _scaling(found: Scaling) -> Iterator[str]:
    sizes = "".join(f"{f'x {one.times}':>9}" for one in found.sizes)
    yield f"{'Croissance, en millisecondes de CPU':40}{sizes}{'exposant':>10}"
    for name in found.names:
        curve = "".join(f"{one.cpu_ms[name]:9.1f}" for one in found.sizes)
        exponent = found.exponent(name)
        verdict = _verdict(exponent <= LINEAR, f"linéaire (<= {LINEAR:g})")
        yield f"{name:40}{curve}{exponent:10.2f}  {verdict}"


def _median(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]
