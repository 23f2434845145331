"""`declic evaluate nlu`: how well French is understood, with intervals."""

from __future__ import annotations

import asyncio
import datetime
import json
import time
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from ruamel.yaml import YAML

from bot.commands.catalogue_choice import FOLDER, Unusable, chosen_catalogue
from bot.commands.nlu_path import heard, noisy, read_cases
from bot.evaluation.noise import NOISES
from bot.evaluation.understood import cross_validated, intents, understood
from bot.evaluation_report.nlu_sections import nlu_report
from bot.evaluation_report.page import as_html
from bot.evaluation_report.text import as_text
from bot.services.questions import URGENT
from bot.services.understanding import Understanding
from bot.settings import ROOT, Settings

CASES = ROOT / "tests" / "evaluation" / "nlu_cases.csv"
FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("nlu")
@click.option("--html", "html", type=FILE, metavar="FILE", help="A report to read and print.")
@click.option("--json", "as_json", type=FILE, metavar="FILE", help="The same figures.")
@click.option("--seed", default=0, show_default=True, type=click.IntRange(0))
@click.option(
    "--split", default="held-out", show_default=True, type=click.Choice(["held-out", "tuning"])
)
@click.option("--catalogue", "folder", type=FOLDER, help="CSV folder instead of the database.")
def command(
    html: Path | None, as_json: Path | None, seed: int, split: str, folder: Path | None
) -> None:
    """Measure what is understood: cross-validation, test sentences, noise, calibration.

    The bare classifier is cross-validated on its examples; the test sentences go the whole way a
    person's do. The same sentences, model and seed give the same figures. Exit codes: 0 measured,
    2 something cannot be used.
    """
    cases = read_cases(CASES, split)
    understanding = Understanding.of(chosen_catalogue(folder))
    parse, milliseconds = _parser([case.text for case in cases])
    plain = heard(cases, parse, understanding)
    again = {
        name: heard(noisy(cases, noise, seed), parse, understanding)
        for name, noise in NOISES.items()
    }
    path = understood(plain, again, URGENT)
    bare = intents(cross_validated(_examples(), seed))
    told = nlu_report(bare, path, datetime.date.today(), split, milliseconds)
    if html:
        _write(html, as_html(told))
    if as_json:
        figures = {"classifier": asdict(bare), "path": asdict(path), "parse_ms": milliseconds}
        _write(as_json, json.dumps(figures, ensure_ascii=False, indent=1))
    click.echo(as_text(told))


def _parser(texts: list[str]) -> tuple[Any, float]:
    """What Rasa understands of a text, and how long it takes on these, in milliseconds each."""
    from bot.rasa_process.local_agent import NoModel, open_agent

    loop = asyncio.new_event_loop()
    try:
        agent = loop.run_until_complete(open_agent(Settings.from_environment(), in_memory=True))
    except NoModel as error:
        raise Unusable(str(error)) from error

    def parse(text: str) -> Mapping[str, Any]:
        return dict(loop.run_until_complete(agent.parse_message(text.lstrip("/ "))))

    parse("bonjour")
    started = time.perf_counter()
    for text in texts:
        parse(text)
    return parse, 1000 * (time.perf_counter() - started) / max(1, len(texts))


def _examples() -> list[tuple[str, str]]:
    """(text, intent) of data/nlu."""
    found = []
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for block in YAML(typ="safe").load(path)["nlu"]:
            lines = block["examples"].splitlines()
            found += [(line.removeprefix("- ").strip(), block["intent"]) for line in lines]
    return [(text, intent) for text, intent in found if text]


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Unusable(f"{path} : écriture impossible ({error.strerror}).") from error
