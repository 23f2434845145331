"""`declic evaluate`: how good the answers are, with confidence intervals."""

from __future__ import annotations

import csv
import datetime
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from bot.commands import evaluate_nlu
from bot.commands.catalogue_choice import FOLDER, Unusable, chosen_catalogue
from bot.commands.offers_choice import OFFERS, chosen_offers
from bot.evaluation.quality import Quality, quality
from bot.evaluation.title_search import TitleCase
from bot.evaluation_report.page import as_html
from bot.evaluation_report.report import report
from bot.evaluation_report.text import as_text
from bot.orientation.catalogue import Catalogue
from bot.orientation.titles import TitleIndex
from bot.services.unlock import carpool_zone
from bot.settings import ROOT

TITLE_CASES = ROOT / "tests" / "evaluation" / "title_cases.csv"
FILE = click.Path(path_type=Path, dir_okay=False)


@click.group(invoke_without_command=True)
@click.option("--html", "html", type=FILE, metavar="FILE", help="A report to read and print.")
@click.option("--json", "as_json", type=FILE, metavar="FILE", help="The same figures.")
@click.option("--people", "count", default=2000, show_default=True, type=click.IntRange(20, 20_000))
@click.option("--seed", default=0, show_default=True, type=click.IntRange(0))
@click.option("--catalogue", "folder", type=FOLDER, help="CSV folder instead of the database.")
@click.pass_context
def command(
    context: click.Context,
    html: Path | None,
    as_json: Path | None,
    count: int,
    seed: int,
    folder: Path | None,
) -> None:
    """Measure search, skills and lists on hard cases and synthetic people.

    The same data, people and seed give the same figures. Exit codes: 0 measured, 2 something
    cannot be used.
    """
    if context.invoked_subcommand:
        return
    cases, today = read_cases(TITLE_CASES), datetime.date.today()
    zone = carpool_zone(chosen_offers(OFFERS), today)
    catalogue = chosen_catalogue(folder)
    try:
        found = quality(catalogue, TitleIndex(catalogue), cases, count, seed, zone)
    except ValueError as error:
        raise Unusable("ce catalogue n'a pas de quoi tout mesurer : importez le ROME.") from error
    told = report(catalogue, found, today)
    if html:
        _write(html, as_html(told))
    if as_json:
        _write(as_json, json.dumps(figures(catalogue, found), ensure_ascii=False, indent=1))
    click.echo(as_text(told))


command.add_command(evaluate_nlu.command)


def read_cases(path: Path) -> tuple[TitleCase, ...]:
    """The cases that search was never tuned on. Raises Unusable when the file is not there."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["set"] == "held_out"]
    except FileNotFoundError as error:
        raise Unusable(
            "les cas de recherche sont dans tests/ : lancez la commande dans une copie du projet."
        ) from error
    return tuple(
        TitleCase(row["text"], frozenset(filter(None, row["codes"].split("|"))), row["kind"])
        for row in rows
    )


def figures(catalogue: Catalogue, found: Quality) -> dict[str, Any]:
    """Everything measured, for a program; a share is its count, of its total."""
    return {"editions": [asdict(one) for one in catalogue.editions], **asdict(found)}


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Unusable(f"{path} : écriture impossible ({error.strerror}).") from error
