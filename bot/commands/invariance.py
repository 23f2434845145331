"""`declic invariance`: the same people told otherwise, and what that moves."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from bot import wiring
from bot.commands.catalogue_choice import Unusable
from bot.commands.replay import PATHS, played, readable
from bot.replay.invariance.age_offers import age_offers
from bot.replay.invariance.manners import GROUP_BY_CODE, GROUPS
from bot.replay.invariance.outcomes import TO_LOOK_AT, Outcome, outcomes
from bot.replay.invariance.telling import tellings_of
from bot.replay.invariance.words import as_csv, as_html, in_words
from bot.replay.json_values import as_plain
from bot.replay.runs.engine import Programme
from bot.replay.runs.spec import DataChoice
from bot.replay.watch.kept import CannotWatch
from bot.replay.watch.watching import golden_stories
from bot.settings import Settings

FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("paths", nargs=-1, type=PATHS, metavar="[PATH…]")
@click.option("--html", type=FILE, metavar="FILE", help="A page to read, without network.")
@click.option("--csv", "as_table", type=FILE, metavar="FILE", help="Every manner of every story.")
@click.option("--json", "as_data", type=FILE, metavar="FILE", help="The same, for a program.")
@click.option(
    "--group",
    "groups",
    multiple=True,
    type=click.Choice(list(GROUP_BY_CODE)),
    help="Only these groups of manners; may be repeated.",
)
@click.option("--jobs", default=2, show_default=True, type=click.IntRange(1, 16))
def command(
    paths: tuple[Path, ...],
    html: Path | None,
    as_table: Path | None,
    as_data: Path | None,
    groups: tuple[str, ...],
    jobs: int,
) -> None:
    """Play stories in other manners: woman or man, first name, age, tu or vous, slips, order, the
    commune next door. Without PATHS, the golden stories. Only those with a persona count.

    Exit codes: 0 only what may move has moved, 1 something is to be looked at, 2 it cannot be done.
    """
    chosen = [GROUP_BY_CODE[code] for code in groups] or GROUPS
    programme = Programme(tellings=tuple(tellings_of(readable(paths or _golden()), chosen)))
    told, _ = played(programme, jobs, False, DataChoice())
    records = [one.record for one in told]
    found = outcomes(records, age_offers(wiring.offers().by_id.values()))
    for line in in_words(found):
        click.echo(line)
    _write(html, as_html(found))
    _write(as_table, as_csv(found))
    _write(as_data, json.dumps(_document(found), ensure_ascii=False, indent=1))
    raise SystemExit(1 if any(one.verdict == TO_LOOK_AT for one in found) else 0)


def _golden() -> list[Path]:
    try:
        return [kept.path for kept in golden_stories(Settings.from_environment())]
    except CannotWatch as error:
        raise Unusable(str(error)) from error


def _document(found: Sequence[Outcome]) -> list[dict[str, Any]]:
    """Without the conversations."""
    aside = ("before", "after")
    return [{k: v for k, v in as_plain(one).items() if k not in aside} for one in found]


def _write(path: Path | None, text: str) -> None:
    if path is None:
        return
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Unusable(f"{path} : écriture impossible ({error.strerror}).") from error
