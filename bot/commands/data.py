"""`declic data`: import official files, say what they change, fill the database, tell its state."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict
from pathlib import Path

import click

from bot.adapters import catalogue_status, official_import
from bot.adapters.sql import catalogue_store, migrate, official_store, pack_store
from bot.adapters.sql.transactions import snapshot
from bot.commands.data_compare import compare
from bot.commands.data_compile import compile_command, compile_pack_command
from bot.commands.data_fetch import fetch
from bot.commands.data_import import counted, import_command
from bot.commands.data_session import (
    CATALOGUE,
    FOLDER,
    database,
    refuse_other_schema,
    told_errors,
)


@click.group()
def command() -> None:
    """The facts Déclic rests on: jobs, hiring, communes."""


command.add_command(fetch)
command.add_command(import_command)
command.add_command(compare)
command.add_command(compile_command)
command.add_command(compile_pack_command)


@command.command()
@click.option("--folder", type=FOLDER, default=CATALOGUE, help="Folder of the catalogue.")
def fill(folder: Path) -> None:
    """Bring the database to the newest schema and its catalogue up to date.

    The catalogue is the bundled one, or what the imported official files make of it.

    Exit codes: 0 filled or already so, 1 a file or the database cannot be used.
    """
    with told_errors(), database() as engine:
        migrate.upgrade(engine)
        changed = catalogue_store.fill(engine, folder)
    click.echo("Le catalogue est chargé." if changed else "Le catalogue était déjà à jour.")


@command.command()
@click.argument("data_set")
@click.argument("number", type=int)
@click.option("--folder", type=FOLDER, default=CATALOGUE, help="Folder of the bundled catalogue.")
def forget(data_set: str, number: int, folder: Path) -> None:
    """Remove an imported edition, such as BMO 2024, and remake the catalogue without it.

    Exit codes: 0 removed, 1 no such edition, or the database cannot be used.
    """
    with told_errors(), database() as engine:
        migrate.upgrade(engine)
        if not official_import.forget(engine, data_set.upper(), number, folder):
            sentence = f"{data_set} {number} n'est pas importé. Voyez : declic data status"
            raise click.ClickException(sentence)
        with snapshot(engine) as connection:
            sizes = catalogue_store.sizes(connection)
    click.echo(
        f"{data_set.upper()} {number} est retiré. {counted(sizes)} Déclic suit dans la minute."
    )


@command.command()
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def status(as_json: bool) -> None:
    """Show each data set: edition, date, age, rows, what is missing, what it is for.

    Exit codes: 0 filled, 1 empty or out of reach.
    """
    with told_errors(), database() as engine:
        refuse_other_schema(engine)
        catalogue = catalogue_store.load(engine)
        with snapshot(engine) as connection:
            stored = official_store.stored(connection)
            packs = pack_store.stored(connection)
    found = catalogue_status.statuses(catalogue, stored, datetime.date.today())
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join(map(_as_text, found)))
        kept = ", ".join(f"{one.data_set} {one.number}" for one in stored)
        click.echo(f"\nÉditions importées : {kept or 'aucune'}.")
        brought = ", ".join(f"{one.pack_id} {one.version}" for one in packs)
        click.echo(f"Mallettes de territoire : {brought or 'aucune'}.")


def _as_text(one: catalogue_status.DataSetStatus) -> str:
    edition = f"édition {one.edition}" if one.edition else "absente"
    lines = [f"{one.name} : {one.source}, {edition}, {one.rows} lignes"]
    if one.edition:
        origin = f"importée le {one.imported_on}" if one.imported_on else "livrée avec Déclic"
        lines.append(f"  {origin}{_age(one.age_years)}")
    lines += [f"  manque : {gap}" for gap in one.missing]
    lines.append(f"  sans elle : {one.without_it}")
    return "\n".join(lines)


def _age(years: int | None) -> str:
    if years is None:
        return ""
    return ", de cette année" if years == 0 else f", d'il y a {years} an{'s' if years > 1 else ''}"
