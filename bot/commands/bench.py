"""`declic bench core`: speed and memory of the core, beside their targets."""

from __future__ import annotations

import datetime
import importlib
import json
import secrets
from pathlib import Path
from types import ModuleType

import click

from bot.commands.catalogue_choice import Unusable, chosen_catalogue
from bot.commands.offers_choice import OFFERS, chosen_offers
from bot.services.understanding import Understanding
from bot.settings import ROOT

BUNDLED = ROOT / "data" / "catalogue"


@click.group()
def command() -> None:
    """How fast it is, and what it takes; the measures are in tests/bench."""


@command.command()
@click.option("--quick", "is_quick", is_flag=True, help="A few people: to see that it runs.")
@click.option(
    "--json", "path", type=click.Path(path_type=Path), metavar="FILE", help="Also as JSON."
)
@click.option("--bundled", is_flag=True, help="The bundled catalogue instead of the database.")
@click.option("--seed", type=int, help="The same people again; drawn when it is not given.")
def core(is_quick: bool, path: Path | None, bundled: bool, seed: int | None) -> None:
    """Time matching, unlocking, searches and loading, and how they grow with more data."""
    bench = _measures("tests.bench.core")
    catalogue = chosen_catalogue(BUNDLED if bundled else None)
    seed = secrets.randbelow(2**32) if seed is None else seed
    report = bench.run(
        Understanding.of(catalogue),
        chosen_offers(OFFERS),
        datetime.date.today(),
        not bundled,
        seed,
        is_quick,
    )
    click.echo(bench.as_text(report))
    if path:
        path.write_text(json.dumps(bench.as_dict(report), ensure_ascii=False), encoding="utf-8")


def _measures(name: str) -> ModuleType:
    """Measures live with the tests, which only a whole copy of the project has."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "tests":
            raise
        raise Unusable(
            "les mesures sont dans tests/ : lancez la commande dans une copie du projet."
        ) from error
