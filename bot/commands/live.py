"""`declic live`: asks the live services once, to see that they answer and what they say."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from bot.adapters.live.probes import PROBES, Outcome, probe
from bot.commands import live_france_travail, live_job
from bot.commands.live_choice import live_services, place_of, switched_on, told_errors
from bot.commands.live_output import (
    CATALOGUE_OPTION,
    JSON_OPTION,
    NOTHING_FOUND,
    as_document,
    show,
)
from bot.services.ports import FoundAddress, LocalService

STATES = {"off": "éteint", "ok": "ok", "unavailable": "PANNE", "refused": "REFUS"}


@click.group()
def command() -> None:
    """Live services: vacancies, companies, local services, addresses."""


for one in (*live_france_travail.COMMANDS, live_job.job):
    command.add_command(one)


@command.command()
@JSON_OPTION
@click.pass_context
def status(context: click.Context, as_json: bool) -> None:
    """Ask each service that is on once, without the cache, and tell how it went.

    Exit codes: 0 all that are on answer, 1 one does not, 2 a setting cannot be used.
    """
    live = live_services()
    outcomes = [probe(one, live) for one in PROBES]
    if as_json:
        click.echo(as_document([asdict(one) for one in outcomes]))
    else:
        click.echo("\n".join(_status_line(one) for one in outcomes))
    if any(one.state in ("unavailable", "refused") for one in outcomes):
        context.exit(1)


@command.command()
@click.argument("text", metavar="ADRESSE")
@JSON_OPTION
@click.pass_context
def address(context: click.Context, text: str, as_json: bool) -> None:
    """Look ADRESSE up at the Géoplateforme; it is sent there.

    Exit codes: 0 found, 1 nothing found, 2 the service is off or does not answer.
    """
    finder = switched_on("addresses")
    with told_errors():
        found = finder.find(text)
    if as_json:
        click.echo(as_document(asdict(found) if found else None))
    else:
        click.echo(_address_line(found) if found else "Aucune adresse ne ressemble à ce texte.")
    if found is None:
        context.exit(NOTHING_FOUND)


@command.command()
@click.argument("insee_code", metavar="INSEE")
@click.option("--theme", "themes", multiple=True, help="data·inclusion theme; may be repeated.")
@click.option("--count", default=5, show_default=True, type=click.IntRange(1, 30))
@CATALOGUE_OPTION
@JSON_OPTION
@click.pass_context
def services(
    context: click.Context,
    insee_code: str,
    themes: tuple[str, ...],
    count: int,
    folder: Path | None,
    as_json: bool,
) -> None:
    """List local support services near the commune INSEE.

    Exit codes: 0 found, 1 nothing found, 2 the service is off, refuses, or does not answer.
    """
    port = switched_on("services")
    place = place_of(insee_code, folder)
    with told_errors():
        found = port.near(place, themes, count)
    show(context, found, as_json, _service_lines)


def _status_line(one: Outcome) -> str:
    milliseconds = "" if one.milliseconds is None else f"{one.milliseconds} ms"
    line = f"{STATES[one.state]:7}{one.service:36}{milliseconds:>9}"
    return f"{line}  {one.reason}".rstrip() if one.reason else line.rstrip()


def _address_line(found: FoundAddress) -> str:
    return (
        f"{found.label}  (INSEE {found.insee_code}, {found.latitude:.5f} {found.longitude:.5f}, "
        f"ressemblance {found.score:.0%})"
    )


def _service_lines(one: LocalService) -> str:
    far = "à distance" if one.distance_km is None else f"{one.distance_km:.0f} km"
    who = ", ".join(part for part in (one.structure, one.city, one.phone) if part)
    lines = [f"{one.name}  ({far})", f"  {who}" if who else "", f"  {one.url}" if one.url else ""]
    return "\n".join(line for line in lines if line)
