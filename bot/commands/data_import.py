"""`declic data import`: official files, as downloaded, into the database."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from bot.adapters import official_import
from bot.adapters.official_files.reading import TableReport
from bot.adapters.official_import import Imported, Wanted
from bot.adapters.sql import migrate
from bot.commands.data_session import CATALOGUE, database, told_errors
from bot.orientation.labels import number
from bot.settings import Settings
from bot.watch_hint import watch_hint

PATH, NUMBER = click.Path(path_type=Path), click.IntRange(1, 2100)


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=PATH)
@click.option("--edition", "edition", type=NUMBER, help="Year or version that a file does not say.")
@click.option("--extract", is_flag=True, help="The files hold a part of France only.")
@click.option("--json", "as_json", is_flag=True, help="The report, for a program to read.")
def import_command(
    paths: tuple[Path, ...], edition: int | None, extract: bool, as_json: bool
) -> None:
    """Import official files as their producers publish them: ROME, BMO, FAP, communes.

    PATHS are files (zip, xlsx, csv, gz) or folders; each table is recognised by its content. An
    edition with one wrong row is refused whole, and what was there stays.

    Exit codes: 0 all that was recognised is in the database, 1 something was refused, or nothing
    was recognised, or the database cannot be used.
    """
    with told_errors(), database() as engine:
        migrate.upgrade(engine)
        result = official_import.import_files(
            engine,
            paths,
            CATALOGUE,
            datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None),
            Wanted(edition, extract),
            say=lambda report: _say(report, as_json),
            say_step=lambda step: click.echo(step, err=as_json),
        )
    click.echo(_as_json(result) if as_json else _as_text(result))
    if result.imported and (hint := watch_hint(Settings.from_environment())):
        click.echo(hint, err=as_json)
    raise SystemExit(0 if result.is_complete else 1)


def _say(report: TableReport, as_json: bool) -> None:
    if report.part is not None or report.is_refused:
        click.echo(table_line(report), err=as_json)


def table_line(report: TableReport) -> str:
    """What one table gave, on a line; below it, the first refused rows."""
    if report.problem:
        return f"REFUSÉ {report.origin} : {report.problem}."
    line = f"{report.origin} : {report.data_set}, {report.read} lignes lues, {report.kept} gardées"
    if not report.is_refused:
        return line
    told = [f"  ligne {line_number} : {reason}" for line_number, reason in report.refused]
    more = report.refused_count - len(told)
    rest = [f"  et {more} autres lignes"] if more else []
    return "\n".join([f"REFUSÉ {line}, {report.refused_count} refusées", *told, *rest])


def _as_text(result: Imported) -> str:
    lines = [""]
    lines += [f"Importé : {_named(one)}" for one in result.imported]
    lines += [f"Déjà là, rien ne change : {_named(one)}" for one in result.unchanged]
    for one in result.imported:
        aside = ", ".join(f"{why} ({count})" for why, count in one.set_aside.items())
        lines += [f"  {one.data_set}, lignes laissées de côté : {aside}"] if aside else []
    for refused in result.refused:
        name = f"{refused.data_set} {refused.number or ''}".strip()
        lines.append(f"REFUSÉ : {name} : {refused.reason}.")
    unused = sum(report.part is None and not report.is_refused for report in result.reports)
    if unused:
        lines.append(f"{unused} autres tableaux ne sont pas utilisés.")
    left_out = result.left_out.items()
    lines += [f"À l'écart du catalogue : {why} : {count}" for why, count in left_out if count]
    return "\n".join([*lines, _conclusion(result)])


def _named(edition: Any) -> str:
    return f"{edition.data_set} {edition.number}, {edition.rows} lignes"


def _conclusion(result: Imported) -> str:
    if not result.reports:
        return "Aucun fichier CSV, Excel, zip ou gz n'a été trouvé là."
    if not result.imported and not result.unchanged:
        return "Rien n'a été importé : la base de données n'a pas changé."
    lines = ["Tout était déjà importé."]
    if result.imported:
        lines = [
            "Le catalogue est refait. Ce qui change : declic data compare (voyez --help).",
            "Déclic s'en sert dans la minute, sans redémarrage.",
        ]
    return "\n".join([counted(result.sizes), *_missing(result), *lines])


def counted(sizes: Mapping[str, int]) -> str:
    """ "Le catalogue compte 1 584 métiers, 34 924 communes et 49 012 chiffres d'embauche." """
    jobs, communes, demand = (number(sizes[n]) for n in ("jobs", "communes", "demand"))
    return (
        f"Le catalogue compte {jobs} métiers, {communes} communes et {demand} chiffres d'embauche."
    )


def _missing(result: Imported) -> list[str]:
    """Which data sets are still those of one region, delivered with the project."""
    needed = {"BMO": {"BMO"}, "FAP": {"FAP"}, "ROME": {"ROME"}, "communes": {"COMMUNES", "COG"}}
    missing = [name for name, sets in needed.items() if sets.isdisjoint(result.stored)]
    if not missing:
        return []
    return [f"Pour servir toute la France, importez aussi : {', '.join(missing)}."]


def _as_json(result: Imported) -> str:
    document = {
        "tables": [
            {**vars(report), "set_aside": dict(report.set_aside)} for report in result.reports
        ],
        "imported": [_described(one) for one in result.imported],
        "unchanged": [_described(one) for one in result.unchanged],
        "refused": [vars(one) for one in result.refused],
        "left_out": dict(result.left_out),
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _described(edition: Any) -> dict[str, Any]:
    return {"data_set": edition.data_set, "number": edition.number, "rows": edition.rows}
