"""`declic data`: compile the catalogue from official files, fill the database, tell its state."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import click
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.adapters import catalogue_files, catalogue_status, catalogue_writer
from bot.adapters.catalogue_rows import BrokenCatalogue
from bot.adapters.official_files.compile import compile_catalogue
from bot.adapters.official_files.table import OfficialFileError
from bot.adapters.sql import catalogue_store, migrate
from bot.adapters.sql.engine import connect
from bot.settings import ROOT, SettingError, Settings

CATALOGUE = ROOT / "data" / "catalogue"
FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group()
def command() -> None:
    """The facts Déclic rests on: jobs, hiring, communes."""


@command.command("compile")
@click.option("--reference", type=FOLDER, required=True, help="Folder of the official files.")
@click.option("--output", type=FOLDER, default=CATALOGUE, help="Folder of the catalogue.")
@click.option("--region", default="84", show_default=True, help="INSEE code of the region.")
def compile_command(reference: Path, output: Path, region: str) -> None:
    """Write the catalogue's CSV files from the official files, for the jobs of notes.csv.

    Exit codes: 0 written, 1 a file is missing or wrong.
    """
    with _told_errors():
        catalogue = compile_catalogue(reference, region, catalogue_files.summaries(output))
        for name, rows in catalogue_writer.write(catalogue, output).items():
            click.echo(f"{name}.csv : {rows} lignes")
        catalogue_files.read(output)


@command.command()
@click.option("--folder", type=FOLDER, default=CATALOGUE, help="Folder of the catalogue.")
def fill(folder: Path) -> None:
    """Bring the database to the newest schema and put the catalogue in it.

    Exit codes: 0 filled or already so, 1 a file or the database cannot be used.
    """
    with _told_errors(), _database() as engine:
        migrate.upgrade(engine)
        changed = catalogue_store.fill(engine, folder)
    click.echo("Le catalogue est chargé." if changed else "Le catalogue était déjà à jour.")


@command.command()
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def status(as_json: bool) -> None:
    """Show each data set: edition, rows, source, what is missing, what it is for.

    Exit codes: 0 filled, 1 empty or out of reach.
    """
    with _told_errors(), _database() as engine:
        found = catalogue_status.statuses(catalogue_store.load(engine))
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join(_as_text(one) for one in found))


def _as_text(one: catalogue_status.DataSetStatus) -> str:
    lines = [
        f"{one.name} : {one.source}, édition {one.edition}, {one.rows} lignes",
        *(f"  manque : {gap}" for gap in one.missing),
        f"  sans elle : {one.without_it}",
    ]
    return "\n".join(lines)


@contextmanager
def _database() -> Iterator[Engine]:
    engine = connect(Settings.from_environment().database_url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _told_errors() -> Iterator[None]:
    """One sentence and exit code 1 instead of a stack trace."""
    try:
        yield
    except (BrokenCatalogue, OfficialFileError, catalogue_store.CatalogueMissing) as error:
        raise click.ClickException(str(error)) from error
    except SettingError as error:
        raise click.UsageError(str(error)) from error
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
        sentence = f"La base de données ne répond pas ({reason}). Vérifiez DECLIC_DATABASE_URL."
        raise click.ClickException(sentence) from error
