"""`declic live job`: one job of today's ROME, beside the stored edition."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import click

from bot.adapters.live.build import build_live_rome
from bot.adapters.live.france_travail_rome import LiveRome, RomeJob
from bot.commands.catalogue_choice import Unusable, chosen_catalogue
from bot.commands.live_choice import PATIENT, told_errors
from bot.commands.live_output import (
    CATALOGUE_OPTION,
    JSON_OPTION,
    NOTHING_FOUND,
    ROME_ARGUMENT,
    as_document,
)
from bot.orientation.catalogue import Catalogue
from bot.services.ports import LiveError
from bot.settings import SettingError, Settings


@click.command()
@ROME_ARGUMENT
@CATALOGUE_OPTION
@JSON_OPTION
@click.pass_context
def job(context: click.Context, rome_code: str, folder: Path | None, as_json: bool) -> None:
    """Show a job of today's ROME, and whether the stored edition is older.

    Exit codes: 0 found, 1 no such code, 2 the service is off, refuses, or does not answer.
    """
    rome = _live_rome()
    catalogue = chosen_catalogue(folder)
    with told_errors():
        found = rome.rome_job(rome_code)
        sheet = rome.sheet(rome_code) if found else None
    versions = {"live": _live_version(rome), "stored": _stored_version(catalogue)}
    if as_json:
        click.echo(
            as_document(
                {
                    "versions": versions,
                    "job": asdict(found) if found else None,
                    "skills": sheet.skills if sheet else (),
                    "knowledge": sheet.knowledge if sheet else (),
                }
            )
        )
    elif found:
        click.echo(_job_as_text(found, catalogue, versions))
    else:
        click.echo(f"Le ROME d'aujourd'hui n'a pas de code {rome_code}.")
    if found is None:
        context.exit(NOTHING_FOUND)


def _live_rome() -> LiveRome:
    try:
        rome = build_live_rome(Settings.from_environment().live, limits=PATIENT)
    except SettingError as error:
        raise Unusable(str(error)) from error
    if rome is None:
        raise Unusable("ce service est éteint. « declic doctor » dit comment l'allumer.")
    return rome


def _live_version(rome: LiveRome) -> str | None:
    """None when only the version cannot be had: the job is worth showing without it."""
    try:
        return rome.version()
    except LiveError:
        return None


def _stored_version(catalogue: Catalogue) -> str | None:
    """ "60" of an edition such as "4.0 version 60 (18/09/2025)"."""
    editions = (one.edition for one in catalogue.editions if one.name == "ROME")
    found = next((re.search(r"version (\d+)", edition) for edition in editions), None)
    return found[1] if found else None


def _job_as_text(found: RomeJob, catalogue: Catalogue, versions: dict[str, str | None]) -> str:
    interests = _interests(found.riasec_major, found.riasec_minor)
    lines = [
        f"{found.rome_code}  {found.label}",
        _version_line(versions),
        found.definition and f"Définition : {found.definition}",
        found.access and f"Accès : {found.access}",
        interests and f"Intérêts : {interests}",
        _stored_line(found, catalogue),
        f"Appellations : {len(found.titles)}",
        *(f"  {title}" for title in found.titles),
        f"Métiers proches : {len(found.near)}",
        *(f"  {rome_code}  {label}" for rome_code, label in found.near),
    ]
    return "\n".join(line for line in lines if line)


def _version_line(versions: dict[str, str | None]) -> str:
    live, stored = versions["live"] or "inconnue", versions["stored"] or "inconnue"
    told = f"Version du ROME en ligne : {live} ; version en base : {stored}."
    is_older = live.isdecimal() and stored.isdecimal() and int(stored) < int(live)
    return f"{told} La vôtre est plus ancienne." if is_older else told


def _stored_line(found: RomeJob, catalogue: Catalogue) -> str:
    """Whether the stored job has other interests; nothing when it has the same."""
    stored = catalogue.job_by_code.get(found.rome_code)
    if stored is None:
        return "Ce code n'est pas en base."
    if (stored.riasec_major, stored.riasec_minor) == (found.riasec_major, found.riasec_minor):
        return ""
    return f"Intérêts en base : {_interests(stored.riasec_major, stored.riasec_minor)}"


def _interests(major: str | None, minor: str | None) -> str:
    return " puis ".join(letter for letter in (major, minor) if letter)
