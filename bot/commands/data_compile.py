"""`declic data compile`, `compile-pack`: catalogue files made again from the official files."""

from __future__ import annotations

from pathlib import Path

import click

from bot.adapters import catalogue_files, catalogue_writer
from bot.adapters.official_files import compile as compilation
from bot.adapters.official_files import compile_pack, editions, reading
from bot.adapters.official_files.compile import Compilation
from bot.adapters.official_files.editions import Edition, RefusedEdition
from bot.commands.data_import import table_line
from bot.commands.data_session import CATALOGUE, FOLDER, told_errors

REFERENCE = click.option(
    "--reference", type=FOLDER, required=True, help="Folder of the official files."
)
EXTRACT = click.option("--extract", is_flag=True, help="The files hold a part of France only.")


@click.command("compile")
@REFERENCE
@click.option("--output", type=FOLDER, default=CATALOGUE, help="Folder of the catalogue.")
@click.option("--region", default="84", show_default=True, help="INSEE code of the region.")
@EXTRACT
def compile_command(reference: Path, output: Path, region: str, extract: bool) -> None:
    """Write the catalogue's CSV files from the official files, for the jobs of notes.csv.

    Exit codes: 0 written, 1 a file is missing or wrong.
    """
    with told_errors():
        summaries = catalogue_files.summaries(output)
        compiled = compilation.of_region(_newest(reference, extract), region, summaries)
        _tell_left_out(compiled)
        _tell_written(catalogue_writer.write(compiled.catalogue, output))
        catalogue_files.read(output)


@click.command("compile-pack")
@click.argument("pack", type=FOLDER)
@REFERENCE
@click.option("--region", required=True, help="INSEE code of the region.")
@click.option("--bundled", type=FOLDER, default=CATALOGUE, help="Folder of the catalogue.")
@EXTRACT
def compile_pack_command(
    pack: Path, reference: Path, region: str, bundled: Path, extract: bool
) -> None:
    """Write what a region adds to the bundled catalogue: PACK/catalogue, but for its notes.csv.

    Exit codes: 0 written, 1 a file is missing or wrong.
    """
    folder = pack / "catalogue"
    with told_errors():
        summaries = catalogue_files.summaries(folder)
        known = catalogue_files.read(bundled)
        compiled = compile_pack.of_pack(_newest(reference, extract), region, summaries, known)
        _tell_left_out(compiled)
        _tell_written(catalogue_writer.write_part(compiled.catalogue, folder))


def _newest(reference: Path, extract: bool) -> dict[str, Edition]:
    """The newest edition of each data set of a folder; what is refused is told."""
    delivery = reading.read([reference], extract)
    found = editions.assemble(delivery, is_extract=extract)
    for report in delivery.reports:
        if report.is_refused:
            click.echo(table_line(report), err=True)
    for one in found:
        if isinstance(one, RefusedEdition):
            click.echo(f"{one.data_set} {one.number or ''} : {one.reason}", err=True)
    return compilation.newest(one for one in found if not isinstance(one, RefusedEdition))


def _tell_left_out(compiled: Compilation) -> None:
    for reason, count in compiled.left_out.items():
        click.echo(f"À l'écart : {reason} : {count}", err=True)


def _tell_written(rows_by_name: dict[str, int]) -> None:
    for name, rows in rows_by_name.items():
        click.echo(f"{name}.csv : {rows} lignes")
