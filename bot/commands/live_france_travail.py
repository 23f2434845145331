"""`declic live vacancies, companies, market, titles`: what France Travail says today."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import click

from bot.commands.live_choice import place_of, switched_on, told_errors
from bot.commands.live_output import (
    CATALOGUE_OPTION,
    JSON_OPTION,
    NOTHING_FOUND,
    ROME_ARGUMENT,
    as_document,
    show,
)
from bot.services.ports import Company, ReadTitle, Tension, Vacancies, Vacancy

LEVELS = {1: "très facile", 2: "facile", 3: "moyen", 4: "difficile", 5: "très difficile"}
"""How hard it is for an employer to find someone."""


RADIUS_OPTION = click.option(
    "--radius",
    "radius_km",
    default=20,
    show_default=True,
    type=click.IntRange(0, 100),
    help="Kilometres around the commune.",
)


@click.command()
@ROME_ARGUMENT
@click.argument("insee_code", metavar="INSEE")
@RADIUS_OPTION
@click.option("--count", default=3, show_default=True, type=click.IntRange(1, 150))
@click.option("--all", "is_all", is_flag=True, help="Every vacancy, page by page (3,150 at most).")
@CATALOGUE_OPTION
@JSON_OPTION
@click.pass_context
def vacancies(
    context: click.Context,
    rome_code: str,
    insee_code: str,
    radius_km: int,
    count: int,
    is_all: bool,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Count the published vacancies of a job near the commune INSEE, and show the newest.

    Exit codes: 0 found, 1 none, 2 the service is off, refuses, or does not answer.
    """
    port = switched_on("vacancies")
    place = place_of(insee_code, folder)
    with told_errors():
        found: Vacancies = port.near(rome_code, place, radius_km, count)
        if is_all:
            whole = tuple(port.all(rome_code, place, radius_km, found.count))
            found = replace(found, newest=whole)
    click.echo(as_document(asdict(found)) if as_json else _vacancies_as_text(found))
    if not found.count:
        context.exit(NOTHING_FOUND)


@click.command()
@ROME_ARGUMENT
@click.argument("insee_code", metavar="INSEE")
@RADIUS_OPTION
@click.option("--count", default=5, show_default=True, type=click.IntRange(1, 100))
@CATALOGUE_OPTION
@JSON_OPTION
@click.pass_context
def companies(
    context: click.Context,
    rome_code: str,
    insee_code: str,
    radius_km: int,
    count: int,
    folder: Path | None,
    as_json: bool,
) -> None:
    """List companies near the commune INSEE that are likely to hire for a job.

    Exit codes: 0 found, 1 none, 2 the service is off, refuses, or does not answer.
    """
    port = switched_on("companies")
    place = place_of(insee_code, folder)
    with told_errors():
        found = port.near(rome_code, place, radius_km, count)
    show(context, found, as_json, _company_line)


@click.command()
@ROME_ARGUMENT
@click.argument("department", metavar="DEPARTMENT")
@JSON_OPTION
@click.pass_context
def market(context: click.Context, rome_code: str, department: str, as_json: bool) -> None:
    """Tell how hard a job is to fill in a DEPARTMENT (its code), from 1 to 5.

    Exit codes: 0 found, 1 no figure, 2 the service is off, refuses, or does not answer.
    """
    port = switched_on("market")
    with told_errors():
        found = port.tension(rome_code, department.upper())
    if as_json:
        click.echo(as_document(asdict(found) if found else None))
    else:
        click.echo(_tension_line(found) if found else "Aucun chiffre pour ce métier ici.")
    if found is None:
        context.exit(NOTHING_FOUND)


@click.command()
@click.argument("text", metavar="TEXTE")
@click.option("--count", default=5, show_default=True, type=click.IntRange(1, 25))
@JSON_OPTION
@click.pass_context
def titles(context: click.Context, text: str, count: int, as_json: bool) -> None:
    """Link TEXTE to ROME titles with ROMEO; it is sent there.

    Exit codes: 0 found, 1 none, 2 the service is off, refuses, or does not answer.
    """
    port = switched_on("titles")
    with told_errors():
        found = port.read(text, count)
    show(context, found, as_json, _title_line)


COMMANDS = (vacancies, companies, market, titles)


def _vacancies_as_text(found: Vacancies) -> str:
    offers = f"{found.count} offre{'s' if found.count > 1 else ''}"
    head = f"{offers} pour {found.rome_code} à {found.radius_km} km (le {found.as_of:%d/%m/%Y})"
    return "\n".join([head, *map(_vacancy_line, found.newest), found.url])


def _vacancy_line(one: Vacancy) -> str:
    day = f"{one.published_on:%d/%m/%Y}" if one.published_on else None
    known = ", ".join(part for part in (one.city, one.contract, day) if part)
    return f"  {one.title}  ({known})\n    {one.url}" if known else f"  {one.title}\n    {one.url}"


def _company_line(one: Company) -> str:
    least, most = one.headcount
    people = f"{least} à {most} personnes" if least and most else None
    far = None if one.distance_km is None else f"{one.distance_km:.0f} km"
    known = ", ".join(part for part in (one.city, far, people, one.sector) if part)
    return f"{one.name}  (SIRET {one.siret})\n  {known}".rstrip()


def _tension_line(one: Tension) -> str:
    return f"{one.territory}, {one.period} : {one.level} sur 5, recruter est {LEVELS[one.level]}."


def _title_line(one: ReadTitle) -> str:
    score = "    " if one.score is None else f"{one.score:4.0%}"
    return f"{one.rome_code}  {score}  {one.title}"
