"""`declic data compare`: what a newer edition of the official files changes."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import click
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.adapters import catalogue_files
from bot.adapters.official_files.bmo_differences import bmo_difference
from bot.adapters.official_files.editions import Edition
from bot.adapters.official_files.place_differences import BASIN_PART, place_difference
from bot.adapters.official_files.rome_differences import rome_difference
from bot.adapters.sql import catalogue_store, official_store, official_tables
from bot.adapters.sql.official_store import StoredEdition
from bot.adapters.sql.transactions import snapshot
from bot.commands import data_compare_bmo, data_compare_places, data_compare_rome
from bot.commands.data_compare_bmo import BmoReport
from bot.commands.data_compare_bmo_view import UnknownTerritory
from bot.commands.data_compare_places import PlaceReport
from bot.commands.data_compare_rome import RomeReport
from bot.commands.data_session import CATALOGUE, database, refuse_other_schema, told_errors
from bot.orientation.labels import job_label, listing, number

HEADERS = {
    "BMO": data_compare_bmo.HEADER,
    "COG": data_compare_places.HEADER,
    "COMMUNES": data_compare_places.HEADER,
    "ROME": data_compare_rome.HEADER,
}


class Report(Protocol):
    """A difference, for people, for a spreadsheet and for a program."""

    def text(self, limit: int) -> str: ...

    def rows(self) -> Iterator[list[str]]: ...

    def document(self) -> dict[str, Any]: ...


@click.command()
@click.argument("data_set", type=click.Choice(sorted(HEADERS), case_sensitive=False))
@click.argument("numbers", nargs=-1, type=int, metavar="[BEFORE NOW]")
@click.option("--basin", metavar="CODE", help="BMO: one employment basin, in detail.")
@click.option("--region", metavar="CODE", help="BMO: one region (INSEE code).")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1), help="Of a list.")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
@click.option("--csv", "file", type=click.Path(path_type=Path, dir_okay=False), help="All rows.")
def compare(
    data_set: str,
    numbers: tuple[int, ...],
    basin: str | None,
    region: str | None,
    limit: int,
    as_json: bool,
    file: Path | None,
) -> None:
    """Show what changes between two imported editions: jobs, hiring by basin, communes.

    BEFORE and NOW are editions: 60 61 for ROME, years for the others. Without them, the two newest
    ones. Exit codes: 0 compared, also when nothing changes, 1 an edition, a basin or the database
    is not there, 2 the command is not written as it should be.
    """
    _refuse_usage(data_set, numbers, basin, region)
    with told_errors(), database() as engine:
        refuse_other_schema(engine)
        report = _report(engine, data_set, numbers, basin, region)
    told = json.dumps(report.document(), ensure_ascii=False, indent=2) if as_json else None
    click.echo(told or report.text(limit))
    if file is not None:
        rows = _write(file, HEADERS[data_set], report)
        click.echo(f"{file} : {number(rows)} lignes", err=as_json)


def _refuse_usage(
    data_set: str, numbers: Sequence[int], basin: str | None, region: str | None
) -> None:
    if len(numbers) not in (0, 2):
        raise click.UsageError("Donnez deux éditions, l'ancienne puis la nouvelle, ou aucune.")
    if (basin or region) and data_set != "BMO":
        raise click.UsageError("--basin et --region vont avec le BMO seulement.")
    if basin and region:
        raise click.UsageError("Choisissez --basin ou --region, pas les deux.")


def _report(
    engine: Engine,
    data_set: str,
    numbers: Sequence[int],
    basin: str | None,
    region: str | None,
) -> Report:
    with snapshot(engine) as connection:
        known = _stored(connection)
        before, now = (
            official_store.load(connection, one.edition_id)
            for one in _two(known, data_set, numbers)
        )
        if data_set == "ROME":
            return RomeReport(rome_difference(before, now, catalogue_files.read(CATALOGUE)))
        if data_set != "BMO":
            basins = _basin_editions(connection, known, before, now)
            return PlaceReport(place_difference(before, now, basins))
    difference = bmo_difference(before, now)
    try:
        return BmoReport(difference, _jobs_by_family(engine), region, basin)
    except UnknownTerritory as error:
        raise click.ClickException(str(error)) from error


def _stored(connection: Connection) -> list[StoredEdition]:
    """The imported editions; none in a database that was never brought up to date."""
    if not sa.inspect(connection).has_table(official_tables.editions.name):
        return []
    return official_store.stored(connection)


def _two(
    known: Sequence[StoredEdition], data_set: str, numbers: Sequence[int]
) -> list[StoredEdition]:
    """The editions asked for, else the two newest. Raises ClickException when one is missing."""
    stored = {one.number: one for one in known if one.data_set == data_set}
    wanted = list(numbers) or sorted(stored)[-2:]
    missing = [wanted_number for wanted_number in wanted if wanted_number not in stored]
    if not stored:
        raise click.ClickException(
            f"Aucune édition {data_set} n'est importée. Lancez : declic data import FICHIERS"
        )
    present = listing([str(one) for one in sorted(stored)])
    if missing:
        raise click.ClickException(
            f"{data_set} {missing[0]} n'est pas importé. Éditions présentes : {present}."
        )
    if len(wanted) < 2:
        raise click.ClickException(
            f"Il faut deux éditions {data_set}. Une seule est importée : {present}."
        )
    return [stored[one] for one in wanted]


def _basin_editions(
    connection: Connection, known: Sequence[StoredEdition], before: Edition, now: Edition
) -> tuple[Edition, Edition] | None:
    """Editions of the same years that give the basins of communes, when the lists do not."""
    if before.data_set in BASIN_PART:
        return None
    for name in BASIN_PART:
        stored = {one.number: one.edition_id for one in known if one.data_set == name}
        if {before.number, now.number} <= stored.keys():
            old, new = (official_store.load(connection, stored[e.number]) for e in (before, now))
            return old, new
    return None


def _jobs_by_family(engine: Engine) -> dict[str, dict[str, str]]:
    families = catalogue_store.load(engine).jobs_by_family
    return {
        fap_code: {job.rome_code: job_label(job) for job in jobs}
        for fap_code, jobs in families.items()
    }


def _write(file: Path, header: Sequence[str], report: Report) -> int:
    """Writes what a French spreadsheet opens as it is; gives the number of rows."""
    rows = list(report.rows())
    try:
        with file.open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream, delimiter=";")
            writer.writerows([header, *rows])
    except OSError as error:
        raise click.ClickException(f"{file} : écriture impossible ({error.strerror}).") from error
    return len(rows)
